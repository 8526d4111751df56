"""Where a word stands: glued to an address, at a sentence's start, in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.lazy_pattern import lazy_pattern

_GLUE = frozenset("@#/\\&_=<>~|+$£€%^*©®™§°{}0123456789\u00ad\ufffc\ufffd-‑")
_MARKS = frozenset("’“‘”«»—–…\xa0\u2009\u202f\u200b\u2028")  # other signs before a word are debris
_CONTINUED, _CONTINUES = re.compile(r"[^\W\d_]['’\-]?\Z"), re.compile(r"['’\-]?[^\W\d_]")
_BROKEN = lazy_pattern(r"[^\W\d_][-‐\u00ad]\s+$")  # the first half of a word broken at a line's end
_OPENS = lazy_pattern(r"(?:^|[.!?:]['\"”’)\]]*\s+)['\"“‘(\[]*$")
_TITLE = lazy_pattern(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Cpl|Maj|Capt|Prof|Rev|Jr|Sr|vs|No|[A-Z])\.\s*$"
)
_OPENING, _CLOSING = frozenset("'\"“‘«"), frozenset("'\"”’»,.")
_EXPLAINED = lazy_pattern(r"['\"”’]? ?\(")
FOREIGN = frozenset(
    """una uno el los las del de la le les des du et der das und von van den het di il lo della dal dei nel ogni che
    con por para que y o e al mi su tu ad en sur pour avec lex jus vox ars ipso inter cum""".split()
)
# Function words that tell another language from a name with "de la" in it.
_TELLING = frozenset(
    """dass nicht auf mit für ist eine einen und das que qui est une pas sur dans aux cet vont sont les des du el los
    las una por para con como más gli degli della che sono wir ich sie nous vous avec pour mais muy pero mae yn ddim
    på och att det som ikke ang mga ng sa ya wa kwa""".split()
)
_FEWEST_TOLD = 2  # different function words that tell another language
_FEWEST_ODD, _ODD_SHARE = 4, 0.4  # unknown words of a sentence in another language, and their share
_BROKEN_LETTERS = frozenset("ÃÂâ")  # what a conversion makes of quotation marks and accents
_UNKNOWN_AROUND = 2  # unknown words, one with an accent, that make a stretch of another language


def places(text: str, word: str) -> Iterator[int]:
    """Where the word stands as a whole one."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _CONTINUED.search(text, max(0, at - 2), at) and not _CONTINUES.match(text, end):
            yield at
        at = text.find(word, end)


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether the word is part of an address, a handle, a number or a name with marks in it, or of a broken word."""
    prior, follow = text[start - 1 : start], text[end : end + 1]
    if prior in _GLUE or follow in _GLUE or (prior > "\x7f" and prior not in _MARKS):
        return True
    if prior in ("'", "’") and text[start - 2 : start - 1].isalnum():
        return True
    if prior == "]" or follow == "[" or (prior == "[" and text[start - 2 : start - 1].isalnum()):
        return True  # letters changed in a quotation: "[W]ith", "pick[ing]"
    if prior in (".", "’", ":"):
        return True  # an address, a line of a style sheet, a shortcode; a word cut short
    if follow in ("'", "’") and text[end - 2 : end] in ("in", "th", "an"):
        return True
    if follow in (".", ":") and text[end + 1 : end + 2].isalnum():
        return True
    return text[start - 1 : start].isspace() and bool(_BROKEN.search(text, max(0, start - 8), start))


def is_set_apart(text: str, start: int, end: int) -> bool:
    """Whether the word stands in quotation marks of its own, or is explained in brackets behind it."""
    alone = start > 0 and text[start - 1] in _OPENING and text[end : end + 1] in _CLOSING and end < len(text)
    return alone or bool(_EXPLAINED.match(text, end))


def opens_sentence(text: str, start: int, block_start: int) -> bool:
    """Whether a capital is owed to the place: the word opens a sentence, and no title stands before it."""
    lead = text[max(block_start, start - 12) : start]
    return bool(_OPENS.search(lead)) and not _TITLE.search(lead)


def is_other_language(words: Iterable[str], unknown: Iterable[str]) -> bool:
    """Whether the words of a sentence are those of another language; `unknown`: those that the lexicon lacks."""
    words, odd = [word.lower() for word in words], [word for word in unknown if len(word) > 2]
    if len(_TELLING.intersection(words)) >= _FEWEST_TOLD:
        return True
    if len(odd) >= _FEWEST_ODD and len(odd) >= _ODD_SHARE * len(words):
        return True
    accented = any(not word.isascii() and _BROKEN_LETTERS.isdisjoint(word) for word in odd)
    return accented and len(odd) >= _UNKNOWN_AROUND
