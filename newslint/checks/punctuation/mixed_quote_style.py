"""Straight and curly marks in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.source import Span

# What is looked for stands first: looking behind at every character would cost.
_STRAIGHT_DOUBLE, _CURLY_DOUBLE = re.compile(r'"(?<!\d")'), re.compile(r"[“”]")
_STRAIGHT_APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_CURLY_APOSTROPHE = re.compile(r"’(?<=[^\W\d_]’)(?=[^\W\d_])")


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Once an article for quotation marks and once for apostrophes: the first mark of the rarer style."""
    text = analysis.text
    yield from _mixed(text, "quotes", _STRAIGHT_DOUBLE, _CURLY_DOUBLE)
    yield from _mixed(text, "apostrophes", _STRAIGHT_APOSTROPHE, _CURLY_APOSTROPHE)


def _mixed(
    text: str, variant: str, straight_mark: re.Pattern[str], curly_mark: re.Pattern[str]
) -> Iterator[Finding]:
    straight = [match.start() for match in straight_mark.finditer(text)]
    curly = [match.start() for match in curly_mark.finditer(text)] if straight else []
    if not curly:
        return
    rare, common = (straight, curly) if len(straight) <= len(curly) else (curly, straight)
    style, other = ("straight", "curly") if rare is straight else ("curly", "straight")
    values = {"count": len(rare), "style": style, "other": other, "total": len(rare) + len(common)}
    first = Span(common[0], common[0] + 1)
    yield Finding(rare[0], rare[0] + 1, values, variant, related=[Related(first, f"{other} here")])


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={kind: fills("count", "total", "style", "other") for kind in ("quotes", "apostrophes")},
)
