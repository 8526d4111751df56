"""Reads Markdown with front matter as news."""

from __future__ import annotations

from newslint.article import Article
from newslint.article.builder import Builder
from newslint.article.frontmatter.reader import read_front_matter
from newslint.article.markdown.blocks import Blocks
from newslint.article.markdown.events import events
from newslint.article.markdown.templates import hide
from newslint.article.recognise.classify import refine
from newslint.source import Source


def read(source: Source, keys: tuple[str, ...] = ()) -> list[Article]:
    """The articles of a Markdown file; `keys` are further front matter keys whose values are text."""
    builder = Builder(source)
    start = read_front_matter(builder, source, keys)
    body, hidden = hide(source.text, start)
    blocks = Blocks(source, builder, hidden)
    for name, tag, begin, end, value in events(body, start):
        blocks.take(name, tag, begin, end, value)
    blocks.close()
    return [refine(builder.build())] if builder else []
