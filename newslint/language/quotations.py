"""Quotations: words in quotation marks, nested, mixed and over several paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from newslint.article import Article


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: from the opening mark to after the closing one (offsets in the article's text).

    `closing` is "" where the quotation runs on in the next paragraph (`continued`) or is never closed.
    """

    start: int
    end: int
    opening: str
    closing: str
    depth: int = 0
    continued: bool = False


def quotations(article: Article) -> list[Quotation]:
    """The article's quotations in order of their start."""
    return []


def covers(found: list[Quotation], offset: int) -> bool:
    """Whether an outermost quotation holds the offset."""
    outer = [quotation for quotation in found if quotation.depth == 0]
    index = bisect_right([quotation.start for quotation in outer], offset) - 1
    return index >= 0 and offset < outer[index].end
