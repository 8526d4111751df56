"""Figures: numbers with their modifier, unit and noun, of a known kind and value.

A number is read where digits or a number word stand; what stands before it (a currency, "more than") and behind it
(a scale, a unit, a range, the noun that it counts) is read from there. Every number is yielded, also dates, times,
ages and names, so that a rule can tell what it leaves out by its kind. What is no quantity is recognised in `special`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.language.figures import number_patterns as patterns
from newslint.language.figures.counted import read_counted
from newslint.language.figures.model import (
    AGE,
    MONEY,
    OTHER,
    POINTS,
    RATIO,
    SHARE,
    Figure,
)
from newslint.language.figures.special import Numeral, read_special
from newslint.language.figures.units import (
    CURRENCIES,
)
from newslint.language.segmentation.number_words import (
    FRACTIONS,
    MOST,
    SCALES,
    digits_value,
    starts,
    words_at,
)

_AND_A_HALF = " and a half"


def figures(text: str, places: Sequence[int] | None = None) -> list[Figure]:
    """The figures of a text in order; none overlaps another. `places`: where a number may begin, if that is known."""
    found: list[Figure] = []
    last = 0
    for at in starts(text) if places is None else places:
        if at < last:
            continue
        figure = _figure(text, at, last)
        if figure is not None:
            found.append(figure)
            last = figure.end
    return found


def _figure(text: str, at: int, floor: int) -> Figure | None:
    """The figure whose number begins at an offset, or None where the characters there are none."""
    if text[at].isdigit():
        before = text[at - 1] if at else " "
        if before == "." and at > 1 and text[at - 2].isspace():
            return None  # .22
        number = patterns.DIGITS.match(text, at)
        assert number is not None
        end, value = number.end(), digits_value(number.group())
        special = read_special(Numeral(text, at, end, value, floor))
        if special is not None:
            return special
    else:
        words = words_at(text, at)
        if words is None:
            half = patterns.HALF.match(text, at)
            if half is None:
                return None
            if points := patterns.HALF_POINTS.match(text, half.end()):
                return _made(text, at, points.end(), at + 4, 0.5, floor, POINTS, unit="points")
            return _with_noun(
                text, at, half.end() if half.group().lower().endswith(" of") else at + 4, 0.5, floor, SHARE
            )
        end, value = words
        if text.startswith(_AND_A_HALF, end):
            end, value = end + len(_AND_A_HALF), value + 0.5
        if age := patterns.AGE.match(text, end):
            return _made(text, at, age.end(), end, value, at, AGE)
        if fraction := patterns.FRACTION.match(text, end):
            share = value * FRACTIONS.get(fraction[1].lower(), 0.5)
            return _made(text, at, fraction.end(1), fraction.end(1), share, floor, SHARE)
        if value == 1 and not patterns.IN.match(text, end):
            return None  # "one" is a pronoun more often than a number
    return _measured(text, at, end, value, floor)


def _measured(text: str, at: int, end: int, value: float, floor: int) -> Figure | None:
    """A number with its scale, range, currency, unit and noun."""
    start, currency, high = at, "", None
    if match := patterns.CURRENCY.search(text, max(floor, at - 5), at):
        start, currency = match.start(), CURRENCIES.get(match.group().strip().rstrip("."), "USD")
    scale = patterns.SCALE.match(text, end)
    if scale and not (scale[2] and scale[2] == "m" and not currency):
        value *= SCALES[(scale[1] or scale[2]).lower()]
        end = scale.end()
    span = patterns.RANGE.match(text, end)
    if text[max(floor, start - 8) : start].lower().endswith("between "):
        span = patterns.BETWEEN.match(text, end)
    if span and _plausible_range(value, digits_value(span[1]), text, span):
        high, end = digits_value(span[1]), span.end()
        if second := patterns.SCALE.match(text, end):
            factor = SCALES[(second[1] or second[2]).lower()]
            high, end = high * factor, second.end()
            value = value * factor if value < high / 100 else value
    if ratio := patterns.IN.match(text, end):
        whole = _whole(ratio[1])
        if whole and value < whole and not currency and value <= 20:
            return _made(text, start, ratio.end(), ratio.end(), value / whole, floor, RATIO)
    if points := patterns.POINTS.match(text, end):
        return _made(text, start, points.end(), end, value, floor, POINTS, high=high, unit="points")
    if percent := patterns.PERCENT.match(text, end):
        return _made(text, start, percent.end(), end, value, floor, SHARE, high=high, unit="%")
    return _with_noun(
        text,
        start,
        end,
        value,
        floor,
        MONEY if currency else "",
        high=high,
        currency=currency,
        number_start=at,
    )


def _plausible_range(low: float, high: float, text: str, span: re.Match[str]) -> bool:
    if " or " in span.group() or "to" in span.group():
        return low < high and (high < low * 1000)
    return low < high < MOST


def _whole(word: str) -> float:
    if word[0].isdigit():
        return digits_value(word)
    read = words_at(word, 0)
    return read[1] if read else 0.0


def _with_noun(
    text: str,
    start: int,
    end: int,
    value: float,
    floor: int,
    kind: str,
    *,
    high: float | None = None,
    currency: str = "",
    number_start: int | None = None,
) -> Figure:
    """The figure with the unit or the noun behind it."""
    counted = read_counted(text, end, kind, currency)
    return _made(
        text,
        start,
        counted.end,
        end,
        value,
        floor,
        counted.kind or OTHER,
        high=high,
        currency=counted.currency,
        unit=counted.unit,
        noun=counted.noun,
        number_start=number_start,
    )


def _made(
    text: str,
    start: int,
    end: int,
    number_end: int,
    value: float,
    floor: int,
    kind: str,
    *,
    high: float | None = None,
    unit: str = "",
    noun: str = "",
    currency: str = "",
    number_start: int | None = None,
) -> Figure:
    """The figure with the modifier before it taken in."""
    modifier = patterns.MODIFIER.search(text, max(floor, start - 24), start)
    word = modifier[1].lower() if modifier else ""
    return Figure(
        modifier.start() if modifier else start,
        end,
        start if number_start is None else number_start,
        number_end,
        value,
        high,
        kind,
        unit,
        noun,
        currency,
        word,
        bool(word and word not in ("a total of", "only", "another", "a record")),
    )
