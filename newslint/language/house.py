"""What a newsroom adds of its own: its words, its names, its dialect."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """`words` are accepted as they stand; `dictionaries` (a word a line) and `names` (YAML name lists)
    are absolute paths; `dialect` is us, gb or any."""

    words: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    dialect: str = "any"
