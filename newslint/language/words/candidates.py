"""What may be meant by a misspelling, ranked by how people slip, how common a word is, and its neighbours."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newslint.language.words.bigrams import usual
from newslint.language.words.deletion_index import near
from newslint.language.words.known_misspellings import known_misspelling
from newslint.language.words.plain_marks import plain_marks

if TYPE_CHECKING:
    from newslint.language.words.lexicon import Lexicon

MOST = 5
_PARTS = re.compile(r"[ -]")
_LONGEST = 40  # letters; a longer word is a key, a code or several that cling together
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = "aeiouy"
_ALIKE = ("ckqs", "sz", "gj", "fv", "td", "mn", "bp", "xs", "kx")
_BITS = 5.0  # what a slip of cost 1 weighs in steps of a word's frequency class
_OWN = 24.0  # a word that the newsroom has added counts as one in frequent use
_CHANGED, _JUMBLED = 1.25, 1.3
_FURTHER = 5.0  # what each further slip weighs more
_FAR = 3.2  # a word that costs more is not meant


class Candidate(NamedTuple):
    """A word that may be meant: its score, the cost of the slip, and the word."""

    score: float
    cost: float
    word: str
    beside: float = 0.0  # how much of the score its neighbours give


def meant(lexicon: Lexicon, word: str, before: str = "", after: str = "") -> list[Candidate]:
    """What may be meant, best first; words that stand well beside their neighbours are preferred."""
    if len(word) > _LONGEST:
        return []
    found = _candidates(lexicon, plain_marks(word.lower()))
    if len(found) > 1 and (before or after):
        before, after = before.lower(), after.lower()
        found = sorted((_beside(each, before, after) for each in found[:8]), reverse=True) + found[8:]
    return found


@lru_cache(maxsize=2_000)  # a list each, of a dozen words
def _candidates(lexicon: Lexicon, word: str) -> list[Candidate]:
    listed = known_misspelling(word)
    found = {}
    letters = set(word)
    for right in near(word):
        if right != word and not _is_far(letters, right):
            cost = slip_cost(word, right)
            if cost <= _FAR:
                found[right] = Candidate(_score(lexicon, right, cost), cost, right)
    for right in lexicon.own_near(word):
        cost = slip_cost(word, right.lower())
        if cost <= 1.3:
            found[right] = Candidate(_OWN - _BITS * cost, cost, right)
    for at, right in enumerate(listed):
        cost = min(1.0, slip_cost(word, right.lower()))
        common = _OWN if not right.islower() or "'" in right else _frequency(lexicon, right)
        found[right] = Candidate(common + 8.0 - 2 * at, cost, right)
    for each in _splits(lexicon, word):
        found.setdefault(each.word, each)
    return sorted(found.values(), reverse=True)


def _is_far(letters: set[str], right: str) -> bool:
    """Whether the words differ in so many letters that one is no slip for the other: a cheap test before `slip_cost`."""
    others = set(right)
    return len(letters - others) > 2 or len(others - letters) > 3


def _score(lexicon: Lexicon, right: str, cost: float) -> float:
    return lexicon.frequency(right) - _BITS * cost - _FURTHER * max(0.0, cost - 1.3)


def _frequency(lexicon: Lexicon, right: str) -> float:
    """How common a correction is; of several words ("no one", "all-time") its rarest counts."""
    return lexicon.frequency(right) or min(map(lexicon.frequency, _PARTS.split(right)))


def _splits(lexicon: Lexicon, word: str) -> list[Candidate]:
    """Two words between which the space is lost ("thelaw")."""
    found = []
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if (len(first) == 1 and first not in "ai") or (len(second) == 1 and second != "a"):
            continue
        one, two = lexicon.frequency(first), lexicon.frequency(second)
        if one and two:
            pair = usual(first, second) / 8
            if pair:
                found.append(Candidate(pair - 12, 1.0, f"{first} {second}"))
    return found


def _beside(each: Candidate, before: str, after: str) -> Candidate:
    bonus = 0.0
    first, _, rest = each.word.partition(" ")
    if before:
        bonus += max(0, usual(before, first) / 8 - 14) * 0.5
    if after:
        bonus += max(0, usual(rest or first, after) / 8 - 14) * 0.5
    bonus = min(bonus, 8.0) if each.word not in (before, after) else -8.0  # nobody means a word twice
    return Candidate(each.score + bonus, each.cost, each.word, bonus)


def slip_cost(wrong: str, right: str) -> float:
    """What it takes to write one for the other: about 1 a slip, less for those that are made often."""
    start = 0
    shortest = min(len(wrong), len(right))
    while start < shortest and wrong[start] == right[start]:
        start += 1
    end = 0
    while end < shortest - start and wrong[-1 - end] == right[-1 - end]:
        end += 1
    a, b = wrong[start : len(wrong) - end], right[start : len(right) - end]
    first = 0.6 if start == 0 else 0.0
    prior = wrong[start - 1] if start else ""
    follow = wrong[len(wrong) - end] if end else ""
    if not a and len(b) == 1:
        return first + _added(b, prior, follow, 0.55, 1.0)
    if not b and len(a) == 1:
        return first + _added(a, prior, follow, 0.6, 1.05)
    if len(a) == len(b) == 1:
        return first + _changes().get(a + b, _CHANGED)
    if len(a) == len(b) == 2 and a == b[::-1]:
        return first + 0.7
    cost = _distance(a, b, prior)
    if len(a) == len(b) and sorted(a) == sorted(b):
        return min(first, 0.3) + min(cost, _JUMBLED)  # "owudl": the right letters in a wrong order
    return first + cost


def _added(letter: str, prior: str, follow: str, twice: float, other: float) -> float:
    if letter in (prior, follow):
        return twice
    return 0.85 if letter in "e'h" else other


def _distance(a: str, b: str, prior: str) -> float:
    """The cheapest way from one stretch to the other, letter by letter; no more is said than that it is too far."""
    if abs(len(a) - len(b)) > 2 or len(a) > 12 or len(b) > 12:
        return _FAR + 1
    changed = _changes()
    adding = [_added(y, b[j - 1] if j else prior, "", 0.55, 1.0) for j, y in enumerate(b)]
    older: list[float] = []
    row = [0.0, *accumulate(adding)]
    for i, x in enumerate(a):
        oldest, older = older, row
        dropping = _added(x, a[i - 1] if i else prior, "", 0.6, 1.05)
        left = older[0] + dropping
        row = [left]
        for j, y in enumerate(b):
            best = older[j] if x == y else older[j] + changed.get(x + y, _CHANGED)
            if older[j + 1] + dropping < best:
                best = older[j + 1] + dropping
            if left + adding[j] < best:
                best = left + adding[j]
            if i and j and x == b[j - 1] and a[i - 1] == y and x != y and oldest[j - 1] + 0.7 < best:
                best = oldest[j - 1] + 0.7
            row.append(best)
            left = best
        if min(row) > _FAR:
            return _FAR + 1
    return row[-1]


@cache
def _changes() -> dict[str, float]:
    """What it costs to write one letter for another where that is not far to seek."""
    costs: dict[str, float] = {}
    for group in _ALIKE:
        costs |= {x + y: 0.9 for x in group for y in group}
    costs |= {x + y: 0.85 for x in _VOWELS for y in _VOWELS}
    for number, row in enumerate(_ROWS):
        for at, key in enumerate(row):
            beside = row[max(0, at - 1) : at] + row[at + 1 : at + 2]
            if number:
                beside += _ROWS[number - 1][at : at + 2]
            if number < 2:
                beside += _ROWS[number + 1][max(0, at - 1) : at + 1]
            costs |= {key + other: 0.85 for other in beside}
    return costs
