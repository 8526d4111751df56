"""An article's words in a row, cheap to make and to walk, with what parts one from the next."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from newslint.article import Article
from newslint.source import Span

_MARKS = ".,;:!?\"'“”‘’()[]…*"
_PADDING = 8
_MOST_SEEN = 200_000
_CLOSING = frozenset(".,;:!?")
_DASH = re.compile(r"--+|\.\.\.+")
_CHUNK = re.compile(r"[^\s—]+|—")


class WordStream:
    """`words` in lower case without marks around them, "" for what is only marks and between blocks;
    `chunks`: the same as they stand, marks and capitals included; `places`: where each word stands;
    `wrong`: words that a check has called wrong, so that no other says it again."""

    def __init__(self, article: Article) -> None:
        text = self._text = _plain(article.text)
        self._blocks = article.blocks
        dashes = "—" in text
        chunks: list[str] = [""]
        for block in article.blocks:
            part = text[block.start : block.end]
            chunks += (part.replace("—", " — ") if dashes else part).split()
            chunks.append("")
        # Frames look some words ahead and back: past the end there is nothing, and before the start, too.
        self.chunks = chunks + [""] * _PADDING
        self.words = list(map(_bare_words().__getitem__, self.chunks))
        self.wrong: set[int] = set()
        self._spans: list[Span] | None = None
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word].append(index)
        self.places: dict[str, list[int]] = dict(places)

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
        if self._spans is None:
            self._spans = [Span(0, 0)]
            for block in self._blocks:
                self._spans += [
                    Span(m.start(), m.end()) for m in _CHUNK.finditer(self._text, block.start, block.end)
                ]
                self._spans.append(Span(block.end, block.end))
        start, end = self._spans[first], self._spans[first if last is None else last]
        lead = self._text[start.start : start.end]
        tail = self._text[end.start : end.end]
        return Span(
            start.start + len(lead) - len(lead.lstrip(_MARKS)),
            end.end - (len(tail) - len(tail.rstrip(_MARKS))),
        )


def _plain(text: str) -> str:
    """The text with one kind of apostrophe and of dash, of the same length, so that places stay."""
    text = text.replace("’", "'").replace("–", "—")
    return _DASH.sub(_as_dashes, text) if "--" in text or "..." in text else text


class _BareWords(dict[str, str]):
    """What stands between the marks of a chunk, in lower case; remembered, as most chunks come again."""

    def __missing__(self, chunk: str) -> str:
        if len(self) > _MOST_SEEN:
            self.clear()
        word = self[chunk] = chunk.lower().strip(_MARKS)
        return word


@cache
def _bare_words() -> _BareWords:
    return _BareWords()


def _as_dashes(match: re.Match[str]) -> str:
    return "—" * len(match.group())
