"""Copies a run's text into a block: entities by their characters, white space as readers see it."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from newslint.article import OBJECT as OBJECT_CHARACTER
from newslint.article.builder import Builder
from newslint.article.html_runs import BREAK, CLOSE_QUOTE, OBJECT, OPEN_QUOTE

SOFT_HYPHEN = "\u00ad"
# What does not stay as it is: an entity; white space that is more or other than one blank; a soft hyphen.
_SPECIAL = re.compile(
    r"&(?:\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?|[a-zA-Z][a-zA-Z0-9]{1,31};?)|[ ]{2,}+|[ ]*+[\t\n\r\f][ \t\n\r\f]*+|\u00ad"
)
_SHOWN = {OBJECT: OBJECT_CHARACTER, OPEN_QUOTE: "“", CLOSE_QUOTE: "”"}


def put(builder: Builder, text: str, parts: list[tuple[int, int, str]]) -> None:
    """Add a run's parts to the block that the builder has open."""
    spaced = True  # whether the text so far ends in a blank: white space after it is not seen
    for start, end, what in parts:
        if what == BREAK:
            if not spaced:
                builder.replace(start, end, " ")
                spaced = True
        elif what:
            builder.replace(start, end, _SHOWN[what])
            spaced = False
        else:
            spaced = put_text(builder, text, start, end, spaced)


def put_text(builder: Builder, text: str, start: int, end: int, spaced: bool = True) -> bool:
    """Add the source from `start` to `end`; returns whether the block now ends in a blank."""
    at = start
    if spaced and at < end and text[at] == " ":
        at += 1
    for match in _SPECIAL.finditer(text, at, end):
        begin, stop = match.span()
        if begin > at:
            builder.copy(at, begin)
            spaced = text[begin - 1] == " "
        at = stop
        first = text[begin]
        if first == "&":
            shown = character(match.group())
            if shown is None:
                builder.copy(begin, stop)
                spaced = False
            elif shown != SOFT_HYPHEN:
                builder.replace(begin, stop, shown)
                spaced = False
        elif first != SOFT_HYPHEN and not spaced:
            builder.replace(begin, stop, " ")
            spaced = True
    if at < end:
        builder.copy(at, end)
        spaced = text[end - 1] == " "
    return spaced


@lru_cache(maxsize=1024)
def character(entity: str) -> str | None:
    """The characters of an entity, or None where it is none and stands for itself."""
    shown = unescape(entity)
    # unescape() reads "&notit;" as "¬it;", as browsers do; in news copy it is a slip that should be seen.
    return shown if shown != entity and not shown.endswith(";") else None


def shown_text(text: str, parts: list[tuple[int, int, str]]) -> str:
    """The run's text in one line, for comparing."""
    joined = "".join(text[start:end] if not what else " " if what == BREAK else "" for start, end, what in parts)
    return " ".join((unescape(joined) if "&" in joined else joined).replace(SOFT_HYPHEN, "").split())
