"""A widget's label that was copied with the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article.recognise.widget_labels import is_label
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """None: the labels are known to the readers, too, which keep them out of the paragraphs."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each block that is a label and nothing else, in an article that has other blocks."""
    article = analysis.article
    if len(article.blocks) > 1:
        for block in article.blocks:
            if block.end - block.start <= 60 and is_label(article.text_of(block)):
                yield Finding(block.start, block.end, {"label": article.text_of(block)})


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("label")})
