"""A name that differs slightly from how a list writes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from newslint.checks import Finding
from newslint.language.analysis import Analysis
from newslint.language.listed import TOKEN, Near, index_of


class Params(NamedTuple):
    """None: the lists are `rules/lists/names/` and the configuration's `names`."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each name that is a listed one but for a slip, with the listed form."""
    if not analysis.house.names:
        return
    index = index_of(analysis.house.names, date.today().isoformat())
    for found in index.near(analysis.text, analysis.words):
        if found.word and not found.placed and _may_be_another(analysis, found):
            continue
        written = analysis.text[found.start : found.end]
        yield Finding(
            found.start,
            found.end,
            {"written": written, "right": found.right},
            suggestions=[found.right],
        )


def _may_be_another(analysis: Analysis, found: Near) -> bool:
    """Whether the word that differs is a word or a name itself, so that somebody or something else may be meant:
    "Mark Carey", "World Band". A name of three words or more is nobody else's."""
    from newslint.language.name_list import is_given, is_known

    if is_given(TOKEN.findall(found.entry.name)[0]):
        return is_known(found.word)
    return found.length < 3 and analysis.lexicon.frequency(found.word.lower()) > 0
