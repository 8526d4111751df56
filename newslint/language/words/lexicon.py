"""The words a run knows: the shipped ones and the user's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newslint.language.memo import Memo
from newslint.language.segmentation.word_sequence import Form
from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import StringTable
from newslint.language.vocabulary import Vocabulary
from newslint.language.words.morphology import is_derived
from newslint.language.words.plain_marks import plain_marks

CLASS_BITS, AMERICAN_BIT, BRITISH_BIT, NAME_BIT = 0b11111, 1 << 5, 1 << 6, 1 << 7
_NONE, _WORD, _RARE = 0, 1, 2
_MOST_KEPT = 30_000  # words whose standing and frequency are kept


class Lexicon:
    """English as news writes it, with the user's words."""

    def __init__(self, house: Vocabulary) -> None:
        self.house = house
        self._table = _table()
        self._own = _own_words(house)
        self._own_variants: dict[str, list[str]] = {}
        self._standing = Memo(self._looked_up, _MOST_KEPT)
        self._frequency = Memo(self._class_of, _MOST_KEPT)

    def knows(self, word: str) -> bool:
        """Whether this is a word: as it stands, or its lower case; each part of a hyphenated one."""
        return self._standing[word] > 0

    def doubts(self, forms: Iterable[Form]) -> tuple[set[str], set[str]]:
        """Of the words in these forms those that are none, and those that are rare."""
        unknown: set[str] = set()
        rare: set[str] = set()
        for form in forms:
            doubtful = form.doubtful
            if doubtful is None:
                doubtful = form.doubtful = tuple(w for w in form.words if self._standing[w] != _WORD)
            for word in doubtful:  # an article has few
                (rare if self._standing[word] == _RARE else unknown).add(word)
        return unknown, rare

    def frequency(self, word: str) -> int:
        """How common a word is: 0 unknown, 1 rare, to 31, in steps of the logarithm to base 2."""
        return self._frequency[word]

    def is_name(self, word: str) -> bool:
        """Whether the lexicon has the word only as a name, with a capital."""
        return bool(self._table.get(word.lower()) & NAME_BIT)

    def dialect(self, word: str) -> str:
        """The English in which alone a word is spelled so: us, gb, or ""."""
        value = self._table.get(word.lower())
        return "us" if value & AMERICAN_BIT else "gb" if value & BRITISH_BIT else ""

    def own_near(self, word: str) -> list[str]:
        """The newsroom's words that are one slip from this one."""
        if not self._own:
            return []
        from newslint.language.words.deletion_index import spelled_variants

        if not self._own_variants:
            for own in self._own:
                for variant in spelled_variants(own.lower()):
                    self._own_variants.setdefault(variant, []).append(own)
        near = [own for v in spelled_variants(word) for own in self._own_variants.get(v, ())]
        return list(dict.fromkeys(near))

    def _class_of(self, word: str) -> int:
        word = plain_marks(word.lower())
        value = self._table.get(word)
        if value & NAME_BIT:
            value = 0
        return value & CLASS_BITS or int(word in self._own)

    def _looked_up(self, word: str) -> int:
        if word in self._own:
            return _WORD
        lower = plain_marks(word.lower())
        value = self._table.get(lower)
        if value & NAME_BIT:
            return _WORD if word != lower or lower in self._own else _NONE
        if value:
            return _RARE if value & CLASS_BITS == 1 and word == lower and word.isalpha() else _WORD
        return _WORD if lower in self._own or is_derived(lower, self.knows, self.frequency) else _NONE


@cache
def _table() -> StringTable:
    return StringTable(data_path("words.bin"))


def _own_words(house: Vocabulary) -> frozenset[str]:
    """The newsroom's words: those of the configuration and of its dictionaries (a word a line, # comments)."""
    words = set(house.words)
    for path in house.dictionaries:
        for line in Path(path).read_text(encoding="utf-8-sig").splitlines():
            word = line.partition("#")[0].strip()
            if word:
                words.add(word)
    return frozenset(words)
