"""A source whom the reader cannot identify: "a military source", "people familiar with the talks", "experts say"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.attribution.cues import frames
from newslint.source import Span

_DETERMINERS = "an?|one|another|two|three|four|five|several|some|other|multiple|numerous|many|both|the"
_SPEAKING = ("say", "tell", "find", "think")
_AUXILIARIES = "has|have|had|also|later|now|then|often|still|only|recently|privately|who|as"
_WORD = r"[A-Za-z][\w’'-]*"


class Params(NamedTuple):
    """`always`: nouns that name nobody ("source"). `people`: nouns that do so with `a` or `one` before them.

    `knowing`: what such people know ("familiar with"). `hidden`: phrases that withhold a name. `groups`:
    plurals that name nobody where nothing stands before them, if one of the `verbs` follows ("experts say").
    `passives`: "it is believed".
    """

    always: Sequence[str] = ()
    people: Sequence[str] = ()
    knowing: Sequence[str] = ()
    hidden: Sequence[str] = ()
    groups: Sequence[str] = ()
    passives: Sequence[str] = ()
    verbs: Sequence[str] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The words that stand for the source."""
    triggers = {word for name in _LISTS for phrase in getattr(params, name) for word in phrase.split()[-1:]}
    if triggers.isdisjoint(analysis.lower_words):
        return
    patterns = _patterns(*(tuple(getattr(params, name)) for name in _LISTS))
    last = 0
    for start, end in sorted(_spans(analysis, patterns)):
        if start >= last:
            yield Finding(start, end, {"source": analysis.text[start:end]})
            last = end


_LISTS = ("always", "people", "knowing", "hidden", "groups", "passives", "verbs")


@dataclass(frozen=True, slots=True)
class _Patterns:
    always: re.Pattern[str]
    knowing: re.Pattern[str]
    people: re.Pattern[str]
    known: re.Pattern[str]
    hidden: re.Pattern[str]
    groups: re.Pattern[str]
    passives: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(
    always: tuple[str, ...],
    people: tuple[str, ...],
    knowing: tuple[str, ...],
    hidden: tuple[str, ...],
    groups: tuple[str, ...],
    passives: tuple[str, ...],
    verbs: tuple[str, ...],
) -> _Patterns:
    def words(options: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, options)) or "(?!)"

    adjectives = rf"(?:(?!(?:and|or|of|to|said|that|with|from|for|in|on|at|as|by|between|than|like|is|was|who)\b){_WORD} ){{0,3}}"
    determined = rf"(?:(?:{_DETERMINERS}) {adjectives})?"
    plurals = words(tuple(dict.fromkeys([*people, *(word + "s" for word in people)])))
    return _Patterns(
        re.compile(rf"\b{determined}(?:{words(always)})\b(?! (?:of|for|code) )", re.IGNORECASE),
        re.compile(
            rf"\b{determined}(?:{plurals}|people|persons?|those),? (?:{words(knowing)})(?: (?:the|his|her|their|its)? ?[\w’'-]+)?",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:an?|one|another) {adjectives}(?:{words(people)})\b", re.IGNORECASE),
        re.compile(rf",? (?:{words(knowing)}|who )", re.IGNORECASE),
        re.compile(rf"\b(?:{words(hidden)})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:(?:some|many|most|several|other) )?(?:{words(groups)}) (?:(?:{_AUXILIARIES}) )?(?:{words(verbs)})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{words(passives)})\b", re.IGNORECASE),
    )


def _spans(analysis: Analysis, patterns: _Patterns) -> Iterator[Span]:
    text = analysis.text
    for sentence in analysis.sentences:
        first, end = sentence.start, sentence.end
        for match in patterns.passives.finditer(text, first, end):
            yield Span(*match.span())
        for match in patterns.groups.finditer(text, first, end):
            if _alone(text, match.start(), first):
                yield Span(*match.span())
        for match in patterns.knowing.finditer(text, first, end):
            if _spoken(text, first, end):
                yield Span(*match.span())
        for match in patterns.always.finditer(text, first, end):
            again = match.group().lower().startswith("the ")  # it was asked about where it first came
            if not again and (
                _speaks(text, match, first, end)
                or _ACCORDING.search(text[first : match.start()])
                or (patterns.known.match(text, match.end(), end) and _spoken(text, first, end))
            ):
                yield Span(*match.span())
        for match in patterns.people.finditer(text, first, end):
            if _DOES_NOT_SPEAK.search(text, first, match.start()) or analysis.in_quotation(match.start()):
                continue
            if _speaks(text, match, first, end) or patterns.hidden.search(text, first, end):
                yield Span(*match.span())


# "also serves as an official", "filed by a former aide", "the recommendations of a hearing officer"
_DOES_NOT_SPEAK = re.compile(r"\b(?:as|by|of|from|against|than) $", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to (?:[\w’'-]+ ){0,3}$", re.IGNORECASE)


def _alone(text: str, at: int, first: int) -> bool:
    """Whether nothing that could tell who they are stands before the noun."""
    before = text[first:at].rstrip(" \"“'‘")
    return not before or before[-1] in ",;:–—-" or before.split()[-1].lower() in _OPENING


_OPENING = frozenset("but and that as while though because although if however yet or so".split())


def _spoken(text: str, first: int, end: int) -> bool:
    low = text[first:end].lower()
    return "according to" in low or any(word in _speaking() for word in re.findall(r"[a-z]+", low))


def _speaks(text: str, match: re.Match[str], first: int, end: int) -> bool:
    """Whether a verb of saying stands right before or after the noun, and no name follows it."""
    after = re.match(
        rf"(?:,? (?:in|at|from|with|of|on|for|close to|based in) (?:the )?(?:{_WORD} ?){{1,4}})?,? (?:(?:{_AUXILIARIES}) )?([a-z][\w’'-]*)",
        text[match.end() : end],
    )
    if re.search(r"[A-Z][\w’'-]+, $", text[first : match.start()]):  # "Ada Brook, an official"
        return False
    if re.match(
        r"[^.,;:“”\"]{0,70}, [A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+(?:,|\.| who| said| told)",
        text[match.end() : end],
    ):
        return False  # "a former spokesman for the port, Ada Brook, who"
    if re.match(r"(?:,)? (?:[A-Z]\w+ [A-Z]|named|called|identified as|[A-Z]\w+,)", text[match.end() : end]):
        return False
    before = text[first : match.start()].split()[-2:]
    return bool(
        (before and before[-1].strip("“\"',").lower() in _speaking())
        or [word.lower() for word in before] == ["according", "to"]
        or (after and after.group(1) in _speaking())
    )


@cache
def _speaking() -> frozenset[str]:
    verbs = {form for form, names in frames().items() if not {"noun", "source"} & set(names.split("+"))}
    return frozenset(form for form in verbs if set(frames()[form].split("+")) & set(_SPEAKING)) | {
        "claim",
        "claims",
        "say",
        "says",
        "report",
        "reports",
        "quoted",
        "hope",
        "fear",
        "estimate",
        "argue",
        "tell",
    }


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("source")})
