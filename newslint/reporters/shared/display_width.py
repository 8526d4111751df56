"""How wide text is on a terminal: wide characters take two columns, combining ones none."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """The columns that the text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def clipped(text: str, room: int, mark: str = "…") -> str:
    """The text cut to a number of columns, with a mark where something was cut."""
    if width(text) <= room:
        return text
    used, kept = len(mark), []
    for char in text:
        used += _columns(char)
        if used > room:
            break
        kept.append(char)
    return "".join(kept) + mark


def _columns(char: str) -> int:
    if combining(char) or char in "\u200d\ufe0e\ufe0f":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
