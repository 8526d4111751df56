"""Hyphens in and around numbers and compounds: a 12-year-old boy, 27 member nations, a five-year sentence.

A third of the file is the words that stand in such compounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|(?:{_TENS})(?:-(?:{_ONES}))?|{_TEENS}|{_ONES}"
_COMPOUND = lazy_pattern(
    rf"(?<![\w$€£¥.,:/'’–-])({_NUMBER})([ -])([^\W\d_]+)(?:([ -])([^\W\d_]+))?", re.IGNORECASE
)
_BEFORE = lazy_pattern(r"([^\W\d_]+)[ \xa0](?:[a-z]+[ \xa0])?$")
_JUST_BEFORE = lazy_pattern(r"([^\W\d_]+)[ \xa0]$")
_NEXT = lazy_pattern(r"[ \xa0]([^\W\d_]+)")

_POSSESSIVES = ("'s ", "’s ", "s' ", "s’ ")
_PLURAL_OF = {
    "year": "years", "month": "months", "week": "weeks", "day": "days", "hour": "hours", "minute": "minutes",
    "second": "seconds", "decade": "decades", "mile": "miles", "kilometre": "kilometres", "kilometer": "kilometers",
    "metre": "metres", "meter": "meters", "yard": "yards", "foot": "feet", "inch": "inches", "acre": "acres",
    "pound": "pounds", "dollar": "dollars", "euro": "euros", "ton": "tons", "tonne": "tonnes", "page": "pages",
    "point": "points", "story": "stories", "storey": "storeys", "block": "blocks",
}  # fmt: skip
_SINGULAR_OF = {plural: unit for unit, plural in _PLURAL_OF.items()}
_AGES = frozenset("year month week day".split())
_BEING = frozenset(
    "is are was were be been being am i'm he's she's it's they're we're who's turned turns not now only".split()
)
_SIZES = frozenset("long wide tall deep thick high".split())
_FRACTIONS = frozenset("third fourth fifth sixth seventh eighth ninth tenth quarter".split())
_SHARED = frozenset("majority vote of share stake cut".split())
# What else a number makes an adjective of: "a three-judge panel".
_PARTS = frozenset(
    "person member man woman state nation country party page bedroom room star door team judge seat lane part step game "
    "song vote inning term time piece city county candidate storey story way".split()
)
# Two words of their own: "the two second graders", "the three point guards", "the four foot soldiers".
_AMBIGUOUS = frozenset("second point foot man woman day page state star party team time way block".split())
_TIMES = frozenset(
    "year month week day hour minute decade mile kilometre kilometer metre meter yard acre".split()
)
_ARTICLES = frozenset("a an another".split())
_DETERMINERS = _ARTICLES | frozenset("the this that his her its their our my your each every".split())
_NO_NOUN = frozenset(
    "ago later earlier before after away left more less longer old long and or but of to from in on at for with by as than "
    "is was are were has had have who which that when while if it he she they we you i will would can could into until till "
    "since prior per apart worth total then now not so because where".split()
)
_LONG_WHAT = frozenset(
    "jump jumper jumps pass shot run way time term range ball receiver drive haul weekend enough bomb list snap".split()
)


class Params(NamedTuple):
    """`counted`: nouns that say what the things counted are, and the plurals with which they do ("member":
    states, nations): a number before them counts the plural, so no hyphen joins it to the noun. `plurals`: nouns
    to which no hyphen joins a number."""

    counted: Mapping[str, list[str]] = MappingProxyType({})
    plurals: Sequence[str] = ()


class _Compound(NamedTuple):
    """A number and the two words behind it, in lower case, with what parts them, and their surroundings."""

    number: str
    first_gap: str
    unit: str
    second_gap: str
    last: str
    just_before: str
    determined: bool  # an article or the like before it, with one word between at most
    after: str  # the word behind, in lower case
    after_unit: str

    @property
    def attributive(self) -> bool:
        """Whether it stands before its noun."""
        return self.determined and bool(self.after) and self.after not in _NO_NOUN


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The compound, with how it is written."""
    text = analysis.text
    plurals = frozenset(params.plurals)
    for match in _compounds(analysis):
        first, second = match[3].lower(), (match[5] or "").lower()
        if text[match.end() : match.end() + 1] in ("-", "'", "’") and second not in ("old", "olds"):
            second_gap, second = "-", ""  # the last word belongs to what follows
        else:
            second_gap = match[4] or ""
        if not _may_be_wrong(match[2], first, second, params, plurals):
            continue
        compound = _surrounded(text, match, first, second_gap, second)
        better, words = _age(compound) or _size(compound) or _other(compound, params, plurals) or ("", 0)
        end = match.end() if words == 2 else match.end(3)
        if better and text[match.start() : end].lower() != better.lower():
            yield Finding(
                match.start(),
                end,
                {"match": text[match.start() : end], "better": better},
                suggestions=[better],
            )


def _compounds(analysis: Analysis) -> Iterator[re.Match[str]]:
    """Every number with the word or two behind it."""
    text, end = analysis.text, 0
    for start in analysis.number_starts:
        match = _COMPOUND.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def _may_be_wrong(gap: str, first: str, second: str, params: Params, plurals: frozenset[str]) -> bool:
    """A cheap test: most numbers stand before a word that is no unit."""
    return (
        first in _PLURAL_OF
        or first in _SINGULAR_OF
        or first in _PARTS
        or first in _FRACTIONS
        or first[:-1] in _FRACTIONS
        or (gap == "-" and (first in params.counted or first in plurals))
    )


def _surrounded(text: str, match: re.Match[str], first: str, second_gap: str, second: str) -> _Compound:
    window = max(0, match.start() - 28)
    just = _JUST_BEFORE.search(text, window, match.start())
    near = _BEFORE.search(text, window, match.start())
    just_before = just[1].lower() if just else ""
    determined = (
        just_before in _DETERMINERS
        or (near is not None and near[1].lower() in _DETERMINERS and just_before not in _NO_NOUN)
        or text.endswith(_POSSESSIVES, window, match.start())
    )
    after = _NEXT.match(text, match.end())
    after_unit = _NEXT.match(text, match.end(3))
    return _Compound(
        match[1],
        match[2],
        first,
        second_gap,
        second,
        just_before,
        determined,
        after[1].lower() if after else "",
        after_unit[1] if after_unit else "",
    )


def _age(found: _Compound) -> tuple[str, int] | None:
    """ "12 year-old", "20-years-old", "a 12 years old boy" """
    unit = _SINGULAR_OF.get(found.unit, found.unit)
    if unit not in _AGES or found.last not in ("old", "olds") or found.after == "enough":
        return None
    joined = f"{found.number}-{unit}-{found.last}"
    if found.last == "olds":
        return joined, 2
    if found.unit == unit:
        apart = found.first_gap == found.second_gap == " "
        single = found.number.lower() in ("1", "one")
        if apart and single and found.just_before not in _ARTICLES:
            return None
        stands_alone = not found.after or found.after in _NO_NOUN
        if apart and not single and found.just_before in _BEING and stands_alone:
            return f"{found.number} {_PLURAL_OF[unit]} old", 2
        return joined, 2
    if found.first_gap == found.second_gap == " ":
        wrong = found.just_before in _ARTICLES and found.attributive
        return (joined, 2) if wrong else None
    return (joined if found.attributive else f"{found.number} {found.unit} old"), 2


def _size(found: _Compound) -> tuple[str, int] | None:
    """ "a 5 mile-long queue", "a 30-mile long border", "three-decades-long" """
    unit = _SINGULAR_OF.get(found.unit, found.unit)
    if unit not in _PLURAL_OF or found.last not in _SIZES:
        return None
    joined = f"{found.number}-{unit}-{found.last}"
    if found.second_gap == "-":
        if found.unit == unit:
            # "three hour-long talks" are three, each of an hour.
            several = found.after.endswith("s") and found.just_before not in _ARTICLES
            return (joined, 2) if found.first_gap == " " and not several else None
        return (
            joined
            if found.attributive or found.first_gap == "-"
            else f"{found.number} {found.unit} {found.last}"
        ), 2
    wrong = (
        found.unit == unit and found.attributive and found.last != "high" and found.after not in _LONG_WHAT
    )
    if wrong and (found.first_gap == "-" or found.just_before in _ARTICLES):
        return joined, 2
    return None


def _other(found: _Compound, params: Params, plurals: frozenset[str]) -> tuple[str, int] | None:
    apart = f"{found.number} {found.unit}"
    if found.first_gap == "-":
        if found.last in params.counted.get(found.unit, ()) and found.second_gap == " ":
            return f"{apart} {found.last}", 2
        if found.unit in plurals:
            return apart, 1
        if found.unit in _SINGULAR_OF and found.second_gap != "-":
            behind = found.after_unit
            before_noun = behind and behind.islower() and behind not in _NO_NOUN and found.determined
            return (f"{found.number}-{_SINGULAR_OF[found.unit]}" if before_noun else apart), 1
        return _fraction(found)
    return _missing_hyphen(found)


def _fraction(found: _Compound) -> tuple[str, int] | None:
    """ "a two-third majority" """
    if found.number.isdigit() or found.second_gap == "-":
        return None
    one = found.number.lower() == "one"
    if one and found.unit[:-1] in _FRACTIONS:
        return f"{found.number}-{found.unit[:-1]}", 1
    if not one and found.unit in _FRACTIONS and found.after_unit in _SHARED:
        return f"{found.number}-{found.unit}s", 1
    return None


def _missing_hyphen(found: _Compound) -> tuple[str, int] | None:
    """ "a 12 month period", "a five years sentence", "the seven member council" """
    behind = found.after_unit
    if not behind or behind.lower() in _NO_NOUN or found.second_gap == "-":
        return None
    article = found.just_before in _ARTICLES
    if found.unit in _SINGULAR_OF:
        wrong = article and behind.islower()
        return (f"{found.number}-{_SINGULAR_OF[found.unit]}", 1) if wrong else None
    if found.unit not in _PLURAL_OF and found.unit not in _PARTS:
        return None
    # A singular noun cannot be what the number counts: "the four day convention", but "the four day labourers".
    singular = not behind.endswith("s") and behind.islower() and behind not in ("care", "end", "school")
    if found.determined and singular and found.unit in _TIMES and found.number.lower() not in ("1", "one"):
        return f"{found.number}-{found.unit}", 1
    if not article:
        sure = found.unit not in _AMBIGUOUS and found.number.lower() not in ("1", "one") and behind.islower()
        # "The 27 member states" are 27; "the seven member council" has seven.
        if not sure or behind.endswith("s") or found.just_before not in _DETERMINERS:
            return None
    return f"{found.number}-{found.unit}", 1


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("match", "better")})
