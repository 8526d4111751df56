"""A surname that stands alone from the first time on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.article import BODY
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.names.person_names import is_known


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The first mention of a surname beside a verb of saying, where no mention gives more of the name."""
    introduced = {mention.surname for mention in analysis.mentions if len(mention.words) > 1}
    introduced |= {word for mention in analysis.mentions if len(mention.words) > 1 for word in mention.words}
    seen: set[str] = set()
    for mention in analysis.mentions:
        block = analysis.article.block_at(mention.start)
        name = mention.surname
        if block is None or block.kind not in BODY or len(mention.words) != 1 or name in seen:
            continue
        seen.add(name)
        if (
            name not in introduced
            and not mention.title
            and is_known(name)
            and _speaks(analysis.text, mention.start, mention.end)
        ):
            yield Finding(mention.start, mention.end, {"name": name})


def _speaks(text: str, start: int, end: int) -> bool:
    return bool(_after().match(text, end) or _before().search(text, max(0, start - 12), start))


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r" (?:said|says|told|added|asked|wrote|replied|argued|noted|explained|insisted)\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"[,”\"] (?:said|says|added|asked) $")


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("name")})
