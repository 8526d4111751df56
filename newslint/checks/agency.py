"""The name of an agency or a paper, miswritten or wrongly capitalised in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newslint.checks import Finding, Hit
from newslint.language.analysis import Analysis

_REPORTS = r"(?:said|says|reported|reports|reporting|wrote|writes|quoted|quotes|cited|cites|added|noted|learned|learnt|has|had)"


@dataclass(frozen=True, slots=True)
class Params:
    """`short`: abbreviations of agencies, which take a small "the" inside a sentence; `names`: full names, all of
    whose words have a capital; `wrong`: miswritten names and the right ones."""

    short: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    wrong: dict[str, str] = field(default_factory=dict)


def phrases(params: Params) -> Sequence[str]:
    """What the shared pass looks for."""
    return [*params.wrong, *(name.lower() for name in params.names)]


def check_hits(analysis: Analysis, params: Params, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each name that is miswritten, with the right form."""
    text = analysis.text
    right_of = {name.lower(): name for name in params.names}
    for hit in hits:
        written = text[hit.start : hit.end]
        right = params.wrong.get(hit.phrase) or right_of[hit.phrase]
        # All in capitals is a style of headlines, all in small letters may be no name.
        if written != right and not written.isupper() and written[0].isupper():
            yield Finding(hit.start, hit.end, {"written": written, "right": right}, suggestions=[right])
    if params.short and not analysis.words.isdisjoint(params.short):
        for match in _articled(tuple(params.short)).finditer(text):
            capital, news = match[1] == "The" and _inside_sentence(analysis, match.start()), bool(match[3])
            if capital or news:
                first = match[1].lower() if capital else match[1]
                right = f"{first} {match[2]}"
                yield Finding(
                    match.start(),
                    match.end(),
                    {"written": match.group(), "right": right},
                    suggestions=[right],
                )


@lru_cache(maxsize=8)
def _articled(short: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, short))
    return re.compile(rf"\b([Tt]he) ({names})\b(?!-)( news(?= {_REPORTS}\b))?(?! [A-Z])(?! Stylebook)")


def _inside_sentence(analysis: Analysis, at: int) -> bool:
    """Whether a word stands inside a sentence of running text: something other than marks is before it, and no
    colon, dash or quotation mark after which a sentence may begin."""
    sentence = analysis.sentence_at(at)
    block = analysis.article.block_at(at)
    if sentence is None or block is None or block.kind == "headline":
        return False
    before = analysis.text[sentence.start : at].rstrip()
    return bool(re.search(r"[\w,]$", before))
