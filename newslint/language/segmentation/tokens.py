"""Tokens: words, numbers and punctuation marks with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

# A word may hold apostrophes and hyphens inside, never at its edge; combining marks stay with it.
WORD = r"[^\W\d_](?:[\w\u0300-\u036f]|['’\-‑.&](?=[^\W_]))*"
_WORDS = re.compile(
    r"[^\W\d_]+(?:(?:[\u0300-\u036f]+['’\-‑]?|['’\-‑])[^\W\d_]+)*[\u0300-\u036f]*",
)
_PARTING = '.,;:!?()"“”—–…'  # no word has them inside
_TOKENS = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)"  # U.S., a.m.
    r"|[^\W\d_](?:[\w\u0300-\u036f]|['’\-‑&](?=[^\W_]))*"
    r"|\d+(?:[.,:]\d+)*(?:[\w\u0300-\u036f]|['’\-‑](?=[^\W_]))*"  # 1,200, 5:30, 12-year-old, 2015-16
    r"|\.{2,}|-{2,}|[^\w\s]|_+"
)


class Token(NamedTuple):
    """A word, number or mark: its span in the article's text and its characters."""

    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of the text between two offsets, in order."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), m.group()) for m in _TOKENS.finditer(text, start, stop)]


def word_forms(text: str) -> frozenset[str]:
    """The different word forms of a text, case kept."""
    return frozenset(forms_of(text))


def forms_of(text: str) -> tuple[str, ...]:
    """The different word forms of a text or of a piece of it, case kept, in the order of their first places."""
    # The expression alone would take twice as long.
    for mark in _PARTING:
        if mark in text:
            text = text.replace(mark, " ")
    forms: dict[str, None] = {}
    for form in text.split():
        if form.isalpha():
            forms[form] = None
        else:
            forms.update(dict.fromkeys(_WORDS.findall(form)))
    return tuple(forms)
