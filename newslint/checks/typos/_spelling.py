"""The words of an article that are none: unknown, and better explained as a slip than as a rare word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.article import HEADLINE
from newslint.language.names.person_names import is_known
from newslint.language.words.bigrams import tie, usual
from newslint.language.words.candidates import MOST, Meant, like, meant
from newslint.language.words.known_misspellings import known_misspelling
from newslint.language.words.morphology import is_drawn_out

if TYPE_CHECKING:
    from newslint.language.analysis import Analysis

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ASCII = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_GLUE = frozenset("@#/\\&_=<>~|+$£€%^*©®™§°{}0123456789\u00ad\ufffc\ufffd-‑")
_CONTINUED, _CONTINUES = re.compile(r"[^\W\d_]['’\-]?\Z"), re.compile(r"['’\-]?[^\W\d_]")
_BEFORE = re.compile(r"([^\W\d_]+(?:['’\-][^\W\d_]+)*) $")
_AFTER = re.compile(r" ([^\W\d_]+(?:['’\-][^\W\d_]+)*)")
_BROKEN = re.compile(r"[^\W\d_][-‐\u00ad]\s+$")  # the first half of a word broken at a line's end
_NUMBER = re.compile(r"\d[ \u00a0\u202f]$")
_OPENS = re.compile(r"(?:^|[.!?:]['\"”’)\]]*\s+)['\"“‘(\[]*$")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Cpl|Maj|Capt|Prof|Rev|Jr|Sr|vs|No|[A-Z])\.\s*$"
)
_MARKS = frozenset("’“‘”«»—–…\xa0\u2009\u202f\u200b\u2028")  # other signs before a word are debris
_OPENING, _CLOSING = frozenset("'\"“‘«"), frozenset("'\"”’»,.")
_FEW = 60  # words that are sooner looked for one by one than all words of the text gone through
_LEAST = 6.0  # the score from which a slip explains a word better than a gap in the lexicon
_BELONGS = 64  # how much more often than by chance a common word must stand between its neighbours to be meant by a rare one
_UNLIKE_NAME = 12.0  # what it takes for a word with a capital
# Words that are often run together with the next: a compound noun never holds them.
_JOINERS = frozenset(
    """a an and are as at be been but by for from had has have he her his i if in into is it its of on or our she so
    than that the their them then there they this to up was we were which who will with would you your about""".split()
)
_FOREIGN = frozenset(
    """una uno el los las del de la le les des du et est der das und von van den het di il lo della dal dei nel ogni che
    con por para que y o e al mi su tu""".split()
)
# Function words that tell another language from a name with "de la" in it.
_TELLING = frozenset(
    """dass nicht auf mit für ist eine einen und der das que qui est une pas sur dans aux cet vont sont les des du el los
    las una por para con como più gli degli della che sono""".split()
)
_UNKNOWN_AROUND = 2  # unknown words, one with an accent, that make a stretch of another language
_BROKEN_LETTERS = frozenset("ÃÂâ")  # what a conversion makes of quotation marks and accents
_AROUND = 50  # characters on either side in which the language is told
_PARTICLES = frozenset("up out off down over in on back".split())  # "signup" is a noun


class Suspect(NamedTuple):
    """A misspelt word: its span, what may be meant (best first), and whether the first of it may be written unseen."""

    start: int
    end: int
    suggestions: list[str]
    sure: bool


def suspects(
    analysis: Analysis, shortest: int, doubts: tuple[set[str], set[str]] | None = None
) -> Iterator[Suspect]:
    """The article's misspelt words in order; `doubts`: its words that the lexicon doubts, where they are known."""
    unknown, rare = doubts or analysis.lexicon.doubts(analysis.words)
    doubtful = rare | {word for word in unknown if word.islower() or _may_be_no_name(word)}
    if doubtful:
        if len(doubtful) <= _FEW:
            places = sorted((start, word) for word in doubtful for start in _places(analysis.text, word))
        else:
            words = _WORD.finditer(analysis.text)
            places = [(match.start(), match.group()) for match in words if match.group() in doubtful]
        judge = _Judge(analysis, unknown, rare, Counter(word.lower() for _, word in places), shortest)
        for start, word in places:
            yield from judge.suspect(start, word)


def _places(text: str, word: str) -> Iterator[int]:
    """Where the word stands as a whole one."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _CONTINUED.search(text, max(0, at - 2), at) and not _CONTINUES.match(text, end):
            yield at
        at = text.find(word, end)


class _Judge:
    """Decides over the unknown words of one article."""

    def __init__(
        self, analysis: Analysis, unknown: set[str], rare: set[str], often: Counter[str], shortest: int
    ) -> None:
        self._analysis, self._lexicon, self._text = analysis, analysis.lexicon, analysis.text
        self._unknown, self._rare, self._often, self._shortest = unknown, rare, often, shortest

    def suspect(self, start: int, word: str) -> Iterator[Suspect]:
        """The misspelt part of an unknown word, if there is one."""
        if not word.islower() and "-" not in word and self._is_name(word):
            return
        if self._glued(start, start + len(word)):
            return
        is_half = False
        if "-" in word:
            last = word.rpartition("-")[2]
            parts = [part.group() for part in _PART.finditer(word) if not self._lexicon.knows(part.group())]
            if parts != [last] or len(last) < 6 or not last.islower():
                return  # the first part of a coined compound may be anything ("econo-speak")
            start, word, is_half = start + len(word) - len(last), last, True
        if word[-2:] in ("'s", "’s"):
            word = word[:-2]
        if _ASCII.fullmatch(word) and not is_drawn_out(word.lower(), self._lexicon):
            yield from self._judged(start, word, is_half)

    def _judged(self, start: int, word: str, is_half: bool) -> Iterator[Suspect]:
        text, end = self._text, start + len(word)
        listed = known_misspelling(word.lower())
        lead = text[max(0, start - 40) : start]
        if _BROKEN.search(lead) or (len(word) <= self._shortest and _NUMBER.search(lead)):
            return  # the rest of a broken word; a unit
        before, after = _BEFORE.search(lead), _AFTER.match(text, end, end + 40)
        beside = [each.group(1) for each in (before, after) if each]
        if not listed and (len(word) < 3 or self._is_foreign(start, end, beside)):
            return
        if not word.islower() and (
            not _FOREIGN.isdisjoint(map(str.lower, beside))
            or not self._capital_says_nothing(start, word, listed, before, after)
        ):
            return
        found = meant(self._lexicon, word, before.group(1) if before else "", after.group(1) if after else "")
        if not found:
            return
        if word in self._rare:
            if not self._is_out_of_place(word, found[0], before, after):
                return
        elif not listed and (not self._is_slip(word, found[0]) or self._in_other_language(start, end)):
            return
        sure = not is_half and self._is_sure(word, listed, found[0])
        yield Suspect(start, end, [like(word, each.word) for each in found[:MOST]], sure)

    def _is_sure(self, word: str, listed: tuple[str, ...], best: Meant) -> bool:
        """Whether nobody needs to look: the list has the one correction, nothing speaks for another, and the word is
        nobody's name."""
        return (
            listed == (best.word,)
            and word.islower()
            and word in self._unknown
            and not is_known(word.capitalize())
        )

    def _glued(self, start: int, end: int) -> bool:
        """Whether the word is part of an address, a handle, a number or a name with marks in it."""
        text = self._text
        prior, follow = text[start - 1 : start], text[end : end + 1]
        if prior in _GLUE or follow in _GLUE or (prior > "\x7f" and prior not in _MARKS):
            return True
        if prior in ("'", "’") and text[start - 2 : start - 1].isalnum():
            return True
        if prior == "]" or follow == "[" or (prior == "[" and text[start - 2 : start - 1].isalnum()):
            return True  # letters changed in a quotation: "[W]ith", "pick[ing]"
        if prior == ".":
            return True  # an address, or a line of a style sheet
        if follow in ("'", "’") and text[end - 2 : end] in ("in", "th", "an"):
            return True
        return prior == "’" or (follow in ".:" and text[end + 1 : end + 2].isalnum())

    def _is_foreign(self, start: int, end: int, beside: list[str]) -> bool:
        """Whether the word stands in a phrase of another language, or in quotation marks of its own."""
        if any(word in _FOREIGN or (word.islower() and self._is_odd(word)) for word in beside):
            return True
        text = self._text
        return text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING and start > 0

    def _is_slip(self, word: str, best: Meant) -> bool:
        """Whether a slip explains the word better than that it is one which the lexicon lacks."""
        if not word.islower():
            return len(word) > 6 and best.cost <= 1.05 and best.score >= _UNLIKE_NAME and " " not in best.word
        lower, right, often = word.lower().replace("’", "'"), best.word, self._often[word.lower()]
        if " " in right:
            first, _, last = right.partition(" ")
            return last not in _PARTICLES and bool({first, last} & _JOINERS) and best.score >= 4
        if self._lexicon.is_name(lower) and (best.beside < 3 or best.score < 2 * _LEAST):
            return False
        if (
            often > 2
            or (lower in (right + "s", right + "es") and right[-1] != "s")
            or ("'" in lower and "'" not in right)
        ):
            return False  # a coinage of this article; a plural by rule; a name or dialect with an apostrophe
        if len(lower) > 6 and lower[:-1] == right and lower[-1] in "ao":
            return False  # more likely a cognate in another language ("impedimento")
        if len(lower) <= self._shortest:
            return best.cost <= 1.3 and best.score >= (11 if len(lower) == self._shortest else 18)
        if best.cost > 1.3:
            return len(lower) > 5 and best.score - best.beside >= _LEAST
        least = _LEAST + max(-1.0, 7.0 - len(lower)) + 2 * (often == 2)  # a long word is seldom one by chance
        return best.score - best.beside / 2 >= least

    def _in_other_language(self, start: int, end: int) -> bool:
        """Whether the words around are those of another language."""
        around = _WORD.findall(self._text[max(0, start - _AROUND) : end + _AROUND])
        if len(_TELLING.intersection(map(str.lower, around))) > 1:
            return True
        unknown = [word for word in around if len(word) > 3 and word.islower() and word in self._unknown]
        accented = any(not word.isascii() and _BROKEN_LETTERS.isdisjoint(word) for word in unknown)
        return accented and len(unknown) >= _UNKNOWN_AROUND

    def _is_odd(self, word: str) -> bool:
        """Whether a word is unknown and no slip either, as words of another language are."""
        if word not in self._unknown or known_misspelling(word):
            return False
        found = meant(self._lexicon, word)
        return not found or found[0].cost > 1.3 or found[0].score < 2 * _LEAST

    def _is_out_of_place(
        self, word: str, best: Meant, before: re.Match[str] | None, after: re.Match[str] | None
    ) -> bool:
        """Whether a rare word never stands beside its neighbours, where a far more common one, a slip away, belongs."""
        if self._often[word] > 1 or best.cost > 1.25 or " " in best.word or not (before and after):
            return False
        first, last = before.group(1).lower(), after.group(1).lower()
        if usual(first, word) or usual(word, last):
            return False
        ties = tie(first, best.word), tie(best.word, last)
        return min(ties) > 0 and sum(ties) >= _BELONGS

    def _is_name(self, word: str) -> bool:
        """Whether a word with capitals is a name, for it stands more than once, or an abbreviation."""
        return self._often[word.lower()] > 1 or (word.isupper() and len(word) < 7)

    def _capital_says_nothing(
        self,
        start: int,
        word: str,
        listed: tuple[str, ...],
        before: re.Match[str] | None,
        after: re.Match[str] | None,
    ) -> bool:
        """Whether a capital is there for the word's place only: at a sentence's start, in a headline."""
        if self._is_name(word):
            return False
        if len(listed) == 1 and listed[0][0].isupper() and len(word) > 5:
            return before is None or before.group(1).islower()  # "in Febuary", not "John Adrain"
        block = self._analysis.article.block_at(start)
        if block is None or block.kind == HEADLINE:
            return True
        if not listed and (after is None or not after.group(1).islower()):
            return False  # a name of two words, or one followed by a mark
        lead = self._text[max(block.start, start - 12) : start]
        return bool(_OPENS.search(lead)) and not _TITLE.search(lead)


def _may_be_no_name(word: str) -> bool:
    """Whether a capitalised word that is unknown is worth a look at where it stands."""
    return (len(word) > 6 and word[1:].islower()) or bool(known_misspelling(word.lower()))
