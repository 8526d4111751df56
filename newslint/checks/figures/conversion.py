"""A measure and its conversion that are not the same: 10 miles (10 km)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import Figure
from newslint.lazy_pattern import lazy_pattern

# In the unit of the first of each group.
_FACTORS = {
    "km": ("m", 1000.0), "m": ("m", 1.0), "cm": ("m", 0.01), "mm": ("m", 0.001), "mi": ("m", 1609.344), "yd": ("m", 0.9144),
    "ft": ("m", 0.3048), "in": ("m", 0.0254), "kg": ("g", 1000.0), "g": ("g", 1.0), "lb": ("g", 453.59237), "oz": ("g", 28.349523),
    "st": ("g", 6350.29), "t": ("g", 1e6), "ton": ("g", 907184.74), "ha": ("ha", 1.0), "acre": ("ha", 0.40468564),
    "l": ("l", 1.0), "gal": ("l", 3.785412), "pt": ("l", 0.4731765), "mph": ("km/h", 1.609344), "km/h": ("km/h", 1.0),
}  # fmt: skip
_OVEN = 90.0  # degrees; hotter is only cooking and industry
_ROUNDING = 0.12  # the part that rounding to tens or hundreds may make of a figure
_OTHERS = {"gal": 4.54609, "pt": 0.5682613, "ton": 1016046.9}  # the imperial gallon and pint, the long ton
_JOINT = lazy_pattern(
    r"(?:-?(?:long|wide|tall|high|deep))? ?[(\[]?(?:,? or |,? i\.e\. |about |around |some |just |nearly |almost |roughly |over |more than )*$"
)
_AREA = lazy_pattern(r"\b(?:square|sq|cubic|cu)\b|[²³]", re.IGNORECASE)  # their units are not lengths
_SCALES = frozenset("C F Celsius Fahrenheit centigrade".split())
_DEGREES = r"(-?\d{1,4}(?:\.\d{1,3})?) ?(?:°|º|degrees?)? ?(C|F|Celsius|Fahrenheit|centigrade)\b"
_TEMPERATURE = lazy_pattern(rf"(?<![\d.,]){_DEGREES} ?[(\[] ?(?:about |around |some )?{_DEGREES}")


class Params(NamedTuple):
    """`tolerance`: the part by which two rounded figures may differ."""

    tolerance: float = 0.07


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Both figures, with what the second should be about."""
    text = analysis.text
    measured = [figure for figure in map(_weighed, analysis.figures) if figure.unit in _FACTORS]
    for one, two in pairwise(measured):
        between = text[one.end : two.number_start]
        if (
            len(between) > 24
            or not ("(" in between or "[" in between or " or " in between)
            or not _JOINT.match(between)
        ):
            continue
        if (
            _FACTORS[one.unit][0] == _FACTORS[two.unit][0]
            and one.unit != two.unit
            and (power := _power(text, one, two))
            and not _agree(one, two, params.tolerance, power)
        ):
            right = one.value * (_FACTORS[one.unit][1] / _FACTORS[two.unit][1]) ** power
            values = {
                "one": text[one.start : one.end],
                "two": text[two.start : two.end],
                "right": f"{_rounded(right)} {'square ' if power == 2 else ''}{two.unit}",
            }
            yield Finding(one.start, two.end, values)
    if _SCALES.isdisjoint(analysis.words):
        return
    for match in _TEMPERATURE.finditer(text):
        first, second = match[2][0].upper(), match[4][0].upper()
        if first != second:
            value, other = float(match[1]), float(match[3])
            right = value * 9 / 5 + 32 if first == "C" else (value - 32) * 5 / 9
            # Two degrees Celsius of warming are 3.6 Fahrenheit: a difference has no zero point.
            step = value * 9 / 5 if first == "C" else value * 5 / 9
            if abs(step - other) > 0.6 and abs(right - other) > _degrees_off(right, other):
                values = {
                    "one": match[0].partition("(")[0].strip(),
                    "two": f"{match[3]}{match[4]}",
                    "right": f"{_rounded(right)}°{second}",
                }
                yield Finding(match.start(), match.end(), values)


def _weighed(figure: Figure) -> Figure:
    """The figure, and pounds as a weight: beside kilograms they are no money."""
    return figure._replace(unit="lb") if figure.noun in ("pound", "pounds") and not figure.unit else figure


def _power(text: str, one: Figure, two: Figure) -> int:
    """1 for lengths, 2 for areas on both sides, 0 where only one is an area or either a volume."""
    areas = [_AREA.search(text, figure.number_end, figure.end + 1) for figure in (one, two)]
    if not any(areas):
        return 1
    square = all(area and area.group()[:2].lower() in ("sq", "²") for area in areas)
    return 2 if square and _FACTORS[one.unit][0] == "m" else 0


def _degrees_off(right: float, other: float) -> float:
    """By how many degrees a conversion may be off: ovens are set in steps of 10 and 25 (180C, 350F)."""
    if right > _OVEN and other % 5 == 0:
        return 12.0
    return 1.6 + 0.01 * abs(right)


def _agree(one: Figure, two: Figure, tolerance: float, power: int) -> bool:
    """Whether two measures are the same within what rounding does; of ranges, both ends."""
    pairs = [(one.value, two.value)]
    if one.high is not None and two.high is not None:
        pairs.append((one.high, two.high))
    return all(_same(a, one.unit, b, two.unit, tolerance, power) for a, b in pairs)


def _same(a: float, unit: str, b: float, other: str, tolerance: float, power: int) -> bool:
    for factor in {_FACTORS[unit][1], _OTHERS.get(unit, _FACTORS[unit][1])}:
        for second in {_FACTORS[other][1], _OTHERS.get(other, _FACTORS[other][1])}:
            left, right = a * factor**power, b * second**power
            step = max(_step(a) * factor**power, _step(b) * second**power)
            if abs(left - right) <= max(
                tolerance * max(left, right), min(0.51 * step, _ROUNDING * max(left, right))
            ):
                return True
    return False


def _step(value: float) -> float:
    """The place to which a figure is rounded: 1,200 to 100, 15 to 1, 2.5 to 0.1."""
    if value != int(value):
        return 0.1
    step = 1.0
    while value and value % (step * 10) == 0 and step < value:
        step *= 10
    return step


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 20 else f"{value:.1f}".removesuffix(".0")


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("one", "two", "right")})
