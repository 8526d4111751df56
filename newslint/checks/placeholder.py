"""What a writer or a template left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Finding
from newslint.language.analysis import Analysis

_THING = (
    r"(?:caption|headline|title|subhead(?:line)?|standfirst|byline|name|photo|picture|image|quote|text|credit|link|"
    r"date|figure|number|source|url)"
)
_PATTERNS = re.compile(
    r"\b(?:TKTK(?:TK)*|TK TK(?: TK)*)\b"
    # TK is also an airline's code, a lift maker's and a shop's name: those have a number or a name behind them
    r"|(?<![\w.])TK\b(?!\.\w)(?! (?:[A-Z]|\d))(?=[\s.,;:)\]?!]|$)"
    r"|\b[Ll]orem ipsum\b(?: dolor(?: sit amet)?)?"
    rf"|[\[(<{{]\s*(?:insert|add|enter|tbc|tbd|tk)\b[^\])>}}\n]{{0,60}}[\])>}}]"
    rf"|\b(?:[Ii]nsert|[Aa]dd|[Ee]nter|[Yy]our) {_THING} here\b|\b{_THING} (?:goes|to come|to go) here\b"
    rf"|(?<![\w’'])(?:[Cc]aption|CAPTION|[Hh]eadline|HEADLINE|[Bb]yline|[Ss]tandfirst|[Ss]ubhead) here\b"
    r"|\b(?:IMG|DSC|DSCN|DSCF|DCIM|PXL|MVI|_MG)_?\d{3,}(?:_\w+)?(?:\.\w{3,4})?\b"
    r"|\b(?:[Ss]creen ?[Ss]hot|[Uu]ntitled|image|photo|pic)[ _-]?\d[\w.-]*\.(?:jpe?g|png|gif|webp|tiff?|heic)\b"
    r"|\b[xX]{4,}\b|\b(?:FIXME|PLACEHOLDER|DUMMY TEXT)\b|\bdummy text\b|\bplaceholder (?:text|caption|image|headline)\b"
    r"|(?<![\w/])(?:TBC|TBD)\b(?=\s*[\])]|\s*$)|\?\?\?+"
)
_HINTS = re.compile(
    r"TK|orem|here\b|_\d|\d{3}|xxxx|XXXX|FIXME|HOLDER|holder|[Dd]ummy|DUMMY|TB[CD]|\?\?\?|[\[(<{]\s*(?:insert|add|enter|tb|tk)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Params:
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each placeholder."""
    if _HINTS.search(analysis.text):
        for match in _PATTERNS.finditer(analysis.text):
            yield Finding(match.start(), match.end(), {"match": match.group()})
