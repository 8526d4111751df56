"""One apostrophe, one hyphen and one blank for all that look alike: what every comparison of words goes by."""

from __future__ import annotations

_PLAIN = str.maketrans("’‘ʼ＇‐‑\u00a0\u202f\u2009", "''''--   ")


def plain_marks(text: str) -> str:
    """The text, of the same length, with straight apostrophes, plain hyphens and plain blanks."""
    return text if text.isascii() else text.translate(_PLAIN)
