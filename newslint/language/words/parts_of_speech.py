"""Parts of speech: what a word can be, and what it is most often."""

from __future__ import annotations

from functools import cache, lru_cache

from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import StringTable

VB, VBD, VBN, VBG, VBZ, NN, NNS, JJ, RB, OTHER = (1 << bit for bit in range(10))
VERB, NOUN = VB | VBD | VBN | VBG | VBZ, NN | NNS
CLASSES = {
    "vb": VB, "vbd": VBD, "vbn": VBN, "vbg": VBG, "vbz": VBZ,
    "nn": NN, "nns": NNS, "jj": JJ, "rb": RB, "verb": VERB, "noun": NOUN,
}  # fmt: skip
MAIN_SHIFT = 10  # above the bits of what a word can be: the number of the bit of what it mostly is


@lru_cache(maxsize=20_000)
def classes(word: str) -> int:
    """What a lower-case word can be, as a union of the bits above; 0 for a word that is not known."""
    return _table().get(word) & ((1 << MAIN_SHIFT) - 1)


def tags(word: str) -> int:
    """What a lower-case word can be and what it is most often, as one number that only tells words apart; 0: not known."""
    return _table().get(word)


def main_class(word: str) -> int:
    """What a lower-case word is most often, one of the bits above; 0 for a word that is not known."""
    value = _table().get(word)
    return 1 << (value >> MAIN_SHIFT) if value else 0


@lru_cache(maxsize=5_000)
def is_countable(word: str) -> bool:
    """Whether a word is a noun in the singular, and nothing else, that has a plural."""
    if word in ("man", "woman", "child"):
        return True
    if classes(word) & ~(NN | VB | JJ) or main_class(word) != NN or classes(word) & NNS:
        return False
    plurals = (word + "s", word[:-1] + "ies" if word.endswith("y") else word + "es")
    return any(classes(plural) & NNS for plural in plurals)


@cache
def _table() -> StringTable:
    return StringTable(data_path("pos.bin"))
