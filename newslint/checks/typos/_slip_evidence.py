"""Whether an unknown word is a slip for a known one or a rare word: named evidence with weights, added up.

A log-linear model (logistic regression): the sum of the weights of what speaks for and against is the logarithm of the
odds that the word is a slip. The weights were fitted by `tools/train_spelling.py`, which names the texts; they can be
read, and set by hand, one by one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newslint.language.names.person_names import is_known
from newslint.language.words.candidates import Candidate
from newslint.language.words.parts_of_speech import classes
from newslint.language.words.rare_words import AS_NAME, IN_LIST, USE_BITS, rare_word

if TYPE_CHECKING:
    from newslint.language.words.lexicon import Lexicon

WEIGHTS: dict[str, float] = {
    "each doubling of how often the word meant is used": 3.25,
    "behind or before a small word": 2.72,
    "the key beside": 2.59,
    "a letter written twice": 2.40,
    "two letters swapped": 2.06,
    "a letter left out": 1.56,
    "fits its neighbours": 1.40,
    "each letter more than six": 0.75,
    "one word of two letters or less": 0.75,
    "each doubling of how usual the two words are together": 0.38,
    "one of two letters left out": 0.35,
    "one vowel for another": 0.33,
    "two words written as one": 0.27,
    "a space left out": 0.14,
    "part of a word with a hyphen": 0.01,
    "the name of people": -0.19,
    "begins with a capital": -0.25,
    "any unknown word": -0.26,
    "three letters": -0.31,
    "four letters": -0.47,
    "in the last letter": -0.62,
    "in use, the more the stronger": -0.69,
    "before a particle": -0.81,
    "a letter too many": -0.87,
    "a plural by rule": -0.98,
    "in use at all": -1.11,
    "with a capital elsewhere": -1.41,
    "each unknown word around it": -1.41,
    "each further slip": -1.80,
    "in a large word list": -1.99,
    "made by rule with an ending": -2.13,
    "set apart by marks or explained": -2.33,
    "twice in the article": -2.54,
    "three times or more": -2.99,
    "another letter": -3.27,
    "in a word list as a name": -3.96,
    "behind a name, with a Latin ending": -4.00,
    "another form of it in the article": -4.00,
    "more than one slip": -5.55,
}

_KEYS = {
    pair
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for first, second in pairwise(row)
    for pair in (first + second, second + first)
}
_VOWELS = frozenset("aeiou")
_LATIN = ("us", "ae", "um", "ii", "ensis", "oides", "icus", "ica", "ata", "alis", "eus")
# Words that are often run together with the next: a compound noun never holds them.
_JOINERS = frozenset(
    """a an and are as at be been but by for from had has have he her his i if in into is it its of on or our she so
    than that the their them then there they this to up was we were which who will with would you your about can
    more not""".split()
)
_PARTICLES = frozenset("up out off down over in on back".split())  # "signup" is a noun
ONE_SLIP = 1.3  # the cost of what is still one slip


class Place(NamedTuple):
    """How a word stands in its article: the words beside it ("" for none), how often it is there, whether with a
    capital, too; `set_apart`: in quotation marks of its own or explained in brackets; `behind_name`: behind a word
    with a capital; `odd_words`: unknown words around it; `joined`: it is part of a word with a hyphen; `capital`: it
    begins with one; `kin`: the article has another form of it."""

    before: str = ""
    after: str = ""
    times: int = 1
    capital_elsewhere: bool = False
    set_apart: bool = False
    behind_name: bool = False
    odd_words: int = 0
    joined: bool = False
    capital: bool = False
    kin: bool = False


def log_odds(evidence: dict[str, float]) -> float:
    """The logarithm of the odds that the word is a slip."""
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in evidence.items())


def evidence_of(lexicon: Lexicon, word: str, best: Candidate, place: Place) -> dict[str, float]:
    """What speaks for and against a slip: the names of `WEIGHTS` with how much there is of each."""
    rare = rare_word(word)
    found = {
        "any unknown word": 1.0,
        "each doubling of how often the word meant is used": lexicon.frequency(best.word) / 10,
        "each letter more than six": max(0, min(12, len(word)) - 6) / 3,
        "three letters": float(len(word) == 3),
        "four letters": float(len(word) == 4),
        "fits its neighbours": best.beside / 4,
        "in use, the more the stronger": (rare & USE_BITS) / 10,
        "in use at all": float(bool(rare & USE_BITS)),
        "in a large word list": float(bool(rare & IN_LIST)),
        "in a word list as a name": float(bool(rare & AS_NAME) or lexicon.is_name(word)),
        "the name of people": float(is_known(word.title())),
        "twice in the article": float(place.times == 2),
        "three times or more": float(place.times > 2),
        "with a capital elsewhere": float(place.capital_elsewhere),
        "set apart by marks or explained": float(place.set_apart),
        "behind a name, with a Latin ending": float(place.behind_name and word.endswith(_LATIN)),
        "each unknown word around it": min(3, place.odd_words),
        "part of a word with a hyphen": float(place.joined),
        "another form of it in the article": float(place.kin),
        "begins with a capital": float(place.capital),
    }
    found |= _run_together(best) if " " in best.word else _edit(word, best) | _made(lexicon, word, best.word)
    return {name: value for name, value in found.items() if value}


def _run_together(best: Candidate) -> dict[str, float]:
    """What speaks for a space that is left out, in words that may also be a compound ("signup")."""
    first, _, last = best.word.partition(" ")
    return {
        "a space left out": 1.0,
        "behind or before a small word": float(
            not _JOINERS.isdisjoint((first, last)) and last not in _PARTICLES
        ),
        "before a particle": float(last in _PARTICLES),
        "each doubling of how usual the two words are together": best.score / 4,
        "one word of two letters or less": float(min(len(first), len(last)) < 3),
    }


def _edit(word: str, best: Candidate) -> dict[str, float]:
    """What kind of slip it takes."""
    right = best.word
    if best.cost > ONE_SLIP:
        return {"more than one slip": 1.0, "each further slip": best.cost - ONE_SLIP}
    start = 0
    while start < min(len(word), len(right)) and word[start] == right[start]:
        start += 1
    found = {"in the first letter": float(start == 0)}
    rest, others = word[start:], right[start:]
    if len(word) < len(right):
        twice = others[:1] == right[start - 1 : start]
        kind = "one of two letters left out" if twice else "a letter left out"
    elif len(word) > len(right):
        kind = "a letter written twice" if rest[:1] == word[start - 1 : start] else "a letter too many"
    elif sorted(rest[:2]) == sorted(others[:2]) and rest[2:] == others[2:]:
        kind = "two letters swapped"
    elif rest[:1] + others[:1] in _KEYS:
        kind = "the key beside"
    elif {rest[:1], others[:1]} <= _VOWELS:
        kind = "one vowel for another"
    else:
        kind = "another letter"
    found[kind] = 1.0
    found["in the last letter"] = float(start >= min(len(word), len(right)) - (len(word) == len(right)))
    return found


def _made(lexicon: Lexicon, word: str, right: str) -> dict[str, float]:
    """Whether English makes the word by rule of others that are known."""
    return {
        "a plural by rule": float(word in (right + "s", right + "es") and right[-1] != "s"),
        "made by rule with an ending": float(any(lexicon.frequency(stem) > 3 for stem in stems(word))),
        "two words written as one": float(_compound(lexicon, word)),
    }


def stems(word: str) -> set[str]:
    """What a word may be made of that English makes by rule: "tarped" of "tarp", "sentencer" of "sentence"."""
    found = set()
    for ending in ("ed", "er", "ing", "able", "ish", "y", "or", "ers", "ings", "ors"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        if stem[-1] not in _VOWELS and not _doubles(stem):
            found.add(stem)
            found.add(stem + "e")
        if stem[-1] == stem[-2]:
            found.add(stem[:-1])
        if stem[-1] == "i":
            found.add(stem[:-1] + "y")
    for ending in (
        "ness",
        "less",
        "like",
        "ly",
        "ism",
        "ist",
        "ists",
        "ful",
        "dom",
        "ship",
        "ise",
        "ize",
        "ised",
        "ized",
    ):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            found |= {stem, stem + "e"}
    if word.endswith("s") and word[-2] not in "sxz":
        found.add(word[:-1])
    return found


def _doubles(stem: str) -> bool:
    """Whether a short stem doubles its last letter before an ending: "put", "sit"."""
    vowels = sum(letter in _VOWELS for letter in stem)
    return vowels == 1 and stem[-2] in _VOWELS and stem[-1] not in "wxy"


def _compound(lexicon: Lexicon, word: str) -> bool:
    """Whether the word is two known ones, as "lineout" is."""
    return any(
        lexicon.frequency(word[:at]) > 9 and lexicon.frequency(word[at:]) > 9 and classes(word[:at])
        for at in range(3, len(word) - 2)
    )
