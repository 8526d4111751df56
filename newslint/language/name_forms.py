"""The words of an article's names: each form with its places and with what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from newslint.language.analysis import Analysis
from newslint.language.mentions import PERSON, Mention
from newslint.language.name_list import is_given

_SHORTEST = 4  # letters
_KEPT = 20_000
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october"
    " november december north south east west northern southern eastern western street avenue university college school".split()
)


@dataclass(slots=True)
class Form:
    """A word as it is written in names: `places` (offsets in the article's text), the given names and titles
    before it, the words after it, and how it is used."""

    word: str
    places: list[int] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    alone: int = 0  # as the whole name
    last: int = 0  # as the last word of a name of several
    first: int = 0  # as the first word of a name of several
    sure: int = 0  # where a capital says that it is a name: not at the start of a sentence or in a headline


def forms(analysis: Analysis) -> dict[str, Form]:
    """The forms of an article's names by their word, those that can't be judged left out."""
    found: dict[str, Form] = {}
    lexicon = analysis.lexicon
    for mention in analysis.mentions:
        for number, (word, at) in enumerate(_placed(analysis.text, mention)):
            if not _judged(word):
                continue
            if word.isupper() and len(word) > 4 and mention.in_title_case:
                word = word.title()  # an all-capitals headline
            form = found.get(word)
            if form is None:
                form = found[word] = Form(word)
            _note(form, mention, number, at)
    for form in found.values():
        # "Middle East", "Team Hillary": a word like any other is nobody's given name.
        form.given = {word for word in form.given if is_given(word) or not lexicon.frequency(word.lower())}
    return found


def _note(form: Form, mention: Mention, number: int, at: int) -> None:
    words = mention.words
    form.places.append(at)
    only = len(words) == 1
    form.alone += only
    form.last += not only and number == len(words) - 1
    form.first += not only and number == 0
    form.sure += not mention.in_title_case and not (mention.at_start and number == 0)
    if number:
        form.before.add(words[number - 1])
        if number == len(words) - 1:
            form.given.add(words[0].rstrip("."))
    if number + 1 < len(words):
        form.after.add(words[number + 1])
    if mention.title and (only or mention.kind == PERSON):
        form.titles.add(mention.title)


def _placed(text: str, mention: Mention) -> list[tuple[str, int]]:
    """The words of a mention with their offsets."""
    if len(mention.words) == 1:
        return [(mention.words[0], mention.start)]
    placed, at = [], mention.start
    for word in mention.words:
        at = text.index(word, at)
        placed.append((word, at))
        at += len(word)
    return placed


@lru_cache(maxsize=_KEPT)
def _judged(word: str) -> bool:
    return len(word) >= _SHORTEST and _plain().fullmatch(word) is not None and word.lower() not in _NO_NAMES


@cache
def _plain() -> re.Pattern[str]:
    # One capital at the start of each part; all in capitals is an abbreviation; McCain, O'Brien and DeSantis are names.
    return re.compile(r"(?:[A-Z]['’])?[^\W\d_]+(?:-[^\W\d_]+)*")
