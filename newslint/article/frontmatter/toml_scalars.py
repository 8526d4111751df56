"""Finds the strings of TOML front matter with their places."""

from __future__ import annotations

import re

from newslint.article.frontmatter.scalars import DOUBLE, RAW, Scalar

_TABLE = re.compile(r"[ \t]*(\[\[?)[ \t]*([^\]\n]+?)[ \t]*\]\]?[ \t]*(?:#[^\n]*)?(?:\r?\n|$)")
_KEY = re.compile(
    r"""\s*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=[ \t]*"""
)
_SKIP = re.compile(r"(?:\s+|#[^\n]*)*+")
_STRING = re.compile(
    r'"""(?:\r?\n)?((?:[^"\\]|\\.|"(?!""))*+)"""|\'\'\'(?:\r?\n)?((?:[^\']|\'(?!\'\'))*+)\'\'\''
    r'|"((?:[^"\\\n]|\\.)*+)"|\'([^\'\n]*+)\'',
    re.DOTALL,
)
_OTHER = re.compile(r"[^\s,\[\]{}#]+")
_PART = re.compile(r"""[\w-]+|"[^"\n]*"|'[^'\n]*'""")
_DEPTH = 20


def scalars(text: str, start: int, end: int) -> list[Scalar]:
    """The strings of the TOML between two offsets, in order; what follows an error is left out."""
    found: list[Scalar] = []
    table: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    at = start
    while True:
        skipped = _SKIP.match(text, at, end)
        at = skipped.end() if skipped else at
        if at >= end:
            return found
        if header := _TABLE.match(text, at, end):
            name = header.group(2)
            table = _keys(name)
            if header.group(1) == "[[":
                counts[name] = counts.get(name, -1) + 1
                table = (*table, f"#{counts[name]}")
            at = header.end()
        elif key := _KEY.match(text, at, end):
            at = _value(text, key.end(), end, (*table, *_keys(key.group(1))), found, 0)
            if at < 0:
                return found
        else:
            return found


def _value(text: str, at: int, end: int, path: tuple[str, ...], found: list[Scalar], depth: int) -> int:
    """Read the value that starts here; returns where it ends, or -1 for what is none."""
    if depth > _DEPTH or at >= end:
        return -1
    if string := _STRING.match(text, at, end):
        group = string.lastindex or 1
        found.append(Scalar(path, *string.span(group), DOUBLE if group in (1, 3) else RAW))
        return string.end()
    if text[at] not in "[{":
        other = _OTHER.match(text, at, end)
        return other.end() if other else -1
    close = "]" if text[at] == "[" else "}"
    at, number = at + 1, 0
    while True:
        skipped = _SKIP.match(text, at, end)
        at = skipped.end() if skipped else at
        if at >= end:
            return -1
        if text[at] == close:
            return at + 1
        if text[at] == ",":
            at += 1
            number += 1
            continue
        inner = (*path, f"#{number}")
        if close == "}":
            key = _KEY.match(text, at, end)
            if key is None:
                return -1
            inner, at = (*path, *_keys(key.group(1))), key.end()
        at = _value(text, at, end, inner, found, depth + 1)
        if at < 0:
            return -1


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
