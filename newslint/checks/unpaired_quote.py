"""A quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Finding
from newslint.language.analysis import Analysis

_NEXT_WORD = re.compile(r"\S{1,40}")
_LAST_WORD = re.compile(r"\S{1,40}$")


@dataclass(frozen=True, slots=True)
class Params:
    """None: single marks are left out, since an apostrophe looks the same."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The mark with the word beside it. A mark that is open at the end of a paragraph is right when the next
    paragraph opens again."""
    text = analysis.text
    for quotation in analysis.quotations:
        if quotation.closing or quotation.continued:
            continue
        block = analysis.article.block_at(quotation.start)
        if block is None or block.quoted:
            continue  # a block that is a quotation as a whole needs no marks of its own
        word = _NEXT_WORD.match(text, quotation.start)
        yield Finding(quotation.start, word.end() if word else quotation.start + 1, variant="open")
    for at in analysis.quote_scan.unopened:
        block = analysis.article.block_at(at)
        if block is not None and not block.quoted:
            word = _LAST_WORD.search(text, max(block.start, at - 40), at)
            yield Finding(word.start() if word else at, at + 1, variant="close")
