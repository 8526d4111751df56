"""Cues: the words that show who says, thinks, finds or plans something, each with its frames."""

from __future__ import annotations

from functools import cache

from newslint.language.tables.data_files import data_path

_NOUNS = ("noun", "source")
_VOWELS = "aeiou"
# Verbs that double their last letter before -ed and -ing.
_DOUBLING = frozenset(
    "admit ban bar bet blog brag chat chin commit demur dub forget log pan peg pen plan plot prod put quip quiz"
    " rap rebut refer rip set slam slap snap submit sum swap tag".split()
)


@cache
def frames() -> dict[str, str]:
    """Each form of each cue in lower case, with its frames joined by "+", as in newslint/data/cues.txt."""
    found: dict[str, set[str]] = {}
    frame = ""
    for line in data_path("cues.txt").read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0].split()
        if not entry:
            continue
        if entry[0].startswith("["):
            frame = entry[0][1:-1]
            continue
        for form in _forms(frame, entry[0], entry[1:]):
            found.setdefault(form, set()).add(frame)
    return {form: "+".join(sorted(names)) for form, names in found.items()}


def _forms(frame: str, word: str, irregular: list[str]) -> list[str]:
    if frame == "other":
        return [word]
    if frame in _NOUNS:
        return [word, _with_s(word)]
    doubled = word + word[-1] if word in _DOUBLING else word
    if word.endswith("ie"):
        ing = word[:-2] + "ying"
    elif word.endswith("e") and not word.endswith("ee"):
        ing = word[:-1] + "ing"
    else:
        ing = doubled + "ing"
    return [word, _with_s(word), ing, *(irregular or [_past(word, doubled)])]


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(word: str, doubled: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + "d" if word.endswith("e") else doubled + "ed"
