"""What stands where a given name must stand is a slip of one, and no given name itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.names.mentions import Mention
from newslint.language.names.person_names import (
    GIVEN,
    SURNAME,
    bearers,
    is_common_given,
    is_given,
    kind_of,
)
from newslint.language.words.edit_distance import edits
from newslint.source import Span

_SHORTEST = 5  # letters; shorter names are too near to one another
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SWAPPED = 12  # the logarithm of how many must bear a name of which two letters are swapped
_FREQUENT = 13  # ... or one for which a common word was written
_MOST_COMPARED = 100  # given names with one initial in an article; more are a list of names
_RARER = 10  # ... and by how much the slip must be rarer, where clerks have written it, too
_NO_PERSON = frozenset(
    "The This That These Those North South East West New Old Great Saint San Santa Los Las El Le La Mount Fort Lake Port".split()
)


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each such word once, with the name that is meant."""
    seen: set[str] = set()
    names = _Names(analysis)
    for mention in analysis.mentions:
        if len(mention.words) < 2 or mention.words[0] in _NO_PERSON:
            continue
        at = mention.start
        for number, word in enumerate(mention.words[:-1]):
            at = analysis.text.index(word, at)
            if word not in seen and _is_candidate(names, mention, number):
                right = _meant(names, mention, number) if _is_person(names, mention, number) else ""
                if right:
                    seen.add(word)
                    yield Finding(
                        at,
                        at + len(word),
                        {"word": word, "right": right, "name": Span(mention.start, mention.end)},
                        suggestions=[right],
                    )
            at += len(word)


class _Names:
    """What the article's names say together, gathered when it is first asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    @cached_property
    def times(self) -> Counter[str]:
        """In how many mentions each word stands."""
        return Counter(word for mention in self.analysis.mentions for word in set(mention.words))

    def is_word(self, word: str) -> bool:
        """Whether this is a word like any other, with a capital."""
        return self.analysis.lexicon.frequency(word.lower()) > 0

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words that are a whole name somewhere."""
        return frozenset(mention.words[0] for mention in self.analysis.mentions if len(mention.words) == 1)

    @cached_property
    def given(self) -> dict[str, set[str]]:
        """The given names that stand before each surname."""
        found: dict[str, set[str]] = defaultdict(set)
        for mention in self.analysis.mentions:
            found[mention.surname].update(filter(is_given, mention.given))
        return found


def _is_candidate(names: _Names, mention: Mention, number: int) -> bool:
    word = mention.words[number]
    if (
        len(word) < _SHORTEST
        or not (word.isascii() and word.isalpha() and word[1:].islower())
        or is_given(word)
    ):
        return False
    if mention.in_title_case and (names.is_word(word) or number):
        return False
    # Before it stand given names, or words that say who it is: "Secretary of State Hilary Benn".
    return (
        number == 0
        or is_given(mention.words[0])
        or (not names.is_word(word) and all(map(names.is_word, mention.words[:number])))
    )


def _meant(names: _Names, mention: Mention, number: int) -> str:
    """The given name that is meant, or ""."""
    analysis, word = names.analysis, mention.words[number]
    if analysis.lexicon.frequency(word.lower()):
        # A common word: only between a given name and a surname, or where nobody is called so by the last name.
        if not number and kind_of(word) & SURNAME:
            return ""
        inside = 0 < number < len(mention.words) - 1
        return _word_for(word) if inside and mention.title else ""
    if kind_of(word) & SURNAME or analysis.lexicon.knows(word) or analysis.lexicon.is_name(word):
        return ""
    if names.times[word] > 2:
        return ""  # written so again and again: it is how the person is called
    return _best(word) or _named_elsewhere(names, mention, word)


def _named_elsewhere(names: _Names, mention: Mention, word: str) -> str:
    """A given name one slip away that the article itself writes before the surname."""
    if bearers(word):
        return ""
    lower = word.lower()
    near_by = sorted(names.given[mention.surname])[:_MOST_COMPARED]
    found = next((name for name in near_by if edits(name.lower(), lower, 1) == 1), "")
    return "" if found and _side_by_side(names.analysis, mention, found) else found


def _side_by_side(analysis: Analysis, mention: Mention, given: str) -> bool:
    """Whether the sentence names both: "Hafsa Iqbal and Hafza Iqbal" are two."""
    sentence = analysis.sentence_index(mention.start)
    return any(
        given in other.given and other.surname == mention.surname
        for other in analysis.mentions
        if analysis.sentence_index(other.start) == sentence
    )


def _is_person(names: _Names, mention: Mention, number: int) -> bool:
    """Whether something says that the name is a person's."""
    if mention.title or any(is_given(word) for at, word in enumerate(mention.words) if at != number):
        return True
    text = names.analysis.text
    if _after().match(text, mention.end) or _before().search(text, max(0, mention.start - 30), mention.start):
        return True
    if mention.surname in names.alone:
        return True
    # An unknown word before a surname, where a name in wide use is one slip away.
    return number == len(mention.words) - 2 and bool(kind_of(mention.surname) & SURNAME)


@lru_cache(maxsize=4096)
def _word_for(word: str) -> str:
    """The common given name for which a common word was written: one letter inside of it is another."""
    lower = word.lower()
    changed = (lower[:i] + letter + lower[i + 1 :] for i in range(1, len(lower)) for letter in _LETTERS)
    found = [name for name in map(str.capitalize, changed) if is_common_given(name, _FREQUENT)]
    return max(found, key=lambda name: (bearers(name), name), default="")


@lru_cache(maxsize=4096)
def _best(word: str) -> str:
    """The given name that two swapped letters make, and that most people bear. One letter more, less or other is no
    evidence: parents vary names so (Jussie, Lowri)."""
    lower = word.lower()
    swaps = [
        lower[:i] + lower[i + 1] + lower[i] + lower[i + 2 :]
        for i in range(len(lower) - 1)
        if lower[i] != lower[i + 1]
    ]
    known = [
        name for name in map(str.capitalize, swaps) if kind_of(name) & GIVEN and bearers(name) >= _SWAPPED
    ]
    known = [name for name in known if bearers(name) - bearers(word) >= (_RARER if bearers(word) else 0)]
    return max(known, key=lambda name: (bool(kind_of(name) & GIVEN), bearers(name)), default="")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?:'s|’s)?,? (?:said|says|told|added|asked|wrote|tweeted|testified|replied|argued|noted|who)\b"
        r"|, \d{1,3},"
        r"|,? (?:the|a|an|his|her|their|its) (?:[\w’'\-]+ ){0,5}?(?:minister|president|secretary|chief|director"
        r"|commissioner|spokes\w+|mayor|senator|governor|leader|chair\w*|head|professor|analyst|lawyer|attorney|author|coach|manager|ambassador|officer|member|founder|owner|resident"
        r"|student|teacher|doctor|economist|strategist|journalist|reporter|editor|executive|candidate|wife|husband|father|mother|son|daughter)\b",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:said|says|told|asked|according to|by|with|named|called|wife|husband|son|daughter|brother|sister|father|mother|friend),? $"
    )


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("word", "right", places=["name"])})
