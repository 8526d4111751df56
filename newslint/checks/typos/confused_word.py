"""A real word where another of nearly the same look or sound is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, ListFile, Related, fills
from newslint.checks.typos._confusion_sets import Confused, by_frames
from newslint.checks.typos._pattern_list import verify_list
from newslint.checks.typos._unlikely_bigrams import by_article
from newslint.language.analysis import Analysis
from newslint.language.context.defects import OTHER_WORD, SMALL_WORD
from newslint.language.words.letter_case import match_case


class Params(NamedTuple):
    """`list`: pairs of words and what tells them apart; `never`: words that are not called wrong.

    The rest says how much likelier the word meant must be than the one that stands there, as the sentence shows it
    (natural logarithms: 0 is as likely, -3 a twentieth), for each kind of evidence that proposes it: `frames`; those of
    words that an apostrophe tells apart, which encoders know less well (`apostrophes`), and of words that are often right
    in a frame (`surer`); the `article`, which has the other word in the same place
    elsewhere. Where only the order of the words proposes it, the probability of an error must be so high: `order` for
    small words, `order_other` for the rest."""

    list: ListFile
    never: Sequence[str] = ()
    frames: float = -1.5
    apostrophes: float = -3.5
    surer: Mapping[str, float] = MappingProxyType({"too": 3.0})
    article: float = -3.5
    order: float = 0.8
    order_other: float = 0.995


_LEAST_ADVANTAGE = 3.0  # of a word that only the order of the words proposes


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The wrong word, with the word that is meant as its suggestion."""
    stream = analysis.word_stream
    taken: set[int] = set()
    for index, meant, witness in _proposed(analysis, params):
        if index in taken or stream.words[index] in params.never:
            continue
        span = stream.span(index)
        taken.add(index)
        yield _finding(analysis, span.start, span.end, meant, witness)
    starts = {stream.span(index).start for index in taken}
    least = {SMALL_WORD: params.order, OTHER_WORD: params.order_other}
    for defect in analysis.defects:
        if defect.start in starts or defect.probability < least.get(defect.kind, 2.0):
            continue
        if defect.advantage >= _LEAST_ADVANTAGE:
            yield _finding(analysis, defect.start, defect.end, defect.meant, -1)


def _proposed(analysis: Analysis, params: Params) -> Iterator[Confused]:
    """What cheap evidence proposes and the sentence bears out."""
    stream, context = analysis.word_stream, analysis.context
    kinds = (
        (by_frames(stream, params.list), params.frames),
        (by_article(stream), params.article),
    )
    for proposals, least in kinds:
        for index, meant, witness in proposals:
            word, span = stream.words[index], stream.span(index)
            if analysis.text[span.start : span.end].isupper() and len(word) > 1:
                continue  # WHO's is nobody's
            asked = params.apostrophes if "'" in word + meant else params.surer.get(word, least)
            if kinds[0][0] is proposals and witness >= 0:
                yield index, meant, witness  # a frame, and the article says it elsewhere
            elif context.advantage(span.start, span.end, meant) >= asked:
                yield index, meant, witness


def _finding(analysis: Analysis, start: int, end: int, meant: str, witness: int) -> Finding:
    """What to say of a word; `witness` is the index of a place of the article that has the other, or -1."""
    word = analysis.text[start:end]
    better = match_case(meant, word)
    values = {"word": word, "better": better}
    if witness < 0:
        return Finding(start, end, values, suggestions=[better])
    elsewhere = analysis.word_stream.span(witness)
    return Finding(
        start,
        end,
        {**values, "elsewhere": elsewhere},
        variant="article",
        suggestions=[better],
        related=[Related(elsewhere, f"'{meant}' stands here")],
    )


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={"": fills("word", "better"), "article": fills("word", "better", places=["elsewhere"])},
    verify=verify_list,
)
