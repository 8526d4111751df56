"""Stretches of a Markdown block, and the pictures that stand between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.article.builder import Builder
from newslint.article.frontmatter.scalars import Scalar
from newslint.source import Span

_TITLE = re.compile(
    r"""\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^()\s]*\)[^\s()]*)*)\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))\s*\)$""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|[ \t]*\r?\n[ \t>]*|&(?:\#\w{1,8}|\w{2,32});")


class Part(NamedTuple):
    """A stretch of a block: what is copied (shown is None) or stands for the source."""

    start: int
    end: int
    shown: str | None
    slanted: bool = False
    is_break: bool = False
    is_sign: bool = False  # stands for something without words that readers see: a picture, an icon


@dataclass(slots=True)
class Picture:
    """An image, and where words that may be its caption stand."""

    before: int  # number of parts of the block that stand before it
    alternative: list[Part] = field(default_factory=list)
    title: Span | None = None
    said: list[Scalar] = field(default_factory=list)
    credits: list[Scalar] = field(default_factory=list)


def put(builder: Builder, parts: list[Part]) -> None:
    """Add parts to the block that the builder has open."""
    for part in parts:
        if part.shown is None:
            builder.copy(part.start, part.end)
        else:
            builder.replace(part.start, part.end, part.shown)


def without_idle_signs(text: str, parts: list[Part]) -> list[Part]:
    """The parts with those signs only that stand inside a line, between words: the others part nothing."""
    kept: list[Part] = []
    for at, part in enumerate(parts):
        if part.is_sign:
            before = next((each for each in reversed(parts[:at]) if not _is_blank(text, each)), None)
            after = next((each for each in parts[at + 1 :] if not _is_blank(text, each)), None)
            if before is None or after is None or before.is_break or after.is_break or before.is_sign:
                continue
        kept.append(part)
    return kept


def _is_blank(text: str, part: Part) -> bool:
    return part.shown is None and text[part.start : part.end].isspace()


def shown(text: str, parts: list[Part]) -> str:
    """What the parts show, without white space at the edges."""
    return "".join(
        text[part.start : part.end] if part.shown is None else part.shown for part in parts
    ).strip()


def title_of(text: str, picture: Picture, title: str, end: int) -> Span | None:
    """Where the title of an image that ends here stands."""
    begin = picture.alternative[-1].end if picture.alternative else max(0, end - len(title) * 2 - 4000)
    match = _TITLE.search(text, text.find("](", begin, end), end)
    return Span(match.start(1) + 1, match.end(1) - 1) if match else None


def unescaped(text: str, span: Span) -> list[Part]:
    """The parts of a title: escapes and entities by their characters, line ends by blanks."""
    parts: list[Part] = []
    at = span.start
    for match in _ESCAPE.finditer(text, span.start, span.end):
        parts.append(Part(at, match.start(), None))
        at = match.end()
        special = match.group()
        if special[0] == "\\":
            parts.append(Part(match.start(), at, special[1]))
        elif special[0] == "&":
            from html import unescape

            parts.append(Part(match.start(), at, unescape(special)))
        else:
            parts.append(Part(match.start(), at, " "))
    return [*parts, Part(at, span.end, None)]


def without_marks(text: str, parts: list[Part]) -> list[Part]:
    """A caption without the asterisks around it that a blank before the last keeps from being emphasis."""
    words = shown(text, parts)
    if len(words) < 3 or words[0] not in "*_" or words[-1] != words[0]:
        return parts
    told = [at for at, part in enumerate(parts) if not part.is_break]
    kept = parts[told[0] : told[-1] + 1]  # a line that breaks inside of the caption parts two words
    first, last = kept[0], kept[-1]
    if first.shown is not None or last.shown is not None or not text.startswith(words[0], first.start):
        return parts
    end = last.start + len(text[last.start : last.end].rstrip()) - 1
    if first is last:
        return [Part(first.start + 1, end, None)]
    return [Part(first.start + 1, first.end, None), *kept[1:-1], Part(last.start, end, None)]
