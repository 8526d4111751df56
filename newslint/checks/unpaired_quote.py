"""A quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks import Finding, Related
from newslint.language.analysis import Analysis
from newslint.language.quotations import Quotation
from newslint.source import Span

_NEXT_WORD = re.compile(r"\S{1,40}")
_LAST_WORD = re.compile(r"\S{1,40}$")
_SAID = (
    r"(?:said|says|added|adds|told|explained|continued|wrote|reported|asked|noted|argued|recalled|concluded)"
)
# ", she said on Monday." at the end of a paragraph: the words of the article, behind a mark that is missing.
_SPEAKER = re.compile(
    rf"(?<![\"”’'])[,?!] (?:{_SAID} [A-Z][^.,;\"“”]{{1,60}}"
    rf"|(?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}) {_SAID}(?: [^.,;\"“”]{{1,60}})?)\.$"
)
_TAIL = 140  # characters of a paragraph in which that stands


class Params(NamedTuple):
    """None: single marks are left out, since an apostrophe looks the same."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The mark with the word beside it. A mark that is open at the end of a paragraph is right when the next
    paragraph opens again."""
    text = analysis.text
    closed_later = {quotation.start: at for quotation, at in analysis.quote_scan.runs_on}
    for quotation in analysis.quotations:
        if quotation.closing or (quotation.continued and not _is_said(text, quotation)):
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


def _is_said(text: str, quotation: Quotation) -> bool:
    """Whether a quotation that seems to run on in the next paragraph ends with its speaker in this one."""
    return _SPEAKER.search(text, max(quotation.start, quotation.end - _TAIL), quotation.end) is not None
