"""A word that was left out, where news English never leaves it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, ListFile, fills
from newslint.checks.typos._pattern_list import verify_list
from newslint.language.analysis import Analysis
from newslint.language.patterns.token_patterns import frame_list


class Params(NamedTuple):
    """`list`: frames with a gap, and the word that is missing in it."""

    list: ListFile


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The words around each gap; the suggestion has the missing word between them."""
    stream = analysis.word_stream
    gaps: set[int] = set()
    for says, match in frame_list(params.list).matches(stream):
        sign, _, missing = says.partition(" ")
        span = stream.span(match.gap, match.gap + 1)
        if (
            match.gap in gaps
            or not stream.wrong.isdisjoint((match.gap, match.gap + 1))
            or (sign == ">=" and analysis.in_quotation(span.start))
        ):
            continue
        gaps.add(match.gap)
        before, after = analysis.text[span.start : span.end].split(None, 1)
        yield Finding(
            span.start,
            span.end,
            {"missing": missing, "before": before, "after": after},
            suggestions=[f"{before} {missing} {after}"],
        )


CHECK = ArticleCheck(
    params=Params, run=check, placeholders={"": fills("missing", "before", "after")}, verify=verify_list
)
