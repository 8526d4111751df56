"""Where to ask: neighbours in classes that errors make and clean text hardly ever has.

A class is one of some 400 common words, or what a rarer word can be (its parts of speech), or a shape (a number, a
capital, a possessive, a mark); a coarse class is a function word or what a word mostly is. tools/context/odd_sequences.py
counts pairs and triples of classes, and triples of coarse classes, in Wikipedia and White House papers as they stand and
with errors put in, and keeps those that errors make many times as often: a likelihood ratio, so that a question to the
encoder is worth its time. Finding them costs a fifth of a millisecond an article.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate, chain

from newslint.language.tables.data_files import data_path
from newslint.language.words.parts_of_speech import tags

_MARKS = ".,;:!?\"'“”‘’()[]…*-—–/"
_CURRENCIES = "$£€"
_ENDINGS = ("ing", "ed", "ly", "s")
_LENGTHS = (2, 3, 3)  # of the rows that sequence_keys gives, in its order
_BREAK = 0  # the class of a mark, and of a block's edges
_MOST_SEEN = 100_000


def odd_places(chunks: Sequence[str]) -> list[tuple[int, int]]:
    """Of an article's words as they stand, marks and all (WordStream.chunks), the first and last of each odd row."""
    known, odd = _tables()
    parts = list(map(known.__getitem__, chunks))
    row = list(chain.from_iterable(parts))
    kinds = sequence_keys(row, known.coarse)
    if all(map(odd.isdisjoint, kinds)):
        return []
    starts = list(accumulate(map(len, parts), initial=0))
    hits = {
        (at, length)
        for keys, length in zip(kinds, _LENGTHS, strict=True)
        for at, key in enumerate(keys)
        if key in odd
    }
    # Marks at the ends of a row belong to the words beside it.
    return [
        (bisect_right(starts, at) - 1, bisect_right(starts, at + length - 1) - 1)
        for at, length in sorted(hits)
    ]


def sequence_keys(row: Sequence[int], coarse: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """Each pair of classes of a row, each triple of coarse classes, and each triple, as numbers of 32 bits."""
    plain = [coarse[number] for number in row]
    return (
        [1 << 30 | a << 9 | b for a, b in zip(row, row[1:], strict=False)],
        [1 << 31 | a << 18 | b << 9 | c for a, b, c in zip(plain, plain[1:], plain[2:], strict=False)],
        [a << 18 | b << 9 | c for a, b, c in zip(row, row[1:], row[2:], strict=False)],
    )


class WordClasses(dict[str, tuple[int, ...]]):
    """The classes of a chunk: its word's, between those of marks before and behind it."""

    def __init__(self, words: Sequence[str], kinds: Sequence[str], coarse: Sequence[int]) -> None:
        self.coarse = coarse  # the coarse class of each class
        self._words: Mapping[str, int] = {word: 1 + number for number, word in enumerate(words)}
        self._kinds: Mapping[str, int] = {kind: 1 + len(words) + number for number, kind in enumerate(kinds)}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        if len(self) > _MOST_SEEN:
            self.clear()
        word = chunk.strip(_MARKS)
        found: tuple[int, ...] = (_BREAK,)
        if word:
            before = () if chunk[0].isalnum() or chunk[0] in _CURRENCIES else (_BREAK,)
            behind = () if chunk[-1].isalnum() else (_BREAK,)
            found = (*before, self._class_of(word), *behind)
        self[chunk] = found
        return found

    def _class_of(self, word: str) -> int:
        lower = word.lower().replace("’", "'")
        number = 0 if word.isupper() and len(word) > 1 else self._words.get(lower, 0)
        return number or self._kinds.get(kind_of(word, lower)) or self._kinds["?"]


def kind_of(word: str, lower: str) -> str:
    """What a word is that has no class of its own, as it stands and in lower case."""
    if any(map(str.isdigit, word)):
        return "#"
    if lower.endswith(("'s", "s'")):
        return "'s"
    if word[0].isupper():
        return "N"
    if not word.isalpha():
        return "-"
    known = tags(lower)
    return str(known) if known else "?" + next((end for end in _ENDINGS if lower.endswith(end)), "")


@cache
def _tables() -> tuple[WordClasses, frozenset[int]]:
    named = json.loads(data_path("context/word-classes.json").read_text(encoding="utf-8"))
    keys = array("I", data_path("context/odd-sequences.bin").read_bytes())
    if sys.byteorder == "big":
        keys.byteswap()
    return WordClasses(named["words"], named["kinds"], named["coarse"]), frozenset(keys)
