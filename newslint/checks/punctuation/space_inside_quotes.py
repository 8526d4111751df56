"""A space inside quotation marks, beside a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Edit, Finding
from newslint.language.analysis import Analysis

_FRENCH = frozenset("«»‹›")  # have spaces inside
_LOOSE = "\"“”‘’'…–—"  # what a space may keep apart from a mark
_SPACES = " \t\xa0"
_SENTENCE_ENDS = (".", "!", "?", ",")
_SHORT = 60  # characters; a longer quotation is marked at its wrong end only
_LONGEST = 40  # characters of a word that are shown
_LAST_WORD = re.compile(r"\S+$")
_NEXT_WORD = re.compile(r"\S{1,40}")


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The whole quotation where it is short, else the mark with the word beside it."""
    text = analysis.text
    for quotation in analysis.quotations:
        if quotation.opening in _FRENCH or not quotation.closing:
            continue
        start, end = quotation.inner
        left, right = start, end
        while left < end and text[left] in _SPACES:
            left += 1
        while right > left and text[right - 1] in _SPACES:
            right -= 1
        if left == right or (left, right) == (start, end):
            continue
        # Behind a full stop and before a word this mark opens ('the row. "He is'): paragraphs of one quotation joined.
        if right < end and text[right - 1] in ".!?" and text[quotation.end : quotation.end + 1].isalnum():
            continue
        # ... and the next one seems to open where it closes.
        if left > start and text[quotation.start - 1 : quotation.start] in _SENTENCE_ENDS:
            continue
        # A space between two marks ('...' ") keeps them apart, and an ellipsis may have one on either side.
        if left > start and (text[left] in _LOOSE or text.startswith(("..", ". ."), left)):
            continue
        if right < end and (text[right - 1] in _LOOSE or text.endswith(("..", " ."), 0, right)):
            continue
        edits = [Edit(a, b, "") for a, b in ((start, left), (right, end)) if b > a]
        if quotation.end - quotation.start <= _SHORT:
            better = quotation.opening + text[left:right] + quotation.closing
            yield Finding(quotation.start, quotation.end, suggestions=[better], edits=edits)
        elif left > start:
            word = _NEXT_WORD.match(text, left)
            yield Finding(quotation.start, word.end() if word else left, edits=edits)
        else:
            word = _LAST_WORD.search(text, max(start, right - _LONGEST), right)
            yield Finding(word.start() if word else right, quotation.end, edits=edits)


CHECK = ArticleCheck(params=Params, run=check)
