"""What a writer or a template left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

_THING = (
    r"(?:caption|headline|title|subhead(?:line)?|standfirst|byline|name|photo|picture|image|quote|text|credit|link|"
    r"date|figure|number|source|url)"
)
# Each pattern with what a text must hold before it is worth a look: words (a set) or signs and rests of words (a tuple).
_PATTERNS: tuple[tuple[tuple[str, ...] | set[str], str], ...] = (
    ({"TK", *("TK" * n for n in range(2, 9))}, r"\b(?:TKTK(?:TK)*|TK TK(?: TK)*)\b"),
    # TK is also an airline's code, a lift maker's and a shop's name: those have a number or a name behind them.
    ({"TK"}, r"(?<![\w.])(?<!TK )TK\b(?!\.\w)(?! (?:[A-Z]|\d))(?=[\s.,;:)\]?!]|$)"),
    ({"ipsum"}, r"\b[Ll]orem ipsum\b(?: dolor(?: sit amet)?)?"),
    (
        set("insert Insert INSERT add Add ADD enter Enter TBC TBD tbc tbd tk TK".split()),
        r"[\[(<{]\s*(?:[Ii]nsert|INSERT|[Aa]dd|ADD|[Ee]nter|TBC|TBD|tbc|tbd|tk|TK)\b[^\])>}\n]{0,60}[\])>}]",
    ),
    (
        {"IMG", "DSC", "DSCN", "DSCF", "DCIM", "PXL", "MVI", "MG"},
        r"\b(?:IMG|DSC|DSCN|DSCF|DCIM|PXL|MVI|_MG)_?\d{3,}(?:_\w+)?(?:\.\w{3,4})?\b",
    ),
    (
        {"jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "heic"},
        r"\b(?:[Ss]creen ?[Ss]hot|[Uu]ntitled|image|photo|pic)[ _-]?\d[\w.-]*\.(?:jpe?g|png|gif|webp|tiff?|heic)\b",
    ),
    (("xxxx", "XXXX"), r"\b[xX]{4,}\b"),
    ({"FIXME", "PLACEHOLDER", "DUMMY"}, r"\b(?:FIXME|PLACEHOLDER|DUMMY TEXT)\b"),
    ({"dummy", "placeholder"}, r"\bdummy text\b|\bplaceholder (?:text|caption|image|headline)\b"),
    ({"TBC", "TBD"}, r"(?<![\w/\[(])(?:TBC|TBD)\b(?=\s*[\])]|\s*$)"),
    (("???",), r"(?<![^\s(\[])\?{3,}(?!\w)"),
)

# What somebody or something is called: Zane "TK" Brown, the lift maker (FRA: TK).
_CALLED_TK = re.compile(r"[\"“‘'(](?:[A-Z]{2,8}: ?)?TK[\"”’')]")

# "Your caption here", "headline goes here": what stands before " here".
_BEFORE_HERE = lazy_pattern(
    rf"(?:\b(?:[Ii]nsert|[Aa]dd|[Ee]nter|[Yy]our) {_THING}|\b{_THING} (?:goes|to come|to go)"
    r"|(?<![\w’'])(?:[Cc]aption|CAPTION|[Hh]eadline|HEADLINE|[Bb]yline|[Ss]tandfirst|[Ss]ubhead))$"
)
_HERE = lazy_pattern(r" here\b")
_LONGEST = 30  # characters of what stands before "here"


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each placeholder."""
    text, words = analysis.text, analysis.words
    end = 0
    found = [
        match
        for hints, pattern in _PATTERNS
        if (any(hint in text for hint in hints) if isinstance(hints, tuple) else not words.isdisjoint(hints))
        for match in re.finditer(pattern, text, re.MULTILINE)
    ]
    spans = [match.span() for match in found if match.group() != "TK" or not _CALLED_TK.search(text)]
    if "here" in words:
        spans += _to_be_put_here(text)
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end:
            end = stop
            yield Finding(start, stop, {"match": text[start:stop]})


def _to_be_put_here(text: str) -> Iterator[tuple[int, int]]:
    for match in _HERE.finditer(text):
        before = _BEFORE_HERE.search(text, max(0, match.start() - _LONGEST), match.start())
        if before:
            yield before.start(), match.end()


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("match")})
