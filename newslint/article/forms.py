"""The forms by which lines of news are known: captions, bylines, datelines, list items."""

from __future__ import annotations

import re

from newslint.article.credits import credit, is_credit
from newslint.article.labels import is_label

__all__ = [
    "caption_label",
    "dateline",
    "is_byline",
    "is_caption",
    "is_credit",
    "is_credit_line",
    "is_label",
    "item_mark",
]

_CAPTION_LABEL = re.compile(
    r"(?:photo |picture |image )?(?:captions?|cutlines?)(?: \d+)?\s*[:—–]\s+|"
    r"(?:file )?(?:photo|picture|image|pic)(?: \d+)?\s*:\s+",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 600  # characters; a longer text that ends in a credit is a paragraph
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|Words by|Story by|Written by|Reported by|Report by|From)\s+(?:our\s+)?"
    r"[^\W\d_a-z][\w.'’\-]*(?:(?:,|\s+and|\s+&|\s+in|\s+at|\s+of|\s+for|\s+de|\s+van|\s+von|\s+bin|\s+al|\s+with|\s*\|)?\s+"
    r"(?:the\s+)?[^\W\d_a-z][\w.'’\-]*){0,12}(?:\s+(?:[Ss]taff [Ww]riter|[Cc]orrespondent|[Ee]ditor|[Rr]eporter)s?)?",
)
_NAMED_WRITER = re.compile(
    r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){1,3}, (?:[A-Z]?[\w]+ ){0,2}"
    r"(?:[Ss]taff [Ww]riter|[Cc]orrespondent|[Rr]eporter|[Ee]ditor)s?"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]+){0,3})(?:, (?:[A-Z][\w.]*)(?: [A-Z][\w.]*){0,2})?"
    r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?)?"
    r"(?: ?\([A-Z][\w /.&\-]{1,30}\))? ?(?:—|–|--|-)\s+"
)
_WIRE = re.compile(r"\([A-Z][\w/.&\-]{1,20}\) ?(?:—|–|--)\s+")
_ITEM = re.compile(r"(?:[-*•‣▪◦·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")


def is_caption(text: str) -> bool:
    """Whether a line is a caption: it says so, or it ends in a credit."""
    if len(text) < 8:
        return False
    length = caption_label(text)
    if length:
        return len(text) - length > 2 and not is_credit(text[length:])
    if len(text) > _LONGEST_CAPTION:
        return False
    found = credit(text)
    return found is not None and found.start > 12


def caption_label(text: str) -> int:
    """The length of a label in front of a caption ("CAPTION: "), 0 where there is none."""
    match = _CAPTION_LABEL.match(text)
    return match.end() if match and not is_credit(text) else 0


def is_credit_line(text: str) -> bool:
    """Whether a line is a credit and nothing else, with or without a caption's label."""
    if is_credit(text):
        return True
    length = caption_label(text)
    return length > 0 and is_credit(text[length:])


def is_byline(text: str) -> bool:
    """Whether a line names who wrote the article, and nothing else."""
    if len(text) > 140 or text[-1:] in ".!?:":
        return False
    return bool(_BYLINE.fullmatch(text.strip()) or _NAMED_WRITER.fullmatch(text.strip()))


def dateline(text: str) -> int:
    """The length of a dateline ("TRIPOLI, Libya (AP) — ") with the space behind it, 0 where there is none."""
    if not (text[:2].isupper() or text[0] == "("):
        return 0
    match = _DATELINE.match(text[:160]) or _WIRE.match(text[:60])
    return match.end() if match else 0


def item_mark(text: str) -> int:
    """The length of a list item's mark with the space behind it, 0 where there is none."""
    if text[0].isalpha() and text[1:2] != ")":
        return 0
    match = _ITEM.match(text[:8])
    return match.end() if match else 0
