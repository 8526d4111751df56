"""A bracket without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

_BRACKET = lazy_pattern(r"[()\[\]]")
_PARTNER = {")": "(", "]": "["}
# A list's number or letter, 1) or a) or iv); a smiley.
_ITEM = lazy_pattern(r"(?:^|[\s;:,.(])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")
_SMILEY = lazy_pattern(r"[:;8=xX][-^o']?$")
_NEXT_WORD = lazy_pattern(r"\S{1,40}")
_LAST_WORD = lazy_pattern(r"\S{1,40}$")


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The bracket with the word beside it, in each block for itself."""
    text = analysis.text
    if not _BRACKET.search(text):
        return
    blocks = analysis.article.blocks
    for number, block in enumerate(blocks):
        stack: list[tuple[int, str]] = []
        for match in _BRACKET.finditer(text, block.start, block.end):
            at, mark = match.start(), match.group()
            if mark in "([":
                if not (mark == "(" and _SMILEY.search(text, max(block.start, at - 2), at)):
                    stack.append((at, mark))
            elif stack and stack[-1][1] == _PARTNER[mark]:
                stack.pop()
            elif not _may_stand_alone(text, block.start, at, mark):
                word = _LAST_WORD.search(text, max(block.start, at - 40), at)
                yield Finding(word.start() if word else at, at + 1, {"mark": mark}, variant="close")
        for at, mark in stack[:1]:  # of several the others follow from the first
            if not (
                number + 1 < len(blocks)
                and _closes_first(text, blocks[number + 1].start, blocks[number + 1].end)
            ):
                word = _NEXT_WORD.match(text, at, block.end)
                yield Finding(at, word.end() if word else at + 1, {"mark": mark}, variant="open")


def _may_stand_alone(text: str, start: int, at: int, mark: str) -> bool:
    before = max(start, at - 6)
    if mark == ")":
        return bool(
            _ITEM.search(text, before, at) or _SMILEY.search(text, max(start, at - 2), at)
        ) or _opened_before(text, start)
    return False


def _opened_before(text: str, start: int) -> bool:
    """Whether the block before was left with an open bracket: a remark over two paragraphs."""
    before = text[max(0, start - 2000) : start].rstrip("\n").rpartition("\n\n")[2]
    return before.count("(") > before.count(")")


def _closes_first(text: str, start: int, end: int) -> bool:
    first = _BRACKET.search(text, start, end)
    return first is not None and first.group() in ")]"


CHECK = ArticleCheck(params=Params, run=check, placeholders={"open": fills("mark"), "close": fills("mark")})
