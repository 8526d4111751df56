"""Figures that do not add up: parts and sum, from-to and percent, doubled and halved, shares of a poll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newslint.checks.figures._changes import changes
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import DATE, IDENTIFIER, ORDINAL, POINTS, SHARE, TIME, Figure
from newslint.language.segmentation.sentences import Sentence
from newslint.lazy_pattern import lazy_pattern

_NO_COUNTS = (DATE, TIME, ORDINAL, IDENTIFIER)
_PARTS = 12  # that a sentence tells of one whole
_LINK = 40  # characters between two parts of a sum
_PLACE = r" (?:in|at|on|from) (?:the )?\w+(?: [A-Z]\w+)?"

_OPENER_PATTERN = lazy_pattern(r"(?: (?:were|was) \w+)?\s*[,:—–(;-]\s*(?:that is |namely )?")
_LINK_PATTERN = lazy_pattern(rf"(?:{_PLACE})?\s*(?:,|,? and|,? plus|;)\s*")
_PLACE_PATTERN = lazy_pattern(_PLACE)
# Answers that exclude one another, so that their shares are parts of one whole.
_OPTIONS_PATTERN = lazy_pattern(
    r"\b(?:undecided|unsure|not sure|don['’]t know|do not know|no opinion|neither"
    r"|against|opposed?|abstained|(?:did not|didn['’]t) know|(?:said|say|answered|voted) no|disapproved?|disagreed?)\b",
    re.IGNORECASE,
)
_SEVERAL_PATTERN = lazy_pattern(
    r"\b(?:more than one|multiple|each|respectively|both|also|men|women|Democrats|Republicans|margin)\b"
)


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each sentence whose figures contradict one another, marked from the first of them to the last."""
    by_sentence: dict[int, list[Figure]] = {}
    for figure in analysis.figures:
        if figure.kind not in _NO_COUNTS:
            sentence = analysis.sentence_at(figure.start)
            if sentence is not None:
                by_sentence.setdefault(sentence.start, []).append(figure)
    for start, found in by_sentence.items():
        sentence = analysis.sentence_at(start)
        if sentence is not None and (len(found) > 1 or found[0].high is not None):
            yield from changes(analysis.text, sentence, found)
            yield from _sums(analysis.text, sentence, found)
            yield from _shares(analysis.text, sentence, found)


def _sums(text: str, sentence: Sentence, found: list[Figure]) -> Iterator[Finding]:
    """ "12 people, seven men and six women": a total, then its parts up to the end of the list."""
    for at, total in enumerate(found[:-2]):
        parts: list[Figure] = []
        end = total.end
        for part in found[at + 1 : at + 1 + _PARTS]:
            between = text[end : part.start]
            if len(between) > _LINK or not (_LINK_PATTERN if parts else _OPENER_PATTERN).fullmatch(between):
                break
            if text.startswith(" of ", part.number_end):
                break  # "seven of them women"
            parts.append(part)
            end = part.end
        placed = _PLACE_PATTERN.match(text, end) if parts else None
        if placed:
            end = placed.end()
        if len(parts) < 2 or total.kind in (SHARE, POINTS) or any(_unlike(total, part) for part in parts):
            continue
        last_link = text[parts[-2].end : parts[-1].start]
        closes = text[end : end + 1] in ".,;)—–" or text[end : end + 5] in (
            " were",
            " was ",
            " have",
            " had ",
        )
        if "and" not in last_link or not closes or any(f.high or f.approximate for f in (total, *parts)):
            continue
        got = sum(part.value for part in parts)
        # Places may be some of many ("six in Tarn and two in Selby"), if their sum is far from the total.
        least = 0.75 if placed else 0.5
        if got != total.value and least < got / max(1.0, total.value) < 2:
            values = {"total": text[total.number_start : total.number_end], "sum": f"{got:,.0f}"}
            yield Finding(total.start, end, values, "sum")


def _shares(text: str, sentence: Sentence, found: list[Figure]) -> Iterator[Finding]:
    """Shares of one poll that are more than all: "45 percent for, 40 against and 25 undecided"."""
    if any(figure.kind == POINTS for figure in found):
        return  # net ratings: each with its own two shares
    shares = [figure for figure in found if figure.kind == SHARE and figure.high is None]
    said = text[sentence.start : sentence.end]
    if len(shares) < 3 or not _OPTIONS_PATTERN.search(said) or _SEVERAL_PATTERN.search(said):
        return
    total = sum(figure.value for figure in shares)
    links = [text[a.end : b.start] for a, b in pairwise(shares)]
    if total > 103 and all(
        len(link) < 60
        and link != " to "
        and not re.search(r"[;.]|\bof (?:them|those|whom)\b|\bwhile|compared|from", link)
        for link in links
    ):
        yield Finding(shares[0].start, shares[-1].end, {"sum": f"{total:g}"}, "shares")


def _unlike(total: Figure, part: Figure) -> bool:
    counted = {"people", "quantity", "other"}
    return part.kind != total.kind and not {part.kind, total.kind} <= counted


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={
        "sum": fills("sum", "total"),
        "percent": fills("one", "two", "right", "said"),
        "points": fills("points", "percent", "said"),
        "difference": fills("points", "said"),
        "times": fills("one", "two", "right", "word"),
        "shares": fills("sum"),
    },
)
