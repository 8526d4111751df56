"""What may stand only where something else stands before it: an abbreviation after its full form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.model import ArticleCheck, Finding, ParamError, fills
from newslint.checks.style._timed_regex import Clock, PatternError, compiled, matches
from newslint.language.analysis import Analysis

if TYPE_CHECKING:
    import regex


class Params(NamedTuple):
    """`first` finds X; `needs` is what must be found before it, in which {match} stands for X as it is written, its
    special characters escaped. `exceptions` are X that need nothing. Each X is reported once, at its first place."""

    first: str
    needs: str
    exceptions: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The first place of each X that nothing introduces. Raises TimeoutError, ParamError where X makes `needs` too large."""
    seen = set(params.exceptions)
    clock = Clock()
    for match in matches(compiled(params.first), analysis.text, clock):
        found = match.group()
        if found and found not in seen:
            seen.add(found)
            needs = _compiled("needs", params.needs.replace("{match}", _escaped(found)))
            before = next(matches(needs, analysis.text, clock), None)
            if before is None or before.start() > match.start():
                yield Finding(match.start(), match.end(), {"match": found})


def verify(params: Params) -> None:
    """Raises ParamError for the pattern that does not compile."""
    _compiled("first", params.first)
    _compiled("needs", params.needs.replace("{match}", "x"))


def _compiled(key: str, pattern: str) -> regex.Pattern[str]:
    try:
        return compiled(pattern)
    except PatternError as error:
        raise ParamError(key, str(error)) from error


def _escaped(text: str) -> str:
    import re

    return re.escape(text)


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("match")}, verify=verify)
