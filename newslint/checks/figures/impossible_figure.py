"""Figures that can't be: February 30, 25:10, a man aged 340, 110 percent of the members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import AGE, SHARE
from newslint.lazy_pattern import lazy_pattern

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days, of February the most
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_NAMES = tuple(
    "January February March April May June July August September October November December".split()
)
_NAMES = frozenset(
    "January February March April May June July August September October November December Jan Feb Aug Sept Oct Nov Dec".split()
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_MONTH_ROOM = 12  # characters that a month takes
_LONGEST = 31
# Only these can be days that a month lacks. Both begin with a digit, so that the search leaps from number to number.
_DAY = lazy_pattern(r"[2-9](?<!\d.)(?:(?<=2)9|(?<=[3-9])\d)(?!\d)")
_CLOCK = lazy_pattern(r"([0-9](?<![\d:.,$£€/-].)\d?):(\d{2})(?![\d:])( ?[ap]\.?m\b\.?)?", re.IGNORECASE)
_AT = tuple(
    form + " " for word in ("at", "until", "by", "from", "before", "after") for form in (word, word.title())
)
_NO_DATE = frozenset(".,:–-")
_OLDEST = 123  # years; nobody has been known to live longer


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each figure that can't be."""
    text = analysis.text
    if not _NAMES.isdisjoint(analysis.words):
        yield from _dates(text)
    if ":" in text:
        yield from _times(analysis)
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


def _dates(text: str) -> Iterator[Finding]:
    """Days that their month does not have: "June 31", "31 June"."""
    for number in _DAY.finditer(text):
        before = _month_before().search(text, max(0, number.start() - _MONTH_ROOM), number.start())
        after = (_behind_month() if before else _month_behind()).match(text, number.end())
        if after is None or (not before and text[number.start() - 1 : number.start()] in _NO_DATE):
            continue
        name, year = before["month"] if before else after["month"], after["year"]
        day, month = int(number.group()), _MONTHS.index(name[:3].lower()) + 1
        last = _LENGTHS[month - 1] - (month == 2 and bool(year) and not _is_leap(int(year)))
        # "May 45 people": a number that no month has is a day only with a year.
        if day > last and (day <= _LONGEST or year):
            start = before.start() if before else number.start()
            values = {"match": text[start : after.end()], "last": last, "month": _FULL_NAMES[month - 1]}
            yield Finding(start, after.end(), values, "date")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _times(analysis: Analysis) -> Iterator[Finding]:
    """Times of day that no clock shows: "at 25:10"."""
    text = analysis.text
    for match in _CLOCK.finditer(text):
        if text.endswith(_AT, max(0, match.start() - _MONTH_ROOM), match.start()):
            hour, minute = int(match[1]), int(match[2])
            # "at 53:29" may be minutes and seconds.
            running = hour > 24 and minute < 60 and not match[3] and _is_running_time(analysis, match.start())
            if (hour > 24 and not running) or minute > 59 or (match[3] and not 1 <= hour <= 12):
                yield Finding(match.start(), match.end(), {"match": match.group()}, "time")


def _is_running_time(analysis: Analysis, at: int) -> bool:
    """Whether the sentence at an offset tells of what runs for minutes: a film, a race, a half."""
    sentence = analysis.sentence_at(at)
    return sentence is not None and bool(_running().search(analysis.text, sentence.start, sentence.end))


def _human(text: str, start: int, end: int) -> bool:
    """Whether an age is a person's: aged 340, a 340-year-old man; a tree and a town may be as old."""
    before, after = text[max(0, start - 8) : start].lower(), text[end : end + 24].lower()
    return (
        before.endswith("aged ") and _person().search(text, max(0, start - 30), start) is not None
    ) or re.match(
        r"-? ?(?:man|woman|boy|girl|mother|father|person|widow|pensioner)\b", after.lstrip()
    ) is not None


@cache
def _person() -> re.Pattern[str]:
    # A firm, a ship and a whisky may be aged 150.
    return re.compile(
        r"\b(?:[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|[Mm]other|[Ff]ather|[Ss]on|[Dd]aughter|[Hh]usband|[Ww]ife|[Ww]idow(?:er)?|[Bb]rother|[Ss]ister"
        r"|[Vv]ictim|[Dd]river|[Pp]assenger|[Pp]upil|[Ss]tudent|[Tt]eacher|[Dd]octor|[Nn]urse|[Ff]armer|[Ss]inger|[Aa]ctor|[Pp]laywright|[Ww]riter"
        r"|[Pp]riest|[Ss]oldier|[Oo]fficer|[Pp]ensioner|[a-z]+(?:man|woman|ist|ian)),? aged $"
    )


@cache
def _running() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:videos?|films?|movie|clips?|footage|recordings?|recorded|podcasts?|episodes?|tapes?|tracks?|songs?|timers?|minutes?|seconds?"
        r"|laps?|race|marathon|runners?|half|period|quarter|mark)\b",
        re.IGNORECASE,
    )


@cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(
        r" of (?:the |all |its |their |our )?(?:[\w-]+ )?(?:members|voters|residents|people|adults|respondents|those|pupils|students|women|men|children"
        r"|population|electorate|votes|households|patients|workers|employees|companies|schools|seats)\b(?! (?:target|level|capacity|forecast))",
        re.IGNORECASE,
    )


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<month>{_MONTH}) $")


@cache
def _behind_month() -> re.Pattern[str]:
    return re.compile(
        r"(?:st|nd|rd|th)?(?![\d:%–-]|\.\d)(?:, (?P<year>(?:19|20)\d\d)\b)?(?! (?:years|people|percent|per cent|million))"
    )


@cache
def _month_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})(?!\w)(?:,? (?P<year>(?:19|20)\d\d)\b)?")


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={
        "date": fills("match", "month", "last"),
        "time": fills("match"),
        "age": fills("match"),
        "share": fills("match"),
    },
)
