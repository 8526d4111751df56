"""Regular expressions that users write: compiled with a clear error, run with a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_SECONDS = 2.0  # for one pattern over one article; a sound pattern takes milliseconds


@lru_cache(maxsize=256)
def compiled(pattern: str, ignore_case: bool = False) -> regex.Pattern[str]:
    """The pattern. Raises ValueError that says what is wrong with it, and where."""
    import regex

    try:
        return regex.compile(
            pattern, (regex.IGNORECASE if ignore_case else 0) | regex.VERSION1 | regex.MULTILINE
        )
    except regex.error as error:
        raise ValueError(f"not a regular expression: {error}") from error


def matches(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    """The matches in order. Raises TimeoutError when all of them together take too long."""
    from time import monotonic

    end = monotonic() + _SECONDS
    at = 0
    while at <= len(text):
        left = end - monotonic()
        if left <= 0:
            raise TimeoutError
        match = pattern.search(text, at, timeout=left)
        if match is None:
            return
        yield match
        at = match.end() if match.end() > match.start() else match.end() + 1
