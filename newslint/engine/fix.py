"""Applies fixes: which edits go together, and files that are replaced whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newslint.engine.report import FixEdit, Violation
from newslint.files import decode, encode, read_bytes, replace_file
from newslint.rules import APPLICABILITIES
from newslint.source import Source


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's text before and after, and the violations whose fixes were applied."""

    source: Source
    text: str
    applied: tuple[Violation, ...]


def fixed(source: Source, violations: Iterable[Violation], least: str) -> Fixed:
    """The text with every fix at least as trusted as `least` ("safe" or "unsafe").

    Fixes are taken in the order of their first edit, a safe one before an unsafe one at the same place. One
    that overlaps a fix already taken is left for the next run. All edits of a fix are made, or none.
    """
    floor = APPLICABILITIES.index(least)
    wanted = [
        v for v in violations if v.fix and APPLICABILITIES.index(v.fix.applicability) >= floor and v.fix.edits
    ]
    wanted.sort(key=_order)
    taken: list[FixEdit] = []
    applied: list[Violation] = []
    for v in wanted:
        assert v.fix is not None
        edits = sorted(v.fix.edits, key=lambda edit: edit.start)
        if not any(_clash(edit, other) for edit in edits for other in _near(taken, edit)):
            taken += edits
            taken.sort(key=lambda edit: (edit.start, edit.end))
            applied.append(v)
    parts, last = [], 0
    for edit in taken:
        parts += [source.text[last : edit.start], edit.content]
        last = edit.end
    parts.append(source.text[last:])
    return Fixed(source, "".join(parts), tuple(applied))


def write(change: Fixed) -> None:
    """Replace the file by the fixed text: mode, encoding and byte order mark are kept, links followed.

    Raises OSError; the file is then as it was.
    """
    path = Path(os.path.realpath(change.source.path))
    replace_file(path, encode(change.source, change.text), path.stat().st_mode & 0o7777)


def source_of(path: str, configured: str) -> Source:
    """A file's text; `configured` is the encoding that the configuration names. Raises Unreadable."""
    return decode(path, read_bytes(path), configured)


def _order(v: Violation) -> tuple[int, int, str]:
    assert v.fix is not None
    return (min(e.start for e in v.fix.edits), -APPLICABILITIES.index(v.fix.applicability), v.rule)


def _near(taken: Sequence[FixEdit], edit: FixEdit) -> Sequence[FixEdit]:
    """The taken edits that could overlap this one: fixes come in order, so the last few are enough."""
    from bisect import bisect_left

    at = bisect_left(taken, edit.start, key=lambda other: other.start)
    return taken[max(0, at - 2) : at + 2]


def _clash(one: FixEdit, other: FixEdit) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end
