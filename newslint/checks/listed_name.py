"""A name that differs slightly from how a list writes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from newslint.checks import Finding
from newslint.language.analysis import Analysis
from newslint.language.listed import index_of


class Params(NamedTuple):
    """None: the lists are `rules/lists/names/` and the configuration's `names`."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each name that is a listed one but for a slip, with the listed form; {office} says whose name it is."""
    if not analysis.house.names:
        return
    index = index_of(analysis.house.names, date.today().isoformat())
    for found in index.near(analysis.text, analysis.words):
        written = analysis.text[found.start : found.end]
        whose = found.entry.office[0] if found.entry.office else ""
        yield Finding(
            found.start,
            found.end,
            {"written": written, "right": found.right, "office": whose},
            variant="with-office" if whose else "",
            suggestions=[found.right],
        )
