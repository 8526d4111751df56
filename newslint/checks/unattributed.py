"""A figure of the kind that an editor asks the source of, stated as fact with no source for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from newslint.article import BODY
from newslint.checks import Finding
from newslint.language.analysis import Analysis
from newslint.language.figures import OTHER, PEOPLE, QUANTITY, RATIO, SHARE, Figure
from newslint.language.sourcing import Sourcing
from newslint.source import Span

_WINDOW = 90  # characters of the sentence on either side that tell what a figure counts
# Characters on either side within which a word can make it a figure that nobody asks about.
_CLOSE = {"share": 55, "projection": 30, "count": 30, "opinion": 30, "toll": 20}
_BETWEEN = r"(?:[ -][\w’'-]+){0,3}?[ -]"  # adjectives between a number and its noun


@dataclass(frozen=True, slots=True)
class Params:
    """Words by which a figure is of the kind that is asked about, or is not.

    `counted`: nouns after a count of at least `least`; ten times as many of anything are asked about but for the
    `uncounted`. `toll`: what happened to people. `shares`: words
    near a percentage that make it a background statistic. `projections`: passives that hide who projects.
    `opinions`: what polls ask. `vague`: sources that are none. `unasked`: words near the figure that make
    it a result, a rule, a price, a plan or what a reporter sees.
    """

    counted: list[str] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    toll: list[str] = field(default_factory=list)
    shares: list[str] = field(default_factory=list)
    projections: list[str] = field(default_factory=list)
    opinions: list[str] = field(default_factory=list)
    vague: list[str] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    least: int = 1000


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The figure with its unit and noun; the message names the nearest source there is."""
    asked = _asked(tuple(tuple(getattr(params, name)) for name in _LISTS), params.least)
    sourcing = Sourcing(analysis)
    text = analysis.text
    for figure in analysis.figures:
        if figure.kind not in _KINDS:
            continue
        block = analysis.article.block_at(figure.start)
        sentence = analysis.sentence_at(figure.number_start)
        if block is None or block.kind not in BODY or sentence is None:
            continue
        counted = figure.end if figure.kind in _SHARES else figure.number_end
        before = text[max(sentence.start, figure.number_start - _WINDOW) : figure.number_start]
        after = text[counted : min(sentence.end, counted + _WINDOW)]
        found = asked.kind(figure, text[figure.number_start : figure.number_end], before, after)
        if found is not None and not sourcing.sourced(figure.number_start, found[0]):
            yield _finding(analysis, sourcing, Span(figure.start, max(figure.end, counted + found[1])))


_KINDS = frozenset((PEOPLE, SHARE, RATIO, QUANTITY, OTHER))
_SHARES = frozenset((SHARE, RATIO))
_ROUGH = re.compile(
    r"(?:(?:tens|hundreds|thousands|dozens|scores) of )*(?:dozens|hundreds|thousands|millions|billions|half)(?: of| a)?",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\b(?:richest|poorest|wealthiest|top|bottom|first|last|the one|the)(?: about)? $", re.IGNORECASE
)
_CHANGE = re.compile(r"[\d,.]+(?: [a-z]+)?,? or (?:about |nearly )?$")  # "rose $1.25, or 1.4 percent"
_LISTS = ("counted", "uncounted", "toll", "shares", "projections", "opinions", "vague", "recent", "unasked")
_DISTANCES = {
    0: "in the same paragraph",
    1: "one paragraph up",
    2: "two paragraphs up",
    3: "three paragraphs up",
    4: "four paragraphs up",
    -1: "one paragraph down",
    -2: "two paragraphs down",
    -3: "three paragraphs down",
    -4: "four paragraphs down",
}


def _finding(analysis: Analysis, sourcing: Sourcing, span: Span) -> Finding:
    figure = " ".join(analysis.text[span.start : span.end].split())
    near = sourcing.nearest(span.start)
    if near is None:
        return Finding(span.start, span.end, {"figure": figure}, variant="none")
    source, distance = near
    name = " ".join(analysis.text[source.start : source.end].split()).strip(" ,")
    return Finding(span.start, span.end, {"figure": figure, "source": name, "distance": _DISTANCES[distance]})


class _Asked:
    """Decides from a figure's surroundings whether it is of the kind that an editor asks about."""

    def __init__(self, lists: tuple[tuple[str, ...], ...], least: int) -> None:
        counted, uncounted, toll, shares, projections, opinions, vague, recent, unasked = lists
        words = _alternatives
        self._least = least
        self._uncounted = frozenset(uncounted)
        self._counted = re.compile(rf"{_BETWEEN}(?:{words(counted)})\b", re.IGNORECASE)
        self._hurt = re.compile(
            rf"{_BETWEEN}(?:(?:were|was|are|have been|had been) )?(?:{words(toll)})\b", re.IGNORECASE
        )
        self._hurting = re.compile(
            rf"\b(?:{words(toll)})(?: the lives of| toll)?(?: (?:rose|stood|stands|climbed|was|is|to|at|of))*"
            r"(?: (?:at least|more than|about|nearly|some|up to|as many as|over|around|an estimated))? $",
            re.IGNORECASE,
        )
        self._share = re.compile(rf"\b(?:{words(shares)})\b", re.IGNORECASE)
        self._projection = re.compile(rf"\b(?:{words(projections)})\b", re.IGNORECASE)
        self._opinion = re.compile(rf"^(?: of)? (?:[\w’'-]+ ){{1,4}}?(?:{words(opinions)})\b", re.IGNORECASE)
        self._vague = re.compile(rf"\b(?:{words(vague)})\b", re.IGNORECASE)
        self._recent = re.compile(rf"\b(?:{words(recent)})\b", re.IGNORECASE)
        self._unasked = re.compile(rf"\b(?:{words(unasked)})\b", re.IGNORECASE)

    def kind(self, figure: Figure, written: str, before: str, after: str) -> tuple[str, int] | None:
        """The kind of the figure and how far its noun reaches after it, or None where nobody asks."""
        if _ROUGH.fullmatch(written):
            return None
        share = figure.kind in _SHARES
        large = not share and figure.value >= self._least
        around = before + " " + after
        if share and (_BRACKET.search(before) or _CHANGE.search(before)):
            return None
        if share and self._vague.search(around):
            return "vague", 0
        found = ("opinion", 0) if share and self._opinion.match(after) else None
        found = found or (self._shared(around) if share else self._count(figure, large, before, after))
        if found is None and (share or large) and self._projection.search(before):
            found = "projection", 0
        if found is None:
            return None
        reach = _CLOSE[found[0]]
        return None if any(self._unasked.search(side) for side in (before[-reach:], after[:reach])) else found

    def _shared(self, around: str) -> tuple[str, int] | None:
        return ("share", 0) if self._share.search(around) else None

    def _count(self, figure: Figure, large: bool, before: str, after: str) -> tuple[str, int] | None:
        hurt = self._hurt.match(after)
        if (hurt or self._hurting.search(before)) and (large or self._recent.search(before + " " + after)):
            noun = self._counted.match(after)
            return "toll", noun.end() if noun else 0
        counted = self._counted.match(after) if large else None
        if counted:
            return "count", counted.end()
        # Any plural that is counted in tens of thousands, but a unit ("40,000 feet").
        many = figure.noun and not figure.unit and figure.value >= 10 * self._least
        return ("count", 0) if many and figure.noun not in self._uncounted else None


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words)) or r"(?!)"


@lru_cache(maxsize=8)
def _asked(lists: tuple[tuple[str, ...], ...], least: int) -> _Asked:
    return _Asked(lists, least)
