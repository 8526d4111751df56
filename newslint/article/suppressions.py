"""Suppression comments: `<!-- newslint: off RULE[, RULE] -- reason -->` silences rules in the next block.

A comment that is meant as one and can't work is kept with its fault, so that the writer hears of it.
"""

from __future__ import annotations

import re

from newslint.article.builder import Builder
from newslint.article.model import NO_RULE, WRONG_FORM
from newslint.source import Source, Span

_WISH = re.compile(
    r"<!--\s*newslint:\s*off\s+(?P<rules>[\w./-]+(?:\s*,\s*[\w./-]+)*)\s*(?:--\s+(?P<reason>.*?)\s*)?-->",
    re.DOTALL,
)
# What other linters write, and what is left out or misspelt: "newslint-disable typos", "newslint off typos".
_MEANT = re.compile(
    r"<!--\s*newslint\s*(?::|-\w|\s(?:off|on|disable|enable|ignore|skip|no-?lint|noqa)\b)", re.IGNORECASE
)
_NO_RULE = re.compile(r"<!--\s*newslint:\s*off\s*(?:--\s.*)?-->", re.DOTALL)


def suppress(builder: Builder, source: Source, comment: Span) -> None:
    """Pass on the wish of a comment, where it holds one."""
    match = _WISH.fullmatch(source.text, comment.start, comment.end)
    if match:
        rules = tuple(name.strip() for name in match.group("rules").split(","))
        builder.suppress(rules, match.group("reason") or "", comment)
    elif _MEANT.match(source.text, comment.start, comment.end):
        nothing = _NO_RULE.fullmatch(source.text, comment.start, comment.end)
        builder.suppress((), "", comment, fault=NO_RULE if nothing else WRONG_FORM)
