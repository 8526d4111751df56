"""What a figure is: a number in a text, of a kind, with what it counts."""

from __future__ import annotations

from typing import NamedTuple

PEOPLE, MONEY, SHARE, POINTS, QUANTITY, DURATION = (
    "people",
    "money",
    "share",
    "points",
    "quantity",
    "duration",
)
DATE, TIME, AGE, SCORE, ORDINAL, IDENTIFIER = "date", "time", "age", "score", "ordinal", "identifier"
RATIO, OTHER = "ratio", "other"


class Figure(NamedTuple):
    """A number in a text: `start` to `end` takes in modifier, unit and noun, `number_start` to `number_end` the
    number alone (offsets in the text). `high` is the upper end of a range. `noun` is the noun that is counted,
    in lower case, `unit` the unit in its usual short form."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    high: float | None = None
    kind: str = OTHER
    unit: str = ""
    noun: str = ""
    currency: str = ""
    modifier: str = ""
    approximate: bool = False
