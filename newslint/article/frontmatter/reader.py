"""Reads the front matter of a file: headline, standfirst, byline, captions and suppressions."""

from __future__ import annotations

import re

from newslint.article.builder import Builder
from newslint.article.frontmatter.scalars import Scalar, put_scalar, scalar_text
from newslint.article.model import BYLINE, CAPTION, CREDIT, HEADLINE, NO_RULE, OTHER, STANDFIRST, WRONG_KEY
from newslint.source import Source, Span

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE)

_HEADLINE = ("title", "headline")
_STANDFIRST = frozenset(
    "description standfirst summary subtitle dek deck excerpt strapline subheadline lede sell".split()
)
_BYLINE = frozenset({"author", "authors", "byline", "bylines"})
_NAME = frozenset({"name", "title"})
_CAPTION = re.compile(r"(?:^|.*[_-])(?:caption|cutline)$|.*Caption$", re.DOTALL)
_CREDIT = re.compile(
    r"(?:credits?|attribution|copyright|photographer)$|(?:.*[_-])?(?:image|photo|picture|cover|thumbnail|hero)[_-]?"
    r"(?:[Cc]redits?|[Ss]ource|[Aa]ttribution)$",
    re.DOTALL,
)
_ALTERNATIVE = re.compile(
    r"(?:alt|title|alt[_-]?text|altText)$|(?:.*[_-])?(?:image|photo|picture|cover|thumbnail|hero)[_-]?(?:[Aa]lt|[Tt]itle)$",
    re.DOTALL,
)
_PICTURE = re.compile(
    r"image|photo|picture|cover|thumb|hero|gallery|figure|media|banner|feature|slide|carousel|resources",
    re.IGNORECASE,
)


def read_front_matter(builder: Builder, source: Source, keys: tuple[str, ...]) -> int:
    """Add what the front matter says to the builder; returns where the body starts."""
    text = source.text
    fence = _FENCE.match(text)
    if fence is None:
        return 0
    toml = fence.group(1) == "+++"
    close = (_TOML_END if toml else _YAML_END).search(text, fence.end())
    if close is None:
        return 0
    if toml:
        from newslint.article.frontmatter.toml_scalars import scalars
    else:
        from newslint.article.frontmatter.yaml_scalars import scalars
    _Fields(builder, text, keys, scalars(text, fence.end(), close.start())).put()
    return close.end()


class _Fields:
    """The scalars of one front matter on their way to blocks."""

    def __init__(self, builder: Builder, text: str, keys: tuple[str, ...], found: list[Scalar]) -> None:
        self.builder = builder
        self.text = text
        self.keys = frozenset(keys)
        self.found = found

    def put(self) -> None:
        """Add the blocks in reading order, and the suppressions."""
        self._suppressions()
        headline = min(
            (each for each in self.found if len(each.path) == 1 and each.path[0].lower() in _HEADLINE),
            key=lambda each: _HEADLINE.index(each.path[0].lower()),
            default=None,
        )
        if headline is not None:
            self._add(HEADLINE, headline)
        seen: set[str] = set()
        for each in self.found:
            if len(each.path) == 1 and each.path[0].lower() in _STANDFIRST:
                shown = " ".join(scalar_text(self.text, each).split())
                if shown not in seen:
                    seen.add(shown)
                    self._add(STANDFIRST, each)
        for each in self.found:
            if self._is_byline(each):
                self._add(BYLINE, each)
        self._pictures()
        for each in self.found:
            names = [name for name in each.path if not name.startswith("#")]
            if names and (".".join(names) in self.keys or names[-1] in self.keys):
                self._add(OTHER, each)

    def _is_byline(self, scalar: Scalar) -> bool:
        names = [name for name in scalar.path if not name.startswith("#")]
        return bool(names) and names[0].lower() in _BYLINE and (len(names) == 1 or names[1:] == ["name"])

    def _pictures(self) -> None:
        """Each picture's caption once: its caption, else its title or alternative text; then its credit."""
        groups: dict[tuple[str, ...], list[Scalar]] = {}
        for each in self.found:
            if each.path and not set(each.path) & self.keys:
                groups.setdefault(each.path[:-1], []).append(each)
        for path, members in groups.items():
            pictured = any(_PICTURE.search(name) for name in path)
            captions = [each for each in members if _CAPTION.match(each.path[-1])]
            if not captions and (pictured or not path):
                captions = [
                    each
                    for each in members
                    if _ALTERNATIVE.match(each.path[-1])
                    and (path or each.path[-1].lower() not in (*_HEADLINE, "alt"))
                    and len(scalar_text(self.text, each).split()) > 2
                ][-1:]
            for each in captions:
                self._add(CAPTION, each)
            if captions or pictured:
                for each in members:
                    if _CREDIT.match(each.path[-1]):
                        self._add(CREDIT, each)

    def _suppressions(self) -> None:
        wishes = [each for each in self.found if each.path[:1] == ("newslint",)]
        reason = next((each for each in self.found if each.path == ("newslint", "reason")), None)
        for each in wishes:
            if each.path[1:2] != ("off",):
                if each.path[1:2] != ("reason",):
                    self._suppress_not(each, WRONG_KEY)
                continue
            rules = tuple(name for name in re.split(r"[\s,]+", scalar_text(self.text, each)) if name)
            if rules:
                why = scalar_text(self.text, reason) if reason else ""
                self.builder.suppress(rules, why, Span(each.start, each.end), file=True)
            else:
                self._suppress_not(each, NO_RULE)

    def _suppress_not(self, scalar: Scalar, fault: str) -> None:
        if scalar.end > scalar.start:
            self.builder.suppress((), "", Span(scalar.start, scalar.end), fault=fault)

    def _add(self, kind: str, scalar: Scalar) -> None:
        self.builder.begin(kind)
        put_scalar(self.builder, self.text, scalar)
        self.builder.end()
