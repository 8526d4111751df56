"""Builds an article: a reader says what to copy from the source and what to replace."""

from __future__ import annotations

from newslint.article import SEPARATOR, Article, Block, Piece, Suppression
from newslint.source import Source, Span


class Builder:
    """Collects one article's blocks in reading order.

    begin(kind), then copy() and replace() with source offsets, then end(). White space at the edges
    of a block and blocks without text are dropped. Source offsets may jump forward or back (front
    matter that is read after the headline), the text only grows.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._suppressions: list[Suppression] = []
        self._pending: list[Suppression] = []
        self._open: list[tuple[str, int, int, bool]] | None = None
        self._kind = ""
        self._quoted = False

    def begin(self, kind: str, *, quoted: bool = False) -> None:
        """Start a block; what is copied from here on is its text."""
        self._kind, self._quoted, self._open = kind, quoted, []

    def copy(self, start: int, end: int) -> None:
        """The block goes on with the source's characters from `start` to `end`."""
        if self._open is not None and end > start:
            self._open.append((self._source.text[start:end], start, end, True))

    def replace(self, start: int, end: int, text: str) -> None:
        """The block goes on with `text`, which stands for the source from `start` to `end`."""
        if self._open is not None and text:
            self._open.append((text, start, end, False))

    def end(self) -> Block | None:
        """Close the block; returns it, or None where it held only white space."""
        parts = _trimmed(self._open or [])
        self._open = None
        return self._put(self._kind, parts, quoted=self._quoted) if parts else None

    def _put(self, kind: str, parts: list[tuple[str, int, int, bool]], *, quoted: bool) -> Block:
        if self._blocks:
            edge = parts[0][1]
            self._add(SEPARATOR, edge, edge, False)
        start = self._length
        for part in parts:
            self._add(*part)
        block = Block(kind, start, self._length, quoted=quoted)
        for waiting in self._pending:
            self._suppressions.append(
                Suppression(waiting.rules, waiting.reason, waiting.span, len(self._blocks))
            )
        self._pending.clear()
        self._blocks.append(block)
        return block

    def add(self, kind: str, start: int, end: int) -> Block | None:
        """A block that is the source's text from `start` to `end` as it stands."""
        text = self._source.text[start:end]
        copy = text.strip()
        if not copy:
            return None
        start += len(text) - len(text.lstrip())
        return self._put(kind, [(copy, start, start + len(copy), True)], quoted=False)

    def suppress(
        self, rules: tuple[str, ...], reason: str, span: Span, *, file: bool = False, fault: str = ""
    ) -> None:
        """Silence rules in the next block, or in the whole file; or say why that can't be (`fault`)."""
        wish = Suppression(rules, reason, span, fault=fault)
        (self._suppressions if file or fault else self._pending).append(wish)

    def build(self) -> Article:
        """The article with all blocks so far."""
        # A comment with no block after it silences nothing; block -2 matches none, so it is reported as unused.
        left = [Suppression(s.rules, s.reason, s.span, -2) for s in self._pending]
        return Article(
            self._source, "".join(self._parts), self._blocks, self._pieces, self._suppressions + left
        )

    def __bool__(self) -> bool:
        return bool(self._blocks)

    def _add(self, text: str, start: int, end: int, verbatim: bool) -> None:
        self._pieces.append(Piece(self._length, start, end, verbatim))
        self._parts.append(text)
        self._length += len(text)


def _trimmed(parts: list[tuple[str, int, int, bool]]) -> list[tuple[str, int, int, bool]]:
    """The parts without white space at either edge of the whole."""
    first, last = 0, len(parts)
    while first < last and not parts[first][0].strip():
        first += 1
    while last > first and not parts[last - 1][0].strip():
        last -= 1
    kept = parts[first:last]
    if kept and kept[0][3]:
        text, start, end, _ = kept[0]
        cut = len(text) - len(text.lstrip())
        kept[0] = (text[cut:], start + cut, end, True)
    if kept and kept[-1][3]:
        text, start, end, _ = kept[-1]
        cut = len(text) - len(text.rstrip())
        kept[-1] = (text[: len(text) - cut], start, end - cut, True)
    return kept
