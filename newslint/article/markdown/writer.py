"""Writes a Markdown document's blocks, and decides what is each picture's one caption."""

from __future__ import annotations

from newslint.article import CAPTION, CREDIT, ITEM, PARAGRAPH
from newslint.article.builder import Builder
from newslint.article.frontmatter.scalars import Scalar, put_scalar
from newslint.article.markdown.parts import (
    Part,
    Picture,
    put,
    shown,
    unescaped,
    without_idle_signs,
    without_marks,
)
from newslint.article.recognise.credits import is_credit
from newslint.source import Source, Span

_LEAST = 3  # words; alternative text of fewer is a label


class Writer:
    """The blocks so far, and the pictures whose caption may still follow."""

    def __init__(self, source: Source, builder: Builder) -> None:
        self.source = source
        self.text = source.text
        self.builder = builder
        self.has_text = bool(builder)
        self.quoted = False  # whether the blocks to come are somebody else's words
        self._waiting: list[Picture] = []
        self._in_figcaption = False

    def block(self, kind: str, parts: list[Part], pictures: list[Picture]) -> None:
        """A block of text, of pictures, or of both."""
        signed, parts = parts, [part for part in parts if not part.is_sign]
        text = [
            part
            for part in parts
            if not part.is_break and (part.shown or self.text[part.start : part.end]).strip()
        ]
        if not text:
            self.settle()
            self._waiting = pictures
            return
        if pictures and kind in (PARAGRAPH, ITEM) and self._is_under(pictures[-1], parts):
            self.settle(pictures[:-1])
            self._caption(pictures[-1], parts)
            return
        if not pictures and self._waiting and kind == PARAGRAPH and all(part.slanted for part in text):
            self._caption(self._waiting.pop(), parts)
            return
        self.settle()
        if self._in_figcaption:
            kind = CAPTION
        self._add(kind, without_idle_signs(self.text, signed) if len(signed) > len(parts) else parts)
        self.settle(pictures)

    def settle(self, pictures: list[Picture] | None = None) -> None:
        """No other caption follows: what the pictures themselves say is their caption."""
        waiting = self._waiting if pictures is None else pictures
        if pictures is None:
            self._waiting = []
        for picture in waiting:
            if picture.said:
                for scalar in picture.said:
                    self._add_scalar(CAPTION, scalar)
            elif picture.title is not None:
                self._add(CAPTION, unescaped(self.text, picture.title))
            elif len(shown(self.text, picture.alternative).split()) >= _LEAST:
                self._add(CAPTION, picture.alternative)
            for scalar in picture.credits:
                self._add_scalar(CREDIT, scalar)

    def html(self, lines: list[Span]) -> None:
        """A block of HTML: read as HTML; it may hold the caption of a picture before it, or a comment."""
        from newslint.article.html.reader import read_fragment

        stretches = [lines[0]]
        for line in lines[1:]:
            if not self.text[stretches[-1].end : line.start].strip():
                stretches[-1] = Span(stretches[-1].start, line.end)
            else:
                stretches.append(line)
        for start, end in stretches:
            markup = self.text[start:end].lower()
            opened, closed = markup.rfind("<figcaption"), markup.rfind("</figcaption")
            if "caption" in markup:
                self._waiting = [picture for picture in self._waiting if picture.said]
            self.settle()
            read_fragment(self.source, self.builder, start, end)
            if opened != closed:
                self._in_figcaption = opened > closed
        self.has_text = bool(self.builder)

    def _is_under(self, picture: Picture, parts: list[Part]) -> bool:
        """Whether a block's text is what stands on the lines under its picture."""
        rest = parts[picture.before :]
        before = "".join(part.shown or self.text[part.start : part.end] for part in parts[: picture.before])
        return bool(rest) and rest[0].is_break and not before.strip()

    def _caption(self, picture: Picture, parts: list[Part]) -> None:
        """Text that stands under a picture is its caption, and the only one."""
        self.settle()
        parts = without_marks(self.text, parts)
        self._add(CREDIT if is_credit(shown(self.text, parts)) else CAPTION, parts)
        for scalar in picture.credits:
            self._add_scalar(CREDIT, scalar)

    def _add(self, kind: str, parts: list[Part]) -> None:
        self.builder.begin(kind, quoted=self.quoted)
        put(self.builder, parts)
        if self.builder.end() is not None:
            self.has_text = True

    def _add_scalar(self, kind: str, scalar: Scalar) -> None:
        self.builder.begin(kind)
        put_scalar(self.builder, self.text, scalar)
        self.builder.end()
