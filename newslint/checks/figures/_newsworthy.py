"""Kinds of figures: whether a number in its sentence is one that an editor asks the source of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from newslint.language.figures.model import MONEY, RATIO, SHARE, Figure
from newslint.lazy_pattern import lazy_pattern

# Characters on either side within which a word can make it a figure that nobody asks about.
_CLOSE = {"share": 90, "projection": 30, "count": 30, "opinion": 30, "toll": 20}

SHARES = frozenset((SHARE, RATIO))
_ROUGH = lazy_pattern(
    r"(?:(?:tens|hundreds|thousands|dozens|scores) of )*(?:dozens|hundreds|thousands|millions|billions|half)(?: of| a)?",
    re.IGNORECASE,
)
_BRACKET = lazy_pattern(
    r"\b(?:richest|poorest|wealthiest|top|bottom|first|last|the one|the)(?: about)? $", re.IGNORECASE
)
_YEAR = lazy_pattern(
    r"(?<!since )(?<!from )(?<![\d,.])1[0-9]\d\d(?![\d,.]\d)(?! people)"
)  # a year of another century
_A_YEAR = lazy_pattern(r"(?:19|20)\d\d")  # "the 2016 players"
_BEFORE = lazy_pattern(r"\b(?:before|in front of)(?: [a-z]+){0,2} $")  # "danced before some 9,000 people"
_DIFFERENCE = lazy_pattern(r" (?:increase|rise|jump|gain|decrease|decline|drop|fall|reduction|cut)\b")
_CHANGE = lazy_pattern(r"[\d,.]+(?: [a-z]+)?,? or (?:about |nearly )?$")  # "rose $1.25, or 1.4 percent"
_ADJECTIVES = 3
_ENDS_NOUN = frozenset(
    "and or of in to from for with on at by as than was were is are had has have who that".split()
)
_SEVERAL = 5
_HIDING = 40  # characters before the number in which "is projected to" stands
_HEDGED = 4  # "town of more than" before the number
_WORD = lazy_pattern(r"[\w’'-]+")
_NEXT = lazy_pattern(r"[ -]([\w’']+(?:-[\w’']+)*)")
_RUN = lazy_pattern(r"(?:[ -][\w’'-]+){0,7}")
# Words that stand between "killed" or "toll" and the number.
_LEADING = frozenset(
    "the lives of toll rose stood stands climbed was is to at least more than about nearly some up as many over around an"
    " estimated".split()
)


class FigureKinds:
    """Decides from a figure's surroundings whether an editor asks about it.

    `words` are the lists of figures/unattributed by their names, `least` the smallest number that is asked about.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], least: int) -> None:
        self._least = least
        self._uncounted = frozenset(words["uncounted"])
        self._counted = frozenset(words["counted"])
        self.toll = frozenset(words["toll"])
        self._opinions = frozenset(words["opinions"])
        self._shares = _Phrases(words["shares"])
        self._projections = _Phrases(words["projections"])
        self._vague = _Phrases(words["vague"])
        self._places = frozenset(words["places"])
        self._history = _Phrases(words["history"])
        self._recent = _Phrases(words["recent"])
        self._unasked = _Phrases(words["unasked"])

    def possible(self, figure: Figure, *, tolls: bool) -> bool:
        """A cheap test before `kind`: a small count is asked about in a toll only, or as an estimate."""
        if figure.kind in SHARES or figure.value >= self._least:
            return True
        return tolls and bool(figure.modifier or figure.value >= _SEVERAL)

    def kind(self, figure: Figure, written: str, before: str, after: str) -> tuple[str, int] | None:
        """The kind of the figure and how far its noun reaches after it, or None where nobody asks."""
        if _ROUGH.fullmatch(written) and not (written.lower() == "half of" and self._opinion(after)):
            return None
        if _A_YEAR.fullmatch(written) or (figure.kind == MONEY and not written[0].isdigit()):
            return None
        share = figure.kind in SHARES
        large = not share and figure.value >= self._least
        if figure.modifier.endswith("estimated") and (share or large):
            return "projection", self._noun_end(after)
        if share and (_BRACKET.search(before) or _CHANGE.search(before) or _worked_out(before, after)):
            return None
        around = before + " " + after
        if share and self._vague.within(around):
            return "vague", 0
        found = None
        if share:
            found = self._shared(figure, around, after)
        elif figure.kind != MONEY:
            found = self._count(figure, large, before, after, around)
        if found is None and (share or large) and self._projections.within(before[-_HIDING:]):
            found = "projection", 0
        if found is None:
            return None
        reach = _CLOSE[found[0]]
        unasked = self._unasked.within(before[-reach:]) or self._unasked.within(after[:reach])
        return None if unasked else found

    def _shared(self, figure: Figure, around: str, after: str) -> tuple[str, int] | None:
        if self._opinion(after):
            return "opinion", 0
        following = _run(after)
        part = figure.kind == RATIO or following[:1] == ["of"]
        return ("share", 0) if part or self._shares.within(around) else None

    def _opinion(self, after: str) -> bool:
        """Whether the share is of people who say or want something."""
        following = _run(after)
        return not self._opinions.isdisjoint(following[2 if following[:1] == ["of"] else 1 : 6])

    def _count(
        self, figure: Figure, large: bool, before: str, after: str, around: str
    ) -> tuple[str, int] | None:
        hurt = not self.toll.isdisjoint(_run(after)[:5]) or self._hurting(before)
        several = figure.modifier or figure.value >= _SEVERAL  # fewer a reporter counts at the scene
        if (hurt or large) and (_YEAR.search(around) or self._history.within(around)):
            return None
        if hurt and (large or (several and self._recent.within(around))):
            return "toll", self._noun_end(after)
        # How many work or learn in one house anybody can look up.
        if figure.value < 2 * self._least or after.startswith("-strong") or _BEFORE.search(before):
            return None
        length = self._noun_end(after)
        leading = _WORD.findall(before.lower())[-_HEDGED:]
        if "of" in leading and not self._places.isdisjoint(leading):
            return None
        if length:
            return "count", length
        # Any plural that is counted in tens of thousands, but a unit ("40,000 feet").
        many = figure.noun and not figure.unit and figure.value >= 10 * self._least
        return ("count", 0) if many and figure.noun not in self._uncounted else None

    def _noun_end(self, after: str) -> int:
        """Where the noun ends that is asked about, with at most three adjectives before it; 0 if there is none."""
        for number, match in enumerate(_NEXT.finditer(_RUN.match(after)[0])):  # type: ignore[index]
            word = match[1].lower()
            if word in self._counted:
                return match.end()
            if word in _ENDS_NOUN or word[0].isdigit():
                break
            if number == _ADJECTIVES:
                break
        return 0

    def _hurting(self, before: str) -> bool:
        """Whether "killed", "wounding", "the toll rose to" and the like lead up to the number."""
        words = _WORD.findall(re.split(r"[,.;:()]", before)[-1].lower())
        while words and words[-1] in _LEADING:
            words.pop()
        return bool(words) and words[-1] in self.toll


class _Phrases:
    """Words and phrases to be found in a stretch of text, whatever their case."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._words = frozenset(phrase for phrase in phrases if " " not in phrase)
        self._phrases = [(phrase.split()[0], f" {phrase} ") for phrase in phrases if " " in phrase]
        self._first = frozenset(first for first, _ in self._phrases)

    def within(self, text: str) -> bool:
        words = _words(text)
        if not self._words.isdisjoint(words):
            return True
        if self._first.isdisjoint(words):
            return False
        line = f" {' '.join(words)} "
        return any(phrase in line for first, phrase in self._phrases if first in words)


@lru_cache(maxsize=4)
def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _worked_out(before: str, after: str) -> bool:
    """Whether the percentage follows from a number before it: "that was 2,895: a 500% increase"."""
    return _DIFFERENCE.match(after) is not None and re.search(r"\d", before) is not None


def _run(text: str) -> list[str]:
    """The words that follow one another from the start of a text, up to a mark."""
    return [match[1].lower() for match in _NEXT.finditer(_RUN.match(text)[0])]  # type: ignore[index]
