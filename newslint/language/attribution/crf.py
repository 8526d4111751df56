"""The model of attribution: weights of features, and the likeliest labels of a passage's words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from newslint.language.attribution.cue_features import Group
from newslint.language.attribution.cues import frames
from newslint.language.tables.data_files import data_path

LABELS = "OCUS"  # other, content, cue, source
CONTENT_FROM = 0.43  # probability from which a word is content, by F1 on the development part


@dataclass(slots=True, eq=False, repr=False)
class Model:
    """`weights`: a byte for each label, the same offset in all, so that only their differences count."""

    vocabulary: frozenset[str]
    weights: dict[str, bytes]
    transitions: list[list[float]]  # odds of going from one label (row) to another (column)
    scale: float  # steps of a weight to 1.0

    def labels(self, words: Sequence[tuple[Group, ...]]) -> str:
        """One letter of LABELS for each word: content where that is likely enough, else the likeliest other."""
        if not words:
            return ""
        seen = [self._odds(scores) for scores in self._scores(words)]
        after = self._backward(seen)
        (oo, oc, ou, os), (co, cc, cu, cs), (uo, uc, uu, us), (so, sc, su, ss) = self.transitions
        o, c, u, s = seen[0]
        found = []
        for at, (later_o, later_c, later_u, later_s) in enumerate(after):
            if at:
                e = seen[at]
                o, c, u, s = (
                    (o * oo + c * co + u * uo + s * so) * e[0],
                    (o * oc + c * cc + u * uc + s * sc) * e[1],
                    (o * ou + c * cu + u * uu + s * su) * e[2],
                    (o * os + c * cs + u * us + s * ss) * e[3],
                )
                total = o + c + u + s
                o, c, u, s = o / total, c / total, u / total, s / total
            likely = o * later_o, c * later_c, u * later_u, s * later_s
            if likely[1] >= CONTENT_FROM * sum(likely):
                found.append("C")
            else:
                found.append(max(zip((likely[0], likely[2], likely[3]), "OUS", strict=True))[1])
        return "".join(found)

    def _backward(
        self, seen: list[tuple[float, float, float, float]]
    ) -> list[tuple[float, float, float, float]]:
        """For each word how well what follows goes with each of its labels."""
        rows = self.transitions
        o = c = u = s = 1.0
        found = [(o, c, u, s)]
        for a, b, d, e in reversed(seen[1:]):
            o, c, u, s = o * a, c * b, u * d, s * e
            o, c, u, s = (x * o + y * c + z * u + w * s for x, y, z, w in rows)
            total = o + c + u + s
            o, c, u, s = o / total, c / total, u / total, s / total
            found.append((o, c, u, s))
        found.reverse()
        return found

    def _odds(self, scores: tuple[int, int, int, int]) -> tuple[float, float, float, float]:
        top = max(scores)
        o, c, u, s = (exp((score - top) / self.scale) for score in scores)
        return o, c, u, s

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
    head, keys, values = data_path("attribution.model").read_bytes().split(b"\n\n", 2)
    facts = json.loads(head)
    weights = [values[at : at + 4] for at in range(0, len(values), 4)]
    return Model(
        frozenset(facts["vocabulary"]) | frozenset(frames()),
        dict(zip(keys.decode().split("\n"), weights, strict=True)),
        [[exp(weight) for weight in row] for row in facts["transitions"]],
        facts["scale"],
    )


def written(
    vocabulary: list[str], weights: dict[str, bytes], transitions: list[list[float]], scale: float
) -> bytes:
    """The model as a file: facts in JSON, the features a line each, four bytes for each feature."""
    facts = json.dumps({"vocabulary": vocabulary, "transitions": transitions, "scale": scale})
    order = sorted(weights)
    return b"\n\n".join((facts.encode(), "\n".join(order).encode(), b"".join(weights[k] for k in order)))
