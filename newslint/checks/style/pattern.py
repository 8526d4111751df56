"""A regular expression of the newsroom's own, run with a time limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, ParamError, fills
from newslint.checks.style._timed_regex import Clock, PatternError, compiled, matches, unknown_groups
from newslint.language.analysis import Analysis


class Params(NamedTuple):
    """`pattern` in the syntax of the module regex; `anchors` are words of which a text must hold one (in
    lower case), or the pattern is not run; `suggest` is what to write, with groups as \\1."""

    pattern: str
    anchors: Sequence[str] = ()
    suggest: str = ""
    ignore_case: bool = False


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each match: its group `mark` where it has one, else the whole. Raises TimeoutError."""
    if params.anchors and analysis.lower_words.isdisjoint(params.anchors):
        return
    for match in matches(compiled(params.pattern, params.ignore_case), analysis.text, Clock()):
        group: int | str = "mark" if "mark" in match.re.groupindex else 0
        start, end = match.span(group)
        if end > start:
            suggestions = [match.expand(params.suggest)] if params.suggest else []
            yield Finding(
                start, end, {"match": match.group(group), **match.groupdict("")}, suggestions=suggestions
            )


def named_groups(params: Params) -> Iterable[str]:
    """The names of the pattern's groups, which a message may use."""
    return list(compiled(params.pattern, params.ignore_case).groupindex)


def verify(params: Params) -> None:
    """Raises ParamError where the pattern does not compile or a replacement names a group that it has not."""
    try:
        pattern = compiled(params.pattern, params.ignore_case)
    except PatternError as error:
        raise ParamError("pattern", str(error)) from error
    if unknown := unknown_groups(pattern, params.suggest):
        has = f"has {pattern.groups}" if pattern.groups else "has none"
        raise ParamError("suggest", f"there is no group for {unknown[0]}; the pattern {has}")
    try:
        pattern.sub(params.suggest, "")
    except Exception as error:
        raise ParamError("suggest", f"not a replacement: {error}; write \\\\ for a backslash") from error


CHECK = ArticleCheck(
    params=Params, run=check, placeholders={"": fills("match")}, named_by=named_groups, verify=verify
)
