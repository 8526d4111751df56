"""A poll whose readers are not told how it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.figures.model import SHARE


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The first poll with a share in its sentence, once an article; {missing} says what is not told."""
    text = analysis.text
    if analysis.lower_words.isdisjoint(("poll", "survey", "polls", "surveys")):
        return
    for match in _poll().finditer(text):
        sentence = analysis.sentence_at(match.start())
        if sentence and any(
            f.kind == SHARE and sentence.start <= f.start < sentence.end for f in analysis.figures
        ):
            missing = [name for name, pattern in _told().items() if not pattern.search(text)]
            if len(missing) > 1:
                yield Finding(match.start(), match.end(), {"missing": ", ".join(missing)})
            return


@cache
def _poll() -> re.Pattern[str]:
    return re.compile(r"\b(?:opinion )?(?:poll|survey)\b(?!ing station| worker| tax)", re.IGNORECASE)


@cache
def _told() -> dict[str, re.Pattern[str]]:
    return {
        "who asked": re.compile(
            r"\b(?:[A-Z][\w/&.-]+(?:[ /][A-Z][\w/&.-]+)* (?:poll|survey)|(?:poll|survey) (?:by|from|for|conducted by|released by) )"
        ),
        "when": re.compile(
            r"\b(?:conducted|taken|carried out|fielded|interviewed|polled|surveyed)\b[^.]{0,60}\b(?:\d{1,2}|week|month|yesterday|[A-Z][a-z]+day)\b"
        ),
        "how many were asked": re.compile(
            r"\b\d[\d,]* (?:[\w-]+ ){0,4}(?:voters|adults|people|respondents|residents|Americans|Britons|readers|members)\b"
        ),
        "the margin of error": re.compile(r"\bmargin of (?:sampling )?error\b|\bplus or minus\b|±"),
    }


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("missing")})
