"""Suppression comments: `<!-- newslint: off RULE[, RULE] -- reason -->` silences rules in the next block."""

from __future__ import annotations

import re

from newslint.article.builder import Builder
from newslint.source import Source, Span

_WISH = re.compile(
    r"<!--\s*newslint:\s*off\s+(?P<rules>[\w./-]+(?:\s*,\s*[\w./-]+)*)\s*(?:--\s+(?P<reason>.*?)\s*)?-->",
    re.DOTALL,
)


def suppress(builder: Builder, source: Source, comment: Span) -> None:
    """Pass on the wish of a comment, where it holds one."""
    match = _WISH.fullmatch(source.text, comment.start, comment.end)
    if match:
        rules = tuple(name.strip() for name in match.group("rules").split(","))
        builder.suppress(rules, match.group("reason") or "", comment)
