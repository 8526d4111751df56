"""One caption with two credits, in an article or in two of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.checks.captions._captions import captions, credit_key, credit_name
from newslint.checks.model import Fact, FactFinding, ProjectCheck, fills
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """`words`: in two articles, captions of fewer words may be those of two pictures."""

    words: int = 6


def collect(analysis: Analysis, params: Params) -> Iterator[Fact]:
    """Each caption that has a credit, with what is known of its picture."""
    for caption in captions(analysis.article):
        if credit_key(caption.credit):
            yield Fact(
                f"{caption.key}|{caption.picture}", credit_name(caption.credit), "", caption.block.span
            )


def compare(facts: Iterable[Fact], params: Params) -> Iterator[FactFinding]:
    """Each caption whose credit has nothing in common with that of the same caption before it."""
    first: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: (fact.path, fact.place)):
        other = first.setdefault(fact.key, fact)
        near = (other.path, other.article) == (fact.path, fact.article)
        enough = near or fact.key.partition("|")[0].count(" ") + 1 >= params.words
        if enough and not credit_key(other.value) & credit_key(fact.value):
            where = (
                f"on line {other.place.line}"
                if other.path == fact.path
                else f"in {other.path}, line {other.place.line}"
            )
            values = {"credit": fact.value, "other": other.value, "where": where}
            yield FactFinding(fact, values, ((other, f"credited to {other.value}"),))


CHECK = ProjectCheck(
    params=Params, collect=collect, compare=compare, placeholders={"": fills("credit", "other", "where")}
)
