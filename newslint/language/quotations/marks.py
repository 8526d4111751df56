"""The quotation marks of a block, each with what its neighbours let it do: open, close, or neither (an apostrophe)."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from newslint.article import Block
from newslint.lazy_pattern import lazy_pattern

# An apostrophe inside a word is none of these: the commonest case never leaves the pattern.
# It begins with one set of characters, so that the search leaps from mark to mark.
MARKS = lazy_pattern(
    r"[\"“”„‟«»＂'’‘‚`‹›](?:(?<=[\"“”„‟«»＂])|(?<=`)`|(?<=')'|(?<=['’‘‚`‹›])(?:(?<![^\W_].)|(?![^\W_])))",
    re.DOTALL,
)


_TAG = lazy_pattern(r"</?[a-z][^<>]{0,400}>?")


OPENING, CLOSING = frozenset(("“", "„", "‟", "«", "``")), frozenset(("”", "»", "''"))


DOUBLE = OPENING | CLOSING | {'"', "＂"}


_OPENS_AFTER = frozenset("([{—–-/…“‘'\"«„=|+\ufffc")  # what an opening mark may follow without a space


_CLOSES_BEFORE = frozenset(".,;:!?)]}—–-/…'’”\"*|")


ELISION = lazy_pattern(  # what begins with an apostrophe: '90s, 'tis, 'em, 'hood
    r"(?:\d\ds?|tis|twas|twere|twill|em|til|till|cause|cuz|coz|bout|round|neath|nuff|ere|er|im|n|ello|allo|sup|tude"
    r"|fraid|scuse|spect|stead|gainst|mongst|ave|ow|hood|hoods|shrooms|burbs|cept|fore|tween|kay|copter|splain|ya|s|d"
    r"|ll|re|ve|m|t)(?![^\W_])",
    re.IGNORECASE,
)


_DROPPED = lazy_pattern(
    r"(?:[^\W\d_]{2,}in|\b(?:o|ol|th|an|n|d|lil|mo|po|wi|ta))$", re.IGNORECASE
)  # goin', ol'


_UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


_SURE = frozenset('.,!?…;:)]—–”"%')  # behind these a single mark closes


@dataclass(slots=True)
class Mark:
    at: int
    text: str
    double: bool
    opens: bool  # what stands beside it lets it open, and not close
    closes: bool
    sure: bool = False  # a single mark that closes and is no apostrophe


@dataclass(slots=True)
class MarksAhead:
    """For each mark the index of the next one of a sort behind it (the number of marks: none)."""

    sure: list[int]
    unsure: list[int]
    double: list[int]
    single_opening: list[int]


def outside_tags(text: str, block: Block, marks: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The marks that stand in no attribute of markup that was left in the copy."""
    tags = deque(match.span() for match in _TAG.finditer(text, block.start, block.end))
    found = []
    for at, mark in marks:
        while tags and tags[0][1] <= at:
            tags.popleft()
        if not (tags and tags[0][0] <= at):
            found.append((at, mark))
    return found


def read_mark(text: str, at: int, mark: str, block: Block) -> Mark:
    end = at + len(mark)
    before = text[at - 1] if at > block.start and text[at - 1] not in _UNSEEN else " "
    after = text[end] if end < block.end and text[end] not in _UNSEEN else " "
    free = before.isspace() or before in _OPENS_AFTER or (before in ",:;" and after.isalnum())
    opens = free and not (after.isspace() or after in ",;:!?)]}")
    closes = not before.isspace() and before not in "([{" and (after.isspace() or after in _CLOSES_BEFORE)
    return Mark(at, mark, mark in DOUBLE, opens and not closes, closes and not opens)


def look_ahead(marks: list[Mark], text: str) -> MarksAhead:
    number = len(marks)
    ahead = MarksAhead([number] * number, [number] * number, [number] * number, [number] * number)
    sure = unsure = double = opening = number
    for index in range(number - 1, -1, -1):
        ahead.sure[index], ahead.unsure[index] = sure, unsure
        ahead.double[index], ahead.single_opening[index] = double, opening
        mark = marks[index]
        if mark.double:
            double = index
        elif mark.closes:
            mark.sure = _is_sure(text, mark)
            if mark.sure:
                sure = index
            else:
                unsure = index
        elif mark.opens and not ELISION.match(text, mark.at + 1):
            opening = index
    return ahead


def _is_sure(text: str, mark: Mark) -> bool:
    """Whether a single mark that may close is no apostrophe: "workers'", "goin'" may end with one."""
    before = text[mark.at - 1]
    if mark.text in "›‹" or before in _SURE:
        return True
    return before not in "sxzSXZ" and not _DROPPED.search(text, max(0, mark.at - 12), mark.at)
