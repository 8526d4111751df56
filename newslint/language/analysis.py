"""All that is known of an article's language, each layer computed at most once, on first use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.article import Article
from newslint.language.newsroom import Newsroom
from newslint.language.vocabulary import Vocabulary

if TYPE_CHECKING:
    from newslint.language.attribution.attributions import Attribution, Attributions
    from newslint.language.context.defects import Defect
    from newslint.language.context.readings import Context
    from newslint.language.figures.model import Figure
    from newslint.language.names.mentions import Mention
    from newslint.language.quotations.model import Quotation, QuoteScan
    from newslint.language.segmentation.sentences import Sentence
    from newslint.language.segmentation.word_sequence import WordSequence
    from newslint.language.words.lexicon import Lexicon

T = TypeVar("T")


class Analysis:
    """One article's layers, shared by all rules. Offsets are code points of `article.text`."""

    def __init__(self, article: Article, newsroom: Newsroom | None = None) -> None:
        self.article = article
        self.text = article.text
        self.newsroom = newsroom or Newsroom()
        self._made: dict[Callable[[Analysis], Any], Any] = {}

    def once(self, make: Callable[[Analysis], T]) -> T:
        """What the function makes of this article, made at most once: what several rules of one check share."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @property
    def house(self) -> Vocabulary:
        """What the newsroom adds of its own."""
        return self.newsroom.house

    @property
    def lexicon(self) -> Lexicon:
        """The words that the newsroom knows, its own included."""
        return self.newsroom.lexicon

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in order; none crosses a block."""
        from newslint.language.segmentation.sentences import sentences

        return sentences(self.article)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, or None between sentences."""
        index = self.sentence_index(offset)
        return self.sentences[index] if index >= 0 else None

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence that holds the offset, or -1 between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else -1

    @cached_property
    def word_stream(self) -> WordSequence:
        """The words in a row with what parts them."""
        from newslint.language.segmentation.word_sequence import WordSequence

        return WordSequence(self.article, self.newsroom.forms)

    @cached_property
    def context(self) -> Context:
        """What a word's sentence says of it. A question costs a hundred times a rule: ask where something is suspected."""
        from newslint.language.context.readings import Context

        return Context(self.text, self.sentence_at)

    @cached_property
    def defects(self) -> list[Defect]:
        """The likeliest errors where words stand in an odd order, as their sentences show them; rules say how sure they want
        to be."""
        from newslint.language.context.doubts import doubts

        return doubts(self.article, self.word_stream, self.context)

    @cached_property
    def words(self) -> frozenset[str]:
        """The different word forms of the text, case kept: a cheap test before a costly one."""
        return frozenset().union(*[form.words for form in self.word_stream.forms])

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The different word forms in lower case."""
        return frozenset().union(*[form.lower for form in self.word_stream.forms])

    @cached_property
    def doubts(self) -> tuple[set[str], set[str]]:
        """The words of the text that are none, and those that are rare."""
        return self.lexicon.doubts(self.word_stream.forms)

    @cached_property
    def quote_scan(self) -> QuoteScan:
        """The quotations with what belongs to none."""
        from newslint.language.quotations.pairing import paired

        return paired(self.article)

    @property
    def quotations(self) -> list[Quotation]:
        """Words in quotation marks, outer before inner, in order of their start."""
        return self.quote_scan.quotations

    def in_quotation(self, offset: int) -> bool:
        """Whether the character at the offset stands inside quotation marks or a quoted block."""
        if self.quote_scan.covers(offset):
            return True
        block = self.article.block_at(offset)
        return block is not None and block.quoted

    @cached_property
    def attributions(self) -> list[Attribution]:
        """Source, cue and content of what is somebody's words or knowledge."""
        return self.attribution_layer.all()

    @cached_property
    def attribution_layer(self) -> Attributions:
        """The attributions paragraph by paragraph, for a check that needs few of them."""
        from newslint.language.attribution.attributions import Attributions

        return Attributions(self.article, self.quotations)

    @cached_property
    def number_starts(self) -> list[int]:
        """Where a number may begin, in digits or in words."""
        return [at + number for at, form in self.word_stream.marked for number in form.numbers]

    @cached_property
    def figures(self) -> list[Figure]:
        """Numbers with their units and values, in order."""
        from newslint.language.figures.reader import figures

        return figures(self.text, self.number_starts)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Appearances of names of people and organisations, in order."""
        from newslint.language.names.mentions import mentions

        return mentions(self.article, self.sentences, self.lexicon, self.words)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]
