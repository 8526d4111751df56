"""Turns the parser's events into blocks: pictures with their one caption, suppressions, text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.article import CAPTION, CREDIT, HEADLINE, ITEM, OBJECT, OTHER, PARAGRAPH
from newslint.article.builder import Builder
from newslint.article.credits import is_credit
from newslint.article.frontmatter_scalars import Scalar, put_scalar
from newslint.article.markdown_templates import FILLER, Hidden
from newslint.article.suppressions import suppress
from newslint.source import Source, Span

_SLANTED = frozenset({"em", "i", "small", "sub", "figcaption", "cite"})
_DELETED = frozenset({"del", "s", "strike"})
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_TITLE = re.compile(
    r"""\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^()\s]*\)[^\s()]*)*)\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))\s*\)$""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|[ \t]*\r?\n[ \t>]*|&(?:\#\w{1,8}|\w{2,32});")
_LEAST = 3  # words; alternative text of fewer is a label


class Part(NamedTuple):
    """A stretch of a block: what is copied (shown is None) or stands for the source."""

    start: int
    end: int
    shown: str | None
    slanted: bool = False
    is_break: bool = False


@dataclass(slots=True)
class Picture:
    """An image, and where words that may be its caption stand."""

    before: int  # number of parts of the block that stand before it
    alternative: list[Part] = field(default_factory=list)
    title: Span | None = None
    said: list[Scalar] = field(default_factory=list)
    credits: list[Scalar] = field(default_factory=list)


class Blocks:
    """The document so far."""

    def __init__(self, source: Source, builder: Builder, hidden: list[Hidden]) -> None:
        self.source = source
        self.text = source.text
        self.builder = builder
        self._hidden = hidden
        self._hidden_starts = [each.start for each in hidden]
        self._kind = ""  # of the open block, empty outside blocks
        self._parts: list[Part] = []
        self._pictures: list[Picture] = []
        self._waiting: list[Picture] = []  # pictures of the paragraph before, whose caption may follow
        self._comments: list[Span] = []
        self._open: list[str] = []  # the containers around
        self._around: Counter[str] = Counter()  # how many of each
        self._slanted = 0
        self._deleted = 0
        self._in_image = 0
        self._autolink = 0
        self._code = False
        self._html: list[Span] = []
        self._in_figcaption = False
        self._has_text = bool(builder)

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
        self._settle()

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
        elif tag == "Image":
            self._in_image += 1
            if self._in_image == 1:
                self._pictures.append(Picture(len(self._parts)))
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
                    self._settle()

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
        elif tag == "Image":
            self._in_image -= 1
            if self._in_image == 0:
                self._image_ends(end)
        else:
            self._flush()
            self._code = False
            self._leave()
            if tag == "HtmlBlock":
                self._html_block()

    def _kind_of(self, tag: str, level: str) -> str:
        if tag == "Heading":
            return HEADLINE if level == "H1" or not self._has_text else OTHER
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
            self._pictures.append(Picture(len(self._parts), said=hidden.captions, credits=hidden.credits))
        elif hidden.shown:
            self._put(Part(hidden.start, hidden.end, OBJECT, self._slanted > 0))

    def _inline_html(self, start: int, end: int) -> None:
        markup = self.text[start:end]
        if markup.startswith("<!--"):
            self._comments.append(Span(start, end))
            return
        tag = _TAG.match(markup)
        if tag is None:
            return
        closing, name = bool(tag.group(1)), tag.group(2).lower()
        if name == "br":
            self._put(Part(start, end, " ", self._slanted > 0, True))
        elif name == "q":
            self._put(Part(start, end, "”" if closing else "“", self._slanted > 0))
        elif name in _SLANTED:
            self._slanted = max(0, self._slanted + (-1 if closing else 1))
        elif name in _DELETED:
            self._deleted = max(0, self._deleted + (-1 if closing else 1))
        elif name == "img":
            from newslint.article.html_tree import Node, parse

            node = next(
                (each for each in parse(self.text, start, end).children if isinstance(each, Node)), None
            )
            words = node.attributes.get("alt") if node else None
            picture = Picture(len(self._parts))
            if words:
                picture.alternative = [Part(*words, None)]
            self._pictures.append(picture)

    def _image_ends(self, end: int) -> None:
        picture = self._pictures[-1]
        if not self._image_title:
            return
        begin = (
            picture.alternative[-1].end
            if picture.alternative
            else max(0, end - len(self._image_title) * 2 - 4000)
        )
        match = _TITLE.search(self.text, self.text.find("](", begin, end), end)
        if match:
            picture.title = Span(match.start(1) + 1, match.end(1) - 1)

    def _flush(self) -> None:
        """The open block ends."""
        kind, parts, pictures = self._kind, self._parts, self._pictures
        self._kind, self._parts, self._pictures = "", [], []
        self._slanted = self._deleted = 0
        if parts or pictures:
            self._block(kind or (ITEM if self._around["Item"] else PARAGRAPH), parts, pictures)
        for comment in self._comments:
            suppress(self.builder, self.source, comment)
        self._comments.clear()

    def _block(self, kind: str, parts: list[Part], pictures: list[Picture]) -> None:
        text = [
            part
            for part in parts
            if not part.is_break and (part.shown or self.text[part.start : part.end]).strip()
        ]
        if not text:
            self._settle()
            self._waiting = pictures
            return
        if pictures and kind in (PARAGRAPH, ITEM) and self._is_under(pictures[-1], parts):
            self._settle(pictures[:-1])
            self._caption(pictures[-1], parts)
            return
        if not pictures and self._waiting and kind == PARAGRAPH and all(part.slanted for part in text):
            self._caption(self._waiting.pop(), parts)
            return
        self._settle()
        if self._in_figcaption:
            kind = CAPTION
        self._add(kind, parts)
        self._settle(pictures)

    def _is_under(self, picture: Picture, parts: list[Part]) -> bool:
        """Whether a block's text is what stands on the lines under its picture."""
        rest = parts[picture.before :]
        before = "".join(part.shown or self.text[part.start : part.end] for part in parts[: picture.before])
        return bool(rest) and rest[0].is_break and not before.strip()

    def _caption(self, picture: Picture, parts: list[Part]) -> None:
        """Text that stands under a picture is its caption, and the only one."""
        self._settle()
        parts = self._without_marks(parts)
        self._add(CREDIT if is_credit(self._shown(parts)) else CAPTION, parts)
        for scalar in picture.credits:
            self._add_scalar(CREDIT, scalar)

    def _without_marks(self, parts: list[Part]) -> list[Part]:
        """A caption without the asterisks around it that a blank before the last keeps from being emphasis."""
        shown = self._shown(parts)
        if len(shown) < 3 or shown[0] not in "*_" or shown[-1] != shown[0]:
            return parts
        kept = [part for part in parts if not part.is_break]
        first, last = kept[0], kept[-1]
        if (
            first.shown is not None
            or last.shown is not None
            or not self.text.startswith(shown[0], first.start)
        ):
            return parts
        end = last.start + len(self.text[last.start : last.end].rstrip()) - 1
        if first is last:
            return [Part(first.start + 1, end, None)]
        return [Part(first.start + 1, first.end, None), *kept[1:-1], Part(last.start, end, None)]

    def _settle(self, pictures: list[Picture] | None = None) -> None:
        """No other caption follows: what the pictures themselves say is their caption."""
        waiting = self._waiting if pictures is None else pictures
        if pictures is None:
            self._waiting = []
        for picture in waiting:
            if picture.said:
                for scalar in picture.said:
                    self._add_scalar(CAPTION, scalar)
            elif picture.title is not None:
                self._add(CAPTION, self._unescaped(picture.title))
            elif len(self._shown(picture.alternative).split()) >= _LEAST:
                self._add(CAPTION, picture.alternative)
            for scalar in picture.credits:
                self._add_scalar(CREDIT, scalar)

    def _html_block(self) -> None:
        """A block of HTML: read as HTML, or a comment to newslint."""
        lines, self._html = self._html, []
        if not lines:
            return
        from newslint.article.html import read_fragment

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
            self._settle()
            read_fragment(self.source, self.builder, start, end)
            if opened != closed:
                self._in_figcaption = opened > closed
        self._has_text = bool(self.builder)

    def _unescaped(self, span: Span) -> list[Part]:
        parts: list[Part] = []
        at = span.start
        for match in _ESCAPE.finditer(self.text, span.start, span.end):
            parts.append(Part(at, match.start(), None))
            at = match.end()
            special = match.group()
            if special[0] == "\\":
                parts.append(Part(match.start(), at, special[1]))
            elif special[0] == "&":
                from html import unescape

                parts.append(Part(match.start(), at, unescape(special)))
            else:
                parts.append(Part(match.start(), at, " "))
        return [*parts, Part(at, span.end, None)]

    def _shown(self, parts: list[Part]) -> str:
        return "".join(
            self.text[part.start : part.end] if part.shown is None else part.shown for part in parts
        ).strip()

    def _add(self, kind: str, parts: list[Part]) -> None:
        builder = self.builder
        builder.begin(kind, quoted=self._around["BlockQuote"] > 0)
        for part in parts:
            if part.shown is None:
                builder.copy(part.start, part.end)
            else:
                builder.replace(part.start, part.end, part.shown)
        if builder.end() is not None:
            self._has_text = True

    def _add_scalar(self, kind: str, scalar: Scalar) -> None:
        self.builder.begin(kind)
        put_scalar(self.builder, self.text, scalar)
        self.builder.end()
