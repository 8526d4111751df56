"""Phrases whose words are always the same, found by two of their words of which one is a slip; and names of that kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.segmentation.word_sequence import WordSequence
from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import StringTable
from newslint.language.words.related_words import FUNCTION, one_slip, related

_LEAST = 4  # letters of a word in a name that is compared
Slip = tuple[int, str, str]  # the wrong word's index in the stream, the word meant, and the phrase


def phrase_slips(stream: WordSequence) -> Iterator[Slip]:
    """Words in small letters that stand where a set phrase has another, one slip of the hand or none of the ear away; a
    word may be a slip of several."""
    words = stream.words
    wrong, beside = _slip_words()
    for word in sorted(wrong.intersection(stream.places)):
        for index in stream.places[word]:
            if stream.capital(index):
                continue
            for first in (index - 1, index):
                other = words[first if first != index else index + 1]
                if other in beside and stream.joined(first):
                    yield from _phrases_at(stream, index, _phrases_with(words[first], words[first + 1]))


def name_slips(stream: WordSequence) -> Iterator[Slip]:
    """Words with a capital that stand where the name of an office, a body or a place has another one slip away."""
    index = _names()
    for anchor in sorted(index.keys() & stream.places.keys()):
        for place in stream.places[anchor]:
            if stream.capital(place):
                for row, at in index[anchor]:
                    found = _slip_in(stream, row, place - at)
                    if found is not None and _is_name_slip(stream, found, row[found - place + at]):
                        yield found, row[found - place + at], " ".join(row)


def _phrases_at(stream: WordSequence, index: int, phrases: Sequence[str]) -> Iterator[Slip]:
    for phrase in phrases:
        row = phrase.split()
        for at, meant in enumerate(row):
            if _slip_in(stream, row, index - at) == index:
                yield index, meant, phrase


def _slip_in(stream: WordSequence, row: Sequence[str], first: int) -> int | None:
    """The index of the only word that is not the row's, where the rest stands from an index on without a mark in it."""
    if first < 0 or first + len(row) > len(stream.words):
        return None
    wrong = [at for at in range(len(row)) if stream.words[first + at] != row[at]]
    if len(wrong) != 1 or not all(stream.joined(first + at) for at in range(len(row) - 1)):
        return None
    return first + wrong[0]


def _is_name_slip(stream: WordSequence, index: int, meant: str) -> bool:
    word = stream.words[index]
    return (
        len(word) >= _LEAST
        and len(meant) >= _LEAST
        and word.isalpha()
        and stream.capital(index)
        and one_slip(word, meant)
        and not related(word, meant)
    )


def _phrases_with(first: str, second: str) -> Sequence[str]:
    number = _pairs().get(f"{first} {second}")
    return _phrases()[number - 1] if number else ()


@cache
def _slip_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that can be a slip in a set phrase, and those that stand beside them: a cheap test."""
    wrong, beside = data_path("set-phrase-words.txt").read_text(encoding="ascii").splitlines()
    return frozenset(wrong.split()), frozenset(beside.split())


@cache
def _pairs() -> StringTable:
    return StringTable(data_path("set-phrases.bin"))


@cache
def _phrases() -> list[list[str]]:
    return [line.split("|") for line in data_path("set-phrases.txt").read_text(encoding="ascii").splitlines()]


@cache
def _names() -> dict[str, list[tuple[list[str], int]]]:
    """The names by each of their words that tells something, with its place in the name."""
    found: defaultdict[str, list[tuple[list[str], int]]] = defaultdict(list)
    for line in data_path("set-names.txt").read_text(encoding="ascii").splitlines():
        row = line.split()
        for at, word in enumerate(row):
            if word not in FUNCTION and len(word) >= _LEAST:
                found[word].append((row, at))
    return dict(found)
