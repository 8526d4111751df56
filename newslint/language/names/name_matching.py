"""Whether a word of a text is a slip for a word of a listed name, and whether what stands around it is the rest of that name."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newslint.language.vocabulary import ListedName
from newslint.language.words.edit_distance import edits, sound

TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


SHORTEST = 4  # letters of a word that may be judged misspelt; shorter ones are too often other names


SHORT = 5  # letters of a word of which a slip may leave no more than two at either end


LONG = 9  # letters of a word in which two slips are likelier than another name


_JOINTS = (" ", "\n", "\u00a0", "' ", "’ ")  # "Workers' Party"


class ListedNameMatch(NamedTuple):
    """A stretch of the text that is nearly a listed name: its span, how the name is written, the word that
    differs (none for a form that the list calls wrong) and whether it is the first, the number of the name's words
    of three letters or more, and whether the office or a place beside it says who is meant."""

    start: int
    end: int
    right: str
    entry: ListedName
    word: str = ""
    first: bool = False
    length: int = 0
    placed: bool = False


class Form(NamedTuple):
    tokens: tuple[str, ...]
    written: str
    entry: ListedName


class NameWord(NamedTuple):
    """A word of a name: as it is written; in small letters without accents; how that begins and ends, its length and
    letters."""

    written: str
    plain: str
    head: str
    tail: str
    length: int
    letters: frozenset[str]


def bucket_keys(word: str) -> tuple[str, ...]:
    """Outlines of a word in small letters without accents, one of which a slip leaves as it is: how it begins and
    ends, its first letters, its last ones."""
    keys = (word[:1] + "-" + word[-1:], word[:3], "-" + word[-3:])
    return keys if len(word) > SHORT else (*keys, word[:2], "-" + word[-2:])


def is_slip_of(word: str, plain: str, row: NameWord) -> bool:
    right, two = row.written, row.plain
    if word[:1].isupper() != right[:1].isupper():
        return False
    at = 0
    for one, other in zip(plain, two, strict=False):
        if one != other:
            break
        at += 1
    one, other = plain[at:], two[at:]
    if one[1:] == other[1:] or one[1:] == other or one == other[1:]:
        return True
    if one[2:] == other[2:] and one[:2] == other[1::-1]:
        return True
    if row.length >= LONG and edits(one, other, 2) <= 2:
        return True
    return at > 1 and sound(plain) == sound(two)


def whole_word_places(text: str, word: str) -> Iterator[int]:
    """Where the word stands in the text as a word of its own."""
    at = text.find(word)
    while at != -1:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(word, end)


def is_joined(text: str, window: list[re.Match[str]]) -> bool:
    """Whether nothing stands between the words of a name that ends it."""
    return all(
        (between := text[one.end() : two.start()]) in _JOINTS
        or (between == ". " and one.end() - one.start() < SHORTEST)  # "Robert F. Kennedy"
        for one, two in itertools.pairwise(window)
    )


def goes_on(text: str, tokens: list[re.Match[str]], last: int, wrong: int, form: Form) -> bool:
    """Whether a further capitalised word follows a name whose last word differs: then it is another name."""
    if wrong != len(form.tokens) - 1 or last >= len(tokens):
        return False
    following = tokens[last]
    return following.group()[:1].isupper() and text[tokens[last - 1].end() : following.start()] == " "


def has_title(before: str, entry: ListedName) -> bool:
    """Whether the entry's office stands right before a name."""
    said = before.rstrip(" \u00a0").rstrip(",")
    return any(
        said.endswith(office.lower()) and not said[: -len(office)][-1:].isalnum() for office in entry.office
    )


def has_place(words: frozenset[str], entry: ListedName) -> bool:
    """Whether a place of the entry is in the text."""
    return any(place in words or f"{place}'s" in words or f"{place}’s" in words for place in entry.place)


def without_accents(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def without_possessive(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word
