"""Attribution: whether a stretch of an article is somebody's words or knowledge, whose, and by which cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby

from newslint.article import Article
from newslint.language.attribution.crf import model
from newslint.language.attribution.features import features, state_after
from newslint.language.attribution.passages import Passage, passage
from newslint.language.quotations.model import Quotation
from newslint.source import Span

_FAR = 1000
_SHORT = 8  # words of a subject
_LONG = 6000  # characters of a paragraph that is too long to be read at once


@dataclass(frozen=True, slots=True)
class Attribution:
    """The ministry (source) said (cue) the words (content), as spans of the article's text."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class Attributions:
    """The attributions of an article, found passage by passage, each on first use.

    A passage is a paragraph; one that is too long to be one is cut into several, so that time stays linear and
    memory small whatever a file holds.
    """

    def __init__(self, article: Article, quotations: list[Quotation]) -> None:
        self._text = article.text
        self._quotations = quotations
        self._quotation_starts = [quotation.start for quotation in self._quotations]
        self._spans, self._blocks = _cut(article.text, [block.span for block in article.blocks])
        self._starts = [span.start for span in self._spans]
        self._last: tuple[int, Passage] | None = None
        self._found: dict[int, list[Attribution]] = {}

    def all(self) -> list[Attribution]:
        """The attributions of the article, in order."""
        return [each for number in range(len(self._spans)) for each in self._of_passage(number)]

    def at(self, offset: int) -> list[Attribution]:
        """The attributions in the passage of the offset, in the order of their content."""
        return self._of_passage(bisect_right(self._starts, offset) - 1) if self._starts else []

    def of_block(self, index: int) -> list[Attribution]:
        """The attributions in a block, in the order of their content."""
        first, end = bisect_left(self._blocks, index), bisect_right(self._blocks, index)
        return [each for number in range(first, end) for each in self._of_passage(number)]

    def covers(self, offset: int) -> bool:
        """Whether the character at the offset stands in somebody's words or knowledge."""
        return any(start <= offset < end for each in self.at(offset) for start, end in each.content)

    def _of_passage(self, number: int) -> list[Attribution]:
        found = self._found.get(number)
        if found is None:
            before = state_after(self._passage(number - 1)) if number > 0 else "none"
            here = self._passage(number)
            if _silent(here, before):
                self._found[number] = []
                return []
            labels = model().labels(features(here, before, self._blocks[number]))
            found = self._found[number] = _joined(here, labels)
        return found

    def _passage(self, number: int) -> Passage:
        if self._last is not None and self._last[0] == number:
            return self._last[1]
        start, end = self._spans[number]
        first, last = (bisect_left(self._quotation_starts, at) for at in (start, end))
        found = passage(self._text, start, end, self._quotations[first:last], model().vocabulary)
        self._last = number, found
        return found


def _silent(p: Passage, before: str) -> bool:
    """Whether there is nothing in the passage by which anybody could say or know anything."""
    return not p.quotations and not before.startswith("open") and not any(p.cues)


def _cut(text: str, blocks: list[Span]) -> tuple[list[Span], list[int]]:
    """The passages of all blocks, and the index of each one's block."""
    spans, indices = [], []
    for index, (start, end) in enumerate(blocks):
        while end - start > _LONG:
            stop = text.rfind(". ", start, start + _LONG) + 2
            stop = stop if stop > start + 1 else start + _LONG
            spans.append(Span(start, stop))
            indices.append(index)
            start = stop
        spans.append(Span(start, end))
        indices.append(index)
    return spans, indices


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
        cue = _nearest(p, content, runs["U"])
        if cue is None or _sentence(p, cue[0]) != _sentence(p, content[0]):
            cue = _beside(p, content, labels) or cue
        by_cue.setdefault(cue, []).append(content)
    found = []
    for cue, contents in by_cue.items():
        source = _nearest(p, cue or contents[0], runs["S"], same=True) or _subject(p, cue, labels)
        found.append(
            Attribution(
                _span(p, source) if source else None,
                _span(p, cue) if cue else None,
                tuple(_span(p, content) for content in contents),
            )
        )
    return sorted(found, key=lambda each: each.content[0])


def _beside(p: Passage, content: tuple[int, int], labels: str) -> tuple[int, int] | None:
    """A cue of the list right before the content that the model did not mark."""
    at = content[0] - 1
    return (at, at + 1) if at >= 0 and labels[at] == "O" and p.cues[at] and _follows(p, at) else None


def _follows(p: Passage, at: int) -> bool:
    return p.lower[at + 1] in ("that", "whether", "how", "why") or bool(p.quoted[at + 1])


def _subject(p: Passage, cue: tuple[int, int] | None, labels: str) -> tuple[int, int] | None:
    """What stands before such a cue in its segment, if it is short."""
    if cue is None or labels[cue[0]] != "O":
        return None
    start = max(first for first, _ in p.segments if first <= cue[0])
    return (start, cue[0]) if 0 < cue[0] - start <= _SHORT and "C" not in labels[start : cue[0]] else None


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
