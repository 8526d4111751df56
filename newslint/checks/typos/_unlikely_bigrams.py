"""Pairs of words that are not usual and one slip from what the article itself says elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.language.segmentation.word_sequence import WordSequence
from newslint.language.words import bigrams as collocations
from newslint.language.words.parts_of_speech import NOUN, RB, VERB, main_class
from newslint.language.words.related_words import FUNCTION, one_slip, related

_MOST = 40  # partners of a word that are compared; a word with more tells nothing
Odd = tuple[int, str, int]  # index of the wrong word, the word meant, index of a witness (-1: none)


def by_article(stream: WordSequence) -> Iterator[Odd]:
    """Words in a pair that stands once, where the article has the same pair with a word one slip away."""
    words = stream.words
    for word, places in stream.places.items():
        for step in _steps(word) if len(places) > 1 else ():
            if len(places) == 2:  # most words: told without a set
                one, two = words[places[0] + step], words[places[1] + step]
                if one[:1] != two[:1] or one == two:
                    continue
            partners = {words[place + step] for place in places}
            if len(partners) > 1:
                partners = partners - FUNCTION  # "-=" would go through all of them
                if 1 < len(partners) <= _MOST:
                    for wrong, right in _near(partners):
                        at = (step + 1) // 2
                        pair = (word, wrong) if at else (wrong, word)
                        meant = (word, right) if at else (right, word)
                        yield from _odd(stream, pair, meant, at)


@lru_cache(maxsize=20_000)
def _steps(word: str) -> tuple[int, ...]:
    """On which sides of a word a noun tells something: behind it (1), before it (-1)."""
    if word in FUNCTION or len(word) < 3:
        return ()
    kind = main_class(word)
    return () if kind & (VERB | RB) else (1, -1) if not kind or kind & NOUN else (1,)


def _near(words: set[str]) -> Iterator[tuple[str, str]]:
    """Two of the words that are one slip apart and begin alike, in either order."""
    row = sorted(words)
    if len({word[:1] for word in row}) == len(row):
        return
    for at, one in enumerate(row):
        if len(one) > 2:
            for other in row[at + 1 :]:
                if other[0] != one[0]:
                    break
                if one_slip(one, other) and not related(one, other):
                    yield one, other
                    yield other, one


def _odd(stream: WordSequence, pair: tuple[str, str], meant: tuple[str, str], at: int) -> Iterator[Odd]:
    if collocations.usual(*pair) or not collocations.usual(*meant):
        return
    if not (main_class(pair[at]) & NOUN and main_class(meant[at]) & NOUN):
        return
    if len(stream.places[pair[at]]) > len(stream.places[meant[at]]):
        return
    places = _pair_places(stream, pair)
    right = _pair_places(stream, meant)
    if len(places) == 1 and right and not stream.capital(places[0] + at):
        yield places[0] + at, meant[at], right[0] + at


def _pair_places(stream: WordSequence, pair: tuple[str, str]) -> list[int]:
    words = stream.words
    return [at for at in stream.places[pair[0]] if words[at + 1] == pair[1] and stream.joined(at)]
