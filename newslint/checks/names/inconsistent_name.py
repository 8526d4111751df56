"""One name, two spellings in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.checks.names._name_forms import Form, form_of, occurrences
from newslint.checks.names._name_pairs import Announcements, likely, neighbours
from newslint.checks.names._organisations import two_ways
from newslint.language.analysis import Analysis
from newslint.language.words.edit_distance import folded
from newslint.source import Span

_FEW_PAIRS, _CHARACTERS_A_PAIR = 500, 100  # so many pairs of near names are compared, and more in a long text
_SHOWN = 4  # places of the other form that are shown beside a violation


class Params(NamedTuple):
    """`diacritics`: look for forms that differ in accents only, instead of for all others."""

    diacritics: bool = False
    allowed: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The rarer form, or the later of two that are equally frequent, at its first place; one violation a name."""
    found = occurrences(analysis)
    forms: dict[str, Form] = {}

    def form(word: str) -> Form:
        if word not in forms:
            forms[word] = form_of(analysis, word, found[word])
        return forms[word]

    reported: set[str] = set()
    near = (
        _accented(found)
        if params.diacritics
        else neighbours(list(found), max(_FEW_PAIRS, len(analysis.text) // _CHARACTERS_A_PAIR))
    )
    announcements = Announcements(analysis)
    for one, two in ((form(a), form(b)) for a, b in near):
        common, rare = sorted((one, two), key=lambda each: (-len(each.places), each.places[0]))
        if rare.word in reported or rare.word in params.allowed:
            continue
        if params.diacritics or likely(analysis, one, two, announcements.of):
            reported.add(rare.word)
            yield _finding(common, rare)
    if not params.diacritics:
        for common, rare in two_ways(analysis):
            if rare.word not in params.allowed:
                yield _finding(common, rare)


def _accented(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that differ in accents only."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[folded(word)].append(word)
    for group in groups.values():
        for one, two in combinations(sorted(group), 2):
            if one.casefold() != two.casefold():
                yield one, two


def _finding(common: Form, rare: Form) -> Finding:
    start = rare.places[0]
    first = Span(common.places[0], common.places[0] + len(common.word))
    related = [
        Related(Span(at, at + len(common.word)), f"'{common.word}' here") for at in common.places[:_SHOWN]
    ]
    related += [
        Related(Span(at, at + len(rare.word)), f"'{rare.word}' again") for at in rare.places[1:_SHOWN]
    ]
    values = {
        "rare": rare.word,
        "common": common.word,
        "first": first,
        "rare_times": _times(len(rare.places)),
        "common_times": _times(len(common.places)),
    }
    return Finding(start, start + len(rare.word), values, suggestions=[common.word], related=related)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={"": fills("rare", "common", "rare_times", "common_times", places=["first"])},
)
