"""Which runs of a page are captions: those that say so, and those that stand where captions stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.article.html.class_names import is_product
from newslint.article.html.inline_text import CREDIT_LABEL, shown_text
from newslint.article.html.runs import Picture, Run
from newslint.article.html.tree import Node
from newslint.article.recognise.credits import is_credit
from newslint.source import Span

_CARD = 10_000  # characters of markup; a product's card is no longer
_CLIMB = 12  # how far above a line the card may be
_NAME = 80  # characters; what is longer does not name a product
_CREDIT = 60  # characters; no credit alone is longer
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())  # a slide's title is none of its picture's captions


def captions(text: str, pieces: Sequence[object], captioned: frozenset[int]) -> dict[int, Node]:
    """The captions, by the start of their run: those that say so, text beside the image of a figure that is not
    `captioned`, a product's name under its picture, and an italic line under an image."""
    found: dict[int, Node] = {}
    pictured: Node | None = None
    shown: set[int] = set()  # figures whose image came before
    product: Node | None = None  # a card, its picture shown and the product not yet named
    for piece in pieces:
        if isinstance(piece, Picture):
            pictured = piece.context.holder
            shown.add(id(piece.context.figure))
            product = card(pictured)
        elif isinstance(piece, Run):
            context = piece.context
            if context.caption is not None and context.caption.tag not in _HEADINGS:
                found[piece.start] = context.caption
            elif product is not None and not context.heading and card(context.holder) is product:
                name = shown_text(text, piece.parts)
                if not is_credit_line(name):
                    if len(name) <= _NAME and not piece.linked:
                        found[piece.start] = context.holder
                    product = None
            elif context.heading or context.quote or context.aside or context.item or context.credit:
                pass
            elif context.figure is not None and context.figure.tag == "figure":
                if id(context.figure) in shown and id(context.figure) not in captioned:
                    found[piece.start] = context.figure
            elif pictured is not None and only(text, context.holder, "em", "i"):
                found[piece.start] = context.holder
            pictured = None
    return found


def captioned_figures(pieces: Iterable[object]) -> frozenset[int]:
    """The figures that say which of their text is the caption."""
    return frozenset(
        id(piece.context.figure)
        for piece in pieces
        if isinstance(piece, Run)
        and piece.context.caption is not None
        and piece.context.figure is not None
        and piece.context.figure.tag == "figure"
    )


def is_credit_line(shown: str) -> bool:
    """Whether a line in an element of its own is a credit by its words."""
    return is_credit(shown) or (len(shown) < _CREDIT and CREDIT_LABEL.match(shown) is not None)


def card(node: Node) -> Node | None:
    """The product's card that an element stands in, where there is one."""
    found: Node | None = None
    at: Node | None = node
    for _ in range(_CLIMB):
        if at is None or at.end - at.start > _CARD:
            break
        if not at.is_bare and is_product(at):
            found = at
        at = at.parent
    return found


def only(text: str, node: Node, *tags: str) -> bool:
    """Whether all of an element's text stands in child elements of these tags."""
    seen = False
    for child in node.children:
        if isinstance(child, Node):
            if child.tag in tags:
                seen = True
            elif child.tag not in ("br", "img", "picture", "a") or (
                child.tag == "a" and not _holds_image(child)
            ):
                return False
        elif isinstance(child, Span) and text[child.start : child.end].strip():
            return False
    return seen


def _holds_image(link: Node) -> bool:
    return any(isinstance(child, Node) and child.tag in ("img", "picture") for child in link.children)
