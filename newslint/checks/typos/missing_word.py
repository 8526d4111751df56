"""A word that was left out, where news English never leaves it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, ListFile, fills
from newslint.checks.typos._pattern_list import verify_list
from newslint.language.analysis import Analysis
from newslint.language.context.defects import MISSING_WORD
from newslint.language.patterns.token_patterns import frame_list
from newslint.source import Span


class Params(NamedTuple):
    """How probable a gap must be, as the sentence shows it: where a frame of `list` proposes one (`frames`), and where
    only the order of the words does (`order`; for the `firm` words, which English leaves out least, `order_firm`)."""

    list: ListFile
    frames: float = 0.1
    order: float = 0.9
    order_firm: float = 0.4
    firm: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The words around each gap; the suggestion has the missing word between them."""
    taken: set[Span] = set()
    for span, missing in (*_by_frames(analysis, params), *_by_order(analysis, params)):
        if span not in taken:
            taken.add(span)
            yield from _finding(analysis.text, span, missing)


def _by_frames(analysis: Analysis, params: Params) -> Iterator[tuple[Span, str]]:
    """The words around each gap that a frame names and the sentence sees, and the word that is missing."""
    stream = analysis.word_stream
    for says, match in frame_list(params.list).matches(stream):
        sign, _, missing = says.partition(" ")
        span = stream.span(match.gap, match.gap + 1)
        if sign == ">=" and analysis.in_quotation(span.start):
            continue
        if analysis.context.at(span.start, span.end).missing >= params.frames:
            yield span, missing


def _by_order(analysis: Analysis, params: Params) -> Iterator[tuple[Span, str]]:
    """The words around each gap that the sentence alone sees."""
    for defect in analysis.defects:
        least = params.order_firm if defect.meant in params.firm else params.order
        if defect.kind == MISSING_WORD and defect.probability >= least:
            yield Span(defect.start, defect.end), defect.meant


def _finding(text: str, span: Span, missing: str) -> Iterator[Finding]:
    words = text[span.start : span.end].split(None, 1)
    if len(words) == 2:  # a gap beside a mark is none that can be shown
        before, after = words
        values = {"missing": missing, "before": before, "after": after}
        yield Finding(span.start, span.end, values, suggestions=[f"{before} {missing} {after}"])


CHECK = ArticleCheck(
    params=Params, run=check, placeholders={"": fills("missing", "before", "after")}, verify=verify_list
)
