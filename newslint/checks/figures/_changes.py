"""What a sentence says of a change: "rose 50 percent, from 200 to 250"; "doubled from 10 to 30"; percent for points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newslint.checks.model import Finding
from newslint.language.figures.model import POINTS, SHARE, Figure
from newslint.language.segmentation.sentences import Sentence
from newslint.lazy_pattern import lazy_pattern

_HEDGE = 24  # characters before "doubled" in which a hedge stands
_NEAR = 40  # characters before a percentage in which stands what it is of
_UP = frozenset(
    "rose risen rise rising grew grown increase increased jumped climbed surged soared gained up".split()
)
_DOWN = frozenset(
    "fell fallen falling dropped declined decrease decreased shrank shrinks slumped slid down cut reduced drop".split()
)
_TIMES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_HEDGED = ("about", "around", "nearly", "almost", "roughly", "approximately", "some")
_TIMES_OFF = 0.12  # share by which "doubled" may be rounded
_POINTS_OFF, _PERCENT_OFF = 0.06, 0.6  # what rounding leaves between two figures with one decimal
_TIMES_WORD_PATTERN = lazy_pattern(r"\b(?ai:doubled|tripled|trebled|quadrupled|halved)\b")
_HEDGE_PATTERN = lazy_pattern(
    r"\b(?:more than|nearly|almost|about|roughly|over|not|not quite)\s+$", re.IGNORECASE
)
_VERB_PATTERN = lazy_pattern(
    r"\b(?:rose|risen|rise|rising|grew|grown|increased?|jumped|climbed|surged|soared|gained|up|fell|fallen|falling|dropped|declined|decreased?|shrank|shrinks"
    r"|slumped|slid|down|cut|reduced|by|increase|drop) (?:by |of |about |nearly |almost |some )*$"
)


class _Change(NamedTuple):
    """From one figure to another; of a range both are the same figure."""

    first: Figure
    last: Figure
    low: float
    high: float

    @property
    def start(self) -> int:
        return min(self.first.start, self.last.start)

    @property
    def end(self) -> int:
        return max(self.first.end, self.last.end)


def changes(text: str, sentence: Sentence, found: list[Figure]) -> Iterator[Finding]:
    """The contradiction between what a sentence's figures change from and to, and how it says that they change."""
    change = _from_one_to_another(text, found) or _range(text, found)
    if change is None:
        return
    word = _times_word(text, sentence, change)
    if word:
        yield from _times(text, change, word)
        return
    stated = _stated(text, sentence, found, change)
    if stated is None:
        return
    if change.first.kind == SHARE and change.last.kind == SHARE:
        yield from _points(text, change, stated)
    elif stated.kind == SHARE:
        yield from _percent(text, sentence, change, stated)


def _from_one_to_another(text: str, found: list[Figure]) -> _Change | None:
    """ "from 200 to 250", "to 250 from 200"."""
    for a, b in pairwise(found):
        forward = _from_to(text, a, b)
        if (forward or _to_from(text, a, b)) and a.value and b.value and _comparable(a, b):
            one, two = (a, b) if forward else (b, a)
            return _Change(one, two, one.value, two.value)
    return None


def _range(text: str, found: list[Figure]) -> _Change | None:
    """ "from 200-250", read as one figure."""
    for f in found:
        if f.high and text[max(0, f.start - 5) : f.number_start].lower().strip().endswith("from"):
            return _Change(f, f, f.value, f.high) if f.value else None
    return None


def _times_word(text: str, sentence: Sentence, change: _Change) -> re.Match[str] | None:
    """ "doubled" and its like before the figures, in their clause and without a hedge."""
    word = _TIMES_WORD_PATTERN.search(text, sentence.start, change.first.start)
    if word is None or ";" in text[word.end() : change.first.start]:
        return None
    hedge = _HEDGE_PATTERN.search(text, max(sentence.start, word.start() - _HEDGE), word.start())
    return None if hedge else word


def _times(text: str, change: _Change, word: re.Match[str]) -> Iterator[Finding]:
    factor = _TIMES[word.group().lower()]
    if abs(change.high / change.low / factor - 1) > _TIMES_OFF:
        values = {
            "word": word.group().lower(),
            "one": _shown(change.first, text, change.low),
            "two": _shown(change.last, text, change.high),
            "right": f"{change.high / change.low:.1f}".removesuffix(".0"),
        }
        yield Finding(min(word.start(), change.start), max(word.end(), change.end), values, "times")


def _stated(text: str, sentence: Sentence, found: list[Figure], change: _Change) -> Figure | None:
    """By how much it changed, as the sentence says; None where it does not, or only within a bound."""
    for f in found:
        if (
            f.kind in (SHARE, POINTS)
            and f not in (change.first, change.last)
            and _is_change(text, sentence, f)
        ):
            return None if f.approximate and f.modifier not in _HEDGED else f
    return None


def _points(text: str, change: _Change, stated: Figure) -> Iterator[Finding]:
    """From one share to another: the difference is in points, and a percentage is another number."""
    start, end = min(change.start, stated.start), max(change.end, stated.end)
    shown = text[stated.start : stated.end]
    points = abs(change.high - change.low)
    percent = 100 * points / change.low
    if stated.kind == SHARE:
        if abs(stated.value - points) < _POINTS_OFF and abs(percent - points) > _PERCENT_OFF:
            values = {"said": shown, "points": f"{points:g}", "percent": f"{percent:.0f}"}
            yield Finding(start, end, values, "points")
    elif abs(stated.value - points) > 0.11 * max(1.0, points) + _POINTS_OFF:
        yield Finding(start, end, {"said": shown, "points": f"{points:g}"}, "difference")


def _percent(text: str, sentence: Sentence, change: _Change, stated: Figure) -> Iterator[Finding]:
    right = 100 * abs(change.high - change.low) / change.low
    verb = _VERB_PATTERN.search(text, max(sentence.start, stated.start - _NEAR), stated.start)
    if verb and _is_other_way(verb.group(), change.low, change.high):
        return  # "as speed rises from 80 to 96, the window shrinks by 43 percent"
    if abs(right - stated.value) > max(1.5, 0.08 * right):
        values = {
            "said": text[stated.start : stated.end],
            "one": _shown(change.first, text, change.low),
            "two": _shown(change.last, text, change.high),
            "right": f"{right:.0f}",
        }
        yield Finding(min(change.start, stated.start), max(change.end, stated.end), values, "percent")


def _from_to(text: str, one: Figure, two: Figure) -> bool:
    before = text[max(0, one.start - 6) : one.start].lower()
    between = text[one.end : two.start].lower()
    return before.endswith(" from ") and len(between) < 60 and between.endswith(" to ")


def _to_from(text: str, one: Figure, two: Figure) -> bool:
    """The other order: "to 250 crowns, from 200"."""
    before = text[max(0, one.start - 4) : one.start].lower()
    return before == " to " and text[one.end : two.start].lower() in (
        " from ",
        ", from ",
        ", up from ",
        ", down from ",
    )


def _comparable(one: Figure, two: Figure) -> bool:
    return one.kind == two.kind or {one.kind, two.kind} <= {"other", "people", "quantity"}


def _is_change(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether a percentage says by how much something rose or fell."""
    before = text[max(sentence.start, figure.start - _NEAR) : figure.start].lower()
    after = text[figure.end : figure.end + 24].lower()
    return bool(
        _VERB_PATTERN.search(before)
        or re.match(r"\s+(?:rise|increase|drop|fall|decline|jump|growth|gain|cut|decrease|reduction)", after)
    )


def _is_other_way(verb: str, low: float, high: float) -> bool:
    """Whether what changed by a percentage went down where the figures go up, or up where they go down."""
    word = verb.split()[0].lower()
    return high > low if word in _DOWN else high < low and word in _UP


def _shown(figure: Figure, text: str, value: float) -> str:
    return text[figure.start : figure.end] if figure.high is None else f"{value:g}"
