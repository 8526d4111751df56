"""A caption that stands twice, but for a slip, a changed detail, or the credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.captions._caption_words import NUMBERS, SIDES, SMALL, TIMES, canonical, is_slip
from newslint.checks.captions._captions import WORD, Caption, captions, credit_key, credit_name, plain
from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.source import Span

_SHARED_WORDS, _SHARE = 6, 0.7  # that two captions have in common at the least
_ADDED = 5  # words that one version may have more than the other
_COMPANY = frozenset("and with alongside beside including".split())
_LIKELY = 4  # captions with which one is compared; those that share most of its word triples
_FEW, _CHARACTERS_A_PAIR = 1000, 200  # so many pairs are compared in vain, and more in a long text
_LONGEST = 400  # words; a longer caption is compared by its first ones


class Params(NamedTuple):
    """None: which differences are slips is the check's knowledge, not a number."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The later caption of a pair; the message says which words differ ({there} and {here})."""
    seen: list[Caption] = []
    keys: set[tuple[str, frozenset[str]]] = set()
    by_triple: dict[tuple[str, ...], list[int]] = defaultdict(list)
    left = max(_FEW, len(analysis.text) // _CHARACTERS_A_PAIR)
    for caption in captions(analysis.article):
        key = (caption.key, credit_key(caption.credit))
        if key in keys:
            continue  # the same again, which captions/duplicate reports
        keys.add(key)
        words = [canonical(word) for word in caption.words[:_LONGEST]]
        triples: set[tuple[str, ...]] = set(zip(words, words[1:], words[2:], strict=False))
        for number in _candidates(triples, by_triple)[:left]:
            left -= 1
            found = _difference(seen[number], caption)
            if found:
                left += 1  # a pair that is found counts for nothing
                first = seen[number].block.span
                yield Finding(
                    caption.block.start,
                    caption.block.end,
                    {"first": first, "there": found[0], "here": found[1]},
                    variant=found[2],
                    related=[Related(first, "here first")],
                    defects=[
                        *_words_apart(analysis.text, seen[number], caption),
                        *_words_apart(analysis.text, caption, seen[number]),
                    ],
                )
                break
        for triple in triples:
            if len(by_triple[triple]) < _LIKELY:
                by_triple[triple].append(len(seen))
        seen.append(caption)


def _words_apart(text: str, caption: Caption, other: Caption) -> Iterator[Span]:
    """Where the words of a caption stand that the other one has not."""
    theirs = frozenset(other.words)
    for word in WORD.finditer(text, caption.block.start, caption.block.end):
        if plain(word.group()) not in theirs:
            yield Span(*word.span())


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
        return _by_credit(one, two)
    changes = _changes(one.words[:_LONGEST], two.words[:_LONGEST])
    length = max(len(one.words), len(two.words))
    common = len(one.words) - sum(len(there) for there, _ in changes)
    front = canonical(one.words[0]) != canonical(two.words[0])
    if not _is_one_picture(changes, common, length, front=front) and not _is_moved(one.words, two.words):
        return None
    there, here = _shown([x for x, _ in changes]), _shown([y for _, y in changes])
    return there, here, "more" if not there else "less" if not here else ""


def _by_credit(one: Caption, two: Caption) -> tuple[str, str, str] | None:
    there, here = credit_key(one.credit), credit_key(two.credit)
    if there and here and (not there & here or one.is_of_another(two)):
        return None
    if there and here:
        return credit_name(one.credit), credit_name(two.credit), "credits"
    return "", credit_name(one.credit or two.credit), "credit"


def _changes(one: list[str], two: list[str]) -> list[tuple[list[str], list[str]]]:
    """The words that stand in place of one another."""
    from difflib import SequenceMatcher  # most articles have no two captions to compare

    matcher = SequenceMatcher(None, [canonical(w) for w in one], [canonical(w) for w in two], False)
    found = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found += [([x], [y]) for x, y in zip(one[i:j], two[k:m], strict=True) if x != y]
        else:
            found.append((one[i:j], two[k:m]))
    return found


def _is_one_picture(
    changes: list[tuple[list[str], list[str]]], common: int, length: int, *, front: bool
) -> bool:
    """Whether the changes are what makes two versions of one caption: slips and small words, and beside them
    one sort of detail (the day, a number, a side), or words that only one of the two has. `front`: the first
    change is at the beginning."""
    kinds = [_kind(there, here) for there, here in changes]
    common += sum(len(there) for (there, _), kind in zip(changes, kinds, strict=True) if kind == "slip")
    if common < min(_SHARED_WORDS, length - 2) or common < _SHARE * length - 1:
        return False
    if "time" in kinds:  # the day of the month goes with the day of the week
        kinds = [
            "time" if kind == "number" and _is_day(change) else kind
            for kind, change in zip(kinds, changes, strict=True)
        ]
    details = {kind for kind in kinds if kind not in ("slip", "small")}
    if details == {"added"} and common > _SHARED_WORDS:
        if (front and _adds_a_subject(*changes[0])) or _on_both_sides(changes):
            return False
        return sum(map(len, (x or y for x, y in changes if not (x and y)))) <= _ADDED
    return len(details) <= 1 and not details & {"other", "added"} and (not details or common > _SHARED_WORDS)


def _kind(there: list[str], here: list[str]) -> str:
    """What sort of change it is: a slip, small words, the time, a number, a side, words that one has more; or
    other words."""
    first, second = [canonical(word) for word in there], [canonical(word) for word in here]
    if "".join(first).replace("-", "") == "".join(second).replace("-", ""):
        return "slip"
    if len(there) == len(here) and all(map(is_slip, there, here)):
        return "slip"
    words = {*first, *second}
    if words <= SMALL:
        return "small"
    words -= SMALL
    if words <= SIDES:
        return "side"
    if words & TIMES and all(word in TIMES or word.isdigit() for word in words):
        return "time"
    if len(there) == len(here) == 1 and _are_years_apart(there[0], here[0]):
        return "other"
    if there and here and all(word in NUMBERS or word[0].isdigit() for word in words):
        return "number"
    return "other" if (there and here) or _COMPANY.intersection(first, second) else "added"


def _are_years_apart(one: str, two: str) -> bool:
    """Whether two years differ by more than a slip: "the mill in 1911", "the mill in 2031"."""
    if not (len(one) == len(two) == 4 and one.isdigit() and two.isdigit()):
        return False
    return sum(a != b for a, b in zip(one, two, strict=True)) > 1 and sorted(one) != sorted(two)


def _adds_a_subject(there: list[str], here: list[str]) -> bool:
    """Whether words put before a caption are more than a title: "A supporter listens as X speaks" shows the supporter."""
    return any(word.islower() and canonical(word) not in SMALL for word in there + here)


def _on_both_sides(changes: list[tuple[list[str], list[str]]]) -> bool:
    """Whether each caption has words that the other has not: then they stand for one another ("at the premiere in
    Arden", "in Arden at a photo call")."""
    added = [(there, here) for there, here in changes if _kind(there, here) == "added"]
    return any(there for there, _ in added) and any(here for _, here in added)


def _is_day(change: tuple[list[str], list[str]]) -> bool:
    return all(len(word) < 3 and word.isdecimal() and int(word) <= 31 for words in change for word in words)


def _is_moved(one: list[str], two: list[str]) -> bool:
    """Whether two captions say the same words in another order."""
    return len(one) >= _SHARED_WORDS and sorted(map(canonical, one)) == sorted(map(canonical, two))


def _shown(groups: list[list[str]]) -> str:
    return ", ".join(f"'{' '.join(group)}'" for group in groups if group)


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={
        "": fills("here", "there", places=["first"]),
        "credit": fills("here", places=["first"]),
        "credits": fills("here", "there", places=["first"]),
        "more": fills("here", places=["first"]),
        "less": fills("there", places=["first"]),
    },
)
