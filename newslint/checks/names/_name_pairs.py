"""Pairs of name forms that are near in spelling, and whether the two are one name.

Everything that speaks for or against it stands together; so it is one file.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from newslint.checks.names._name_forms import Form
from newslint.language.analysis import Analysis
from newslint.language.names.person_names import GIVEN, SURNAME, bearers, is_known, kind_of, nicknames
from newslint.language.words.edit_distance import folded, near, sound

_KEPT = 5_000  # words whose keys are kept: an archive names the same people again and again
_NO_OFFICES = frozenset("mr mrs ms miss dr prof professor sir lord lady dame rep sen".split())
_OFTEN = 3
_MOST_WORDS = 10_000  # different words of names in an article; what has more is no article
_LOOKED_AT = 4  # times the pairs that are given; of so many those with the fewest others are chosen
_BUCKET = 12  # forms that share a key and are compared; more share it by chance
_CONSONANTS = str.maketrans("gdb", "ktp", "aeiouy")
# What makes another word of a name: its plural, its people, its language, a woman's surname.
_ENDINGS = frozenset(
    "s es n an ian i ese ish ite ites er ers ist ists ism ic y ie a na ova ov ev eva in ina son sson sen sdottir ski ska sky"
    " skaya land ia esque".split()
)
_NOTE_LENGTH = 1000  # characters of a block that is a note


def neighbours(words: Sequence[str], most: int) -> Iterator[tuple[str, str]]:
    """The pairs of words that share a key (what is left without one letter, the sound, or the consonants), in order.
    Linear: no word is compared with all others, and at most `most` pairs are given, those of the words first that
    are like few others (a list whose names are all alike tells nothing by that)."""
    keys = [_keys(folded(word)) for word in words[:_MOST_WORDS]]
    seen: set[str] = set()
    shared: set[str] = set()
    for own in keys:
        if not seen.isdisjoint(own):
            shared.update(seen.intersection(own))
        seen.update(own)
    if not shared:
        return
    buckets: dict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for number, own in enumerate(keys):
        if len(pairs) > most * _LOOKED_AT:
            break
        for key in shared.intersection(own):
            bucket = buckets[key]
            pairs.update((other, number) for other in bucket)
            if len(bucket) < _BUCKET:
                bucket.append(number)
    if len(pairs) > most:
        like = Counter(chain.from_iterable(pairs))
        pairs = set(sorted(pairs, key=lambda pair: (max(like[pair[0]], like[pair[1]]), pair))[:most])
    for one, two in sorted(pairs):
        if folded(words[one]) != folded(words[two]):
            yield words[two], words[one]


def likely(analysis: Analysis, one: Form, two: Form, announced: Callable[[Form], bool]) -> bool:
    """Whether two forms are one name, once misspelt: near enough, with evidence for it and none against.

    `announced`: whether the text says that a name is spelled in two ways, as `Announcements` tells.
    """
    common, rare = sorted((one, two), key=lambda form: (-len(form.places), form.places[0]))
    a, b = folded(common.word), folded(rare.word)
    close = near(a, b)
    if not close and _skeleton(a) != _skeleton(b):
        return False
    if (
        _derived(a, b)
        or _branded(one.word, two.word)
        or _both_are_words(analysis, common, rare)
        or announced(rare)
    ):
        return False
    if all(analysis.lexicon.frequency(form.word.lower()) and not is_known(form.word) for form in (one, two)):
        return False
    same_given = _same_given(common, rare)
    if not same_given and _different_people(common, rare):
        return False
    if same_given:
        return not _in_two_offices(common, rare) and (close or len(b) > 5)
    if not close or len(b) < 5 or (a[0] != b[0] and len(b) < 7 and sorted(a) != sorted(b)):
        return False
    return not _side_by_side(analysis, common, rare) and _is_short_form(analysis, common, rare)


def _side_by_side(analysis: Analysis, common: Form, rare: Form) -> bool:
    """Whether a sentence that holds the rare form names the other, too: who writes both of things that have no
    given name means two."""
    if common.given or rare.given:
        return False
    sentences = {analysis.sentence_index(at) for at in common.places}
    return any(analysis.sentence_index(at) in sentences for at in rare.places)


def _is_short_form(analysis: Analysis, common: Form, rare: Form) -> bool:
    """Whether the rare form, without a given name, can only be the common one: it is introduced nowhere and is
    no name or word that is known otherwise."""
    if rare.sure == 0 and analysis.lexicon.frequency(rare.word.lower()):
        return False
    if rare.first == len(rare.places):
        return False  # a given name, and the surname behind it is another's
    if len(rare.places) * 2 > len(common.places) and bool(common.given) == bool(rare.given):
        return False
    if is_known(rare.word) or analysis.lexicon.knows(rare.word):
        # Somebody's name, too. But people are introduced by their given names, and this one is not.
        heard_alike = sound(folded(common.word)) == sound(folded(rare.word))
        introduced = bool(common.given) and (heard_alike or len(common.places) >= _OFTEN)
        unknown_word = not analysis.lexicon.frequency(rare.word.lower())
        return introduced and unknown_word and len(rare.places) == rare.alone == rare.sure == 1
    if rare.given:
        return (
            not common.given and common.alone > 0
        )  # introduced here, and everywhere else without a given name
    return bool(common.given) or len(common.places) > 1


def _same_given(one: Form, two: Form) -> bool:
    """Whether the same given name, or a nickname of it, stands before both, or the same surname after both."""
    for given in one.given:
        for other in two.given:
            if given == other and len(given) > 1:
                return True
            if other.lower() in nicknames(given) or given.lower() in nicknames(other):
                return True
    swapped = sorted(one.word) == sorted(two.word)
    if _two_given(one.word, two.word) or not (swapped or one.word[-2:] == two.word[-2:]):
        return False  # names are varied at their ends (Mike, Mikee)
    return any(_is_surname(word) and len(word) > 3 for word in one.after & two.after)


def _is_surname(word: str) -> bool:
    kind = kind_of(word)
    return not kind & GIVEN or bool(kind & SURNAME)


def _two_given(one: str, two: str) -> bool:
    """Whether both are given names in use: brothers, or a husband and a wife."""
    return min(bearers(one), bearers(two)) > 9 or bool(kind_of(one) & GIVEN and kind_of(two) & GIVEN)


def _in_two_offices(one: Form, two: Form) -> bool:
    """Whether each stands behind an office of its own: President Kim Tae-hyung, Minister Kim Tae-hyun."""
    first, second = one.titles - _NO_OFFICES, two.titles - _NO_OFFICES
    return bool(first and second and not first & second)


def _different_people(one: Form, two: Form) -> bool:
    """Whether both are introduced by given names of their own, or one is a given name where the other is not."""
    if one.given and two.given:
        return True
    return bool(one.titles and two.titles and not one.titles & two.titles)


def _branded(one: str, two: str) -> bool:
    """Whether one word is the other and a capital: "SpaceX" is no misspelt "Space"."""
    short, long = sorted((one, two), key=len)
    return long.startswith(short) and long[len(short) :].isupper()


def _derived(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return long[len(short) :] != short[-1]  # a doubled last letter is a slip
    stem = short[:-1]
    if len(stem) > 3 and long.startswith(stem) and long[len(stem) :] in _ENDINGS and short[-1] in "aeiouy":
        return True  # Syria, Syrian
    for ending in ("ov", "ev", "in", "y", "i"):
        if short.endswith(ending) and long == short + "a":
            return True
    return bool(
        re.fullmatch(r"(.+)(?:ian|ans?|ese|i|ish)", a)
        and re.fullmatch(r"(.+)(?:ian|ans?|ese|i|ish)", b)
        and a[:4] == b[:4]
        and a[-1] != b[-1]
    )


def _both_are_words(analysis: Analysis, one: Form, two: Form) -> bool:
    """Whether both are words or well-known names that everybody spells so: Senate and Senator, Austria and Australia."""
    lexicon = analysis.lexicon
    return all(
        lexicon.frequency(form.word.lower()) > 0
        or lexicon.is_name(form.word)
        or (bool(kind_of(form.word) & ~16) and len(form.places) > 1)
        for form in (one, two)
    ) and not _same_given(one, two)


class Announcements:
    """Where an article says that a name is spelled in two ways, or repeats an error to correct it. A sentence or a
    block is looked through once, however many names it has."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._sentences: dict[int, bool] = {}
        self._blocks: dict[int, bool] = {}

    def of(self, form: Form) -> bool:
        """Whether a place of the form is in such a sentence or block."""
        return any(
            self._in_sentence(at)
            # "She is Ada Lund, not Ada Lind."
            or re.search(r"\bnot (?:[\w.]+ ){0,2}$", self._analysis.text[max(0, at - 40) : at])
            or self._in_block(at)
            for at in form.places
        )

    def _in_sentence(self, at: int) -> bool:
        sentence = self._analysis.sentence_at(at)
        if sentence is None:
            return False
        start, end, _ = sentence
        if start not in self._sentences:
            self._sentences[start] = bool(_said_so().search(self._analysis.text, start, end))
        return self._sentences[start]

    def _in_block(self, at: int) -> bool:
        block = self._analysis.article.block_at(at)
        if block is None:
            return False
        start, end = block.start, min(block.end, block.start + _NOTE_LENGTH)
        if start not in self._blocks:
            self._blocks[start] = bool(_note().search(self._analysis.text, start, end))
        return self._blocks[start]


@lru_cache(maxsize=_KEPT)
def _keys(word: str) -> tuple[str, ...]:
    keys = {word, f"~{sound(word)}", f"={_skeleton(word)}"}
    keys.update(word[:at] + word[at + 1 :] for at in range(len(word)))
    return tuple(keys)


def _skeleton(word: str) -> str:
    """The consonants as they sound, by which transliterations agree (Haftar, Hifter; Gaddafi, Qaddafi)."""
    return sound(word).translate(_CONSONANTS)


@cache
def _said_so() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:also (?:written|called|transliterated)|known (?:\w+ )?(?:as|to)|(?:mis)?spel(?:led|t)|spelling|misnamed"
        r"|misidentified|mistaken(?:ly)?|by mistake|wrongly|incorrectly|erroneously|typo|formerly|originally|née|nee|born"
        r"|in some \w+)\b|\bcorrect(?:ion|ed|s)?:?\b|\[sic\]",
        re.IGNORECASE,
    )


@cache
def _note() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:earlier|previous|original|first|prior) versions?"
        r"|(?:article|story|report|piece|text|page|headline|caption) (?:was|has been) (?:amended|updated|corrected|changed)"
        r"|correction|clarification|editor['’]s note|misspel(?:led|t)|misstated|misidentified)\b",
        re.IGNORECASE,
    )
