"""Ordinals in figures with the ending of another number: 22th, 3th."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis

_ORDINAL = re.compile(r"(?<![\w.,/#&=-])(\d{1,3}(?:,\d{3})*|\d{4})(st|nd|rd|th)(?![\w@/=])")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_HEAVIEST_STONE = 40  # "11st" may be a weight
_COUNTS = re.compile(r"\b(?:the|his|her|its|their|our|finished|placed|ranked|in|by|and|of) $", re.IGNORECASE)
_WEIGHT = re.compile(r" \d")  # "11st 4lb"


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The number with its ending."""
    text = analysis.text
    for match in _ORDINAL.finditer(text):
        digits, ending = match.groups()
        number = int(digits.replace(",", ""))
        right = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
        if ending == right or (ending == "st" and _may_be_weight(text, match, number)):
            continue
        yield Finding(
            match.start(),
            match.end(),
            {"wrong": match.group(), "right": digits + right},
            suggestions=[digits + right],
        )


def _may_be_weight(text: str, match: re.Match[str], number: int) -> bool:
    """Whether the number may count stones: only an article or a rank before it says that it does not."""
    if number > _HEAVIEST_STONE:
        return False
    ranked = _COUNTS.search(text, max(0, match.start() - 12), match.start())
    return not ranked or bool(_WEIGHT.match(text, match.end()))


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("wrong", "right")})
