"""Sentences with the wrong mark at their end: a question with a full stop, a quotation that ends before "she said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Edit, Finding, fills
from newslint.language.analysis import Analysis

_SUBJECTS = "he|she|it|they|we|you|I|this|that|there"
_ASKING = "is|are|was|were|do|does|did|has|have|will|would|can|could"
_NOT = "(?:n['’]t)?"
# The verb stands before its subject. "Had he", "should she" and "were they" are as often conditions.
_QUESTION = re.compile(
    rf"\b(?:(?:What|Why|How|Who|Where|When|Which)(?: [a-z]+)? (?:{_ASKING}|should){_NOT}"
    rf"|(?:Are|Is|Was|Do|Does|Did|Has|Have|Will|Would|Can|Could){_NOT}) (?:{_SUBJECTS}) [a-z]"
)
_REPORTED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|question(?:s|ed)?|goes)\b|[?:;…\"”]|\.\.|''"
)
_MOST_COMMAS = 1  # a longer sentence is seldom a question alone
_OPENING, _CLOSING = "\"'“‘([", "\"'”’)]"
_SAYS = (
    "(?:said|says|added|adds|told|wrote|explained|continued|insisted|noted|warned|recalled|tweeted|claimed)"
)
_DAY = "(?: (?:on|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| in a statement)?"
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr) )?(?:[A-Z][\w’'-]+ ){1,3}"
# A clause in small letters can't begin a sentence; one with a name that is nothing but "Bell said." hangs on the quotation.
_STOPPED = re.compile(
    rf"(?<=[a-z])\.([\"”])(?= (?:(?:he|she|they|it|I|we|the [a-z]+(?: [a-z]+)?) {_SAYS}\b|{_NAME}{_SAYS}{_DAY}\.(?:\s|$)))"
)


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The full stop with the word before it; the fix changes the mark."""
    text = analysis.text
    for match in _QUESTION.finditer(text):
        sentence = analysis.sentence_at(match.start())
        if sentence is None or text[sentence.start : match.start()].strip(_OPENING):
            continue
        body = text[sentence.start : sentence.end].rstrip(_CLOSING)
        asks = body.endswith(".") and not _REPORTED.search(body) and body.count(",") <= _MOST_COMMAS
        if asks and not body.startswith("Do it"):
            yield _finding(text, sentence.start + len(body) - 1, "?", "question")
    for match in _STOPPED.finditer(text):
        yield _finding(text, match.start(), ",", "said")


def _finding(text: str, at: int, mark: str, variant: str) -> Finding:
    start = at
    while start and text[start - 1].isalnum():
        start -= 1
    word = text[start:at]
    return Finding(
        start,
        at + 1,
        {"word": word},
        variant=variant,
        suggestions=[word + mark],
        edits=[Edit(at, at + 1, mark)],
    )


CHECK = ArticleCheck(
    params=Params, run=check, placeholders={"question": fills("word"), "said": fills("word")}
)
