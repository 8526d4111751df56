"""The parser's events with places in code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pyromark

_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters, which the parser refuses

Event = tuple[str, str, int, int, str]
"""What it is (start, end, text, ...), its element, where it lies, and its text."""


def events(body: str, offset: int) -> Iterator[Event]:
    """The events of Markdown text that stands at `offset` in its file."""
    body = _SURROGATES.sub("\ufffd", body)
    place = _Places(body, offset)
    at = place.at
    for event, where in _parser().events_with_range(body):
        if isinstance(event, str):
            yield event, "", at(where["start"]), at(where["end"]), ""
            continue
        ((name, value),) = event.items()
        if name == "Text":
            yield "Text", "", at(where["start"]), at(where["end"]), value
        elif name == "Start":
            tag, data = _named(value)
            yield "Start", tag, at(where["start"]), -1, data
        elif name == "End":
            # Only an image's end tells something new: its title stands before it.
            tag, _ = _named(value)
            yield "End", tag, -1, at(where["end"]) if tag in ("Image", "Link") else -1, ""
        else:
            yield name, "", at(where["start"]), at(where["end"]), ""


@cache
def _parser() -> Any:
    options = pyromark.Options
    return pyromark.Markdown(
        options=options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_HEADING_ATTRIBUTES
        | options.ENABLE_GFM
        | options.ENABLE_DEFINITION_LIST
    )


def _named(tag: Any) -> tuple[str, str]:
    """An element's name, and what of its data matters: a link's kind or title, a heading's level."""
    if isinstance(tag, str):
        return tag, ""
    ((name, data),) = tag.items()
    if name == "Heading":
        return name, data["level"] if isinstance(data, dict) else ""
    if name == "Link":
        kind = data["link_type"]
        return name, kind if isinstance(kind, str) else ""
    if name == "Image":
        return name, data["title"]
    return name, ""


class _Places:
    """Turns the parser's byte offsets, which only grow, into code point offsets of the file."""

    def __init__(self, body: str, offset: int) -> None:
        self._ascii = body.isascii()
        self._data = b"" if self._ascii else body.encode()
        self._offset = offset
        self._byte = 0
        self._point = 0

    def at(self, byte: int) -> int:
        """The code point offset of a byte offset."""
        if self._ascii:
            return self._offset + byte
        if byte >= self._byte:
            self._point += _length(self._data[self._byte : byte])
        else:
            self._point -= _length(self._data[byte : self._byte])
        self._byte = byte
        return self._offset + self._point


def _length(data: bytes) -> int:
    return len(data) if data.isascii() else len(data.decode())
