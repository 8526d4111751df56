"""The row of an article's words: read once, shared by every layer that looks at words.

A text is split at white space. What is known of a piece by itself ("house," or "Lund’s") is its `Form`, made when the
piece is first met and kept for the run: news repeats itself, so an article has few forms that are new. A layer asks
the row for the forms that concern it and for their places, and goes through the text no more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate

from newslint.article import SEPARATOR, Article
from newslint.language.memo import Memo
from newslint.language.segmentation.number_words import starts
from newslint.language.segmentation.tokens import forms_of
from newslint.source import Span

_MARKS = ".,;:!?\"'“”‘’()[]…*"
_PADDING = 8
_CLOSING = frozenset(".,;:!?")
_DASH = re.compile(r"--+|\.\.\.+")
_PIECE = re.compile(r"\S+")
_ARTICLE = re.compile(r"(?<![\w'’.&/+\-@#*=])[Aa]n?$")
_ARTICLES = ("a", "A", "an", "An")
_EDGE = "\0"  # stands in the row between two blocks
_MOST_KEPT = 30_000  # forms


class Form:
    """What is known of a piece of text between white space, wherever it stands.

    `plain`: the piece with straight apostrophes and one kind of dash; `word`: that in lower case without marks around
    it; `words`: the word forms in it, case kept; `lower`: the same in lower case; `parts`: where dashes part it, the
    pieces with their words (else none); `numbers`: the offsets at which a number may begin in it; `article`: the
    offset of "a" or "an" at its end (-1: none). `doubtful`: the words in it that the lexicon doubts, None until it has
    been asked.
    """

    __slots__ = ("article", "doubtful", "is_capital", "is_compound", "lower", "marked", "numbers", "parts", "plain",
                 "word", "words")  # fmt: skip

    def __init__(self, piece: str) -> None:
        self.parts: tuple[tuple[str, str], ...] = ()
        self.article = -1
        self.doubtful: tuple[str, ...] | None = None
        self.is_capital = not piece.islower()
        if piece.isalpha():
            self.plain = self.word = piece
            self.words: tuple[str, ...] = (piece,)
            self.is_compound = False
        else:
            self._read_marks(piece)
        self.lower = self.words
        if self.is_capital:
            self.word = self.word.lower()
            self.lower = tuple(map(str.lower, self.words))
        self.numbers = tuple(starts(piece))
        if piece.endswith(_ARTICLES) and (found := _ARTICLE.search(piece)):
            self.article = found.start()
        self.marked = bool(self.numbers) or self.article >= 0

    def _read_marks(self, piece: str) -> None:
        self.words = forms_of(piece)
        self.is_compound = not all(map(str.isalpha, self.words))
        plain = "" if piece == _EDGE else piece.replace("’", "'").replace("–", "—")
        if "--" in plain or "..." in plain:
            plain = _DASH.sub(_as_dashes, plain)
        self.plain = plain
        self.word = plain.strip(_MARKS)
        if "—" in plain:
            parts = plain.replace("—", " — ").split()
            self.parts = tuple((part, part.lower().strip(_MARKS)) for part in parts)


def form_memo() -> Memo[str, Form]:
    """An empty memo of forms: each piece that a text has, with what is known of it."""
    return Memo(Form, _MOST_KEPT)


class WordSequence:
    """`words` in lower case without marks around them, "" for what is only marks and between blocks;
    `chunks`: the same as they stand, marks and capitals included; `places`: where each word stands;
    `forms`: the different forms of the whole text."""

    def __init__(self, article: Article, known: Mapping[str, Form]) -> None:
        self._text = text = article.text
        self._blocks = article.blocks
        pieces, outside = _split(article)
        # Patterns look some words ahead and back: past the end there is nothing, and before the start, too.
        pieces += [_EDGE] * _PADDING
        self._row = row = list(map(known.__getitem__, pieces))
        self.forms = set(row)
        self._outside = [(start, list(map(known.__getitem__, others))) for start, others in outside]
        for _, others in self._outside:
            self.forms.update(others)
        self.chunks = self._plain = [form.plain for form in row]
        self.words = [form.word for form in row]
        self._parted = [i for i, form in enumerate(row) if form.parts] if _has_dash(text) else []
        if self._parted:
            self.chunks = self.chunks.copy()
            for index in reversed(self._parted):
                self.chunks[index : index + 1] = [chunk for chunk, _ in row[index].parts]
                self.words[index : index + 1] = [word for _, word in row[index].parts]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes at which each word stands."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word].append(index)
        return dict(places)

    @cached_property
    def marked(self) -> list[tuple[int, Form]]:
        """The forms in which a number begins or that end in an article, one after another, with their offsets."""
        start_of = self._start
        found = [(start_of(index), form) for index, form in enumerate(self._row) if form.marked]
        for start, forms in self._outside:
            pieces = _PIECE.finditer(self._text, start)
            found += [
                (piece.start(), form) for form, piece in zip(forms, pieces, strict=False) if form.marked
            ]
        return sorted(found, key=lambda each: each[0]) if self._outside else found

    def joined(self, index: int) -> bool:
        """Whether nothing but white space stands between this word and the next."""
        chunk, after = self.chunks[index], self.chunks[index + 1]
        return bool(chunk and after) and (chunk[-1].isalnum()) and (after[0].isalnum() or after[0] in "$£€")

    def closed(self, index: int) -> bool:
        """Whether a sentence, a clause or the block ends after this word."""
        return self.chunks[index][-1:] in _CLOSING or not self.chunks[index + 1]

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.chunks[index].lstrip(_MARKS)[:1].isupper()

    def span(self, first: int, last: int | None = None) -> Span:
        """The place in the article's text of a word, or of a row of words, without marks around them."""
        last = first if last is None else last
        lead, tail = self.chunks[first], self.chunks[last]
        start = self._chunk_start(first) + len(lead) - len(lead.lstrip(_MARKS))
        return Span(start, self._chunk_start(last) + len(tail.rstrip(_MARKS)))

    def _chunk_start(self, index: int) -> int:
        return self._chunk_starts[index] if self._parted else self._start(index)

    @cached_property
    def _chunk_starts(self) -> list[int]:
        found = []
        for index, form in enumerate(self._row):
            at = self._start(index)
            found.append(at)
            for part, _ in form.parts[:-1]:
                at += len(part)
                found.append(at)
        return found

    def _start(self, index: int) -> int:
        """The offset of a form of the row; of an edge between blocks any."""
        return self._starts[index] + index

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each form of the row, less its index: as if no white space were between them."""
        lengths = list(map(len, self._plain))
        between = len(lengths) - _PADDING - 3  # edges of the article, and the last form
        if not self._outside and sum(lengths) + between == len(self._text):
            return list(accumulate(lengths, initial=-1))
        found = [0]
        for block in self._blocks:
            found += [piece.start() for piece in _PIECE.finditer(self._text, block.start, block.end)]
            found.append(block.end)
        found += [len(self._text)] * _PADDING
        return [at - index for index, at in enumerate(found)]


def _split(article: Article) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The pieces of an article's blocks with an edge before, between and behind them; and, with its start, each
    stretch of the text that is in no block, as a caption's label is."""
    text, blocks = article.text, article.blocks
    covered = sum([block.end - block.start for block in blocks]) + len(SEPARATOR) * (len(blocks) - 1)
    if covered == len(text) and text.count(SEPARATOR) == len(blocks) - 1 and _EDGE not in text:
        return [_EDGE, *text.replace(SEPARATOR, f" {_EDGE} ").split(), _EDGE], []
    pieces, outside, last = [_EDGE], [], 0
    for block in blocks:
        outside.append((last, text[last : block.start].split()))
        last = block.end
        pieces += text[block.start : last].split()
        pieces.append(_EDGE)
    outside.append((last, text[last:].split()))
    return pieces, [(start, row) for start, row in outside if row]


def _has_dash(text: str) -> bool:
    return "—" in text or "–" in text or "--" in text or "..." in text


def _as_dashes(match: re.Match[str]) -> str:
    return "—" * len(match.group())
