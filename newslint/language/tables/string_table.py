"""A read-only table from strings to small numbers in one file: sorted hashes, found by bisection, mapped into memory."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

_MAGIC = b"NLHASH1\0"
_NEAR = (
    48  # entries: between two that are a few hundred apart, a place by proportion is hardly ever further off
)
_HEAD = len(_MAGIC) + 8  # then the number of entries and the width of a value, four bytes each


class StringTable:
    """`get(key)` is the key's number, or 0. One key in some 20,000 that is not stored is taken for one that is."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            view = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        if bytes(view[: len(_MAGIC)]) != _MAGIC:
            raise ValueError(f"{path} is not a table of newslint's; run its script in tools/ again")
        count = self._count = int.from_bytes(view[len(_MAGIC) : len(_MAGIC) + 4], "little")
        self._width = int.from_bytes(view[len(_MAGIC) + 4 : _HEAD], "little")
        self._hashes = _numbers(view[_HEAD : _HEAD + 4 * count])
        self._values = view[_HEAD + 4 * count :]

    def get(self, key: str) -> int:
        """The key's number, 0 where it is not stored."""
        hashes, count, wanted = self._hashes, self._count, crc32(key.encode())
        # Hashes are spread evenly: the place is near to where it is by proportion, and nearer by a second one.
        likely = wanted * count >> 32
        likely += (wanted - hashes[likely]) * count >> 32
        low, high = likely - _NEAR, likely + _NEAR
        index = bisect_left(hashes, wanted, low, high) if low > 0 and high < count else low
        if index in (low, high):
            index = bisect_left(hashes, wanted)
        if index == count or hashes[index] != wanted:
            return 0
        if self._width == 1:
            return self._values[index]
        start = index * self._width
        return int.from_bytes(self._values[start : start + self._width], "little")


def write(path: Path, values: Mapping[str, int], width: int) -> None:
    """Write a table; of keys with the same hash the greatest number is kept."""
    numbers: dict[int, int] = {}
    for key, value in values.items():
        hashed = crc32(key.encode())
        numbers[hashed] = max(value, numbers.get(hashed, 0))
    order = sorted(numbers)
    head = _MAGIC + len(order).to_bytes(4, "little") + width.to_bytes(4, "little")
    hashes = b"".join(hashed.to_bytes(4, "little") for hashed in order)
    # Replaced, not overwritten: a process that has the old table mapped keeps it.
    fresh = path.with_suffix(".new")
    fresh.write_bytes(head + hashes + b"".join(numbers[h].to_bytes(width, "little") for h in order))
    fresh.replace(path)


def _numbers(view: memoryview) -> memoryview:
    if sys.byteorder == "little":
        return view.cast("I")
    from array import array

    numbers = array("I", view.tobytes())
    numbers.byteswap()
    return memoryview(numbers)
