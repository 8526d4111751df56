"""Which captions belong to one picture: its renditions for other screens carry the same caption again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.article.html.runs import Picture, Run
from newslint.article.html.tree import Node

_ADDRESSES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-srcset",
    "data-lazy-srcset",
    "data-lazyload",
)
_SIZE = re.compile(r"(?:[-_@](?:\d{2,4}x\d{2,4}|\d{2,4}w?|[1-4]x|scaled))+$")
_QUERY = re.compile(r"[?&#]")
_COMMON = frozenset("image img original master photo picture large default full main file".split())
_MOST = 100  # pictures in one frame; in a larger one nothing tells whose the caption is
_CLIMB = 8  # how far above a caption its picture's frame may be


class Pictures:
    """The pictures of an article, and the captions seen so far."""

    def __init__(
        self, pieces: Sequence[object], root: Node, captions: dict[int, Node], *, whole: bool
    ) -> None:
        self._whole = whole
        self._captions = captions
        self._stop = frozenset(id(node) for node in _chain(root, 10_000))
        self._under: dict[int, set[str]] = {}  # pictures inside an element
        self._captioned: set[int | str] = (
            set()
        )  # elements that hold a caption, pictures that stand before one
        self._before: dict[int, str] = {}  # the picture that stands before a run
        self._seen: dict[str, set[str]] = {}  # a caption, and the pictures that it stood under
        self._paragraphs: dict[int, int] = {}  # how many paragraphs stand before a caption
        self._last: dict[str, int] = {}  # and before the last one with this text
        last = ""
        paragraphs = 0
        for piece in pieces:
            if isinstance(piece, Picture):
                last = _key(piece.node)
                for node in self._frames(piece.node):
                    self._under.setdefault(id(node), set()).add(last)
            elif isinstance(piece, Run):
                if piece.start not in captions:
                    paragraphs += piece.context.holder.tag == "p"
                else:
                    self._paragraphs[piece.start] = paragraphs
                    self._before[piece.start] = last
                    self._captioned.add(last)
                    for node in self._frames(captions[piece.start]):
                        self._captioned.add(id(node))
                last = ""

    def is_repeated(self, run: Run, shown: str) -> bool:
        """Whether a caption was seen before under the same picture; notes that it is seen now."""
        own = self._own(run)
        number = self._paragraphs[run.start]
        # A page sets its renditions side by side; what comes again further down is another picture's.
        beside = not self._whole and self._last.get(shown) == number
        self._last[shown] = number
        return self._note(shown, own) or beside

    def of(self, run: Run) -> str:
        """What tells a caption's picture from others; "" where it is not known."""
        return " ".join(sorted(self._own(run)))

    def has(self, shown: str) -> bool:
        """Whether a text was seen as a caption."""
        return shown in self._seen

    def note(self, shown: str, picture: Picture) -> bool:
        """Take a text as a picture's caption; returns whether it was that before."""
        key = _key(picture.node)
        known = key in self._seen.get(shown, ())
        self._note(shown, frozenset({key}))
        return known

    def _note(self, shown: str, own: frozenset[str]) -> bool:
        """Whether a caption was seen of one of these pictures, or of one that is not known ("")."""
        before = self._seen.get(shown)
        if before is None:
            self._seen[shown] = set(own) or {""}
            return False
        repeated = not own or "" in before or not before.isdisjoint(own)
        before.update(own or ("",))
        return repeated

    def is_captioned(self, picture: Picture) -> bool:
        """Whether the picture has a caption, in its frame or right after it."""
        return _key(picture.node) in self._captioned or any(
            id(node) in self._captioned for node in self._frames(picture.node)
        )

    def _own(self, run: Run) -> frozenset[str]:
        """The pictures that a caption is said of; empty where none is known."""
        for node in self._frames(self._captions[run.start]):
            if id(node) in self._under:
                own = self._under[id(node)]
                if len(own) > _MOST:
                    return frozenset()
                # A page's frames are its templates'; only a <figure> is sure to be one picture's own.
                return (
                    frozenset(own) if self._whole or (node.tag == "figure" and len(own) == 1) else frozenset()
                )
        if not self._whole:
            return frozenset()
        if before := self._before.get(run.start):
            return frozenset({before})
        figure = run.context.figure
        return frozenset({f"figure {figure.start}"} if figure is not None and figure.tag == "figure" else ())

    def _frames(self, node: Node) -> list[Node]:
        """The elements around a picture or caption, up to those that hold the article."""
        frames: list[Node] = []
        at: Node | None = node
        while at is not None and len(frames) < _CLIMB and id(at) not in self._stop:
            frames.append(at)
            at = at.parent
        return frames


def _chain(node: Node, most: int) -> list[Node]:
    chain: list[Node] = []
    at: Node | None = node
    while at is not None and len(chain) < most:
        chain.append(at)
        at = at.parent
    return chain


def _key(image: Node) -> str:
    """What an image's renditions have in common: the name of its file without its size."""
    attributes = image.attributes
    name = "src"
    if len(attributes) > 2:
        lazy = (
            name for name in attributes if name in _ADDRESSES or ("lazy" in name and "/" in image.get(name))
        )
        name = next(lazy, "src")
    address = image.get(name) or image.get("srcset")
    if not address or address.startswith("data:"):
        return f"at {image.start}"
    address = address.split()[0].replace("%2F", "/").replace("%3A", ":").rstrip("/,")
    parts = [_QUERY.split(part, maxsplit=1)[0] for part in address.split("/")[-2:]]
    stem = _SIZE.sub("", (parts[-1] or address).rsplit(".", 1)[0])
    return "/".join([*parts[-2:-1], stem]) if stem.lower() in _COMMON or len(stem) < 3 else stem
