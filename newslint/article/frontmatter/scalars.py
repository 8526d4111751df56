"""Scalars of YAML and TOML with their places: which source characters stand for which text."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.article.builder import Builder

PLAIN, SINGLE, DOUBLE, RAW = "plain", "single", "double", "raw"

_FOLD = r"[ \t]*\r?\n\s*"
_SPECIAL = {
    PLAIN: re.compile(_FOLD),
    RAW: re.compile(_FOLD),
    SINGLE: re.compile(rf"''|{_FOLD}"),
    DOUBLE: re.compile(
        rf"\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|[ \t]*\r?\n\s*|.)|{_FOLD}", re.DOTALL
    ),
}
_ESCAPES = {"n": " ", "t": " ", "r": " ", "N": " ", "_": "\u00a0", "L": " ", "P": " ", "0": ""}


class Scalar(NamedTuple):
    """A value: the keys that lead to it, and where its text lies without quotation marks."""

    path: tuple[str, ...]
    start: int
    end: int
    style: str


def put_scalar(builder: Builder, text: str, scalar: Scalar) -> None:
    """Add a scalar's text to the block that the builder has open; lines are joined by blanks."""
    at = scalar.start
    for match in _SPECIAL[scalar.style].finditer(text, scalar.start, scalar.end):
        builder.copy(at, match.start())
        at = match.end()
        builder.replace(match.start(), at, _shown(match.group()))
    builder.copy(at, scalar.end)


def scalar_text(text: str, scalar: Scalar) -> str:
    """What a scalar says, its lines joined by blanks."""
    return _SPECIAL[scalar.style].sub(lambda match: _shown(match.group()), text[scalar.start : scalar.end])


def is_verbatim(text: str, scalar: Scalar) -> bool:
    """Whether the source shows the scalar as it is."""
    return _SPECIAL[scalar.style].search(text, scalar.start, scalar.end) is None


def _shown(special: str) -> str:
    if special == "''":
        return "'"
    if special[0] != "\\":
        return " "
    kind = special[1]
    if kind in "xuU" and len(special) > 2:
        code = int(special[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if kind.isspace() else _ESCAPES.get(kind, kind)
