"""Trains the model of attribution on annotated articles: train_attribution.py DATA [OUT] (needs python-crfsuite).

DATA holds text/*.txt and attributions/*.ann (brat standoff, as PolNeAR has it; of several annotators the first file
counts). Every fifth article in sorted order (index % 5 == 4) is never read: it is there to measure with. Of the texts
only weights are kept: of general words (at least MIN_ARTICLES articles have them in lower case), cues and marks.
"""

from __future__ import annotations

import argparse
import collections
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from newslint.article.readers import read
from newslint.language.analysis import Analysis
from newslint.language.attribution.crf import LABELS, written
from newslint.language.attribution.cues import frames
from newslint.language.attribution.features import features, state_after
from newslint.language.attribution.passages import passage
from newslint.language.tables.data_files import data_path
from newslint.source import Source, Span

HELD_OUT = 4
MIN_ARTICLES = 20
SCALE = 24  # a weight of 1.0 is 24 of a byte's 256 steps
C1, C2, ROUNDS = 4.0, 0.1, 90
LABEL_OF = {"Source": "S", "Cue": "U", "Content": "C"}  # where they overlap, the last wins


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=data_path("attribution.model"))
    parser.add_argument("--leave", type=int, nargs="*", default=[HELD_OUT], help="fifths not to train on")
    options = parser.parse_args()
    files = [
        f for i, f in enumerate(sorted((options.data / "text").glob("*.txt"))) if i % 5 not in options.leave
    ]
    words = vocabulary(files)
    trainer = pycrfsuite.Trainer(verbose=False)
    for path in files:
        for rows, labels in sequences(path, frozenset(words) | frozenset(frames())):
            trainer.append(rows, labels)
    trainer.set_params(
        {
            "c1": C1,
            "c2": C2,
            "max_iterations": ROUNDS,
            "feature.minfreq": 2,
            "feature.possible_transitions": True,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        options.out.write_bytes(converted(words, tagger.info()))
    print(f"{options.out}: {options.out.stat().st_size} bytes", file=sys.stderr)


def vocabulary(files: list[Path]) -> list[str]:
    """The general words."""
    counts: collections.Counter[str] = collections.Counter()
    for path in files:
        text = path.read_bytes().decode("utf-8")
        counts.update({m.group() for m in re.finditer(r"\w+(?:['’]\w+)?", text) if m.group()[0].islower()})
    return sorted(word for word, count in counts.items() if count >= MIN_ARTICLES)


def sequences(path: Path, known: frozenset[str]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of each paragraph of a file."""
    source = Source(str(path), path.read_bytes().decode("utf-8"))
    gold = labelled(path, len(source.text))
    for article in read(source):
        before, index = "none", 0
        quotations = Analysis(article).quotations
        for block in article.blocks:
            inside = [q for q in quotations if block.start <= q.start < block.end]
            p = passage(article.text, block.start, block.end, inside, known)
            rows = [[f for group in groups for f in group] for groups in features(p, before, index)]
            places = (article.to_source(Span(*span)).start for span in zip(p.starts, p.ends, strict=True))
            yield rows, [gold[at] for at in places]
            before, index = state_after(p), index + 1


def labelled(path: Path, length: int) -> list[str]:
    """For each character of the text its label by the gold annotation."""
    labels = [LABELS[0]] * length
    annotations = sorted((path.parent.parent / "attributions").glob(f"{path.stem}_????.ann"))[:1]
    lines = [line.split("\t") for a in annotations for line in a.read_text(encoding="utf-8").splitlines()]
    for kind, label in LABEL_OF.items():
        for fields in lines:
            if len(fields) > 2 and fields[1].startswith(kind + " "):
                for span in fields[1][len(kind) + 1 :].split(";"):
                    start, end = map(int, span.split())
                    labels[start:end] = label * (end - start)
    return labels


def converted(words: list[str], info: pycrfsuite.ParsedDump) -> bytes:
    """The trained weights as newslint's model file."""
    rows: dict[str, list[float]] = {}
    for (feature, label), weight in info.state_features.items():
        rows.setdefault(feature, [0.0] * 4)[LABELS.index(label)] = weight
    weights = {}
    for feature, row in rows.items():
        middle = (max(row) + min(row)) / 2
        steps = [round((value - middle) * SCALE) for value in row]
        if len(set(steps)) > 1:
            weights[feature] = bytes(max(0, min(255, 128 + step)) for step in steps)
    transitions = [[round(info.transitions.get((a, b), 0.0), 3) for b in LABELS] for a in LABELS]
    return written(words, weights, transitions, SCALE)


if __name__ == "__main__":
    main()
