"""Hyphens in and around numbers and compounds: a 12-year-old boy, 27 member nations, a five-year sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from newslint.checks import Finding
from newslint.language.analysis import Analysis

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|(?:(?:{_TENS})-)?(?:{_ONES})|{_TENS})"
_UNITS = "year|month|week|day|hour|minute|second|mile|kilomet(?:er|re)|met(?:er|re)|yard|inch|pound|ton|tonne|dollar|page|point|stor(?:y|ey)"
_DETERMINER = r"(?:a|an|the|this|that|his|her|its|their|our|my|another|one|each|every)"
_CHEAP = re.compile(
    r"(?:\d|[a-z])[ -](?:years?|months?|weeks?|days?|hours?|minutes?|miles?|feet|foot|met(?:er|re)s?|kilo|yards?|inch|pounds?|third|quarter|fifth)|-[a-z]+ [a-z]+s\b",
    re.I,
)
_SIZES = "long|wide|tall|high|deep|thick"

# "12 year-old", "12-year old": whatever follows, the two hyphens go together.
_AGE_HALF = re.compile(rf"\b({_NUMBER})(?: year-old|-year old)(s?)\b(?! enough)", re.I)
_AGE_NONE = re.compile(
    rf"(?<=\b)({_DETERMINER}) ({_NUMBER}) year old(?= [a-z]{{3,}})(?! (?:and|or|but|who|when|with)\b)", re.I
)
_AGE_PLURAL = re.compile(rf"\b({_NUMBER})-years?-olds?\b", re.I)
_PLURAL_UNIT = re.compile(
    rf"\b{_DETERMINER} (?:[a-z]+ )?({_NUMBER})-(years|months|weeks|days|hours|minutes|miles|metres|meters|kilometres|kilometers|feet|yards|inches|"
    rf"pounds|tonnes|tons|dollars|pages|points|stories|storeys)(?= [a-z]{{3,}})(?! (?:and|or|of|to|from|in|on|at|ago|later|after|before|old)\b)"
)
_FRACTION = re.compile(
    r"\b(two|three|four)-(third|quarter|fifth)(?= (?:majority|vote|of|share|stake|the|cut)\b)", re.I
)
_SIZE_HALF = re.compile(rf"\b({_NUMBER}) ({_UNITS}|foot)-({_SIZES})\b", re.I)


@dataclass(frozen=True, slots=True)
class Params:
    """`counted`: nouns that say what the things counted are, and the plurals with which they do ("member":
    states, nations): a number before them counts the plural, so no hyphen joins it to the noun."""

    counted: dict[str, list[str]] = field(default_factory=dict)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The compound, with how it is written."""
    text = analysis.text
    if not _CHEAP.search(text):
        return
    for match in _AGE_HALF.finditer(text):
        yield _finding(match.start(), match.end(), f"{match[1]}-year-old{match[2]}", text)
    for match in _AGE_NONE.finditer(text):
        yield _finding(match.start(2), match.end(), f"{match[2]}-year-old", text)
    for match in _AGE_PLURAL.finditer(text):
        if "years" in match.group():
            before_noun = re.match(r" [a-z]{3,}", text[match.end() : match.end() + 12]) and _is_noun_place(
                text, match
            )
            better = f"{match[1]}-year-old" if before_noun else f"{match[1]} years old"
            yield _finding(match.start(), match.end(), better, text)
    for match in _PLURAL_UNIT.finditer(text):
        if text[match.end() : match.end() + 1] not in "'’":
            yield _finding(match.start(1), match.end(), f"{match[1]}-{_singular(match[2])}", text)
    for match in _FRACTION.finditer(text):
        yield _finding(match.start(), match.end(), f"{match[1]}-{match[2]}s", text)
    for match in _SIZE_HALF.finditer(text):
        yield _finding(match.start(), match.end(), f"{match[1]}-{match[2]}-{match[3]}", text)
    if params.counted:
        for match in _counted(tuple((k, tuple(v)) for k, v in sorted(params.counted.items()))).finditer(text):
            yield _finding(match.start(), match.end(), f"{match[1]} {match[2]} {match[3]}", text)


def _finding(start: int, end: int, better: str, text: str) -> Finding:
    return Finding(start, end, {"match": text[start:end], "better": better}, suggestions=[better])


def _is_noun_place(text: str, match: re.Match[str]) -> bool:
    """Whether a compound stands before its noun: behind an article or the like."""
    return (
        re.search(rf"\b{_DETERMINER} (?:[a-z]+ )?$", text[max(0, match.start() - 24) : match.start()], re.I)
        is not None
    )


def _singular(unit: str) -> str:
    return {"feet": "foot", "inches": "inch", "stories": "story"}.get(unit, unit[:-1])


@lru_cache(maxsize=8)
def _counted(counted: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    pairs = "|".join(
        rf"({re.escape(noun)}) ({'|'.join(map(re.escape, plurals))})" for noun, plurals in counted
    )
    if len(counted) == 1:
        return re.compile(rf"\b({_NUMBER})-{pairs}\b")
    nouns = "|".join(re.escape(noun) for noun, _ in counted)
    plurals = "|".join(sorted({re.escape(plural) for _, each in counted for plural in each}))
    allowed = "|".join(rf"{re.escape(noun)} (?:{'|'.join(map(re.escape, each))})\b" for noun, each in counted)
    return re.compile(rf"\b({_NUMBER})-(?={allowed})({nouns}) ({plurals})\b")
