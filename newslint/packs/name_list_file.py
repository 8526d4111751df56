"""Reads name lists: YAML that a newsroom edits in a minute, validated by pydantic."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from newslint.language.names.gazetteer import ListedName
from newslint.packs.rule_file import StrictLoader
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
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=StrictLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(str(path), f"can't be read: {error}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RuleError(
            str(path), f"not valid YAML: {getattr(error, 'problem', error)}", mark and mark.line + 1
        ) from error
    if data is None:
        return []
    if not isinstance(data, list):
        raise RuleError(str(path), "a name list is a list of entries, such as '- name: Ada Example'")
    rows = [{"name": item} if isinstance(item, str) else item for item in data]
    try:
        return _adapter().validate_python(rows)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        number = int(first["loc"][0]) if first["loc"] else 0
        node = yaml.compose(text, Loader=StrictLoader)
        line = node.value[number].start_mark.line + 1 if isinstance(node, yaml.SequenceNode) else None
        where = ".".join(map(str, first["loc"][1:]))
        raise RuleError(
            str(path), f"{where}: {first['msg'].lower()}" if where else first["msg"].lower(), line
        ) from error


@cache
def _adapter() -> TypeAdapter[list[Entry]]:
    return TypeAdapter(list[Entry])
