"""Which words may be meant where another stands: one edit away, of the same sound, another form of the same word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from newslint.language.tables.data_files import data_path


def confusables(word: str) -> Sequence[str]:
    """The words that a lower-case word is taken for; none for a word that the encoder does not know."""
    return _table().get(word, ())


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = json.loads(
        data_path("context/confusables.json").read_text(encoding="utf-8")
    )
    return table
