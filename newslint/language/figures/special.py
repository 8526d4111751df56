"""Numbers that are no quantity: dates, times, ages, scores, ordinals and parts of names."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.language.figures import number_patterns as patterns
from newslint.language.figures.model import AGE, DATE, IDENTIFIER, ORDINAL, SCORE, TIME, Figure
from newslint.language.figures.units import PEOPLE_NOUNS, TIME_UNITS, glued_unit, unit_of
from newslint.language.segmentation.number_words import MOST

_BEFORE = 24  # characters before a number that say what it is
_OLDEST = 120  # years, where only commas say that a number is an age
_AGED = 1000
_YEARS = range(1500, 2100)
_CODE_SIGNS = ("/", "_", "@")


class Numeral(NamedTuple):
    """Digits where they stand, before anything is known of them; what stands left of `floor` belongs to others."""

    text: str
    start: int
    end: int
    value: float
    floor: int

    @property
    def before(self) -> str:
        """The characters before the number."""
        return self.text[max(self.floor, self.start - _BEFORE) : self.start]

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but digits."""
        return self.text[self.start : self.end].isdigit()

    def as_figure(self, kind: str, end: int | None = None, number_end: int | None = None) -> Figure:
        """The figure of that kind, up to `end`."""
        number_end = self.end if number_end is None else number_end
        return Figure(
            self.start, self.end if end is None else end, self.start, number_end, self.value, kind=kind
        )


def read_special(n: Numeral) -> Figure | None:
    """What the digits are if they are no quantity: the first recogniser that answers decides."""
    return next((figure for recognise in _RECOGNISERS if (figure := recognise(n))), None)


def _code(n: Numeral) -> Figure | None:
    return n.as_figure(IDENTIFIER) if n.value >= MOST else None


def _clock_time(n: Numeral) -> Figure | None:
    clock = patterns.CLOCK.match(n.text, n.start)
    return n.as_figure(TIME, clock.end(), clock.end()) if clock else None


def _date(n: Numeral) -> Figure | None:
    if not n.is_plain or n.value > 31:
        return None
    if month := patterns.MONTH_BEFORE.search(n.before):
        year = patterns.YEAR_AFTER.match(n.text, n.end)
        return Figure(
            n.start - len(month.group()), year.end() if year else n.end, n.start, n.end, n.value, kind=DATE
        )
    after = patterns.MONTH_AFTER.match(n.text, n.end)
    return n.as_figure(DATE, after.end()) if after else None


def _street_number(n: Numeral) -> Figure | None:
    return n.as_figure(IDENTIFIER) if n.is_plain and patterns.STREET.match(n.text, n.end) else None


def _ordinal(n: Numeral) -> Figure | None:
    ending = patterns.ORDINAL.match(n.text, n.end)
    return n.as_figure(ORDINAL, ending.end()) if ending else None


def _age(n: Numeral) -> Figure | None:
    if age := patterns.AGE.match(n.text, n.end):
        return n.as_figure(AGE, age.end())
    if not n.is_plain or n.value >= _AGED:
        return None
    between_commas = n.before.endswith(", ") and n.text[n.end : n.end + 1] in ",.;"
    if patterns.AGED.search(n.before) or (n.value < _OLDEST and between_commas):
        return n.as_figure(AGE)
    return None


def _part_of_a_name(n: Numeral) -> Figure | None:
    signs = n.before.endswith(("#", *_CODE_SIGNS)) or n.text[n.end : n.end + 1] in _CODE_SIGNS
    return n.as_figure(IDENTIFIER) if signs or patterns.NAMED_BEFORE.search(n.before) else None


def _glued_to_letters(n: Numeral) -> Figure | None:
    text, end = n.text, n.end
    if end >= len(text) or not text[end].isalpha() or patterns.SCALE.match(text, end):
        return None
    if glued_unit(text, end) or text.startswith("pc", end):
        return None
    decade = patterns.DECADE.match(text, end)
    return n.as_figure(DATE, decade.end()) if decade else n.as_figure(IDENTIFIER)


def _year(n: Numeral) -> Figure | None:
    if not n.is_plain or n.end - n.start != 4 or n.value not in _YEARS or patterns.CURRENCY.search(n.before):
        return None
    follow = patterns.FOLLOW.match(n.text, n.end)
    counts = follow and (follow[1].lower() in PEOPLE_NOUNS or unit_of(follow[1]))
    return None if counts else n.as_figure(DATE)


def _score(n: Numeral) -> Figure | None:
    score = patterns.SCORE.match(n.text, n.start)
    return n.as_figure(SCORE, score.end(), score.end()) if score and not _is_range(n.text, score) else None


def _is_range(text: str, score: re.Match[str]) -> bool:
    """Whether 10-15 is a range, not a score: a unit or a percentage stands behind it."""
    end = score.end()
    follow = patterns.FOLLOW.match(text, end)
    low, high = (float(n) for n in re.split("[-–]", score.group())[:2])
    known = bool(
        follow
        and (
            unit_of(follow[1])
            or follow[1].lower() in PEOPLE_NOUNS
            or follow[1].rstrip("s").lower() in TIME_UNITS
        )
    )
    return bool(patterns.PERCENT.match(text, end) or patterns.SCALE.match(text, end)) or (
        known and low < high
    )


_RECOGNISERS = (
    _code, _clock_time, _date, _street_number, _ordinal, _age, _part_of_a_name, _glued_to_letters, _year, _score,
)  # fmt: skip
