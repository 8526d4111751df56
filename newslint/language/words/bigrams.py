"""How usual two words are next to each other."""

from __future__ import annotations

from functools import cache, lru_cache

from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import StringTable

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


@cache
def _pairs() -> StringTable:
    return StringTable(data_path("pairs.bin"))
