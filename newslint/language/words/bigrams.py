"""How usual two words are next to each other, and pairs that are one slip from a set phrase."""

from __future__ import annotations

from functools import cache, lru_cache

from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import Hashed

_ALL = 319  # the logarithm of all words that were counted
_KEPT = 20_000  # pairs of words: enough for the usual ones, and little beside the tables
STEPS = 8  # the table keeps the logarithm to base 2 of a pair's count, in eighths


@lru_cache(maxsize=_KEPT)
def usual(first: str, second: str) -> int:
    """Eight times the binary logarithm of the pair's count in a thousand billion words; 0 below some 100,000."""
    return _pairs().get(f"{first} {second}")


@lru_cache(maxsize=20_000)
def frequency(word: str) -> int:
    """The same for one word; 0 below some 300,000."""
    return _pairs().get(word)


def tie(first: str, second: str) -> int:
    """Eight times the binary logarithm of how much more often than by chance the pair is met; 0 where it is not usual."""
    pair = usual(first, second)
    return pair and pair + _ALL - frequency(first) - frequency(second)


@lru_cache(maxsize=_KEPT)
def set_phrase(first: str, second: str) -> tuple[int, str] | None:
    """Which of two words (0 or 1) is a slip for another that stands there in a set phrase, and that word."""
    value = _slips().get(f"{first} {second}")
    return (value & 1, _meant()[value >> 1]) if value else None


@cache
def slip_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that can be a slip in a set phrase, and those that stand beside them: a cheap test before `set_phrase`."""
    wrong, beside = data_path("slip-words.txt").read_text(encoding="ascii").splitlines()
    return frozenset(wrong.split()), frozenset(beside.split())


@cache
def _pairs() -> Hashed:
    return Hashed(data_path("pairs.bin"))


@cache
def _slips() -> Hashed:
    return Hashed(data_path("slips.bin"))


@cache
def _meant() -> list[str]:
    return ["", *data_path("slips-meant.txt").read_text(encoding="ascii").split()]
