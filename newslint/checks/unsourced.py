"""Any figure with no source near it: populations, durations and background included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from newslint.article import BODY
from newslint.checks import Finding
from newslint.language.analysis import Analysis
from newslint.language.sourcing import Sourcing
from newslint.source import Span

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"


@dataclass(frozen=True, slots=True)
class Params:
    """`least`: smaller plain counts are what a reporter can see. `hedges`: words that belong to a figure.

    `durations`: units of time; with a hedge before it, or from `long` on, a duration is a figure.
    `unasked`: words near a figure that make it one that nobody asks about.
    """

    least: int = 1000
    long: int = 13
    hedges: list[str] = field(default_factory=list)
    durations: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The figure with its hedge, unit and noun."""
    sourcing = Sourcing(analysis)
    for span in sorted(set(_spans(analysis, params))):
        block = analysis.article.block_at(span.start)
        if block is None or block.kind not in BODY or sourcing.near(span.start):
            continue
        yield Finding(
            span.start, span.end, {"figure": " ".join(analysis.text[span.start : span.end].split())}
        )


def _spans(analysis: Analysis, params: Params) -> Iterator[Span]:
    text = analysis.text
    duration, unasked = _patterns(tuple(params.hedges), tuple(params.durations), tuple(params.unasked))
    for match in duration.finditer(text):
        number = match["number"].replace(",", "")
        if match["hedge"] or (number[0].isdigit() and float(number) >= params.long):
            yield Span(*match.span())
    for figure in analysis.figures:
        written = text[figure.start : figure.end]
        value = figure.value if isinstance(figure.value, (int, float)) else 0
        counts = any(sign in written for sign in "%$€£¥") or "per" in written or value >= params.least
        if not counts or not any(c.isdigit() for c in written):
            continue
        if unasked.search(text, max(0, figure.start - 30), min(len(text), figure.end + 30)):
            continue
        noun = _NOUN.match(text, figure.end)
        yield Span(figure.start, max(figure.end, noun.end() if noun else 0))


_NOUN = re.compile(
    r" (?!of\b|in\b|to\b|by\b|and\b|or\b|for\b|from\b|at\b|on\b|with\b|a\b|the\b|who\b|that\b|last\b)[a-z][\w’'-]+"
)


@lru_cache(maxsize=8)
def _patterns(
    hedges: tuple[str, ...], durations: tuple[str, ...], unasked: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    def words(options: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, options)) or "(?!)"

    return (
        re.compile(
            rf"\b(?P<hedge>(?:{words(hedges)}) )?(?<![-\w$€£.,])(?P<number>{_NUMBER}) (?:{words(durations)})\b"
            r"(?! (?:old|ago|after|before|later|earlier|from now)\b)",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{words(unasked)})\b", re.IGNORECASE),
    )
