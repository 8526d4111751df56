"""Sourcing: whether a stated fact has a source in its sentence, beside it, or carried forward from a named poll or report."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.article import BODY
from newslint.checks.figures import _source_patterns as source_words
from newslint.language.attribution.cues import frames
from newslint.lazy_pattern import lazy_pattern
from newslint.source import Span

if TYPE_CHECKING:
    from newslint.language.analysis import Analysis
    from newslint.language.attribution.attributions import Attribution

_DISTANCES = (0, 1, -1, 2, -2, 3, -3, 4, -4)  # paragraphs up (down) in which a source is near enough
_LONGEST = 7  # words of a source's name but one
_OPENING = lazy_pattern(
    r"(?:(?:On |Last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |(?:Now|But|And|Still|Meanwhile),? )+"
)
_NAME = lazy_pattern(
    r"(?:[A-Z]|(?:the|an?|his|her|their|its|one|two|three|some|many|several|most) )"
    r"(?:(?!,|;|:| who\b| which\b| that\b| where\b|[“”\"(]).)*[\w.)]",
    re.DOTALL,
)


class Sourcing:
    """Answers for one article where its facts come from."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._linked_sentences: dict[int, bool] = {}  # by the sentence's index
        self._held: dict[tuple[Callable[[], re.Pattern[str]], int, int], bool] = {}

    def _holds(self, pattern: Callable[[], re.Pattern[str]], start: int, end: int) -> bool:
        """Whether a stretch holds a pattern; each stretch is gone through once, however many figures it has."""
        key = pattern, start, end
        if key not in self._held:
            self._held[key] = pattern().search(self._text, start, end) is not None
        return self._held[key]

    def sourced(self, offset: int, kind: str = "") -> bool:
        """Whether the fact at the offset has a source: its own, its neighbours', or one carried forward.

        `kind`: "share" and "opinion" are what polls measure, so that a poll named anywhere covers them;
        "vague" has a source that is none ("some polls"), so that only a speaker covers it; a "projection" has a subject
        ("the network is forecast to") that looks like a source and is none.
        """
        if self._linked(offset):
            return True
        if kind == "vague":
            return self._analysis.in_quotation(offset) or self.said(offset)
        return (
            self.beside(offset, widely=kind == "toll", asked=kind == "opinion")
            or self._analysis.in_quotation(offset)
            or (kind in _MEASURED and self._carried(offset, polls=kind != "projection"))
            or (kind != "projection" and self._somebodys(offset))
            or (kind in _MEASURED and self._continued(offset))
        )

    def near(self, offset: int) -> bool:
        """Whether the fact is quoted, has a source beside it, or is what somebody says, finds or reports."""
        return (
            self._analysis.in_quotation(offset)
            or self.beside(offset)
            or self._spoken(offset)
            or self._linked(offset)
        )

    def _linked(self, offset: int) -> bool:
        """Whether the sentence has a link, or the one before it: a page on the web keeps its sources there."""
        article, sentences = self._analysis.article, self._analysis.sentences
        at = self._analysis.sentence_index(offset)
        if at < 0:
            return False
        if at not in self._linked_sentences:
            first = at - 1 if at and sentences[at - 1].block == sentences[at].block else at
            start, end = article.to_source(Span(sentences[first].start, sentences[at].end))
            found = source_words.link().search(article.source.text, start, end)
            self._linked_sentences[at] = found is not None
        return self._linked_sentences[at]

    def _carried(self, offset: int, *, polls: bool) -> bool:
        """Whether a poll is named anywhere, or a report in the same paragraph or shortly before it."""
        if polls and self._polled:
            return True
        blocks = self._analysis.article.blocks
        here = self._analysis.article.block_index(offset)
        start = blocks[max(0, here - _CARRIED)].start
        return source_words.report().search(self._text, max(start, offset - _AWAY), offset) is not None

    @cached_property
    def _polled(self) -> bool:
        return source_words.poll().search(self._text) is not None

    def _continued(self, offset: int) -> bool:
        """Whether somebody gave another share before it in the paragraph."""
        return any(
            each.source and self._is_speech(each) and source_words.share().search(self._text, start, end)
            for each in self._analysis.attribution_layer.at(offset)
            for start, end in each.content
            if end <= offset
        )

    def _somebodys(self, offset: int) -> bool:
        """Whether somebody says or knows it: "is expected to" alone has no source."""
        return any(each.source or self._is_speech(each) for each in self._covering(offset))

    def _spoken(self, offset: int) -> bool:
        return any(self._is_speech(each) for each in self._covering(offset))

    def _covering(self, offset: int) -> list[Attribution]:
        found = self._analysis.attribution_layer.at(offset)
        return [each for each in found if any(start <= offset < end for start, end in each.content)]

    def _is_speech(self, each: Attribution) -> bool:
        known = frames()
        words = self._text[each.cue.start : each.cue.end].lower().split() if each.cue else []
        return any(not _SPEAKING.isdisjoint(known.get(word, "").split("+")) for word in words)

    def said(self, offset: int) -> bool:
        """Whether the sentence of the offset is told by somebody."""
        sentence = self._analysis.sentence_at(offset)
        return sentence is not None and self._holds(source_words.said, sentence.start, sentence.end)

    def beside(self, offset: int, *, widely: bool = False, asked: bool = False) -> bool:
        """Whether a source is named in the sentence of the offset, the one before or the one after.

        `widely`: anybody who speaks there will do ("Police said ..." after the news of an accident). `asked`: the fact
        is what people say ("one in three drivers say"), so that their verb names no source.
        """
        sentences = self._analysis.sentences
        at = self._analysis.sentence_index(offset)
        if at < 0:
            return False
        here = sentences[at]
        verb = source_words.said().search(self._text, offset, here.end) if asked else None
        if self._holds(source_words.named_in_sentence, here.start, verb.start() if verb else here.end):
            return True
        if verb and self._holds(source_words.named_in_sentence, verb.end(), here.end):
            return True
        for near in (at - 1, at + 1):
            if not 0 <= near < len(sentences):
                continue
            other = sentences[near]
            pattern = (
                source_words.said
                if widely
                else source_words.named_beside
                if other.block == here.block
                else source_words.named_far
            )
            if abs(other.block - here.block) <= 1 and self._holds(pattern, other.start, other.end):
                return True
        return False

    def nearest(self, offset: int) -> tuple[Span, int] | None:
        """The nearest named source and how many paragraphs up (negative: down) it stands, if one is near."""
        layer, blocks = self._analysis.attribution_layer, self._analysis.article.blocks
        here = self._analysis.article.block_index(offset)
        for distance in _DISTANCES:
            index = here - distance
            if not 0 <= index < len(blocks) or blocks[index].kind not in BODY:
                continue
            if not self._holds(source_words.speaking, blocks[index].start, blocks[index].end):
                continue
            named = [
                name
                for each in layer.at(offset if distance == 0 else blocks[index].start)
                if each.source and self._is_speech(each) and (name := self._named(each.source))
            ]
            if named:
                return min(named, key=lambda span: abs(span.start - offset)), distance
        return None

    def _named(self, source: Span) -> Span | None:
        """The source's name or noun without what is said of it; None for a pronoun or what is no noun phrase."""
        opening = _OPENING.match(self._text, source.start, source.end)
        match = _NAME.match(self._text, opening.end() if opening else source.start, source.end)
        if match is None or match.group().count(" ") > _LONGEST:
            return None
        words = match.group().lower().split()
        if words[-1] in _NO_SOURCES or any(frames().get(word, "noun") in _DOING for word in words):
            return None
        return Span(*match.span())


_SPEAKING = frozenset(("say", "tell", "find", "source"))
_DOING = frozenset(("say", "tell", "find", "think"))
_NO_SOURCES = frozenset(
    "he she it they i we you who that this which her his their its him them one monday tuesday wednesday thursday"
    " friday saturday sunday today yesterday".split()
)
_MEASURED = frozenset(("share", "opinion", "projection"))  # what polls and reports are about
_CARRIED = 2  # paragraphs over which a report covers the shares that follow it
_AWAY = 2000  # characters, where paragraphs are long
