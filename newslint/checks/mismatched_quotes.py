"""A quotation that is opened with one kind of mark and closed with another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Edit, Finding, Related
from newslint.language.analysis import Analysis
from newslint.source import Span

_PARTNERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    '"': '"',
    "‘": "’",
    "'": "'",
    "”": "”",
    "‚": "‘’",
    "‹": "›",
    "»": "«",
}
_LAST_WORD = re.compile(r"\S+$")


@dataclass(frozen=True, slots=True)
class Params:
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The closing mark with the word before it; the fix makes it fit the opening one."""
    text = analysis.text
    for quotation in analysis.quotations:
        opening, closing = quotation.opening, quotation.closing
        if not closing or closing in _PARTNERS.get(opening, closing):
            continue
        at = quotation.end - 1
        right = _PARTNERS[opening][-1]
        word = _LAST_WORD.search(text, max(quotation.start + 1, at - 40), at)
        start = word.start() if word else at
        yield Finding(
            start,
            quotation.end,
            {"opening": opening, "closing": closing, "right": right},
            suggestions=[text[start:at] + right],
            related=[Related(Span(quotation.start, quotation.start + 1), "opened here")],
            edits=[Edit(at, at + 1, right)],
        )
