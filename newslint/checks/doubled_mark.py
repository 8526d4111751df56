"""A punctuation mark that stands twice, or two that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Finding
from newslint.language.analysis import Analysis

_DOUBLED = re.compile(
    r",[ ]?,|(?<![.\d/])\.\.(?![./\w])|;[ ]?;|(?<!:):[ ]?:(?!:)(?=\s)"
    r"|(?<=[^\W\d_])(?:,\.|\.,|;,|,;|\?,|!,)(?=\s)|\?\.(?=\s|$)|!\.(?=\s|$)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]|\b[A-Z][A-Za-z]{0,5}|\b(?:etc|vs|al|inc|ltd|no|a\.m|p\.m))$"
)


@dataclass(frozen=True, slots=True)
class Params:
    """None: !! and ?? are a tone, -- a dash, ... an ellipsis."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Both marks; the suggestion is the one that stays, where that is certain."""
    text = analysis.text
    for match in _DOUBLED.finditer(text):
        marks = match.group().replace(" ", "")
        before = text[max(0, match.start() - 12) : match.start()]
        if marks in (".,", "..") and _ABBREVIATION.search(before):
            if marks == ".,":
                continue  # Inc., Jan., U.S.,
            if not before[-1:].isupper() and not before.endswith(
                ("etc", "Inc", "Co", "Corp", "Jr", "Sr", "Ltd")
            ):
                pass
        if marks in ("?,", "!,", "?.", "!.") and _in_title(text, match.start()):
            continue
        yield Finding(
            match.start(),
            match.end(),
            {"marks": match.group()},
            suggestions=[marks[0]] if marks[0] == marks[-1] else [],
        )


def _in_title(text: str, at: int) -> bool:
    """Whether the word before the mark is capitalised: Yahoo!, Jeopardy!, Who Wants to Be a Millionaire?"""
    word = re.search(r"[^\W_]+$", text[max(0, at - 30) : at])
    return word is None or word.group()[0].isupper()
