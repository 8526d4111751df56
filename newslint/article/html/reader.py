"""Reads HTML, pages and fragments, as news."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from newslint.article import CAPTION, CREDIT, HEADLINE, OTHER, PARAGRAPH, Article, Block
from newslint.article.builder import Builder
from newslint.article.frontmatter.reader import read_front_matter
from newslint.article.html.classify import Kinds
from newslint.article.html.extraction import ExtractedArticle, find
from newslint.article.html.inline_text import Parts, caption_and_credit, paragraphs, put, put_text, shown_text
from newslint.article.html.pictures import Pictures
from newslint.article.html.runs import Picture, Run
from newslint.article.html.tree import Comment, Node, parse
from newslint.article.recognise.classify import refine
from newslint.article.suppressions import suppress
from newslint.source import Source, Span

_LEAST = 4  # words; alternative text of fewer is a label


def read(source: Source) -> list[Article]:
    """The articles of an HTML file."""
    articles = []
    first = Builder(source)
    start = read_front_matter(first, source, ()) if source.text.startswith(("---", "+++")) else 0
    with _no_collection():
        for number, found in enumerate(find(source.text, parse(source.text, start))):
            builder = Builder(source) if number else first
            if number == 0 and first:
                found.headline = None
            _Page(source, builder, found).blocks()
            if builder:
                articles.append(refine(builder.build(), page=not found.whole))
    return articles


def read_fragment(source: Source, builder: Builder, start: int, end: int) -> None:
    """Add what stands in a piece of HTML inside another format to the builder."""
    for found in find(source.text, parse(source.text, start, end)):
        if builder:
            found.headline = None
        _Page(source, builder, found).blocks()


@contextmanager
def _no_collection() -> Iterator[None]:
    """A tree grows by thousands of elements, and looking for garbage among them takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Page:
    """One article on its way from the page's runs to blocks."""

    def __init__(self, source: Source, builder: Builder, found: ExtractedArticle) -> None:
        self.source = source
        self.text = source.text
        self.builder = builder
        self.found = found
        self._repeated: Node | None = None  # the caption last left out
        self.kinds = Kinds(source.text, found)
        self.pictures = Pictures(found.pieces, found.root, self.kinds.captions, whole=found.whole)

    def blocks(self) -> None:
        """Add the article's blocks to the builder."""
        if self.found.title is not None:
            self._add(HEADLINE, [(*self.found.title, "")])
        for piece in self.found.pieces:
            if isinstance(piece, Comment):
                suppress(self.builder, self.source, Span(*piece))
            elif isinstance(piece, Picture):
                self._alternative(piece)
            else:
                self._run(piece)

    def _run(self, run: Run) -> None:
        kind = self.kinds.of(run)
        if kind == CREDIT and run.context.caption is not None and run.context.caption is self._repeated:
            return
        if kind == CAPTION:
            self._caption(run)
        elif kind in (PARAGRAPH, OTHER) and self._shows_caption_again(run):
            return
        elif kind is not None:
            for parts in paragraphs(self.text, run):
                self._add(kind, parts, quoted=run.context.quote is not None)

    def _shows_caption_again(self, run: Run) -> bool:
        """Whether a run that is no paragraph by its element repeats a caption on the picture."""
        return run.context.holder.tag != "p" and self.pictures.has(shown_text(self.text, run.parts))

    def _caption(self, run: Run) -> None:
        if self.pictures.is_repeated(run, shown_text(self.text, run.parts)):
            self._repeated = run.context.caption
            return
        caption, credit = caption_and_credit(self.text, run.parts)
        block = self._add(CAPTION, caption)
        if block is not None and not self.found.whole:  # in a draft, the images may be stand-ins
            block.picture = self.pictures.of(run)
        self._add(CREDIT, credit)

    def _alternative(self, picture: Picture) -> None:
        """The words that stand for a picture, where they are the only caption that it has."""
        if not self.found.whole or self.pictures.is_captioned(picture):
            return
        for name in ("caption", "alt", "title"):
            span = picture.node.attributes.get(name)
            words = picture.node.get(name).split()
            if span is None or len(words) < (1 if name == "caption" else _LEAST):
                continue
            if not self.pictures.note(" ".join(words), picture):
                self.builder.begin(CAPTION)
                put_text(self.builder, self.text, span.start, span.end)
                self.builder.end()
            return

    def _add(self, kind: str, parts: Parts, *, quoted: bool = False) -> Block | None:
        self.builder.begin(kind, quoted=quoted)
        put(self.builder, self.text, parts)
        return self.builder.end()
