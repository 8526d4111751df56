"""Attribution: whether a stretch of an article is somebody's words or knowledge, whose, and by which cue."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newslint.language.attribution_model import model
from newslint.language.passage_features import features, state_after
from newslint.language.passages import Passage, passage
from newslint.source import Span

if TYPE_CHECKING:
    from newslint.language.analysis import Analysis

_FAR = 1000


@dataclass(frozen=True, slots=True)
class Attribution:
    """The ministry (source) said (cue) the words (content), as spans of the article's text."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class Attributions:
    """The attributions of an article, found paragraph by paragraph, each on first use."""

    def __init__(self, analysis: Analysis) -> None:
        self._article = analysis.article
        self._quotations = analysis.quotations
        self._quotation_starts = [quotation.start for quotation in self._quotations]
        self._passages: dict[int, Passage] = {}
        self._found: dict[int, list[Attribution]] = {}

    def of_block(self, index: int) -> list[Attribution]:
        """The attributions in a block, in the order of their content."""
        found = self._found.get(index)
        if found is None:
            found = self._found[index] = self._read(index)
        return found

    def covers(self, offset: int) -> bool:
        """Whether the character at the offset stands in somebody's words or knowledge."""
        index = self._article.block_index(offset)
        return index >= 0 and any(
            start <= offset < end for each in self.of_block(index) for start, end in each.content
        )

    def _read(self, index: int) -> list[Attribution]:
        here = self._passage(index)
        if not here.words:
            return []
        before = state_after(self._passage(index - 1)) if index else "none"
        labels = model().labels(features(here, before, index))
        return _joined(here, labels)

    def _passage(self, index: int) -> Passage:
        found = self._passages.get(index)
        if found is None:
            block = self._article.blocks[index]
            quotations = self._quotations[
                bisect_left(self._quotation_starts, block.start) : bisect_left(
                    self._quotation_starts, block.end
                )
            ]
            found = passage(self._article.text, block.start, block.end, quotations, model().vocabulary)
            self._passages[index] = found
        return found


def attributions(analysis: Analysis) -> list[Attribution]:
    """All attributions of the article, in order."""
    layer = analysis.attribution_layer
    return [each for index in range(len(analysis.article.blocks)) for each in layer.of_block(index)]


def _joined(p: Passage, labels: str) -> list[Attribution]:
    """Contents with the cue nearest to them, cues with the source nearest to them."""
    runs: dict[str, list[tuple[int, int]]] = {"C": [], "U": [], "S": [], "O": []}
    at = 0
    for label, group in groupby(labels):
        end = at + len(list(group))
        runs[label].append((at, end))
        at = end
    by_cue: dict[tuple[int, int] | None, list[tuple[int, int]]] = {}
    for content in runs["C"]:
        by_cue.setdefault(_nearest(p, content, runs["U"]), []).append(content)
    found = []
    for cue, contents in by_cue.items():
        source = _nearest(p, cue or contents[0], runs["S"], same=True)
        found.append(
            Attribution(
                _span(p, source) if source else None,
                _span(p, cue) if cue else None,
                tuple(_span(p, content) for content in contents),
            )
        )
    return sorted(found, key=lambda each: each.content[0])


def _nearest(
    p: Passage, run: tuple[int, int], others: list[tuple[int, int]], *, same: bool = False
) -> tuple[int, int] | None:
    """The run among the others that stands nearest, one in the same sentence first (`same`: or none)."""
    sentence = _sentence(p, run[0])
    if same:
        others = [other for other in others if _sentence(p, other[0]) == sentence]

    def distance(other: tuple[int, int]) -> int:
        gap = other[0] - run[1] if other[0] >= run[1] else run[0] - other[1]
        return gap if _sentence(p, other[0]) == sentence else gap + _FAR

    return min(others, key=distance, default=None)


def _sentence(p: Passage, word: int) -> int:
    return next(number for number, (_, end) in enumerate(p.sentences) if word < end)


def _span(p: Passage, run: tuple[int, int]) -> Span:
    return Span(p.starts[run[0]], p.ends[run[1] - 1])
