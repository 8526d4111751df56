"""The different words of a text: what a rule looks at first."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"[^\W\d_]+(?:(?:[\u0300-\u036f]+['’\-‑]?|['’\-‑])[^\W\d_]+)*[\u0300-\u036f]*",
)
_PARTING = '.,;:!?()"“”—–…'  # no word has them inside


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
