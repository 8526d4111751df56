"""Applies fixes: which edits go together, and files that are replaced whole or not at all."""

from __future__ import annotations

import os
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newslint.engine.report import FixEdit, Violation
from newslint.files import decode, digest_of, encode, read_bytes, replace_file
from newslint.rules import APPLICABILITIES
from newslint.source import Source


class OtherText(Exception):
    """What an edit would replace is not what was read there: the text has changed since it was checked."""


class SavedMeanwhile(Exception):
    """The file on the disk is no longer the one that was checked."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's text before and after, and the violations whose fixes were applied."""

    source: Source
    text: str
    applied: tuple[Violation, ...]


def fixed(source: Source, violations: Iterable[Violation], least: str) -> Fixed:
    """The text with every fix at least as trusted as `least` ("safe" or "unsafe"), one time. Raises OtherText.

    Fixes are taken in the order of their first edit, a safe one before an unsafe one at the same place. One
    that overlaps a fix already taken is left out. All edits of a fix are made, or none.
    """
    taken: list[FixEdit] = []
    applied: list[Violation] = []
    for v in sorted(_trusted(violations, least), key=_order):
        assert v.fix is not None
        edits = sorted(v.fix.edits, key=_place)
        if not any(_clash(edit, other) for edit in edits for other in _near(taken, edit)):
            for edit in edits:
                insort(taken, edit, key=_place)
            applied.append(v)
    return Fixed(source, apply_edits(source.text, taken), tuple(applied))


def apply_edits(text: str, edits: Iterable[FixEdit]) -> str:
    """The text with edits that do not overlap. Raises OtherText where the text is not the one they were made for."""
    parts, last = [], 0
    for edit in sorted(edits, key=_place):
        if edit.start < last or text[edit.start : edit.end] != edit.old:
            raise OtherText(f"at {edit.start}: not {edit.old!r}")
        parts += [text[last : edit.start], edit.content]
        last = edit.end
    parts.append(text[last:])
    return "".join(parts)


def write(change: Fixed) -> None:
    """Replace the file by the fixed text: mode, encoding and byte order mark are kept, links followed.

    Raises SavedMeanwhile where the file is not the one that was checked, and OSError; it is then as it was.
    """
    path = Path(os.path.realpath(change.source.path))

    def is_as_checked() -> bool:
        return digest_of(path.read_bytes()) == change.source.digest

    if not is_as_checked():
        raise SavedMeanwhile
    mode = path.stat().st_mode & 0o7777
    if not replace_file(path, encode(change.source, change.text), mode, is_as_checked):
        raise SavedMeanwhile


def source_of(path: str, configured: str) -> Source:
    """A file's text; `configured` is the encoding that the configuration names. Raises Unreadable."""
    return decode(path, read_bytes(path), configured)


def _trusted(violations: Iterable[Violation], least: str) -> list[Violation]:
    floor = APPLICABILITIES.index(least)
    return [
        v for v in violations if v.fix and v.fix.edits and APPLICABILITIES.index(v.fix.applicability) >= floor
    ]


def _order(v: Violation) -> tuple[int, int, str]:
    assert v.fix is not None
    return (min(e.start for e in v.fix.edits), -APPLICABILITIES.index(v.fix.applicability), v.rule)


def _place(edit: FixEdit) -> tuple[int, int]:
    return edit.start, edit.end


def _near(taken: Sequence[FixEdit], edit: FixEdit) -> Sequence[FixEdit]:
    """The taken edits that may overlap this one: none overlaps another, so they begin inside it or just before it."""
    first = bisect_left(taken, edit.start, key=lambda other: other.start)
    last = bisect_left(taken, edit.end, lo=first, key=lambda other: other.start)
    return taken[max(0, first - 1) : last + 1]


def _clash(one: FixEdit, other: FixEdit) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end
