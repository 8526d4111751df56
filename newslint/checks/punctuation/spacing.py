"""Spaces before punctuation marks, and marks without a space after them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Edit, Finding, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

_SPACES = " \t\xa0"
# A mark with a letter on either side, or a space before it and none or one behind. It begins with the mark, so that
# the search leaps from mark to mark.
_ODD = lazy_pattern(
    r"[.?!,;](?:(?<=[^\W\d_].)(?=[^\W\d_])"
    r"|(?<=[ \t\xa0].)(?:(?=[\s\"”’')\]]|$)(?!\s*\.)|(?<=[,;])(?=[^\W\d_])|(?<=[.?!])(?=[A-Z][a-z]*\b)))"
)
_LEFT = lazy_pattern(r"[\w.@/#:’'\-]*$")
_RIGHT = lazy_pattern(r"[\w.@/#=(’'\-]*")
_WORD = lazy_pattern(r"[^\W_]+$")
_QUOTED_WORD = lazy_pattern(r"[^\W_]+[.?!]?[\"”’]$")
_NEXT = lazy_pattern(r"[A-Z][a-z]*")
_POSSESSIVE = lazy_pattern(r"['’]s$")
_LONGEST = 40  # characters of a word that are looked at
_SITES = frozenset(
    "com org net gov edu uk us eu de fr io co tv info biz news int js py md html pdf txt me ly app dev blog".split()
)
_OPENERS = frozenset(
    "The A An It He She They We I This That These There His Her Its Their But And So In On At As If When While After "
    "For From By With No Not You What Who Why How".split()
)
_DOUBLE = ('"', "“", "”")


class Params(NamedTuple):
    """None: two spaces after a full stop are a habit that no reader sees."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The mark with what stands beside it."""
    text = analysis.text
    for match in _ODD.finditer(text):
        at = match.start()
        yield from _space_before(text, at) if text[at - 1] in _SPACES else _no_space_after(text, at)
    yield from _beside_quotations(analysis)


def _space_before(text: str, at: int) -> Iterator[Finding]:
    """ "the wall , built", "the wall ,built" """
    mark, end = text[at], at - 1
    while end and text[end - 1] in _SPACES:
        end -= 1
    quoted = _QUOTED_WORD.search(text, max(0, end - _LONGEST), end) if mark in ",;" else None
    word = quoted or _WORD.search(text, max(0, end - _LONGEST), end)
    following = _NEXT.match(text, at + 1) if mark in ".?!" else None
    if following and following.group() not in _OPENERS:
        return  # ".Net"
    numbered = mark == "." and text[end - 1 : end].isdigit()  # " .22", odds
    if word is None or numbered or "/" in text[max(0, word.start() - 1) : word.start()]:
        return
    behind = " " if text[at + 1 : at + 2].isalpha() else ""
    yield Finding(
        word.start(),
        at + 1,
        {"mark": mark},
        variant="astray" if behind else "before",
        suggestions=[word.group() + mark + behind],
        edits=[Edit(end, at + 1, mark + behind)],
        applicability="safe" if mark in ".,;" and _is_plain(text[word.start() : word.end()]) else "",
    )


def _is_plain(word: str) -> bool:
    """Whether a space behind a word cannot be what somebody wants: an English word of prose, no sign or name."""
    letters = word.rstrip("\"”’'")
    return letters.isalpha() and letters[1:].islower() and len(letters) > 1


def _no_space_after(text: str, at: int) -> Iterator[Finding]:
    """ "safe.The", "red,white": letters on both sides that look like no web address, file or name."""
    left = _LEFT.search(text, max(0, at - _LONGEST), at)
    right = _RIGHT.match(text, at + 1, at + 1 + _LONGEST)
    if left is None or right is None:
        return
    first, mark, second = left.group(), text[at], right.group()
    tail = _POSSESSIVE.sub("", second.rstrip(".’'"))
    if not (first.isalpha() and tail.isalpha()) or second.endswith(("=", "/", "@", "(")):
        return
    if tail.lower() in _SITES or first.lower() in ("www", "http", "https", "vs"):
        return
    if mark in ",;":
        wrong = len(first) > 2 and len(tail) > 2
    else:
        begins = tail[0].isupper() and (tail[1:].islower() or (tail == "I" and mark != "."))
        wrong = begins and len(first) > 1 and first[-2:].islower() and (mark != "." or len(tail) > 1)
    if wrong:
        end = at + 1 + len(tail)
        yield Finding(
            left.start(),
            end,
            {"mark": mark},
            variant="after",
            suggestions=[f"{first}{mark} {tail}"],
            edits=[Edit(at + 1, at + 1, " ")],
        )


def _beside_quotations(analysis: Analysis) -> Iterator[Finding]:
    """'said,"We go."Then'"""
    text = analysis.text
    for quotation in analysis.quotations:
        start, end = quotation.start, quotation.end
        if quotation.opening not in _DOUBLE or not quotation.closing:
            continue
        if text[end - 2] in ".,!?" and text[end : end + 1].isalpha() and text[end - 3 : end - 2] not in ".":
            word = _WORD.search(text, max(start, end - 2 - _LONGEST), end - 2)
            behind = _RIGHT.match(text, end, end + _LONGEST)
            yield Finding(
                word.start() if word else end - 2,
                behind.end() if behind else end + 1,
                {"mark": quotation.closing},
                variant="after",
                edits=[Edit(end, end, " ")],
            )
        if start > 1 and text[start - 1] in ",;:" and text[start - 2].isalpha() and text[start + 1].isalpha():
            word = _WORD.search(text, max(0, start - 1 - _LONGEST), start - 1)
            yield Finding(
                word.start() if word else start - 1,
                start + 1,
                {"mark": text[start - 1]},
                variant="after",
                edits=[Edit(start, start, " ")],
            )


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={"before": fills("mark"), "astray": fills("mark"), "after": fills("mark")},
)
