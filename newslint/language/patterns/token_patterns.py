"""Frames: short patterns of neighbouring words, written as data, that tell where a word is wrong or missing.

A list of frames has a line a frame, `anchor words: slots`, for instance `lead: was|were _ by|to`. Slots are
parted by spaces and match one word each, next to each other with no mark between:

`a|b`      one of these words (`$name` stands for words that a line `$name = a|b` lists)
`<vb>`     a word that can be of this class (classes in newslint/language/words/parts_of_speech.py); `<vb=>` is mostly, `<vb!>` only;
           `<vbd-vb>` can be the first, not the second nor a small word; `<count>` is a noun in the singular that can be counted,
           `<num>` a number in digits
`<cap>`    a word that begins with a capital (elsewhere only the first word of a frame may)
`a~b|c`    what fits the first but not the second
`!slot`    a word, but not one that matches the slot; `*` is any word
`?slot`    matches a word or nothing
`_`        the anchor, the word that the line begins with
`^`        not a word: the gap in which a word is missing
`.`        a mark or the edge of a block; after the anchor a closing one, before it any

A line `a = b = c` is a group of words; it has no frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newslint.language.patterns.pattern_syntax import Frame, FrameReader
from newslint.language.segmentation.word_sequence import WordSequence
from newslint.language.words.related_words import FUNCTION


class Match(NamedTuple):
    """Where a frame fits: its first and last word, its anchor, and the word before the gap (-1: it has none)."""

    first: int
    last: int
    anchor: int
    gap: int


class Line(NamedTuple):
    """A line of a list: `says` is what stands after the anchors (`> led` in `lead > led: ...`)."""

    anchor: str
    says: str
    slots: str


_Index = list[tuple[int, dict[str, list[tuple[str, Frame]]]]]


class FrameList:
    """A list of frames by anchor word; a line is read when its word first appears."""

    def __init__(self, path: str) -> None:
        self._reader = FrameReader()
        self._lines: dict[str, list[Line]] = {}
        self._indexes: dict[str, _Index] = {}
        self.groups: list[list[str]] = []
        for row in Path(path).read_text(encoding="utf-8").splitlines():
            if not row or row.startswith("#"):
                continue
            name, equals, words = row.partition(" = ")
            if equals and name.startswith("$"):
                self._reader.sets[name] = words
                continue
            head, colon, slots = row.partition(":")
            if not colon:
                self.groups.append(row.split(" = "))
                continue
            anchors, _, says = head.partition(" ")
            for anchor in self._reader.words(anchors):
                self._lines.setdefault(anchor, []).append(Line(anchor, says, slots))
        self.anchors = frozenset(self._lines)

    def matches(self, stream: WordSequence) -> Iterator[tuple[str, Match]]:
        """What a line says after its anchors, and where a frame of it fits."""
        words = stream.words
        for anchor in sorted(self.anchors.intersection(stream.places)):
            index = self._indexes.get(anchor) or self._indexed(anchor)
            places = stream.places[anchor]
            for offset, by_word in index:
                for place in [place for place in places if words[place + offset] in by_word]:
                    for says, frame in by_word[words[place + offset]]:
                        may = frame.may
                        if (may is None or may(words[place + frame.at])) and _fits(frame, stream, place):
                            yield says, _match(frame, place)

    def _indexed(self, anchor: str) -> _Index:
        """An anchor's frames by the offset of their narrowest slot and by its words."""
        offsets: dict[int, dict[str, list[tuple[str, Frame]]]] = {}
        for line in self._lines[anchor]:
            for frame in self._reader.frames(line.slots):
                by_word = offsets.setdefault(frame.offset, {})
                for word in frame.probe or (anchor,):
                    by_word.setdefault(word, []).append((line.says, frame))
        index = self._indexes[anchor] = list(offsets.items())
        return index


def list_mistake(path: str) -> str:
    """The first mistake of a list, with its line; "" where there is none. What was kept of the list is forgotten."""
    frame_list.cache_clear()
    try:
        rows = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return "it can't be read as UTF-8 text"
    lines = [(number, row) for number, row in enumerate(rows, 1) if row and not row.startswith("#")]
    reader = FrameReader()
    for _, row in lines:
        if row.startswith("$") and " = " in row:
            name, _, words = row.partition(" = ")
            reader.sets[name] = words
    for number, row in lines:
        head, colon, slots = row.partition(":")
        try:
            if colon and not (row.startswith("$") and " = " in row):
                reader.words(head.partition(" ")[0])
                list(reader.frames(slots))
        except (KeyError, ValueError, IndexError) as error:
            return f"line {number}: {_unknown(error)}"
    return ""


def _unknown(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"'{error.args[0]}' is neither a set of this list nor a class of words"
    return str(error)


@lru_cache(maxsize=16)
def frame_list(path: str) -> FrameList:
    """The list in a file, read once in a process."""
    return FrameList(path)


def _match(frame: Frame, index: int) -> Match:
    first = index - sum(not slot.edge for slot in frame.before)
    last = index + sum(not slot.edge for slot in frame.after)
    return Match(first, last, index, first + frame.gap - 1 if frame.gap >= 0 else -1)


def _fits(frame: Frame, stream: WordSequence, index: int) -> bool:
    words = stream.words
    at, cap = index, False
    for slot in frame.before:
        if slot.edge:
            if stream.joined(at - 1):
                return False
            continue
        if not words[at - 1] or not slot.fits(words[at - 1]) or not stream.joined(at - 1):
            return False
        if stream.capital(at) and not cap and words[at] != "i":
            return False  # a name, or a title in capitals
        at -= 1
        cap = slot.cap
        if cap and (not stream.capital(at) or words[at] in FUNCTION):
            return False
    if stream.capital(at) and not cap and stream.joined(at - 1) and words[at] != "i":
        return False
    at = index
    for slot in frame.after:
        if slot.edge:
            return stream.closed(at)
        if not words[at + 1] or not slot.fits(words[at + 1]) or not stream.joined(at):
            return False
        at += 1
        if stream.capital(at) != slot.cap and not (slot.any and not slot.cap) and words[at] != "i":
            return False
    return True
