"""Spaces before punctuation marks, and marks without a space after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Edit, Finding
from newslint.language.analysis import Analysis

_BEFORE = re.compile(r"(?<=[^\W_])([ \t\xa0]+)([,;.?!])(?=[\s\"”’')]|$)(?!\s*\.)")
# "ended.The", "red,white": letters on both sides, and neither looks like a web address, a file or a name.
_AFTER = re.compile(
    r"(?<![\w.@/#\-])([^\W\d_]*[a-zà-ÿ]{2})([.?!])([A-Z][a-zà-ÿ]+)(?![\w]*[.@/(])|(?<![\w.@/#\-])([^\W\d_]{3,})(,)([^\W\d_]{3,})(?![\w.]*[,=/])"
)
_LAST_WORD = re.compile(r"[^\W_]+$")
_SITES = frozenset(
    "com org net gov edu uk us eu de fr io co tv info biz news int js py md html pdf txt".split()
)


@dataclass(frozen=True, slots=True)
class Params:
    """None: two spaces after a full stop are a habit that no reader sees."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The mark with what stands beside it."""
    text = analysis.text
    for match in _BEFORE.finditer(text):
        if text[match.start() - 1 : match.start()].isdigit() and match.group(2) == ".":
            continue  # " .22"-like numbers and odds
        word = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
        start = word.start() if word else match.start()
        yield Finding(
            start,
            match.end(),
            {"mark": match.group(2)},
            variant="before",
            suggestions=[text[start : match.start()] + match.group(2)],
        )
    for match in _AFTER.finditer(text):
        first, mark, second = match.group(1, 2, 3) if match.group(2) else match.group(4, 5, 6)
        if second.lower() in _SITES or first.lower() in ("www", "http", "https"):
            continue
        yield Finding(
            match.start(),
            match.end(),
            {"mark": mark},
            variant="after",
            suggestions=[f"{first}{mark} {second}"],
            edits=[Edit(match.start() + len(first) + 1, match.start() + len(first) + 1, " ")],
        )
