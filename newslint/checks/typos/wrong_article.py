"""a before a vowel's sound, an before a consonant's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Edit, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.names.person_names import is_known
from newslint.language.words.pronunciation import vowel_sound

_ARTICLE = re.compile(
    r"([Aa](?<![\w'’.&/+\-@#*=].)n?)([^\S\n]+|[^\S\n]*\n[^\S\n]*(?=\S))([\"“‘']?(?:[$£€¥](?=\d))?)([^\W_](?:[\w&]|,(?=\d{3}))*(?:[.’'\-+][\w&]+)*)"
)
# Behind these no article stands: something is missing, or "a" is a letter.
_NO_NOUN = frozenset(
    "and or is as in of at on if it i are am an us our into under until unless upon also a the to for by from with was "
    "were has had that this which who then than but be been not its his her their he she they we you".split()
)
_FOREIGN = frozenset(
    "de la el le les los las il lo di da du des del y e et en un una une que qui è à al par".split()
)
_LABELS = frozenset(
    "hepatitis vitamin vitamins group groups plan plans grade class category option type section part exhibit schedule "
    "level team point side block unit appendix league serie annex hall building terminal gate line lines influenza "
    "article title division tier".split()
)
_OF_A_COUNTRY = re.compile(r"(?:an|ish|ese|bek)$")
_SMALL = re.compile(r" [a-z]")
_WORD_BEFORE = re.compile(r"([^\W_]+)[^\S\n]+$")


class Params(NamedTuple):
    """`either`: words before which both are right, in lower case."""

    either: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The article with its word; the fix changes the article."""
    for match in _articles(analysis):
        article, space, mark, word = match.groups()
        vowel = vowel_sound(word)
        if vowel is None or vowel == (len(article) == 2) or word.lower() in params.either:
            continue
        if not _is_article(analysis, match):
            continue
        right = article[0] + ("n" if vowel else "")
        yield Finding(
            match.start(),
            match.end(),
            {"word": word, "right": right.lower()},
            suggestions=[right + space + mark + word],
            edits=[Edit(match.start(), match.end(1), right)],
        )


def _articles(analysis: Analysis) -> Iterator[re.Match[str]]:
    """Every "a" or "an" with the word behind it."""
    end = 0
    for at, form in analysis.word_stream.marked:
        if form.article >= 0 and at + form.article >= end:
            match = _ARTICLE.match(analysis.text, at + form.article)
            if match:
                end = match.end()
                yield match


def _is_article(analysis: Analysis, match: re.Match[str]) -> bool:
    """Whether an article stands there: not a letter (Plan A), a name (An Post) or a foreign word."""
    article, _, mark, word = match.groups()
    text, at = analysis.text, match.start()
    lower = word.lower()
    if lower in _NO_NOUN and not (word.isupper() and len(word) > 1):
        return False
    before = _WORD_BEFORE.search(text, max(0, at - 24), at)
    previous = before.group(1).lower() if before else ""
    if previous in _FOREIGN or word in _FOREIGN or word in ("der", "die", "den", "dem", "das"):
        return False
    if article[0] == "a":
        # A single letter behind "a" is a label, or half of a formula.
        return len(word) > 1 or not word.islower()
    sentence = analysis.sentence_at(at)
    start = sentence.start if sentence else at
    if text[start:at].strip("\"“‘'([ \xa0—–-") or previous in _LABELS:
        return False
    if article == "A":
        return text[match.end() : match.end() + 1] != "." or len(word) > 1
    if mark or not word[0].isupper() or word.isupper():
        return True
    # "An European country", but "An Nguyen", "An Post"
    return bool(
        _OF_A_COUNTRY.search(word)
        and _SMALL.match(text, match.end())
        and analysis.lexicon.knows(word)
        and not is_known(word)
    )


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("word", "right")})
