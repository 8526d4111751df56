"""Frames: short patterns of neighbouring words, written as data, that tell where a word is wrong or missing.

A list of frames has a line a frame, `anchor words: slots`, for instance `lead: was|were _ by|to`. Slots are
parted by spaces and match one word each, next to each other with no mark between:

`a|b`      one of these words (`$name` stands for words that a line `$name = a|b` lists)
`<vb>`     a word that can be of this class (classes in newslint/language/pos.py); `<vb=>` is mostly, `<vb!>` only;
           `<vbd-vb>` can be the first, not the second nor a small word; `<count>` is a noun in the singular that can be counted
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
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newslint.language.pos import CLASSES, OTHER, classes, is_countable, main_class
from newslint.language.slips import FUNCTION
from newslint.language.wordstream import WordStream


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


@dataclass(slots=True)
class Slot:
    """What one word of a frame must be."""

    words: frozenset[str] = frozenset()
    can: int = 0
    mostly: int = 0
    only: int = 0
    never: int = 0
    count: bool = False
    negated: bool = False
    any: bool = False
    cap: bool = False
    but: frozenset[str] = frozenset()
    edge: bool = False

    def fits(self, word: str) -> bool:
        """Whether a lower-case word may stand here."""
        if self.any or word in self.but:
            return self.any
        found = word in self.words
        if not found and (self.can or self.mostly or self.only):
            known = classes(word)
            found = bool(
                (known & self.can and not known & self.never)
                or (self.mostly and main_class(word) & self.mostly)
                or (known and self.only and not known & ~self.only)
            )
        if not found and self.count:
            found = is_countable(word)
        return found != self.negated


class Frame(NamedTuple):
    """Slots before and after the anchor, from near to far, and where the gap is (slots before it; -1: none).

    `probe` are the words of the narrowest slot, which stands `offset` words from the anchor: a cheap first test.
    """

    before: tuple[Slot, ...]
    after: tuple[Slot, ...]
    gap: int
    offset: int
    probe: frozenset[str]


_Index = list[tuple[int, dict[str, list[tuple[str, Frame]]]]]


class FrameList:
    """A list of frames by anchor word; a line is read when its word first appears."""

    def __init__(self, path: str) -> None:
        self._sets: dict[str, str] = {}
        self._lines: dict[str, list[Line]] = {}
        self._indexes: dict[str, _Index] = {}
        self._slots: dict[str, Slot] = {}
        self.groups: list[list[str]] = []
        for row in Path(path).read_text(encoding="utf-8").splitlines():
            if not row or row.startswith("#"):
                continue
            name, equals, words = row.partition(" = ")
            if equals and name.startswith("$"):
                self._sets[name] = words
                continue
            head, colon, slots = row.partition(":")
            if not colon:
                self.groups.append(row.split(" = "))
                continue
            anchors, _, says = head.partition(" ")
            for anchor in self._expanded(anchors).split("|"):
                self._lines.setdefault(anchor, []).append(Line(anchor, says, slots))
        self.anchors = frozenset(self._lines)

    def matches(self, stream: WordStream) -> Iterator[tuple[str, Match]]:
        """What a line says after its anchors, and where a frame of it fits."""
        words = stream.words
        for anchor in stream.places.keys() & self.anchors:
            index = self._indexes.get(anchor) or self._indexed(anchor)
            for place in stream.places[anchor]:
                for offset, by_word in index:
                    for says, frame in by_word.get(words[place + offset], ()):
                        if _fits(frame, stream, place):
                            yield says, _match(frame, place)

    def _indexed(self, anchor: str) -> _Index:
        """An anchor's frames by the offset of their narrowest slot and by its words."""
        offsets: dict[int, dict[str, list[tuple[str, Frame]]]] = {}
        for line in self._lines[anchor]:
            for frame in self._compiled(line.slots):
                by_word = offsets.setdefault(frame.offset, {})
                for word in frame.probe or (anchor,):
                    by_word.setdefault(word, []).append((line.says, frame))
        index = self._indexes[anchor] = list(offsets.items())
        return index

    def _compiled(self, slots: str) -> Iterator[Frame]:
        for pattern in slots.split(";"):
            for words in _without_options([self._open(slot) for slot in pattern.split()]):
                gap = -1
                if "^" in words:
                    gap = len([w for w in words[: words.index("^")] if w != "."])
                    words = [w for w in words if w != "^"]
                at = words.index("_")
                before = tuple(self._slot(w) for w in reversed(words[:at]))
                after = tuple(self._slot(w) for w in words[at + 1 :])
                yield Frame(before, after, gap, *_narrowest(before, after))

    def _slot(self, text: str) -> Slot:
        slot = self._slots.get(text)
        if slot is None:
            slot = self._slots[text] = self._new_slot(text)
        return slot

    def _new_slot(self, text: str) -> Slot:
        slot = Slot(any=text in ("*", "<cap>"), edge=text == ".", cap=text == "<cap>")
        if slot.any or slot.edge:
            return slot
        text, _, but = text.partition("~")
        slot.but = frozenset(self._expanded(but).split("|"))
        if text.startswith("!"):
            slot.negated, text = True, text[1:]
        words = []
        for part in self._expanded(text).split("|"):
            if part.startswith("<"):
                name, _, never = part.strip("<>").partition("-")
                if name == "count":
                    slot.count = True
                    continue
                slot.never |= CLASSES[never] | OTHER if never else 0
                bits = CLASSES[name.rstrip("=!")]
                if name.endswith("="):
                    slot.mostly |= bits
                elif name.endswith("!"):
                    slot.only |= bits
                else:
                    slot.can |= bits
            else:
                words.append(part)
        slot.words = frozenset(words)
        return slot

    def _open(self, slot: str) -> str:
        """A slot with the words of its sets, so that a `.` or `<cap>` among them is seen."""
        return slot if slot[0] in "!?" or "~" in slot else self._expanded(slot)

    def _expanded(self, text: str) -> str:
        while "$" in text:
            text = "|".join(self._sets[part] if part.startswith("$") else part for part in text.split("|"))
        return text


@lru_cache(maxsize=16)
def frame_list(path: str) -> FrameList:
    """The list in a file, read once in a process."""
    return FrameList(path)


def _narrowest(before: tuple[Slot, ...], after: tuple[Slot, ...]) -> tuple[int, frozenset[str]]:
    """Offset and words of the slot with the fewest words that says all in words."""
    sides = [(-at, slot) for at, slot in enumerate(before, 1)] + list(enumerate(after, 1))
    plain = [
        (len(slot.words), offset, slot.words)
        for offset, slot in sides
        if slot.words
        and not (slot.edge or slot.negated or slot.can or slot.mostly or slot.only or slot.count)
    ]
    if not plain:
        return 0, frozenset()
    _, offset, words = min(plain, key=lambda each: each[:2])
    return offset, words


def _match(frame: Frame, index: int) -> Match:
    first = index - sum(not slot.edge for slot in frame.before)
    last = index + sum(not slot.edge for slot in frame.after)
    return Match(first, last, index, first + frame.gap - 1 if frame.gap >= 0 else -1)


def _fits(frame: Frame, stream: WordStream, index: int) -> bool:
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


def _without_options(slots: list[str]) -> Iterator[list[str]]:
    """The pattern once with and once without each optional slot; once with a mark and once with words for `.|a|b`."""
    for at, slot in enumerate(slots):
        alone = next((sign for sign in (".", "<cap>") if sign in slot.split("|")), "")
        if alone and alone != slot:
            words = "|".join(part for part in slot.split("|") if part != alone)
            yield from _without_options([*slots[:at], words, *slots[at + 1 :]])
            yield from _without_options([*slots[:at], alone, *slots[at + 1 :]])
            return
        if slot.startswith("?"):
            yield from _without_options([*slots[:at], *slots[at + 1 :]])
            yield from _without_options([*slots[:at], slot[1:], *slots[at + 1 :]])
            return
    yield slots
