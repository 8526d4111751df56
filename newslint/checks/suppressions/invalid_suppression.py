"""A suppression that can't work: of another linter's form, without a rule, with an unknown one, or out of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article.model import NO_RULE, Suppression
from newslint.checks.model import Silencing, SourceFinding, SuppressionCheck, fills
from newslint.checks.suppressions._places import is_behind_text, is_comment
from newslint.wording import nearest

_NAME = re.compile(r"[\w./-]*[a-z][\w./-]*")


class Params(NamedTuple):
    """None."""


def check(silencing: Silencing, params: Params) -> Iterator[SourceFinding]:
    """Each suppression that can't work, with what to write instead."""
    article = silencing.article
    for index, wish in enumerate(article.suppressions):
        if wish.fault:
            yield _malformed(silencing, wish)
        unknown = [name for name in wish.rules if name not in silencing.known]
        for name in unknown:
            near = nearest(name, silencing.known)
            yield SourceFinding(wish.span, {"name": name, "near": near}, "unknown" if near else "unheard-of")
        if index not in silencing.used and not unknown and is_behind_text(article, wish):
            yield SourceFinding(wish.span, {"rules": ", ".join(wish.rules)}, "behind")


def _malformed(silencing: Silencing, wish: Suppression) -> SourceFinding:
    article = silencing.article
    written = article.source.text[slice(*wish.span)]
    meant = [name for name in _NAME.findall(written) if name in silencing.known]
    rules = ", ".join(meant) or "RULE"
    kind = "" if is_comment(article, wish) else "front-matter"
    variant = "-".join(filter(None, (kind, NO_RULE if wish.fault == NO_RULE else "")))
    return SourceFinding(wish.span, {"rules": rules}, variant)


CHECK = SuppressionCheck(
    params=Params,
    run=check,
    placeholders={
        "unknown": fills("name", "near"),
        "unheard-of": fills("name"),
        **dict.fromkeys(("", "no-rule", "front-matter", "front-matter-no-rule", "behind"), fills("rules")),
    },
)
