"""A punctuation mark that stands twice, or two that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

# It begins with one set of characters, so that the search leaps from mark to mark; what stands before the first is asked
# for behind it.
_DOUBLED = lazy_pattern(
    r"[,.;:?!](?:(?<=,) ?,|(?<=\.)(?<![.\d/].)\.(?![./\w])|(?<=;) ?;|(?<=:)(?<!:.) ?:(?!:)(?=\s)"
    r"|(?<=[^\W\d_].)(?:(?<=,)[.;]|(?<=[.;?!]),)(?=\s|$)|(?<=[?!])\.(?=\s|$)"
    r"|(?<=[^\W_].)(?<=[.,])[\"”’'][.,](?=\s|$))"
)
_ABBREVIATION = lazy_pattern(
    r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]|\b[A-Z][A-Za-z]{0,5}|\b(?:etc|vs|al|inc|ltd|corp|no|a\.m|p\.m))$"
)
_WORD = lazy_pattern(r"[^\W_]+$")
_BRACKETS = lazy_pattern(r"(\([^()\n]{1,40}\)) ?\1")


class Params(NamedTuple):
    """None: !! and ?? are a tone, -- a dash, ... an ellipsis."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Both marks; the suggestion is the one that stays, where that is certain."""
    text = analysis.text
    for match in _DOUBLED.finditer(text):
        marks = match.group().replace(" ", "")
        window = max(0, match.start() - 12)
        abbreviated = _ABBREVIATION.search(text, window, match.start()) is not None
        if abbreviated and marks[0] == "." and marks != "..":
            continue  # Inc., Jan., U.S.,
        if marks in ("?,", "!,", "?.", "!.") and _in_title(text, match.start()):
            continue
        quoted = len(marks) == 3
        sure = marks[0] == marks[-1]
        suggestions = [marks[:2] if quoted else marks[0]] if sure else []
        yield Finding(match.start(), match.end(), {"marks": match.group()}, suggestions=suggestions)
    if "(" in text:
        for match in _BRACKETS.finditer(text):
            yield Finding(match.start(), match.end(), {"marks": match[1]}, "brackets", [match[1]])


def _in_title(text: str, at: int) -> bool:
    """Whether the word before the mark is capitalised: Yahoo!, Jeopardy!, Who Wants to Be a Millionaire?"""
    word = _WORD.search(text, max(0, at - 30), at)
    return word is None or word.group()[0].isupper()


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("marks"), "brackets": fills("marks")})
