"""The file as it stands: its text, and where each offset lies in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")
_LONE_CR = re.compile(r"\r(?!\n)")


class Span(NamedTuple):
    """A stretch of text: code point offsets, `end` exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a file: 1-based line and column, columns in code points."""

    line: int
    column: int


class Place(NamedTuple):
    """A span of a file as people and editors name it; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass
class Source:
    """One file's text, newlines untouched, under the path by which the user named it.

    `text` holds no byte order mark; `encoding` and `bom` say how to write the file back. `digest` is that of the
    bytes it was read from, "" for a text that was read from no file.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    digest: str = ""

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each line's first character. Lines end at LF, CRLF or a lone CR."""
        if has_lone_cr(self.text):
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        starts = [0]
        at = self.text.find("\n")
        while at != -1:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of a code point offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def place(self, span: Span) -> Place:
        """The span as lines and columns."""
        return Place(*self.position(span.start), *self.position(span.end))

    def offset(self, position: Position) -> int:
        """The code point offset of a line and column."""
        return self.line_starts[position.line - 1] + position.column - 1


def has_lone_cr(text: str) -> bool:
    """Whether a carriage return without a line feed ends a line, as on a Macintosh before 2001."""
    return text.count("\r") != text.count("\r\n")


def with_line_feeds(text: str) -> str:
    """The text with a line feed for each lone carriage return; every offset stays."""
    return _LONE_CR.sub("\n", text) if has_lone_cr(text) else text
