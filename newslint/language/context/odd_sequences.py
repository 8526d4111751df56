"""Where to ask: neighbours in classes that errors make and clean text hardly ever has.

A class is one of some 400 common words, or what a rarer word can be (its parts of speech), or a shape (a number, a
capital, a possessive, a mark); a coarse class is a function word or what a word mostly is. tools/context/odd_sequences.py
counts pairs of classes and triples of coarse classes in Wikipedia and White House papers, as they stand and with errors put
in, and keeps those that errors make many times as often: a likelihood ratio, so that a question to the encoder is worth
its time. Finding them costs a tenth of a millisecond an article.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise

from newslint.language.tables.data_files import data_path
from newslint.language.words.parts_of_speech import tags
from newslint.language.words.plain_marks import plain_marks

_MARKS = ".,;:!?\"'“”‘’()[]…*-—–/"
_CURRENCIES = "$£€"
_ENDINGS = ("ing", "ed", "ly", "s")
_BREAK = 0  # the class of a mark, and of a block's edges
_MOST_SEEN = 20_000  # chunks


def odd_places(chunks: Sequence[str]) -> list[tuple[int, int]]:
    """Of an article's words as they stand, marks and all (WordSequence.chunks), the first and last of each odd row."""
    known, odd_pairs, odd_triples = _tables()
    parts = list(map(known.__getitem__, chunks))
    row = list(chain.from_iterable(parts))
    coarse = list(map(known.coarse.__getitem__, row))
    if odd_pairs.isdisjoint(pairwise(row)) and odd_triples.isdisjoint(_triples(coarse)):
        return []
    hits = {(at, at + 1) for at, pair in enumerate(pairwise(row)) if pair in odd_pairs}
    hits |= {(at, at + 2) for at, triple in enumerate(_triples(coarse)) if triple in odd_triples}
    starts = list(accumulate(map(len, parts), initial=0))
    # Marks at the ends of a row belong to the words beside it.
    return [(bisect_right(starts, first) - 1, bisect_right(starts, last) - 1) for first, last in sorted(hits)]


def _triples(row: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    return zip(row, row[1:], row[2:], strict=False)


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
        lower = plain_marks(word.lower())
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
def _tables() -> tuple[WordClasses, frozenset[tuple[int, int]], frozenset[tuple[int, int, int]]]:
    """The classes, the odd pairs of them, and the odd triples of coarse ones."""
    named = json.loads(data_path("context/word-classes.json").read_text(encoding="utf-8"))
    pairs, triples = (iter(_numbers(f"context/odd-{name}.bin")) for name in ("pairs", "triples"))
    classes = WordClasses(named["words"], named["kinds"], named["coarse"])
    return (
        classes,
        frozenset(zip(pairs, pairs, strict=True)),
        frozenset(zip(triples, triples, triples, strict=True)),
    )


def _numbers(name: str) -> array[int]:
    """A file of numbers of 16 bits, little end first."""
    numbers = array("H", data_path(name).read_bytes())
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
