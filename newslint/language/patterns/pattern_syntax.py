"""What a frame is made of: slots, and how they are read from a line of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.language.words.parts_of_speech import CLASSES, OTHER, classes, is_countable, main_class

_MOST_SEEN = 2_000  # words of which a slot remembers whether they fit
_FREQUENT = {  # how many of a thousand words are this one
    "the": 60, "of": 30, "to": 28, "and": 26, "a": 25, "in": 22, "that": 13, "is": 10, "for": 10, "on": 8, "it": 8,
    "he": 8, "was": 8, "with": 7, "as": 7, "said": 7, "his": 6, "be": 6, "at": 5, "by": 5, "i": 5, "not": 4, "has": 4,
    "are": 4, "have": 4, "from": 4, "who": 4, "but": 4, "an": 4, "they": 4, "we": 4, "this": 4, "their": 3, "she": 3,
    "her": 3, "or": 3, "you": 3, "had": 3, "were": 3, "would": 3, "will": 3, "more": 3, "been": 3, "its": 2, "one": 2,
}  # fmt: skip
_OTHER_WORD = 0.3
_DEEPEST = 11  # sets that name one another, and the words at the end


class _Fitting(dict[str, bool]):
    """Whether words fit a slot, remembered, as most words come again."""

    def __init__(self, slot: Slot) -> None:
        self._slot = slot

    def __missing__(self, word: str) -> bool:
        if len(self) > _MOST_SEEN:
            self.clear()
        found = self[word] = self._slot.allows(word)
        return found


@dataclass(slots=True)
class Slot:
    """What one word of a frame must be."""

    words: frozenset[str] = frozenset()
    can: int = 0
    mostly: int = 0
    only: int = 0
    never: int = 0
    count: bool = False
    digits: bool = False
    negated: bool = False
    any: bool = False
    cap: bool = False
    but: frozenset[str] = frozenset()
    edge: bool = False
    fits: Callable[[str], bool] = field(init=False)  # `allows`, with a memory

    def __post_init__(self) -> None:
        self.fits = _Fitting(self).__getitem__

    def allows(self, word: str) -> bool:
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
        if not found and self.digits:
            found = word[:1].isdigit() or word.startswith(("$", "£", "€"))
        return found != self.negated


class Frame(NamedTuple):
    """Slots before and after the anchor, from near to far, and where the gap is (slots before it; -1: none).

    Two cheap first tests: `probe` are the words of the narrowest slot, which stands `offset` words from the anchor;
    `may` says whether a word fits a slot that asks for a class, `at` words from the anchor (None: there is none).
    """

    before: tuple[Slot, ...]
    after: tuple[Slot, ...]
    gap: int
    offset: int
    probe: frozenset[str]
    at: int
    may: Callable[[str], bool] | None


class FrameReader:
    """Reads the frames of lines, with the sets of words that the list defines; a slot is made once."""

    def __init__(self) -> None:
        self.sets: dict[str, str] = {}
        self._slots: dict[str, Slot] = {}

    def words(self, anchors: str) -> list[str]:
        """The words that anchors name, those of sets among them."""
        return self._expanded(anchors).split("|")

    def frames(self, slots: str) -> Iterator[Frame]:
        """The frames of a line: one for each pattern and each way to fill its options."""
        for pattern in slots.split(";"):
            for words in _without_options([self._open(slot) for slot in pattern.split()]):
                gap = -1
                if "^" in words:
                    gap = len([w for w in words[: words.index("^")] if w != "."])
                    words = [w for w in words if w != "^"]
                if "_" not in words:
                    raise ValueError(f"no '_' stands for the word itself: {pattern.strip()}")
                at = words.index("_")
                before = tuple(self._slot(w) for w in reversed(words[:at]))
                after = tuple(self._slot(w) for w in words[at + 1 :])
                yield Frame(before, after, gap, *_narrowest(before, after), *_by_class(before, after))

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
                if name in ("count", "num"):
                    slot.count |= name == "count"
                    slot.digits |= name == "num"
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
        for _ in range(_DEEPEST):
            if "$" not in text:
                return text
            before = text
            text = "|".join(self.sets[part] if part.startswith("$") else part for part in text.split("|"))
            if text == before:
                raise ValueError(f"a set stands where only words can: {text}")
        raise ValueError("a set names itself, or sets name one another more than ten deep")


def _narrowest(before: tuple[Slot, ...], after: tuple[Slot, ...]) -> tuple[int, frozenset[str]]:
    """Offset and words of the slot that says all in words, and in the rarest."""
    sides = [(-at, slot) for at, slot in enumerate(before, 1)] + list(enumerate(after, 1))
    plain = [
        (sum(_FREQUENT.get(word, _OTHER_WORD) for word in slot.words), offset, slot.words)
        for offset, slot in sides
        if slot.words
        and not (
            slot.edge or slot.negated or slot.can or slot.mostly or slot.only or slot.count or slot.digits
        )
    ]
    if not plain:
        return 0, frozenset()
    _, offset, words = min(plain, key=lambda each: each[:2])
    return offset, words


def _by_class(before: tuple[Slot, ...], after: tuple[Slot, ...]) -> tuple[int, Callable[[str], bool] | None]:
    """Offset and test of the slot nearest to the anchor that asks for a class."""
    for at, slot in [*enumerate(after, 1), *((-at, slot) for at, slot in enumerate(before, 1))]:
        if not slot.negated and (slot.can or slot.mostly or slot.only or slot.count):
            return at, slot.fits
    return 0, None


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
