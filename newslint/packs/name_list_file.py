"""Reads name lists: YAML that a newsroom edits in a minute, validated by pydantic."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from newslint.language.vocabulary import ListedName
from newslint.packs.mistakes import Mistake, mistakes
from newslint.packs.strict_yaml import line_of, read_yaml
from newslint.rules import RuleError, shipped_folder

NAMES = "lists/names"  # the folder of the shipped lists, under that of the rules


class Entry(BaseModel):
    """A name. Shipped entries also say where it was looked up (`source`) and when (`checked`)."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=2)
    also: list[str] = Field(default_factory=list)
    never: list[str] = Field(default_factory=list)
    office: list[str] = Field(default_factory=list)
    place: list[str] = Field(default_factory=list)
    until: datetime.date | None = None
    source: str = ""
    checked: datetime.date | None = None

    @field_validator("also", "never", "office", "place", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


def read_names(path: Path) -> list[ListedName]:
    """The entries of a name list. Raises RuleError with the line."""
    return [
        ListedName(
            entry.name,
            tuple(entry.also),
            tuple(entry.never),
            tuple(entry.office),
            tuple(entry.place),
            entry.until.isoformat() if entry.until else "",
        )
        for entry in read_entries(path)
    ]


def shipped_names() -> list[ListedName]:
    """The names that come with newslint."""
    return [entry for path in sorted((shipped_folder() / NAMES).glob("*.yml")) for entry in read_names(path)]


def read_entries(path: Path) -> list[Entry]:
    """The entries with all they say. Raises RuleError with the line."""
    data, text = read_yaml(path)
    if data is None:
        return []
    if not isinstance(data, list):
        raise RuleError(str(path), "a name list is a list of entries, such as '- name: Ada Example'")
    rows = [{"name": item} if isinstance(item, str) else item for item in data]
    try:
        return _adapter().validate_python(rows)
    except ValidationError as error:
        wrong = mistakes(error, Entry)
        raise RuleError.joined(
            [RuleError(str(path), str(Mistake(w.keys[1:], w.message)), line_of(text, w.keys)) for w in wrong]
        ) from error


@cache
def _adapter() -> TypeAdapter[list[Entry]]:
    return TypeAdapter(list[Entry])
