"""Where the encoder is asked: rows of word classes that errors make many times as often as clean text has them.

usage: odd_sequences.py WORK TEXT...      texts as extract.py writes them; WORK holds vocab.json and confusables.json

Writes WORK/word-classes.json, WORK/odd-pairs.bin and WORK/odd-triples.bin (numbers of 16 bits, little end first). Errors are
put in at one word in a dozen: a small word is lost or put in, two words are swapped, a word is taken for another, mostly
for a form of its own. A row is kept if it was seen LEAST times as often where an error stood as in clean text; the priors
keep rows out that clean text has hardly shown yet.
"""

from __future__ import annotations

import json
import random
import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path

from newslint.language.context.odd_sequences import WordClasses, kind_of
from newslint.language.context.rows import MISSING
from newslint.language.words.irregular_verbs import same_verb
from newslint.language.words.parts_of_speech import main_class
from newslint.language.words.related_words import FUNCTION, related

_WORDS, _KINDS = 390, 109  # classes: together with the mark fewer than 512
_LEAST = {2: 19.4, 3: 44.2}  # ratio for pairs and triples
_PRIOR = {2: 5.0, 3: 0.5}  # added to how often clean text has a row
_EVERY = 12  # words to an error
_SEED = 3
_MARKS = ".,;:!?\"'“”‘’()[]…*-—–/"
Row = tuple[int, ...]


def main() -> None:
    """Count and write."""
    work, *texts = map(Path, sys.argv[1:])
    classes, named = make_classes(texts)
    confusables = json.loads((work / "confusables.json").read_text(encoding="utf-8"))
    clean, wrong = counted(texts, classes, confusables)
    (work / "word-classes.json").write_text(json.dumps(named, separators=(",", ":")), encoding="utf-8")
    for length, name in ((2, "odd-pairs"), (3, "odd-triples")):
        rows = sorted(
            row
            for row, count in wrong.items()
            if len(row) == length and count > 1 and count >= _LEAST[length] * (clean[row] + _PRIOR[length])
        )
        numbers = array("H", chain.from_iterable(rows))
        if sys.byteorder == "big":
            numbers.byteswap()
        (work / f"{name}.bin").write_bytes(numbers.tobytes())


def make_classes(texts: Sequence[Path]) -> tuple[WordClasses, dict[str, object]]:
    """The commonest words, what rarer ones can be, and the coarse class of each."""
    small: Counter[str] = Counter()
    for chunk in chain.from_iterable(map(str.split, paragraphs(texts))):
        word = chunk.strip(_MARKS)
        if word and word[0].islower():
            small[word.replace("’", "'")] += 1
    words = [word for word, _ in small.most_common() if word.replace("'", "").isalpha()][:_WORDS]
    kinds: Counter[str] = Counter()
    for word, count in small.items():
        if word not in set(words):
            kinds[kind_of(word, word)] += count
    shapes = ["#", "'s", "N", "-", "?", "?ing", "?ed", "?ly", "?s"]
    names = [kind for kind, _ in kinds.most_common() if kind.isdigit()][: _KINDS - len(shapes)] + shapes
    numbers: dict[str, int] = {}
    coarse = [numbers.setdefault(_coarse(name), len(numbers)) for name in (".", *words, *names)]
    return WordClasses(words, names, coarse), {"words": words, "kinds": names, "coarse": coarse}


def _coarse(name: str) -> str:
    """A function word as it stands, else what a word mostly is: the number of its main class."""
    if name in FUNCTION or "'" in name or not name[0].isalnum():
        return name
    return f"main {1 << (int(name) >> 10)}" if name.isdigit() else f"main {main_class(name)}"


def paragraphs(texts: Sequence[Path]) -> Iterator[str]:
    """The paragraphs of the texts."""
    for text in texts:
        with text.open(encoding="utf-8") as lines:
            yield from (line.rstrip("\n") for line in lines if line != "\n")


def counted(
    texts: Sequence[Path], classes: WordClasses, confusables: Mapping[str, list[str]]
) -> tuple[Counter[Row], Counter[Row]]:
    """How often each row stands in clean text, and how often an error makes it."""
    chance = random.Random(_SEED)
    clean: Counter[Row] = Counter()
    wrong: Counter[Row] = Counter()
    for paragraph in paragraphs(texts):
        chunks = paragraph.split()
        clean.update(rows_of(chunks, classes))
        for at in chance.sample(range(len(chunks)), max(1, len(chunks) // _EVERY)):
            first, last = max(0, at - 2), at + 3
            changed = with_error(chunks, at, confusables, chance)
            if changed is not None:
                before, after = chunks[first:at], chunks[at + changed[0] : last + changed[0]]
                made = set(rows_of([*before, *changed[1], *after], classes))
                wrong.update(made - set(rows_of(chunks[first : last + 1], classes)))
    return clean, wrong


def rows_of(chunks: Sequence[str], classes: WordClasses) -> Iterator[Row]:
    """The pairs of classes, and the triples of coarse ones."""
    row = list(chain.from_iterable(classes[chunk] for chunk in chunks))
    coarse = [classes.coarse[number] for number in row]
    yield from pairwise(row)
    yield from zip(coarse, coarse[1:], coarse[2:], strict=False)


def with_error(
    chunks: Sequence[str], at: int, confusables: Mapping[str, list[str]], chance: random.Random
) -> tuple[int, list[str]] | None:
    """How many words an error replaces, and by which; None where it can't be made."""
    chunk = chunks[at]
    word = chunk.rstrip(",.;")
    mark = chunk[len(word) :]
    if not word.isalpha() or not word.islower():
        return None
    kind = chance.random()
    if kind < 0.45 and word in MISSING and not mark:
        return 1, []
    if kind < 0.55:
        extra = chance.choice(MISSING)
        return (0, [extra]) if extra != word else None
    if (
        kind < 0.60
        and at + 1 < len(chunks)
        and chunks[at + 1].islower()
        and not mark
        and chunks[at + 1] != word
    ):
        return 2, [chunks[at + 1], chunk]
    others = confusables.get(word, [])
    forms = [other for other in others if same_verb(word, other) or related(word, other)]
    if forms and kind < 0.87:
        others = forms
    return (1, [chance.choice(others) + mark]) if others else None


if __name__ == "__main__":
    main()
