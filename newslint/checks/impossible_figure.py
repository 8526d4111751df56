"""Figures that can't be: February 30, 25:10, a man aged 340, 110 percent of the members."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.checks import Finding
from newslint.language.analysis import Analysis
from newslint.language.figures import AGE, SHARE

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = frozenset(
    "January February March April May June July August September October November December Jan Feb Aug Sept Oct Nov Dec".split()
)
_OLDEST = 123  # years; nobody has been known to live longer


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each figure that can't be."""
    text = analysis.text
    for match in _date().finditer(text) if _NAMES & analysis.words else ():
        month = _MONTHS.index((match["a"] or match["b"])[:3].lower()) + 1
        day = int(match["da"] or match["db"])
        year = int(match["ya"] or match["yb"] or 2000)
        last = calendar.monthrange(year, month)[1]
        if day > last and not _year_like(text, match, day):
            values = {"match": match.group(), "last": last, "month": calendar.month_name[month]}
            yield Finding(match.start(), match.end(), values, "date")
    for match in _clock().finditer(text) if ":" in text else ():
        hour, minute = int(match[1]), int(match[2])
        if hour > 24 or minute > 59 or (match[3] and not 1 <= hour <= 12):
            yield Finding(match.start(), match.end(), {"match": match.group()}, "time")
    for figure in analysis.figures:
        if figure.kind == AGE and figure.value > _OLDEST and _human(text, figure.start, figure.end):
            yield Finding(figure.start, figure.end, {"match": text[figure.start : figure.end]}, "age")
        elif (
            figure.kind == SHARE
            and figure.value > 100
            and figure.high is None
            and _of_whole().match(text, figure.end)
        ):
            yield Finding(figure.start, figure.end, {"match": text[figure.start : figure.end]}, "share")


def _year_like(text: str, match: re.Match[str], day: int) -> bool:
    """Whether the number is no day: "May 2016", "June 40 years ago", "in March 45 people"."""
    return day > 31 and (match["ya"] is None and match["yb"] is None)


def _human(text: str, start: int, end: int) -> bool:
    """Whether an age is a person's: aged 340, a 340-year-old man; a tree and a town may be as old."""
    before, after = text[max(0, start - 8) : start].lower(), text[end : end + 24].lower()
    return (
        before.endswith("aged ")
        or re.match(r"-? ?(?:man|woman|boy|girl|mother|father|person|widow|pensioner)\b", after.lstrip())
        is not None
    )


@cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(
        r" of (?:the |all |its |their |our )?(?:[\w-]+ )?(?:members|voters|residents|people|adults|respondents|those|pupils|students|women|men|children"
        r"|population|electorate|votes|households|patients|workers|employees|companies|schools|seats)\b(?! (?:target|level|capacity|forecast))",
        re.IGNORECASE,
    )


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d:.,$£€/-])(?:(?<=at )|(?<=until )|(?<=by )|(?<=from )|(?<=before )|(?<=after ))(\d{1,2}):(\d{2})(?![\d:])( ?[ap]\.?m\b\.?)?",
        re.IGNORECASE,
    )


@cache
def _date() -> re.Pattern[str]:
    month = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
    return re.compile(
        rf"\b(?P<a>{month}) (?P<da>\d{{2}})(?:st|nd|rd|th)?(?![\d.:%–-])(?:, (?P<ya>(?:19|20)\d\d)\b)?(?! (?:years|people|percent|per cent|million))"
        rf"|(?<![\d.,:–-])(?P<db>\d{{2}})(?:st|nd|rd|th)? (?:of )?(?P<b>{month})\b(?:,? (?P<yb>(?:19|20)\d\d)\b)?"
    )
