"""Words as captions use them: which are one word written in two ways, and which are details."""

from __future__ import annotations

from functools import lru_cache

from newslint.language.words.edit_distance import edits, folded, near, sound

SMALL = frozenset(
    "a an the of in on at to by for from with and or as is are was were his her their its that which who during s".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december morning afternoon evening night yesterday today".split()
)
_COUNTED = "zero one two three four five six seven eight nine ten eleven twelve".split()
NUMBERS = frozenset(
    [
        *_COUNTED,
        *"dozen dozens first second third fourth fifth sixth hundred thousand million billion".split(),
    ]
)
SIDES = frozenset("left right center top bottom front back".split())

# Words of captions that say the same; the first stands for the others.
_SAME = """
center centre middle | theater theatre | photo picture photograph image pic | shows showing | speaks talks
press news | house home | houses homes | protesters protestors demonstrators | child kid | children kids
wounded injured hurt | fire blaze | soldiers troops | plane aircraft airplane | ship vessel | car vehicle
us u.s american | uk u.k british | un u.n | eu e.u | toward towards | amid amidst | beside next
president pres | senator sen | governor gov | representative rep | general gen | professor prof | saint st
january jan | february feb | march mar | april apr | june jun | july jul | august aug | september sep sept
october oct | november nov | december dec | monday mon | tuesday tue tues | wednesday wed | thursday thu thurs
friday fri | saturday sat | sunday sun | percent per-cent
"""
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=4096)
def canonical(word: str) -> str:
    """The word by which all its ways of being written are compared."""
    plain = folded(word).replace("'", "")
    if len(plain) < 3 and plain.isdecimal() and int(plain) < len(_COUNTED):
        return _COUNTED[int(plain)]
    return _CANONICAL.get(plain, plain)


def is_slip(there: str, here: str) -> bool:
    """Whether two words are one word, once misspelt. Short names one letter apart are two names."""
    if canonical(there) == canonical(here):
        return True
    one, two = folded(there), folded(here)
    if {one, two} & (NUMBERS | TIMES | SIDES) or one[0].isdigit() or two[0].isdigit():
        return False
    if one in SMALL and two in SMALL:
        return True
    if one[0] != two[0]:
        return False
    shortest = min(len(one), len(two))
    if sound(one) == sound(two) or (shortest > 3 and sorted(one) == sorted(two)):
        return shortest > 2
    if shortest < 5:
        return (
            shortest > 2 and abs(len(one) - len(two)) == 1 and edits(one, two, 1) == 1 and one[-1] != two[-1]
        )
    return near(one, two) or (there[0].isupper() and here[0].isupper() and _bones(one) == _bones(two))


def _bones(word: str) -> str:
    """The consonants of a name as they sound: what its transliterations have in common."""
    heard = sound(word)
    return heard[:1] + "".join(letter for letter in heard[1:] if letter not in _VOWELS)


_CANONICAL = {
    word: group.split()[0]
    for line in _SAME.splitlines()
    for group in line.split("|")
    for word in group.split()[1:]
}
