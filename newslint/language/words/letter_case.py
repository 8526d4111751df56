"""The case of a word: small letters, a capital at its beginning, capitals throughout."""

from __future__ import annotations


def match_case(text: str, like: str) -> str:
    """The text with a capital where `like` begins with one, in capitals where `like` is (a single letter is not)."""
    if len(like) > 1 and like.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if like[:1].isupper() else text
