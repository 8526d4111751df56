"""Forms that look like slips and are in use all the same: dialect, trade words, foods, words of other languages."""

from __future__ import annotations

from functools import cache

from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import StringTable

USE_BITS = 0b11111  # how often the form is written, from 1 to 31; 0: no count is known
IN_LIST, AS_NAME = 1 << 5, 1 << 6  # it is in a large word list; it is there as a name


def rare_word(word: str) -> int:
    """The bits of a lower-case form that the lexicon does not know, 0 where nobody is known to write it."""
    return _table().get(word)


@cache
def _table() -> StringTable:
    return StringTable(data_path("rare_words.bin"))
