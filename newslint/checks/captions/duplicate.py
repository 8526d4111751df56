"""The same block again in one article: a caption, a headline, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from newslint.article import CAPTION, Article, Block
from newslint.checks.captions._captions import captions, credit_key, plain
from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

_NOTE = lazy_pattern(
    r"(?:corrections?|clarifications?|editor['’]s note|editors['’] note|note|updated?|this (?:article|story) (?:was|has been))\b",
    re.I,
)
_TIME = lazy_pattern(
    r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?[A-Z]{2,4})?(?:\s*[:—–-].*)?", re.I
)
_TIME_OF_DAY = lazy_pattern(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?(?![\d.:%])", re.I)
_SHORT = 30  # characters
_REFRAIN_WORDS = 15
_SPECIFICATION = lazy_pattern(
    r"[^.!?:\n]{1,30}: [^.!?]{1,70}"
)  # "Weight: 410 g (14 oz)", of each product again
_LIVE = 3  # blocks that begin with a time of day make a live blog


class Params(NamedTuple):
    """`kinds` of blocks that are compared with one another; shorter ones than `words` words are left out.
    `background`: a line that a live blog repeats, a refrain, a question or a note may stand again."""

    kinds: list[str]
    words: int = 1
    background: bool = False


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The repetition, whole; the message may name {first.line}."""
    article = analysis.article
    live: bool | None = None
    for key, blocks in _repeated(article, params).items():
        may_repeat = False
        if params.background:
            live = _is_live(article) if live is None else live
            may_repeat = live or _may_repeat(article, key, blocks)
        first = blocks[0].span
        for before, block in pairwise(blocks):
            if not may_repeat or _is_pasted_twice(article, before, block, live):
                yield Finding(
                    block.start,
                    block.end,
                    {"first": first, "times": len(blocks)},
                    related=[Related(first, "here first")],
                )


def _repeated(article: Article, params: Params) -> dict[str, list[Block]]:
    """The blocks that stand more than once, by what they say."""
    if params.kinds == [CAPTION]:
        return _groups(
            (f"{c.key}|{sorted(credit_key(c.credit))}|{c.picture}", c.block) for c in captions(article)
        )
    blocks = [block for block in article.blocks if block.kind in params.kinds]
    alike = _groups((_signature(article, block), block) for block in blocks)
    return _groups(
        (key, block)
        for group in alike.values()
        for block in group
        if _counted_words(key := plain(article.text_of(block)).casefold()) >= params.words
    )


def _groups(keyed: Iterable[tuple[str, Block]]) -> dict[str, list[Block]]:
    groups: dict[str, list[Block]] = {}
    for key, block in keyed:
        groups.setdefault(key, []).append(block)
    return {key: group for key, group in groups.items() if len(group) > 1}


def _counted_words(key: str) -> int:
    """How many words a block says; numbers are none."""
    return sum(any(map(str.isalpha, word)) for word in key.split())


def _signature(article: Article, block: Block) -> str:
    """The letters with which a block begins: blocks that differ in them need no closer look."""
    start = article.text[block.start : min(block.end, block.start + 32)]
    return "".join(filter(str.isalnum, start))[:18].casefold()


def _may_repeat(article: Article, key: str, blocks: list[Block]) -> bool:
    """Whether a paragraph may stand again: a note, a question, a specification, or a short line that comes again and
    again."""
    if article.text[blocks[0].end - 1] == "?":
        return True  # an interviewer's
    if _SPECIFICATION.fullmatch(article.text, blocks[0].start, blocks[0].end):
        return True
    return bool(_NOTE.match(key)) or (len(blocks) > 2 and key.count(" ") < _REFRAIN_WORDS)


def _is_pasted_twice(article: Article, before: Block, block: Block, live: bool | None) -> bool:
    """Whether a sentence follows upon itself, as no line of background or refrain does; or an entry of a live blog
    stands again with its time."""
    text = article.text
    if text[block.end - 1] == "." and not text[before.end : block.start].strip():
        return True
    if not live:
        return False
    if _TIME_OF_DAY.match(text, block.start, block.end):
        return True
    time = _line_before(text, block)
    return bool(_TIME_OF_DAY.fullmatch(time)) and time == _line_before(text, before)


def _line_before(text: str, block: Block) -> str:
    """The line above a block where it is short, as a time of day is."""
    return text[max(0, block.start - _SHORT) : block.start].rstrip().rpartition("\n")[2].strip()


def _is_live(article: Article) -> bool:
    return sum(bool(_TIME.match(article.text, block.start, block.end)) for block in article.blocks) >= _LIVE


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("times", places=["first"])})
