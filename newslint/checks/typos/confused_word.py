"""A real word where another of nearly the same look or sound is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, ListFile, Related, fills
from newslint.checks.typos._confusion_sets import Confused, by_frames, by_neighbours
from newslint.checks.typos._pattern_list import verify_list
from newslint.checks.typos._unlikely_bigrams import by_article, by_set_phrases
from newslint.language.analysis import Analysis
from newslint.language.words.letter_case import match_case


class Params(NamedTuple):
    """`list`: pairs of words and what tells them apart; `never`: words that are not called wrong;
    `evidence`: which kinds are used (frames, neighbours, phrases, article)."""

    list: ListFile
    never: Sequence[str] = ()
    evidence: Sequence[str] = ("frames", "neighbours", "phrases", "article")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The wrong word, with the word that is meant as its suggestion."""
    stream = analysis.word_stream
    kinds: dict[str, Callable[[], Iterator[Confused]]] = {
        "frames": lambda: by_frames(stream, params.list),
        "neighbours": lambda: by_neighbours(stream, params.list),
        "phrases": lambda: by_set_phrases(stream),
        "article": lambda: by_article(stream),
    }
    taken: set[int] = set()
    for index, meant, witness in chain.from_iterable(kinds[kind]() for kind in params.evidence):
        if index in taken or stream.words[index] in params.never:
            continue
        taken.add(index)
        stream.wrong.add(index)
        span = stream.span(index)
        word = analysis.text[span.start : span.end]
        better = match_case(meant, word)
        values = {"word": word, "better": better}
        if witness < 0:
            yield Finding(span.start, span.end, values, suggestions=[better])
        else:
            elsewhere = stream.span(witness)
            related = [Related(elsewhere, f"'{meant}' stands here")]
            yield Finding(
                span.start,
                span.end,
                {**values, "elsewhere": elsewhere},
                variant="article",
                suggestions=[better],
                related=related,
            )


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={"": fills("word", "better"), "article": fills("word", "better", places=["elsewhere"])},
    verify=verify_list,
)
