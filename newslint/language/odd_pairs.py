"""Pairs of words that are not usual and one slip from a pair that is: "interest rats", or what the article itself says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.language import collocations
from newslint.language.pos import NOUN, main_class
from newslint.language.slips import FUNCTION, one_slip, related
from newslint.language.wordstream import WordStream

_MOST = 40  # partners of a word that are compared; a word with more tells nothing
Odd = tuple[int, str, int]  # index of the wrong word, the word meant, index of the pair that shows it (-1: none)


def by_set_phrases(stream: WordStream) -> Iterator[Odd]:
    """Words that stand where a set phrase has a word one slip away."""
    for word in stream.places.keys() & collocations.slip_words():
        for index in stream.places[word]:
            for first in (index - 1, index):
                if not _beside(stream, first):
                    continue
                slip = collocations.set_phrase(stream.words[first], stream.words[first + 1])
                if slip and first + slip[0] == index and not _usual_on_the_other_side(stream, index, slip[0]):
                    yield index, slip[1], -1


def by_article(stream: WordStream) -> Iterator[Odd]:
    """Words in a pair that stands once, where the article has the same pair with a word one slip away."""
    words = stream.words
    after: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for first, second in set(zip(words, words[1:], strict=False)):
        if len(first) > 2 and len(second) > 2 and first not in FUNCTION and second not in FUNCTION:
            after[first].add(second)
            before[second].add(first)
    for partners, at in ((after, 1), (before, 0)):
        for word, others in partners.items():
            if 1 < len(others) <= _MOST:
                for wrong, right in _near(others):
                    pair = (word, wrong) if at else (wrong, word)
                    meant = (word, right) if at else (right, word)
                    yield from _odd(stream, pair, meant, at)


def _near(words: set[str]) -> Iterator[tuple[str, str]]:
    row = sorted(words)
    for one in row:
        for other in row:
            if one[0] == other[0] and one_slip(one, other) and not related(one, other):
                yield one, other


def _odd(stream: WordStream, pair: tuple[str, str], meant: tuple[str, str], at: int) -> Iterator[Odd]:
    if collocations.usual(*pair) or not collocations.usual(*meant):
        return
    if not (main_class(pair[at]) & NOUN and main_class(meant[at]) & NOUN):
        return
    if len(stream.places[pair[at]]) > len(stream.places[meant[at]]):
        return
    places = _pair_places(stream, pair)
    right = _pair_places(stream, meant)
    if len(places) == 1 and right and not stream.capital(places[0] + at):
        yield places[0] + at, meant[at], right[0]


def _pair_places(stream: WordStream, pair: tuple[str, str]) -> list[int]:
    words = stream.words
    return [at for at in stream.places[pair[0]] if words[at + 1] == pair[1] and stream.joined(at)]


def _beside(stream: WordStream, first: int) -> bool:
    return stream.joined(first) and not stream.capital(first + 1) and not stream.capital(first)


def _usual_on_the_other_side(stream: WordStream, index: int, at: int) -> bool:
    """Whether the suspect goes well with its other neighbour."""
    first = index if at else index - 1
    words = stream.words
    return stream.joined(first) and collocations.usual(words[first], words[first + 1]) > 0
