"""The name of an agency or a paper, miswritten or wrongly capitalised in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from newslint.checks.model import Finding, Hit, PhraseCheck, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern

_REPORTS = r"(?:said|says|reported|reports|reporting|wrote|writes|quoted|quotes|cited|cites|added|noted|learned|learnt|has|had)"
_REPORTED = lazy_pattern(rf" {_REPORTS}\b")
_ARTICLE = lazy_pattern(r"\b([Tt]he) $")
_BESIDE_ADDRESS = frozenset("@/.-_#–")


class Params(NamedTuple):
    """`short`: abbreviations of agencies, which take a small "the" inside a sentence; `names`: full names, all of
    whose words have a capital; `bare`: names that are no other word, have a capital and stand without "the";
    `wrong`: miswritten names and the right ones."""

    short: Sequence[str] = ()
    names: Sequence[str] = ()
    bare: Sequence[str] = ()
    wrong: Mapping[str, str] = MappingProxyType({})


def phrases(params: Params) -> Sequence[str]:
    """What the shared pass looks for."""
    return [*params.wrong, *(name.lower() for name in (*params.names, *params.bare))]


def check_hits(analysis: Analysis, params: Params, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each name that is miswritten, with the right form."""
    text = analysis.text
    right_of = {name.lower(): name for name in (*params.names, *params.bare)}
    bare = frozenset(params.bare)
    for hit in hits:
        if _in_address(text, hit):
            continue
        start, written = hit.start, text[hit.start : hit.end]
        right = params.wrong.get(hit.phrase) or right_of[hit.phrase]
        if written == right and right in bare:
            article = _ARTICLE.search(text, max(0, start - 5), start)
            if article and _REPORTED.match(text, hit.end):
                start = article.start(1)
                written = text[start : hit.end]
        # All in capitals is a style of headlines, all in small letters may be no name.
        named = written[0].isupper() or right in bare
        if written.split() != right.split() and not written.isupper() and named:
            yield Finding(start, hit.end, {"written": written, "right": right}, suggestions=[right])
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


def _in_address(text: str, hit: Hit) -> bool:
    """Whether a name is part of an address, a tag or a compound: "@reuters", "Washington post-war"."""
    before, after = text[max(0, hit.start - 1) : hit.start], text[hit.end : hit.end + 2]
    return before in _BESIDE_ADDRESS or (after[:1] in _BESIDE_ADDRESS and after[1:2].isalnum())


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


CHECK = PhraseCheck(
    params=Params, phrases=phrases, run=check_hits, placeholders={"": fills("written", "right")}
)
