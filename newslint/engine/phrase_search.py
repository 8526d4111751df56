"""Finds the phrases of all declarative rules in one pass over the text, by an index on a word of each."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from newslint.checks.model import Hit, PhraseCheck
from newslint.engine.settings import Settings
from newslint.language.analysis import Analysis

_LETTERS = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W_]+")


class _Entry(NamedTuple):
    """A rule's phrase: as the rule gives it, from its first word on, and the words that a text with it has."""

    rule: str
    phrase: str
    plain: str
    words: frozenset[str]


_Index = dict[str, list[_Entry]]


def phrase_hits(analysis: Analysis, settings: Settings) -> dict[str, list[Hit]]:
    """The hits of every rule that works by phrases, in order of their start.

    Only a phrase all of whose words the article has is looked for.
    """
    index: _Index | None = settings.phrase_index
    if index is None:
        index = settings.phrase_index = _index(settings)
    hits: dict[str, list[Hit]] = defaultdict(list)
    if not index:
        return hits
    text, words = analysis.text, set(analysis.lower_words)
    for form in analysis.word_stream.forms:
        if form.is_compound:
            words.update(part for word in form.lower for part in _LETTERS.findall(word))
    for key in (*(index.keys() & words), ""):
        for entry in index.get(key, ()):
            if entry.words <= words:
                for match in phrase_pattern(entry.plain).finditer(text):
                    if not _inside_word(text, match.start(), match.end()):
                        hits[entry.rule].append(Hit(match.start(), match.end(), entry.phrase))
    for found in hits.values():
        found.sort()
    return hits


@lru_cache(maxsize=2_000)  # most phrases stand in no article of a run
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a pattern: any white space between words, straight or curly apostrophes, capitals as
    written where it has any, else in any case."""
    words = [re.escape(word).replace("'", "['’]").replace("’", "['’]") for word in phrase.split()]
    return re.compile(r"\s+".join(words), 0 if phrase != phrase.lower() else re.IGNORECASE)


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    starts = text[start].isalnum() and (
        before.isalnum() or (before in ("'", "’", "-") and start > 1 and text[start - 2].isalnum())
    )
    ends = text[end - 1].isalnum() and (
        after.isalnum() or (after == "-" and text[end + 1 : end + 2].isalnum())
    )
    return starts or ends


def _index(settings: Settings) -> _Index:
    """The phrases by one of their words: the longest, which is likely the rarest."""
    index: _Index = {}
    for rule in settings.rules:
        check, params = settings.prepared(rule)
        for phrase in check.phrases(params) if isinstance(check, PhraseCheck) else ():
            first = _RUN.search(phrase)
            if first:
                # The pattern starts at the first word; marks before it ("'til") are left to the eye.
                plain = phrase[first.start() :]
                # A run with digits in it is no word of the article's: the pattern alone tells.
                words = [run for run in _RUN.findall(plain.lower()) if run.isalpha()]
                entry = _Entry(rule.name, phrase, plain, frozenset(words))
                index.setdefault(max(words, key=len, default=""), []).append(entry)
    return index
