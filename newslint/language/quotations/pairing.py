"""Pairs quotation marks: which open, which close, which are apostrophes, feet, minutes or inches.

Each block is gone through mark by mark with a stack of what is open. A mark opens or closes by what stands beside
it; where that leaves it open, by its shape and by what is open. A single mark is an apostrophe unless it can open and
another can close. One pass with one state, so it is one file. A quotation that is open at the end of its paragraph is right when the next one opens again.
"""

from __future__ import annotations

from newslint.article import CAPTION, CREDIT, OTHER, RESIDUE, Article, Block
from newslint.language.quotations.marks import (
    CLOSING,
    DOUBLE,
    ELISION,
    MARKS,
    OPENING,
    Mark,
    MarksAhead,
    look_ahead,
    outside_tags,
    read_mark,
)
from newslint.language.quotations.model import Quotation, QuoteScan
from newslint.language.quotations.plain_pairing import pair_plain
from newslint.lazy_pattern import lazy_pattern

_NEAR = 40  # characters in which a quotation ends that begins like the short form of a year
_FEET_AND_INCHES = lazy_pattern(r"\d['’′]\s?\d{1,2}\s?[½¼¾]?$")
_STOPS = frozenset(".,!?")
_MANY, _CHARACTERS_A_MARK = 100, 8  # a block with more marks is no prose
_RUNS_ON = 1500  # characters between what was left open and the mark that may close it
_ASIDE = (CAPTION, CREDIT, RESIDUE, OTHER)  # may stand between the paragraphs of a quotation


def paired(article: Article) -> QuoteScan:
    """The article's quotations, and the marks that pair with none."""
    text = article.text
    pairing = _Pairing(text)
    tagged = "<" in text
    for block, after in zip(article.blocks, _following(article), strict=True):
        marks = [(match.start(), match.group()) for match in MARKS.finditer(text, block.start, block.end)]
        if marks and tagged:
            marks = outside_tags(text, block, marks)
        if len(marks) > max(_MANY, (block.end - block.start) // _CHARACTERS_A_MARK):
            continue  # a pattern of marks, in which nobody says anything
        if marks and not pairing.read_plain(block, marks):
            pairing.read(block, after, [read_mark(text, at, mark, block) for at, mark in marks])
    return QuoteScan(_nested(pairing.found), pairing.unopened, pairing.runs_on)


class _Pairing:
    """The reading of an article's marks, block after block."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.unopened: list[int] = []
        self.runs_on: list[tuple[Quotation, int]] = []
        self._left: Quotation | None = None  # what an earlier block left open
        self._marks: list[Mark] = []
        self._ahead = MarksAhead([], [], [], [])
        self._open: list[int] = []  # what is open in this block: indexes in `found`
        self._doubles = 0  # how many of these have double marks
        self._start = 0
        # Marks of the other kind with which the open double quotation may end, or what a double mark closes may begin.
        self._single_end: Mark | None = None
        self._single_start: Mark | None = None

    def read_plain(self, block: Block, marks: list[tuple[int, str]]) -> bool:
        """Pair the marks of a block where that is plain; otherwise nothing is done."""
        found = pair_plain(self.text, block, marks)
        if found:
            self.found += found
            self._left = None
        return found is not None

    def read(self, block: Block, after: Block | None, marks: list[Mark]) -> None:
        """Pair the marks of one block; `after` is the block in which a quotation could run on."""
        self._marks, self._ahead = marks, look_ahead(marks, self.text)
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

    def _close(self, mark: Mark) -> None:
        while self._open:
            number = self._open.pop()
            opened = self.found[number]
            if (opened.opening in DOUBLE) == mark.double:
                self._doubles -= mark.double
                if self._single_start and opened.start <= self._single_start.at:
                    self._single_start = None
                self.found[number] = opened._replace(end=mark.at + len(mark.text), closing=mark.text)
                return

    def _closes_single(self, mark: Mark) -> bool:
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
        if mark.text in OPENING:
            if mark.closes:
                return "close" if self._doubles else "lone"
            return "open" if mark.opens or not self._doubles else "close"
        if mark.text in CLOSING:
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
            inside = bool(self._open) and self.found[self._open[-1]].opening not in DOUBLE
            if self._doubles and not inside and not self._single_end and self.text[mark.at - 1] in _STOPS:
                self._single_end = mark
            return "close" if inside and (mark.sure or not sure) else ""
        if mark.opens and not self._doubles and not ELISION.match(self.text, mark.at + 1):
            self._single_start = mark
        if not mark.opens or not (sure or self._ahead.unsure[index] < barrier):
            return ""
        # "’90s" is right, "‘90s" is what a word processor makes of it; "'47 percent'" is a quotation.
        elision = ELISION.match(self.text, mark.at + 1)
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
        left = [number for number in self._open if self.found[number].opening in DOUBLE]
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
            if quotation.closing and quotation.opening not in DOUBLE:
                end = max(end, quotation.end)
            elif (
                quotation.closing
                and quotation.opening == self.found[number].opening
                and quotation.start >= end
            ):
                return True
        return False

    def _opens(self, block: Block) -> bool:
        return self.text[block.start] in DOUBLE or self.text.startswith(("``", "''"), block.start)


def _following(article: Article) -> list[Block | None]:
    """For each block the one in which a quotation could run on."""
    found: list[Block | None] = []
    after: Block | None = None
    for block in reversed(article.blocks):
        found.append(after)
        if block.kind not in _ASIDE:
            after = block
    return found[::-1]


def _nested(found: list[Quotation]) -> list[Quotation]:
    """The quotations with their depths, without the apostrophes that looked like opening marks."""
    nested: list[Quotation] = []
    ends: list[int] = []
    for quotation in found:
        if not quotation.closing and quotation.opening not in DOUBLE:
            continue
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        nested.append(quotation._replace(depth=len(ends)) if ends else quotation)
        while ends and ends[-1] < quotation.end:
            ends.pop()  # it ends within this one, which crosses it and holds what follows
        ends.append(quotation.end)
    return nested
