"""Phrases that should not stand there: house style's plainest rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import Finding, Hit, PhraseCheck, fills
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """`phrases` are found in any case, or as written where they hold a capital; `except_in` are longer
    phrases inside of which they are right."""

    phrases: list[str]
    except_in: Sequence[str] = ()


def phrases(params: Params) -> Sequence[str]:
    """What the shared pass looks for."""
    return [*params.phrases, *params.except_in]


def check_hits(analysis: Analysis, params: Params, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each phrase found; the message may name {match}."""
    right = [hit for hit in hits if hit.phrase in params.except_in]
    for hit in hits:
        covered = any(other.start <= hit.start and hit.end <= other.end for other in right)
        if not covered:
            yield Finding(hit.start, hit.end, {"match": analysis.text[hit.start : hit.end]})


CHECK = PhraseCheck(params=Params, phrases=phrases, run=check_hits, placeholders={"": fills("match")})
