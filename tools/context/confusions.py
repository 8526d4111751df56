"""Which words are taken for each other: newslint's confusables.json, and the same as a table to train on.

usage: confusions.py WORK CMUDICT.dict

For each word of WORK/vocab.json 48 slots of others, more of them for the likelier: those of the same sound, one edit
away, another form, and known pairs (known_pairs.txt). Writes WORK/confusables.json and WORK/confusions.npz.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newslint.language.context.rows import MISSING

_SLOTS = 48
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "ly", "er", "'s", "ers", "ion", "al", "y", "ies", "ied", "t")
_PLAIN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_KNOWN, _HEARD, _FORM, _EDIT = 4.0, 3.0, 1.6, 1.2  # weights of the kinds
_RAREST = 20  # uses of a word that another may be put for
_Weights = defaultdict[str, dict[str, float]]


def main() -> None:
    """Write both tables."""
    work = Path(sys.argv[1])
    vocabulary: list[str] = json.loads((work / "vocab.json").read_text(encoding="utf-8"))
    counts = np.load(work / "counts.npy")
    words = {word: number for number, word in enumerate(vocabulary) if _PLAIN.fullmatch(word)}
    weights = weighted(set(words), Path(sys.argv[2]))
    table = np.zeros((len(vocabulary), _SLOTS), np.uint16)
    for word, others in weights.items():
        slots = _slots({o: w for o, w in others.items() if counts[words[o]] >= _RAREST}, words, counts)
        if slots:
            table[words[word]] = slots
    has = table.any(1)
    gap = np.zeros(len(vocabulary), np.int16)
    for number, word in enumerate(MISSING, 1):
        gap[words[word]] = number
    np.savez_compressed(work / "confusions.npz", table=table, has=has, gap=gap)
    names = {vocabulary[i]: sorted({vocabulary[other] for other in table[i]}) for i in np.flatnonzero(has)}
    (work / "confusables.json").write_text(json.dumps(names), encoding="utf-8")


def weighted(words: set[str], cmudict: Path) -> _Weights:
    """For each word the others that may be meant, with the greatest of their kinds' weights."""
    found: _Weights = defaultdict(dict)
    pairs = Path(__file__).with_name("known_pairs.txt").read_text(encoding="utf-8").split("\n")
    for weight, groups in ((_KNOWN, map(str.split, pairs)), (_HEARD, _of_one_sound(cmudict))):
        for group in groups:
            for word in words.intersection(group):
                for other in words.intersection(group) - {word}:
                    found[word][other] = max(weight, found[word].get(other, 0))
    for word in words:
        for other in _forms(word) & words - {word}:
            found[word][other] = max(_FORM, found[word].get(other, 0))
        if len(word) >= 3 and "'" not in word:
            for other in _one_edit(word) & words:
                found[word][other] = max(_edit_weight(word, other), found[word].get(other, 0))
    return found


def _slots(others: dict[str, float], words: dict[str, int], counts: np.ndarray) -> list[int]:
    """A word's slots: each other word at least once, rare ones not oftener."""
    scored = {
        other: weight * min(1.0, (counts[words[other]] / 300) ** 0.4) for other, weight in others.items()
    }
    best = sorted(scored, key=lambda other: -scored[other])[:_SLOTS]
    total = sum(scored[other] for other in best)
    slots = [words[o] for o in best for _ in range(max(1, round(scored[o] / total * _SLOTS)))]
    return (slots * _SLOTS)[:_SLOTS]


def _of_one_sound(cmudict: Path) -> Iterator[list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for line in cmudict.read_text(encoding="latin-1").splitlines():
        word, _, sounds = line.partition("#")[0].partition(" ")
        groups[re.sub(r"\d", "", sounds.strip())].append(re.sub(r"\(\d\)$", "", word.lower()))
    yield from groups.values()


def _forms(word: str) -> set[str]:
    """What has the word's stem and another ending, doubled consonants and a mute e included."""
    found = set()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) < 3 or (ending and stem == word):
            continue
        bases = (stem, stem + stem[-1], stem[:-1] if stem.endswith("e") else stem + "e")
        found |= {base + other for base in bases for other in _ENDINGS}
    return found


def _one_edit(word: str) -> set[str]:
    found = set()
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        found |= {head + letter + tail for letter in _LETTERS} | {
            head + letter + tail[1:] for letter in _LETTERS
        }
        found |= {head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]}
    return {other for other in found if len(other) > 1} - {word}


def _edit_weight(word: str, other: str) -> float:
    """Letters swapped or lost are commoner than letters changed; the first letter is rarely wrong."""
    swapped = sorted(word) == sorted(other)
    return (
        _EDIT
        * (1.5 if swapped else 1)
        * (1.3 if len(other) < len(word) else 1)
        * (1.2 if word[0] == other[0] else 0.5)
    )


if __name__ == "__main__":
    main()
