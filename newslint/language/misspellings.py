"""Misspellings that are known, with what is meant: a sorted list, mapped into memory, found by bisection."""

from __future__ import annotations

from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path


@lru_cache(maxsize=20_000)
def known_misspelling(word: str) -> tuple[str, ...]:
    """The corrections of a known misspelling, or none."""
    data = _misspellings()
    wanted = b"\n" + word.encode("utf-8", "ignore") + b"\t"
    low, high = 0, len(data)
    while low < high:
        middle = data.rfind(b"\n", 0, (low + high) // 2 + 1)
        if middle < low:
            middle = low
        end = data.find(b"\n", middle + 1)
        end = len(data) if end < 0 else end
        line = data[middle:end]
        if line.startswith(wanted):
            return tuple(line[len(wanted) :].decode().split(", "))
        if line.split(b"\t")[0] < wanted[:-1]:
            low = end
        else:
            high = middle
    return ()


@cache
def _misspellings() -> mmap:
    with (Path(__file__).parent.parent / "data" / "misspellings.txt").open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
