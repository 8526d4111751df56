"""Words that are often taken for each other, told apart by the words around them and by what the article says elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.language.patterns.token_patterns import FrameList, frame_list
from newslint.language.segmentation.word_sequence import WordStream
from newslint.language.words import bigrams as collocations
from newslint.language.words.related_words import FUNCTION

# In steps of collocations.STEPS: what a pair and a word that the table lacks are taken to have, and how much more
# usual the other word must be beside both neighbours, or beside one.
_RARE_PAIR, _RARE_WORD = 125, 144
_BOTH, _ONE = 5, 70
_FAR_RARER = 36
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
    partners = _partners(frame_list(path))
    for word in filter(partners.__contains__, stream.places):
        rarity = collocations.frequency(word) or _RARE_WORD
        for index in stream.places[word]:
            before = stream.words[index - 1] if stream.joined(index - 1) else ""
            if (before and collocations.usual(before, word)) or stream.capital(index):
                continue
            after = stream.words[index + 1] if stream.joined(index) else ""
            if after and collocations.usual(word, after):
                continue
            # Who writes the rarer word means it: a quay is no key.
            likely = [
                other for other in partners[word] if collocations.frequency(other) - rarity < _FAR_RARER
            ]
            best = max(((_gain(before, other, after, rarity), other) for other in likely), default=(0, ""))
            if best[0]:
                yield index, best[1], -1


def _gain(before: str, word: str, after: str, rarity: int) -> int:
    """How much more likely the word is here than one of this frequency that goes with neither neighbour; 0: too little."""
    left = max(0, collocations.usual(before, word) - _RARE_PAIR) if before else 0
    right = max(0, collocations.usual(word, after) - _RARE_PAIR) if after else 0
    if left and right:
        gain = left + right + min(0, rarity - collocations.frequency(word))
        return gain if gain > _BOTH else 0
    return left + right if left + right > _ONE else 0


def _witness(stream: WordStream, meant: str, wrong: str) -> int:
    """Where the meant word stands, if it does at least as often as the other (-1: it does not)."""
    places = stream.places.get(meant, [])
    return places[0] if places and len(places) >= len(stream.places[wrong]) else -1


@lru_cache(maxsize=4)
def _partners(frames: FrameList) -> dict[str, list[str]]:
    """Each word of a group, and the others of its groups."""
    partners: dict[str, list[str]] = {}
    pairs = [(a, b) for group in frames.groups for a in group for b in group if a != b]
    for word, other in pairs:
        contracted = "'" in word + other  # the table has no such pairs
        if (
            not contracted
            and other not in FUNCTION
            and word not in FUNCTION
            and other not in partners.setdefault(word, [])
        ):
            partners[word].append(other)
    return partners
