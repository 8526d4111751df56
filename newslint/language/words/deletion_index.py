"""The words that may be suggested, found by what is left of a misspelling when a letter is dropped, or by its sound."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from mmap import mmap
from pathlib import Path
from typing import Literal, NamedTuple
from zlib import crc32

from newslint.language.tables.data_files import map_data

_MAGIC = b"NLNEAR2\0"
_MOST_HEARD = 12  # words that only sound alike: so many of them are compared
_HEARD = (
    ("ph", "f"), ("gh", "g"), ("ck", "k"), ("sch", "sk"), ("wr", "r"), ("kn", "n"), ("x", "ks"), ("qu", "k"),
    ("tion", "sn"), ("sion", "sn"), ("cian", "sn"), ("dge", "j"), ("ce", "se"), ("ci", "si"), ("cy", "sy"),
    ("ch", "c"), ("c", "k"), ("q", "k"), ("z", "s"), ("ge", "j"), ("gi", "j"), ("v", "f"),
)  # fmt: skip
_MUTE = re.compile(r"(?<!^)[aeiouyhw']+")
_TWICE = re.compile(r"(.)\1+")


def near(word: str) -> list[str]:
    """Words that are a slip away from this one, and the most frequent of those that sound like it."""
    slips = _found(spelled_variants(word))
    seen = set(slips)
    heard = [number for number in _found(heard_variants(word)) if number not in seen]
    return [_table().word(number) for number in slips + heard[:_MOST_HEARD]]


def spelled_variants(word: str) -> list[str]:
    """What two words share that are one letter apart: added, dropped, changed, or swapped with its neighbour."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def heard_variants(word: str) -> list[str]:
    """What two words share that sound alike, a consonant more or less, or have the same letters."""
    key = "~" + sound_key(word)
    letters = "=" + "".join(sorted(word))
    return [letters, key, *(key[:at] + key[at + 1 :] for at in range(2, len(key)) if len(key) > 4)]


@lru_cache(maxsize=10_000)
def sound_key(word: str) -> str:
    """The word's consonants as they are heard, and whether it begins with a vowel."""
    for written, heard in _HEARD:
        word = word.replace(written, heard)
    first = "a" if word[:1] in "aeiou" else word[:1]
    return _TWICE.sub(r"\1", first + _MUTE.sub("", word)[1:])


def _found(variants: list[str]) -> list[int]:
    """The numbers of the words that have one of these variants, the most frequent word first."""
    hashes, _, numbers, _ = _table()
    found = set()
    for variant in variants:
        wanted = crc32(variant.encode())
        index = bisect_left(hashes, wanted)
        while index < len(hashes) and hashes[index] == wanted:
            found.add(numbers[index])
            index += 1
    return sorted(found)


def write_near(path: Path, words: Sequence[str]) -> None:
    """Write the table of the words' variants; the words stand in the order of their frequency."""
    rows = sorted(
        {
            (crc32(v.encode()), number)
            for number, word in enumerate(words)
            for v in spelled_variants(word) + heard_variants(word)
        }
    )
    hashes, numbers = array("I", (row[0] for row in rows)), array("H", (row[1] for row in rows))
    starts = array("I", [0, *accumulate(len(word) + 1 for word in words)])
    if sys.byteorder == "big":
        for each in (hashes, numbers, starts):
            each.byteswap()
    head = _MAGIC + len(rows).to_bytes(4, "little") + len(starts).to_bytes(4, "little")
    path.write_bytes(head + hashes.tobytes() + starts.tobytes() + numbers.tobytes())


class _Table(NamedTuple):
    """The variants' hashes in order, the number of the word each belongs to, and where words.txt has it."""

    hashes: Sequence[int]
    starts: Sequence[int]
    numbers: Sequence[int]
    words: mmap

    def word(self, number: int) -> str:
        """The word of a number."""
        return self.words[self.starts[number] : self.starts[number + 1] - 1].decode("ascii")


@cache
def _table() -> _Table:
    view = memoryview(map_data("words.near"))
    if bytes(view[:8]) != _MAGIC:
        raise ValueError("words.near is not newslint's; run tools/build_lexicon.py again")
    rows, words = (int.from_bytes(view[at : at + 4], "little") for at in (8, 12))
    split, end = 16 + 4 * rows, 16 + 4 * (rows + words)
    hashes, starts = _numbers(view[16:split], "I"), _numbers(view[split:end], "I")
    return _Table(hashes, starts, _numbers(view[end:], "H"), map_data("words.txt"))


def _numbers(view: memoryview, kind: Literal["I", "H"]) -> Sequence[int]:
    if sys.byteorder == "little":
        return view.cast(kind)
    swapped = array(kind, view.tobytes())
    swapped.byteswap()
    return swapped
