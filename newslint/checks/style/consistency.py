"""Two forms of one word in an article, of which one will do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import Finding, Hit, PhraseCheck, Related, fills
from newslint.language.analysis import Analysis
from newslint.language.words.letter_case import match_case
from newslint.source import Span


class Params(NamedTuple):
    """`forms`: lists of forms of which an article should use one ([adviser, advisor])."""

    forms: list[list[str]]


def phrases(params: Params) -> Sequence[str]:
    """What the shared pass looks for."""
    return [form for group in params.forms for form in group]


def check_hits(analysis: Analysis, params: Params, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The rarer form, or the later one of two that are equally frequent, wherever it stands."""
    for group in params.forms:
        found = {form: [hit for hit in hits if hit.phrase == form] for form in group}
        used = sorted(
            (form for form in group if found[form]), key=lambda f: (-len(found[f]), found[f][0].start)
        )
        for form in used[1:]:
            first = Span(found[used[0]][0].start, found[used[0]][0].end)
            for hit in found[form]:
                match = analysis.text[hit.start : hit.end]
                yield Finding(
                    hit.start,
                    hit.end,
                    {"match": match, "better": used[0], "first": first},
                    suggestions=[match_case(used[0], match)],
                    related=[Related(first, f"'{used[0]}' here")],
                )


CHECK = PhraseCheck(
    params=Params,
    phrases=phrases,
    run=check_hits,
    placeholders={"": fills("match", "better", places=["first"])},
)
