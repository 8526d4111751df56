"""A weekday that does not fit its date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = frozenset([*_DAYS, *(day[:3] for day in _DAYS), "Tues", "Thur", "Thurs"])
_YEAR = lazy_pattern(r"[12](?<!\d.)(?:(?<=1)9|(?<=2)0)\d\d(?!\d)")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_ENDING = r"(?:st|nd|rd|th)?"
_DATE_ROOM = 40  # characters that a date takes
_GREGORIAN = 1925  # all of Europe reckons by this calendar from then on


class Params(NamedTuple):
    """None: a date is certain only with its year."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The weekday with its date; the suggestion has the right weekday."""
    present = _NAMES & analysis.words
    if not present or not _YEAR.search(analysis.text):
        return
    for start in sorted({at for name in present for at in _places(analysis.text, name)}):
        match = _date().match(analysis.text, start)
        if match is not None and _names_paper(analysis.text, start, match["weekday"]):
            continue
        if match is not None:
            yield from _wrong(match, match["weekday"], match.start("weekday"), match.start(), match.end())
            continue
        before = _date_before().search(analysis.text, max(0, start - _DATE_ROOM), start)
        written = next((day for day in _DAYS if analysis.text.startswith(day, start)), None)
        if before is not None and written:
            yield from _wrong(before, written, start, before.start(), start + len(written))


def _wrong(date: re.Match[str], written: str, at: int, start: int, end: int) -> Iterator[Finding]:
    """The finding from start to end, if the weekday written at an offset is not the date's."""
    groups = date.groupdict()
    day = int(groups["day_us"] or groups["day_uk"])
    month = _MONTHS.index((groups["month_us"] or groups["month_uk"])[:3].lower()) + 1
    year = int(groups["year_us"] or groups["year_uk"])
    try:
        right = _DAYS[datetime.date(year, month, day).weekday()]
    except ValueError:
        return  # a day that the month does not have: figures/impossible
    name = written.rstrip(".").title()
    if year < _GREGORIAN or right.startswith(name[:3]):
        return
    text = date.string
    shown = right if name in _DAYS else right[:3] + ("." if written.endswith(".") else "")
    stop = at + len(written)
    told = text[stop:end] if end > stop else text[start:at]
    better = text[start:at] + shown + text[stop:end]
    yield Finding(
        start,
        end,
        {"date": told.strip(" ,(").removesuffix(", a"), "right": right, "written": written},
        suggestions=[better],
    )


def _names_paper(text: str, start: int, written: str) -> bool:
    """Whether what looks like a weekday ends a paper's name: "the Daily Sun, August 16, 2008"."""
    word = text[:start].rsplit(maxsplit=1)[-1:] if text[start - 1 : start] == " " else []
    return written == "Sun" and bool(word) and word[0].isalpha() and word[0].istitle()


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@cache
def _date() -> re.Pattern[str]:
    weekday = r"(?P<weekday>(?=[MTWFS])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?))"
    us = rf"(?P<month_us>{_MONTH}) (?P<day_us>\d{{1,2}}){_ENDING},? (?P<year_us>(?:19|20)\d\d)"
    uk = rf"(?:the )?(?P<day_uk>\d{{1,2}}){_ENDING}(?: of)? (?P<month_uk>{_MONTH}),? (?P<year_uk>(?:19|20)\d\d)"
    return re.compile(rf"\b{weekday},? (?:on )?(?:{us}|{uk})\b")


@cache
def _date_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<month_us>{_MONTH}) (?P<day_us>\d{{1,2}}){_ENDING},? (?P<year_us>(?:19|20)\d\d)"
        rf"|(?P<day_uk>\d{{1,2}}){_ENDING}(?: of)? (?P<month_uk>{_MONTH}),? (?P<year_uk>(?:19|20)\d\d))(?:, a | \()$"
    )


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("date", "right", "written")})
