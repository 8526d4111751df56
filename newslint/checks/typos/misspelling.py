"""A word that is none, and the word that is likely meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, ParamError, fills
from newslint.language.analysis import Analysis

# What speaks for a misspelling: a list knows it; a slip explains it in nineteen cases of twenty; it is a rare word where a
# frequent one belongs (about half of them are right); a slip explains it in about half of the cases.
KINDS = ("listed", "certain", "misplaced", "unsure")


class Params(NamedTuple):
    """`evidence`: the kinds of evidence that the rule speaks on, of listed, certain, misplaced and unsure; `warned` are those
    that are right less than nineteen times in twenty, so that they only warn; `shortest`: words of fewer letters are judged
    only where the misspelling is a known one."""

    evidence: Sequence[str] = ("listed", "certain")
    warned: Sequence[str] = ()
    shortest: int = 3


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Every word that the lexicon does not know and that is a slip for one that it does."""
    if not any(analysis.doubts):
        return
    from newslint.checks.typos._spelling import (
        LISTED,
        suspects,
    )  # not needed for most captions and short items

    for suspect in analysis.once(suspects):
        word = analysis.text[suspect.start : suspect.end]
        if suspect.kind in params.evidence and (suspect.kind == LISTED or len(word) >= params.shortest):
            yield Finding(
                suspect.start,
                suspect.end,
                {"word": word, "right": suspect.suggestions[0]},
                suggestions=suspect.suggestions,
                applicability="safe" if suspect.sure else "",
                severity="warning" if suspect.kind in params.warned else "",
            )


def verify(params: Params) -> None:
    """Raises ParamError where a kind of evidence has no such name."""
    for key, kinds in (("evidence", params.evidence), ("warned", params.warned)):
        for kind in kinds:
            if kind not in KINDS:
                raise ParamError(key, f'"{kind}" is no kind of evidence: write {", ".join(KINDS)}')


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("word", "right")}, verify=verify)
