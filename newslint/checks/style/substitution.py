"""Phrases for which the house writes something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import Finding, Hit, PhraseCheck, fills
from newslint.language.analysis import Analysis
from newslint.language.words.letter_case import match_case


class Params(NamedTuple):
    """`pairs` maps what is not wanted to what is; several replacements are parted by "|", the best first."""

    pairs: dict[str, str]


def phrases(params: Params) -> Sequence[str]:
    """What the shared pass looks for."""
    return list(params.pairs)


def check_hits(analysis: Analysis, params: Params, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each phrase found, with its replacements in the case of what stands there."""
    for hit in hits:
        match = analysis.text[hit.start : hit.end]
        better = [match_case(each.strip(), match) for each in params.pairs[hit.phrase].split("|")]
        if match not in better:
            yield Finding(hit.start, hit.end, {"match": match, "better": better[0]}, suggestions=better)


CHECK = PhraseCheck(
    params=Params, phrases=phrases, run=check_hits, placeholders={"": fills("match", "better")}
)
