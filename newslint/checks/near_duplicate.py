"""A caption that stands twice, but for a slip, a changed detail, or the credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from newslint.checks import Finding, Related
from newslint.checks.captions import Caption, captions, credit_key
from newslint.language.analysis import Analysis
from newslint.language.distance import edits, folded, near

_SMALL = frozenset(
    "a an the of in on at to by for from with and or as is are was were his her their its that which who during s".split()
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen first second third fourth fifth".split()
)
_SIDES = frozenset("left right center centre middle top bottom front back".split())
_SHARED_WORDS, _SHARE = 6, 0.7  # that two captions have in common at the least
_LIKELY = 4  # captions with which one is compared; those that share most of its word triples


@dataclass(frozen=True, slots=True)
class Params:
    """None: which differences are slips is the check's knowledge, not a number."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The later caption of a pair; the message says which words differ ({there} and {here})."""
    seen: list[Caption] = []
    keys: set[tuple[str, frozenset[str]]] = set()
    by_triple: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for caption in captions(analysis.article):
        key = (caption.key, credit_key(caption.credit))
        if key in keys:
            continue  # the same again, which captions/duplicate reports
        keys.add(key)
        words = [word.casefold() for word in caption.words]
        triples = set(zip(words, words[1:], words[2:], strict=False))
        for number in _candidates(triples, by_triple):
            found = _difference(seen[number], caption)
            if found:
                first = seen[number].block.span
                yield Finding(
                    caption.block.start,
                    caption.block.end,
                    {"first": first, "there": found[0], "here": found[1]},
                    variant=found[2],
                    related=[Related(first, "here first")],
                )
                break
        for triple in triples:
            if len(by_triple[triple]) < _LIKELY:
                by_triple[triple].append(len(seen))
        seen.append(caption)


def _candidates(triples: set[tuple[str, ...]], by_triple: dict[tuple[str, ...], list[int]]) -> list[int]:
    counts: dict[int, int] = defaultdict(int)
    for triple in triples:
        for number in by_triple.get(triple, ()):
            counts[number] += 1
    return sorted(counts, key=lambda number: (-counts[number], number))[:_LIKELY]


def _difference(one: Caption, two: Caption) -> tuple[str, str, str] | None:
    """The words that differ, there and here, and the variant of the message; None where two captions describe
    two pictures, or differ by two credits (which captions/conflicting-credit reports)."""
    if one.key == two.key:
        there, here = credit_key(one.credit), credit_key(two.credit)
        return None if there and here else ("", (one.credit or two.credit).strip(" ()"), "credit")
    first, second = one.words, two.words
    a, b = [w.casefold() for w in first], [w.casefold() for w in second]
    changes = [
        (first[i:j], second[k:m])
        for tag, i, j, k, m in SequenceMatcher(None, a, b, False).get_opcodes()
        if tag != "equal"
    ]
    common = len(a) - sum(len(x) for x, _ in changes)
    if common < min(_SHARED_WORDS, len(a) - 1, len(b) - 1) or common < _SHARE * max(len(a), len(b)) - 1:
        return None
    kinds = [_kind(x, y) for x, y in changes]
    if "time" in kinds:  # the day of the month goes with the day of the week
        kinds = [
            "time" if kind == "number" and _is_day(change) else kind
            for kind, change in zip(kinds, changes, strict=True)
        ]
    details = {kind for kind in kinds if kind not in ("slip", "small")}
    if not kinds or "other" in details or len(details) > 1 or (details and common < _SHARED_WORDS + 1):
        return None
    return (_shown([x for x, _ in changes]), _shown([y for _, y in changes]), "")


def _kind(there: list[str], here: list[str]) -> str:
    """What sort of change it is: a slip, small words, the time, a number, a side; or other words."""
    if "".join(there).casefold().replace("-", "") == "".join(here).casefold().replace("-", ""):
        return "slip"
    if len(there) == len(here) and all(_is_slip(x, y) for x, y in zip(there, here, strict=True)):
        return "slip"
    words = {word.casefold() for word in (*there, *here)}
    if words <= _SMALL:
        return "small"
    words -= _SMALL
    if words <= _SIDES:
        return "side"
    if words & _TIMES and all(word in _TIMES or word.isdigit() for word in words):
        return "time"
    if all(word in _NUMBERS or word[0].isdigit() for word in words):
        return "number" if there and here else "other"
    return "other"


def _is_day(change: tuple[list[str], list[str]]) -> bool:
    return all(word.isdigit() and int(word) <= 31 for words in change for word in words)


def _is_slip(there: str, here: str) -> bool:
    """Whether two words are one word, once misspelt. Short names one letter apart are two names."""
    one, two = folded(there), folded(here)
    if one == two:
        return True
    if {one, two} & (_NUMBERS | _TIMES | _SIDES) or one[0].isdigit() or two[0].isdigit():
        return False
    if one in _SMALL and two in _SMALL:
        return True
    shortest = min(len(one), len(two))
    if shortest < 5:
        return shortest > 3 and there[0].islower() and one[0] == two[0] and sorted(one) == sorted(two)
    return one[0] == two[0] and (near(one, two) or edits(one, two, 1) <= 1)


def _shown(groups: list[list[str]]) -> str:
    words = [" ".join(group) for group in groups if group]
    return ", ".join(f"'{word}'" for word in words) or "nothing"
