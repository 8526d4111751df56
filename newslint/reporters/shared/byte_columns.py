"""Columns in UTF-8 bytes, for programs that count those; linear in the text however many are asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from newslint.engine.run import RunResult
from newslint.files import Unreadable, decode, read_bytes
from newslint.reporters import Style
from newslint.source import with_line_feeds

_STEP = 512  # code points between two places whose byte column is kept


def byte_columns(path: str, outcome: RunResult, style: Style) -> ByteColumns:
    """The byte columns of a file of a run, or of its standard input."""
    try:
        if path in outcome.texts:
            return ByteColumns(outcome.texts[path])
        return ByteColumns(decode(path, read_bytes(path), style.encoding_of(path)).text)
    except Unreadable:  # it has gone since it was checked; code points are the best there is
        return ByteColumns("")


class ByteColumns:
    """The byte columns of one text's lines."""

    def __init__(self, text: str) -> None:
        self._lines = with_line_feeds(text).split("\n")
        self._marks = lru_cache(maxsize=8)(self._counted)

    def column(self, line: int, column: int) -> int:
        """The 1-based column in UTF-8 bytes of a 1-based column in code points."""
        if not 0 < line <= len(self._lines) or self._lines[line - 1].isascii():
            return column
        marks = self._marks(line)
        mark = bisect_right(range(0, len(marks) * _STEP, _STEP), column - 1) - 1
        rest = self._lines[line - 1][mark * _STEP : column - 1]
        return marks[mark] + len(rest.encode("utf-8", "surrogatepass")) + 1

    def _counted(self, line: int) -> list[int]:
        text, counts, total = self._lines[line - 1], [0], 0
        for at in range(0, len(text), _STEP):
            total += len(text[at : at + _STEP].encode("utf-8", "surrogatepass"))
            counts.append(total)
        return counts
