"""Regular expressions that users write: compiled with a clear error, bounded in size, run with a time limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_SECONDS = 2.0  # for the patterns of one rule over one article; a sound pattern takes milliseconds
_MOST_STEPS = 100_000  # of a pattern written out in full; a larger one takes seconds and gigabytes to compile
# An escape, a set of characters, a comment's or group's opening, a closing, a count, a sign of repetition, anything else.
_STEP = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<open>\((?:\?[^)(:=!>'<]*[:=!>'<]?)?)|(?P<close>\))"
    r"|\{(?P<least>\d*)(?:,(?P<most>\d*))?\}|[*+?|]|.",
    re.DOTALL,
)
_RECURSION = re.compile(r"(?<!\\)(?:\\\\)*\(\?(?:R|0|[+-]?\d|&|P>)")
_REFERENCE = re.compile(r"\\(?:(?P<number>[1-9]\d?)|g<(?P<name>[^>]*)>|.)", re.DOTALL)


_POSITION = re.compile(r"at position (\d+)(?: \(line \d+, column \d+\))?$")


class PatternError(ValueError):
    """A pattern that can't be used: what is wrong with it, and where."""


class Clock:
    """The time that one rule has for one article, whatever number of patterns it runs."""

    def __init__(self) -> None:
        self._end = monotonic() + _SECONDS

    def left(self) -> float:
        """Seconds that are left. Raises TimeoutError where there are none."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


@lru_cache(maxsize=256)
def compiled(pattern: str, ignore_case: bool = False) -> regex.Pattern[str]:
    """The pattern. Raises PatternError."""
    import regex

    if _RECURSION.search(pattern):
        raise PatternError("a pattern can't call itself or a part of itself: write that part out")
    if steps(pattern) > _MOST_STEPS:
        raise PatternError(
            "this repeats too much: written out it has more than 100,000 steps; lower its counts"
        )
    flags = (regex.IGNORECASE if ignore_case else 0) | regex.VERSION1 | regex.MULTILINE
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        what = _POSITION.sub(lambda found: f"at column {int(found[1]) + 1}", str(error))
        raise PatternError(f"not a regular expression: {what}") from error
    except (RecursionError, MemoryError, OverflowError) as error:
        raise PatternError("too large or too deeply nested; split it into several rules") from error


def steps(pattern: str) -> int:
    """How many characters and signs a pattern has once its counted repetitions are written out."""
    open_groups, total, last = [], 0, 0
    for part in _STEP.finditer(pattern):
        if part["open"]:
            open_groups.append(total)
            total = last = 0
        elif part["close"]:
            last, total = max(total, 1), (open_groups.pop() if open_groups else 0) + max(total, 1)
        elif part["least"] or part["most"]:
            times = int((part["most"] or part["least"])[:9])
            total += last * (max(times, 1) - 1)
            last *= max(times, 1)
        else:
            total, last = total + 1, 1
    return total + sum(open_groups)


def unknown_groups(pattern: regex.Pattern[str], template: str) -> list[str]:
    """The references of a replacement (\\1, \\g<name>) to groups that the pattern does not have."""
    found = []
    for part in _REFERENCE.finditer(template):
        name = part["number"] or part["name"]
        known = (
            name in pattern.groupindex if name and not name.isdecimal() else int(name or 0) <= pattern.groups
        )
        if not known:
            found.append(part.group())
    return found


def matches(pattern: regex.Pattern[str], text: str, clock: Clock) -> Iterator[regex.Match[str]]:
    """The matches in order. Raises TimeoutError when the clock has run out."""
    at = 0
    while at <= len(text):
        match = pattern.search(text, at, timeout=clock.left())
        if match is None:
            return
        yield match
        at = match.end() if match.end() > match.start() else match.end() + 1
