"""A quotation of a full clause that nobody says: no cue and no speaker who goes on, in its paragraph or the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import BODY, Block
from newslint.checks.model import ArticleCheck, Finding, fills
from newslint.language.analysis import Analysis
from newslint.language.attribution.cues import frames
from newslint.language.quotations.model import Quotation
from newslint.language.segmentation.tokens import word_forms

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PRONOUN = re.compile(
    r"\b(?:I|we|you|he|she|it|they|this|that|there|who|what)(?:['’](?:m|s|re|ve|d|ll))?\b", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|might|[a-z]+n['’]t)\b"
    r"|['’](?:m|re|ve|ll|s)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[:—–]\s*$")
_SPEAKING = frozenset(("say", "tell", "ask", "call", "think", "urge", "other"))
_SIGNED = re.compile(r"\s*[\[(—–―-]")
_SPEAKERS = re.compile(r"^(?:[A-Z][\w.’' -]{1,40}:|Q\.|A\.|Q:|A:)")


_BEAT = 40  # characters of a paragraph between two lines of a conversation


class Params(NamedTuple):
    """`least`: the words that a quotation must have to count as a clause."""

    least: int = 7


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The quotation, from mark to mark."""
    article = analysis.article
    by_block: dict[int, list[Quotation]] = {}
    for quotation in analysis.quotations:
        if quotation.depth == 0:
            by_block.setdefault(article.block_index(quotation.start), []).append(quotation)
    spoken: dict[int, bool] = {}
    for index, block in enumerate(article.blocks):
        quotations = by_block.get(index, [])
        if not quotations and index and block.end - block.start < _BEAT:  # "She pauses."
            spoken[index] = spoken[index - 1]
            continue
        spoken[index] = _has_speaker(analysis, block, quotations) or (
            bool(quotations)
            and index > 0
            and (spoken[index - 1] or _leads_in(analysis, article.blocks[index - 1]))
        )
        if spoken[index] or block.kind not in BODY or block.quoted or _signed_below(analysis, index):
            continue
        for quotation in quotations:
            if _is_clause(analysis.text[quotation.start : quotation.end], params.least):
                yield Finding(
                    quotation.start,
                    quotation.end,
                    {"quotation": analysis.text[quotation.start : quotation.end]},
                )
                break


def _is_clause(quoted: str, least: int) -> bool:
    """Whether the words between the marks are a sentence: capital, verb, subject, stop."""
    inner = quoted[1:-1].strip()
    words = _WORD.findall(inner)
    if 2 * sum(word[0].isupper() for word in words) > len(words):  # a title
        return False
    return (
        inner[:1].isupper()
        and inner[-1:] in ".!?,…"
        and len(words) >= least
        and _VERB.search(inner) is not None
        and _PRONOUN.search(inner) is not None
    )


def _has_speaker(analysis: Analysis, block: Block, quotations: list[Quotation]) -> bool:
    """Whether a cue or a colon stands outside the quotations of the block."""
    text = analysis.text
    at = block.start
    outside = []
    for quotation in quotations:
        outside.append(text[at : quotation.start])
        at = max(at, quotation.end)
    outside.append(text[at : block.end])
    rest = " ".join(outside)
    return (
        _SPEAKERS.match(text[block.start : block.end]) is not None
        or any(_LEAD.search(part) for part in outside[:-1])
        or any(_SIGNED.match(part) for part in outside[1:])
        or not _SPEAKING.isdisjoint(
            frame for form in word_forms(rest) for frame in frames().get(form.lower(), "").split("+")
        )
    )


def _leads_in(analysis: Analysis, block: Block) -> bool:
    return analysis.text[block.end - 1] in ":—–"


def _signed_below(analysis: Analysis, index: int) -> bool:
    """Whether the next paragraph is the name of who said it, after a dash."""
    blocks = analysis.article.blocks
    return index + 1 < len(blocks) and analysis.text[blocks[index + 1].start] in "-—–―"


CHECK = ArticleCheck(params=Params, run=check, placeholders={"": fills("quotation")})
