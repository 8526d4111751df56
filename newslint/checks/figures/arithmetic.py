"""Figures that do not add up: parts and sum, from-to and percent, doubled and halved, shares of a poll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import DATE, IDENTIFIER, ORDINAL, POINTS, SHARE, TIME, Figure
from newslint.language.segmentation.sentences import Sentence

_NO_COUNTS = (DATE, TIME, ORDINAL, IDENTIFIER)
_PARTS = 12  # that a sentence tells of one whole
_HEDGE = 24  # characters before "doubled" in which a hedge stands
_NEAR = 40  # characters before a percentage in which stands what it is of
_UP = frozenset(
    "rose risen rise rising grew grown increase increased jumped climbed surged soared gained up".split()
)
_DOWN = frozenset(
    "fell fallen falling dropped declined decrease decreased shrank shrinks slumped slid down cut reduced drop".split()
)
_LINK = 40  # characters between two parts of a sum
_PLACE = r" (?:in|at|on|from) (?:the )?\w+(?: [A-Z]\w+)?"
_TIMES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}


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
            yield from _changes(analysis.text, sentence, found)
            yield from _sums(analysis.text, sentence, found)
            yield from _shares(analysis.text, sentence, found)


def _changes(text: str, sentence: Sentence, found: list[Figure]) -> Iterator[Finding]:
    """ "rose 50 percent, from 200 to 250"; "doubled from 10 to 30"; percent for percentage points."""
    pair = next(
        (
            (a, b) if forward else (b, a)
            for a, b in pairwise(found)
            if ((forward := _from_to(text, a, b)) or _to_from(text, a, b))
            and a.value
            and b.value
            and _comparable(a, b)
        ),
        None,
    )
    if pair is None:
        ranged = next(
            (
                f
                for f in found
                if f.high and text[max(0, f.start - 5) : f.number_start].lower().strip().endswith("from")
            ),
            None,
        )
        if ranged is None or ranged.high is None or not ranged.value:
            return
        low, high, first, last = ranged.value, ranged.high, ranged, ranged
    else:
        low, high, first, last = pair[0].value, pair[1].value, pair[0], pair[1]
    start, end = min(first.start, last.start), max(first.end, last.end)
    word = _times_word().search(text, sentence.start, first.start)
    if word and ";" in text[word.end() : first.start]:
        word = None  # another clause
    if word and not _hedge().search(text, max(sentence.start, word.start() - _HEDGE), word.start()):
        factor = _TIMES[word.group().lower()]
        if abs(high / low / factor - 1) > 0.12:
            values = {
                "word": word.group().lower(),
                "one": _shown(first, text, low),
                "two": _shown(last, text, high),
                "right": f"{high / low:.1f}".removesuffix(".0"),
            }
            yield Finding(min(word.start(), start), max(word.end(), end), values, "times")
        return
    change = next(
        (
            f
            for f in found
            if f.kind in (SHARE, POINTS)
            and f is not first
            and f is not last
            and _is_change(text, sentence, f)
        ),
        None,
    )
    if change is None or (
        change.approximate
        and change.modifier not in ("about", "around", "nearly", "almost", "roughly", "approximately", "some")
    ):
        return
    start, end = min(start, change.start), max(end, change.end)
    shown = text[change.start : change.end]
    if first.kind == SHARE and last.kind == SHARE:
        points = abs(high - low)
        percent = 100 * points / low
        if change.kind == SHARE and abs(change.value - points) < 0.06 and abs(percent - points) > 0.6:
            yield Finding(
                start, end, {"said": shown, "points": f"{points:g}", "percent": f"{percent:.0f}"}, "points"
            )
        elif change.kind == POINTS and abs(change.value - points) > 0.11 * max(1.0, points) + 0.06:
            yield Finding(start, end, {"said": shown, "points": f"{points:g}"}, "difference")
        return
    if change.kind == SHARE:
        right = 100 * abs(high - low) / low
        verb = _verb().search(text, max(sentence.start, change.start - _NEAR), change.start)
        if verb and _is_other_way(verb.group(), low, high):
            return  # "as speed rises from 80 to 96, the window shrinks by 43 percent"
        if abs(right - change.value) > max(1.5, 0.08 * right):
            values = {
                "said": shown,
                "one": _shown(first, text, low),
                "two": _shown(last, text, high),
                "right": f"{right:.0f}",
            }
            yield Finding(start, end, values, "percent")


def _sums(text: str, sentence: Sentence, found: list[Figure]) -> Iterator[Finding]:
    """ "12 people, seven men and six women": a total, then its parts up to the end of the list."""
    for at, total in enumerate(found[:-2]):
        parts: list[Figure] = []
        end = total.end
        for part in found[at + 1 : at + 1 + _PARTS]:
            between = text[end : part.start]
            if len(between) > _LINK or not (_link() if parts else _opener()).fullmatch(between):
                break
            if text.startswith(" of ", part.number_end):
                break  # "seven of them women"
            parts.append(part)
            end = part.end
        placed = _place().match(text, end) if parts else None
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
    if len(shares) < 3 or not _options().search(said) or _several().search(said):
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


def _from_to(text: str, one: Figure, two: Figure) -> bool:
    before = text[max(0, one.start - 6) : one.start].lower()
    between = text[one.end : two.start].lower()
    return before.endswith(" from ") and len(between) < 60 and between.endswith(" to ")


def _to_from(text: str, one: Figure, two: Figure) -> bool:
    """The other order: "to 250 crowns, from 200"."""
    before = text[max(0, one.start - 4) : one.start].lower()
    return before == " to " and text[one.end : two.start].lower() in (
        " from ",
        ", from ",
        ", up from ",
        ", down from ",
    )


def _comparable(one: Figure, two: Figure) -> bool:
    return one.kind == two.kind or {one.kind, two.kind} <= {"other", "people", "quantity"}


def _unlike(total: Figure, part: Figure) -> bool:
    counted = {"people", "quantity", "other"}
    return part.kind != total.kind and not {part.kind, total.kind} <= counted


def _is_change(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether a percentage says by how much something rose or fell."""
    before = text[max(sentence.start, figure.start - _NEAR) : figure.start].lower()
    after = text[figure.end : figure.end + 24].lower()
    return bool(
        _verb().search(before)
        or re.match(r"\s+(?:rise|increase|drop|fall|decline|jump|growth|gain|cut|decrease|reduction)", after)
    )


def _is_other_way(verb: str, low: float, high: float) -> bool:
    """Whether what changed by a percentage went down where the figures go up, or up where they go down."""
    word = verb.split()[0].lower()
    return high > low if word in _DOWN else high < low and word in _UP


def _shown(figure: Figure, text: str, value: float) -> str:
    return text[figure.start : figure.end] if figure.high is None else f"{value:g}"


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(r"(?: (?:were|was) \w+)?\s*[,:—–(;-]\s*(?:that is |namely )?")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PLACE})?\s*(?:,|,? and|,? plus|;)\s*")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(_PLACE)


@cache
def _times_word() -> re.Pattern[str]:
    return re.compile(r"\b(?ai:doubled|tripled|trebled|quadrupled|halved)\b")


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(r"\b(?:more than|nearly|almost|about|roughly|over|not|not quite)\s+$", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:rose|risen|rise|rising|grew|grown|increased?|jumped|climbed|surged|soared|gained|up|fell|fallen|falling|dropped|declined|decreased?|shrank|shrinks"
        r"|slumped|slid|down|cut|reduced|by|increase|drop) (?:by |of |about |nearly |almost |some )*$"
    )


@cache
def _options() -> re.Pattern[str]:
    # Answers that exclude one another, so that their shares are parts of one whole.
    return re.compile(
        r"\b(?:undecided|unsure|not sure|don['’]t know|do not know|no opinion|neither"
        r"|against|opposed?|abstained|(?:did not|didn['’]t) know|(?:said|say|answered|voted) no|disapproved?|disagreed?)\b",
        re.IGNORECASE,
    )


@cache
def _several() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:more than one|multiple|each|respectively|both|also|men|women|Democrats|Republicans|margin)\b"
    )


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
