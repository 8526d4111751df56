"""Reads plain text as news."""

from __future__ import annotations

import re

from newslint.article import CAPTION, HEADLINE, PARAGRAPH, Article
from newslint.article.builder import Builder
from newslint.source import Source

_LINE = re.compile(r"[^\r\n]+")
_CAPTION = re.compile(r"^(?:CAPTION|CUTLINE|PHOTO): |\((?:AFP|AP|Reuters|EPA|AP Photo/[^)]*)\)$")


def read(source: Source) -> list[Article]:
    """The articles of a text file."""
    builder = Builder(source)
    for match in _LINE.finditer(source.text):
        line = match.group().strip()
        if _CAPTION.search(line):
            kind = CAPTION
        elif not builder and len(line) < 120 and not line.endswith("."):
            kind = HEADLINE
        else:
            kind = PARAGRAPH
        builder.add(kind, match.start(), match.end())
    return [builder.build()] if builder else []
