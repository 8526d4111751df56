"""What a newsroom adds of its own: its words, its names, its dialect."""

from __future__ import annotations

from dataclasses import dataclass, field

from newslint.language.names.gazetteer import ListedName


@dataclass(frozen=True, slots=True)
class House:
    """`words` are accepted as they stand; `dictionaries` are absolute paths of files with a word a line;
    `names` are the listed names, shipped and own; `dialect` is us, gb or any."""

    words: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()
    names: tuple[ListedName, ...] = field(default=(), hash=False)  # hundreds, and asked for with each article
    dialect: str = "any"
