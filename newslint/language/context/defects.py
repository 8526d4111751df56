"""From probabilities to what is wrong: the likeliest error among the words of a sentence, named, with its remedy."""

from __future__ import annotations

from typing import NamedTuple

from newslint.language.context.confusables import confusables
from newslint.language.context.readings import Reading
from newslint.language.context.rows import MISSING
from newslint.language.words.irregular_verbs import same_verb
from newslint.language.words.related_words import FUNCTION, related

# Kinds of defects.
MISSING_WORD = "missing"
LEFT_OVER = "left over"
FORM = "form"  # another form of the same word is meant
SMALL_WORD = "small word"  # a function word stands for another
OTHER_WORD = "other word"
KINDS = (MISSING_WORD, LEFT_OVER, FORM, SMALL_WORD, OTHER_WORD)

_LEAST = 0.05  # below that nothing is said
_WRONG, _LEFT_OVER = 1, 2  # columns of Probabilities.word
# English has a choice of these: "in the dark over refunds", "the first time into the fight". Before and as these a clause
# may end or begin, too: "the page it leads to could be a fake", "all I could think of was".
_PREPOSITIONS = frozenset(
    "of in on at by for from with to into onto over about after off up out upon as than".split()
)
_FINITE = frozenset(
    "is are was were has had have will would can could may might must should does did do".split()
)


class Defect(NamedTuple):
    """An error that the encoder sees: its kind, the span of the word (of the words around the gap where one is missing)
    in the article's text, how probable it is, the word that is missing or meant (lower case; "" for none), and how much
    likelier that is than what stands there (a natural logarithm; 0 where a word is missing or left over)."""

    kind: str
    start: int
    end: int
    probability: float
    meant: str = ""
    advantage: float = 0.0


def likeliest(reading: Reading, text: str, words: range) -> Defect | None:
    """The likeliest error of these words of a sentence, and of the gaps between and beside them; None where there is
    hardly any."""
    return max(errors(reading, text, words), key=lambda defect: defect.probability, default=None)


def errors(reading: Reading, text: str, words: range) -> list[Defect]:
    """Of these words the likeliest that is missing, the likeliest that is left over, and the likeliest that is wrong."""
    found = (_missing(reading, words), _left_over(reading, text, words), _wrong(reading, text, words))
    return [defect for defect in found if defect]


def _missing(reading: Reading, words: range) -> Defect | None:
    """A word that is missing before, between or behind the words."""
    row, gaps = reading.row, reading.seen.gap
    places = range(max(0, words.start - 1), min(words.stop, len(row.ids) - 1))
    at = min(places, key=lambda place: gaps[place, 0], default=-1)
    if at < 0 or 1 - gaps[at, 0] < _LEAST:
        return None
    meant = MISSING[int(gaps[at, 1:].argmax())]
    return Defect(MISSING_WORD, row.starts[at], row.ends[at + 1], float(1 - gaps[at, 0]), meant)


def _left_over(reading: Reading, text: str, words: range) -> Defect | None:
    at = max(words, key=lambda word: reading.seen.word[word, _LEFT_OVER])
    probability = float(reading.seen.word[at, _LEFT_OVER])
    if probability < _LEAST or _beside_number(reading, text, at) or _is_stranded(reading, text, at):
        return None
    return Defect(LEFT_OVER, reading.row.starts[at], reading.row.ends[at], probability)


def _wrong(reading: Reading, text: str, words: range) -> Defect | None:
    """A word that another was put for, and the likeliest of those it is taken for."""
    at = max(words, key=lambda word: reading.seen.word[word, _WRONG])
    probability, word = float(reading.seen.word[at, _WRONG]), _word(reading, text, at)
    if probability < _LEAST or _beside_number(reading, text, at) or not word:
        return None
    advantages = reading.advantage(at, confusables(word))
    if not advantages:
        return None
    meant = max(advantages, key=lambda other: advantages[other])
    kind = _kind(word, meant)
    if not kind:
        return None
    return Defect(kind, reading.row.starts[at], reading.row.ends[at], probability, meant, advantages[meant])


def _kind(word: str, meant: str) -> str:
    """How two words that are taken for each other differ; "" where the encoder is often wrong about it."""
    if same_verb(word, meant):
        return FORM
    if word in _PREPOSITIONS and meant in _PREPOSITIONS:
        return ""
    if (word, meant) == ("if", "of"):
        return ""  # what "if" begins may stand behind any noun
    if (word in FUNCTION and meant in FUNCTION) or "'" in word + meant:
        return SMALL_WORD
    return FORM if related(word, meant) else OTHER_WORD


def _word(reading: Reading, text: str, at: int) -> str:
    """A word of the sentence in lower case; "" past its end, and for a name or an abbreviation."""
    if at >= len(reading.row.ids):
        return ""
    word = text[reading.row.starts[at] : reading.row.ends[at]].replace("’", "'")
    return word.lower() if word[:1].islower() or at == 0 else ""


def _is_stranded(reading: Reading, text: str, at: int) -> bool:
    """Whether a word ends a clause ("all I could think of was the noise"), or stands twice, which another rule says."""
    word, after = _word(reading, text, at), _word(reading, text, at + 1)
    return bool({word, after} & _FINITE) or word in (after, _word(reading, text, at - 1) if at else "")


def _beside_number(reading: Reading, text: str, at: int) -> bool:
    """Whether a number stands beside the word: "category two 999 calls" is no prose."""
    row = reading.row
    return any(
        text[row.starts[near] : row.starts[near] + 1].isdigit()
        for near in (at - 1, at + 1)
        if 0 <= near < len(row.ids)
    )
