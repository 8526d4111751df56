"""Copies a run's text into a block: entities by their characters, white space as readers see it."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from newslint.article import OBJECT as OBJECT_CHARACTER
from newslint.article.builder import Builder
from newslint.article.html.runs import BREAK, CLOSE_QUOTE, OBJECT, OPEN_QUOTE, SIGN, Run
from newslint.article.recognise.credits import is_credit

Parts = list[tuple[int, int, str]]

# In an element of its own what begins so is the credit, whatever follows.
CREDIT_LABEL = re.compile(
    r"(?:Photo(?:graph)?|Image|Picture|Illustration|Video|Graphic)s?(?: (?:[Cc]redits?|[Cc]ourtesy|by|from)\b|:)"
    r"|(?:Credits?|Courtesy|Source)\b ?:|©"
)

# "(Halm Police, Northern District)": names and nothing else.
_BRACKETED_NAME = re.compile(
    r"\([A-Z][\w.'’&-]*(?:[ ,/]+(?:of|for|the|via|and|de|von|van|[A-Z][\w.'’&-]*))*\)"
)

SOFT_HYPHEN = "\u00ad"
# What does not stay as it is: a template's tag; an entity; white space that is more or other than one blank; a soft hyphen.
_SPECIAL = re.compile(
    r"\{%[^%\n]{0,500}%\}|\{\{[^{}\n]{0,500}\}\}"
    r"|&(?:\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?|[a-zA-Z][a-zA-Z0-9]{1,31};?)"
    r"|[ ]{2,}+|[ ]*+[\t\n\r\f][ \t\n\r\f]*+|\u00ad"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’')\]]*\s*$")
_SENTENCE = 40  # characters; a shorter line is not taken for a paragraph
_SHOWN = {OBJECT: OBJECT_CHARACTER, SIGN: OBJECT_CHARACTER, OPEN_QUOTE: "“", CLOSE_QUOTE: "”"}


def put(builder: Builder, text: str, parts: Parts) -> None:
    """Add a run's parts to the block that the builder has open."""
    spaced = True  # whether the text so far ends in a blank: white space after it is not seen
    for start, end, what in _without_idle_signs(text, parts):
        if what == BREAK:
            if not spaced:
                builder.replace(start, end, " ")
                spaced = True
        elif what:
            builder.replace(start, end, _SHOWN[what])
            spaced = False
        else:
            spaced = put_text(builder, text, start, end, spaced)


def _without_idle_signs(text: str, parts: Parts) -> Parts:
    """The parts with those signs only that stand inside a line, between words: the others part nothing."""
    if not any(what == SIGN for _, _, what in parts):
        return parts
    shown = [part for part in parts if part[2] or not text[part[0] : part[1]].isspace()]
    kept: set[int] = set()
    for before, sign, after in zip(shown, shown[1:], shown[2:], strict=False):
        if sign[2] == SIGN and BREAK not in (before[2], after[2]) and before[2] != SIGN != after[2]:
            kept.add(sign[0])
    return [part for part in parts if part[2] != SIGN or part[0] in kept]


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
        elif first == "{":
            if text[begin + 1] == "{":
                builder.replace(begin, stop, OBJECT_CHARACTER)
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


def shown_text(text: str, parts: Parts) -> str:
    """The run's text in one line, for comparing."""
    joined = "".join(
        text[start:end] if not what else " " if what == BREAK else "" for start, end, what in parts
    )
    return " ".join((unescape(joined) if "&" in joined else joined).replace(SOFT_HYPHEN, "").split())


def paragraphs(text: str, run: Run) -> list[Parts]:
    """The run's parts between empty lines, and between lines of prose outside a paragraph element."""
    if not any(what == BREAK for _, _, what in run.parts):
        return [run.parts]
    groups: list[Parts] = [[]]
    breaks = 0
    length, tail = 0, ""  # of what the group shows so far: its characters, and how it ends
    loose = run.context.holder.tag not in ("p", "li", "blockquote", "td")
    for part in run.parts:
        start, end, what = part
        if what == BREAK:
            breaks += 1
            is_paragraph = loose and length >= _SENTENCE and _ENDS_SENTENCE.search(tail) is not None
            if breaks == 2 or (breaks == 1 and is_paragraph):
                groups.append([])
                length, tail = 0, ""
            else:
                groups[-1].append(part)
        else:
            if (what and what != SIGN) or not text[start:end].isspace():
                breaks = 0
                here = shown_text(text, [part])
                length, tail = length + len(here) + 1, (tail + here)[-_SENTENCE:]
            groups[-1].append(part)
    return groups


def caption_and_credit(text: str, parts: Parts) -> tuple[Parts, Parts]:
    """A caption's parts, and those of a credit that stands in an element of its own at its end."""
    for cut in range(len(parts) - 1, 0, -1):
        start, end, what = parts[cut]
        if what or text[start:end].isspace():
            continue
        if parts[cut - 1][1] < start:
            last = shown_text(text, [parts[cut]])
            if is_credit(last) or CREDIT_LABEL.match(last) or _BRACKETED_NAME.fullmatch(last):
                return parts[:cut], parts[cut:]
        break
    return parts, []
