"""Slips planted in the listed names, in invented sentences: how many names/listed finds and mends; and the right
names in the same sentences, where it must be silent.

usage: listed_names.py [--seed N] [--each N] [--show]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter

from newslint.article.text.reader import read
from newslint.checks.names import listed_name
from newslint.language.analysis import Analysis
from newslint.language.newsroom import Newsroom
from newslint.language.vocabulary import ListedName, Vocabulary
from newslint.language.words.edit_distance import folded
from newslint.packs.name_list_file import shipped_names
from newslint.source import Source

PERSON = (
    "Reporters asked {} about the ferry timetable on Tuesday, but the answer took a week.",
    "A letter to {} was found under the floor of the old station.",
    "{} opened the lock at noon. The river was low.",
    "“We shall dredge it,” {} said, and the harbour master agreed.",
    "The mural shows {}'s face beside a heron.",
    "In the afternoon, {}, wearing a borrowed coat, inspected the flood wall.",
)
PLACED = (
    "The {office} of {place}, {}, opened the lock at noon. The river was low.",
    "Officials from {place} said that {} would see the flood wall.",
)
BODY = (
    "A study by the {} counts 40 wells in the valley.",
    "The {} will move its archive to the old granary in May.",
    "She worked for the {} before she ran the ferry.",
    "Two envoys of the {}, who had come by boat, slept in the school.",
)
SOUNDS = (
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("k", "ck"), ("c", "k"), ("ie", "ei"), ("ei", "ie"), ("y", "i"), ("i", "y"),
    ("s", "z"), ("z", "s"), ("th", "t"), ("kh", "k"), ("w", "v"), ("v", "w"), ("h", ""),
)  # fmt: skip


def main() -> None:
    """Plant `each` slips a name; print the share found and mended, by the kind of slip."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=5)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    names = shipped_names()
    newsroom = Newsroom(Vocabulary(names=tuple(names)))
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    mended: Counter[str] = Counter()
    alarms = 0
    for entry in names:
        for _ in range(options.each):
            kind, bad = _slip(entry.name, rng)
            if folded(bad) == folded(entry.name) or any(folded(bad) == folded(form) for form in entry.also):
                continue
            carrier = _carrier(entry, rng)
            planted[kind] += 1
            marks = _marks(newsroom, carrier.replace("{}", bad))
            hit = [mark for mark in marks if mark[0] in bad or bad in mark[0]]
            found[kind] += bool(hit)
            mended[kind] += any(
                right in (entry.name, *entry.also) and mark == bad for mark, right in hit
            ) or any(bad.replace(mark, right) == entry.name for mark, right in hit)
            alarms += len(_marks(newsroom, carrier.replace("{}", entry.name)))
            if options.show and not hit:
                print("missed", bad, "=", entry.name, "|", carrier)
    for kind in sorted(planted):
        print(f"{kind:8s} {found[kind]:4d}/{planted[kind]:4d} = {found[kind] / planted[kind]:.3f}")
    total = planted.total()
    print(f"listed names: {found.total()}/{total} = {found.total() / total:.3f} found,", end=" ")
    print(f"{mended.total() / total:.3f} mended; {alarms} alarms on the right names")


def _marks(newsroom: Newsroom, text: str) -> list[tuple[str, str]]:
    return [
        (article.text[finding.start : finding.end], finding.suggestions[0])
        for article in read(Source("article.txt", text))
        for finding in listed_name.check(Analysis(article, newsroom), listed_name.Params())
    ]


def _carrier(entry: ListedName, rng: random.Random) -> str:
    if not entry.until:
        return rng.choice(BODY)
    if not entry.place:
        return rng.choice(PERSON)
    carrier = rng.choice(PERSON + PLACED)
    return carrier.replace("{office}", (entry.office or ("leader",))[0]).replace("{place}", entry.place[0])


def _slip(name: str, rng: random.Random) -> tuple[str, str]:
    words = name.split(" ")
    number = rng.choice([n for n, word in enumerate(words) if len(word) > 3 and word[0].isalpha()])
    word = words[number]
    kind = rng.choice(["swap", "drop", "double", "vowel", "sound", "letter"])
    at = rng.randrange(1, len(word) - 1)
    if kind == "swap":
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    elif kind == "drop":
        word = word[:at] + word[at + 1 :]
    elif kind == "double":
        word = word[: at + 1] + word[at:]
    elif kind == "vowel":
        places = [n for n, char in enumerate(word) if char in "aeiou" and n]
        if places:
            at = rng.choice(places)
            word = word[:at] + rng.choice([v for v in "aeiou" if v != word[at]]) + word[at + 1 :]
    elif kind == "sound":
        ways = [(n, x, y) for x, y in SOUNDS for n in range(1, len(word)) if word.startswith(x, n)]
        if ways:
            at, heard, written = rng.choice(ways)
            word = word[:at] + written + word[at + len(heard) :]
    else:
        word = word[:at] + rng.choice("bdglmnprst") + word[at + 1 :]
    return kind, " ".join([*words[:number], word, *words[number + 1 :]])


if __name__ == "__main__":
    main()
