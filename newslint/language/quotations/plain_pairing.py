"""Pairs the marks of a block where that is plain, as in most: the quick way past `pairing`, with the same result."""

from __future__ import annotations

from newslint.article import Block
from newslint.language.quotations.model import Quotation

_DOUBLE = frozenset('"“”')
_STOPS = frozenset(".,!?")


def pair_plain(text: str, block: Block, marks: list[tuple[int, str]]) -> list[Quotation] | None:
    """The quotations of a block whose double marks open and close by turns and whose single ones are apostrophes
    behind letters; None where anything else stands. `marks` are offsets in the text with the mark there."""
    found: list[Quotation] = []
    start, opening = -1, ""
    for at, mark in marks:
        before = text[at - 1] if at > block.start else " "
        if mark not in _DOUBLE:
            if mark not in "'’" or not before.isalnum():
                return None
        elif start < 0:
            if mark == "”" or not before.isspace() or not text[at + 1 : at + 2].isalnum():
                return None
            start, opening = at, mark
        else:
            after = text[at + 1] if at + 1 < block.end else " "
            closes = before.isalpha() or before in _STOPS
            if mark == "“" or not closes or not (after.isspace() or after in ",;:"):
                return None
            found.append(Quotation(start, at + 1, opening, mark))
            start = -1
    return found if start < 0 else None
