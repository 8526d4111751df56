"""A quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Finding, Related
from newslint.language.analysis import Analysis
from newslint.source import Span

_NEXT_WORD = re.compile(r"\S{1,40}")
_LAST_WORD = re.compile(r"\S{1,40}$")


@dataclass(frozen=True, slots=True)
class Params:
    """None: single marks are left out, since an apostrophe looks the same."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The mark with the word beside it. A mark that is open at the end of a paragraph is right when the next
    paragraph opens again."""
    text = analysis.text
    closed_later = {quotation.start: at for quotation, at in analysis.quote_scan.runs_on}
    for quotation in analysis.quotations:
        if quotation.closing or quotation.continued:
            continue
        block = analysis.article.block_at(quotation.start)
        if block is None or block.quoted:
            continue  # a block that is a quotation as a whole needs no marks of its own
        word = _NEXT_WORD.match(text, quotation.start, block.end)
        end = word.end() if word else quotation.start + len(quotation.opening)
        at = closed_later.get(quotation.start)
        if at is None:
            yield Finding(quotation.start, end, variant="open")
        else:
            closed = Span(at, at + 1)
            values = {"closed": closed}
            yield Finding(
                quotation.start, end, values, "runs-on", related=[Related(closed, "closed only here")]
            )
    for at in analysis.quote_scan.unopened:
        block = analysis.article.block_at(at)
        if block is not None and not block.quoted:
            word = _LAST_WORD.search(text, max(block.start, at - 40), at)
            end = at + (2 if text.startswith(("''", "``"), at) else 1)
            yield Finding(word.start() if word else at, end, variant="close")
