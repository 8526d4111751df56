"""American and British spelling in one article, or the English that the newsroom does not write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.source import Span

_NAMES = {"us": "American", "gb": "British"}
_WORD = re.compile(r"(?<![\w’'\-./@#])[a-z]+(?![\w’'@/])")


class Params(NamedTuple):
    """`either`: words that both write, whatever a dictionary says."""

    either: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The words of the rarer English, once each; of the other one, where the newsroom has chosen one."""
    dialect = analysis.lexicon.dialect
    spelled = {word: of for word in analysis.words if word.islower() and (of := dialect(word))}
    for word in params.either:
        spelled.pop(word, None)
    if not spelled:
        return
    chosen = analysis.house.dialect
    if chosen == "any" and len(set(spelled.values())) < 2:
        return
    places = [(m, spelled[m.group()]) for m in _WORD.finditer(analysis.text) if m.group() in spelled]
    counts = {of: sum(each == of for _, each in places) for of in _NAMES}
    usual = chosen if chosen != "any" else max(counts, key=lambda of: counts[of])
    others = [match for match, of in places if of == usual]
    if chosen == "any" and not others:
        return
    seen = set()
    for match, of in places:
        if of != usual and match.group() not in seen:
            seen.add(match.group())
            related = [Related(Span(*others[0].span()), f"{_NAMES[usual]} spelling")] if others else []
            yield Finding(
                match.start(),
                match.end(),
                {"word": match.group(), "english": _NAMES[of], "usual": _NAMES[usual]},
                variant="" if chosen == "any" else "house",
                related=related,
            )


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={"": fills("word", "english", "usual"), "house": fills("word", "english", "usual")},
)
