"""A regular expression of the newsroom's own, run with a time limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import Finding
from newslint.checks.style._timed_regex import compiled, matches
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """`pattern` in the syntax of the module regex; `anchors` are words of which a text must hold one (in
    lower case), or the pattern is not run; `suggest` is what to write, with groups as \\1."""

    pattern: str
    anchors: Sequence[str] = ()
    suggest: str = ""
    ignore_case: bool = False

    def __post_init__(self) -> None:
        compiled(self.pattern, self.ignore_case)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each match: its group `mark` where it has one, else the whole. Raises TimeoutError."""
    if params.anchors and analysis.lower_words.isdisjoint(params.anchors):
        return
    for match in matches(compiled(params.pattern, params.ignore_case), analysis.text):
        group: int | str = "mark" if "mark" in match.re.groupindex else 0
        start, end = match.span(group)
        if end > start:
            suggestions = [match.expand(params.suggest)] if params.suggest else []
            yield Finding(
                start, end, {"match": match.group(group), **match.groupdict("")}, suggestions=suggestions
            )
