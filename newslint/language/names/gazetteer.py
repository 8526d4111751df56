"""Names that are known: the shipped ones and the newsroom's own, found in a text where they are nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.language.memo import Memo
from newslint.language.names.name_matching import (
    LONG,
    SHORT,
    SHORTEST,
    TOKEN,
    Form,
    ListedNameMatch,
    NameWord,
    bucket_keys,
    goes_on,
    has_place,
    has_title,
    is_joined,
    is_slip_of,
    whole_word_places,
    without_accents,
    without_possessive,
)
from newslint.language.vocabulary import ListedName
from newslint.language.words.edit_distance import edits, folded

_SHORTEST_AMONG = 3  # its letters where three other words of the name are right
_AROUND = 160  # characters about a word within which the rest of its name stands
_BEFORE = 60  # characters before a surname within which its office stands
_ENDINGS = ("es", "s", "n", "an", "a")  # plural, adjective, feminine: no slips
_MOST_KEPT = 20_000  # words whose likeness is kept


class _Like(NamedTuple):
    """The words of names that a word of a text is like, and the words one of which the text then has, too."""

    rights: tuple[str, ...]
    beside: frozenset[str]


class Gazetteer:
    """The listed names by each of their words. What a word of a text is like is found once in a process."""

    def __init__(self, entries: Iterable[ListedName], today: str) -> None:
        self._forms: dict[str, list[tuple[int, Form]]] = {}
        self._surnames: dict[str, list[ListedName]] = {}
        self._never: dict[str, list[tuple[str, ListedName]]] = {}
        self._outlines: dict[str, list[NameWord]] = {}
        self._accepted: set[tuple[str, ...]] = set()
        self._like = Memo(self._likeness, _MOST_KEPT)
        for entry in entries:
            if entry.until and entry.until < today:
                continue
            for written in (entry.name, *entry.also):
                self._add(written, entry)
            for wrong in entry.never:
                for first in TOKEN.findall(wrong)[:1]:
                    self._never.setdefault(first, []).append((wrong, entry))
        self._plain = set()
        for word in self._forms:
            plain = folded(word)
            self._plain.add(plain)
            if len(word) >= _SHORTEST_AMONG:
                row = NameWord(word, plain, plain[:2], plain[-2:], len(plain), frozenset(plain))
                for outline in bucket_keys(plain):
                    self._outlines.setdefault(outline, []).append(row)

    def _add(self, written: str, entry: ListedName) -> None:
        tokens = tuple(TOKEN.findall(written))
        self._accepted.add(tokens)
        form = Form(tokens, written, entry)
        for at, token in enumerate(tokens):
            self._forms.setdefault(token, []).append((at, form))
        if entry.office and tokens:
            self._surnames.setdefault(tokens[-1], []).append(entry)

    def near(self, text: str, words: frozenset[str], capitals: Iterable[str]) -> Iterator[ListedNameMatch]:
        """Every stretch that is a listed name but for a slip in one of its words. `words` are the text's
        different word forms, `capitals` those of them that have a capital (no name has one less), and maybe more:
        only where one of them is like a word of a name is the text gone through."""
        for first in () if words.isdisjoint(self._never) else words & self._never.keys():
            yield from self._wrong_forms(text, first)
        seen: set[tuple[int, int]] = set()
        known = self._like
        for word in sorted([word for word in capitals if known[word] is not None]):
            like = known[word]
            if like is None or words.isdisjoint(like.beside):
                continue
            for start in whole_word_places(text, word):
                found = self._at(text, start, word, like, words)
                if found and found[:2] not in seen:
                    seen.add(found[:2])
                    yield found

    def _likeness(self, word: str) -> _Like | None:
        """What a word is like, if it is like a word of a name."""
        rights = () if word.islower() else tuple(self._likes(without_possessive(word)))
        if not rights:
            return None
        beside: set[str] = set()
        for right in rights:
            for at, form in self._forms[right]:
                beside.update(form.tokens[max(0, at - 1) : at], form.tokens[at + 1 : at + 2])
            for entry in self._surnames.get(right, ()):
                beside.update((right, *entry.place))
        beside |= {without_accents(word) for word in beside}
        beside |= {f"{word}{ending}" for word in beside for ending in ("'s", "’s")}
        return _Like(rights, frozenset(beside))

    def _likes(self, word: str) -> list[str]:
        """The words of the names that this one is a slip of."""
        length = len(word)
        if length < _SHORTEST_AMONG or word in self._forms or word.isupper():
            return []
        plain = folded(word)
        if plain in self._plain:
            return []
        head, tail, letters = plain[:2], plain[-2:], set(plain)
        near: dict[str, None] = {}
        for outline in bucket_keys(plain):
            for row in self._outlines.get(outline, ()):
                # A slip leaves the first two letters or the last two as they are, save in short words and long ones.
                if row[4] < LONG:
                    most, other = 1, 3
                    if row[2] != head and row[3] != tail and length > SHORT:
                        continue
                else:
                    most, other = 2, 4
                if (
                    -most <= row[4] - length <= most
                    and len(letters ^ row[5]) <= other
                    and row[0] not in near
                    and is_slip_of(word, plain, row)
                ):
                    near[row[0]] = None
        if (
            near
            and word[-2] != word[-1]
            and any(word.endswith(end) and word.removesuffix(end) in self._forms for end in _ENDINGS)
        ):
            return []
        return list(near)

    def _at(
        self, text: str, start: int, word: str, like: _Like, words: frozenset[str]
    ) -> ListedNameMatch | None:
        """The name that holds the word at `start`, if it is a listed one but for the word."""
        begin = max(0, start - _AROUND)
        tokens = list(TOKEN.finditer(text, begin, start + len(word) + _AROUND))
        number = next((n for n, token in enumerate(tokens) if token.start() == start), -1)
        if number < 0:
            return None
        whole, alone = [], []
        for right in like.rights:
            for at, form in self._forms[right]:
                if found := self._aligned(text, tokens, number - at, at, form, words):
                    whole.append((right, found))
            if found := self._beside_office(text, tokens[number], right, words):
                alone.append((right, found))
        plain = folded(without_possessive(word))
        nearest = min(whole or alone, key=lambda pair: edits(plain, folded(pair[0]), 3), default=None)
        return nearest[1] if nearest else None

    def _aligned(
        self,
        text: str,
        tokens: list[re.Match[str]],
        first: int,
        at: int,
        form: Form,
        words: frozenset[str],
    ) -> ListedNameMatch | None:
        """The name whose first word is token `first`, if only the word `at` differs from the form."""
        last = first + len(form.tokens)
        if first < 0 or last > len(tokens) or len(form.tokens) < 2:
            return None
        if len(form.tokens[at]) < SHORTEST and len(form.tokens) < 4:
            return None
        window = tokens[first:last]
        written = tuple(without_possessive(token.group()) for token in window)
        if any(
            one != two and folded(one) != folded(two)
            for n, (one, two) in enumerate(zip(written, form.tokens, strict=True))
            if n != at
        ):
            return None
        if written in self._accepted or not is_joined(text, window) or goes_on(text, tokens, last, at, form):
            return None
        end = window[-1].start() + len(written[-1])
        accents = all(
            one == two for n, (one, two) in enumerate(zip(written, form.tokens, strict=True)) if n != at
        )
        before = text[max(0, window[0].start() - _BEFORE) : window[0].start()].lower()
        placed = has_title(before, form.entry) or has_place(words, form.entry)
        right = form.written if accents else without_accents(form.written)
        length = sum(len(token) > 2 for token in form.tokens)
        return ListedNameMatch(
            window[0].start(), end, right, form.entry, written[at], at == 0, length, placed
        )

    def _beside_office(
        self, text: str, token: re.Match[str], right: str, words: frozenset[str]
    ) -> ListedNameMatch | None:
        """A surname alone that is nearly a listed one, with the listed office right before it."""
        entries = self._surnames.get(right)
        word = without_possessive(token.group())
        if not entries or len(right) < SHORTEST:
            return None
        before = text[max(0, token.start() - _BEFORE) : token.start()].lower()
        for entry in entries:
            named = right in words
            if has_title(before, entry) and (named or has_place(words, entry)):
                return ListedNameMatch(
                    token.start(), token.start() + len(word), right, entry, word, placed=named
                )
        return None

    def _wrong_forms(self, text: str, first: str) -> Iterator[ListedNameMatch]:
        for wrong, entry in self._never[first]:
            for at in whole_word_places(text, wrong):
                yield ListedNameMatch(at, at + len(wrong), entry.name, entry)
