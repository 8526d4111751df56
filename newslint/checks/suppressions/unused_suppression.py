"""A suppression that silences nothing any more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import Silencing, SourceFinding, SuppressionCheck, fills
from newslint.checks.suppressions._places import is_behind_text, is_comment


class Params(NamedTuple):
    """None."""


def check(silencing: Silencing, params: Params) -> Iterator[SourceFinding]:
    """Each suppression that was of no use, unless one of its rules did not run."""
    article = silencing.article
    for index, wish in enumerate(article.suppressions):
        if index in silencing.used or not wish.rules or not silencing.called.issuperset(wish.rules):
            continue
        if not is_behind_text(article, wish):
            variant = "" if is_comment(article, wish) else "front-matter"
            yield SourceFinding(wish.span, {"rules": ", ".join(wish.rules)}, variant)


CHECK = SuppressionCheck(
    params=Params, run=check, placeholders={"": fills("rules"), "front-matter": fills("rules")}
)
