"""Misspellings that are known, with what is meant: a sorted list, mapped into memory, found by bisection."""

from __future__ import annotations

from functools import cache, lru_cache
from mmap import mmap

from newslint.language.tables.data_files import map_data


@lru_cache(maxsize=20_000)
def known_misspelling(word: str) -> tuple[str, ...]:
    """The corrections of a known misspelling, or none."""
    wanted = b"\n" + word.encode("utf-8", "ignore") + b"\t"
    data = _misspellings()
    start = _first(wanted, *_section(wanted[1:3]))
    if data[start : start + len(wanted)] != wanted:
        return ()
    end = data.find(b"\n", start + 1)
    return tuple(data[start + len(wanted) : end].decode().split(", "))


@cache
def _section(letters: bytes) -> tuple[int, int]:
    """Where the lines are that begin with two letters."""
    whole = 0, len(_misspellings())
    return _first(b"\n" + letters, *whole), _first(b"\n" + letters + b"\xff", *whole)


def _first(wanted: bytes, low: int, high: int) -> int:
    """Where the first line is, between two places, that is not before this one in the alphabet."""
    data = _misspellings()
    while low < high:
        middle = max(low, data.rfind(b"\n", low, (low + high) // 2 + 1))
        end = data.find(b"\n", middle + 1)
        end = len(data) if end < 0 else end
        if data[middle:end] < wanted:
            low = end
        else:
            high = middle
    return low


@cache
def _misspellings() -> mmap:
    return map_data("misspellings.txt")
