"""A word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import eq
from typing import NamedTuple

from newslint.article import HEADLINE
from newslint.checks.model import ArticleCheck, Edit, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.segmentation.word_sequence import WordSequence
from newslint.language.words.parts_of_speech import VERB, classes, main_class
from newslint.language.words.related_words import FUNCTION
from newslint.lazy_pattern import lazy_pattern
from newslint.source import Span

# More white space than two spaces parts the columns of a table.
_DOUBLED = lazy_pattern(
    r"(?<![\w'’&/.@#–-])([^\W\d_]+)(?:[^\S\n]{1,2}|[^\S\n]{0,2}\n[^\S\n]*)\1\b(?!['’&/@–-]|\.\w)",
    re.IGNORECASE,
)
# Verbs with a particle that a preposition may follow: "when they came in in 1979", "he logged on on Monday".
_PARTICLE = lazy_pattern(
    r"\b(?:c[ao]mes?|coming|go(?:es|ing|ings)?|went|gone|log(?:s|ged|ging)?|sign(?:s|ed|ing)?|check(?:s|ed|ing)?|"
    r"turn(?:s|ed|ing)?|mov(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|join(?:s|ed|ing)?|kick(?:s|ed|ing)?|liv(?:e|es|ed|ing)|"
    r"hand(?:s|ed|ing)?|set(?:s|ting)?|carr(?:y|ies|ied)|st[ae]y(?:s|ed|ing)?|tak(?:e|en|es|ing)|took|bring(?:s|ing)?|"
    r"brought|break(?:s|ing)?|broke|bro?ken|call(?:s|ed|ing)?|dig(?:s|ging)?|dug|lock(?:s|ed|ing)?|weigh(?:s|ed|ing)?|"
    r"step(?:s|ped|ping)?|pass(?:es|ed|ing)?|mo?ve[ds]?|get(?:s|ting)?|got|given?|gives|gave|fill(?:s|ed|ing)?|"
    r"tun(?:e|ed|ing)|work(?:s|ed|ing)?|play(?:s|ed|ing)?|hold(?:s|ing)?|held|put(?:s|ting)?|start(?:s|ed|ing)?)\s+$",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset("in on up over out off down through by for at with about to of from into".split())
_MORE_PREPOSITIONS = frozenset("without against behind before after under around near like within".split())
# Before what a preposition has for itself: "met in in the hall" is no "settled in in Leeds".
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some any no each".split()
)
# Behind a question word a clause may end with one of these, and the sentence go on with it: "what it is is a wall".
_AUXILIARIES = frozenset("is was are were do does did has have can will would could should be".split())
_CLAUSE = lazy_pattern(
    r"\b(?:(?:what(?:ever)?|who(?:ever)?|all|those|ones?|thing)|(?:how|where|whether|if|when|why|which|that) [\w’'-]+)\b"
    r"(?: [\w’'-]+){0,6} ?$",
    re.IGNORECASE,
)
_OF_WHOM = lazy_pattern(r"\b(?:by|of|for|with|from|in|on|at|about|under|behind|against|after) $")
_PRONOUNS = frozenset("it he she they we you i this these those there them him one".split())
_ENDS_OR_BEGINS = frozenset("it you there this these those".split())  # a clause: "the boss told you you can"
# A clause that may end in a preposition or a verb: "what they work with", "a house to live in", "was looked for".
_OPEN_CLAUSE = lazy_pattern(
    r"\b(?:what|who|whom|whose|which|that|where|when|how|why|whether|if|all|those|things?|ones?|to|is|are|was|were|be|been|"
    r"being|got|gets?|(?<=\w )(?:he|she|they|we|you|I|it))(?:(?:ever)?|['’]\w+)\b",
    re.IGNORECASE,
)
_NOUN_BEGINS = lazy_pattern(
    r"\b(?:the|an?|his|her|its|their|our|my|your|this|these|some|any|no|each|every)\b", re.IGNORECASE
)
_ORDINARY = 16  # the least frequency (lexicon) of a word that only mistakes double; "chow chow" and "paw paw" are rarer
_WORD_BEFORE = lazy_pattern(r"([^\W\d_]+(?:['’][^\W\d_]+)?)[^\S\n]*\n?[^\S\n]*$")
_WORD_AFTER = lazy_pattern(r"\s+([^\W\d_]+)")
# In a headline's capitals no name is made of these.
_SMALL = frozenset("the a an of and to for with from at by in on is are was were as or but".split())


# Words that mistakes alone double nearly always; other words are doubled in names, in other languages and in lists, too.
_SURE_WORDS = FUNCTION | _PREPOSITIONS | _MORE_PREPOSITIONS | _AUXILIARIES | _DETERMINERS | {"since", "than"}


class Params(NamedTuple):
    """`allowed`: words that may stand twice ("had had"); `emphatic`: words that speakers double ("very very");
    `names`: names that are words as well ("Will will"); `left_over`: how probable it must be, as the sentence shows it,
    that one of two words in small letters is left over, where mistakes alone double them and where they may belong to two parts of
    it; `sure`: words of which
    the sentence need not be asked."""

    allowed: Sequence[str] = ()
    emphatic: Sequence[str] = ()
    names: Sequence[str] = ()
    left_over: float = 0.5
    left_over_by_mistake_alone: float = 0.1
    left_over_from_two_parts: float = 0.35
    sure: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Both words, wherever a word is repeated; the fix leaves the first."""
    text = analysis.text
    right = frozenset(params.allowed) | frozenset(params.emphatic)
    names = frozenset(params.names)
    for match in _doubled(analysis.word_stream, right - {"her"}, text):
        word = match.group(1)
        plain = word.lower()
        if (plain in right and not _is_owner(text, match, plain)) or (len(plain) == 1 and plain != "a"):
            continue
        if not (word[0].isupper() or _is_english(analysis, plain)):
            continue
        if _is_name(analysis, match, names) or _again(text, match, plain):
            continue
        two_parts = _is_grammar(analysis, match, plain)
        if two_parts and (plain in _AUXILIARIES or _has_particle(analysis.text, match)):
            continue  # "the two who were were early", "logged on on Monday": the encoder seldom sees such
        applicability = "unsafe" if two_parts else _applicability(analysis, match, plain)
        if plain not in params.sure and not _is_left_over(
            analysis, match, _least(params, two_parts, applicability), two_parts
        ):
            continue
        yield Finding(
            match.start(),
            match.end(),
            {"word": word},
            suggestions=[word],
            edits=[_without_second(text, match)],
            applicability=applicability,
            severity="" if plain in _SURE_WORDS else "warning",
        )


def _doubled(stream: WordSequence, right: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    """Every word behind which the same word stands with white space alone between them, but for those that may."""
    words = stream.words
    end = 0
    for index in compress(range(len(words)), map(eq, words, words[1:])):
        if words[index] and words[index] not in right:
            match = _DOUBLED.match(text, stream.span(index).start)
            if match and match.start() >= end:
                end = match.end()
                yield match


def _without_second(text: str, match: re.Match[str]) -> Edit:
    """Takes the second word out, with a space that stands on its line."""
    second = match.end() - len(match.group(1))
    if text[match.end() : match.end() + 1] == " ":
        return Edit(second, match.end() + 1, "")
    return Edit(match.end(1), match.end(), "")


def _is_owner(text: str, match: re.Match[str], plain: str) -> bool:
    """Whether "her her" cannot be "told her her hat was big": after a preposition both say whose."""
    return plain == "her" and _OF_WHOM.search(text, max(0, match.start() - 9), match.start()) is not None


def _is_grammar(analysis: Analysis, match: re.Match[str], plain: str) -> bool:
    """Whether the two words belong to two parts of the sentence: "logged on on Monday", "what it is is a wall", "told you
    you can"."""
    text, start = analysis.text, match.start()
    before, after = _neighbours(text, match)
    if plain in _PREPOSITIONS:
        if _has_particle(text, match):
            return True
        return bool(main_class(before) & VERB) and after not in _DETERMINERS
    if plain in _AUXILIARIES:
        is_noun = before in _DETERMINERS  # "the can can"
        return is_noun or _CLAUSE.search(text, max(0, start - 70), start) is not None
    if plain in _ENDS_OR_BEGINS:
        return bool(main_class(before) & VERB) or before in _PREPOSITIONS | _MORE_PREPOSITIONS
    return False


def _has_particle(text: str, match: re.Match[str]) -> bool:
    """Whether a verb stands before the two words to which the first may belong: "settled in"."""
    return _PARTICLE.search(text, max(0, match.start() - 16), match.start()) is not None


def _is_english(analysis: Analysis, plain: str) -> bool:
    """Whether English has the word: what it has not and is written twice is another language's (boda boda)."""
    return plain in _SMALL or classes(plain) > 0 or analysis.lexicon.frequency(plain) >= _ORDINARY


def _applicability(analysis: Analysis, match: re.Match[str], plain: str) -> str:
    """How far taking the second word out may be trusted: "" as the rule says, for the kinds that mistakes alone double."""
    if not analysis.article.is_verbatim(Span(match.start(), match.end())):
        return "display"  # markup stands between the two
    word = match.group(1)
    if word[0].isupper() and not (plain in _SMALL and analysis.text[match.end() - len(word)].islower()):
        return "unsafe"  # a name; but "The the" at a sentence's start is none
    if plain in _PRONOUNS or (plain not in _SMALL and analysis.lexicon.frequency(plain) < _ORDINARY):
        return "unsafe"
    sentence = analysis.sentence_at(match.start())
    lead = analysis.text[sentence.start if sentence else match.start() : match.start()]
    before, _ = _neighbours(analysis.text, match)
    open_clause = _OPEN_CLAUSE.search(lead) is not None
    if plain in _PREPOSITIONS:
        may_end = bool(classes(before) & VERB) and (open_clause or len(_NOUN_BEGINS.findall(lead)) > 1)
    else:
        is_verb = plain in _AUXILIARIES or (plain not in _SMALL and classes(plain) & VERB)
        may_end = bool(is_verb) and open_clause
    return "unsafe" if may_end else ""


def _neighbours(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The words before and after the two, in lower case; "" where a mark or nothing stands there."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    after = _WORD_AFTER.match(text, match.end(), match.end() + 30)
    return before.group(1).lower() if before else "", after.group(1).lower() if after else ""


def _least(params: Params, two_parts: bool, applicability: str) -> float:
    """How probable it must be that one of two words is left over: little where mistakes alone double them."""
    if two_parts:
        return params.left_over_from_two_parts
    return params.left_over if applicability else params.left_over_by_mistake_alone


def _is_left_over(analysis: Analysis, match: re.Match[str], least: float, two_parts: bool) -> bool:
    """Whether the sentence has no use for both words, as it has in "the you you want to be". Headlines and capitals tell
    the encoder too little."""
    block = analysis.article.block_at(match.start())
    if match.group(1)[0].isupper() or block is None or block.kind == HEADLINE:
        return not two_parts
    return analysis.context.at(match.start(), match.end()).left_over >= least


def _is_name(analysis: Analysis, match: re.Match[str], names: frozenset[str]) -> bool:
    """Whether one of the words is a name, or both: Walla Walla, "as AS Roma", "Will will"."""
    word = match.group(1)
    first, second = word[0].isupper(), analysis.text[match.end() - len(word)].isupper()
    plain = word.lower()
    if second and not first:
        return True
    if first and second:
        if word.isupper() and len(word) > 1:
            return False  # an abbreviation
        block = analysis.article.block_at(match.start())
        if block is not None and block.kind == HEADLINE:
            return not (plain in _SMALL or plain in analysis.words)
        if plain in _SMALL:
            return plain in ("the", "in", "on", "a")
        return True  # Walla Walla, and people whose parents gave them one name twice
    if not first:
        return False
    return plain in names or not (plain in _SMALL or _begins(analysis, match.start()))


def _begins(analysis: Analysis, at: int) -> bool:
    """Whether a sentence begins there: a capital says nothing."""
    sentence = analysis.sentence_at(at)
    return sentence is None or not analysis.text[sentence.start : at].strip("\"“‘'([—–- ")


def _again(text: str, match: re.Match[str], plain: str) -> bool:
    """Whether the word stands a third time beside the two: then it is said again and again on purpose."""
    before = text[max(0, match.start() - len(plain) - 3) : match.start()].lower().strip(" ,-–—")
    after = text[match.end() : match.end() + len(plain) + 3].lower().strip(" ,-–—")
    return before.endswith(plain) or after.startswith(plain)


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("word")})
