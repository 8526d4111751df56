"""What a writer or a template left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks import Finding
from newslint.language.analysis import Analysis

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
        ("[", "(", "<", "{"),
        r"[\[(<{]\s*(?:[Ii]nsert|INSERT|[Aa]dd|ADD|[Ee]nter|TBC|TBD|tbc|tbd|tk|TK)\b[^\])>}\n]{0,60}[\])>}]",
    ),
    ({"here"}, rf"\b(?:[Ii]nsert|[Aa]dd|[Ee]nter|[Yy]our) {_THING} here\b"),
    ({"here"}, rf"\b{_THING} (?:goes|to come|to go) here\b"),
    (
        {"here"},
        r"(?<![\w’'])(?:[Cc]aption|CAPTION|[Hh]eadline|HEADLINE|[Bb]yline|[Ss]tandfirst|[Ss]ubhead) here\b",
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
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            end = match.end()
            yield Finding(match.start(), match.end(), {"match": match.group()})
