"""A name that differs slightly from how a list writes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.names.name_matching import TOKEN, ListedNameMatch
from newslint.language.words.edit_distance import folded, sound

_TELLING = 6  # letters from which a surname behind a common given name tells a person from others


class Params(NamedTuple):
    """None: the lists are `rules/lists/names/` and the configuration's `names`."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each name that is a listed one but for a slip, with the listed form."""
    if not analysis.house.names:
        return
    index = analysis.newsroom.gazetteer(date.today().isoformat())
    capitals = {w for form in analysis.word_stream.forms if form.is_capital for w in form.words}
    for found in index.near(analysis.text, analysis.words, capitals):
        if found.word and not found.placed and _may_be_another(analysis, found):
            continue
        written = analysis.text[found.start : found.end]
        yield Finding(
            found.start,
            found.end,
            {"written": written, "right": found.right},
            suggestions=[found.right],
        )


def _may_be_another(analysis: Analysis, found: ListedNameMatch) -> bool:
    """Whether the word that differs is a word or a name itself, so that somebody or something else may be meant:
    "Mark Carey", "World Band". A name of three words is nobody else's."""
    from newslint.language.names.person_names import COMMON_GIVEN, COMMON_SURNAME, is_given, is_known, kind_of

    if found.length > 2:
        return False
    words = TOKEN.findall(found.right)
    entry = found.entry
    if not (entry.office or entry.place or is_given(words[0])):
        return analysis.lexicon.frequency(found.word.lower()) > 0
    if found.first and not kind_of(words[-1]) & COMMON_SURNAME:
        # Few have the surname; one of them may be called by another common name, not by the same in other letters.
        alike = sound(folded(found.word)) == sound(folded(words[0]))
        return not alike and bool(kind_of(found.word) & COMMON_GIVEN)
    if not found.first and len(words[-1]) < _TELLING and kind_of(words[0]) & COMMON_GIVEN:
        return True
    return is_known(found.word)


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("written", "right")}, reads_names=True)
