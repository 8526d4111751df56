"""The words of an article that are none: what may be meant, and what speaks for a slip.

One reading of an article, whose steps share what they have looked up; so it is one file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.typos._capitals import OFFICE_WORDS, capital_says_nothing, may_be_no_name
from newslint.checks.typos._misplaced import is_misplaced
from newslint.checks.typos._slip_evidence import ONE_SLIP, Place, evidence_of, log_odds
from newslint.checks.typos._surroundings import (
    FOREIGN,
    is_glued,
    is_other_language,
    is_set_apart,
    opens_sentence,
    places,
)
from newslint.language.names.person_names import is_known
from newslint.language.words.candidates import MOST, Candidate, meant, slip_cost
from newslint.language.words.known_misspellings import known_misspelling
from newslint.language.words.letter_case import match_case
from newslint.language.words.morphology import is_drawn_out
from newslint.language.words.parts_of_speech import VB, classes
from newslint.language.words.rare_words import IN_LIST, rare_word
from newslint.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from newslint.language.analysis import Analysis

# The kinds of evidence, the strongest first.
LISTED, CERTAIN, MISPLACED, UNSURE = "listed", "certain", "misplaced", "unsure"
_LEAST_ODDS = (
    (CERTAIN, 4.3),
    (UNSURE, 1.5),
)  # logarithms of the odds; nineteen in twenty are right, half of them

_LEAST_ODDS_OF_WORD, _LEAST_ODDS_OF_NAME = (
    1.0,
    3.0,
)  # of a known misspelling that is hardly, or may be, a name
_WEIGHED = 3  # words that may be meant, of which the best explained one counts
_LEAST_MEANT = 12.0  # the score of a word that is meant for sure
_LISTED_ODDS = 2.0  # what a list of misspellings adds for a word that a large word list has

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_PART = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ASCII = lazy_pattern(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_BEFORE = lazy_pattern(r"([^\W\d_]+(?:['’\-][^\W\d_]+)*)[ \xa0]$")
_AFTER = lazy_pattern(r"[ \xa0]([^\W\d_]+(?:['’\-][^\W\d_]+)*)")
_NUMBER = lazy_pattern(r"\d[ \u00a0\u202f]$")
_MOST_UNKNOWN, _CHARACTERS_AN_UNKNOWN = (
    500,
    100,
)  # different unknown words in English copy, more in a long text
_FEW = 60  # words that are sooner looked for one by one than all words of the text gone through
_AROUND = 50  # characters on either side in which unknown words are counted
_SHORTEST, _SHORTEST_PART = 3, 6  # letters of a word, and of a part of one, that is judged without a list
_LONGEST_UNIT = 4  # letters of what may be a unit behind a number
_MODALS = frozenset(("won't", "can't"))  # what is left of them without the apostrophe are words, too
_DETERMINERS = frozenset("the a an his her its their my your our this that of and".split())


class Misspelling(NamedTuple):
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
    found: list[Candidate]
    place: Place


def suspects(analysis: Analysis) -> list[Misspelling]:
    """The article's misspelt words in order."""
    unknown, rare = analysis.doubts
    if not (unknown or rare):
        return []
    reading = Reading(analysis, unknown, rare)
    return [suspect for doubt in reading.doubts() if (suspect := reading.suspect(doubt))]


class Reading:
    """One article's unknown words and what stands around them."""

    def __init__(self, analysis: Analysis, unknown: set[str], rare: set[str]) -> None:
        self._analysis, self._lexicon, self._text = analysis, analysis.lexicon, analysis.text
        self._unknown, self._rare = unknown, rare

    def suspect(self, doubt: Doubt) -> Misspelling | None:
        """The word with the kind of evidence that it is a slip, if there is enough."""
        word, found, kind = doubt.word.lower(), doubt.found, ""
        listed = known_misspelling(word)
        if listed and not self._is_no_name(doubt, listed[0]):
            return None
        if listed and not rare_word(word) & IN_LIST:
            kind = LISTED
        elif doubt.word in self._rare:
            kind = MISPLACED if is_misplaced(doubt.word, doubt.found[0], doubt.place) else ""
        else:
            weighed = sorted((self._odds(word, each, doubt.place), each) for each in found[:_WEIGHED])[::-1]
            found = [each for _, each in weighed] + found[_WEIGHED:]
            # One list calls it a misspelling; does another call it a word ("muti", "matric")?
            odds = weighed[0][0] + _LISTED_ODDS * bool(listed)
            kind = next((kind for kind, least in _LEAST_ODDS if odds >= least), "")
        if not kind:
            return None
        suggestions = [match_case(each.word, doubt.word) for each in found[:MOST]]
        return Misspelling(doubt.start, doubt.end, suggestions, kind, self._is_sure(doubt, found[0].word))

    def _is_no_name(self, doubt: Doubt, right: str) -> bool:
        """Whether a known misspelling is not rather a name, if it has a capital: more speaks for a slip than against."""
        proper = right[0].isupper() and len(doubt.word) >= _SHORTEST_PART  # "Guiness", but "Mayu"
        if not doubt.place.capital or proper or "'" in right:
            return True
        word = doubt.word.lower()
        if slip_cost(word, right) > ONE_SLIP or self._is_cognate(doubt, right):
            return False  # "Instituto", "Presse": the word of another language
        owed = doubt.place.times == 1 and doubt.place.after.islower() and self._opens(doubt.start)
        least = _LEAST_ODDS_OF_WORD if owed or right in OFFICE_WORDS else _LEAST_ODDS_OF_NAME
        return self._odds(word, doubt.found[0], doubt.place) >= least

    def _is_cognate(self, doubt: Doubt, right: str) -> bool:
        """Whether only the ending differs, in the midst of a sentence, as it does in other languages' names."""
        return doubt.word.lower()[: len(right) - 1] == right[:-1] and not self._opens(doubt.start)

    def _odds(self, word: str, meant: Candidate, place: Place) -> float:
        return log_odds(evidence_of(self._lexicon, word, meant, place))

    def _is_sure(self, doubt: Doubt, best: str) -> bool:
        """Whether nobody needs to look: a whole word in small letters, for which the list has one correction and nothing
        speaks for another, and which is nobody's name. The correction is not the word beside it."""
        word, place = doubt.word, doubt.place
        return (
            known_misspelling(word) == (best,)
            and word.islower()
            and not place.joined
            and word in self._unknown
            and best not in (place.before.lower(), place.after.lower())
            and not is_known(word.capitalize())
        )

    def doubts(self) -> Iterator[Doubt]:
        """The words that may be slips, in order; none in a text that is full of unknown words: it is a list of
        names, a table of codes or another language."""
        doubtful = self._rare | {w for w in self._unknown if w.islower() or may_be_no_name(w)}
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
            if len(unknown) != 1 or not self._is_slip_in_compound(unknown[0], word):
                return
            start, word = start + unknown[0].start(), unknown[0].group()
        often = times[word.lower()]
        if word[-2:] in ("'s", "’s"):
            word = word[:-2]
        if _ASCII.fullmatch(word) and not is_drawn_out(word.lower(), self._lexicon.knows):
            yield from self._doubt(start, word, often, joined)

    def _is_slip_in_compound(self, part: re.Match[str], word: str) -> bool:
        """Whether the one unknown part of a word with hyphens may be a slip: it is in nobody's use ("left-hander"),
        and, where it is not the last, a known misspelling: the first part of a coined one may be anything."""
        form = part.group()
        if len(form) < _SHORTEST_PART or not form.islower():
            return False
        if known_misspelling(form):
            return not rare_word(form) & IN_LIST
        return part.end() == len(word) and not rare_word(form)

    def _doubt(self, start: int, word: str, often: int, joined: bool) -> Iterator[Doubt]:
        text, end = self._text, start + len(word)
        listed = known_misspelling(word.lower())
        lead = text[max(0, start - 40) : start]
        if not listed and (len(word) < _SHORTEST or (len(word) <= _LONGEST_UNIT and _NUMBER.search(lead))):
            return
        match = _BEFORE.search(lead), _AFTER.match(text, end, end + 40)
        before, after = (each.group(1) if each else "" for each in match)
        if listed and " ".join(listed) in _MODALS and not _is_modal(before, after):
            return
        if not word.islower() and not capital_says_nothing(
            self._analysis, start, word, listed, (before, after), often
        ):
            return
        if self._analysis.article.is_other_language(start) or (
            self._in_other_language(start) and not (listed and len(word) > 4)
        ):
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
        odd = sum(w.islower() and w in self._unknown and self._is_odd(w) for w in around)
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
            self._has_kin(word),
        )

    def _has_kin(self, word: str) -> bool:
        """Whether another unknown word of the article is made of this one, or this one of it: "wai", "waiing"."""
        return any(
            word != other
            and min(len(word), len(other)) > 2
            and abs(len(word) - len(other)) < 5
            and (word.startswith(other) or other.startswith(word))
            for other in self._unknown
        )

    def _is_odd(self, word: str) -> bool:
        """Whether an unknown word is no slip either, as words of another language are."""
        found = meant(self._lexicon, word) if len(word) > 2 and not known_misspelling(word) else []
        return (
            bool(found) and (found[0].cost > ONE_SLIP or found[0].score < _LEAST_MEANT)
        ) or not word.isascii()

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


def _is_modal(before: str, after: str) -> bool:
    """Whether a modal verb stands between two words: "they wont come", not "as is his wont"."""
    return bool(classes(after.lower()) & VB) and before.lower() not in _DETERMINERS
