"""A space inside quotation marks, beside a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Edit, Finding
from newslint.language.analysis import Analysis

_LOOSE = "\"“”‘’'.…"
_SHORT = 60  # characters; a longer quotation is marked at its wrong end only
_NEXT_WORD = re.compile(r".\s+\S{1,40}", re.S)
_LAST_WORD = re.compile(r"\S{1,40}\s+$")


@dataclass(frozen=True, slots=True)
class Params:
    """None: « guillemets » have spaces inside."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The whole quotation where it is short, else the mark with the word beside it."""
    text = analysis.text
    for quotation in analysis.quotations:
        start, end = quotation.start, quotation.end
        if quotation.opening in "«‹»›" or not quotation.closing or end - start < 4:
            continue
        inner = text[start + 1 : end - 1]
        body = inner.strip(" \xa0")
        if len(body) == len(inner) or not body:
            continue
        # A space between two marks ('...' ") keeps them apart, and an ellipsis may have one on either side.
        if (inner[0].isspace() and body[0] in _LOOSE) or (inner[-1].isspace() and body[-1] in _LOOSE):
            continue
        left = start + 1 + len(inner) - len(inner.lstrip(" \xa0"))
        right = end - 1 - (len(inner) - len(inner.rstrip(" \xa0")))
        edits = [Edit(a, b, "") for a, b in ((start + 1, left), (right, end - 1)) if b > a]
        if end - start <= _SHORT:
            yield Finding(start, end, suggestions=[text[start] + body + text[end - 1]], edits=edits)
        elif left > start + 1:
            word = _NEXT_WORD.match(text, start)
            yield Finding(start, word.end() if word else left + 1, edits=edits)
        else:
            word = _LAST_WORD.search(text, right - 40, end - 1)
            yield Finding(word.start() if word else right, end, edits=edits)
