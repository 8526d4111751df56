"""Two spaces between words of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Edit, Finding
from newslint.language.analysis import Analysis

_DOUBLE = re.compile(r"(?<=[a-z,;]) {2,}(?=[a-z])")


class Params(NamedTuple):
    """`most`: from so many places on, the spaces are a table's, or damage of a conversion, and nothing is said."""

    most: int = 3


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The spaces; the fix leaves one."""
    if "  " not in analysis.text:
        return
    found = list(_DOUBLE.finditer(analysis.text))
    if len(found) < params.most:
        for match in found:
            yield Finding(
                match.start(), match.end(), suggestions=[" "], edits=[Edit(match.start(), match.end(), " ")]
            )


CHECK = ArticleCheck(params=Params, run=check)
