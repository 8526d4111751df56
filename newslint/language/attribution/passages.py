"""Passages: a paragraph as the model of attribution sees it, in words, quotations, cues, sentences and segments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from newslint.language.attribution.cues import frames
from newslint.language.quotations.model import Quotation

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*\w*(?:-\w+)*|\w+(?:['’\-‑]\w+)*|''|``|--|[^\w\s]")
_SEPARATORS = frozenset(",;:—–-()") | {"--"}
_ENDS = frozenset(".?!…")
_CLOSERS = frozenset("”\"')’") | {"''"}
_OPENERS = frozenset('“"‘[(') | {"''", "``"}
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov gen lt col st jr sr u s d c jan feb aug sept oct nov dec no vs rev j p m a".split()
)
_ENDINGS = ("ing", "ed", "ly", "tion", "s", "er", "al")


@dataclass(slots=True, eq=False, repr=False)
class Passage:
    """The words of a paragraph from `start`, and what is known of each of them."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    forms: list[str]  # the word, if the model knows it, else its shape
    cues: list[str]  # the frames of a cue, else ""
    quoted: list[str]  # "" outside quotation marks, else the length of the quotation: s, m, l
    quotations: list[tuple[int, int]]  # first and last word of each
    quotation_of: list[int]
    sentences: list[tuple[int, int]]
    segments: list[tuple[int, int]]
    open_end: bool  # a quotation is not closed here: it runs on


def passage(
    text: str, start: int, end: int, quotations: Sequence[Quotation], vocabulary: frozenset[str]
) -> Passage:
    """The passage of the text from `start` to `end`, which lies in one paragraph; `quotations` are those in it."""
    matches = list(_WORD.finditer(text, start, end))
    words = [m.group() for m in matches]
    starts = [m.start() for m in matches]
    spans, open_end = _quoted(starts, quotations)
    if "''" in words and not spans:
        spans, open_end = _wire_quoted(words)
    for first, last in spans:  # all kinds of marks are one to the model
        words[first] = "“"
        if last > first and not words[last][0].isalnum():
            words[last] = "”"
    lower = [word.lower() for word in words]
    quoted, quotation_of = [""] * len(words), [-1] * len(words)
    for number, (first, last) in enumerate(spans):
        size = "s" if last - first < 5 else "m" if last - first < 10 else "l"
        for i in range(first, last + 1):
            quoted[i], quotation_of[i] = size, number
    known = frames()
    forms, cues = [], []
    for i, word in enumerate(words):
        low = lower[i]
        plain = word[0].islower()
        # A capital says nothing at the start of a sentence or quotation.
        if low in vocabulary and (plain or i == 0 or quoted[i] != quoted[i - 1] or words[i - 1] in _ENDS):
            forms.append(low)
            cues.append(known.get(low, ""))
        else:
            forms.append(low if low == "i" else _shape(word))
            cues.append(known.get(low, "") if plain else "")
    sentences = _sentences(words, lower)
    segments = _segments(words, quotation_of, sentences)
    return Passage(
        starts,
        [m.end() for m in matches],
        words,
        lower,
        forms,
        cues,
        quoted,
        spans,
        quotation_of,
        sentences,
        segments,
        open_end,
    )


def is_separator(word: str) -> bool:
    """Whether the mark parts segments of a sentence."""
    return word in _SEPARATORS


def _shape(word: str) -> str:
    first = word[0]
    word = word.rpartition("-")[2] or word
    if first.isdigit():
        return "#"
    if first.isupper():
        return "X"
    if not first.islower():
        return word
    return next(("-" + ending for ending in _ENDINGS if word.endswith(ending)), "x")


def _quoted(starts: list[int], quotations: Sequence[Quotation]) -> tuple[list[tuple[int, int]], bool]:
    """First and last word of each outermost quotation, and whether the last one runs on."""
    found = []
    for each in quotations:
        first, last = bisect_left(starts, each.start), bisect_left(starts, each.end) - 1
        if each.depth == 0 and last >= first:
            found.append((first, last))
    return found, bool(quotations) and any(each.depth == 0 and not each.closing for each in quotations)


def _wire_quoted(words: list[str]) -> tuple[list[tuple[int, int]], bool]:
    """Quotations between pairs of single marks, as old wires send them: ''Yes,'' he said."""
    found = []
    opened = -1
    for i, word in enumerate(words):
        if word == "``":
            opened = i if opened < 0 else opened
        elif word == "''":
            if opened < 0:
                opened = i
            else:
                found.append((opened, i))
                opened = -1
    if opened >= 0:
        found.append((opened, len(words) - 1))
    return found, opened >= 0


def _sentences(words: list[str], lower: list[str]) -> list[tuple[int, int]]:
    starts = [0]
    for i, word in enumerate(words):
        if word not in _ENDS or i + 1 >= len(words):
            continue
        after = i + 1
        while after < len(words) and words[after] in _CLOSERS:
            after += 1
        if after >= len(words) or after <= starts[-1]:
            continue
        first = words[after]
        begins = first[0].isupper() or first[0].isdigit() or first in _OPENERS
        if begins and not (word == "." and i and lower[i - 1] in _ABBREVIATIONS and first[0].isupper()):
            starts.append(after)
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def _segments(
    words: list[str], quotation_of: list[int], sentences: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Stretches between separators and quotation marks; none crosses a sentence."""
    found = []
    for first, end in sentences:
        start = first
        for i in range(first + 1, end):
            if (
                words[i - 1] in _SEPARATORS
                or words[i] in ("(", "—", "–", "--")
                or (quotation_of[i] < 0) != (quotation_of[i - 1] < 0)
            ):
                found.append((start, i))
                start = i
        if start < end:
            found.append((start, end))
    return found
