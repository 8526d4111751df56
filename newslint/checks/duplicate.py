"""The same block again in one article: a caption, a headline, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import CAPTION, Article, Block
from newslint.checks import Finding, Related
from newslint.checks.captions import captions, credit_key, plain
from newslint.language.analysis import Analysis

_NOTE = re.compile(
    r"(?:corrections?|clarifications?|editor['’]s note|editors['’] note|note|updated?|this (?:article|story) (?:was|has been))\b",
    re.I,
)
_TIME = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?[A-Z]{2,4})?(?:\s*[:—–-].*)?", re.I
)
_REFRAIN_WORDS = 15
_LIVE = 3  # blocks that begin with a time of day make a live blog


@dataclass(frozen=True, slots=True)
class Params:
    """`kinds` of blocks that are compared with one another; shorter ones than `words` words are left out.
    `background`: a line that a live blog repeats, a refrain or a note may stand again."""

    kinds: list[str]
    words: int = 1
    background: bool = False


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The repetition, whole; the message may name {first.line}."""
    article = analysis.article
    groups: dict[str, list[Block]] = {}
    for block, key in _blocks(article, params):
        groups.setdefault(key, []).append(block)
    live = params.background and _is_live(article)
    for key, blocks in groups.items():
        if len(blocks) > 1 and not (params.background and (live or _may_repeat(key, blocks))):
            first = blocks[0].span
            for block in blocks[1:]:
                yield Finding(
                    block.start,
                    block.end,
                    {"first": first, "times": len(blocks)},
                    related=[Related(first, "here first")],
                )


def _blocks(article: Article, params: Params) -> Iterator[tuple[Block, str]]:
    if params.kinds == [CAPTION]:
        for caption in captions(article):
            yield caption.block, f"{caption.key}|{sorted(credit_key(caption.credit))}"
        return
    for block in article.blocks:
        if block.kind in params.kinds:
            text = article.text_of(block)
            if text.count(" ") + 1 >= params.words:
                yield block, plain(text)


def _may_repeat(key: str, blocks: list[Block]) -> bool:
    """Whether a paragraph may stand again: a note, or a short line that comes again and again."""
    return bool(_NOTE.match(key)) or (len(blocks) > 2 and key.count(" ") < _REFRAIN_WORDS)


def _is_live(article: Article) -> bool:
    return sum(bool(_TIME.match(article.text, block.start, block.end)) for block in article.blocks) >= _LIVE
