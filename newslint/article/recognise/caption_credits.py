"""Marks the credit inside each caption of an article."""

from __future__ import annotations

from newslint.article import CAPTION, Article
from newslint.article.recognise.credits import credit
from newslint.source import Span


def mark_credits(article: Article) -> Article:
    """The article, each caption's credit marked where it has one."""
    for block in article.blocks:
        if block.kind == CAPTION and block.credit is None:
            found = credit(article.text_of(block))
            if found is not None:
                block.credit = Span(block.start + found.start, block.start + found.end)
    return article
