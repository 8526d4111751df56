"""The words of an article's names: each form with its places and with what stands beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from newslint.language.analysis import Analysis
from newslint.language.names.mentions import PERSON, Mention
from newslint.language.names.person_names import bearers, is_given

_SHORTEST, _LONGEST = 4, 40  # letters
_KEPT = 20_000
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october"
    " november december north south east west northern southern eastern western street avenue university college school".split()
)


class Form:
    """A word as it is written in names: `places` (offsets in the article's text), the given names and titles
    before it, the words after it, and how it is used."""

    __slots__ = ("after", "alone", "before", "first", "given", "last", "places", "sure", "titles", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.places: list[int] = []
        self.given: set[str] = set()
        self.titles: set[str] = set()
        self.before: set[str] = set()
        self.after: set[str] = set()
        self.alone = 0  # as the whole name
        self.last = 0  # as the last word of a name of several
        self.first = 0  # as the first word of a name of several
        self.sure = (
            0  # where a capital says that it is a name: not at the start of a sentence or in a headline
        )


Occurrences = dict[str, list[tuple[Mention, int]]]


def occurrences(analysis: Analysis) -> Occurrences:
    """The words of an article's names, each with the mentions that it stands in and its number there; words that
    can't be judged are left out."""
    found: Occurrences = defaultdict(list)
    for mention in analysis.mentions:
        for number, word in enumerate(mention.words):
            if _judged(word):
                if mention.in_title_case and len(word) > _SHORTEST and word.isupper():
                    word = word.title()  # an all-capitals headline
                found[word].append((mention, number))
    return found


def form_of(analysis: Analysis, word: str, places: list[tuple[Mention, int]]) -> Form:
    """What the article's mentions say of a word."""
    form = Form(word)
    for mention, number in places:
        _note(form, mention, number, _place(analysis.text, mention, number))
    # "Middle East", "Team Hillary": a word like any other is nobody's given name.
    frequency = analysis.lexicon.frequency
    form.given = {
        name for name in form.given if is_given(name) or bearers(name) or not frequency(name.lower())
    }
    return form


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


def _place(text: str, mention: Mention, number: int) -> int:
    """The offset of a mention's word."""
    at = mention.start
    for word in mention.words[:number]:
        at = text.index(word, at) + len(word)
    return text.index(mention.words[number], at)


@lru_cache(maxsize=_KEPT)
def _judged(word: str) -> bool:
    return (
        _SHORTEST <= len(word) <= _LONGEST
        and _plain().fullmatch(word) is not None
        and word.lower() not in _NO_NAMES
    )


@cache
def _plain() -> re.Pattern[str]:
    # One capital at the start of each part; all in capitals is an abbreviation; McCain, O'Brien and DeSantis are names.
    return re.compile(r"(?:[A-Z]['’])?[^\W\d_]+(?:-[^\W\d_]+)*")
