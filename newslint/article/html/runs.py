"""Cuts a page into runs: stretches of text that readers see as one block, each with what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from newslint.article.html.class_names import (
    FURNITURE_TAGS,
    is_break,
    is_caption,
    is_credit,
    is_description,
    is_embed,
    is_furniture,
    is_gallery,
    is_hidden,
    is_out_of_sight,
    is_pullquote,
    is_sharing,
)
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
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# Elements that mean something without a class.
_MEANING = _HEADINGS | {
    "li",
    "blockquote",
    "aside",
    "table",
    "details",
    "address",
    "figure",
    "a",
    "figcaption",
    "cite",
}
_LAYOUT = frozenset("h1 h2 h3 table article main div section".split())
_SMALL = 2000  # characters of markup; a credit is no longer, a caption no longer than twice that
_BLANK = re.compile(r"\s*")

BREAK, OBJECT, OPEN_QUOTE, CLOSE_QUOTE, GLUE = "break", "object", "open", "close", ""
SIGN = "sign"  # something that readers see and that is no words: a picture, an icon


@dataclass(slots=True)
class Context:
    """What surrounds a run: the nearest elements that give it its meaning."""

    holder: Node  # the block-level element it stands in
    heading: Node | None = None
    item: Node | None = None
    quote: Node | None = None
    figure: Node | None = None  # a picture and what belongs to it
    caption: Node | None = None
    credit: Node | None = None
    aside: Node | None = None  # text beside the article's own: asides, tables, pull quotes
    link: Node | None = None


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
    context = Context(root)
    run = Run(context)
    waiting: list[Comment] = []  # comments inside the open run: they speak of the block after it
    stack: list[tuple[Iterator[Node | Span], Context, Node]] = [(iter(root.children), context, root)]
    while stack:
        children, context, node = stack[-1]
        for child in children:
            if isinstance(child, Comment):
                if "newslint" in text[child.start : child.end]:
                    waiting.append(child)
                    if not run.length:
                        yield from _ended(run, waiting)
                continue
            if not isinstance(child, Node):
                _add_text(run, text, child, context)
                continue
            tag = child.tag
            if tag == "br":
                run.parts.append((child.start, child.inner, BREAK))
                continue
            if tag == "img" or tag == "amp-img":
                if run.length:
                    run.parts.append((child.start, child.inner, SIGN))
                yield Picture(child, context)
                continue
            if tag in _OBJECTS:
                run.parts.append((child.start, child.end, OBJECT))
                continue
            if tag in _SKIP or (child.start not in keep and _is_left_out(child, context)):
                if tag in BLOCK and run.parts:
                    yield from _ended(run, waiting)
                    run = Run(context)
                elif tag in _SEEN and run.length:
                    run.parts.append((child.start, child.end, SIGN))
                continue
            if not child.children and tag in _ICONS and not child.is_bare and run.length:
                run.parts.append((child.start, child.end, SIGN))
                continue
            if tag == "span" and is_break(child):
                run.parts.append((child.start, child.end, BREAK))
                continue
            if tag == "sup" and any(isinstance(each, Node) and each.tag == "a" for each in child.children):
                continue
            if not child.is_bare and "caption" in child.attributes:
                yield Picture(child, context)  # a component of a site's own, with its picture's caption
            inner = _context(child, context)
            if inner.holder is not context.holder or inner.credit is not context.credit:
                yield from _ended(run, waiting)
                run = Run(inner)
            if tag == "q":
                run.parts.append((child.start, child.inner, OPEN_QUOTE))
            stack.append((iter(child.children), inner, child))
            break
        else:
            stack.pop()
            if node.tag == "q":
                run.parts.append((max(node.inner, node.end - 4), node.end, CLOSE_QUOTE))
            if stack and (
                context.holder is not stack[-1][1].holder or context.credit is not stack[-1][1].credit
            ):
                yield from _ended(run, waiting)
                run = Run(stack[-1][1])
    yield from _ended(run, waiting)


def _ended(run: Run, waiting: list[Comment]) -> Iterator[Run | Comment]:
    """The run, where it holds text, and the comments that stand in it."""
    if run.length:
        yield run
    yield from waiting
    waiting.clear()


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


def _context(node: Node, outer: Context) -> Context:
    """The context inside an element; the same object where the element changes nothing."""
    tag = node.tag
    block = tag in BLOCK or "-" in tag
    if node.is_bare:
        if not block and tag not in _MEANING:
            return outer
        if tag not in _MEANING:
            return _with(outer, {"holder": node})
    named = not node.is_bare and ("class" in node.attributes or "itemprop" in node.attributes)
    changes: dict[str, Node] = {}
    if block:
        changes["holder"] = node
    if tag in _HEADINGS:
        changes["heading"] = node
    elif tag == "li":
        changes["item"] = node
    elif tag == "blockquote":
        changes["aside" if named and _is_beside(node) else "quote"] = node
    elif tag in ("aside", "details", "address") or (tag == "table" and not _is_layout(node)):
        changes["aside"] = node
    elif tag == "figure":
        changes["figure"] = node
    elif tag == "a":
        changes["link"] = node
    elif named and block and _is_beside(node):
        changes["aside"] = node
    if outer.caption is None and (
        tag == "figcaption" or (named and node.end - node.start < 2 * _SMALL and _captions(node, outer))
    ):
        if _is_teaser(node):
            changes["aside"] = changes["holder"] = node
        else:
            changes["caption"] = changes["holder"] = node
    elif named and outer.figure is None and block and is_gallery(node):
        changes["figure"] = node
    if outer.credit is None and node.end - node.start < _SMALL:
        in_caption = outer.caption is not None
        if (in_caption and tag == "cite") or (named and (in_caption or outer.figure) and is_credit(node)):
            changes["credit"] = node
    if not changes:
        return outer
    inner = _with(outer, changes)
    if inner.caption is not outer.caption:
        # The names of a picture's frame say nothing of its caption; a caption may be named as a credit only.
        inner.credit = node if named and is_credit(node) and not is_caption(node) else None
    return inner


def _with(outer: Context, changes: dict[str, Node]) -> Context:
    get = changes.get
    return Context(
        get("holder", outer.holder),
        get("heading", outer.heading),
        get("item", outer.item),
        get("quote", outer.quote),
        get("figure", outer.figure),
        get("caption", outer.caption),
        get("credit", outer.credit),
        get("aside", outer.aside),
        get("link", outer.link),
    )


def _is_layout(table: Node) -> bool:
    """Whether a table holds no data but the parts of a page, as in old content systems."""
    return any(inner.tag in _LAYOUT for inner in islice(table.walk(), 64))


def _is_teaser(node: Node) -> bool:
    """Whether what is named a caption has a heading that leads to another page: a film's or a story's card."""
    return any(
        inner.tag in _HEADINGS
        and (
            (inner.parent is not None and inner.parent.tag == "a")
            or any(isinstance(child, Node) and child.tag == "a" for child in inner.children)
        )
        for inner in islice(node.walk(), 32)
    )


def _is_beside(node: Node) -> bool:
    """Whether an element is by its names a pull quote or a message from elsewhere, and small enough for one."""
    return node.end - node.start < 4 * _SMALL and (is_pullquote(node) or is_embed(node))


def _captions(node: Node, outer: Context) -> bool:
    """Whether an element is by its names a caption, and not what holds both picture and caption."""
    if not (
        is_caption(node) or (outer.figure is not None and is_description(node) and is_gallery(outer.figure))
    ):
        return False
    return not any(
        inner.tag in ("img", "figcaption", "video", "figure", "picture")
        or (inner.tag not in ("a", "svg", "button") and is_caption(inner) and not is_credit(inner))
        for inner in islice(node.walk(), 64)
    )
