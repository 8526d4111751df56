"""Words in an order, or in a form, that English does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from newslint.checks.model import ANY_KIND, ArticleCheck, Finding, ListFile, fills
from newslint.checks.typos._pattern_list import verify_list
from newslint.language.analysis import Analysis
from newslint.language.context.defects import FORM, LEFT_OVER, Defect
from newslint.language.patterns.token_patterns import Match, frame_list
from newslint.source import Span

_LEAST_ADVANTAGE = 1.5  # of the form that is meant over the one that stands there: it is five times as likely


class Params(NamedTuple):
    """`list`: frames of words that hardly any sentence holds, each with its kind, which names one of the rule's messages.

    The rest says how probable an error must be, as the sentence shows it: for a kind of frame (`frames`, "" for those not
    named), and where only the order of the words proposes that a word is `left_over` or another `form` is meant."""

    list: ListFile
    frames: Mapping[str, float] = MappingProxyType(
        {"": 0.08, "form": 0.02, "number": 0.09, "agreement": 0.1, "possessive": 0.0, "count": 0.0}
    )
    left_over: float = 0.6
    form: float = 0.25


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The words around the break, or the word that is left over or has the wrong form."""
    taken: list[Span] = []
    for kind, span in _by_frames(analysis, params):
        if len(set(analysis.text[span.start : span.end].lower().split())) == 1:
            continue  # a word that stands twice is another rule's
        least = params.frames.get(kind, params.frames.get("", 0.0))
        if not _overlaps(span, taken) and analysis.context.at(span.start, span.end).error >= least:
            taken.append(span)
            text = analysis.text[span.start : span.end]
            yield Finding(span.start, span.end, {"words": text}, variant=kind)
    for defect in analysis.defects:
        if not _overlaps(Span(defect.start, defect.end), taken) and _is_sure(defect, params):
            taken.append(Span(defect.start, defect.end))
            yield _finding(analysis.text, defect)


def _by_frames(analysis: Analysis, params: Params) -> Iterator[tuple[str, Span]]:
    """The kind of each frame that fits, and the words to show: those at the gap, else the anchor and the word after it."""
    stream = analysis.word_stream
    for says, match in frame_list(params.list).matches(stream):
        sign, _, kind = says.partition(" ")
        span = stream.span(*_words(match))
        if not (sign == ">=" and analysis.in_quotation(span.start)):
            yield kind, span


def _words(match: Match) -> tuple[int, int]:
    return (match.gap, match.gap + 1) if match.gap >= 0 else (match.anchor, match.anchor + 1)


def _is_sure(defect: Defect, params: Params) -> bool:
    if defect.kind == LEFT_OVER:
        return defect.probability >= params.left_over
    return defect.kind == FORM and defect.probability >= params.form and defect.advantage >= _LEAST_ADVANTAGE


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _finding(text: str, defect: Defect) -> Finding:
    word = text[defect.start : defect.end]
    if defect.kind == LEFT_OVER:
        return Finding(defect.start, defect.end, {"words": word}, variant="left-over")
    values = {"words": word, "better": defect.meant}
    return Finding(defect.start, defect.end, values, variant="meant", suggestions=[defect.meant])


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={ANY_KIND: fills("words"), "left-over": fills("words"), "meant": fills("words", "better")},
    verify=verify_list,
)
