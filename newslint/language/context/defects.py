"""From probabilities to what is wrong: the likeliest error among the words of a sentence, named, with its remedy."""

from __future__ import annotations

from typing import NamedTuple

from newslint.language.context.confusables import confusables
from newslint.language.context.encoder import MISSING
from newslint.language.context.readings import Reading

MISSING_WORD, LEFT_OVER, WRONG_WORD = "missing", "left over", "wrong"
_LEAST = 0.05  # below that nothing is said
_WRONG, _LEFT_OVER = 1, 2  # columns of Probabilities.word


class Defect(NamedTuple):
    """An error that the encoder sees: its kind, the span of the word (of the words around the gap where one is missing)
    in the article's text, how probable it is, the word that is missing or meant (lower case; "" for none), and how much
    likelier that is than what stands there (a natural logarithm; wrong words only)."""

    kind: str
    start: int
    end: int
    probability: float
    meant: str = ""
    advantage: float = 0.0


def likeliest(reading: Reading, text: str, words: range) -> Defect | None:
    """The likeliest error of these words of a sentence, and of the gaps between and beside them; None where there is
    hardly any."""
    found = [_missing(reading, words), _left_over(reading, words), _wrong(reading, text, words)]
    return max((defect for defect in found if defect), key=lambda defect: defect.probability, default=None)


def _missing(reading: Reading, words: range) -> Defect | None:
    """A word that is missing before, between or behind the words."""
    row, gaps = reading.row, reading.seen.gap
    places = range(max(0, words.start - 1), min(words.stop, len(row.ids) - 1))
    at = min(places, key=lambda place: gaps[place, 0], default=-1)
    if at < 0 or 1 - gaps[at, 0] < _LEAST:
        return None
    meant = MISSING[int(gaps[at, 1:].argmax())]
    return Defect(MISSING_WORD, row.starts[at], row.ends[at + 1], float(1 - gaps[at, 0]), meant)


def _left_over(reading: Reading, words: range) -> Defect | None:
    seen = reading.seen.word[:, _LEFT_OVER]
    at = max(words, key=lambda word: seen[word])
    if seen[at] < _LEAST:
        return None
    return Defect(LEFT_OVER, reading.row.starts[at], reading.row.ends[at], float(seen[at]))


def _wrong(reading: Reading, text: str, words: range) -> Defect | None:
    """A word that another was put for, and the likeliest of those it is taken for."""
    seen = reading.seen.word[:, _WRONG]
    at = max(words, key=lambda word: seen[word])
    start, end = reading.row.starts[at], reading.row.ends[at]
    others = confusables(text[start:end].lower().replace("’", "'")) if seen[at] >= _LEAST else ()
    advantages = reading.advantage(at, others) if others else {}
    if not advantages:
        return None
    meant = max(advantages, key=lambda other: advantages[other])
    return Defect(WRONG_WORD, start, end, float(seen[at]), meant, advantages[meant])
