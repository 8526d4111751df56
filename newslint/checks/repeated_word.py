"""A word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.checks import Finding
from newslint.language.analysis import Analysis

_DOUBLED = re.compile(r"\b([^\W\d_]+)[ \t]+\1\b(?!['’\-])", re.IGNORECASE)


# Verbs with a particle that a preposition may follow: "when they came in in 1979", "he logged on on Monday".
_PARTICLE = re.compile(
    r"\b(?:c[ao]mes?|coming|go(?:es|ing)?|went|gone|log(?:s|ged|ging)?|sign(?:s|ed|ing)?|check(?:s|ed|ing)?|turn(?:s|ed|ing)?|"
    r"mov(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|join(?:s|ed|ing)?|kick(?:s|ed|ing)?|mo?ve[ds]?|liv(?:e|es|ed|ing)|hand(?:s|ed|ing)?|"
    r"set(?:s|ting)?|carr(?:y|ies|ied)|goings?|st[ae]y(?:s|ed|ing)?|tak(?:e|en|es|ing)|took|bring(?:s|ing)?|brought)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Params:
    """`allowed`: words that may stand twice ("had had"); `emphatic`: words that speakers double ("very very")."""

    allowed: list[str] = field(default_factory=list)
    emphatic: list[str] = field(default_factory=list)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Both words, wherever a word is repeated; the fix leaves the first."""
    text = analysis.text
    for match in _DOUBLED.finditer(text):
        word = match.group(1)
        plain = word.lower()
        second = match.group()[-len(word) :]
        if plain in params.allowed or plain in params.emphatic:
            continue
        if word[0].isupper() and second[0].isupper():
            continue  # a name: Walla Walla, Duran Duran, Sirhan Sirhan
        if second[0].isupper() and (len(word) == 1 or word.islower()):
            continue  # the abbreviation or name behind a small word: "as AS Roma"
        if plain in ("in", "on") and _PARTICLE.search(text, max(0, match.start() - 16), match.start()):
            continue
        if _again(text, match, plain):
            continue
        yield Finding(match.start(), match.end(), {"word": word}, suggestions=[word])


def _again(text: str, match: re.Match[str], plain: str) -> bool:
    """Whether the word stands a third time beside the two: then it is said again and again on purpose."""
    before = text[max(0, match.start() - len(plain) - 3) : match.start()].lower().strip(" ,-–—")
    after = text[match.end() : match.end() + len(plain) + 3].lower().strip(" ,-–—")
    return before.endswith(plain) or after.startswith(plain)
