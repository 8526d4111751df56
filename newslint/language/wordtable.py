"""The words that may be suggested, found by what is left of a misspelling when a letter is dropped, or by its sound."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

_DATA = Path(__file__).parent.parent / "data"
_MAGIC = b"NLNEAR1\0"
_MOST_HEARD = 24  # words that only sound alike: so many of them are compared
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
    heard = [number for number in _found(heard_variants(word)) if number not in set(slips)]
    words = _words()
    return [words[number] for number in slips + heard[:_MOST_HEARD]]


def spelled_variants(word: str) -> list[str]:
    """What two words share that are one letter apart: added, dropped, changed, or swapped with its neighbour."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def heard_variants(word: str) -> list[str]:
    """What two words share that sound alike, a consonant more or less, or have the same letters."""
    key = "~" + sound_key(word)
    letters = "=" + "".join(sorted(word))
    return [letters, key, *(key[:at] + key[at + 1 :] for at in range(2, len(key)) if len(key) > 4)]


@cache
def sound_key(word: str) -> str:
    """The word's consonants as they are heard, and whether it begins with a vowel."""
    for written, heard in _HEARD:
        word = word.replace(written, heard)
    first = "a" if word[:1] in "aeiou" else word[:1]
    return _TWICE.sub(r"\1", first + _MUTE.sub("", word)[1:])


def _found(variants: list[str]) -> list[int]:
    """The numbers of the words that have one of these variants, the most frequent word first."""
    hashes, numbers = _table()
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
    rows = sorted({(crc32(v.encode()), number) for number, word in enumerate(words) for v in spelled_variants(word) + heard_variants(word)})
    hashes, numbers = array("I", (row[0] for row in rows)), array("H", (row[1] for row in rows))
    if sys.byteorder == "big":
        hashes.byteswap()
        numbers.byteswap()
    path.write_bytes(_MAGIC + len(rows).to_bytes(8, "little") + hashes.tobytes() + numbers.tobytes())


@cache
def _table() -> tuple[Sequence[int], Sequence[int]]:
    with (_DATA / "words.near").open("rb") as file:
        view = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    if bytes(view[:8]) != _MAGIC:
        raise ValueError("words.near is not newslint's; run tools/build_lexicon.py again")
    count = int.from_bytes(view[8:16], "little")
    hashes, numbers = view[16 : 16 + 4 * count], view[16 + 4 * count :]
    if sys.byteorder == "little":
        return hashes.cast("I"), numbers.cast("H")
    swapped = array("I", hashes.tobytes()), array("H", numbers.tobytes())
    for each in swapped:
        each.byteswap()
    return swapped


@cache
def _words() -> list[str]:
    return (_DATA / "words.txt").read_text(encoding="ascii").split()
