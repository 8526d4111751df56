"""The names of the world's people: is this a given name, a surname, a common one?"""

from __future__ import annotations

from functools import cache, lru_cache

from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import StringTable

GIVEN, COMMON_GIVEN, SURNAME, COMMON_SURNAME, NAME = 1, 2, 4, 8, 16  # bits of a name's number
_KEPT = 10_000  # names that are kept: an archive names the same people again and again


@lru_cache(maxsize=_KEPT)
def kind_of(name: str) -> int:
    """The bits of a name as it is written, 0 for one that is not known."""
    return _table().get(name) & 0xFF


@lru_cache(maxsize=_KEPT)
def bearers(name: str) -> int:
    """How many were given the name, as a logarithm to base 2; 0 for few or none."""
    return _table().get(name) >> 8


def is_common_given(name: str, least: int) -> bool:
    """Whether so many (a logarithm to base 2) have the name as a common given name. Not kept: for names that are
    tried by the hundred and are mostly nobody's."""
    value = _table().get(name)
    return bool(value & COMMON_GIVEN) and value >> 8 >= least


def is_given(name: str) -> bool:
    """Whether somebody in the world is called so by the first name."""
    return bool(kind_of(name) & GIVEN)


def is_known(name: str) -> bool:
    """Whether this is the name of somebody, first or last."""
    return kind_of(name) != 0


def nicknames(name: str) -> frozenset[str]:
    """What people with this given name are called, in lower case ("robert": bob, rob ...)."""
    return frozenset(_nicknames().get(name.lower(), "").split())


@cache
def _table() -> StringTable:
    return StringTable(data_path("names.bin"))


@cache
def _nicknames() -> dict[str, str]:
    lines = data_path("nicknames.txt").read_text(encoding="utf-8").splitlines()
    return {name: short for name, _, short in (line.partition("\t") for line in lines)}
