"""Numbers as they are written, in digits and in words: where each stands and its value."""

from __future__ import annotations

import re
from functools import cache

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "crore": 1e7, "lakh": 1e5,
    "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "trn": 1e12, "k": 1e3,
}  # fmt: skip
FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fourth": 1 / 4, "fourths": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
_ROUGH = {
    "dozen": 12,
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2e6,
    "billions": 2e9,
}
_STARTS = frozenset([*_ONES, *_TENS, *_ROUGH, "half", "hundred", "thousand", "million", "billion"])

_WRITTEN = frozenset(form for word in _STARTS for form in (word, word.capitalize(), word.upper()))
MOST = 1e30  # what is more is a code or a key, and no quantity
_DIGITS_READ = 40  # of a longer row the first are enough to know that it is more
_ROUGH_READ = 3  # "hundreds of thousands"
_WORDS_READ = (
    24  # number words behind the first: "nine hundred and ninety-nine trillion nine hundred and ..."
)
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def starts(text: str) -> list[int]:
    """The offsets at which a number may begin in a text or in a piece of it: digits, or a number word."""
    if text.isalpha():
        return [0] if text in _WRITTEN else []
    return [match.start() for match in _start().finditer(text)]


def digits_value(digits: str) -> float:
    """The value of digits with their commas, at most MOST."""
    return min(float(digits.replace(",", "")), MOST) if len(digits) < _DIGITS_READ else MOST


def words_at(text: str, at: int) -> tuple[int, float] | None:
    """The end and value of a number in words that begins at an offset ("two hundred and five"), or None.

    Rough numbers count as the least that they can mean ("dozens": 24).
    """
    match = _phrase().match(text, at)
    if match is None:
        return None
    total, current, used = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", match.group().lower()):
        if word in ("and", "a", "of"):
            continue
        used = True
        if word in _ONES:
            current += _ONES[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in _ROUGH:
            # "Dozens" are two at least, "hundreds of thousands" two hundred of a thousand each.
            each = _ROUGH[word] if word == "dozen" or not current else _ROUGH[word] / 2
            current = max(1.0, current) * each
        elif word == "hundred":
            current = max(1.0, current) * 100
        else:
            total += max(1.0, current) * SCALES[word]
            current = 0.0
    return (match.end(), min(total + current, MOST)) if used else None


@cache
def _start() -> re.Pattern[str]:
    return re.compile(rf"[0-9]+|(?<![\w’'-])(?:{'|'.join(sorted(_WRITTEN))})(?![\w’'])")


@cache
def _phrase() -> re.Pattern[str]:
    small = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(list(_ONES)[:9])}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
    scale = r"(?:hundred|thousand|million|billion|trillion|crore|lakh)"
    rough = r"(?:tens|dozens?|scores|hundreds|thousands|millions|billions)"
    return re.compile(
        # ASCII: without it a long s would match an s, and no table has that word.
        rf"(?ai:(?:{small}|{scale}|(?<=a )dozen)(?:[ -](?:and )?(?:{small}|{scale}|dozen)){{0,{_WORDS_READ}}}"
        rf"|{rough}(?: of {rough}){{0,{_ROUGH_READ}}})(?![\w’'])"
    )
