"""A quotation that is opened with one kind of mark and closed with another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Edit, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.language.quotations.model import PARTNERS, Quotation
from newslint.lazy_pattern import lazy_pattern
from newslint.source import Span

_LAST_WORD = lazy_pattern(r"\S+$")
_LONGEST = 40  # characters of the word before a closing mark that are shown
_SHOWN = 20  # places that are shown of an article full of mismatched marks


class Params(NamedTuple):
    """`most`: from so many mismatched quotations on, an article has one finding that mends them all."""

    most: int = 8


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The closing mark with the word before it; the fix makes it fit the opening one, or the opening one fit it where
    the article's other quotations are opened so."""
    text = analysis.text
    wrong = [quotation for quotation in analysis.quotations if not quotation.matched]
    if not wrong:
        return
    groups = list(_closed_together(wrong))
    if len(groups) >= params.most:
        edits = [edit for group in groups for edit in _edits(group)]
        finding = _finding(text, groups[0], edits, "many", len(groups))
        finding.suggestions = []
        finding.related += [
            Related(Span(group[-1].end - len(group[-1].closing), group[-1].end), "here, too")
            for group in groups[1:_SHOWN]
        ]
        yield finding
        return
    usual = _usual_opening(analysis.quotations)
    for group in groups:
        first = group[0]
        better = _better_opening(first, usual) if len(group) == 1 else ""
        if better:
            edits = [Edit(first.start, first.start + len(first.opening), better)]
            yield _finding(text, group, edits, "opening" if better == usual else "opening-alone", 1)
        else:
            yield _finding(text, group, _edits(group), "", 1)


def _better_opening(quotation: Quotation, usual: str) -> str:
    """The opening mark to write, where that is the one that is wrong."""
    if (
        quotation.opening in '“"'
        and usual != quotation.opening
        and quotation.closing in PARTNERS.get(usual, "")
    ):
        return usual
    if quotation.opening in "‘'" and quotation.closing in '”"':
        return "“" if quotation.closing == "”" else '"'
    return ""


def _usual_opening(quotations: Sequence[Quotation]) -> str:
    """The opening mark of most of the article's quotations whose marks fit."""
    straight = sum(q.opening == '"' and q.matched for q in quotations)
    curly = sum(q.opening == "“" and q.matched for q in quotations)
    return '"' if straight > curly else "“" if curly > straight else ""


def _closed_together(wrong: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """The quotations in groups whose closing marks stand side by side, as in: 'no,'”"""
    group: list[Quotation] = []
    for quotation in sorted(wrong, key=lambda each: each.end):
        if group and group[-1].end != quotation.end - len(quotation.closing):
            yield group
            group = []
        group.append(quotation)
    if group:
        yield group


def _finding(text: str, group: Sequence[Quotation], edits: list[Edit], variant: str, count: int) -> Finding:
    first, last = group[0], group[-1]
    at = first.end - len(first.closing)
    word = _LAST_WORD.search(text, max(first.inner.start, at - _LONGEST), at)
    start = word.start() if word else at
    right = "".join(PARTNERS[quotation.opening][0] for quotation in group)
    return Finding(
        start,
        last.end,
        {
            "opening": first.opening,
            "closing": first.closing,
            "right": edits[0].content,
            "count": count,
        },
        variant,
        suggestions=[] if variant.startswith("opening") else [text[start:at] + right],
        related=[Related(Span(first.start, first.start + len(first.opening)), "opened here")],
        edits=edits,
        applicability="unsafe" if (first.opening in "‘'") != (first.closing in "’'‘") else "",
    )


def _edits(group: Sequence[Quotation]) -> list[Edit]:
    return [Edit(q.end - len(q.closing), q.end, PARTNERS[q.opening][0]) for q in group]


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={
        kind: fills("opening", "closing", "right", "count")
        for kind in ("", "opening", "opening-alone", "many")
    },
)
