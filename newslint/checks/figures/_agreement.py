"""Whether two numbers may be one: equal, rounded, a bound or a range that the other is in."""

from __future__ import annotations

from newslint.language.figures.model import (
    Figure,
)

_CUT = 1_000  # from here on a headline drops what is smaller: $5K for $5,600


_CUT_BELOW = 1_000_000  # millions are written with a decimal


_CUT_PARTS = 5  # ... and never more than a fifth


def may_be_one(one: Figure, other: Figure) -> bool:
    """Whether a number of the text, of whatever kind, may be the headline's."""
    return agree(one, other) or one.value == (other.high or other.value)


def agree(one: Figure, two: Figure) -> bool:
    """Whether two numbers may be one: equal, rounded, a bound or a range that the other is in."""
    a, b = one.value, two.value
    if abs(a - b) < _last_digit(one, b) or abs(a - b) < _last_digit(two, a):
        return True
    if a == b or {one.high, two.high} & {a, b}:
        return True
    for bound, value in ((one, b), (two, a)):
        if bound.high is not None and bound.value <= value <= bound.high:
            return True
        if (
            bound.modifier
            in ("more than", "over", "above", "at least", "no less than", "no fewer than", "just over")
            and value >= bound.value
        ):
            return value <= bound.value * 1.5
        if (
            bound.modifier
            in (
                "less than",
                "fewer than",
                "under",
                "below",
                "up to",
                "at most",
                "nearly",
                "almost",
                "just under",
                "as many as",
            )
            and value <= bound.value
        ):
            return value >= bound.value * 0.6
    if one.approximate or two.approximate:
        return abs(a - b) <= 0.1 * max(a, b)
    if abs(a - b) <= 0.5 * max(_step(a), _step(b)):
        return True
    return bool(one.kind != two.kind and {one.kind, two.kind} & {"share", "ratio"})


def _last_digit(figure: Figure, other: float) -> float:
    """What may have been cut off a short number: 1,000 of $5K, 0.1 million of 2.3 million, 1 of 24 percent beside 23.5."""
    if figure.value != int(figure.value):
        digits = f"{figure.value:.10g}".partition(".")[2]
        return 0.1 ** len(digits)
    if other != int(other):
        return 1.0
    step = 1.0
    while step * 10 <= figure.value / _CUT_PARTS and figure.value % (step * 10) == 0:
        step *= 10
    return step if step >= _CUT and figure.value < _CUT_BELOW else 0.0


def _step(value: float) -> float:
    """Twice what rounding may have taken from a round number: 1,000 of 7,000, 100,000 of 2.3 million, none of 7."""
    step = 1.0
    while step * 10 <= value and value % (step * 10) == 0:
        step *= 10
    return step if step > 1 else 0.0
