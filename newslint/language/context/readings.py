"""What the words of a sentence say of each other: asked for a place in the article, answered in probabilities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.language.context.rows import CAPITAL, LONGEST, MISSING, Row, known_id, row
from newslint.language.memo import Memo
from newslint.language.segmentation.sentences import Sentence

if TYPE_CHECKING:
    from newslint.language.context.encoder import Encoder, Probabilities

_MOST_SENTENCES = 128  # that are remembered: rules that doubt one sentence ask soon after each other
_BATCH = 8  # sentences that are read at once, where all are
# Sentences that rules may doubt in an article, and more in a long one: who doubts every sentence learns nothing by it.
_FEW, _CHARACTERS_A_READING = 60, 4000
_WRONG, _LEFT_OVER = 1, 2  # columns of Probabilities.word
# Words: of a longer sentence the part around the place is read, as time grows with length.
_LONG = 30


def _encoder() -> Encoder:
    from newslint.language.context.encoder import encoder  # numpy, slow to load

    return encoder()


class Evidence(NamedTuple):
    """What the sentence says of a place, in probabilities: that one of its words was put for another, that one is left
    over, that one is missing within or beside them, and which (one of rows.MISSING)."""

    wrong: float
    left_over: float
    missing: float
    missing_word: str

    @property
    def error(self) -> float:
        """The probability of the likeliest of the three."""
        return max(self.wrong, self.left_over, self.missing)


NOTHING = Evidence(0.0, 0.0, 0.0, "")


class Reading(NamedTuple):
    """A sentence, or the part of a long one, as the encoder reads it."""

    row: Row
    seen: Probabilities

    def within(self, start: int, end: int) -> range:
        """The words that overlap a place in the text, by number."""
        return range(bisect_right(self.row.ends, start), bisect_left(self.row.starts, end))

    def evidence(self, words: range) -> Evidence:
        """Of these words: a gap counts before, between and behind them."""
        if not words:
            return NOTHING
        inside = slice(words.start, words.stop)
        wrong, left_over = self.seen.word[inside, _WRONG].max(), self.seen.word[inside, _LEFT_OVER].max()
        gaps = self.seen.gap[max(0, words.start - 1) : words.stop]
        likeliest = gaps[gaps[:, 0].argmin()]
        return Evidence(
            float(wrong), float(left_over), float(1 - likeliest[0]), MISSING[int(likeliest[1:].argmax())]
        )

    def advantage(self, word: int, others: Sequence[str]) -> dict[str, float]:
        """How much likelier each of these lower-case words is at a word's place than the one that stands there, as a
        natural logarithm; what the encoder's vocabulary lacks is left out."""
        known = {other: number for other in others if (number := known_id(other))}
        own = self.row.ids[word] & (CAPITAL - 1)
        scores = _encoder().scores(self.seen.meant[word], [own, *known.values()])
        return {other: float(score - scores[0]) for other, score in zip(known, scores[1:], strict=True)}


class Context:
    """An article's sentences, read when they are asked for. Offsets are code points of the article's text."""

    def __init__(self, text: str, sentence_at: Callable[[int], Sentence | None]) -> None:
        self._text, self._sentence_at = text, sentence_at
        self._asked: set[tuple[int, ...]] = set()
        self._most = max(_FEW, len(text) // _CHARACTERS_A_READING)

    def at(self, start: int, end: int) -> Evidence:
        """What the sentence says of the words from start to end, and of the gaps between and beside them."""
        reading = self.reading(start)
        return reading.evidence(reading.within(start, end)) if reading else NOTHING

    def advantage(self, start: int, end: int, other: str) -> float:
        """How much likelier another word is here than the one that stands there, as a natural logarithm; minus infinity
        where the encoder does not know it or the place is not one word."""
        reading = self.reading(start)
        words = reading.within(start, end) if reading else range(0)
        if reading is None or len(words) != 1:
            return float("-inf")
        return reading.advantage(words.start, [other]).get(other, float("-inf"))

    def whole(self, sentences: Sequence[Sentence]) -> Iterator[Reading]:
        """Each of these sentences as a whole (of a very long one its beginning), several at a time: for who doubts all."""
        rows = [_cut(row(self._text, each.start, each.end), slice(LONGEST)) for each in sentences]
        for first in range(0, len(rows), _BATCH):
            batch = [each for each in rows[first : first + _BATCH] if each.ids]
            yield from map(Reading, batch, _encoder().read([each.ids for each in batch]) if batch else [])

    def reading(self, offset: int) -> Reading | None:
        """The sentence that holds the offset, or None between sentences."""
        whole = self._row(offset)
        return Reading(whole, _seen[whole.ids]) if whole and self._may_ask(whole.ids) else None

    def _may_ask(self, ids: tuple[int, ...]) -> bool:
        """Whether there is anything to read, and no more than an article may ask for. What is remembered from other
        articles counts, too, so that no result depends on them."""
        if len(self._asked) < self._most and ids:
            self._asked.add(ids)
        return ids in self._asked

    def _row(self, offset: int) -> Row | None:
        sentence = self._sentence_at(offset)
        if sentence is None:
            return None
        whole = row(self._text, sentence.start, sentence.end)
        return whole if len(whole.ids) <= _LONG else _part(whole, bisect_right(whole.ends, offset))


def _part(whole: Row, word: int) -> Row:
    """Of a long sentence some words around this one; the same for words near each other."""
    step = _LONG // 2
    first = max(0, min(word // step * step - step // 2, len(whole.ids) - _LONG))
    return _cut(whole, slice(first, first + _LONG))


def _cut(whole: Row, inside: slice) -> Row:
    return Row(whole.ids[inside], whole.starts[inside], whole.ends[inside])


def _read(ids: tuple[int, ...]) -> Probabilities:
    """One sentence by itself: what is read together differs in the last digits, so results would depend on what else
    is read."""
    return _encoder().read([ids])[0]


_seen: Memo[tuple[int, ...], Probabilities] = Memo(_read, _MOST_SENTENCES)
