"""Sentences: where they begin and end, in news: abbreviations, initials, quotation ends, decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.lazy_pattern import lazy_pattern

_END = lazy_pattern(
    r"([.!?…]+)([\"”’'»)\]]*)\s+"  # the stop and what closes behind it
    r"(?=([\"“‘'«„(\[$€£¥#@]*)([^\Wa-z_]|[a-z][A-Z]))"  # what opens, and a capital, a number or "iPhone"
)
# The same from the last of several stops on: it costs half.
_STOP = lazy_pattern(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“‘'«„(\[$€£¥#@]*(?:[^\Wa-z_]|[a-z][A-Z]))")
_STOPS = ".!?…"
_WORD_BEFORE = lazy_pattern(r"[^\s–—\-/(\[\"“‘'«>$€£&]*$")
_WORD_END = 5  # small letters: no abbreviation ends with so many, but for these
_LONG_ABBREVIATIONS = ("essrs", "pprox")
_LONGEST_SENTENCE = 2000  # characters; a list or a table without stops is taken piece by piece
_LONGEST = 9  # characters of an abbreviation and what may stand before it
_NEXT_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?![.\w])")
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_SPEAKER = lazy_pattern(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|added|adds|shouted|cried|tweeted|replied|"
    r"yelled|exclaimed|wondered|joked|told|recalled)\b"
)
_INITIALS = lazy_pattern(r"[^\W\d_](?:\.[^\W\d_]{1,2})*")

# Never the end of a sentence: something always follows.
_TITLES = frozenset(
    "Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cpl Sgt Pvt Adm Cmdr Brig Rev Hon Pres Sec "
    "Supt Det Insp Messrs Mme Mlle Fr Mt Ft Amb Atty Lieut Cllr Ald Treas Dist vs v viz cf e.g i.e".split()
)
# Not the end before a number.
_NUMBERED = frozenset(
    "No Nos no nos Vol vol Vols vols pp p Art Ch Fig Figs fig ca c approx est Rte Hwy Apt ft in Jan Feb Mar Apr Aug "
    "Sept Sep Oct Nov Dec".split()
)
# The end only before a word that begins sentences: "Apple Inc. Chief Executive", "Apple Inc. The".
_UNSURE = frozenset(
    "Inc Corp Co Ltd Bros Cos Jr Sr St Ste Ave Blvd Rd Pkwy Dept Univ Assn Intl Natl Ph.D Esq etc "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo Ont Que".split()
)
_BRANDS = ("Yahoo", "Jeopardy", "Jeb", "Yum")  # with an exclamation mark of their own
_CLOCK = frozenset("a.m p.m A.M P.M am pm".split())
_AFTER_CLOCK = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays "
    "Sundays Eastern Central Mountain Pacific EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC CET CEST "
    "January February March April May June July August September October November December Jan Feb Aug Sept Oct Nov "
    "Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun".split()
)
_STARTERS = frozenset(
    "The He She It They We I You His Her Its Their Our My Your This That These Those There Here But And Or So Yet If "
    "When While As At In On For From By With After Before Since Until Although Though However Meanwhile Still Also "
    "What Who Why How Where Which A An No Not Now Then According Some Many Most Both Each Another Several Such More "
    "Even Just Because Despite During Between Under Over About Among Once Only Instead Later Earlier Last To Nor "
    "It's It’s He's He’s She's She’s That's That’s There's There’s We're We’re They're They’re I'm I’m I've I’ve "
    "Don't Don’t Let's Let’s Is Are Was Were Do Does Did Will Would Can Could Should Has Have Had".split()
)


class Sentence(NamedTuple):
    """A sentence: its span in the article's text and the index of its block."""

    start: int
    end: int
    block: int


def sentences(article: Article) -> list[Sentence]:
    """The article's sentences in order; each lies in one block.

    What has no stop for 2,000 characters is cut between two words: so a rule that looks through a sentence for
    each of its words takes time that grows with the text alone.
    """
    found = _stopped(article)
    if any(end - start > _LONGEST_SENTENCE for start, end, _ in found):
        return [part for sentence in found for part in _parts(article.text, sentence)]
    return found


def _parts(text: str, sentence: Sentence) -> Iterator[Sentence]:
    start, end, block = sentence
    while end - start > _LONGEST_SENTENCE:
        stop = start + _LONGEST_SENTENCE
        space = text.rfind(" ", start + 1, stop)
        stop = space if space > start else stop
        yield Sentence(start, stop, block)
        start = stop + (stop == space)
    if start < end:
        yield Sentence(start, end, block)


def _stopped(article: Article) -> list[Sentence]:
    """The stretches between stops that end sentences."""
    found: list[Sentence] = []
    text = article.text
    for index, block in enumerate(article.blocks):
        start = block.start
        for stop in _STOP.finditer(text, start, block.end):
            at, end = stop.span()
            # A full stop, a space and a capital behind a long word in small letters end most sentences.
            tail = text[at - _WORD_END : at] if at - start > _WORD_END and text[at + 1] == " " else ""
            if tail.islower() and tail.isalpha() and tail not in _LONG_ABBREVIATIONS and text[end].isupper():
                found.append(Sentence(start, at + 1, index))
                start = end
                continue
            while at > start and text[at - 1] in _STOPS:
                at -= 1
            match = _END.match(text, at, block.end)
            if match and _ends(text, match, block, start):
                found.append(Sentence(start, match.end(2), index))
                start = end
        if start < block.end:
            found.append(Sentence(start, block.end, index))
    return found


def _ends(text: str, match: re.Match[str], block: Block, start: int) -> bool:
    """Whether a stop before something that may begin a sentence ends one."""
    stop, closing, opening, first = match.groups()
    if first.islower() and len(first) == 1:
        return False  # a small letter beyond ASCII
    at = match.start()
    if stop == ".":
        before = _WORD_BEFORE.search(text, max(block.start, at - _LONGEST), at)
        word = before.group() if before else ""
        return len(word) == _LONGEST or _ends_behind(text, match, word, start)
    if "…" in stop or ".." in stop:
        spaced = at == block.start or text[at - 1].isspace()
        ended = text[max(block.start, at - 2) : at - 1] in (".", "!", "?")
        return not spaced or ended or bool(closing) or _begins_sentence(text, match)
    if closing and closing[0] != ")" and not opening:
        return not _SPEAKER.match(text, match.end())  # "Really?" Smith said.
    return not text.endswith(_BRANDS, block.start, at) or _begins_sentence(text, match)


def _ends_behind(text: str, match: re.Match[str], word: str, start: int) -> bool:
    """Whether a full stop behind a short word ends a sentence."""
    _, closing, opening, first = match.groups()
    if word in _TITLES:
        return bool(closing) and closing != ")"
    if word in _NUMBERED:
        return bool(closing) or not first.isdigit()
    if word in _CLOCK:
        zone = _LETTERS.match(text, match.end())
        return not first.isdigit() and not (zone and zone.group() in _AFTER_CLOCK)
    if not word and not text[match.start() - 1 : match.start()].strip():  # ". . . The"
        return _begins_sentence(text, match)
    if not word:
        return True
    if (word.isdigit() or len(word) == 1) and match.start() - len(word) == start and not closing:
        return False  # the label of a list
    if word in _UNSURE or (word[0].isalpha() and _INITIALS.fullmatch(word)):
        quoted = len(word) > 1 and bool(set(opening) & set("\"“‘'«„"))
        return quoted or bool(set(closing) & set("\"”’'»")) or _begins_sentence(text, match)
    return True


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, match.end() + len(match.group(3)))
    return following is not None and following.group() in _STARTERS
