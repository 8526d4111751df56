"""A person who is a source and then becomes "it": "a military source ... it stressed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.source import Span

_REACH = 2  # paragraphs in which a source is still the one meant


class Params(NamedTuple):
    """`people`: nouns that are persons and speak. `bodies`: nouns that "it" may stand for. `verbs`: what it does."""

    people: Sequence[str] = ()
    bodies: Sequence[str] = ()
    verbs: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The pronoun with its verb, where the last who spoke is a person and no body was named since."""
    if "it" not in analysis.lower_words or analysis.lower_words.isdisjoint(params.people):
        return
    people, bodies, speaks = _patterns(tuple(params.people), tuple(params.bodies), tuple(params.verbs))
    text = analysis.text
    blocks = analysis.article.blocks
    for match in speaks.finditer(text):
        index = analysis.article.block_index(match.start())
        if index < 0 or analysis.in_quotation(match.start()):
            continue
        start = blocks[max(0, index - _REACH)].start
        person = None
        for found in people.finditer(text, start, match.start()):
            person = found
        if person is None or bodies.search(text, person.start(), match.start()):
            continue
        yield Finding(
            match.start(),
            match.end(),
            {"words": match.group(), "source": person.group()},
            related=[Related(Span(*person.span()), "the source")],
        )


@lru_cache(maxsize=8)
def _patterns(
    people: tuple[str, ...], bodies: tuple[str, ...], verbs: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    def words(options: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, options)) or "(?!)"

    spoken = words(verbs)
    return (
        # The person speaks: a verb of saying in the same clause, not far off.
        re.compile(
            rf"\b(?:[Aa]n?|[Oo]ne|[Tt]he) (?:[\w’'-]+ ){{0,3}}?(?:{words(people)})\b"
            rf"(?=[^.;!?\n]{{0,80}}\b(?:{spoken}|told|denied)\b)"
        ),
        # A body that "it" may be: one that speaks itself, begins a sentence, or for which the person speaks.
        re.compile(
            rf"\b(?:{words(bodies)})\b(?: [\w’'-]+){{0,2}}? (?:{spoken})\b"
            rf"|(?:^|(?<=[.!?”\"’] )|(?<=\n))(?:The|A|An) (?:[\w’'-]+ ){{0,2}}?(?:{words(bodies)})\b"
            rf"|\b(?:for|of|from|at|with|in) (?:[\w’'-]+ ){{0,4}}?(?:{words(bodies)})\b",
            re.IGNORECASE | re.MULTILINE,
        ),
        re.compile(rf"\b[Ii]t (?:also |later |then )?(?:{spoken})\b(?! to\b)"),
    )


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("words", "source")})
