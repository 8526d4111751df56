"""Words that are often taken for each other, proposed by the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.language.patterns.token_patterns import frame_list
from newslint.language.segmentation.word_sequence import WordSequence

Confused = tuple[int, str, int]  # index of the wrong word, the word meant, index of a witness (-1: none)


def by_frames(stream: WordSequence, path: str) -> Iterator[Confused]:
    """Words in a frame that asks for another word; those of a line with `~` only where the article has the other."""
    for says, match in frame_list(path).matches(stream):
        sign, _, meant = says.partition(" ")
        witness = _witness(stream, meant, stream.words[match.anchor]) if sign == "~" else -1
        if sign != "~" or witness >= 0:
            yield match.anchor, meant, witness


def _witness(stream: WordSequence, meant: str, wrong: str) -> int:
    """Where the meant word stands, if it does at least as often as the other (-1: it does not)."""
    places = stream.places.get(meant, [])
    return places[0] if places and len(places) >= len(stream.places[wrong]) else -1
