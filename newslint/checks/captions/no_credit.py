"""A caption that credits nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import CAPTION, CREDIT
from newslint.checks.model import ArticleCheck, Finding
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each caption without a credit in it or right after it."""
    blocks = analysis.article.blocks
    for number, block in enumerate(blocks):
        credited = block.credit or (number + 1 < len(blocks) and blocks[number + 1].kind == CREDIT)
        if block.kind == CAPTION and not credited:
            yield Finding(block.start, block.end)


CHECK = ArticleCheck(params=Params, run=check)
