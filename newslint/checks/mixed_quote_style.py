"""Straight and curly marks in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Finding, Related
from newslint.language.analysis import Analysis
from newslint.source import Span

_DOUBLE = re.compile(r"[“”]|(?<!\d)\"")
_SINGLE = re.compile(r"(?<=[^\W\d_])[’'](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Params:
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Once an article for quotation marks and once for apostrophes: the first mark of the rarer style."""
    text = analysis.text
    for pattern, variant in ((_DOUBLE, "quotes"), (_SINGLE, "apostrophes")):
        straight = [m.start() for m in pattern.finditer(text) if m.group() in "\"'"]
        curly = [m.start() for m in pattern.finditer(text) if m.group() not in "\"'"]
        if straight and curly:
            rare, common = (straight, curly) if len(straight) <= len(curly) else (curly, straight)
            style, other = ("straight", "curly") if rare is straight else ("curly", "straight")
            values = {"count": len(rare), "style": style, "other": other, "total": len(rare) + len(common)}
            first = Span(common[0], common[0] + 1)
            yield Finding(rare[0], rare[0] + 1, values, variant, related=[Related(first, f"{other} here")])
