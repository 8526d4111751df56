"""Mentions: the names of people and organisations in a text, found by their capitals, particles and titles.

No model: a run of capitalised words with what belongs between them is a name, unless it stands where every word
has a capital and is a word like any other. A simple run reaches a precision of .88 and a recall of .93 on Wikinews.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newslint.article import HEADLINE, Article
from newslint.language.names.person_names import is_given, is_known
from newslint.language.segmentation.sentences import Sentence
from newslint.language.words.lexicon import Lexicon

_LONGEST = 30  # words: no name is longer, but a line in title case may be
_OF_PERSON = 5  # words of a person's name, at most
_KEPT = 10_000  # words whose frequency class is kept
_OFFICE_WORDS = 4  # within which an office before a name ends
_EVERYDAY = 22  # class of frequency from which a word at a sentence's start is no name ("But", "While")
PERSON, OTHER = "person", "other"

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame sen senator rep representative gov governor president premier chancellor"
    " minister secretary gen general lt lieutenant col colonel sgt sergeant capt captain maj major adm admiral judge justice"
    " king queen prince princess pope cardinal bishop archbishop rabbi imam sheikh sultan emir ayatollah mayor councillor councilor"
    " rev reverend father sister brother detective inspector superintendent officer chief director chairman chairwoman chair"
    " ambassador envoy spokesman spokeswoman spokesperson commissioner coach manager striker midfielder defender goalkeeper"
    " actor actress singer author congressman congresswoman attorney delegate deputy vice commander leader coordinator speaker"
    " candidate nominee lawyer strategist adviser advisor aide analyst economist pollster".split()
)
_PARTICLES = frozenset(
    "al el bin bint ibn ben de la del della di da dos das du des van von der den ter te zu le abu y e".split()
)
_SUFFIXES = frozenset("Jr Sr II III IV".split())


class Mention(NamedTuple):
    """A name where it stands: its span in the article's text, and its parts.

    `title`: the title or office right before it, in lower case; `given`: given names and initials; `surname`: the
    last name, or the only one. `kind` is person where something says so. `at_start`: it begins a sentence, whose
    first word has a capital anyway; `in_title_case`: it stands in a headline.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    title: str = ""
    given: tuple[str, ...] = ()
    surname: str = ""
    kind: str = OTHER
    at_start: bool = False
    in_title_case: bool = False


def mentions(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon, words: frozenset[str]
) -> list[Mention]:
    """The article's mentions in order; `words` are the different words of its text, case kept."""
    text = article.text
    starts = {sentence.start for sentence in sentences}
    has_headline = any(block.kind == HEADLINE for block in article.blocks)
    found: list[Mention] = []
    for match in _run().finditer(text):
        run, at = match.group(), match.start()
        # Most names stand inside of a sentence, behind a word and a space.
        at_start = not (text[at - 1] == " " and text[at - 2].isalnum() and at > 1 and at not in starts) and (
            _begins_sentence(text, at, starts)
        )
        if at_start and " " not in run and _is_everyday(lexicon, run):
            continue  # most sentences begin with a word like any other
        names = _names(run)
        if at_start and names and not names[0].title and names[0].start == 0:
            first, _, rest = run.partition(" ")
            if _is_plain(lexicon, words, first.rstrip(","), rest):
                # "Yesterday Anna", "However Smith": the first word is none of the name.
                names, at = _names(rest), at + len(first) + 1
        if names:
            block = article.block_at(match.start()) if has_headline else None
            in_headline = block is not None and block.kind == HEADLINE
            found += [_mention(text, at, name, at_start, in_headline) for name in names]
    return found


def _mention(text: str, at: int, name: _Name, at_start: bool, in_headline: bool) -> Mention:
    """A name of a run that stands at an offset."""
    start, end = at + name.start, at + name.end
    title = name.title or _title_before(text, start)
    kind = PERSON if title or name.is_person else OTHER
    return Mention(
        start,
        end,
        text[start:end],
        name.words,
        title,
        name.given,
        name.surname,
        kind,
        at_start and name.start == 0,
        in_headline,
    )


class _Name(NamedTuple):
    """A name in a run of capitalised words, its offsets counted from the run's start."""

    start: int
    end: int
    words: tuple[str, ...]
    title: str
    given: tuple[str, ...]
    surname: str
    is_person: bool


@lru_cache(maxsize=_KEPT)
def _names(run: str) -> tuple[_Name, ...]:
    """The names in a run of capitalised words; kept, as an archive names the same people again and again."""
    return tuple(name for words in _parted(run) if (name := _name(words)))


def _parted(run: str) -> list[list[tuple[int, str]]]:
    """The words of a run with their offsets, parted behind a possessive: "Clinton's New Hampshire" is two names."""
    parts: list[list[tuple[int, str]]] = [[]]
    at = 0
    for word in run.split(" "):
        if word:
            parts[-1].append((at, word.rstrip(",")))
        at += len(word) + 1
        if word.endswith(("'s", "’s")):
            parts.append([])
    return parts


def _name(words: list[tuple[int, str]]) -> _Name | None:
    while words and words[-1][1].lower() in _PARTICLES:
        words.pop()
    title = ""
    titled = [
        number
        for number, (_, word) in enumerate(words[:_OFFICE_WORDS])
        if word.rstrip(".").lower() in _TITLES
    ]
    if titled and titled[-1] + 1 < len(words):  # "Foreign Minister Anna Lind": the office is none of the name
        title = words[titled[-1]][1].rstrip(".").lower()
        words = words[titled[-1] + 1 :]
    if not words:
        return None
    names = [_bare(word) for _, word in words]
    start, end = words[0][0], words[-1][0] + len(names[-1])
    surname = _surname(names)
    given = tuple(name.rstrip(".") for name in names[: names.index(surname)]) if surname in names else ()
    is_person = 1 < len(names) <= _OF_PERSON and is_given(names[0])
    return _Name(start, end, tuple(names), title, given, surname, is_person)


def _surname(names: list[str]) -> str:
    plain = [name for name in names if name.rstrip(".") not in _SUFFIXES]
    return plain[-1] if plain else ""


def _title_before(text: str, at: int) -> str:
    """A title in small letters right before a name ("foreign minister Anna Lind", "minister, Anna Lind")."""
    if not at or text[at - 1] != " " or not (text[at - 2].islower() or text[at - 2] == ","):
        return ""
    word = text[max(0, at - 24) : at - 1].removesuffix(",").rpartition(" ")[2].lower()
    return word if word in _TITLES else ""


def _is_plain(lexicon: Lexicon, words: frozenset[str], word: str, rest: str) -> bool:
    """Whether a word at the start of a sentence is one that has its capital only from there."""
    lower = word.lower()
    if _is_everyday(lexicon, word):
        return True
    if not lexicon.frequency(lower):
        return False
    if lower in words or not is_known(word):
        return True
    return not is_given(word) and is_given(rest.partition(" ")[0])  # "Then Sean O'Dowd"


def _is_everyday(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is so frequent in small letters that a capital at a sentence's start says nothing."""
    return lexicon.frequency(word.lower()) >= _EVERYDAY


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s", "'S", "’S") else word.rstrip("'’")


def _begins_sentence(text: str, at: int, starts: set[int]) -> bool:
    if at in starts:
        return True
    before = text[max(0, at - 3) : at].rstrip()
    return not before or (
        before[-1] in "\"“‘'([:—–" and (at - 1 in starts or at - 2 in starts or before[-1] in ':“"‘')
    )


@cache
def _run() -> re.Pattern[str]:
    # It begins with the capital itself, which the engine scans for fast; what may not stand before is looked at then.
    upper = f"[{_UPPER}]"
    joined = "|".join(
        rf"(?<=\b{prefix}-{upper})"
        for prefix in ("anti", "pro", "ex", "non", "al", "el", "an", "as", "ad", "ar", "ash")
    )
    start = rf"{upper}(?<![\w’'&@#/.]{upper})(?:(?<!-{upper})|{joined})"
    title = "(?:r|rs|s|en|ep|ov|t|ol|gt|apt|aj|dm|ev|rof)"
    rest = rf"(?:\.(?:{upper}\.)*|(?:[’']{upper})?(?:[\w’'\-]*[^\W_])?)"
    first = rf"{start}(?:{title}\. {upper})?{rest}"
    part = rf"(?:{upper}[’'])?(?:(?:al|el|as|ad|ar|an|ash)-)?{upper}(?:[\w’'\-]*[^\W_])?"
    particle = "(?:al|el|bin|bint|ibn|ben|de la|de los|de|del|della|di|da|dos|das|du|des|van der|van den|van de|van|von der|von|ter|le|abu|y)"
    titled = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Prof|St)\. "
    unit = rf"(?:(?:{upper}\.)+|{part})"
    more = rf"(?: (?:{particle} )?(?:{titled})?{unit}){{0,{_LONGEST}}}"
    return re.compile(rf"{first}{more}(?:,? (?:Jr|Sr)\.)?")
