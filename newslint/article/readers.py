"""Which reader a file needs; a reader is a module with `read(source) -> list[Article]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath

from newslint.article import Article
from newslint.source import Source, has_lone_cr, with_line_feeds

FORMATS = ("text", "markdown", "html")
SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def read(
    source: Source, formats: Mapping[str, str] | None = None, keys: tuple[str, ...] = ()
) -> list[Article]:
    """The articles of a file. `formats` maps further suffixes (".adoc") to formats; `keys` are the
    front matter keys, beside the usual ones, whose values are text."""
    name = format_of(source.path, formats)
    read_from = source
    if has_lone_cr(source.text):  # the readers know LF and CRLF; the offsets are the same
        read_from = replace(source, text=with_line_feeds(source.text))
    module = import_module(f"newslint.article.{name}.reader")
    articles: list[Article] = module.read(read_from, keys) if name == "markdown" else module.read(read_from)
    for article in articles:
        article.source = source
    return articles


def format_of(path: str, formats: Mapping[str, str] | None = None) -> str:
    """The format of a path by its suffix; text where the suffix says nothing."""
    suffix = PurePath(path).suffix.lower()
    return (formats or {}).get(suffix) or SUFFIXES.get(suffix, "text")
