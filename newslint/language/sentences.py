"""Sentences: where they begin and end."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.article import Article

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])")


class Sentence(NamedTuple):
    """A sentence: its span in the article's text and the index of its block."""

    start: int
    end: int
    block: int


def sentences(article: Article) -> list[Sentence]:
    """The article's sentences in order; each lies in one block."""
    found: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        start = block.start
        for match in _END.finditer(article.text, block.start, block.end):
            found.append(Sentence(start, match.end(), index))
            start = match.end()
            while start < block.end and article.text[start].isspace():
                start += 1
        if start < block.end:
            found.append(Sentence(start, block.end, index))
    return found
