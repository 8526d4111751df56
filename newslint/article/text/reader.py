"""Reads plain text as news: one article or several, their headlines, captions and paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from newslint.article import (
    BYLINE,
    CAPTION,
    CREDIT,
    DATELINE,
    HEADLINE,
    ITEM,
    PARAGRAPH,
    RESIDUE,
    STANDFIRST,
    Article,
)
from newslint.article.builder import Builder
from newslint.article.recognise import line_kinds as forms
from newslint.article.recognise.caption_credits import mark_credits
from newslint.article.recognise.credits import credit
from newslint.article.text.wrapped_lines import Unit, units
from newslint.source import Source

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.[\"”’']? ")
_HEADLINE_WORDS = 22
_STANDFIRST_WORDS = 45
_CODA = (
    4  # units at an article's end among which a byline may stand; elsewhere "By Land and Sea" is a crosshead
)
_AHEAD = 8  # units after a possible headline that are looked at for captions, bylines and its repetition


def read(source: Source) -> list[Article]:
    """The articles of a text file. A file of one sentence is an article with one paragraph."""
    found = [_without_brackets(unit) for unit in units(source.text)]
    if not found:
        return []
    starts = _starts(found)
    articles = []
    for first, last in zip(starts, [*starts[1:], len(found)], strict=True):
        builder = Builder(source)
        for unit, kind in zip(found[first:last], _kinds(found[first:last]), strict=True):
            _add(builder, unit, kind)
        if builder:
            articles.append(mark_credits(builder.build()))
    return articles


def _without_brackets(unit: Unit) -> Unit:
    """The unit; a caption that stands in brackets without them."""
    inside = forms.caption_in_brackets(unit.text)
    if inside is None:
        return unit
    start, end = inside
    (first, *_), (*_, last) = unit.pieces, unit.pieces
    cut = len(unit.text) - end
    if unit.lines == 1:
        pieces = [(first[0] + start, first[1] - cut)]
    elif start < first[1] - first[0] and cut < last[1] - last[0]:
        pieces = [(first[0] + start, first[1]), *unit.pieces[1:-1], (last[0], last[1] - cut)]
    else:
        return unit  # a bracket on a line of its own
    return Unit(unit.text[start:end], pieces, unit.gap, unit.after_rule)


def _starts(found: list[Unit]) -> list[int]:
    """The units with which articles begin: the first; and each that looks like a headline after a wider gap than
    is usual here, after a rule of dashes, or before a byline, once the article before it has had body text."""
    usual = Counter(unit.gap for unit in found[1:]).most_common(1)[0][0] if len(found) > 1 else 0
    starts, body = [0], False
    for number, unit in enumerate(found):
        parted = unit.after_rule or unit.gap > max(usual, 1)
        if body and (parted or unit.gap) and _may_be_headline(unit) and _is_followed(found, number, parted):
            starts.append(number)
            body = False
        elif len(unit.text) > 200 or (len(unit.text) > 80 and unit.text[-1] in '.!?”"'):
            body = body or not forms.is_caption(unit.text)
    return starts


def _is_followed(found: list[Unit], number: int, parted: bool) -> bool:
    """Whether what stands behind a possible headline of a second article is what stands behind headlines. Where no
    gap parts it from what was before, that is a byline and body text."""
    ahead = found[number + 1 : number + 1 + _AHEAD]
    if not parted:
        return (
            any(forms.is_byline(unit.text) for unit in ahead[:2])
            and not forms.is_byline(found[number].text)
            and any(len(unit.text) > 80 for unit in ahead[1:4])
        )
    return any(
        unit.text == found[number].text
        or forms.is_caption(unit.text)
        or forms.is_byline(unit.text)
        or len(unit.text) > 160
        for unit in ahead
    )


def _kinds(article: list[Unit]) -> list[str]:
    """The kind of each unit of one article. Where the form is unsure it is a paragraph."""
    kinds: list[str] = []
    headline = ""
    body = False
    several = len(article) > 1
    for number, unit in enumerate(article):
        text = unit.text
        picture = forms.may_show_picture(text)
        if several and forms.is_label(text):
            kind = RESIDUE
        elif picture and forms.is_credit_line(text):
            kind = CREDIT
        elif picture and forms.is_caption(text):
            kind = CAPTION
        elif several and (not body or number > len(article) - _CODA) and forms.is_byline(text):
            kind = BYLINE
        elif headline and len(text) < 2 * len(headline) and _same(text, headline):
            kind = HEADLINE
        elif not headline and not body and _is_headline(article, number):
            kind, headline = HEADLINE, text
        elif headline and not body and _is_standfirst(article, number, kinds):
            kind = STANDFIRST
        elif forms.item_mark(text):
            kind, body = ITEM, True
        else:
            kind, body = PARAGRAPH, True
        kinds.append(kind)
    _find_uncredited(article, kinds)
    return kinds


def _find_uncredited(article: list[Unit], kinds: list[str]) -> None:
    """A line that says what a caption says, without its credit, is that caption again."""
    if CAPTION not in kinds:
        return
    said = set()
    for unit, kind in zip(article, kinds, strict=True):
        if kind == CAPTION:
            text = unit.text[forms.caption_label(unit.text) :]
            said.add(_folded(text))
            found = credit(text)
            if found:
                said.add(_folded(text[: found.start]))
    for number, unit in enumerate(article):
        if kinds[number] in (PARAGRAPH, STANDFIRST) and _folded(unit.text) in said:
            kinds[number] = CAPTION


def _may_be_headline(unit: Unit) -> bool:
    words = unit.text.split()
    return (
        1 < len(words) <= _HEADLINE_WORDS
        and unit.lines == 1
        and unit.text[-1] not in ".,;:"
        and not forms.item_mark(unit.text)
        and (unit.text[0].isupper() or unit.text[0] in "\"“‘'" or unit.text[0].isdigit())
    )


def _is_headline(article: list[Unit], number: int) -> bool:
    """Whether the first line of copy is a headline. One that ends in a full stop is, where a whole article
    follows; else it may be a sentence like any other."""
    unit, behind = article[number], article[number + 1 :]
    if not behind:
        return False
    if _may_be_headline(unit):
        return True
    closed = unit.text[:-1].rstrip("\"”’'") if unit.text[-1] in ".\"”’'" else unit.text
    one_sentence = not _SENTENCE_END.search(closed)
    longer = [other for other in behind if len(other.text) > len(unit.text)]
    return len(unit.text.split()) <= _HEADLINE_WORDS and unit.lines == 1 and one_sentence and len(longer) >= 3


def _is_standfirst(article: list[Unit], number: int, kinds: list[str]) -> bool:
    """Whether a line between headline and body is a standfirst: it has no full stop, or a byline follows it."""
    if kinds[-1] not in (HEADLINE, RESIDUE) or STANDFIRST in kinds:
        return False
    unit, behind = article[number], article[number + 1 :]
    if not behind or len(unit.text.split()) > _STANDFIRST_WORDS or unit.lines > 2:
        return False
    following = next((other.text for other in behind if not forms.is_credit(other.text)), "")
    return forms.is_byline(following) or (unit.text[-1] not in '.!?"”:' and len(unit.text.split()) > 3)


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(text.split()).rstrip(" .").casefold()


def _add(builder: Builder, unit: Unit, kind: str) -> None:
    """The unit as a block: a line break inside is a space, a caption's label and an item's mark are left out, a
    dateline is a block of its own."""
    start, end = unit.pieces[0]
    if kind == CAPTION:
        start += forms.caption_label(unit.text)
    elif kind == ITEM:
        start += forms.item_mark(unit.text)
    elif kind == PARAGRAPH and (length := forms.dateline(unit.text)):
        builder.add(DATELINE, start, min(start + length, end))
        start += length
    if unit.lines == 1:
        builder.add(kind, start, end)
        return
    builder.begin(kind)
    last = 0
    for begin, end in unit.pieces:
        if last:
            builder.replace(last, begin, " ")
        builder.copy(max(begin, start), end)
        last = end
    builder.end()
