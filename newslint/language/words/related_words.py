"""Words that are one slip of the hand apart, and words that only look so: forms and spellings of one word."""

from __future__ import annotations

import re

# Words that say too little of their neighbours to be judged by them.
FUNCTION = frozenset(
    """the a an of to in and or that this it its is was are were be been as at by for from on with not but if
    they he she we you i his her their our your my which who what when where there here than then so no all any
    some has have had do does did will would can could may might should must more most other such only also
    into out up about over after before new one two get got see like just now how us me him them these those s
    t re ve ll don e m d very even back off down""".split()
)
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLE = re.compile(r"(.)\1")


def one_slip(a: str, b: str) -> bool:
    """Whether one letter was left out, put in, changed, or swapped with its neighbour."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    at = 0
    shorter = min(len(a), len(b))
    while at < shorter and a[at] == b[at]:
        at += 1
    if len(a) == len(b):
        swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
        return a[at + 1 :] == b[at + 1 :] or swapped
    longer, other = (a, b) if len(a) > len(b) else (b, a)
    return longer[at + 1 :] == other[at:]


def related(a: str, b: str) -> bool:
    """Whether two words are forms or spellings of one ("centre" and "center", "attack" and "attacks")."""
    if "'" in a + b or not _bases(a).isdisjoint(_bases(b)) or _spelling(a) == _spelling(b):
        return True
    return a[:3] == b[:3] and len(a) == len(b) and _VOWELS.sub("", a) == _VOWELS.sub("", b)


def _bases(word: str) -> set[str]:
    """The word and what it may be a form of."""
    found = {word}
    for ending, short in (
        ("s", 3),
        ("d", 3),
        ("es", 4),
        ("ed", 4),
        ("er", 3),
        ("or", 4),
        ("ing", 3),
        ("n", 4),
    ):
        base = word.removesuffix(ending)
        if base != word and len(base) >= short:
            found |= {base, base + "e"} if ending in ("ing", "er", "or") else {base}
    for ending in ("ist", "ism", "ly", "al", "y", "e", "ce", "cy", "ship"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 4:
            found.add(base)
    return found


def _spelling(word: str) -> str:
    """One form for British and American spellings."""
    word = word.replace("our", "or").replace("z", "s").replace("c", "s").replace("gement", "gment")
    if word.endswith("re"):
        word = word[:-2] + "er"
    return _DOUBLE.sub(r"\1", word)
