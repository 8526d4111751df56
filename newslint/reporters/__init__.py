"""Reporters: one module a format, each with `report(outcome, style)`, which yields the output in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from newslint.engine.run import RunResult

FORMATS = (
    "text", "concise", "json", "jsonl", "github", "sarif", "gitlab", "junit", "checkstyle", "rdjsonl", "markdown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is shown: with colour or not, in how many columns, and whether control characters
    have to be made visible because it goes to a terminal or a log; `columns` of the concise form count
    characters or bytes."""

    colour: bool = False
    width: int = 100
    fail_on: str = "error"
    columns: str = "characters"
    silenced: bool = False  # SARIF also lists what comments, [[ignore]] and the baseline silence
    encoding_of: Callable[[str], str] = lambda _path: ""  # that the configuration names for a path
    quiet: bool = False  # without the summary


def left_out(name: str, outcome: RunResult) -> list[str]:
    """Sentences about what a format has no room for."""
    notes = getattr(import_module(f"newslint.reporters.{name}"), "left_out", None)
    return notes(outcome) if notes else []


def render(name: str, outcome: RunResult, style: Style) -> Iterator[str]:
    """The report in a format of FORMATS, piece by piece."""
    pieces: Iterator[str] = import_module(f"newslint.reporters.{name}").report(outcome, style)
    return pieces
