"""Gathers the parser's events into blocks of text and pictures: one state that every event changes, so it is one file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from newslint.article import HEADLINE, ITEM, OBJECT, OTHER, PARAGRAPH
from newslint.article.builder import Builder
from newslint.article.markdown.parts import Part, Picture, title_of
from newslint.article.markdown.templates import FILLER, Hidden
from newslint.article.markdown.writer import Writer
from newslint.article.suppressions import suppress
from newslint.source import Source, Span

_SLANTED = frozenset({"em", "i", "small", "sub", "figcaption", "cite"})
_DELETED = frozenset({"del", "s", "strike"})
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")


class Blocks:
    """The document so far."""

    def __init__(self, source: Source, builder: Builder, hidden: list[Hidden]) -> None:
        self.source = source
        self.text = source.text
        self.builder = builder
        self._writer = Writer(source, builder)
        self._image_title = ""
        self._hidden = hidden
        self._hidden_starts = [each.start for each in hidden]
        self._kind = ""  # of the open block, empty outside blocks
        self._parts: list[Part] = []
        self._pictures: list[Picture] = []
        self._comments: list[Span] = []
        self._open: list[str] = []  # the containers around
        self._around: Counter[str] = Counter()  # how many of each
        self._slanted = 0
        self._deleted = 0
        self._in_image = 0
        self._opened = 0  # where the image that is open begins
        self._link_start = -1  # of a link in which nothing has stood yet
        self._tag = ("", -1)  # the last start tag, and where it ends
        self._autolink = 0
        self._code = False
        self._html: list[Span] = []

    def take(self, name: str, tag: str, start: int, end: int, value: str) -> None:
        """The next event."""
        if name == "Text":
            if self._deleted:
                self._put(Part(start, end, OBJECT))
            elif not (self._code or self._autolink):
                self._text(start, end, value)
        elif name == "Start":
            self._start(tag, start, value)
        elif name == "End":
            self._end(tag, end)
        elif name in ("SoftBreak", "HardBreak"):
            self._put(Part(start, end, " ", self._slanted > 0, True))
        elif name == "Html":
            self._html.append(Span(start, end))
        elif name == "InlineHtml":
            self._inline_html(start, end)
        elif name in ("Code", "InlineMath", "DisplayMath") and not self._deleted:
            self._put(Part(start, end, OBJECT, self._slanted > 0))

    def close(self) -> None:
        """The document ends."""
        self._flush()
        self._writer.settle()

    def _start(self, tag: str, start: int, value: str) -> None:
        if tag in ("Emphasis", "Superscript", "Subscript"):
            self._slanted += 1
        elif tag == "Strong":
            pass
        elif tag == "Strikethrough":
            self._deleted += 1
        elif tag == "Link":
            if value in ("Autolink", "Email"):
                self._put(Part(start + 1, start + 1, OBJECT, self._slanted > 0))
                self._autolink += 1
            self._enter("Autolink" if value in ("Autolink", "Email") else "Link")
            self._link_start = start
        elif tag == "Image":
            self._in_image += 1
            if self._in_image == 1:
                self._opened = start
                self._pictures.append(Picture(self._words()))
                self._image_title = value
        else:
            self._flush()
            if tag in ("CodeBlock", "MetadataBlock"):
                self._code = True
            self._enter(tag)
            if tag not in (
                "BlockQuote",
                "List",
                "Table",
                "TableHead",
                "TableRow",
                "HtmlBlock",
                "FootnoteDefinition",
            ):
                self._kind = self._kind_of(tag, value)
                if tag == "Heading" or tag == "TableCell":
                    self._writer.settle()

    def _end(self, tag: str, end: int) -> None:
        if tag in ("Emphasis", "Superscript", "Subscript"):
            self._slanted -= 1
        elif tag == "Strong":
            pass
        elif tag == "Strikethrough":
            self._deleted -= 1
        elif tag == "Link":
            if self._leave() == "Autolink":
                self._autolink -= 1
            elif self._parts and self._parts[-1].end <= self._link_start:
                self._sign(self._link_start, end)  # an empty link: an icon, drawn by its address or class
        elif tag == "Image":
            self._in_image -= 1
            if self._in_image == 0:
                picture = self._pictures[-1]
                if self._image_title:
                    picture.title = title_of(self.text, picture, self._image_title, end)
                self._sign(self._opened, end)
        else:
            self._flush()
            self._code = False
            self._leave()
            if tag == "HtmlBlock" and self._html:
                self._writer.html(self._html)
                self._html = []

    def _kind_of(self, tag: str, level: str) -> str:
        if tag == "Heading":
            return HEADLINE if level == "H1" or not self._writer.has_text else OTHER
        around = self._around
        if tag in ("TableCell", "DefinitionListTitle") or around["FootnoteDefinition"]:
            return OTHER
        if around["Item"] or around["DefinitionListDefinition"]:
            return ITEM
        return PARAGRAPH

    def _enter(self, tag: str) -> None:
        self._open.append(tag)
        self._around[tag] += 1

    def _leave(self) -> str:
        tag = self._open.pop()
        self._around[tag] -= 1
        return tag

    def _put(self, part: Part) -> None:
        if self._in_image:
            self._pictures[-1].alternative.append(part)
        elif part.shown is None and self._parts and self._parts[-1].end == part.start:
            last = self._parts[-1]
            if last.shown is None and last.slanted == part.slanted:
                self._parts[-1] = Part(last.start, part.end, None, part.slanted)
            else:
                self._parts.append(part)
        else:
            self._parts.append(part)

    def _words(self) -> int:
        """How many parts of the open block are not mere signs."""
        return sum(not part.is_sign for part in self._parts)

    def _sign(self, start: int, end: int) -> None:
        """Something that readers see stands there, and no words."""
        if self._parts and not self._in_image:
            self._parts.append(Part(start, end, OBJECT, is_sign=True))

    def _text(self, start: int, end: int, value: str) -> None:
        slanted = self._slanted > 0
        if FILLER in value and (number := self._first_hidden(start, end)) is not None:
            at = start
            while number < len(self._hidden) and self._hidden[number].start < end:
                hidden = self._hidden[number]
                if hidden.start > at:
                    self._put(Part(at, hidden.start, None, slanted))
                if hidden.start >= start:
                    self._hidden_part(hidden)
                at = min(max(at, hidden.end), end)
                number += 1
            if at < end:
                self._put(Part(at, end, None, slanted))
            return
        if self.text.startswith(value, start) and end - start == len(value):
            if "\u00ad" not in value:
                self._put(Part(start, end, None, slanted))
                return
            at = start
            for piece in value.split("\u00ad"):
                if piece:
                    self._put(Part(at, at + len(piece), None, slanted))
                at += len(piece) + 1
        elif value != "\u00ad":
            self._put(Part(start, end, value, slanted))

    def _first_hidden(self, start: int, end: int) -> int | None:
        number = max(0, bisect_right(self._hidden_starts, start) - 1)
        while number < len(self._hidden) and self._hidden[number].end <= start:
            number += 1
        return number if number < len(self._hidden) and self._hidden[number].start < end else None

    def _hidden_part(self, hidden: Hidden) -> None:
        if hidden.captions or hidden.is_picture:
            self._pictures.append(Picture(self._words(), said=hidden.captions, credits=hidden.credits))
            self._sign(hidden.start, hidden.end)
        elif hidden.shown:
            self._put(Part(hidden.start, hidden.end, OBJECT, self._slanted > 0))
        elif hidden.is_sign:
            self._sign(hidden.start, hidden.end)

    def _inline_html(self, start: int, end: int) -> None:
        markup = self.text[start:end]
        if markup.startswith("<!--"):
            self._comments.append(Span(start, end))
            return
        tag = _TAG.match(markup)
        if tag is None:
            return
        closing, name = bool(tag.group(1)), tag.group(2).lower()
        if name == "svg" or (closing and self._tag == (name, start)):
            self._sign(start, end)  # an element without words: an icon
        self._tag = ("" if closing else name, end)
        if name == "br":
            self._put(Part(start, end, " ", self._slanted > 0, True))
        elif name == "q":
            self._put(Part(start, end, "”" if closing else "“", self._slanted > 0))
        elif name in _SLANTED:
            self._slanted = max(0, self._slanted + (-1 if closing else 1))
        elif name in _DELETED:
            self._deleted = max(0, self._deleted + (-1 if closing else 1))
        elif name == "img":
            from newslint.article.html.tree import Node, parse

            node = next(
                (each for each in parse(self.text, start, end).children if isinstance(each, Node)), None
            )
            words = node.attributes.get("alt") if node else None
            picture = Picture(self._words())
            if words:
                picture.alternative = [Part(*words, None)]
            self._pictures.append(picture)
            self._sign(start, end)

    def _flush(self) -> None:
        """The open block ends."""
        kind, parts, pictures = self._kind, self._parts, self._pictures
        self._kind, self._parts, self._pictures = "", [], []
        self._slanted = self._deleted = 0
        if parts or pictures:
            self._writer.quoted = self._around["BlockQuote"] > 0
            self._writer.block(kind or (ITEM if self._around["Item"] else PARAGRAPH), parts, pictures)
        for comment in self._comments:
            suppress(self.builder, self.source, comment)
        self._comments.clear()
