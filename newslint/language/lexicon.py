"""The words a run knows: the shipped ones and the user's own."""

from __future__ import annotations

from functools import lru_cache

from newslint.language.house import House


class Lexicon:
    """English as news writes it, with the user's words."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._own = frozenset(house.words)


@lru_cache(maxsize=8)
def lexicon_of(house: House) -> Lexicon:
    """The lexicon for a newsroom, opened once in a process."""
    return Lexicon(house)
