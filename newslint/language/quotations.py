"""Quotations: words in quotation marks, nested, mixed and over several paragraphs.

Each block is gone through mark by mark with a stack of what is open. A straight mark opens or closes by what stands
beside it; a single one is an apostrophe unless it can open and another can close. A double mark that is still open
at the end of its paragraph is right when the next paragraph opens again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field, replace

from newslint.article import Article, Block

_MARKS = re.compile(r"[\"“”„«»‘’‚‹›']")
_TAG = re.compile(r"</?[a-z][^<>]{0,400}>?")
_DOUBLE, _SINGLE = "double", "single"
_CLOSES = {"”": _DOUBLE, "»": _DOUBLE, "’": _SINGLE, "›": _SINGLE}
_OPENS = {"“": _DOUBLE, "„": _DOUBLE, "«": _DOUBLE, "‘": _SINGLE, "‚": _SINGLE, "‹": _SINGLE}
# Words that begin with an apostrophe: 'tis, 'em, '90s.
_ELISION = re.compile(
    r"(?:\d{2}s?\b|(?:tis|twas|twere|til|till|em|cause|bout|round|n|nuff|sup|er|im|ere|kay|neath|tude|scuse)\b)",
    re.I,
)
_OPENERS = " \t\n\r\xa0([{—–-/…\ufffc"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: from the opening mark to after the closing one (offsets in the article's text).

    `closing` is "" where the quotation runs on in the next paragraph (`continued`) or is never closed; it then
    ends with its block. `depth` counts the quotations around it.
    """

    start: int
    end: int
    opening: str
    closing: str
    depth: int = 0
    continued: bool = False


@dataclass(slots=True)
class QuoteScan:
    """All quotations of an article in order of their start, and the closing marks that close nothing."""

    quotations: list[Quotation] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def covers(self, offset: int) -> bool:
        """Whether an outermost quotation holds the offset."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


def scan(article: Article) -> QuoteScan:
    """The quotations of an article."""
    result = QuoteScan()
    blocks = article.blocks
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        _scan_block(article.text, block, following, result)
    result.quotations.sort(key=lambda quotation: (quotation.start, -quotation.end))
    outer = [quotation for quotation in result.quotations if quotation.depth == 0]
    result._starts = [quotation.start for quotation in outer]
    result._ends = [quotation.end for quotation in outer]
    return result


def _scan_block(text: str, block: Block, following: Block | None, result: QuoteScan) -> None:
    stack: list[tuple[int, str, str]] = []  # start, mark, double or single
    tags = deque(m.span() for m in _TAG.finditer(text, block.start, block.end))
    for match in _MARKS.finditer(text, block.start, block.end):
        at, mark = match.start(), match.group()
        while tags and tags[0][1] <= at:
            tags.popleft()
        if tags and tags[0][0] <= at:
            continue  # an attribute of markup that stands in the copy
        role, size = _role(text, at, mark, block, stack)
        if role == "open":
            same = next((n for n, (_, _, s) in enumerate(stack) if s == size), None)
            if same is not None and size == _DOUBLE:
                _unclosed(stack[same], at, same, result)
                del stack[same:]
            stack.append((at, mark, size))
        elif role == "close":
            level = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][2] == size), None)
            if level is None:
                if size == _DOUBLE and not _closes_outer(block, at + 1, mark, result):
                    result.unopened.append(at)
                continue
            start, opening, _ = stack[level]
            del stack[level:]
            result.quotations.append(Quotation(start, at + 1, opening, mark, level))
    for level, (start, opening, size) in enumerate(stack):
        if size == _DOUBLE:
            goes_on = following is not None and text[following.start] in '"“„«'
            quotation = Quotation(start, block.end, opening, "", level)
            result.quotations.append(replace(quotation, continued=goes_on))


def _closes_outer(block: Block, end: int, mark: str, result: QuoteScan) -> bool:
    """Whether a mark closes a quotation of this block in which another one was opened with the same marks."""
    for at in range(len(result.quotations) - 1, -1, -1):
        quotation = result.quotations[at]
        if quotation.start < block.start:
            return False
        if not quotation.closing and quotation.opening in '"“':
            result.quotations[at] = replace(quotation, end=end, closing=mark)
            return True
    return False


def _unclosed(entry: tuple[int, str, str], end: int, level: int, result: QuoteScan) -> None:
    """A double mark that is open when the next one opens: it was never closed."""
    start, opening, _ = entry
    result.quotations.append(Quotation(start, end, opening, "", level))


def _role(text: str, at: int, mark: str, block: Block, stack: list[tuple[int, str, str]]) -> tuple[str, str]:
    """Whether a mark opens, closes or does neither, and of which size it is."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if mark in "“„«":
        # German and Swedish close with what English opens with.
        if (
            mark == "“"
            and (before.isalnum() or before in ",.!?…")
            and (after.isspace() or after in ",.;:!?)—–")
        ):
            return "close", _DOUBLE
        return "open", _DOUBLE
    if mark in "”»":
        if after.isalnum() and (before in _OPENERS or at == block.start):
            return ("close" if mark == "»" else "open"), _DOUBLE
        return "close", _DOUBLE
    if mark == '"':
        return _straight(text, at, before, after, stack), _DOUBLE
    return _single(text, at, mark, before, after, block, stack), _SINGLE


def _straight(text: str, at: int, before: str, after: str, stack: list[tuple[int, str, str]]) -> str:
    is_open = any(size == _DOUBLE for _, _, size in stack)
    left = before in _OPENERS or before in "“‘'\"’"
    right = after.isspace() or after in ".,;:!?)]}—–-/”’'\"…"
    if before.isdigit() and not is_open:
        return ""  # 5'10" and 12": inches
    if left and not right:
        return "open"
    if right and not left:
        return "close"
    return "close" if is_open else "open"


def _single(
    text: str, at: int, mark: str, before: str, after: str, block: Block, stack: list[tuple[int, str, str]]
) -> str:
    if mark in "‚‹":
        return "open" if mark == "‹" else ""
    if mark == "›":
        return "close"
    is_open = any(size == _SINGLE for _, _, size in stack)
    inside = before.isalnum() and after.isalnum()
    if inside:
        return ""
    opens = (before in _OPENERS or before in '“"„«') and (after.isalnum() or after in '“"[($£€…')
    if mark == "‘" or (mark == "'" and opens and not is_open):
        if not opens or _ELISION.match(text, at + 1):
            return ""
        return "open" if _can_close(text, at + 1, block.end) else ""
    if not is_open or after.isalnum() or before.isspace():
        return ""
    if (
        before in "sS"
        and after == " "
        and text[at + 2 : at + 3].islower()
        and _closes_better(text, at + 1, block.end)
    ):
        return ""  # the workers' rights
    return "close"


_CLOSING_SINGLE = re.compile(r"(?<=[^\s(\[{—–-])['’](?![^\W_])")
_SURE_CLOSING_SINGLE = re.compile(r"(?<=[.,!?…])['’](?![^\W_])")
_FAR = 600  # characters that are searched for the end of a quotation in single marks


def _can_close(text: str, start: int, end: int) -> bool:
    return _CLOSING_SINGLE.search(text, start, min(end, start + _FAR)) is not None


def _closes_better(text: str, start: int, end: int) -> bool:
    """Whether a mark further on closes for sure, so that this one is a possessive's."""
    return _SURE_CLOSING_SINGLE.search(text, start, min(end, start + _FAR)) is not None
