"""Fits the weights of newslint/checks/typos/_slip_evidence.py on published articles with slips planted in them.

usage: python tools/train_spelling.py [--wrong FILE] [--write] TEXT_FOLDER...

TEXT_FOLDER: published articles, a text file each; nothing of them is kept. FILE: misspellings that somebody found in them, a word
a line. What stands in the articles as published and is not in FILE counts as no slip. In a copy, a word in thirty gets
a slip of the keyboard or loses the space behind it: those are the slips. The weights are fitted by logistic regression with a penalty
on their squares, and printed; `--write` puts them into the module. Needs numpy.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newslint.article import readers
from newslint.checks.typos import _slip_evidence
from newslint.checks.typos._slip_evidence import evidence_of
from newslint.checks.typos._spelling import Doubt, Reading
from newslint.language.analysis import Analysis
from newslint.language.newsroom import Newsroom
from newslint.language.words.known_misspellings import known_misspelling
from newslint.source import Source

NEWSROOM = Newsroom()
MODULE = Path(_slip_evidence.__file__)
WORD = re.compile(r"(?<![\w’'\-./@#])[A-Za-z][a-z]{2,}(?![\w’'\-@])")
SPACE = re.compile(r"(?<![\w’'\-./@#])([A-Za-z][a-z]*) ([a-z]+)(?![\w’'\-@])")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in ROWS for at, key in enumerate(row)}
VOWELS = "aeiou"
RATE, RATE_TOGETHER = 1 / 30, 1 / 1000  # how many words get a slip, and how many lose the space behind them
PENALTY, ROUNDS = 1.0, 40
# Too few cases stand in the texts for these: they are set by hand.
SET = {"another form of it in the article": -4.0, "behind a name, with a Latin ending": -4.0}

Row = tuple[
    dict[str, float], bool, str, str
]  # the evidence, whether it is a slip, the word, what may be meant


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--wrong", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    wrong = frozenset(arguments.wrong.read_text(encoding="utf-8").split()) if arguments.wrong else frozenset()
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for folder in arguments.folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    rows = [row for text in texts for row in published_rows(text, wrong)]
    rows += planted_rows(texts, random.Random(1))
    weights = fitted(rows)
    lines = [f'    "{name}": {weight:.2f},\n' for name, weight in weights.items()]
    print("".join(lines))
    report(rows, weights)
    if arguments.write:
        source = MODULE.read_text(encoding="utf-8")
        table = "WEIGHTS: dict[str, float] = {\n" + "".join(lines) + "}\n"
        source = re.sub(
            r"WEIGHTS: dict\[str, float\] = \{.*?\}\n", lambda _: table, source, count=1, flags=re.DOTALL
        )
        MODULE.write_text(source, encoding="utf-8")


def doubts(text: str) -> Iterator[tuple[Analysis, Doubt]]:
    """The unknown words of a text that no list of misspellings has."""
    for article in readers.read(Source("a.txt", text), {}, ()):
        analysis = Analysis(article, NEWSROOM)
        unknown, _ = analysis.doubts
        for doubt in Reading(analysis, unknown, set()).doubts():
            if not known_misspelling(doubt.word.lower()):
                yield analysis, doubt


def published_rows(text: str, wrong: frozenset[str]) -> Iterator[Row]:
    """What stands in an article as published."""
    for analysis, doubt in doubts(text):
        word = doubt.word.lower()
        evidence = evidence_of(analysis.lexicon, word, doubt.found[0], doubt.place)
        yield evidence, word in wrong, doubt.word, doubt.found[0].word


def planted_rows(texts: list[str], rng: random.Random) -> Iterator[Row]:
    """What slips look like in a copy of the articles."""
    written = Counter(word for text in texts for word in re.findall("[a-z]+", text.lower()))
    for text in texts:
        planted: dict[str, str] = {}
        copy = SPACE.sub(lambda match: run_together(match, written, planted, rng), text)  # noqa: B023
        copy = WORD.sub(lambda match: slipped(match, written, planted, rng), copy)  # noqa: B023
        for analysis, doubt in doubts(copy):
            right = planted.get(doubt.word)
            meant = [each for each in doubt.found[:3] if right and each.word in (right.lower(), right)]
            if meant:
                evidence = evidence_of(analysis.lexicon, doubt.word.lower(), meant[0], doubt.place)
                yield evidence, True, doubt.word, meant[0].word


def run_together(
    match: re.Match[str], written: Counter[str], planted: dict[str, str], rng: random.Random
) -> str:
    """Two words as they stand or, now and then, without the space between them."""
    first, second = match.groups()
    wrong = first + second
    if rng.random() > RATE_TOGETHER or wrong.lower() in written:
        return match.group()
    planted[wrong] = match.group()
    return wrong


def slipped(match: re.Match[str], written: Counter[str], planted: dict[str, str], rng: random.Random) -> str:
    """A word as it stands or, now and then, with a slip that makes no other word of the texts."""
    word = right = match.group()
    if rng.random() > RATE or written[word.lower()] < 3:
        return word
    wrong = with_slip(word, rng)
    if wrong.lower() in written or len(wrong) < 3:
        return word
    planted[wrong] = right
    return wrong


def with_slip(word: str, rng: random.Random) -> str:
    """The word with one slip, never in its first letter: of the hand four times in five, else a vowel taken for another."""
    at = rng.randrange(1, len(word))
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    kind = rng.choices(("left out", "twice", "swapped", "beside", "both", "vowel"), (4, 4, 4, 4, 2, 2))[0]
    if kind == "left out":
        return head + tail
    if kind == "twice":
        return head + letter + letter + tail
    if kind == "swapped" and tail:
        return head + tail[0] + letter + tail[1:]
    if kind == "both":
        return (
            head
            + rng.choice((letter + rng.choice(BESIDE[letter]), rng.choice(BESIDE[letter]) + letter))
            + tail
        )
    if kind == "vowel" and letter in VOWELS:
        return head + rng.choice(VOWELS) + tail
    return head + rng.choice(BESIDE[letter]) + tail


def fitted(rows: list[Row]) -> dict[str, float]:
    """The weights that make the rows most likely, by Newton's method."""
    names = list(dict.fromkeys(name for evidence, *_ in rows for name in evidence))
    column = {name: at for at, name in enumerate(names)}
    values, labels = np.zeros((len(rows), len(names))), np.array([float(row[1]) for row in rows])
    for at, (evidence, *_) in enumerate(rows):
        for name, value in evidence.items():
            values[at, column[name]] = value
    given = values @ np.array([SET.get(name, 0.0) for name in names])
    values[:, [name in SET for name in names]] = 0
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-np.clip(values @ weights + given, -30, 30)))
        slope = values.T @ (odds - labels) + PENALTY * weights
        curve = (values * (odds * (1 - odds))[:, None]).T @ values + PENALTY * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    found = dict(zip(names, weights.tolist(), strict=True)) | SET
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def report(rows: list[Row], weights: dict[str, float]) -> None:
    """How many slips are found at each threshold, and how many other words with them."""
    scored = [(sum(weights[n] * v for n, v in evidence.items()), slip) for evidence, slip, *_ in rows]
    slips = sum(slip for _, slip in scored)
    for least in (-2, -1, 0, 1, 2, 3, 4, 5, 6):
        found = sum(slip for score, slip in scored if score >= least)
        others = sum(not slip for score, slip in scored if score >= least)
        print(f"log odds {least:2d}: {found / slips:.3f} of {slips} slips, {others} other words")


if __name__ == "__main__":
    main()
