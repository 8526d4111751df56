"""Tells apart what markup leaves open: bylines, labels, datelines and captions among plain paragraphs.

The recognisers are those of the plain text reader, so an article reads alike in every format.
"""

from __future__ import annotations

from dataclasses import replace

from newslint.article import BYLINE, CAPTION, CREDIT, DATELINE, HEADLINE, PARAGRAPH, RESIDUE, Article, Block
from newslint.article.recognise import line_kinds as forms
from newslint.article.recognise.caption_credits import mark_credits

_LONGEST = 600  # characters; what is longer is a paragraph


def refine(article: Article, *, page: bool = False) -> Article:
    """The article with its plain paragraphs told apart and its captions' credits marked.

    A whole page says itself what is a caption, and its paragraphs stay whole.
    """
    headline = next((article.text_of(block) for block in article.blocks if block.kind == HEADLINE), None)
    several = len(article.blocks) > 1
    blocks: list[Block] = []
    moved: list[int] = []  # the new index of each block
    for block in article.blocks:
        text = article.text_of(block)
        if block.kind == PARAGRAPH and not block.quoted:
            if not page and len(text) <= _LONGEST and (inside := forms.caption_in_brackets(text)):
                block.start, block.end = block.start + inside[0], block.start + inside[1]
                text = article.text_of(block)
            if len(text) <= _LONGEST:
                block.kind = _kind(text, headline, several, page)
            if block.kind == CAPTION:
                block.start += forms.caption_label(text)
            elif block.kind == PARAGRAPH and not page and 0 < (length := forms.dateline(text)) < len(text):
                line = text[:length].rstrip()
                blocks.append(Block(DATELINE, block.start, block.start + len(line)))
                block.start += length
        moved.append(len(blocks))
        blocks.append(block)
    article.blocks = blocks
    article.suppressions = [
        wish if wish.block is None or wish.block < 0 else replace(wish, block=moved[wish.block])
        for wish in article.suppressions
    ]
    return mark_credits(article)


def _kind(text: str, headline: str | None, several: bool, page: bool) -> str:
    if several and forms.is_label(text):
        return RESIDUE
    if forms.is_credit(text):
        return CREDIT
    if not page and forms.is_caption(text):
        return CAPTION
    if several and forms.is_byline(text):
        return BYLINE
    if (
        headline is not None
        and not page
        and " ".join(text.split()).casefold() == " ".join(headline.split()).casefold()
    ):
        return HEADLINE
    return PARAGRAPH
