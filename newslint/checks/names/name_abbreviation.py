"""An abbreviation that comes before the name that introduces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from newslint.article import BODY
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.source import Span

_MOST = 500  # introductions in an article


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The first place of each abbreviation in the text, where "Full Name (FN)" stands only further on."""
    text = analysis.text
    looked_for: set[str] = set()
    for match in islice(_introduction().finditer(text), _MOST):
        short = match[2]
        initials = "".join(word[0] for word in match[1].split() if word[0].isupper())
        if short not in (initials, initials[-len(short) :]):
            continue
        if short in looked_for:
            continue  # what comes before this place was looked for from the place before it
        looked_for.add(short)
        alone = re.compile(rf"(?<![\w(]){short}(?![\w)])")
        for earlier in alone.finditer(text, 0, match.start()):
            block = analysis.article.block_at(earlier.start())
            if block is not None and block.kind in BODY:
                full = match[1][-_length(match[1], len(short)) :]
                first = Span(match.start(), match.end())
                yield Finding(earlier.start(), earlier.end(), {"short": short, "full": full, "first": first})
                break


def _length(words: str, capitals: int) -> int:
    """How many characters from the end hold so many capitalised words."""
    at = len(words)
    for word in reversed(list(re.finditer(r"\S+", words))):
        at = word.start()
        capitals -= word.group()[0].isupper()
        if not capitals:
            break
    return len(words) - at


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(
        r"((?<![\w’'-])(?:[A-Z][\w’'-]{1,40} (?:(?:of|for|and|the|on|de|du) ){0,2}){1,7}[A-Z][\w’'-]{1,40})"
        r" \(([A-Z]{2,7})\)"
    )


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("short", "full", places=["first"])})
