"""Reads HTML, pages and fragments, as news."""

from __future__ import annotations

import re

from newslint.article import (
    BYLINE,
    CAPTION,
    CREDIT,
    HEADLINE,
    ITEM,
    OTHER,
    PARAGRAPH,
    STANDFIRST,
    Article,
)
from newslint.article.builder import Builder
from newslint.article.credits import credit, is_credit
from newslint.article.html_article import Found, find
from newslint.article.html_prose import put, shown_text
from newslint.article.html_runs import BREAK, Picture, Run
from newslint.article.html_tree import Comment, Node, parse
from newslint.article.html_words import is_byline, is_standfirst
from newslint.article.suppressions import suppress
from newslint.source import Source, Span

_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’')\]]*\s*$")


def read(source: Source) -> list[Article]:
    """The articles of an HTML file."""
    text = source.text
    builder = Builder(source)
    _Page(source, builder, find(text, parse(text))).blocks()
    return [builder.build()] if builder else []


class _Page:
    """One article on its way from the page's runs to blocks."""

    def __init__(self, source: Source, builder: Builder, found: Found) -> None:
        self.source = source
        self.text = source.text
        self.builder = builder
        self.found = found
        self.captions: set[str] = set()
        self.headline_seen = False

    def blocks(self) -> None:
        """Add the article's blocks to the builder."""
        found = self.found
        if found.title is not None:
            self._add(HEADLINE, [(*found.title, "")])
        for piece in found.pieces:
            if isinstance(piece, Comment):
                suppress(self.builder, self.source, Span(*piece))
            elif isinstance(piece, Run):
                kind = self._kind(piece)
                if kind == CAPTION:
                    self._caption(piece)
                elif kind is not None:
                    for parts in _split(self.text, piece, kind):
                        self._add(kind, parts, quoted=piece.context.quote is not None)

    def _kind(self, run: Run) -> str | None:
        """What a run is in the article; None where it is no part of it."""
        context, found = run.context, self.found
        start = run.start
        inside = found.root.start <= start < found.root.end or found.whole
        if context.heading is not None:
            if context.heading is found.headline or (found.whole and context.heading.tag == "h1"):
                return HEADLINE
            return OTHER if inside else None
        if not inside and not (found.scope.start <= start < found.root.end):
            return None
        if context.credit is not None:
            return CREDIT
        if context.caption is not None:
            return CAPTION
        if _above(context.holder, is_standfirst):
            return STANDFIRST
        if _above(context.holder, is_byline):
            return BYLINE
        if not inside:
            return None
        if context.aside is not None:
            return OTHER
        if run.linked * 5 >= run.length * 4 and not found.whole:
            return OTHER
        if context.item is not None:
            return ITEM
        return PARAGRAPH

    def _caption(self, run: Run) -> None:
        shown = shown_text(self.text, run.parts)
        if is_credit(shown):
            self._add(CREDIT, run.parts)
            return
        if shown in self.captions:
            return
        self.captions.add(shown)
        self._add(CAPTION, run.parts)

    def _add(self, kind: str, parts: list[tuple[int, int, str]], *, quoted: bool = False) -> None:
        self.builder.begin(kind, quoted=quoted)
        put(self.builder, self.text, parts)
        block = self.builder.end()
        if block is not None and kind == CAPTION:
            pass


def _above(node: Node, test: object) -> bool:
    at: Node | None = node
    for _ in range(4):
        if at is None:
            return False
        if test(at):  # type: ignore[operator]
            return True
        at = at.parent
    return False


def _split(text: str, run: Run, kind: str) -> list[list[tuple[int, int, str]]]:
    """The run's paragraphs: parts between empty lines, and between lines of prose outside a <p>."""
    if not any(what == BREAK for _, _, what in run.parts):
        return [run.parts]
    groups: list[list[tuple[int, int, str]]] = [[]]
    breaks = 0
    loose = run.context.holder.tag not in ("p", "li", "blockquote", "td")
    for part in run.parts:
        start, end, what = part
        if what == BREAK:
            breaks += 1
            if breaks == 2 or (loose and groups[-1] and _is_paragraph(text, groups[-1])):
                groups.append([])
            elif groups[-1]:
                groups[-1].append(part)
        else:
            if what or not text[start:end].isspace():
                breaks = 0
            groups[-1].append(part)
    return groups


def _is_paragraph(text: str, parts: list[tuple[int, int, str]]) -> bool:
    shown = shown_text(text, parts)
    return len(shown) >= 40 and bool(_ENDS_SENTENCE.search(shown))
