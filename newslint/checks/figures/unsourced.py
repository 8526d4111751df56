"""Any figure with no source near it: populations, durations and background included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newslint.article import BODY
from newslint.checks.figures._sourcing import Sourcing
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import (
    DURATION,
    MONEY,
    OTHER,
    PEOPLE,
    POINTS,
    QUANTITY,
    RATIO,
    SHARE,
    Figure,
)


class Params(NamedTuple):
    """`least`: smaller plain counts are what a reporter can see. `long`: durations from here on are figures, shorter
    ones only with a hedge ("more than"). `unasked`: words near a figure that make it one that nobody asks about."""

    least: int = 1000
    long: int = 13
    unasked: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The figure with its hedge, unit and noun."""
    sourcing = Sourcing(analysis)
    unasked = _unasked(tuple(params.unasked))
    text = analysis.text
    for figure in analysis.figures:
        if not _asked(figure, params):
            continue
        block = analysis.article.block_at(figure.start)
        if block is None or block.kind not in BODY:
            continue
        around = max(block.start, figure.start - _CLOSE), min(block.end, figure.end + _CLOSE)
        if not unasked.search(text, *around) and not sourcing.near(figure.number_start):
            written = " ".join(text[figure.start : figure.end].split())
            yield Finding(figure.start, figure.end, {"figure": written})


_CLOSE = 30  # characters on either side within which a word can make it a figure that nobody asks about


def _asked(figure: Figure, params: Params) -> bool:
    if figure.kind in (SHARE, RATIO, MONEY, POINTS):
        return True
    if figure.kind == DURATION:
        return bool(figure.modifier) or figure.value >= params.long
    return figure.kind in (PEOPLE, QUANTITY, OTHER) and figure.value >= params.least


@lru_cache(maxsize=8)
def _unasked(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b", re.IGNORECASE)


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("figure")})
