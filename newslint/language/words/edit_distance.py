"""How far apart two names are in the ways that people get names wrong."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that are heard alike; each is folded to one before two names are compared by sound.
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("sch", "sh"), ("tch", "ch"), ("qu", "kw"),
    ("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"), ("w", "v"), ("y", "i"), ("j", "i"), ("ee", "i"), ("ou", "u"),
    ("oo", "u"), ("ei", "i"), ("ie", "i"), ("ai", "i"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("h", ""),
)  # fmt: skip


def near(word: str, right: str) -> bool:
    """Whether a word is one slip from the right one: a letter more, less, other or swapped with its neighbour
    (two in long names), or written as it sounds."""
    one, two = folded(word), folded(right)
    if one == two:
        return False  # they differ in accents or capitals only
    limit = 1 if len(two) < 9 else 2
    return edits(one, two, limit) <= limit or (one[:1] == two[:1] and sound(one) == sound(two))


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """The word in lower case without accents, and never empty: a word of accents alone stays as it is."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return (
        "".join(char for char in plain if not unicodedata.combining(char))
        .replace("ı", "i")
        .replace("ø", "o")
        .replace("ł", "l")
    ) or word


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The word as it sounds: alike letters folded, doubled ones made single."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return "".join(char for at, char in enumerate(word) if at == 0 or char != word[at - 1])


def edits(one: str, two: str, limit: int) -> int:
    """The number of letters to add, drop, change or swap (optimal string alignment), at most limit + 1."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
