"""One name, two spellings in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks import Finding, Related
from newslint.language.analysis import Analysis
from newslint.language.distance import folded
from newslint.language.name_forms import Form, forms
from newslint.language.name_pairs import likely, neighbours
from newslint.source import Span

_SHOWN = 4  # places of the other form that are shown beside a violation


class Params(NamedTuple):
    """`diacritics`: look for forms that differ in accents only, instead of for all others."""

    diacritics: bool = False
    allowed: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The rarer form, or the later of two that are equally frequent, at its first place; one violation a name."""
    known = forms(analysis)
    reported: set[str] = set()
    groups: dict[str, list[Form]] = defaultdict(list)
    for form in known.values():
        groups[folded(form.word)].append(form)
    if params.diacritics:
        pairs = [
            (one, two) for group in groups.values() for one in group for two in group if one.word < two.word
        ]
        pairs = [(a, b) for a, b in pairs if a.word.casefold() != b.word.casefold()]
    else:
        pairs = [(a, b) for a, b in neighbours(known) if likely(analysis, a, b)]
    for one, two in pairs:
        common, rare = sorted((one, two), key=lambda form: (-len(form.places), form.places[0]))
        if rare.word in reported or rare.word in params.allowed:
            continue
        reported.add(rare.word)
        yield _finding(common, rare)


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
