"""Quotations: words in quotation marks, nested, mixed and over several paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.source import Span

# What closes that which a mark has opened; the first is what to write.
PARTNERS: dict[str, Sequence[str]] = {
    "“": ("”",),
    '"': ('"',),
    "”": ("”",),  # Swedish
    "„": ("“", "”", "‟"),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«", "»"),
    "``": ("''", "”", '"', "``"),
    "''": ("''",),
    "＂": ("＂",),
    "‘": ("’",),
    "'": ("'",),
    "’": ("’",),
    "‚": ("‘", "’"),
    "`": (
        "'",
        "’",
        "`",
        "``",
        "''",
        '"',
        "”",
    ),  # of typewriters and of Markdown: nobody knows how it should end
    "‹": ("›",),
    "›": ("‹", "›"),
}


class Quotation(NamedTuple):
    """Words in quotation marks: from the opening mark to after the closing one (offsets in the article's text).

    `closing` is "" where the quotation runs on in the next paragraph (`continued`) or is never closed; it then
    ends with its block, or where the next quotation begins. `depth` counts the quotations around it.
    """

    start: int
    end: int
    opening: str
    closing: str
    depth: int = 0
    continued: bool = False

    @property
    def matched(self) -> bool:
        """Whether the closing mark is of the kind that the opening one asks for."""
        return not self.closing or self.closing in PARTNERS[self.opening]

    @property
    def inner(self) -> Span:
        """What stands between the marks."""
        return Span(self.start + len(self.opening), self.end - len(self.closing))


@dataclass(slots=True)
class QuoteScan:
    """All quotations of an article in order of their start, and the closing marks that close nothing.

    `runs_on` are the closing marks of quotations that were opened in an earlier paragraph and not opened anew in
    theirs, each with the quotation.
    """

    quotations: list[Quotation] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)
    runs_on: list[tuple[Quotation, int]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for quotation in self.quotations:
            if not self._ends or quotation.start >= self._ends[-1]:
                self._starts.append(quotation.start)
                self._ends.append(quotation.end)
            elif quotation.end > self._ends[-1]:
                self._ends[-1] = quotation.end  # two that cross

    def covers(self, offset: int) -> bool:
        """Whether a quotation holds the offset, its marks included."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]
