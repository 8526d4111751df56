"""One fact, two numbers: headline, standfirst, captions and text do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newslint.article import CAPTION, HEADLINE, PARAGRAPH, STANDFIRST
from newslint.checks.figures._agreement import agree, may_be_one
from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import (
    AGE,
    DATE,
    DURATION,
    IDENTIFIER,
    MONEY,
    ORDINAL,
    OTHER,
    PEOPLE,
    QUANTITY,
    SCORE,
    SHARE,
    TIME,
    Figure,
)
from newslint.lazy_pattern import lazy_pattern
from newslint.source import Span

_SUMMARIES = (HEADLINE, STANDFIRST, CAPTION)
_TOLD_ONCE = (MONEY, SHARE, DURATION, PEOPLE, QUANTITY, OTHER)
_ROUGH = ("dozens", "scores", "hundreds", "thousands", "millions", "billions")
_ALIKE = 2  # words that headline and lede share, when they tell of one thing
_STEM = 5  # letters
_SCALE_WORDS = frozenset("percent per cent million billion thousand hundred more than year years".split())
_LEDE = 3  # paragraphs that tell what the headline tells
_UPDATES = lazy_pattern(
    r"\b(?:earlier|later|initially|previously|at first|first|rose to|risen to|revised|updated|originally|last year|last week|last month"
    r"|a year ago|since then|by (?:noon|evening|midnight|then)|another|other|more|further|additional|expected|could|might)\b",
    re.IGNORECASE,
)


class Params(NamedTuple):
    """`facts`: words that say what a number tells of, a list a kind of fact; two numbers with words of one
    list tell of one fact ([killed, dead, deaths])."""

    facts: Sequence[list[str]] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    figure: Figure
    fact: str
    kind: str
    noun: str


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The number in headline, standfirst or caption that differs from the text's, with the text's beside it."""
    blocks = analysis.article.blocks
    first = [block for block in blocks if block.kind == PARAGRAPH][:_LEDE]
    above = any(block.kind in _SUMMARIES for block in blocks)
    if not first or not above or not analysis.figures:
        return
    lede_end = first[-1].end
    told = _told(analysis, first[0].start, lede_end)
    claims = list(_claims(analysis, params))
    body = [claim for claim in claims if claim.kind == PARAGRAPH]
    reported: set[tuple[str, float]] = set()
    for claim in claims:
        if claim.kind not in _SUMMARIES or claim.figure.value in told:
            continue
        same = [other for other in body if other.fact == claim.fact]
        if not same or len(same) > 2 or any(agree(claim.figure, other.figure) for other in same):
            continue
        other = same[0].figure
        if other.start >= lede_end or (claim.fact, claim.figure.value) in reported:
            continue
        reported.add((claim.fact, claim.figure.value))
        span = Span(other.start, other.end)
        values = {"here": analysis.text[claim.figure.start : claim.figure.end], "there": span}
        yield Finding(claim.figure.start, claim.figure.end, values, related=[Related(span, "in the text")])
    if not reported:
        yield from _headline_and_lede(analysis, told)


def _told(analysis: Analysis, start: int, end: int) -> set[float]:
    """The numbers of the first paragraphs, and what two or three that follow one another make."""
    values = [
        figure.value
        for figure in analysis.figures
        if start <= figure.start < end and figure.kind not in (DATE, TIME, ORDINAL, IDENTIFIER)
    ]
    twos = {a + b for a, b in pairwise(values)}
    return {*values, *twos, *(a + b + c for a, b, c in zip(values, values[1:], values[2:], strict=False))}


def _headline_and_lede(analysis: Analysis, told: set[float]) -> Iterator[Finding]:
    """The headline's only amount, share or term of its kind, where the first paragraph tells the same in like
    words with another, and the text has the headline's nowhere."""
    text, blocks = analysis.text, analysis.article.blocks
    headline = next((block for block in blocks if block.kind == HEADLINE), None)
    lede = next((block for block in blocks if block.kind == PARAGRAPH), None)
    if headline is None or lede is None:
        return
    above = [
        f
        for f in analysis.figures
        if headline.start <= f.start < headline.end
        and f.kind in _TOLD_ONCE
        and not text[f.number_start : f.number_end].lower().endswith(_ROUGH)
    ]
    if not above:
        return
    first = [f for f in analysis.figures if lede.start <= f.start < lede.end]
    rest = [f for f in analysis.figures if f.start >= headline.end]
    for one in above:
        alike = [f for f in first if _same_measure(one, f)]
        if len({f.value for f in alike}) != 1 or sum(_same_measure(one, f) for f in above) > 1:
            continue
        other = alike[0]
        if (
            one.value in told
            or any(may_be_one(one, f) for f in rest)
            or _UPDATES.search(text, max(lede.start, other.start - 45), min(lede.end, other.end + 30))
        ):
            continue
        subject = _stems(text[headline.start : headline.end], one)
        shared = subject & _stems(text[lede.start : lede.end], other)
        if not shared or len(shared) < min(_ALIKE, len(subject)):
            continue
        span = Span(other.start, other.end)
        values = {"here": text[one.start : one.end], "there": span}
        yield Finding(one.start, one.end, values, related=[Related(span, "in the text")])


def _same_measure(one: Figure, other: Figure) -> bool:
    if one.kind == OTHER:
        return other.kind == PEOPLE  # a headline leaves the people out: "fire forces 6,000 to flee"
    return (one.kind, one.currency, one.unit) == (other.kind, other.currency, other.unit) and (
        one.kind not in (PEOPLE, QUANTITY) or bool(one.unit) or one.noun == other.noun
    )


def _stems(passage: str, figure: Figure) -> set[str]:
    """The beginnings of a passage's words that say what it tells of."""
    own = {figure.noun, figure.unit}
    return {
        word[:_STEM].removesuffix("s")
        for word in re.findall(r"[^\W\d_]{3,}", passage.lower())
        if word not in _SMALL and word not in own and word not in _SCALE_WORDS
    }


def _claims(analysis: Analysis, params: Params) -> Iterator[_Claim]:
    words = _fact_words(tuple(tuple(each) for each in params.facts))
    text = analysis.text
    for figure in analysis.figures:
        block = analysis.article.block_at(figure.start)
        if (
            block is None
            or block.kind not in (*_SUMMARIES, PARAGRAPH)
            or figure.kind in (DATE, TIME, ORDINAL, IDENTIFIER, SCORE)
            or text[figure.number_start : figure.number_end].lower().endswith(_ROUGH)
        ):
            continue
        sentence = analysis.sentence_at(figure.start)
        if sentence is None or _UPDATES.search(
            text, max(sentence.start, figure.start - 45), min(sentence.end, figure.end + 30)
        ):
            continue
        fact = _fact(text, figure, sentence.start, sentence.end, words)
        if fact:
            yield _Claim(figure, fact, block.kind, figure.noun)


def _fact(text: str, figure: Figure, start: int, end: int, words: dict[str, str]) -> str:
    """What the number tells of, as a key: a kind of fact, or the noun that it counts with what it is of."""
    after = re.findall(r"[^\W\d_]+", text[figure.number_end : min(end, figure.end + 28)].lower())[:5]
    before = re.findall(r"[^\W\d_]+", text[max(start, figure.start - 24) : figure.start].lower())[-3:]
    for word in (*after, *reversed(before)):
        if word in words:
            return words[word]
    if figure.kind == AGE:
        return ""
    if figure.kind == MONEY:
        noun = next((word for word in after if word not in _SMALL and len(word) > 3), "")
        return f"money:{noun}" if noun else ""
    if figure.noun and figure.noun not in _VAGUE:
        return f"{figure.kind}:{figure.noun}"
    return ""


_SMALL = frozenset(
    "the a an of in on at to for from by with and or as that this its his her their per into over a".split()
)
_VAGUE = frozenset(
    "years year months month weeks week days day hours hour minutes times things ways points percent people men women".split()
)


@lru_cache(maxsize=4)
def _fact_words(facts: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    return {word: f"#{group[0]}" for group in facts for word in group}


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("here", places=["there"])})
