"""Lines of plain text to units: a line, or the lines of a paragraph that was wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n]")
_RULE = re.compile(r"[ \t]*(?:[-*_=~#—–•]{3,}|(?:[-*_•] ){2,}[-*_•])[ \t]*")
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
    gap, rule, last = 0, False, 0
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        breaks = _breaks(text, last, match.start())
        if stanza and (breaks > 1 or _RULE.fullmatch(line)):
            found += _of_stanza(text, stanza, gap, rule)
            stanza, gap, rule = [], 0, False
        if _RULE.fullmatch(line):
            rule, last = True, match.end()
            continue
        if not stanza:
            gap = max(0, breaks - 1)
        start = match.start() + len(line) - len(line.lstrip())
        stanza.append((start, match.start() + len(line.rstrip())))
        last = match.end()
    if stanza:
        found += _of_stanza(text, stanza, gap, rule)
    return found


def _breaks(text: str, start: int, end: int) -> int:
    """The number of line breaks between two offsets; a form feed counts for three."""
    return len(_BREAK.findall(text, start, end)) + 3 * text.count("\f", start, end)


def _of_stanza(text: str, stanza: list[tuple[int, int]], gap: int, rule: bool) -> list[Unit]:
    """The units of lines with no blank line between them: one, where they were wrapped, else one a line."""
    if _wrapped(text, stanza):
        return [Unit(" ".join(text[a:b] for a, b in stanza), stanza, gap, rule)]
    return [
        Unit(text[start:end], [(start, end)], 0 if number else gap, rule and not number)
        for number, (start, end) in enumerate(stanza)
    ]


def _wrapped(text: str, stanza: list[tuple[int, int]]) -> bool:
    """Whether the lines were broken at a width: each is as full as the next one's first word let it be, and
    none but the last needs to end a sentence."""
    if len(stanza) < 2:
        return False
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
