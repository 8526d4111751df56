"""The messages of rules: text with {name}, {name.line} and {name.text}, and nothing else.

Messages come from packs, which come from anywhere. So no attribute, index or format is ever looked up on a value:
what is no such placeholder stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class PlaceValue(NamedTuple):
    """A part of the article among a message's values: {name} is its text, {name.line} its line."""

    text: str
    line: int

    def __str__(self) -> str:
        return self.text


class TemplateError(ValueError):
    """A message whose braces do not fit together."""


def fields(template: str) -> list[str]:
    """What stands between the braces of a message, in order. Raises TemplateError for a brace without its partner."""
    found = []
    for part in _PART.finditer(template):
        if len(part.group()) == 1:
            raise TemplateError(
                f"'{part.group()}' at column {part.start() + 1} has no partner; write it twice where it is meant as such"
            )
        if part.group(1) is not None:
            found.append(part.group(1))
    return found


def unfilled(template: str, values: Mapping[str, Any]) -> list[str]:
    """The names in a message for which there is no value."""
    named = (part.group(1).partition(".")[0] for part in _PART.finditer(template) if part.group(1))
    return [name for name in named if values.get(name) is None]


def fill(template: str, values: Mapping[str, Any]) -> str:
    """The message with its values; a Span must have been made a PlaceValue."""

    def value(part: re.Match[str]) -> str:
        if part.group(1) is None:
            return part.group()[:1]
        name, _, wanted = part.group(1).partition(".")
        found = values.get(name)
        if found is None:
            return part.group()
        if not wanted:
            return str(found)
        if isinstance(found, PlaceValue) and wanted in ("line", "text"):
            return found.text if wanted == "text" else str(found.line)
        return part.group()

    return _PART.sub(value, template)
