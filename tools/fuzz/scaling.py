"""Long inputs made of one piece again and again: time must grow with the length, and memory stay within bounds.

Each length is checked in a child process of its own, which may not take more than it is given. A busy machine makes
everything slow, so that the time for a megabyte is held against that of ordinary articles, measured beside it.
"""

from __future__ import annotations

import math
import os
import resource
from ast import literal_eval
from collections.abc import Callable
from contextlib import nullcontext
from functools import cache
from random import Random
from typing import NamedTuple

from newslint.engine.lint import lint
from newslint.source import Source
from tools.fuzz import generators
from tools.fuzz import vocabulary as v
from tools.fuzz.generators import Input
from tools.fuzz.promises import Fault, settings, unread

MOST_S, MOST_MB = 5.0, 100.0  # for a megabyte (of characters)
EXPONENT = 1.2  # of the time's growth
_TIMES_ORDINARY = 2.5  # what an input may take of the time of ordinary articles, where that is more
_STEP = 4  # the long input has so many times the characters of the short one
_COUNTS_S = 0.4  # CPU seconds; of a shorter time the growth says nothing
_FIXED_MB = 50.0  # what any input may take: caches of words fill up to a bound
_LIMIT = 4  # times its bound, after which a child is stopped
_TRIES = 3  # the least that one of them takes counts
_MB = 1_000_000


class Cost(NamedTuple):
    """What an input took: CPU seconds and megabytes beyond what was there; `error` where it ended otherwise."""

    seconds: float
    megabytes: float
    error: str = ""


def fault(seed: int, number: int, size: int) -> tuple[Fault | None, Input]:
    """The bound that a long input breaks, if any, and a short input of its kind to see what it is. Every second one is
    checked with all rules, the others with those that run by default."""
    suffix, make = unit(seed, number)
    every = number % 2 == 1
    shown, texts = Input(suffix, make(200)[:400]), (make(size), make(size // _STEP))
    long, short = measure(Input(suffix, texts[0]), every), Cost(math.inf, math.inf)
    wrong = _breaks(long, short, size, every)
    if not wrong and long.seconds < _COUNTS_S:
        return None, shown
    for _ in range(0 if long.error else _TRIES):
        long = _better(long, measure(Input(suffix, texts[0]), every))
        short = _better(short, measure(Input(suffix, texts[1]), every))
        wrong = _breaks(long, short, size, every)
        if not wrong:
            return None, shown
    rules = "all rules" if every else "default rules"
    detail = f"{rules}, {size:,} characters: {long}; {size // _STEP:,}: {short}; ordinary: {ordinary(every):.1f} s/MB"
    return Fault(wrong, detail), shown


def measure(item: Input, every: bool) -> Cost:
    """What a check of the input takes, with all rules or those that run by default, in a process of its own."""
    _warm()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            cost = _measured(item, every)
        except BaseException as error:
            cost = Cost(0.0, 0.0, f"{type(error).__name__}: {error}"[:200])
        os.write(writing, repr(tuple(cost)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    if not answer:
        return Cost(math.inf, math.inf, f"stopped by signal {os.WTERMSIG(status)}")
    return Cost(*literal_eval(answer))


@cache
def ordinary(every: bool) -> float:
    """CPU seconds that a megabyte of ordinary articles takes here and now."""
    text = "\n\n".join(sorted(generators.fixtures(".txt"), key=len)[-20:])
    return measure(Input(".txt", text), every).seconds / len(text) * _MB


@cache
def _warm() -> None:
    """Loads what every input needs, so that a child is charged for its own input alone."""
    for number in range(60):
        made = generators.make(0, number)
        for every in (False, True):
            lint(Source(f"article{made.suffix}", made.text), settings(every=every))


def _measured(item: Input, every: bool) -> Cost:
    most = int(MOST_S * len(item.text) / _MB * _LIMIT) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    before = resource.getrusage(resource.RUSAGE_SELF)
    # Strict rules have the encoder read every sentence: that is slow for the length that it has, and known to be.
    with unread() if every else nullcontext():
        report = lint(Source(f"article{item.suffix}", item.text), settings(every=every))
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    error = "; ".join(each.message for each in report.errors)
    return Cost(seconds, (after.ru_maxrss - before.ru_maxrss) / 1000, error)


def _better(one: Cost, other: Cost) -> Cost:
    return Cost(
        min(one.seconds, other.seconds), min(one.megabytes, other.megabytes), one.error or other.error
    )


def _breaks(long: Cost, short: Cost, size: int, every: bool) -> str:
    """Which bound is broken, in words; "" where none is."""
    share = size / _MB
    if long.error:
        return f"long input: {long.error}"
    if long.seconds > max(MOST_S, _TIMES_ORDINARY * ordinary(every)) * share:
        return "a long input takes more time than its bound"
    if long.megabytes > MOST_MB * share + _FIXED_MB:
        return "a long input takes more memory than its bound"
    if long.seconds > _COUNTS_S and math.isfinite(short.seconds) and not short.error:
        exponent = math.log(long.seconds / max(short.seconds, 0.001)) / math.log(_STEP)
        if exponent > EXPONENT:
            return "time grows faster than the length"
    return ""


def unit(seed: int, number: int) -> tuple[str, Callable[[int], str]]:
    """A suffix, and what makes a text of any length of one kind."""
    rng = Random(f"scaled:{seed}:{number}")
    suffix = rng.choice(generators.SUFFIXES)
    markup = {".txt": v.QUOTES, ".md": v.MARKDOWN, ".html": v.HTML}[suffix]
    pools = (v.WORDS, v.NAMES, v.NUMBERS, v.QUOTES, v.ODD, v.MARKS, markup, v.LETTERS)
    kind = rng.randrange(6)
    if kind == 0:  # one token without end
        piece = rng.choice(rng.choice(pools)) + rng.choice(("", "", rng.choice(rng.choice(pools))))
        joint = rng.choice(("", " ", "\n", "\n\n"))
        return suffix, lambda length: _filled(piece + joint, length)
    if kind == 1:  # a few tokens
        piece = " ".join(rng.choice(rng.choice(pools)) for _ in range(rng.randint(2, 8))) + rng.choice(
            (" ", "\n", "\n\n")
        )
        return suffix, lambda length: _filled(piece, length)
    if kind == 2:  # opened again and again, then closed as often
        tag = rng.choice(v.TAGS)
        pairs = (
            ("(", ")"),
            ("[", "]"),
            ("“", "”"),
            ("‘", "’"),
            ("> ", ""),
            ("- ", ""),
            ("*", "*"),
            ("<!--", "-->"),
            (f"<{tag}>", f"</{tag}>"),
        )
        opening, closing = rng.choice(pairs)
        return suffix, lambda length: _nested(opening, closing, length)
    if kind == 3:  # names, numbers or captions that differ a little from one another
        frame = rng.choice(
            (
                "{}o, 5; ",
                "{}o said. ",
                "Anna {}o. ",
                "“{}o,” said Mr {}o.\n\n",
                "({}o) ",
                "A ferry waits in {}o on Monday. (Reuters)\n\n",
            )
        )
        return suffix, lambda length: _varied(frame, length)
    if kind == 4:  # front matter
        line = generators.front_matter(rng).partition("\n")[2].replace("---", "")
        return ".md", lambda length: "---\n" + _filled(line or "a: b\n", length) + "\n---\n\nA ferry waits.\n"
    text = (generators.articles if rng.random() < 0.5 else generators.words)(rng, suffix)
    return suffix, lambda length: _filled(text + "\n\n", length)


def _filled(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length] if piece else ""


def _nested(opening: str, closing: str, length: int) -> str:
    times = length // (len(opening) + len(closing))
    return opening * times + " A ferry waits. " + closing * times


def _varied(frame: str, length: int) -> str:
    """The frame filled with other letters each time: Ba, Be, Bi ... Baba, Babe ..."""
    syllables = [c + a for c in "bdfghklmnprstvz" for a in "aeiou"]
    parts: list[str] = []
    total = number = 0
    while total < length:
        rest, name = number, ""
        while rest or not name:
            rest, at = divmod(rest, len(syllables))
            name += syllables[at]
        parts.append(frame.format(*[name.capitalize()] * 2))
        total += len(parts[-1])
        number += 1
    return "".join(parts)
