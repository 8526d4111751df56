"""Texts as rows of word ids: the encoder's vocabulary, and what it is trained on.

usage: encode.py WORK TEXT...      texts as extract.py writes them

Writes WORK/vocab.json (classes of unknown words, marks, then words; a word's id is its place), WORK/NAME.u16 for each
text (each document `[DOC]` and its paragraphs, parted by `[SEP]`; documents shuffled) and WORK/counts.npy.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newslint.language.context.rows import CAPITAL, CLASSES, FIRST_WORD, WORD, class_of

_WORDS = 32_000  # of the vocabulary, classes and marks among them
_MARKS = 60
_OFTEN = 2_000  # a word so frequent is known even if it is mostly written with a capital
_SMALL = 0.12  # else so large a share of its uses must be in small letters
_SHORTEST = 14  # spaces in a paragraph
_SEED = 2


def main() -> None:
    """Write the vocabulary and the rows."""
    work, *texts = map(Path, sys.argv[1:])
    vocabulary = make_vocabulary(texts)
    (work / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    ids = {word: number for number, word in enumerate(vocabulary)}
    counts = np.zeros(len(vocabulary), np.int64)
    for text in texts:
        row = encoded(text, ids)
        row.tofile(work / f"{text.stem}.u16")
        counts += np.bincount(row & (CAPITAL - 1), minlength=len(vocabulary))
    np.save(work / "counts.npy", counts)


def make_vocabulary(texts: list[Path]) -> list[str]:
    """Classes, marks and the words that are used most, in lower case."""
    found: Counter[str] = Counter()
    for text in texts:
        for document in documents(text):
            for paragraph in document:
                found.update(WORD.findall(paragraph))
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for word, count in found.items():
        if word[0].isalpha():
            (small if word[0].islower() else large)[word.lower()] += count
    words = [w for w, n in small.most_common() if n >= _SMALL * large[w] or n > _OFTEN]
    marks = [word for word, _ in found.most_common() if not word[0].isalnum()][:_MARKS]
    return [*CLASSES, *marks, *words][:_WORDS]


def documents(text: Path) -> Iterator[list[str]]:
    """The paragraphs of each document."""
    with text.open(encoding="utf-8") as lines:
        paragraphs: list[str] = []
        for line in lines:
            if line != "\n":
                paragraphs.append(line.rstrip("\n"))
            elif paragraphs:
                yield paragraphs
                paragraphs = []


def encoded(text: Path, ids: dict[str, int]) -> np.ndarray[tuple[int], np.dtype[np.uint16]]:
    """A text as one row of ids."""
    seen: dict[str, int] = {}
    rows = []
    for document in documents(text):
        row = [ids["[DOC]"]]
        for paragraph in document:
            if paragraph.count(" ") >= _SHORTEST:
                row += [_number(word, ids, seen) for word in WORD.findall(paragraph)]
                row.append(ids["[SEP]"])
        rows.append(np.array(row, np.uint16))
    random.Random(_SEED).shuffle(rows)
    return np.concatenate(rows)


def _number(word: str, ids: dict[str, int], seen: dict[str, int]) -> int:
    """As newslint.language.context.rows.word_id, with a vocabulary that is being made."""
    if word not in seen:
        number = ids.get(word.lower())
        if number is None:
            number = ids[class_of(word)]
        elif len(word) > 1 and word.isupper() and number > FIRST_WORD:
            number = ids["[ACR]"]
        seen[word] = number | CAPITAL if word[0].isupper() else number
    return seen[word]


if __name__ == "__main__":
    main()
