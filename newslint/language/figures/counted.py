"""What a number counts: the unit or the noun behind it."""

from __future__ import annotations

from typing import NamedTuple

from newslint.language.figures import number_patterns as patterns
from newslint.language.figures.model import (
    DURATION,
    MONEY,
    PEOPLE,
    QUANTITY,
)
from newslint.language.figures.units import (
    MONEY_WORDS,
    NOT_NOUNS,
    PEOPLE_NOUNS,
    TIME_UNITS,
    glued_unit,
    unit_of,
)

_NOUN_WITHIN = 4  # words behind a number: a noun further on is not what it counts


class Counted(NamedTuple):
    """What stands behind a number: what it counts, and where that ends."""

    end: int
    kind: str
    noun: str = ""
    unit: str = ""
    currency: str = ""


def read_counted(text: str, end: int, kind: str, currency: str) -> Counted:
    """A unit, or the first plural within four words; the number alone where there is neither."""
    at = last = end
    if text[end - 1].isdigit() and (glued := glued_unit(text, end)) and not kind:
        return Counted(end + len(glued), QUANTITY, unit=unit_of(glued), currency=currency)
    if text.startswith(" of ", end) and not kind:
        at = last = end + 3
    for _ in range(_NOUN_WITHIN):
        follow = patterns.FOLLOW.match(text, at)
        if follow is None or _ends_the_search(follow[1]):
            break
        word, at = follow[1].lower(), follow.end()
        singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        if unit := unit_of(word):
            return Counted(at, kind or QUANTITY, unit=unit, currency=currency)
        if singular in MONEY_WORDS and not currency:
            return Counted(at, MONEY, word, currency=MONEY_WORDS[singular])
        if singular in TIME_UNITS:
            return Counted(at, kind or DURATION, word, singular, currency)
        if kind == MONEY:
            break
        if word in PEOPLE_NOUNS:
            return Counted(at, PEOPLE, word, currency=currency)
        if word.endswith("s") and not word.endswith(("ss", "ous", "us", "is")):
            return Counted(at, kind or QUANTITY, word, currency=currency)
    return Counted(last, kind, currency=currency)


def _ends_the_search(word: str) -> bool:
    """Whether a word behind a number can't be part of what it counts: a function word, a name."""
    lower = word.lower()
    return lower in NOT_NOUNS or (word[0].isupper() and lower not in PEOPLE_NOUNS and not word.endswith("s"))
