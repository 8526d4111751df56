"""Names that are known: the shipped ones and the newsroom's own, found in a text where they are nearly right."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newslint.language.distance import near

TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SHORTEST = 4  # letters of a token that may be judged misspelt; shorter ones are too often other names


class ListedName(NamedTuple):
    """A name as it is written: accepted other forms, forms that are wrong, the words of the office beside
    which the surname alone is compared, and the day (ISO) after which the entry is silent."""

    name: str
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    until: str = ""


class Near(NamedTuple):
    """A stretch of the text that is nearly a listed name: its span, and how the name is written."""

    start: int
    end: int
    right: str
    entry: ListedName


class _Form(NamedTuple):
    tokens: tuple[str, ...]
    entry: ListedName


class Index:
    """The listed names by each of their words."""

    def __init__(self, entries: tuple[ListedName, ...], today: str) -> None:
        self._forms: dict[str, list[tuple[int, _Form]]] = defaultdict(list)
        self._surnames: dict[str, list[ListedName]] = defaultdict(list)
        self._never: list[tuple[str, ListedName]] = []
        self.accepted: set[tuple[str, ...]] = set()
        self.words: set[str] = set()
        for entry in entries:
            if entry.until and entry.until < today:
                continue
            for form in (entry.name, *entry.also):
                tokens = tuple(TOKEN.findall(form))
                self.accepted.add(tokens)
                self.words.update(tokens)
            tokens = tuple(TOKEN.findall(entry.name))
            if len(tokens) > 1:
                for at, token in enumerate(tokens):
                    self._forms[token].append((at, _Form(tokens, entry)))
                if entry.office:
                    self._surnames[_key(tokens[-1])].append(entry)
            self._never += [(wrong, entry) for wrong in entry.never]

    def near(self, text: str, words: frozenset[str]) -> Iterator[Near]:
        """Every stretch that is a listed name but for a slip in one of its words. `words` are the text's
        different word forms, a cheap test before the text is gone through."""
        yield from self._wrong_forms(text)
        known = words & self._forms.keys()
        initials = {_key(word) for word in words if word[:1].isupper()}
        offices = initials & self._surnames.keys()
        if not known and not offices:
            return
        tokens = list(TOKEN.finditer(text))
        seen: set[tuple[int, int]] = set()
        for number, token in enumerate(tokens):
            word = token.group()
            if word in known:
                for at, form in self._forms[word]:
                    found = self._aligned(text, tokens, number - at, form)
                    if found and found[:2] not in seen:
                        seen.add(found[:2])
                        yield found
            elif word[:1].isupper() and word not in self.words and _key(word) in offices:
                found = self._beside_office(text, tokens, number, words)
                if found and found[:2] not in seen:
                    seen.add(found[:2])
                    yield found

    def _aligned(self, text: str, tokens: list[re.Match[str]], first: int, form: _Form) -> Near | None:
        """The name that stands from token `first` on, if it is the form but for one slip."""
        last = first + len(form.tokens)
        if first < 0 or last > len(tokens):
            return None
        window = tokens[first:last]
        words = tuple(_bare(token.group()) for token in window)
        wrong = [at for at, (word, right) in enumerate(zip(words, form.tokens, strict=True)) if word != right]
        if len(wrong) != 1 or words in self.accepted or not _joined(text, window):
            return None
        word, right = words[wrong[0]], form.tokens[wrong[0]]
        if word in self.words or not _slip(word, right) or _goes_on(text, tokens, last, wrong[0], form):
            return None
        end = window[-1].start() + len(words[-1])
        return Near(window[0].start(), end, form.entry.name, form.entry)

    def _beside_office(
        self, text: str, tokens: list[re.Match[str]], number: int, words: frozenset[str]
    ) -> Near | None:
        """A surname alone that is nearly a listed one, with the listed office right before it."""
        word = _bare(tokens[number].group())
        before = text[max(0, tokens[number].start() - 60) : tokens[number].start()].lower()
        for entry in self._surnames[_key(word)]:
            surname = TOKEN.findall(entry.name)[-1]
            titled = any(re.search(rf"\b{re.escape(office.lower())},? $", before) for office in entry.office)
            placed = surname in words or not words.isdisjoint(entry.place)
            if titled and placed and _slip(word, surname):
                start = tokens[number].start()
                return Near(start, start + len(word), surname, entry)
        return None

    def _wrong_forms(self, text: str) -> Iterator[Near]:
        for wrong, entry in self._never:
            at = text.find(wrong)
            while at != -1:
                end = at + len(wrong)
                if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                    yield Near(at, end, entry.name, entry)
                at = text.find(wrong, end)


@lru_cache(maxsize=4)
def index_of(entries: tuple[ListedName, ...], today: str) -> Index:
    """The index of a newsroom's entries, made once in a process."""
    return Index(entries, today)


def bucket_keys(word: str) -> tuple[str, str, str]:
    """Outlines of a word in small letters without accents, one of which a slip leaves as it is: how it begins and
    ends, its first letters, its last ones."""
    return (f"{word[:1]}-{word[-1:]}", f"{word[:3]}-", f"-{word[-3:]}")


def _slip(word: str, right: str) -> bool:
    return (
        len(right) >= _SHORTEST
        and word[:1].isupper() == right[:1].isupper()
        and word.lower() != right.lower()
        and not word.isupper()
        and near(word, right)
        and word not in (f"{right}s", f"{right}n", f"{right}an", f"{right}a")  # plural, adjective, feminine
    )


def _joined(text: str, window: list[re.Match[str]]) -> bool:
    """Whether only spaces stand between the words of a name (an apostrophe or full stop ends it)."""
    return all(
        text[one.end() : two.start()] in (" ", "\n", " ", ". ") for one, two in itertools.pairwise(window)
    )


def _goes_on(text: str, tokens: list[re.Match[str]], last: int, wrong: int, form: _Form) -> bool:
    """Whether a further capitalised word follows a name whose last word differs: then it is another name."""
    if wrong != len(form.tokens) - 1 or last >= len(tokens):
        return False
    following = tokens[last]
    return following.group()[:1].isupper() and text[tokens[last - 1].end() : following.start()] == " "


def _bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def _key(word: str) -> str:
    return word[:1].upper()
