"""Words that messages to users share."""

from __future__ import annotations

from collections.abc import Iterable


def counted(number: int, what: str) -> str:
    """A number of things: "1 file", "2,000 files"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def in_words(number: int) -> str:
    """A number as a sentence has it: "three", but "10"."""
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return small[number] if 0 <= number < len(small) else f"{number:,}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to a mistyped one, or "" where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:200], sorted(known), n=1, cutoff=0.6)), "")


def meant(word: str, known: Iterable[str]) -> str:
    """What to say of a mistyped word: "did you mean 'near'?", else what there is."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else f"there are: {', '.join(sorted(known))}"
