"""How an article is read: its blocks at their places in the file, what a surprised user looks at first."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.article import CAPTION, Article
from newslint.article.readers import read
from newslint.source import Place, Source, Span


@dataclass(frozen=True, slots=True)
class OutlineBlock:
    """A part of an article: its kind (headline, paragraph, caption ...), its text, its place in the file, and the
    credit inside a caption ("" where it has none)."""

    kind: str
    text: str
    place: Place
    credit: str = ""


def outline_of(
    source: Source, formats: dict[str, str], text_keys: tuple[str, ...]
) -> list[list[OutlineBlock]]:
    """The blocks of each article of a file, in order."""
    return [blocks_of(article) for article in read(source, formats, text_keys)]


def blocks_of(article: Article) -> list[OutlineBlock]:
    """The blocks of an article, in order."""
    return [
        OutlineBlock(
            block.kind,
            article.text_of(block),
            place_in_file(article, block.span),
            article.text[block.credit.start : block.credit.end]
            if block.kind == CAPTION and block.credit
            else "",
        )
        for block in article.blocks
    ]


def place_in_file(article: Article, span: Span) -> Place:
    """Where a stretch of the article's text stands in its file."""
    return article.source.place(article.to_source(span))
