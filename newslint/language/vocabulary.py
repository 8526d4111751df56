"""What a newsroom adds of its own: its words, its names, its dialect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class ListedName(NamedTuple):
    """A name as it is written: accepted other forms, forms that are wrong, the words of the office beside
    which the surname alone is compared, places one of which says who is meant, and the day (ISO) after which
    the entry is silent."""

    name: str
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    until: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`words` are accepted as they stand; `dictionaries` are absolute paths of files with a word a line;
    `names` are the listed names, shipped and own; `dialect` is us, gb or any."""

    words: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()
    names: tuple[ListedName, ...] = field(default=(), hash=False)  # hundreds, and asked for with each article
    dialect: str = "any"
