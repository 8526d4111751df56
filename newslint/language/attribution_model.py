"""The model of attribution: weights of features, and the likeliest labels of a passage's words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newslint.language.cues import frames
from newslint.language.passage_features import Group

_FILE = Path(__file__).parent.parent / "data" / "attribution.model"
LABELS = "OCUS"  # other, content, cue, source


@dataclass(slots=True)
class Model:
    """`weights`: a byte for each label, the same offset in all, so that only their differences count."""

    vocabulary: frozenset[str]
    weights: dict[str, bytes]
    transitions: list[list[float]]
    start: list[float]

    def labels(self, words: Sequence[tuple[Group, ...]]) -> str:
        """The likeliest sequence of labels (Viterbi), one letter of LABELS for each word."""
        if not words:
            return ""
        scores = self._scores(words)
        into = list(zip(*self.transitions, strict=True))
        best = [a + b for a, b in zip(scores[0], self.start, strict=True)]
        steps: list[list[int]] = []
        for score in scores[1:]:
            step, reached = [], []
            for own, costs in zip(score, into, strict=True):
                paths = [a + b for a, b in zip(best, costs, strict=True)]
                top = max(paths)
                step.append(paths.index(top))
                reached.append(top + own)
            steps.append(step)
            best = reached
        at = best.index(max(best))
        path = [at]
        for step in reversed(steps):
            at = step[at]
            path.append(at)
        return "".join(LABELS[label] for label in reversed(path))

    def _scores(self, words: Sequence[tuple[Group, ...]]) -> list[tuple[int, int, int, int]]:
        get = self.weights.get
        sums: dict[int, tuple[int, int, int, int]] = {}
        scores = []
        for groups in words:
            o = c = u = s = 0
            for group in groups:
                key = id(group)
                known = sums.get(key)
                if known is None:
                    a = b = d = e = 0
                    for feature in group:
                        weight = get(feature)
                        if weight is not None:
                            a += weight[0]
                            b += weight[1]
                            d += weight[2]
                            e += weight[3]
                    known = sums[key] = (a, b, d, e)
                o += known[0]
                c += known[1]
                u += known[2]
                s += known[3]
            scores.append((o, c, u, s))
        return scores


@cache
def model() -> Model:
    """The shipped model, opened once in a process."""
    head, keys, values = _FILE.read_bytes().split(b"\n\n", 2)
    facts = json.loads(head)
    weights = [values[at : at + 4] for at in range(0, len(values), 4)]
    return Model(
        frozenset(facts["vocabulary"]) | frozenset(frames()),
        dict(zip(keys.decode().split("\n"), weights, strict=True)),
        facts["transitions"],
        facts["start"],
    )


def written(
    vocabulary: list[str], weights: dict[str, bytes], transitions: list[list[float]], start: list[float]
) -> bytes:
    """The model as a file: facts in JSON, the features a line each, four bytes for each feature."""
    facts = json.dumps({"vocabulary": vocabulary, "transitions": transitions, "start": start})
    order = sorted(weights)
    return b"\n\n".join((facts.encode(), "\n".join(order).encode(), b"".join(weights[k] for k in order)))
