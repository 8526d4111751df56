"""Cuts a page into runs: stretches of text that readers see as one block, each with what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.article.html.class_names import (
    FURNITURE_TAGS,
    is_break,
    is_furniture,
    is_hidden,
    is_out_of_sight,
    is_sharing,
)
from newslint.article.html.context import Context, context_inside
from newslint.article.html.tree import BLOCK, Comment, Node
from newslint.source import Span

_SKIP = frozenset(
    "script style template noscript head iframe object embed svg canvas audio video map select option optgroup"
    " button textarea datalist input pre noframes noembed rp rt title"
    " amp-ad amp-embed amp-sidebar amp-consent amp-analytics".split()
)
# What of these readers see, though it is no words; and elements that show an icon where they are empty.
_SEEN = frozenset("svg canvas video audio iframe object embed button input select math".split())
_ICONS = frozenset("i a span em b".split())
# What stands in the text but is not the text: code, formulas, words struck out.
_OBJECTS = frozenset("code kbd samp var math del s strike".split())
_BLANK = re.compile(r"\s*")

_IMAGES = ("img", "amp-img")
BREAK, OBJECT, OPEN_QUOTE, CLOSE_QUOTE, GLUE = "break", "object", "open", "close", ""
SIGN = "sign"  # something that readers see and that is no words: a picture, an icon


@dataclass(slots=True)
class Run:
    """A block of text: parts in order, (start, end, what); what is empty for text that is copied."""

    context: Context
    parts: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0  # characters of text
    linked: int = 0  # characters of text inside links

    @property
    def start(self) -> int:
        """Where it starts in the source."""
        return self.parts[0][0]


@dataclass(slots=True)
class Picture:
    """An image, and the figure it stands in."""

    node: Node
    context: Context


def runs(text: str, root: Node, keep: frozenset[int]) -> Iterator[Run | Picture | Comment]:
    """The runs, pictures and comments under an element in the order of the page.

    What is furniture or hidden is left out, but not the elements whose start is in `keep`.
    """
    return _Cutter(text, root, keep).runs()


class _Cutter:
    """Goes through a page in order, with the run that is open."""

    def __init__(self, text: str, root: Node, keep: frozenset[int]) -> None:
        self._text = text
        self._root = root
        self._keep = keep
        self._run = Run(Context(root))
        self._waiting: list[Comment] = []  # comments inside the open run: they speak of the block after it

    def runs(self) -> Iterator[Run | Picture | Comment]:
        """The runs, pictures and comments under the root."""
        context = self._run.context
        stack: list[tuple[Iterator[Node | Span], Context, Node]] = [
            (iter(self._root.children), context, self._root)
        ]
        while stack:
            children, context, node = stack[-1]
            for child in children:
                if not isinstance(child, Node):
                    yield from self._text_or_comment(child, context)
                elif child.tag in _IMAGES:
                    self._add_sign(child)
                    yield Picture(child, context)
                elif self._is_left_out(child, context):
                    if child.tag in BLOCK and self._run.parts:
                        yield from self._ended(context)
                    elif child.tag in _SEEN:
                        self._add_sign(child)
                elif not self._add_mark(child):
                    if not child.is_bare and "caption" in child.attributes:
                        yield Picture(
                            child, context
                        )  # a component of a site's own, with its picture's caption
                    inner = context_inside(child, context)
                    yield from self._changed(context, inner)
                    if child.tag == "q":
                        self._run.parts.append((child.start, child.inner, OPEN_QUOTE))
                    stack.append((iter(child.children), inner, child))
                    break
            else:
                stack.pop()
                if node.tag == "q":
                    self._run.parts.append((max(node.inner, node.end - 4), node.end, CLOSE_QUOTE))
                if stack:
                    yield from self._changed(context, stack[-1][1])
        yield from self._ended(context)

    def _text_or_comment(self, child: Span, context: Context) -> Iterator[Run | Comment]:
        if not isinstance(child, Comment):
            _add_text(self._run, self._text, child, context)
        elif "newslint" in self._text[child.start : child.end].lower():
            self._waiting.append(child)
            if not self._run.length:
                yield from self._ended(self._run.context, new=False)

    def _add_mark(self, node: Node) -> bool:
        """Take an element that is part of the text without being text: a line break, code, a note's number."""
        if node.tag == "br":
            self._run.parts.append((node.start, node.inner, BREAK))
        elif node.tag in _OBJECTS:
            self._run.parts.append((node.start, node.end, OBJECT))
        elif node.tag == "span" and is_break(node):
            self._run.parts.append((node.start, node.end, BREAK))
        elif not node.children and node.tag in _ICONS and not node.is_bare:
            self._add_sign(node)
        else:
            return node.tag == "sup" and any(
                isinstance(each, Node) and each.tag == "a" for each in node.children
            )
        return True

    def _add_sign(self, node: Node) -> None:
        """Take an element that readers see, though it is no words, where words stand before it."""
        if self._run.length:
            self._run.parts.append((node.start, node.end, SIGN))

    def _is_left_out(self, node: Node, context: Context) -> bool:
        if node.tag == "br" or node.tag in _OBJECTS:
            return False
        return node.tag in _SKIP or (node.start not in self._keep and _is_left_out(node, context))

    def _changed(self, one: Context, other: Context) -> Iterator[Run | Comment]:
        """Begin a new run where block or credit changes."""
        if other.holder is not one.holder or other.credit is not one.credit:
            yield from self._ended(other)

    def _ended(self, context: Context, new: bool = True) -> Iterator[Run | Comment]:
        """The run, where it holds text, and the comments that stand in it; another begins."""
        if self._run.length:
            yield self._run
        yield from self._waiting
        self._waiting.clear()
        if new:
            self._run = Run(context)


def _is_left_out(node: Node, context: Context) -> bool:
    """Whether an element is no part of the article. Slides that wait their turn are hidden, yet published."""
    if node.is_bare and node.tag not in FURNITURE_TAGS:
        return False
    if context.figure is None and context.caption is None:
        return is_hidden(node) or is_furniture(node)
    return node.tag in ("nav", "form", "footer") or is_out_of_sight(node) or is_sharing(node)


def _add_text(run: Run, text: str, span: Span, context: Context) -> None:
    length = span.end - span.start
    if length < 200 or text[span.start].isspace():
        visible = _BLANK.match(text, span.start, span.end)
        length = span.end - visible.end() if visible else length
    if run.parts or length:
        run.parts.append((span.start, span.end, GLUE))
        run.length += length
        if context.link:
            run.linked += length
