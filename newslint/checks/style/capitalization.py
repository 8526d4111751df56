"""The case of a whole block: headlines in sentence case, or in title case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SMALL = frozenset(
    "a an and as at but by en for from if in nor of off on or per so the to up v via vs with yet".split()
)


class Params(NamedTuple):
    """`style`: title, sentence, upper or lower. `kinds`: the blocks that are in it. `exceptions`: words as they
    are always written. A block is reported when fewer than `share` of its words are as they should be."""

    style: Literal["title", "sentence", "upper", "lower"]
    kinds: Sequence[str] = ("headline",)
    exceptions: Sequence[str] = ()
    share: float = 1.0


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each block of the kinds that is not in the style; {words} are those that are not."""
    for block in analysis.article.blocks:
        if block.kind not in params.kinds:
            continue
        words = list(_WORD.finditer(analysis.text, block.start, block.end))
        wrong = [
            word.group()
            for number, word in enumerate(words)
            if word.group() not in params.exceptions
            and not _fits(
                word.group(),
                params.style,
                number == 0,
                number == len(words) - 1,
                words[number - 1].group() if number else "",
            )
        ]
        if words and len(wrong) > (1 - params.share) * len(words):
            yield Finding(
                block.start, block.end, {"words": ", ".join(wrong), "match": analysis.article.text_of(block)}
            )


def _fits(word: str, style: str, first: bool, last: bool, before: str) -> bool:
    if style == "upper":
        return word == word.upper()
    if style == "lower":
        return word == word.lower()
    if style == "title":
        return (
            word[0].isupper()
            or (word.lower() in _SMALL and not (first or last))
            or any(c.isupper() for c in word)
        )
    # Sentence case: a capital later on is wrong only in a word that is no name. Names come in runs or hold
    # other capitals; a small word with a capital ("Of") is certain.
    return word[0].isupper() if first else not (word[0].isupper() and word.lower() in _SMALL)


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("match", "words")})
