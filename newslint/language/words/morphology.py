"""Words that English makes by rule: with a prefix, an ending, a possessive, or drawn out for the sound of it."""

from __future__ import annotations

from collections.abc import Callable

from newslint.language.words.known_misspellings import known_misspelling
from newslint.lazy_pattern import lazy_pattern

_PREFIX = lazy_pattern(
    r"(?:anti|non|super|mega|multi|mid|semi|hyper|ultra|uber|inter|intra|counter|over|under|out|pre|post|pro|micro|mini"
    r"|macro|nano|cyber|crypto|eco|bio|geo|neuro|pseudo|quasi|trans|cross|co|de|dis|mis|un|re|e|euro|afro|anglo|tele"
    r"|photo|electro|hydro|thermo|auto|proto|poly|mono|kilo|milli|narco|psycho|socio|ethno|techno|petro|agri|agro"
    r")(?=[a-z])"
)
_SHORT = {"e": 99, "un": 5, "re": 5, "co": 6, "de": 6, "dis": 5, "mis": 5, "out": 4, "pro": 6, "pre": 5}
_ENDINGS = (
    "like", "wide", "less", "ness", "ish", "gate", "proof", "free", "able", "worthy", "ship", "hood", "goers", "goer",
    "makers", "maker", "making", "wise", "ism", "ist", "ists", "phobia", "mania", "ification",
)  # fmt: skip
_COMMON = 6  # a stem less common than this carries no prefix or ending by rule
_DRAWN = lazy_pattern(r"([a-z])\1\1+")


def is_derived(word: str, knows: Callable[[str], bool], frequency: Callable[[str], int]) -> bool:
    """Whether a lower-case word is made by rule of words that `knows` knows; `frequency` is the class of a stem."""
    if "'" in word:
        stem, _, end = word.rpartition("'")
        return end in ("s", "", "d", "ll", "ve", "re") and bool(stem) and knows(stem)
    if "-" in word:
        return all(not part or knows(part) or len(part) < 3 for part in word.split("-"))
    return (_prefixed(word, frequency) or _ended(word, frequency)) and not known_misspelling(word)


def is_drawn_out(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether a word is written for its sound: "ooooh", "hmmm", "sooo", but not "threee"."""
    run = _DRAWN.search(word)
    if run is None:
        return False
    if len(run.group()) > 3:
        return True
    head, letter, tail = word[: run.start()], run.group(1), word[run.end() :]
    return letter in "aeioumhrsz" and not knows(head + 2 * letter + tail) and knows(head + letter + tail)


def _prefixed(word: str, frequency: Callable[[str], int]) -> bool:
    match = _PREFIX.match(word)
    if match is None:
        return False
    stem = word[match.end() :]
    return len(stem) >= _SHORT.get(match.group(), 4) and frequency(stem) >= _COMMON


def _ended(word: str, frequency: Callable[[str], int]) -> bool:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word[: -len(ending)]
            return frequency(stem) >= _COMMON + 6
    if word.endswith("ly") and len(word) > 6:
        return any(frequency(stem) >= 3 for stem in (word[:-2], word[:-1] + "e", word[:-3] + "y"))
    return False
