"""Words that are often taken for each other, told apart by the words around them and by what the article says elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.language import collocations
from newslint.language.frames import frame_list
from newslint.language.wordstream import WordStream

_FLOOR = 8 * 16  # a pair that the table lacks is taken to be as frequent as this (see collocations.STEPS)
_BOTH, _ONE = 30, 64  # how much more usual the other word must be, with both neighbours known or one
Confused = tuple[int, str, int]  # index of the wrong word, the word meant, index of a witness (-1: none)


def by_frames(stream: WordStream, path: str) -> Iterator[Confused]:
    """Words in a frame that asks for another word; those of a line with `~` only where the article has the other."""
    for says, match in frame_list(path).matches(stream):
        sign, _, meant = says.partition(" ")
        witness = _witness(stream, meant, stream.words[match.anchor]) if sign == "~" else -1
        if sign != "~" or witness >= 0:
            yield match.anchor, meant, witness


def by_neighbours(stream: WordStream, path: str) -> Iterator[Confused]:
    """Words of a group that are not usual beside either neighbour, where another of the group is."""
    partners = _partners(path)
    for word in stream.places.keys() & partners.keys():
        for index in stream.places[word]:
            if stream.capital(index):
                continue
            before = stream.words[index - 1] if stream.joined(index - 1) else ""
            after = stream.words[index + 1] if stream.joined(index) else ""
            if before and collocations.usual(before, word) or after and collocations.usual(word, after):
                continue
            best = max((_gain(before, other, after), other) for other in partners[word])
            if best[0]:
                yield index, best[1], -1


def _gain(before: str, word: str, after: str) -> int:
    """How much more usual than chance the word is here; 0 where that does not suffice."""
    left = max(0, collocations.usual(before, word) - _FLOOR) if before else 0
    right = max(0, collocations.usual(word, after) - _FLOOR) if after else 0
    enough = left + right > _BOTH if left and right else left + right > _ONE
    return left + right if enough else 0


def _witness(stream: WordStream, meant: str, wrong: str) -> int:
    """Where the meant word stands, if it does at least as often as the other (-1: it does not)."""
    places = stream.places.get(meant, [])
    return places[0] if places and len(places) >= len(stream.places[wrong]) else -1


@lru_cache(maxsize=4)
def _partners(path: str) -> dict[str, list[str]]:
    """Each word of a group, and the others of its groups."""
    partners: dict[str, list[str]] = {}
    for group in frame_list(path).groups:
        for word in group:
            partners.setdefault(word, []).extend(other for other in group if other != word)
    return partners


