"""A newsroom: what its own words and names make of the language, prepared once and shared by all its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.language.memo import Memo
from newslint.language.segmentation.word_sequence import Form, form_memo
from newslint.language.vocabulary import Vocabulary

if TYPE_CHECKING:
    from newslint.language.names.gazetteer import Gazetteer
    from newslint.language.words.lexicon import Lexicon


class Newsroom:
    """Holds all that is remembered from article to article and depends on the newsroom: it goes with this object.

    Each memo is bounded. Threads may share a newsroom.
    """

    def __init__(self, house: Vocabulary | None = None) -> None:
        self.house = house or Vocabulary()
        self.forms: Memo[str, Form] = form_memo()
        self._lexicon: Lexicon | None = None
        self._gazetteer: tuple[str, Gazetteer] | None = None

    @property
    def lexicon(self) -> Lexicon:
        """The words that the newsroom knows, its own included."""
        if self._lexicon is None:
            from newslint.language.words.lexicon import Lexicon

            self._lexicon = Lexicon(self.house)
        return self._lexicon

    def gazetteer(self, today: str) -> Gazetteer:
        """The listed names that are in force on a day (ISO)."""
        if self._gazetteer is None or self._gazetteer[0] != today:
            from newslint.language.names.gazetteer import Gazetteer

            self._gazetteer = (today, Gazetteer(self.house.names, today))
        return self._gazetteer[1]
