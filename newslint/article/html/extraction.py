"""Finds the article in a page: its headline, the element that holds its text, and where both lie."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from newslint.article.html.class_names import is_body
from newslint.article.html.runs import Picture, Run, runs
from newslint.article.html.tree import Comment, Node
from newslint.source import Span

_SENTENCE = 60  # characters; text shorter than this says little of where the article is
_MANY = 200  # headings or bodies; a page with more is no article's
_LONGEST = 4000  # characters of a heading's markup that are looked at
_WORD = re.compile(r"\w+")
_PAGE = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
_SITE = re.compile(r".*(\s[|–—·»-]\s)", re.DOTALL)

Piece = Run | Picture | Comment


@dataclass(slots=True)
class ExtractedArticle:
    """An article in a page."""

    headline: Node | None
    root: Node  # holds the text
    scope: Node  # holds the text, the headline and what belongs to both
    frame: Node  # the page's own element for the article, where the scope stands in one
    pieces: list[Piece]
    whole: bool  # a fragment: all of it is the article
    title: Span | None = None  # the page's title, where nothing else gives the headline


def find(text: str, tree: Node) -> list[ExtractedArticle]:
    """The article of a page, or the articles of a fragment."""
    if not _PAGE.search(text, tree.start, tree.end):
        return _fragments(text, tree)
    landmarks = _Landmarks(text, tree)
    headline = landmarks.headline()
    body = landmarks.body()
    keep = frozenset(node.start for each in (headline, body) if each is not None for node in _upward(each))
    pieces = list(runs(text, landmarks.page, keep))
    root = _densest(landmarks, pieces, body)
    scope = root if headline is None else _common(root, headline)
    return [
        ExtractedArticle(
            headline, root, scope, _frame(scope), pieces, False, None if headline else landmarks.title()
        )
    ]


def _fragments(text: str, tree: Node) -> list[ExtractedArticle]:
    """One article, or one for each <article> where several stand side by side with a heading each."""
    pieces = list(runs(text, tree, frozenset()))
    articles = [node for node in tree.children if isinstance(node, Node) and node.tag == "article"]
    if len(articles) < 2 or not all(
        any(each.tag in ("h1", "h2") for each in node.walk()) for node in articles
    ):
        return [ExtractedArticle(_first_heading(pieces), tree, tree, tree, pieces, True)]
    groups: list[list[Piece]] = [[] for _ in articles]
    ends = [node.end for node in articles]
    for piece in pieces:
        at = piece.node.start if isinstance(piece, Picture) else piece.start
        groups[min(bisect_right(ends, at), len(groups) - 1)].append(piece)
    return [
        ExtractedArticle(_first_heading(group), node, node, node, group, True)
        for node, group in zip(articles, groups, strict=True)
    ]


def _first_heading(pieces: list[Piece]) -> Node | None:
    """A heading of any level that stands before all other text."""
    first = next((piece for piece in pieces if isinstance(piece, Run)), None)
    return first.context.heading if first else None


class _Landmarks:
    """What a first look at a page finds: its titles, first-level headings and named bodies."""

    def __init__(self, text: str, tree: Node) -> None:
        self.text = text
        self.page = tree
        self.order: list[Node] = []
        self.title_span: Span | None = None
        self.titles: list[str] = []
        self._headings: list[Node] = []
        self.bodies: list[Node] = []  # elements that say that they hold an article's text
        for node in tree.walk():
            self.order.append(node)
            tag = node.tag
            if tag == "body":
                self.page = node
            elif tag == "meta":
                self._meta(node)
            elif tag == "title" and not self.title_span and node.children:
                self.title_span = node.children[0] if isinstance(node.children[0], Span) else None
                self.titles.append(_plain(text[node.inner : min(node.end, node.inner + _LONGEST)]))
            elif len(self._headings) < _MANY and (
                tag in ("h1", "h2") or (not node.is_bare and node.get("itemprop") == "headline")
            ):
                self._headings.append(node)
            if not node.is_bare and len(self.bodies) < _MANY and is_body(node):
                self.bodies.append(node)

    def headline(self) -> Node | None:
        """The heading that the page's titles name, else its first of the first level."""
        wanted = [frozenset(_WORD.findall(title.lower())) for title in self.titles]
        best, best_score = None, 0.0
        for node in self._headings:
            words = frozenset(
                _WORD.findall(_plain(self.text[node.inner : min(node.end, node.inner + _LONGEST)]).lower())
            )
            if not words:
                continue
            score = max((len(words & title) / len(words | title) for title in wanted if title), default=0.0)
            score += 0.1 if node.tag == "h1" else -0.2
            if node.tag == "h1" and len(words) > 3:
                score += 0.2
            if score > best_score:
                best, best_score = node, score
        return best

    def body(self) -> Node | None:
        """The named body with the most text, where it has a good part of the page's."""
        if not self.bodies:
            return None
        lengths = {id(node): 0 for node in self.bodies}
        open_: list[Node] = []
        waiting = iter(self.bodies)
        following = next(waiting, None)
        for node in self.order:
            while open_ and open_[-1].end <= node.start:
                open_.pop()
            if node is following:
                open_.append(node)
                following = next(waiting, None)
            if node.tag == "p" and open_:
                lengths[id(open_[-1])] += node.end - node.start
        return max(self.bodies, key=lambda node: (node.get("itemprop") == "articleBody", lengths[id(node)]))

    def title(self) -> Span | None:
        """The page's title without the site's name."""
        span = self.title_span
        if span is None:
            return None
        site = _SITE.match(self.text, span.start, span.end)
        return Span(span.start, site.start(1)) if site and site.start(1) - span.start > 20 else span

    def _meta(self, node: Node) -> None:
        name = node.get("property") or node.get("name")
        if name in ("og:title", "twitter:title", "title"):
            self.titles.append(node.get("content"))


def is_prose(run: Run) -> bool:
    """Whether a run is running text: not a label, a caption, or mostly links."""
    context = run.context
    return (
        run.length >= _SENTENCE
        and not (context.caption or context.heading or context.aside)
        and run.linked * 2 < run.length
    )


def _densest(landmarks: _Landmarks, pieces: list[Piece], body: Node | None) -> Node:
    """The element under which the article's paragraphs stand side by side."""
    prose: Counter[int] = Counter()
    own: Counter[int] = Counter()
    for piece in pieces:
        if isinstance(piece, Run) and is_prose(piece):
            holder = piece.context.holder
            prose[id(holder)] += piece.length - piece.linked
            above = holder if holder.tag == "div" or holder.parent is None else holder.parent
            own[id(above)] += piece.length - piece.linked
    children: dict[int, list[Node]] = {}
    for node in reversed(landmarks.order):
        amount = prose[id(node)]
        if amount and node.parent is not None:
            prose[id(node.parent)] += amount
            children.setdefault(id(node.parent), []).append(node)
    current = landmarks.page
    while True:
        total = prose[id(current)]
        best = max(children.get(id(current), ()), key=lambda node: prose[id(node)], default=None)
        if best is None or prose[id(best)] < 0.7 * total or own[id(current)] > 0.1 * total:
            break
        if best.tag in ("p", "li", "blockquote", "ul", "ol") or _is_continued(
            best, children[id(current)], prose
        ):
            break
        current = best
    if body is not None and prose[id(body)] >= 0.4 * prose[id(current)]:
        return _whole_body(landmarks, body, prose)
    return current


def _whole_body(landmarks: _Landmarks, body: Node, prose: Counter[int]) -> Node:
    """The body, or what holds all its pieces where it was cut for what stands between. A body without running text,
    of a video or a gallery, is no piece of anything."""
    least = max(1.0, 0.3 * prose[id(body)])
    whole = body
    for other in landmarks.bodies:
        if other.get("class") == body.get("class") and prose[id(other)] >= least:
            whole = _common(whole, other)
    return whole


def _is_continued(part: Node, others: list[Node], prose: Counter[int]) -> bool:
    """Whether an element is one of several of a kind that hold the text between them."""
    return bool(part.get("class")) and any(
        other is not part
        and other.tag == part.tag
        and other.get("class") == part.get("class")
        and prose[id(other)] >= _SENTENCE * 2
        for other in others
    )


def _frame(scope: Node) -> Node:
    """The <article> or <main> around the scope, or the scope."""
    for node in _upward(scope):
        if node.tag in ("article", "main") or node.get("itemtype").endswith("Article"):
            return node
    return scope


def _upward(node: Node) -> list[Node]:
    chain = []
    at: Node | None = node
    while at is not None:
        chain.append(at)
        at = at.parent
    return chain


def _common(one: Node, other: Node) -> Node:
    above = {id(node) for node in _upward(one)}
    return next(node for node in _upward(other) if id(node) in above)


def _plain(markup: str) -> str:
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())
