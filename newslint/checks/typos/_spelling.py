"""The words of an article that are none: what may be meant, and what speaks for a slip."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.article import HEADLINE
from newslint.checks.typos._slip_evidence import Place, evidence_of, log_odds
from newslint.checks.typos._surroundings import (
    FOREIGN,
    is_glued,
    is_other_language,
    is_set_apart,
    opens_sentence,
    places,
)
from newslint.language.names.person_names import is_known
from newslint.language.words.bigrams import tie, usual
from newslint.language.words.candidates import MOST, Meant, meant
from newslint.language.words.known_misspellings import known_misspelling
from newslint.language.words.letter_case import match_case
from newslint.language.words.morphology import is_drawn_out

if TYPE_CHECKING:
    from newslint.language.analysis import Analysis

# The kinds of evidence, the strongest first.
LISTED, CERTAIN, LIKELY, UNSURE = "listed", "certain", "likely", "unsure"
KINDS = (LISTED, CERTAIN, LIKELY, UNSURE)
_LEAST_ODDS = ((CERTAIN, 4.0), (LIKELY, 3.2), (UNSURE, 0.0))  # logarithms of the odds

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ASCII = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_BEFORE = re.compile(r"([^\W\d_]+(?:['’\-][^\W\d_]+)*) $")
_AFTER = re.compile(r" ([^\W\d_]+(?:['’\-][^\W\d_]+)*)")
_NUMBER = re.compile(r"\d[ \u00a0\u202f]$")
_MOST_UNKNOWN, _CHARACTERS_AN_UNKNOWN = (
    500,
    100,
)  # different unknown words in English copy, more in a long text
_FEW = 60  # words that are sooner looked for one by one than all words of the text gone through
_AROUND = 50  # characters on either side in which unknown words are counted
_BELONGS = 64  # how much more often than by chance a common word must stand between its neighbours to be meant by a rare one
_SHORTEST_NAMELIKE = 7  # letters of a word with a capital that is no known misspelling
_LONGEST_ABBREVIATION = 6


class Suspect(NamedTuple):
    """A misspelt word: its span, what may be meant (best first), what kind of evidence there is, and whether the first of
    what may be meant can be written unseen."""

    start: int
    end: int
    suggestions: list[str]
    kind: str
    sure: bool


class Doubt(NamedTuple):
    """An unknown word that may be a slip: its span, what may be meant, and how it stands there."""

    start: int
    end: int
    word: str
    found: list[Meant]
    place: Place


def suspects(
    analysis: Analysis, shortest: int, doubts: tuple[set[str], set[str]] | None = None
) -> Iterator[Suspect]:
    """The article's misspelt words in order; `doubts`: its words that the lexicon doubts, where they are known."""
    reading = Reading(analysis, shortest, doubts or analysis.doubts)
    for doubt in reading.doubts():
        listed = known_misspelling(doubt.word.lower())
        kind = LISTED if listed else reading.kind(doubt)
        if kind:
            suggestions = [match_case(each.word, doubt.word) for each in doubt.found[:MOST]]
            yield Suspect(doubt.start, doubt.end, suggestions, kind, reading.is_sure(doubt, listed))


class Reading:
    """One article's unknown words and what stands around them."""

    def __init__(self, analysis: Analysis, shortest: int, doubts: tuple[set[str], set[str]]) -> None:
        self._analysis, self._lexicon, self._text = analysis, analysis.lexicon, analysis.text
        self._shortest = shortest
        self._unknown, self._rare = doubts

    def kind(self, doubt: Doubt) -> str:
        """How strong the evidence is that a word which no list knows is a slip; "" for too weak."""
        if doubt.word in self._rare:
            return LIKELY if self._is_out_of_place(doubt) else ""
        odds = log_odds(evidence_of(self._lexicon, doubt.word.lower(), doubt.found[0], doubt.place))
        return next((kind for kind, least in _LEAST_ODDS if odds >= least), "")

    def is_sure(self, doubt: Doubt, listed: tuple[str, ...]) -> bool:
        """Whether nobody needs to look: a whole word in small letters, for which the list has one correction and nothing
        speaks for another, and which is nobody's name."""
        word = doubt.word
        return (
            listed == (doubt.found[0].word,)
            and word.islower()
            and not doubt.place.joined
            and word in self._unknown
            and not is_known(word.capitalize())
        )

    def doubts(self) -> Iterator[Doubt]:
        """The words that may be slips, in order; none in a text that is full of unknown words: it is a list of
        names, a table of codes or another language."""
        doubtful = self._rare | {w for w in self._unknown if w.islower() or _may_be_no_name(w)}
        if not doubtful or len(doubtful) > max(_MOST_UNKNOWN, len(self._text) // _CHARACTERS_AN_UNKNOWN):
            return
        if len(doubtful) <= _FEW:
            found = sorted((start, word) for word in doubtful for start in places(self._text, word))
        else:
            words = _WORD.finditer(self._text)
            found = [(match.start(), match.group()) for match in words if match.group() in doubtful]
        times = Counter(word.lower() for _, word in found)
        for start, word in found:
            if not is_glued(self._text, start, start + len(word)):
                yield from self._parts(start, word, times)

    def _parts(self, start: int, word: str, times: Counter[str]) -> Iterator[Doubt]:
        """The unknown part of a word with a hyphen, or the word itself; without a possessive ending."""
        joined = "-" in word
        if joined:
            if self._lexicon.knows(word.replace("-", "")):
                return
            unknown = [part for part in _PART.finditer(word) if not self._lexicon.knows(part.group())]
            if len(unknown) != 1 or len(unknown[0].group()) < 6 or not unknown[0].group().islower():
                return  # the first part of a coined compound may be anything ("econo-speak")
            part = unknown[0]
            if part.end() < len(word) and not known_misspelling(part.group()):
                return
            start, word = start + part.start(), part.group()
        often = times[word.lower()]
        if word[-2:] in ("'s", "’s"):
            word = word[:-2]
        if _ASCII.fullmatch(word) and not is_drawn_out(word.lower(), self._lexicon.knows):
            yield from self._doubt(start, word, often, joined)

    def _doubt(self, start: int, word: str, often: int, joined: bool) -> Iterator[Doubt]:
        text, end = self._text, start + len(word)
        listed = known_misspelling(word.lower())
        lead = text[max(0, start - 40) : start]
        if not listed and (len(word) < 3 or (len(word) <= self._shortest and _NUMBER.search(lead))):
            return  # a unit
        match = _BEFORE.search(lead), _AFTER.match(text, end, end + 40)
        before, after = (each.group(1) if each else "" for each in match)
        if not word.islower() and not self._capital_says_nothing(start, word, listed, before, after, often):
            return
        if self._in_other_language(start) and not (listed and len(word) > 4):
            return
        found = meant(self._lexicon, word, before, after)
        if found:
            place = self._place(start, end, word, before, after, often, joined)
            yield Doubt(start, end, word, found, place)

    def _place(
        self, start: int, end: int, word: str, before: str, after: str, often: int, joined: bool
    ) -> Place:
        text = self._text
        around = _WORD.findall(text[max(0, start - _AROUND) : start] + " " + text[end : end + _AROUND])
        odd = sum(
            w.islower() and len(w) > 2 and w in self._unknown and not known_misspelling(w) for w in around
        )
        odd += 2 * (before.lower() in FOREIGN) + 2 * (after.lower() in FOREIGN)
        behind_name = before[:1].isupper() and not self._opens(start - len(before) - 1)
        return Place(
            before,
            after,
            often,
            word.islower() and word.capitalize() in self._analysis.words,
            is_set_apart(text, start, end),
            behind_name,
            odd,
            joined,
            not word.islower(),
        )

    def _opens(self, start: int) -> bool:
        block = self._analysis.article.block_at(start)
        return block is None or opens_sentence(self._text, start, block.start)

    def _in_other_language(self, start: int) -> bool:
        """Whether the sentence is one of another language."""
        sentence = self._analysis.sentence_at(start)
        if sentence is None:
            return False
        words = _WORD.findall(self._text[sentence.start : sentence.end])
        return is_other_language(words, [w for w in words if w.islower() and w in self._unknown])

    def _is_out_of_place(self, doubt: Doubt) -> bool:
        """Whether a rare word never stands beside its neighbours, where a far more common one, a slip away, belongs."""
        word, best, place = doubt.word, doubt.found[0], doubt.place
        if place.times > 1 or best.cost > 1.25 or " " in best.word or not (place.before and place.after):
            return False
        first, last = place.before.lower(), place.after.lower()
        if usual(first, word) or usual(word, last):
            return False
        ties = tie(first, best.word), tie(best.word, last)
        return min(ties) > 0 and sum(ties) >= _BELONGS

    def _capital_says_nothing(
        self, start: int, word: str, listed: tuple[str, ...], before: str, after: str, often: int
    ) -> bool:
        """Whether a capital is there for the word's place only: at a sentence's start, in a headline, or in a title
        that a known misspelling is part of."""
        if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
            return False
        if listed:
            return not is_known(word)
        block = self._analysis.article.block_at(start)
        if often > 1 or len(word) < _SHORTEST_NAMELIKE or not word[1:].islower() or is_known(word):
            return False
        if block is None or block.kind == HEADLINE:
            return True
        return after.islower() and opens_sentence(self._text, start, block.start)


def _may_be_no_name(word: str) -> bool:
    """Whether a capitalised word that is unknown is worth a look at where it stands."""
    return (len(word) >= _SHORTEST_NAMELIKE and word[1:].islower()) or bool(known_misspelling(word.lower()))
