"""Reads HTML into a tree whose every tag and text knows its place, in linear time whatever comes.

The standard library's parser is not used: on this and older Pythons it scans the rest of the page
again and again after an unclosed comment or an ampersand that starts nothing. The rules are those of
HTML's own tokenizer; the tree is the browser's but for what never matters to prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from newslint.source import Span

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p"
    " pre search section summary table tbody td tfoot th thead tr ul".split()
)
# Elements that end an open paragraph. Tables and their parts do too, in all but quirks mode.
_ENDS_P = BLOCK - {
    "body",
    "html",
    "option",
    "optgroup",
    "caption",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
}
# An element that starts ends an open one of these, unless one of those stands between.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "tr": (frozenset({"tr", "td", "th", "caption"}), frozenset({"table"})),
    "td": (frozenset({"td", "th", "caption"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th", "caption"}), frozenset({"table", "tr"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}), frozenset({"table"})),
    "thead": (frozenset({"caption"}), frozenset({"table"})),
}
_P_STAYS_OPEN_ACROSS = frozenset({"table", "td", "th", "button", "caption", "object", "template"})
_RAW = frozenset("script style textarea title iframe noembed noframes xmp".split())
_DEPTH = 256  # how far up a tag looks for the element that it ends
_PATIENCE = 64  # how many tags may fail to end before quotation marks in tags are no longer believed

_MARK = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(r"""</?([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)*+)>""")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"""([^\s/>="'][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?)?"""
)
_COMMENT_END = re.compile(r"--!?>")


class Node:
    """An element: its tag, its children in order (elements and spans of text), and its place."""

    __slots__ = ("_attributes", "_source", "children", "end", "inner", "parent", "start", "tag", "words")

    def __init__(self, source: str, tag: str, start: int, inner: int, parent: Node | None) -> None:
        self._source = source
        self._attributes: dict[str, Span] | None = None
        self.tag = tag
        self.start = start  # of the start tag
        self.inner = inner  # where the start tag ends
        self.end = inner  # of the end tag, or where the element ends without one
        self.parent = parent
        self.children: list[Node | Span] = []
        self.words: str | None = None  # class, id and the like in lower case, made on first use

    @property
    def is_bare(self) -> bool:
        """Whether the start tag holds nothing but the name."""
        return self.inner - self.start == len(self.tag) + 2

    @property
    def attributes(self) -> dict[str, Span]:
        """The place of each attribute's value, by lower-case name; the first of a name counts."""
        if self._attributes is None:
            self._attributes = {}
            for match in _ATTRIBUTE.finditer(self._source, self.start + 1 + len(self.tag), self.inner - 1):
                group = match.lastindex or 1
                span = Span(*match.span(group)) if group > 1 else Span(match.end(), match.end())
                self._attributes.setdefault(match.group(1).lower(), span)
        return self._attributes

    def get(self, name: str) -> str:
        """An attribute's value with its entities decoded, empty where it has none."""
        span = self.attributes.get(name)
        if span is None:
            return ""
        value = self._source[span.start : span.end]
        return unescape(value) if "&" in value else value

    def walk(self) -> Iterator[Node]:
        """The elements inside, in the order of the page."""
        stack = [iter(self.children)]
        while stack:
            for child in stack[-1]:
                if isinstance(child, Node):
                    yield child
                    stack.append(iter(child.children))
                    break
            else:
                stack.pop()


class Comment(Span):
    """A comment, kept in the tree because it may silence a rule; the span is of what it says."""

    __slots__ = ()


def parse(text: str, start: int = 0, end: int | None = None) -> Node:
    """The tree of a page or of a piece of a file; its root is an element without a tag."""
    return _Tree(text, start, len(text) if end is None else end).root


class _Tree:
    """The tree so far, and the elements that are open."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text = text
        self.stop = stop
        self.root = Node(text, "", start, start, None)
        self.root.end = stop
        self.stack = [self.root]
        self.open: dict[str, int] = {}  # how many elements of each tag are open
        self._failures = 0
        self._last_close = text.rfind(">", start, stop)
        self._read(start)
        self._close_to(1, stop)

    def _read(self, at: int) -> None:
        text, size = self.text, self.stop
        search, match_tag = _MARK.search, _TAG.match
        while at < size:
            mark = search(text, at, size)
            if mark is None or (start := mark.start()) > self._last_close:
                self._text(at, size)
                return
            if start > at:
                self._text(at, start)
            following = text[start + 1]
            if following in "!?" or (following == "/" and not text[start + 2 : start + 3].isalpha()):
                at = self._declaration(start)
                continue
            tag = match_tag(text, start, size) if self._failures < _PATIENCE else None
            if tag is not None:
                name, at = tag.group(1).lower(), tag.end()
            else:
                # A quotation mark that is never closed, or more than anyone reads: the next '>' ends the tag.
                self._failures += 1
                at = text.find(">", start) + 1
                found = _NAME.search(text, start + 1)
                name = found.group().lower() if found else ""
            if following == "/":
                self._end(name, start, at)
            else:
                at = self._start(name, start, at)

    def _text(self, start: int, end: int) -> None:
        self.stack[-1].children.append(Span(start, end))

    def _declaration(self, start: int) -> int:
        """A comment, a doctype, a processing instruction or what is read as one; returns its end."""
        text = self.text
        if not text.startswith("<!--", start):
            end = text.find("]]>" if text.startswith("<![CDATA[", start) else ">", start, self.stop)
            return self.stop if end == -1 else text.index(">", end) + 1
        if text.startswith((">", "->"), start + 4):
            return text.index(">", start) + 1
        close = _COMMENT_END.search(text, start + 4, self.stop)
        if close is None:
            return self.stop
        self.stack[-1].children.append(Comment(start, close.end()))
        return close.end()

    def _start(self, name: str, start: int, end: int) -> int:
        opened = self.open
        if name in _ENDS_P and opened.get("p"):
            self._end_implied(frozenset({"p"}), _P_STAYS_OPEN_ACROSS, start)
        if name in _ENDS:
            self._end_implied(*_ENDS[name], start)
        parent = self.stack[-1]
        node = Node(self.text, name, start, end, parent)
        parent.children.append(node)
        if name in VOID or (self.text.startswith("/", end - 2) and name not in BLOCK and name not in _RAW):
            return end
        if name in _RAW:
            close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.text, end, self.stop)
            node.children.append(Span(end, close.start() if close else self.stop))
            stop = self.text.find(">", close.start(), self.stop) if close else -1
            node.end = self.stop if stop == -1 else stop + 1
            return node.end
        self.stack.append(node)
        opened[name] = opened.get(name, 0) + 1
        return end

    def _end(self, name: str, start: int, end: int) -> None:
        if not self.open.get(name):
            if name in ("br", "p"):  # browsers read </br> as <br>
                self.stack[-1].children.append(Node(self.text, "br", start, end, self.stack[-1]))
            return
        if name in BLOCK:
            depth = len(self.stack) - 1
            while self.stack[depth].tag != name:
                depth -= 1
        else:
            # An inline element's end does not end the paragraph that was opened inside it.
            found = self._find(frozenset({name}), BLOCK)
            if found is None:
                return
            depth = found
        node = self.stack[depth]
        self._close_to(depth, start)
        node.end = end

    def _end_implied(self, tags: frozenset[str], barriers: frozenset[str], at: int) -> None:
        """End the outermost open element of these tags that no barrier shields."""
        if not any(map(self.open.get, tags)):
            return
        while (depth := self._find(tags, barriers)) is not None:
            self._close_to(depth, at)

    def _find(self, tags: frozenset[str], barriers: frozenset[str]) -> int | None:
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - _DEPTH), -1):
            tag = self.stack[depth].tag
            if tag in tags:
                return depth
            if tag in barriers:
                return None
        return None

    def _close_to(self, depth: int, at: int) -> None:
        """End the open elements from this depth on."""
        for node in self.stack[depth:]:
            node.end = at
            self.open[node.tag] -= 1
        del self.stack[depth:]
