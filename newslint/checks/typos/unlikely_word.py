"""A word that its sentence makes unlikely, or does without where it wants one: every sentence is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import CAPTION, ITEM, PARAGRAPH, STANDFIRST
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.context.defects import FORM, MISSING_WORD, SMALL_WORD, Defect, errors
from newslint.language.words.letter_case import match_case

_PROSE = frozenset((PARAGRAPH, ITEM, CAPTION, STANDFIRST))


class Params(NamedTuple):
    """How probable an error must be: that a word is `missing`, that one is `wrong`; and how much likelier the word meant is
    than the one that stands there (`advantage`, a natural logarithm)."""

    missing: float = 0.74
    wrong: float = 0.9
    advantage: float = 3.0


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Of each sentence the likeliest error."""
    blocks = analysis.article.blocks
    sentences = [each for each in analysis.sentences if blocks[each.block].kind in _PROSE]
    for reading in analysis.context.whole(sentences):
        found = errors(reading, analysis.text, range(len(reading.row.ids)))
        sure = [defect for defect in found if _is_sure(defect, params)]
        if sure:
            yield _finding(analysis.text, max(sure, key=lambda defect: defect.probability))


def _is_sure(defect: Defect, params: Params) -> bool:
    if defect.kind == MISSING_WORD:
        return defect.probability >= params.missing
    wrong = defect.kind in (FORM, SMALL_WORD) and defect.probability >= params.wrong
    return wrong and defect.advantage >= params.advantage


def _finding(text: str, defect: Defect) -> Finding:
    word = text[defect.start : defect.end]
    if defect.kind == MISSING_WORD:
        return Finding(defect.start, defect.end, {"words": word, "better": defect.meant}, variant="missing")
    better = match_case(defect.meant, word)
    return Finding(defect.start, defect.end, {"words": word, "better": better}, suggestions=[better])


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={"": fills("words", "better"), "missing": fills("words", "better")},
)
