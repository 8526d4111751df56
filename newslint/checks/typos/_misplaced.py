"""Rare words that stand where a common one, a slip away, belongs: "would hae been"."""

from __future__ import annotations

from newslint.checks.typos._slip_evidence import Place
from newslint.language.words.bigrams import tie, usual
from newslint.language.words.candidates import Candidate

_BELONGS = 64  # how much more often than by chance a common word must stand between its neighbours to be meant by a rare one
_NEAR = 1.25  # the cost of a slip that explains a word of the lexicon


def is_misplaced(word: str, best: Candidate, place: Place) -> bool:
    """Whether a rare word never stands beside its neighbours, where the word that may be meant does."""
    if place.times > 1 or best.cost > _NEAR or " " in best.word or not (place.before and place.after):
        return False
    first, last = place.before.lower(), place.after.lower()
    if usual(first, word) or usual(word, last):
        return False
    ties = tie(first, best.word), tie(best.word, last)
    return min(ties) > 0 and sum(ties) >= _BELONGS
