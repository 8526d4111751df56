"""Titles before names, with a capital and without in one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.source import Span


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each title in the rarer case, or in the later one where both are as frequent."""
    places: dict[str, dict[bool, list[Span]]] = defaultdict(lambda: {True: [], False: []})
    for match in _titled().finditer(analysis.text):
        sentence = analysis.sentence_at(match.start())
        if sentence is None or sentence.start != match.start():
            places[match[1].lower()][match[1][0].isupper()].append(Span(match.start(1), match.end(1)))
    for cases in places.values():
        if cases[True] and cases[False]:
            capital_common = (len(cases[True]), -cases[True][0].start) > (
                len(cases[False]),
                -cases[False][0].start,
            )
            common, rare = cases[capital_common], cases[not capital_common]
            for span in rare:
                values = {"title": span, "other": common[0], "first": common[0]}
                yield Finding(*span, values, related=[Related(common[0], "here")])


@cache
def _titled() -> re.Pattern[str]:
    titles = (
        r"(?:[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|[Pp]rime|[Jj]ustice|[Hh]ealth) [Mm]inister|[Pp]resident|[Cc]hancellor"
        r"|[Gg]overnor|[Mm]ayor|[Ss]enator|[Ss]ecretary(?: of [Ss]tate)?|[Pp]remier|[Aa]mbassador|[Aa]rchbishop|[Cc]ommissioner"
    )
    return re.compile(rf"\b({titles}) (?=[A-Z][a-z]+ [A-Z][a-z])")


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills(places=["title", "other", "first"])})
