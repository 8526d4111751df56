"""Words as the encoder knows them: a word of its vocabulary, or the class of an unknown word, and whether it has a capital."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from newslint.language.tables.data_files import data_path
from newslint.lazy_pattern import lazy_pattern

# As in training: letters with apostrophes inside, numbers, single marks. Hyphens part words.
WORD = lazy_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?\b|\d+|[^\w\s]|_")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "\u00a0": " "})
_ENDINGS = ("ing", "ed", "ly", "ion", "al", "er", "s", "y")
FIRST_WORD = 100  # ids below are classes and marks
# The first of the vocabulary: edges, then classes of words that it lacks.
CLASSES = (
    "[PAD] [SEP] [DOC] [NAME] [NAME's] [ACR] [rare] [rare-s] [rare-ed] [rare-ing] [rare-ly] [rare-er] [rare-ion] [rare-al] "
    "[rare-y] [rare-'s] [1] [00] [000] [year] [0,000] [0.0] [0th] [0:00] [mark]"
).split()
LONGEST = 126  # words of a passage, besides its two edges
# The words that the head for gaps knows, in its order behind "none is missing".
MISSING = tuple(
    """the a an to of in on at for by with from and or that is are was were be been has have had it he she they not will
    would as than who which his her their its this into about up out over after no more one two so but if can could do
    did year years""".split()
)
CAPITAL = 0x8000  # the bit of an id that says "begins with a capital"


class Row(NamedTuple):
    """A passage in words: the ids, and where each word stands (offsets in the article's text)."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def row(text: str, start: int, end: int) -> Row:
    """The words of the text between two offsets."""
    part = text[start:end].translate(_ALIKE)
    found = [(word_id(m.group()), start + m.start(), start + m.end()) for m in WORD.finditer(part)]
    ids, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Row(ids, starts, ends)


def word_id(word: str) -> int:
    """The id of a word as it is written, with the bit of its capital."""
    ids = vocabulary()
    lower = word.lower()
    number = ids.get(lower)
    if number is None:
        number = ids[class_of(word)]
    elif len(word) > 1 and word.isupper() and number > FIRST_WORD:
        number = ids["[ACR]"]
    return number | CAPITAL if word[0].isupper() else number


def known_id(word: str) -> int:
    """The id of a lower-case word of the vocabulary; 0 for any other."""
    return vocabulary().get(word, 0)


@cache
def vocabulary() -> dict[str, int]:
    """Each word, mark and class by its text."""
    words = json.loads(data_path("context/vocab.json").read_text(encoding="utf-8"))
    return {word: number for number, word in enumerate(words)}


def class_of(word: str) -> str:
    """The class of a word that the vocabulary lacks: by its shape, capital and ending."""
    if word[0].isdigit():
        return _number_class(word)
    if not word[0].isalpha():
        return "[mark]"
    owner = word.endswith("'s")
    if word[0].isupper():
        return "[NAME's]" if owner else "[ACR]" if word.isupper() and len(word) > 1 else "[NAME]"
    if owner:
        return "[rare-'s]"
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return f"[rare-{ending}]" if ending else "[rare]"


def _number_class(word: str) -> str:
    if word[-1] in "hdts":
        return "[0th]"
    for mark, name in ((":", "[0:00]"), (".", "[0.0]"), (",", "[0,000]")):
        if mark in word:
            return name
    if len(word) == 4 and word[0] in "12":
        return "[year]"
    return ("[1]", "[00]", "[000]")[min(len(word), 3) - 1]
