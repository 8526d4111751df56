"""A quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newslint.checks.model import ArticleCheck, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.language.quotations.model import Quotation
from newslint.lazy_pattern import lazy_pattern
from newslint.source import Span

_NEXT_WORD = lazy_pattern(r"\S{1,40}")
_LAST_WORD = lazy_pattern(r"\S{1,40}$")
_SAID = (
    r"(?:said|says|added|adds|told|explained|continued|wrote|reported|asked|noted|argued|recalled|concluded)"
)
# ", she said on Monday." at the end of a paragraph: the words of the article, behind a mark that is missing.
_SPEAKER = lazy_pattern(
    rf"(?<![\"”’'])[,?!] (?:{_SAID} [A-Z][^.,;\"“”]{{1,60}}"
    rf"|(?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}) {_SAID}(?: [^.,;\"“”]{{1,60}})?)\.$"
)
_SAID_NAME = lazy_pattern(r"(?<![\"”’'])[,?!] (?:said|says) [A-Z][\w’'-]+[ ,.]")  # nobody speaks like that
_TAIL = 140  # characters of a paragraph in which that stands
_CREDIT = 90  # characters of the line under a quotation that stands apart: who says it
_ABBREVIATION = 5  # characters of a word with a full stop inside of such a line: "Rep."
# A sentence ends and the same mark opens again: paragraphs of one quotation that a feed has joined.
_REOPENED = lazy_pattern(r'[^"“”]*[.!?…] "(?=\w)')
_DOUBLE = ('"', "“", "”", "„", "«", "``", "''")


class Params(NamedTuple):
    """None: single marks are left out, since an apostrophe looks the same."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The mark with the word beside it. A mark that is open at the end of a paragraph is right when the next
    paragraph opens again, and where the same paragraph does behind a full stop."""
    text = analysis.text
    closed_later = {quotation.start: at for quotation, at in analysis.quote_scan.runs_on}
    for quotation in analysis.quotations:
        if quotation.closing or (quotation.continued and not _is_said(text, quotation)):
            continue
        block = analysis.article.block_at(quotation.start)
        if block is None or block.quoted:
            continue  # a block that is a quotation as a whole needs no marks of its own
        if quotation.opening == '"' and _REOPENED.match(text, quotation.start + 1, block.end):
            continue
        word = _NEXT_WORD.match(text, quotation.start, block.end)
        end = word.end() if word else quotation.start + len(quotation.opening)
        at = closed_later.get(quotation.start)
        if at is None:
            doubled = text.startswith(_DOUBLE, quotation.start + len(quotation.opening))
            yield Finding(quotation.start, end, variant="twice" if doubled else "open")
        else:
            closed = Span(at, at + 1)
            variant = _way_of_closing(analysis, quotation, at)
            related = [Related(closed, "closed only here")]
            yield Finding(quotation.start, end, {"closed": closed}, variant, related=related)
    yield from _unopened(analysis)


def _unopened(analysis: Analysis) -> Iterator[Finding]:
    """The marks that close nothing; of two in a row that ought to be a pair ('She said,” it is safe.”') the first."""
    text = analysis.text
    unopened = analysis.quote_scan.unopened
    partner = -1
    for at, following in pairwise([*unopened, len(text)]):
        block = analysis.article.block_at(at)
        if block is None or block.quoted or at == partner:
            continue
        word = _LAST_WORD.search(text, max(block.start, at - 40), at)
        end = at + (2 if text.startswith(("''", "``"), at) else 1)
        opens = following < block.end and text[at - 1] in ",:" and text[end : end + 1] == " "
        partner = following if opens else -1
        yield Finding(word.start() if word else at, end, variant="misplaced" if opens else "close")


def _way_of_closing(analysis: Analysis, quotation: Quotation, at: int) -> str:
    """How a quotation is closed that ends in a later paragraph: behind its speaker's name, or behind a line break."""
    text, block = analysis.text, analysis.article.block_at(at)
    if block is None:
        return "runs-on"
    if at == block.end - 1 and at - block.start <= _CREDIT and _is_speaker(text[block.start : at]):
        return "speaker"
    if text[block.start].islower() and text[quotation.end - 1].isalnum():
        return "cut"
    return "runs-on"


def _is_said(text: str, quotation: Quotation) -> bool:
    """Whether a quotation that seems to run on in the next paragraph ends with its speaker in this one."""
    start, end = quotation.start, quotation.end
    return bool(_SPEAKER.search(text, max(start, end - _TAIL), end) or _SAID_NAME.search(text, start, end))


def _is_speaker(line: str) -> bool:
    """Whether a line names who speaks: "Anna Lund, mayor of Ardnish." """
    words = line.rstrip(".").split()
    return (
        len(words) > 1
        and words[0][0].isupper()
        and words[1][0].isupper()
        and not any(word[-1] in "!?" or (word[-1] == "." and len(word) > _ABBREVIATION) for word in words)
    )


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={
        **dict.fromkeys(("open", "twice", "misplaced", "close"), fills()),
        **dict.fromkeys(("runs-on", "speaker", "cut"), fills(places=["closed"])),
    },
)
