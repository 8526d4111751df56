"""Where an article is doubted: the places whose words are in an odd order, and what their sentences say of them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import CAPTION, ITEM, PARAGRAPH, STANDFIRST, Article
from newslint.language.context.defects import Defect, likeliest
from newslint.language.context.odd_sequences import odd_places
from newslint.language.context.readings import Context
from newslint.language.segmentation.word_sequence import WordSequence

_PROSE = frozenset((PARAGRAPH, ITEM, CAPTION, STANDFIRST))
_ALWAYS, _WORDS_A_PLACE = 4, 60  # more odd places than so many, and one in so many words: not plain English


def doubts(article: Article, stream: WordSequence, context: Context) -> list[Defect]:
    """The likeliest error at each odd place of an article's prose, in order."""
    places = list(_joined(odd_places(stream.chunks)))
    if len(places) > _ALWAYS + len(stream.chunks) // _WORDS_A_PLACE:
        return []
    spans = [stream.span(first, last) for first, last in places]
    spans = [span for span in spans if (at := article.block_at(span.start)) and at.kind in _PROSE]
    found = []
    for span in spans:
        reading = context.reading(span.start)
        words = reading.within(span.start, span.end) if reading else range(0)
        defect = likeliest(reading, article.text, words) if reading and words else None
        if defect is not None and defect not in found:
            found.append(defect)
    return found


def _joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that overlap as one: they show one error."""
    first, last = -1, -1
    for start, end in places:
        if start > last:
            if last >= 0:
                yield first, last
            first = start
        last = max(last, end)
    if last >= 0:
        yield first, last
