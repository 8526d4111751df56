"""Pairs quotation marks: which open, which close, which are apostrophes, feet, minutes or inches.

Each block is gone through mark by mark with a stack of what is open. A mark opens or closes by what stands beside
it; where that leaves it open, by its shape and by what is open. A single mark is an apostrophe unless it can open and
another can close. A quotation that is open at the end of its paragraph is right when the next one opens again.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from newslint.article import CAPTION, CREDIT, OTHER, RESIDUE, Article, Block
from newslint.language.quotations.model import Quotation, QuoteScan

# An apostrophe inside a word is none of these: the commonest case never leaves the pattern.
# It begins with one set of characters, so that the search leaps from mark to mark.
_MARKS = re.compile(
    r"[\"“”„‟«»＂'’‘‚`‹›](?:(?<=[\"“”„‟«»＂])|(?<=`)`|(?<=')'|(?<=['’‘‚`‹›])(?:(?<![^\W_].)|(?![^\W_])))",
    re.DOTALL,
)
_TAG = re.compile(r"</?[a-z][^<>]{0,400}>?")
_OPENING, _CLOSING = frozenset(("“", "„", "‟", "«", "``")), frozenset(("”", "»", "''"))
_DOUBLE = _OPENING | _CLOSING | {'"', "＂"}
_OPENS_AFTER = frozenset("([{—–-/…“‘'\"«„=|+\ufffc")  # what an opening mark may follow without a space
_CLOSES_BEFORE = frozenset(".,;:!?)]}—–-/…'’”\"*|")
_ELISION = re.compile(  # what begins with an apostrophe: '90s, 'tis, 'em, 'hood
    r"(?:\d\ds?|tis|twas|twere|twill|em|til|till|cause|cuz|coz|bout|round|neath|nuff|ere|er|im|n|ello|allo|sup|tude"
    r"|fraid|scuse|spect|stead|gainst|mongst|ave|ow|hood|hoods|shrooms|burbs|cept|fore|tween|kay|copter|splain|ya|s|d"
    r"|ll|re|ve|m|t)(?![^\W_])",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"(?:[^\W\d_]{2,}in|\b(?:o|ol|th|an|n|d|lil|mo|po|wi|ta))$", re.IGNORECASE
)  # goin', ol'
_NEAR = 40  # characters in which a quotation ends that begins like the short form of a year
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}\s?[½¼¾]?$")
_UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_SURE = frozenset('.,!?…;:)]—–”"%')  # behind these a single mark closes
_STOPS = frozenset(".,!?")
_DOUBLE_PLAIN = frozenset('"“”')
_RUNS_ON = 1500  # characters between what was left open and the mark that may close it
_ASIDE = (CAPTION, CREDIT, RESIDUE, OTHER)  # may stand between the paragraphs of a quotation


@dataclass(slots=True)
class _Mark:
    at: int
    text: str
    double: bool
    opens: bool  # what stands beside it lets it open, and not close
    closes: bool
    sure: bool = False  # a single mark that closes and is no apostrophe


@dataclass(slots=True)
class _Ahead:
    """For each mark the index of the next one of a sort behind it (the number of marks: none)."""

    sure: list[int]
    unsure: list[int]
    double: list[int]
    single_opening: list[int]


def paired(article: Article) -> QuoteScan:
    """The article's quotations, and the marks that pair with none."""
    text = article.text
    pairing = _Pairing(text)
    tagged = "<" in text
    for block, after in zip(article.blocks, _following(article), strict=True):
        marks = [(match.start(), match.group()) for match in _MARKS.finditer(text, block.start, block.end)]
        if marks and tagged:
            marks = _outside_tags(text, block, marks)
        if marks and not pairing.read_simple(block, marks):
            pairing.read(block, after, [_mark(text, at, mark, block) for at, mark in marks])
    return QuoteScan(_nested(pairing.found), pairing.unopened, pairing.runs_on)


def _outside_tags(text: str, block: Block, marks: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The marks that stand in no attribute of markup that was left in the copy."""
    tags = deque(match.span() for match in _TAG.finditer(text, block.start, block.end))
    found = []
    for at, mark in marks:
        while tags and tags[0][1] <= at:
            tags.popleft()
        if not (tags and tags[0][0] <= at):
            found.append((at, mark))
    return found


class _Pairing:
    """The reading of an article's marks, block after block."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.unopened: list[int] = []
        self.runs_on: list[tuple[Quotation, int]] = []
        self._left: Quotation | None = None  # what an earlier block left open
        self._marks: list[_Mark] = []
        self._ahead = _Ahead([], [], [], [])
        self._open: list[int] = []  # what is open in this block: indexes in `found`
        self._doubles = 0  # how many of these have double marks
        self._start = 0
        # Marks of the other kind with which the open double quotation may end, or what a double mark closes may begin.
        self._single_end: _Mark | None = None
        self._single_start: _Mark | None = None

    def read_simple(self, block: Block, marks: list[tuple[int, str]]) -> bool:
        """Pair the marks of a block where that is plain, as in most: double ones that open and close by turns, and
        apostrophes behind letters. Otherwise nothing is done."""
        text = self.text
        found: list[Quotation] = []
        start, opening = -1, ""
        for at, mark in marks:
            before = text[at - 1] if at > block.start else " "
            if mark in _DOUBLE_PLAIN:
                if start < 0:
                    if mark == "”" or not before.isspace() or not text[at + 1 : at + 2].isalnum():
                        return False
                    start, opening = at, mark
                else:
                    after = text[at + 1] if at + 1 < block.end else " "
                    if (
                        mark == "“"
                        or not (before.isalpha() or before in _STOPS)
                        or not (after.isspace() or after in ",;:")
                    ):
                        return False
                    found.append(Quotation(start, at + 1, opening, mark))
                    start = -1
            elif mark not in "'’" or not before.isalnum():
                return False
        if start >= 0:
            return False
        if found:
            self.found += found
            self._left = None
        return True

    def read(self, block: Block, after: Block | None, marks: list[_Mark]) -> None:
        """Pair the marks of one block; `after` is the block in which a quotation could run on."""
        self._marks, self._ahead = marks, _look_ahead(marks, self.text)
        self._open, self._doubles, self._start = [], 0, block.start
        self._single_end = self._single_start = None
        for index, mark in enumerate(marks):
            role = self._double(index) if mark.double else self._single(index)
            if role == "open":
                self._open.append(len(self.found))
                self.found.append(Quotation(mark.at, block.end, mark.text, ""))
                self._doubles += mark.double
            elif role == "close":
                self._close(mark)
            elif role == "lone" and not self._closes_single(mark):
                if self._left is not None and block.start - self._left.end <= _RUNS_ON:
                    self.runs_on.append((self._left, mark.at))
                else:
                    self.unopened.append(mark.at)
            if mark.double and role:
                self._left = self._single_start = None
                if self._doubles == (role == "open"):
                    self._single_end = None
        self._leave(block, after)

    def _close(self, mark: _Mark) -> None:
        while self._open:
            number = self._open.pop()
            opened = self.found[number]
            if (opened.opening in _DOUBLE) == mark.double:
                self._doubles -= mark.double
                if self._single_start and opened.start <= self._single_start.at:
                    self._single_start = None
                self.found[number] = opened._replace(end=mark.at + len(mark.text), closing=mark.text)
                return

    def _closes_single(self, mark: _Mark) -> bool:
        """Whether a double mark that closes nothing closes what a single one opened: 'Never," she said."""
        start = self._single_start
        if start is None or self.text[mark.at - 1] not in _STOPS:
            return False
        if self._open and self.found[self._open[-1]].start == start.at:
            self.found.pop()
            self._open.pop()
        self.found.append(Quotation(start.at, mark.at + len(mark.text), start.text, mark.text))
        return True

    def _double(self, index: int) -> str:
        """Whether a double mark opens, closes, closes what was never opened, or is none."""
        mark = self._marks[index]
        if mark.text in _OPENING:
            if mark.closes:
                return "close" if self._doubles else "lone"
            return "open" if mark.opens or not self._doubles else "close"
        if mark.text in _CLOSING:
            if mark.text == "”" and self._after_feet(mark.at):
                return ""
            if self._doubles:
                return "close"
            return "open" if mark.opens or mark.at == self._start else "lone"
        if self._is_inches(index) or self._is_markup(mark.at):
            return ""
        if mark.opens:
            return "close" if self._doubles and self._closes_badly_spaced(index) else "open"
        if self._doubles:
            return "close"
        return "lone" if mark.closes else "open"

    def _is_inches(self, index: int) -> bool:
        at = self._marks[index].at
        if at == 0 or not (self.text[at - 1].isdigit() or self.text[at - 1] in "½¼¾"):
            return False
        if not self._doubles or self._after_feet(at):
            return True
        following = self._ahead.double[index]
        behind = self.text[at + 1 : at + 3].lstrip()
        return behind.islower() and following < len(self._marks) and self._marks[following].closes

    def _after_feet(self, at: int) -> bool:
        return _FEET_AND_INCHES.search(self.text, max(0, at - 6), at) is not None

    def _is_markup(self, at: int) -> bool:
        """Whether a mark belongs to what is left of a tag: '<a href="..." ">'."""
        return self.text[at + 1 : at + 2] == ">" or self.text[max(0, at - 1) : at] == "="

    def _closes_badly_spaced(self, index: int) -> bool:
        """Whether a mark where one opens closes what is open: '"No, "she said.'"""
        at = self._marks[index].at
        if self.text[max(0, at - 2) : at].rstrip()[-1:] not in (",", ".", "!", "?"):
            return False
        following = self._ahead.double[index]
        return following >= len(self._marks) or self._marks[following].opens

    def _single(self, index: int) -> str:
        """Whether a single mark opens, closes or is an apostrophe."""
        mark = self._marks[index]
        barrier = min(self._ahead.single_opening[index], self._end_of_double(index))
        sure = self._ahead.sure[index] < barrier
        if mark.closes:
            inside = bool(self._open) and self.found[self._open[-1]].opening not in _DOUBLE
            if self._doubles and not inside and not self._single_end and self.text[mark.at - 1] in _STOPS:
                self._single_end = mark
            return "close" if inside and (mark.sure or not sure) else ""
        if mark.opens and not self._doubles and not _ELISION.match(self.text, mark.at + 1):
            self._single_start = mark
        if not mark.opens or not (sure or self._ahead.unsure[index] < barrier):
            return ""
        # "’90s" is right, "‘90s" is what a word processor makes of it; "'47 percent'" is a quotation.
        elision = _ELISION.match(self.text, mark.at + 1)
        if not elision or (mark.text == "‘" and sure):
            return "open"
        counts = elision.group().isdigit() and self._closes_soon(self._ahead.sure[index], mark.at)
        return "open" if sure and counts else ""

    def _closes_soon(self, index: int, at: int) -> bool:
        return index < len(self._marks) and self._marks[index].at - at < _NEAR

    def _end_of_double(self, index: int) -> int:
        """The mark with which the open double quotation may end, at most; one inside of it may come before."""
        number = len(self._marks)
        if not self._doubles:
            return number
        ahead = self._ahead.double
        following = ahead[index]
        if following < number and self._marks[following].opens and ahead[following] < number:
            return ahead[ahead[following]]
        return following

    def _leave(self, block: Block, after: Block | None) -> None:
        """What is open at the end of a block runs on in the next one, where that opens again; or is unclosed."""
        left = [number for number in self._open if self.found[number].opening in _DOUBLE]
        if not left:
            return
        end = self._single_end
        if end:  # opened with a double mark, closed with a single one
            number = next((each for each in reversed(left) if self.found[each].start < end.at), -1)
            if number >= 0:
                left.remove(number)
                closing = end.at + len(end.text)
                self.found[number] = self.found[number]._replace(end=closing, closing=end.text)
            if not left:
                return
        number = left[-1]
        last = self.found[number]
        inner = self._holds_another(number)
        if after is not None and not inner and self._opens(after):
            self.found[number] = last._replace(continued=True)
        else:
            self._left = last
        for number in left:
            # Nobody knows where it ends: with the block, or where another begins.
            behind = self.found[number + 1].start if number + 1 < len(self.found) else block.end
            self.found[number] = self.found[number]._replace(end=behind)

    def _holds_another(self, number: int) -> bool:
        """Whether a quotation with the same marks stands behind one that is never closed; inside of single marks
        ('He said, "I read \'the word "no",\' and so on.') it is right."""
        end = 0  # of a quotation in single marks
        for quotation in self.found[number + 1 :]:
            if quotation.closing and quotation.opening not in _DOUBLE:
                end = max(end, quotation.end)
            elif (
                quotation.closing
                and quotation.opening == self.found[number].opening
                and quotation.start >= end
            ):
                return True
        return False

    def _opens(self, block: Block) -> bool:
        return self.text[block.start] in _DOUBLE or self.text.startswith(("``", "''"), block.start)


def _following(article: Article) -> list[Block | None]:
    """For each block the one in which a quotation could run on."""
    found: list[Block | None] = []
    after: Block | None = None
    for block in reversed(article.blocks):
        found.append(after)
        if block.kind not in _ASIDE:
            after = block
    return found[::-1]


def _mark(text: str, at: int, mark: str, block: Block) -> _Mark:
    end = at + len(mark)
    before = text[at - 1] if at > block.start and text[at - 1] not in _UNSEEN else " "
    after = text[end] if end < block.end and text[end] not in _UNSEEN else " "
    free = before.isspace() or before in _OPENS_AFTER or (before in ",:;" and after.isalnum())
    opens = free and not (after.isspace() or after in ",;:!?)]}")
    closes = not before.isspace() and before not in "([{" and (after.isspace() or after in _CLOSES_BEFORE)
    return _Mark(at, mark, mark in _DOUBLE, opens and not closes, closes and not opens)


def _look_ahead(marks: list[_Mark], text: str) -> _Ahead:
    number = len(marks)
    ahead = _Ahead([number] * number, [number] * number, [number] * number, [number] * number)
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
        elif mark.opens and not _ELISION.match(text, mark.at + 1):
            opening = index
    return ahead


def _is_sure(text: str, mark: _Mark) -> bool:
    """Whether a single mark that may close is no apostrophe: "workers'", "goin'" may end with one."""
    before = text[mark.at - 1]
    if mark.text in "›‹" or before in _SURE:
        return True
    return before not in "sxzSXZ" and not _DROPPED.search(text, max(0, mark.at - 12), mark.at)


def _nested(found: list[Quotation]) -> list[Quotation]:
    """The quotations with their depths, without the apostrophes that looked like opening marks."""
    nested: list[Quotation] = []
    ends: list[int] = []
    for quotation in found:
        if not quotation.closing and quotation.opening not in _DOUBLE:
            continue
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        nested.append(quotation._replace(depth=len(ends)) if ends else quotation)
        ends.append(quotation.end)
    return nested
