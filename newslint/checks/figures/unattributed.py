"""A figure of the kind that an editor asks the source of, stated as fact with no source for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newslint.article import BODY, Block
from newslint.checks.figures._newsworthy import SHARES, FigureKinds
from newslint.checks.figures._sourcing import Sourcing
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import MONEY, OTHER, PEOPLE, QUANTITY, RATIO, SHARE, Figure
from newslint.source import Span

_WINDOW = 90  # characters of the sentence on either side that tell what a figure counts


class Params(NamedTuple):
    """Words by which a figure is of the kind that is asked about, or is not.

    `counted`: nouns after a count of at least twice `least`; ten times `least` of anything are asked about but for the
    `uncounted`. `toll`: what happened to people; a small one is asked about where it is `recent`. `shares`: words near
    a percentage that make it a background statistic. `projections`: passives that hide who projects. `opinions`:
    what polls ask. `vague`: sources that are none. `history`: what books tell. `places`: nouns whose people are a population ("a town of
    9,000"), which an atlas gives. `unasked`: words near the figure that make it a result, a rule, a price, a plan
    or what a reporter sees.
    """

    counted: Sequence[str] = ()
    uncounted: Sequence[str] = ()
    toll: Sequence[str] = ()
    shares: Sequence[str] = ()
    projections: Sequence[str] = ()
    opinions: Sequence[str] = ()
    vague: Sequence[str] = ()
    recent: Sequence[str] = ()
    history: Sequence[str] = ()
    places: Sequence[str] = ()
    unasked: Sequence[str] = ()
    least: int = 1000


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The figure with its unit and noun; the message names the nearest source there is."""
    asked = _asked(tuple(tuple(getattr(params, name)) for name in _LISTS), params.least)
    sourcing = Sourcing(analysis)
    text = analysis.text
    tolls = not asked.toll.isdisjoint(analysis.lower_words)
    last = -1  # the sentence of the last count found
    for figure in analysis.figures:
        if figure.kind not in _KINDS or not asked.possible(figure, tolls=tolls):
            continue
        block = analysis.article.block_at(figure.start)
        sentence = analysis.sentence_at(figure.number_start)
        if block is None or block.kind not in BODY or sentence is None or _heads(text, block):
            continue
        counted = figure.end if figure.kind in SHARES else figure.number_end
        before = text[max(sentence.start, figure.number_start - _WINDOW) : figure.number_start]
        after = text[counted : min(sentence.end, counted + _WINDOW)]
        found = asked.kind(figure, text[figure.number_start : figure.number_end], before, after)
        if found is None and last == sentence.start and _goes_on(figure, params.least):
            found = "count", 0
        if found is not None and found[0] == "count":
            last = sentence.start
        if found is not None and not sourcing.sourced(figure.number_start, found[0]):
            yield _finding(analysis, sourcing, Span(figure.start, max(figure.end, counted + found[1])))


def _goes_on(figure: Figure, least: int) -> bool:
    """Whether a bare number can be another of what was counted: "24 million viewers, compared with 8 million"."""
    return figure.kind == OTHER and not figure.noun and not figure.unit and figure.value >= 10 * least


def _heads(text: str, block: Block) -> bool:
    """Whether a short block ends with no stop: a standfirst or a line between paragraphs, which the body sources."""
    return block.end - block.start < _LINE and text[block.end - 1].isalnum()


_LINE = 120  # characters
_KINDS = frozenset((PEOPLE, SHARE, RATIO, QUANTITY, OTHER, MONEY))
_LISTS = (
    "counted",
    "uncounted",
    "toll",
    "shares",
    "projections",
    "opinions",
    "vague",
    "recent",
    "history",
    "places",
    "unasked",
)
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
    name = " ".join(analysis.text[source.start : source.end].split())
    if name.partition(" ")[0] in ("The", "A", "An"):
        name = name[0].lower() + name[1:]
    return Finding(span.start, span.end, {"figure": figure, "source": name, "distance": _DISTANCES[distance]})


_Lists = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=8)
def _asked(lists: _Lists, least: int) -> FigureKinds:
    return FigureKinds(dict(zip(_LISTS, lists, strict=True)), least)


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={"": fills("figure", "source", "distance"), "none": fills("figure")},
)
