"""An article: plain text for the checks, and the way back to the file it was read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from newslint.article.languages import Stretch, is_other_language, stretches
from newslint.source import Source, Span

HEADLINE, STANDFIRST, BYLINE, DATELINE = "headline", "standfirst", "byline", "dateline"
CAPTION, CREDIT, PARAGRAPH, ITEM = "caption", "credit", "paragraph", "item"
RESIDUE, OTHER = "residue", "other"
KINDS = (HEADLINE, STANDFIRST, BYLINE, DATELINE, CAPTION, CREDIT, PARAGRAPH, ITEM, RESIDUE, OTHER)
BODY = (PARAGRAPH, ITEM)

NO_RULE, WRONG_FORM, WRONG_KEY = "no-rule", "form", "key"  # why a suppression can't work

SEPARATOR = "\n\n"  # stands between two blocks of Article.text and belongs to none
OBJECT = "\ufffc"  # stands in Article.text for what is not prose (code, maths); matches no word


@dataclass(slots=True)
class Block:
    """A part of an article: its kind and its span in `Article.text`.

    `credit` is the span of the credit inside a caption ("(AFP)"), where there is one.
    `quoted` marks a block that is as a whole somebody else's words (a blockquote).
    `picture` tells one picture of an article from another, where a published page says whose a caption is.
    """

    kind: str
    start: int
    end: int
    credit: Span | None = None
    quoted: bool = False
    picture: str = ""

    @property
    def span(self) -> Span:
        """The block's span in the article's text."""
        return Span(self.start, self.end)


class Piece(NamedTuple):
    """A stretch of `Article.text` from `text_start` to the next piece, and the source it stands for.

    `verbatim`: copied character for character; otherwise the text replaces the whole source span
    (an entity's character, a space for a line break, the separator of two blocks).
    """

    text_start: int
    source_start: int
    source_end: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Suppression:
    """A writer's wish not to hear of some rules: in one block, or (block None) in the whole file.

    `fault` says why it can't work; such a one names no rules.
    """

    rules: tuple[str, ...]
    reason: str
    span: Span  # in the source
    block: int | None = None
    fault: str = ""


@dataclass
class Article:
    """One piece of news: `text` with its blocks in order, and the pieces that lead back to `source`."""

    source: Source
    text: str
    blocks: list[Block]
    pieces: list[Piece]
    suppressions: list[Suppression] = field(default_factory=list)

    @cached_property
    def _languages(self) -> list[Stretch]:
        return stretches(self.source.text)

    def is_other_language(self, start: int) -> bool:
        """Whether the file says that the character at an offset of the text stands in another language than English."""
        return bool(self._languages) and is_other_language(
            self._languages, self.to_source(Span(start, start + 1)).start
        )

    def text_of(self, block: Block) -> str:
        """The block's text."""
        return self.text[block.start : block.end]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this offset of the text, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None

    def block_index(self, offset: int) -> int:
        """Index of the last block that starts at or before the offset (-1: none)."""
        return bisect_right(self._block_starts, offset) - 1

    def to_source(self, span: Span) -> Span:
        """Where a non-empty span of the text stands in the source.

        The start and the character at `end - 1` are mapped, so no end is ambiguous.
        """
        first = self._piece_at(span.start)
        last = self._piece_at(span.end - 1)
        start = first.source_start + (span.start - first.text_start if first.verbatim else 0)
        end = last.source_start + (span.end - last.text_start) if last.verbatim else last.source_end
        return Span(start, end)

    def is_verbatim(self, span: Span) -> bool:
        """Whether the span stands in the source exactly as in the text (a fix may replace it)."""
        return self.source.text[slice(*self.to_source(span))] == self.text[span.start : span.end]

    def _piece_at(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self._piece_starts, offset) - 1]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.text_start for piece in self.pieces]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]
