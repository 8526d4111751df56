"""Sentences: where they begin and end, in news: abbreviations, initials, quotation ends, decimals.

A mark that could end a sentence does, unless the word before it is an abbreviation that goes on, or what follows
does not begin a sentence. The cases are those of the Golden Rules of pragmatic_segmenter, written for news.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.article import Article

_END = re.compile(r"([.!?…]+)([\"”’'»)\]]*)\s+(?=([\"“‘'«(\[]*)([\w$£€#@—–]))")
_BEFORE = re.compile(r"([\w.’'&]+)$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_SPEECH = re.compile(
    r"(?:[A-Z][\w.’'\-]+ ){0,4}(?:said|says|asked|asks|added|told|wrote|replied|shouted|tweeted|recalled|wondered|cried|yelled)\b"
)
# Before a name or a number; they end no sentence.
_GOES_ON = frozenset(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col sgt capt maj cmdr adm brig cpl pvt rev hon pres sec supt insp"
    " det st ste mt ft sr sra fr br messrs mme mlle vs v no nos art fig vol pp ed eds al cf eg ie e.g i.e viz approx ca dept".split()
)
# They may end one: then a word follows that begins sentences.
_MAY_END = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd llc plc jr sr esq"
    " bros univ assn est ave blvd rd etc ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont"
    " neb nev okla ore pa tenn tex va vt wash wis wyo ph.d m.d b.a m.a d.c".split()
)
_STARTERS = frozenset(
    "the a an this that these those it its he she they we you i his her their our my in on at by for from with as if when while"
    " after before since until although though because but and or so yet however meanwhile still also there here what who why how"
    " where which not no all some many most few several one two both each every another other more such under over during"
    " despite according among between into through without within asked last next now then once perhaps even only just mr mrs ms".split()
)


class Sentence(NamedTuple):
    """A sentence: its span in the article's text and the index of its block."""

    start: int
    end: int
    block: int


def sentences(article: Article) -> list[Sentence]:
    """The article's sentences in order; each lies in one block."""
    found: list[Sentence] = []
    text = article.text
    for index, block in enumerate(article.blocks):
        start = block.start
        for match in _END.finditer(text, block.start, block.end):
            if _ends(text, match, start):
                found.append(Sentence(start, match.end(2), index))
                start = match.end()
        if start < block.end:
            found.append(Sentence(start, block.end, index))
    return found


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the marks end the sentence that began at `start`."""
    marks, closing, opening, first = match.groups()
    following = match.end()
    if first.islower() and not opening and not _is_brand(text, following):
        return False
    if closing and marks[-1] in "?!…" and not opening and _SPEECH.match(text, following, following + 80):
        return False  # "Really?" Smith said.
    if marks != "." or ")" in closing or "”" in closing or '"' in closing:
        return (
            not (first.islower() and not opening and marks[-1] in "…." and not closing) or marks[-1] in "!?"
        )
    before = _BEFORE.search(text, max(start, match.start() - 24), match.start())
    if before is None:
        return True
    word = before.group(1)
    plain = word.strip("’'.").lower()
    if plain in _GOES_ON:
        return (
            first.isdigit() is False
            and plain in ("no", "al", "art", "ed", "st")
            and _starts(text, following + len(opening))
        )
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word == "I" and _starts(text, following + len(opening))
    if plain in _MAY_END or "." in word:
        return bool(opening) or (not first.isdigit() and _starts(text, following + len(opening)))
    return True


def _starts(text: str, at: int) -> bool:
    """Whether the word at an offset is one that begins sentences more often than it follows an abbreviation."""
    word = _NEXT_WORD.match(text, at)
    return word is not None and word.group().lower() in _STARTERS


def _is_brand(text: str, at: int) -> bool:
    """Whether a lower-case word there is a name with a capital inside (iPhone, eBay)."""
    return text[at + 1 : at + 2].isupper()
