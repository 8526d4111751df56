"""Makes a finding small: the least text that still breaks the same promise (delta debugging, Zeller and Hildebrandt 2002)."""

from __future__ import annotations

import time
from collections.abc import Callable

from tools.fuzz.generators import Input

_SECONDS = 60  # that making one finding small may take


def smallest(item: Input, is_same: Callable[[Input], bool], seconds: float = _SECONDS) -> Input:
    """The input without every stretch that it can do without: halves first, then quarters, down to characters."""
    stop = time.monotonic() + seconds
    text, pieces = item.text, 2
    while len(text) > 1 and time.monotonic() < stop:
        width = max(1, len(text) // pieces)
        shorter = _without_one(item.suffix, text, width, is_same, stop)
        if shorter is not None:
            text, pieces = shorter, max(2, pieces - 1)
        elif width == 1:
            break
        else:
            pieces *= 2
    return Input(item.suffix, text)


def _without_one(
    suffix: str, text: str, width: int, is_same: Callable[[Input], bool], stop: float
) -> str | None:
    for at in range(0, len(text), width):
        if time.monotonic() > stop:
            return None
        shorter = text[:at] + text[at + width :]
        if is_same(Input(suffix, shorter)):
            return shorter
    return None
