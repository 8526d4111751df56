"""A wrong word in a phrase that is always the same: "statue of limitations", "pubic library", "Prime Minster"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newslint.checks.model import Finding, Hit, ListFile, PhraseCheck, fills
from newslint.language.analysis import Analysis
from newslint.language.words import bigrams
from newslint.language.words.letter_case import match_case
from newslint.language.words.related_words import FUNCTION
from newslint.language.words.set_phrases import Slip, name_slips, phrase_slips

_SMALL = frozenset("of the and for in on at to".split())  # words of a name without a capital
_RARER = 4 * bigrams.STEPS  # by four doublings
# Times that a wrong word of a name stands in an article; one that stands more often is a name of its own.
_MOST_TIMES = 2


class Params(NamedTuple):
    """`list`: wrong forms that are more than a slip of one letter, each with the right one.

    `context`: how much likelier the word meant must be than the one that stands there, as the sentence shows it (a
    natural logarithm: -3 is a twentieth as likely), where the word that stands there is the rarer one by far; `common`
    where it is not, and may well be meant."""

    list: ListFile
    context: float = -3.0
    common: float = -1.0


def phrases(params: Params) -> Sequence[str]:
    """What the shared pass looks for."""
    return list(_listed(params.list))


def check_hits(analysis: Analysis, params: Params, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The listed wrong phrases, whole; and each word that is one slip from a set phrase's."""
    better_of = _listed(params.list)
    for hit in hits:
        match, right = analysis.text[hit.start : hit.end], better_of[hit.phrase]
        yield _finding(hit.start, hit.end, match, match_case(right, match), right)
    covered = {at for hit in hits for at in range(hit.start, hit.end)}
    stream = analysis.word_stream
    seen: set[int] = set()
    for slip in (*_phrases_meant(analysis, params), *_names_meant(analysis)):
        span = stream.span(slip[0])
        if span.start not in covered and slip[0] not in seen:
            seen.add(slip[0])
            word = analysis.text[span.start : span.end]
            yield _finding(span.start, span.end, word, match_case(slip[1], word), _shown(slip[2], word))


def _phrases_meant(analysis: Analysis, params: Params) -> Iterator[Slip]:
    """Slips that do not go well with what stands on either side, and that the sentence bears out."""
    stream = analysis.word_stream
    words = stream.words
    found: dict[int, tuple[float, Slip]] = {}
    for index, meant, phrase in phrase_slips(stream):
        pairs = [(words[at], words[at + 1]) for at in (index - 1, index) if stream.joined(at)]
        row = phrase.split()
        outside = [pair for pair in pairs if not (pair[0] in row or pair[1] in row)]
        if any(bigrams.usual(*pair) for pair in outside):
            continue
        span = stream.span(index)
        advantage = analysis.context.advantage(span.start, span.end, meant)
        rarer = bigrams.frequency(meant) - bigrams.frequency(words[index]) >= _RARER
        least = params.context if rarer else params.common
        if advantage >= least and (index not in found or advantage > found[index][0]):
            found[index] = advantage, (index, meant, phrase)
    return (slip for _, slip in found.values())


def _names_meant(analysis: Analysis) -> Iterator[Slip]:
    """Slips in names that are no name, and do not go well with what stands beside them."""
    stream, lexicon = analysis.word_stream, analysis.lexicon
    for index, meant, phrase in name_slips(stream):
        word = stream.words[index]
        if lexicon.is_name(word) or len(stream.places[word]) > _MOST_TIMES:
            continue
        if not any(bigrams.usual(*pair) for pair in _content_pairs(analysis, index)):
            yield index, meant, phrase


def _content_pairs(analysis: Analysis, index: int) -> Iterator[tuple[str, str]]:
    """A word with each of the words beside it that tells something: "White Horse" is usual."""
    words = analysis.word_stream.words
    for first in (index - 1, index):
        if FUNCTION.isdisjoint(words[first : first + 2]):
            yield words[first], words[first + 1]


def _shown(phrase: str, written: str) -> str:
    """A phrase as the message has it: a name with its capitals."""
    if not written[0].isupper():
        return phrase
    return " ".join(word if word in _SMALL else word.capitalize() for word in phrase.split())


def _finding(start: int, end: int, written: str, better: str, phrase: str) -> Finding:
    values = {"written": written, "better": better, "phrase": phrase}
    return Finding(start, end, values, suggestions=[better])


@lru_cache(maxsize=8)
def _listed(path: ListFile) -> dict[str, str]:
    """The wrong phrases of a list with the right ones."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    rows = [line.partition(" = ") for line in lines if line and not line.startswith("#")]
    return {wrong: right for wrong, _, right in rows}


CHECK = PhraseCheck(
    params=Params,
    phrases=phrases,
    run=check_hits,
    placeholders={"": fills("written", "better", "phrase")},
)
