"""Figures: numbers with their modifier, unit and noun, of a known kind and value.

A number is read where digits or a number word stand; what stands before it (a currency, "more than") and behind it
(a scale, a unit, a range, the noun that it counts) is read from there. Every number is yielded, also dates, times,
ages and names, so that a rule can tell what it leaves out by its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newslint.language.segmentation.number_words import (
    DIGITS,
    FRACTIONS,
    MOST,
    SCALES,
    digits_value,
    starts,
    words_at,
)

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


_CURRENCIES = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "Rs": "INR"}  # fmt: skip
_MONEY_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "rupee": "INR", "yuan": "CNY", "franc": "CHF", "rouble": "RUB",
    "ruble": "RUB", "peso": "MXN", "cent": "USD", "pence": "GBP", "penny": "GBP", "won": "KRW", "krona": "SEK", "krone": "NOK",
    "crown": "SEK", "lira": "TRY", "rand": "ZAR", "shekel": "ILS", "naira": "NGN", "shilling": "KES", "dirham": "AED",
}  # fmt: skip
_UNITS = {
    "mile": "mi", "mi": "mi", "kilometre": "km", "kilometer": "km", "km": "km", "metre": "m", "meter": "m", "centimetre": "cm",
    "centimeter": "cm", "cm": "cm", "millimetre": "mm", "millimeter": "mm", "mm": "mm", "foot": "ft", "feet": "ft", "ft": "ft",
    "inch": "in", "inche": "in", "yard": "yd", "acre": "acre", "hectare": "ha", "ha": "ha", "kilogram": "kg", "kilogramme": "kg",
    "kilo": "kg", "kg": "kg", "gram": "g", "gramme": "g", "lb": "lb", "lbs": "lb", "ounce": "oz", "stone": "st", "tonne": "t",
    "ton": "ton", "litre": "l", "liter": "l", "gallon": "gal", "pint": "pt", "barrel": "bbl", "megawatt": "MW", "gigawatt": "GW",
    "kilowatt": "kW", "mph": "mph", "kph": "km/h", "km/h": "km/h", "degree": "deg", "celsius": "C", "fahrenheit": "F",
}  # fmt: skip
_TIMES = frozenset(
    "year month week day hour minute second decade century night weekend fortnight season term".split()
)
_PEOPLE = frozenset(
    "people person men man women woman children child boys girls residents civilians soldiers troops migrants refugees voters"
    " students pupils workers employees patients victims protesters demonstrators Palestinians Israelis Americans Ukrainians"
    " Russians passengers members fans spectators users customers players officers officials journalists doctors nurses teachers"
    " families households adults teenagers prisoners detainees hostages immigrants supporters followers readers viewers subscribers"
    " deaths casualties injuries fatalities dead wounded injured killed".lower().split()
)
_NOT_NOUNS = frozenset(
    "of in on at to from for by with and or but as than that which who the a an is are was were be been has have had will would"
    " could should may might can after before since until while when where per it its his her their they he she we you i this these"
    " those said says more less fewer not no all each so such about over under between into out up down off if because during"
    " including among according against through last next ago later earlier times time apart early late also only just even still".split()
)
_AND_A_HALF = " and a half"
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    number = rf"(?:{DIGITS})"
    return {
        "digits": re.compile(number),
        "scale": re.compile(r"[ \u00a0-]?((?ai:hundred|thousand|million|billion|trillion|crore|lakh))(?![\w’'])|((?ai:mn|mln|bn|tn|trn|m|k))(?![\w’'])"),
        "currency": re.compile(r"(?:US\$|A\$|C\$|NZ\$|HK\$|S\$|[$£€¥₹]|\bRs\.?)\s?$"),
        "modifier": re.compile(
            r"\b((?:just |slightly |well )?(?:more than|less than|fewer than|over|under|above|below)|at least|at most|up to|no (?:more|fewer|less) than"
            r"|as many as|as much as|as few as|about|around|nearly|almost|some|approximately|roughly|an estimated|estimated|close to|a total of|only|another"
            r"|a record)\s$",
            re.I,
        ),
        "range": re.compile(rf"\s?(?:–|—|-|to|or)\s?(?:[$£€])?({number})"),
        "between": re.compile(rf" and (?:[$£€])?({number})"),
        "percent": re.compile(r"\s?%|pc\b|[ -](?:percent|per cent|pct|pc)\b", re.I),
        "points": re.compile(r"(?:\s?%|[ -](?:percent(?:age)?|per cent))?[ -]points?\b", re.I),
        "half_points": re.compile(r"(?: of)?(?: a)? (?:percentage |per cent )?point\b"),
        "month_before": re.compile(rf"\b{_MONTH}\s$"),
        "month_after": re.compile(rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}(?![\w])(?:,? \d{{4}})?"),
        "year_after": re.compile(r"(?:st|nd|rd|th)?(?:[-–]\d{1,2})?(?:,? \d{4}(?!\d))?"),
        "clock": re.compile(r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s?(?:a\.?m\b\.?|p\.?m\b\.?|o['’]clock|GMT|hours? GMT)|\d{1,2}:\d{2}(?::\d{2})?", re.I),
        "street": re.compile(r" (?:[A-Z][\w.’'-]* ){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Boulevard|Terrace)(?!\w)"),
        "ordinal": re.compile(r"(?:st|nd|rd|th)\b"),
        "score": re.compile(r"\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?(?![\w-])"),
        "age": re.compile(r"(?:-| )years?(?:-| )old|-month-old|-week-old|-day-old", re.I),
        "aged": re.compile(r"\b(?:aged?|ages|age of)\s$", re.I),
        "named_before": re.compile(r"(?:[A-Za-z]-?|\b(?:No|Nos|Number|Route|Highway|Section|Article|Title|Chapter|Flight|Apartment|Channel|Room|Interstate|Unit|Resolution|Proposition|Amendment|Area|Boeing|Airbus|Super Bowl|World War|Formula|Windows|iPhone|Gate|Platform|Bay|Lot|Page|Pages|page|Verse|Psalm|Ward|District|Precinct|Pier|Level|Tier|Phase|Stage|Group|Class|Type|Model|Series|Volume|Part|Act|Scene|Line)\.?\s)$"),
        "fraction": re.compile(r"[ -](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?: of)?\b", re.I),
        "in": re.compile(rf" (?:in|out of) (?:every )?({number}|[a-z]+)\b"),
        "decade": re.compile(r"['’]?s\b"),
        "follow": re.compile(r"[ \u00a0-]([^\W\d_][\w’'/-]*)"),
        "half": re.compile(r"half(?: of| the| a)?\b", re.I),
    }  # fmt: skip


def _figure(text: str, at: int, floor: int) -> Figure | None:
    """The figure whose number begins at an offset, or None where the characters there are none."""
    patterns = _patterns()
    if text[at].isdigit():
        before = text[at - 1] if at else " "
        if before == "." and at > 1 and text[at - 2].isspace():
            return None  # .22
        number = patterns["digits"].match(text, at)
        assert number is not None
        end, value = number.end(), digits_value(number.group())
        special = _special(text, at, end, value, floor)
        if special is not None:
            return special
    else:
        words = words_at(text, at)
        if words is None:
            half = patterns["half"].match(text, at)
            if half is None:
                return None
            if points := patterns["half_points"].match(text, half.end()):
                return _made(text, at, points.end(), at + 4, 0.5, floor, POINTS, unit="points")
            return _with_noun(
                text, at, half.end() if half.group().lower().endswith(" of") else at + 4, 0.5, floor, SHARE
            )
        end, value = words
        if text.startswith(_AND_A_HALF, end):
            end, value = end + len(_AND_A_HALF), value + 0.5
        if age := patterns["age"].match(text, end):
            return _made(text, at, age.end(), end, value, at, AGE)
        if fraction := patterns["fraction"].match(text, end):
            share = value * FRACTIONS.get(fraction[1].lower(), 0.5)
            return _made(text, at, fraction.end(1), fraction.end(1), share, floor, SHARE)
        if value == 1 and not patterns["in"].match(text, end):
            return None  # "one" is a pronoun more often than a number
    return _measured(text, at, end, value, floor)


def _special(text: str, at: int, end: int, value: float, floor: int) -> Figure | None:
    """A date, a time, an age, a score, an ordinal or a name, if that is what the digits are."""
    patterns = _patterns()
    tail = text[max(floor, at - 24) : at]
    if value >= MOST:
        return _made(text, at, end, end, value, at, IDENTIFIER)
    plain = text[at:end].isdigit()
    if clock := patterns["clock"].match(text, at):
        return _made(text, at, clock.end(), clock.end(), value, at, TIME)
    if plain and value <= 31 and patterns["month_before"].search(tail):
        stop = patterns["year_after"].match(text, end)
        last = stop.end() if stop else end
        month = re.search(rf"{_MONTH}\s$", tail)
        return Figure(at - (len(month.group()) if month else 0), last, at, end, value, kind=DATE)
    if plain and value <= 31 and (month_after := patterns["month_after"].match(text, end)):
        return _made(text, at, month_after.end(), end, value, at, DATE)
    if plain and patterns["street"].match(text, end):
        return _made(text, at, end, end, value, at, IDENTIFIER)
    if ordinal := patterns["ordinal"].match(text, end):
        return _made(text, at, ordinal.end(), end, value, at, ORDINAL)
    if age := patterns["age"].match(text, end):
        return _made(text, at, age.end(), end, value, at, AGE)
    if (
        plain
        and value < 1000
        and (
            patterns["aged"].search(tail)
            or (value < 120 and tail.endswith(", ") and text[end : end + 1] in ",.;")
        )
    ):
        return _made(text, at, end, end, value, at, AGE)
    if (
        patterns["named_before"].search(tail)
        or tail.endswith(("#", "/", "@", "_"))
        or text[end : end + 1] in ("/", "_", "@")
    ):
        return _made(text, at, end, end, value, at, IDENTIFIER)
    if (
        end < len(text)
        and text[end].isalpha()
        and not patterns["scale"].match(text, end)
        and not _glued_unit(text, end)
        and not text.startswith("pc", end)
    ):
        if decade := patterns["decade"].match(text, end):
            return _made(text, at, decade.end(), end, value, at, DATE)
        return _made(text, at, end, end, value, at, IDENTIFIER)
    if plain and len(text[at:end]) == 4 and 1500 <= value <= 2099 and not patterns["currency"].search(tail):
        follow = patterns["follow"].match(text, end)
        if not (follow and (follow[1].lower() in _PEOPLE or _unit(follow[1]))):
            return _made(text, at, end, end, value, at, DATE)
    if (score := patterns["score"].match(text, at)) and not _is_range(text, score):
        return _made(text, at, score.end(), score.end(), value, at, SCORE)
    return None


def _glued_unit(text: str, end: int) -> str:
    """The unit that clings to digits (40kg), or nothing."""
    if not text[end : end + 1].isalpha():
        return ""
    word = re.match(r"[a-z/]+", text[end : end + 6])
    return word.group() if word is not None and word.group() in _UNITS else ""


def _is_range(text: str, score: re.Match[str]) -> bool:
    """Whether 10-15 is a range, not a score: a unit or a percentage stands behind it."""
    patterns = _patterns()
    end = score.end()
    follow = patterns["follow"].match(text, end)
    low, high = (float(n) for n in re.split("[-–]", score.group())[:2])
    known = bool(
        follow
        and (_unit(follow[1]) or follow[1].lower() in _PEOPLE or follow[1].rstrip("s").lower() in _TIMES)
    )
    return bool(patterns["percent"].match(text, end) or patterns["scale"].match(text, end)) or (
        known and low < high
    )


def _measured(text: str, at: int, end: int, value: float, floor: int) -> Figure | None:
    """A number with its scale, range, currency, unit and noun."""
    patterns = _patterns()
    start, currency, high = at, "", None
    if match := patterns["currency"].search(text, max(floor, at - 5), at):
        start, currency = match.start(), _CURRENCIES.get(match.group().strip().rstrip("."), "USD")
    scale = patterns["scale"].match(text, end)
    if scale and not (scale[2] and scale[2] == "m" and not currency):
        value *= SCALES[(scale[1] or scale[2]).lower()]
        end = scale.end()
    span = patterns["range"].match(text, end)
    if text[max(floor, start - 8) : start].lower().endswith("between "):
        span = patterns["between"].match(text, end)
    if span and _plausible_range(value, digits_value(span[1]), text, span):
        high, end = digits_value(span[1]), span.end()
        if second := patterns["scale"].match(text, end):
            factor = SCALES[(second[1] or second[2]).lower()]
            high, end = high * factor, second.end()
            value = value * factor if value < high / 100 else value
    if ratio := patterns["in"].match(text, end):
        whole = _whole(ratio[1])
        if whole and value < whole and not currency and value <= 20:
            return _made(text, start, ratio.end(), ratio.end(), value / whole, floor, RATIO)
    if points := patterns["points"].match(text, end):
        return _made(text, start, points.end(), end, value, floor, POINTS, high=high, unit="points")
    if percent := patterns["percent"].match(text, end):
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
    """The figure with the unit or the noun behind it: a unit, or the first plural within four words."""
    at, noun, unit, last, number_end = end, "", "", end, end
    if text[end - 1].isdigit() and (glued := _glued_unit(text, end)) and not kind:
        unit, last, kind = _unit(glued), end + len(glued), QUANTITY
    elif text.startswith(" of ", end) and not kind:
        at = last = end + 3
    for _ in range(0 if unit else 4):
        follow = _patterns()["follow"].match(text, at)
        if (
            follow is None
            or follow[1].lower() in _NOT_NOUNS
            or (follow[1][0].isupper() and follow[1].lower() not in _PEOPLE and not follow[1].endswith("s"))
        ):
            break
        word = follow[1].lower()
        at = follow.end()
        singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        if not noun and (unit_ := _unit(word)):
            unit, last, kind = unit_, at, kind or QUANTITY
            break
        if singular in _MONEY_WORDS and not currency:
            currency, kind, last, noun = _MONEY_WORDS[singular], MONEY, at, word
            break
        if singular in _TIMES:
            kind, noun, last, unit = kind or DURATION, word, at, singular
            break
        if kind == MONEY:
            break
        if word in _PEOPLE:
            kind, noun, last = PEOPLE, word, at
            break
        if word.endswith("s") and not word.endswith(("ss", "ous", "us", "is")):
            noun, last, kind = word, at, kind or QUANTITY
            break
    return _made(
        text,
        start,
        last,
        number_end,
        value,
        floor,
        kind or OTHER,
        high=high,
        currency=currency,
        unit=unit,
        noun=noun,
        number_start=number_start,
    )


def _unit(word: str) -> str:
    word = word.lower()
    return _UNITS.get(word) or (
        _UNITS.get(word[:-1], "") if word.endswith("s") and word[:-1] not in ("m", "c") else ""
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
    modifier = _patterns()["modifier"].search(text, max(floor, start - 24), start)
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
