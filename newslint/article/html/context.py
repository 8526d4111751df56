"""What surrounds a run of text in a page: the nearest elements that give it its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from newslint.article.html.class_names import (
    is_caption,
    is_credit,
    is_description,
    is_embed,
    is_gallery,
    is_pullquote,
)
from newslint.article.html.tree import BLOCK, Node

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


def context_inside(node: Node, outer: Context) -> Context:
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
