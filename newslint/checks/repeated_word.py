"""A word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.checks import Finding
from newslint.language.analysis import Analysis

_DOUBLED = re.compile(r"\b([^\W\d_]+)[ \t]+\1\b(?!['’\-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Params:
    """`allowed`: words that may stand twice ("had had", "that that")."""

    allowed: list[str] = field(default_factory=list)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Both words, wherever a word is repeated; the fix leaves the first."""
    for match in _DOUBLED.finditer(analysis.text):
        word = match.group(1)
        if word.lower() not in params.allowed and match.group() != f"{word} {word.title()}":
            yield Finding(match.start(), match.end(), {"word": word}, suggestions=[word])
