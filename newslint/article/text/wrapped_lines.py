"""Lines of plain text to units: a line, or the lines of a paragraph that was wrapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newslint.lazy_pattern import lazy_pattern

_RARE_BREAKS = ("\x0b", "\x0c", "\u2028", "\u2029")
_LINE = lazy_pattern(r"([^\r\n\x0b\x0c\u2028\u2029]*)(\r\n|[\r\n\x0b\x0c\u2028\u2029]|\Z)")
_PAGE_BREAK = 3  # line breaks for which a form feed counts
_RULE_MARKS = frozenset("-*_=~#—–•")
_RULE = lazy_pattern(r"[-*_=~#—–•]{3,}|(?:[-*_•] ){2,}[-*_•]")
_NARROW, _WIDE = 40, 100  # the width to which people and programs wrap text, in characters


@dataclass(slots=True)
class Unit:
    """A block to be: its text, the stretches of the file that it stands on (a line each), the number of blank
    lines before it, and whether a rule (---) stands before it."""

    text: str
    pieces: list[tuple[int, int]]
    gap: int
    after_rule: bool

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self.pieces)


def units(text: str) -> list[Unit]:
    """The units of a text in order. White space at their edges is left out."""
    found: list[Unit] = []
    stanza: list[tuple[int, int]] = []
    gap = blank = 0
    rule = False
    for at, line in _lines(text):
        copy = line.strip()
        if not copy:
            blank += 1
            continue
        ruled = copy[0] in _RULE_MARKS and _RULE.fullmatch(copy) is not None
        if stanza and (blank or ruled):
            found += _of_stanza(text, stanza, gap, rule)
            stanza, gap, rule = [], 0, False
        if ruled:
            rule, blank = True, 0
            continue
        if not stanza:
            gap = blank
        blank = 0
        start = at + line.index(copy[0])
        stanza.append((start, start + len(copy)))
    if stanza:
        found += _of_stanza(text, stanza, gap, rule)
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its offset, the empty ones too; a form feed makes empty lines of its own."""
    if text.count("\r") == text.count("\r\n") and not any(mark in text for mark in _RARE_BREAKS):
        at = 0
        for line in text.split("\n"):
            yield at, line
            at += len(line) + 1
        return
    for match in _LINE.finditer(text):
        yield match.start(), match.group(1)
        if match.group(2) == "\f":
            for _ in range(_PAGE_BREAK - 1):
                yield match.start(), ""


def _of_stanza(text: str, stanza: list[tuple[int, int]], gap: int, rule: bool) -> list[Unit]:
    """The units of lines with no blank line between them: one, where they were wrapped, else one a line."""
    if len(stanza) == 1:
        return [Unit(text[stanza[0][0] : stanza[0][1]], stanza, gap, rule)]
    if _wrapped(text, stanza):
        return [Unit(" ".join(text[a:b] for a, b in stanza), stanza, gap, rule)]
    return [
        Unit(text[start:end], [(start, end)], 0 if number else gap, rule and not number)
        for number, (start, end) in enumerate(stanza)
    ]


def _wrapped(text: str, stanza: list[tuple[int, int]]) -> bool:
    """Whether the lines were broken at a width: each is as full as the next one's first word let it be, and
    none but the last needs to end a sentence."""
    widest = max(end - start for start, end in stanza)
    if not _NARROW <= widest <= _WIDE:
        return False
    full = ended = 0
    for (start, end), (following, stop) in pairwise(stanza):
        first = text[following:stop].split(None, 1)[0]
        full += end - start + 1 + len(first) > widest - 2
        ended += text[end - 1] in '.!?"”’:)' and text[following].isupper()
    breaks = len(stanza) - 1
    return full >= 0.8 * breaks and ended <= max(1, 0.4 * breaks) and not (breaks == 1 and ended)
