"""The same caption in another article of the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.checks.captions._captions import captions
from newslint.checks.model import Fact, FactFinding, ProjectCheck, fills
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """`words`: shorter captions are left out; "The council chamber." fits many articles."""

    words: int = 6


def collect(analysis: Analysis, params: Params) -> Iterator[Fact]:
    """Each caption once an article."""
    seen = set()
    for caption in captions(analysis.article):
        if caption.key not in seen and caption.key.count(" ") + 1 >= params.words:
            seen.add(caption.key)
            yield Fact(caption.key, "", "", caption.block.span)


def compare(facts: Iterable[Fact], params: Params) -> Iterator[FactFinding]:
    """Each caption that an article before it, in the order of paths and places, has too."""
    first: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: (fact.path, fact.place)):
        other = first.setdefault(fact.key, fact)
        if (other.path, other.article) != (fact.path, fact.article):
            yield FactFinding(
                fact, {"where": f"{other.path}, line {other.place.line}"}, ((other, "here first"),)
            )


CHECK = ProjectCheck(params=Params, collect=collect, compare=compare, placeholders={"": fills("where")})
