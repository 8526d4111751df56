"""Builds newslint/data/sounds.txt: how words begin to the ear where their first letter does not tell.

usage: python tools/build_articles.py CMU      (CMU: index.js of the npm package cmu-pronouncing-dictionary)

From the CMU Pronouncing Dictionary (BSD licence). A line is a beginning of words and what "a" or "an" goes before:
"v" (a vowel sound: an), "c" (a consonant sound: a), "e" (either, or nobody knows). The longest beginning that fits
a word counts; "$" ends a whole word.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

_ENTRY = re.compile(r'^\s*"?([a-z]+)(?:\(\d\))?"?:\s*"([A-Z0-9 ]+)"', re.MULTILINE)
_LETTERS = "aeiouhy"  # words that begin with other letters begin as they are written
_ENOUGH = 3  # so many words must begin alike and sound alike before others are taken to
_ADDED = {"uber": "v", "ubers": "v"}  # no dictionary of 1995 has them
_STRESS = re.compile(r"[A-Z]+([012])")


def main(dictionary: str) -> None:
    """Write the data file."""
    classes: dict[str, set[str]] = defaultdict(set)
    for word, sounds in _ENTRY.findall(Path(dictionary).read_text(encoding="utf-8")):
        if word[0] in _LETTERS and len(word) > 1:
            classes[word + "$"].add(_sound(word, sounds))
    known = {word: next(iter(found)) if len(found) == 1 else "e" for word, found in classes.items()}
    known |= {word + "$": sound for word, sound in _ADDED.items()}
    lines: list[str] = []
    for letter in _LETTERS:
        _emit(letter, sorted(word for word in known if word[0] == letter), known, "", lines)
    target = Path(__file__).parent.parent / "newslint" / "data" / "sounds.txt"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(known)} words, {len(lines)} beginnings")


def _sound(word: str, sounds: str) -> str:
    first = sounds.split()[0]
    if first[-1].isdigit():
        return "v"
    if word[0] == "h":
        # "an historic": where the first syllable is not stressed both are written.
        stress = _STRESS.search(sounds)
        return "e" if stress and stress.group(1) == "0" else "c"
    return "c"


def _emit(prefix: str, words: list[str], known: dict[str, str], inherited: str, lines: list[str]) -> None:
    """The lines for all words that begin with `prefix`, given what a shorter beginning says of them."""
    found = {known[word] for word in words}
    alike = len(found) == 1 and (len(words) >= _ENOUGH or prefix.endswith("$"))
    own = found.pop() if alike else "e"
    if own != inherited:
        lines.append(f"{prefix} {own}")
    if alike:
        return
    longer: dict[str, list[str]] = defaultdict(list)
    for word in words:
        longer[word[: len(prefix) + 1]].append(word)
    for beginning in sorted(longer):
        _emit(beginning, longer[beginning], known, own, lines)


if __name__ == "__main__":
    main(sys.argv[1])
