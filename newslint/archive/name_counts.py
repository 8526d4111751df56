"""Names on whose spelling an archive agrees: counted by article, rivals one slip away set beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from newslint.language.analysis import Analysis
from newslint.language.names.mentions import PERSON
from newslint.language.names.name_matching import bucket_keys
from newslint.language.words.edit_distance import folded, near

_SHARE = 9  # spellings of the name for each rival spelling, from which the archive agrees on it
_MOST_WORDS = 6
_BEFORE = frozenset(
    ("The", "State", "Democrat", "Democrats", "Republican", "Republicans", "Former", "Then", "Late")
)
_BODY_WORDS = 3  # a name of as many words that is no person's may be a body's


class Agreed(NamedTuple):
    """A name, the number of articles that spell it so, and other spellings with theirs."""

    name: str
    articles: int
    rivals: tuple[tuple[str, int], ...] = ()


class NameCount:
    """Counts the full names of articles."""

    def __init__(self) -> None:
        self.articles = 0
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._people: Counter[tuple[str, ...]] = Counter()

    def add(self, analysis: Analysis) -> None:
        """Count each name once for the article."""
        self.articles += 1
        here: dict[tuple[str, ...], bool] = {}
        for mention in analysis.mentions:
            words = _plain(mention.words)
            if mention.in_title_case or not 1 < len(words) <= _MOST_WORDS or not _is_written_out(words):
                continue
            here[words] = here.get(words, False) or mention.kind == PERSON
        self._counts.update(here.keys())
        self._people.update(words for words, person in here.items() if person)

    def agreed(self, least: int) -> tuple[list[Agreed], list[Agreed]]:
        """The names that `least` articles or more spell alike, the most frequent first; and those on which the
        archive does not agree, because another spelling is not rare beside them."""
        counts = {
            words: count
            for words, count in self._counts.items()
            if self._people[words] * 2 > count or len(words) >= _BODY_WORDS
        }
        rivals = _rivals(counts, least)
        proposed, disputed = [], []
        for words, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if count < least:
                break
            others = sorted(rivals.get(words, ()), key=lambda other: (-counts[other], other))
            row = Agreed(" ".join(words), count, tuple((" ".join(other), counts[other]) for other in others))
            most = max((counts[other] for other in others), default=0)
            if most * _SHARE <= count:
                proposed.append(row)
            elif most <= count:
                disputed.append(row)
        return proposed, disputed


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with one kind of apostrophe, and without what is no part of a name."""
    words = words[1:] if words[0] in _BEFORE else words
    return tuple(word.replace("’", "'") for word in words)


def _is_written_out(words: tuple[str, ...]) -> bool:
    """Whether a name is more than initials and capitals ("J. Doe", "MAIN STREET" are no spelling to learn)."""
    return not words[-1].isupper() and (not words[0].isupper() or len(words[0]) == 2)  # "JD Vance"


def _rivals(counts: dict[tuple[str, ...], int], least: int) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """The names that differ from a name of `least` articles in one word, by a slip. Only names that share their
    other words and the outline of that word are compared, so that the work grows with the number of names alone."""
    shelves: dict[tuple[object, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in counts:
        for key in _keys(words):
            shelves[key].append(words)
    rivals: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for key, names in shelves.items():
        at = int(str(key[0]))
        for one in names if len(names) > 1 else ():
            if counts[one] >= least:
                rivals[one].update(two for two in names if _is_rival(one[at], two[at]))
    return rivals


def _is_rival(one: str, two: str) -> bool:
    if one.lower() == two.lower():
        return False
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    if longer.startswith(shorter) and longer[len(shorter) :] in ("s", "n", "an"):
        return False  # plural, adjective
    return near(one, two) or folded(one) == folded(two)


def _keys(words: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    for at, word in enumerate(words):
        others = words[:at] + words[at + 1 :]
        for outline in bucket_keys(folded(word)):
            yield (at, others, outline)
