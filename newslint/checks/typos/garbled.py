"""Words in an order, or in a form, that English does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ANY_KIND, ArticleCheck, Finding, ListFile, fills
from newslint.checks.typos._pattern_list import verify_list
from newslint.language.analysis import Analysis
from newslint.language.patterns.token_patterns import Match, frame_list
from newslint.source import Span


class Params(NamedTuple):
    """`list`: frames that no sentence can hold, each with its kind, which names one of the rule's messages."""

    list: ListFile


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The words around the break, or all words of the frame."""
    stream = analysis.word_stream
    taken: set[Span] = set()
    for says, match in frame_list(params.list).matches(stream):
        sign, _, kind = says.partition(" ")
        first, last = _words(match)
        if not stream.wrong.isdisjoint((first, last)):
            continue  # a confused word breaks the order: that says it better
        span = stream.span(first, last)
        if span in taken or (sign == ">=" and analysis.in_quotation(span.start)):
            continue
        taken.add(span)
        text = analysis.text[span.start : span.end]
        yield Finding(span.start, span.end, {"words": text}, variant=kind)


def _words(match: Match) -> tuple[int, int]:
    """First and last of the words to show: those at the gap, else the anchor and the word after it."""
    return (match.gap, match.gap + 1) if match.gap >= 0 else (match.anchor, match.anchor + 1)


CHECK = ArticleCheck(params=Params, run=check, placeholders={ANY_KIND: fills("words")}, verify=verify_list)
