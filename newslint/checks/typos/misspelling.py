"""A word that is none, and the word that is likely meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """`shortest`: words of fewer letters are judged only where the misspelling is a known one."""

    shortest: int = 4


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Every word that the lexicon does not know and that is a slip for one that it does."""
    doubts = analysis.doubts
    if not any(doubts):
        return
    from newslint.checks.typos._spelling import suspects  # not needed for most captions and short items

    for suspect in suspects(analysis, params.shortest, doubts):
        yield Finding(
            suspect.start,
            suspect.end,
            {"word": analysis.text[suspect.start : suspect.end], "right": suspect.suggestions[0]},
            suggestions=suspect.suggestions,
            applicability="safe" if suspect.sure else "",
        )


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("word", "right")})
