"""a before a vowel's sound, an before a consonant's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.checks import Finding
from newslint.language.analysis import Analysis

_ARTICLE = re.compile(r"(?<![\w'’.&/+\-])([Aa]n?)([ \xa0]+[\"“‘'(\[]*)([^\W_][\w&]*(?:[.’'\-][\w&]+)*)")
_CONSONANT_U = re.compile(
    r"u(?:ni(?!n|m|de|ss)|nanim|s(?:e|a|u(?!r[^p])|i)|t(?:e|i|o)|ra(?:n|l)|ri|ro|biq|fo|k|yg|v)|eu|ew[ei]|one(?!r|i|g)|once|oui"
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)")
_EITHER_H = re.compile(
    r"(?:histor|hotel|habitu|hyster|horr|herb|hero|hall?ucin|harmon|hilar|hypoth|haitian|herculean|hallow)"
)
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
_NOT_AFTER_ARTICLE = frozenset(
    "and or is as in of at on if it i are am an us our into under until unless upon also".split()
)


@dataclass(frozen=True, slots=True)
class Params:
    """`either`: words before which both are right, in lower case."""

    either: list[str] = field(default_factory=list)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The article with its word; the fix changes the article."""
    text = analysis.text
    for match in _ARTICLE.finditer(text):
        article, between, word = match.groups()
        vowel = _begins_with_vowel(word)
        if vowel is None or vowel == (article[1:] == "n") or word.lower() in params.either:
            continue
        if not _is_article(analysis, match.start(), article, word, between):
            continue
        right = article[0] + ("n" if vowel else "")
        yield Finding(
            match.start(),
            match.end(),
            {"word": word, "right": right.lower(), "wrong": article.lower()},
            suggestions=[right + between + word],
        )


def _is_article(analysis: Analysis, at: int, article: str, word: str, between: str) -> bool:
    """Whether an article stands there, not a letter (Plan A, vitamin A is) or a foreign word (an der)."""
    if word.lower() in _NOT_AFTER_ARTICLE or between.strip() in ("'",):
        return False
    if article[0] == "A":
        sentence = analysis.sentence_at(at)
        start = sentence.start if sentence else at
        if analysis.text[start:at].strip("\"“‘'([ "):
            return False
        return article == "An" or word[0].islower() or word.isupper()
    return not (article == "an" and word in ("der", "die", "den", "dem", "das"))


def _begins_with_vowel(word: str) -> bool | None:
    """Whether the word is spoken with a vowel at its start; None where that is not certain."""
    if word[0].isdigit():
        return _number(word)
    first = word[0]
    if len(word) == 1 or (not word[1].isalpha() and first.isupper()):
        return first.upper() in _LETTERS_WITH_VOWEL if first.isupper() else None
    head = re.split(r"[.’'\-&]", word)[0]
    if len(head) > 1 and sum(char.isupper() for char in head) > 1:
        return _abbreviation(head)
    lower = word.lower()
    if not first.isascii():
        return None
    if first.islower() and any(char.isupper() for char in word):
        return None  # iPhone, mRNA
    if lower[0] == "h":
        if _SILENT_H.match(lower):
            return True
        return None if _EITHER_H.match(lower) or first.isupper() else False
    if lower[0] in "aeiou":
        if _CONSONANT_U.match(lower):
            return False
        return None if lower[0] == "u" and first.isupper() else True
    if lower[0] == "y" or (first.isupper() and lower[1:2] not in "aeiouyhlrw"):
        return None if lower[1:2] not in "aeiou" else False
    if first.islower() and not re.search("[aeiouy]", lower):
        return None  # mph, rpm: spoken letter by letter
    return False


def _number(word: str) -> bool | None:
    digits = word[: len(word) - len(word.lstrip("0123456789"))]
    if digits[0] == "8" or digits in ("11", "18"):
        return True
    # 1,100 and 1800 are said in two ways
    return None if digits[:2] in ("11", "18") or word[:4] in ("1,10", "1,80") else False


def _abbreviation(head: str) -> bool | None:
    first = head[0]
    if first in "AEIO":
        return None if head in ("ONE", "EU", "EUR", "EURO", "OUI") else True
    if first == "U":
        return (
            False if head[:2] in ("UN", "US", "UK", "UF", "UC", "UB", "UE", "UA", "UP", "UH", "UT") else None
        )
    if first in _LETTERS_WITH_VOWEL:
        return None if any(char in "AEIOUaeiou" for char in head[1:]) else True
    return False
