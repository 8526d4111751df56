"""Violations: what a user sees, at its place in the file; and the report of one file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newslint.checks.model import Fact
from newslint.source import Place


@dataclass(frozen=True, slots=True)
class FixEdit:
    """Replace a place of the file by `content`; `start` and `end` are the same place as offsets, `old` is what was
    read there. An edit is made only where that still stands."""

    place: Place
    content: str
    start: int
    end: int
    old: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of the file and how far it may be trusted: safe, unsafe or display."""

    applicability: str
    edits: tuple[FixEdit, ...]


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place that explains a violation."""

    path: str
    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Violation:
    """A finding at its place in the file.

    `context` is what can be shown of its first line: the text around it, which begins at the line's column
    `context_column`.
    """

    path: str
    place: Place
    rule: str
    severity: str
    message: str
    excerpt: str
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[RelatedPlace, ...] = ()
    fingerprint: str = ""
    context: str = ""
    context_column: int = 1

    @property
    def line(self) -> int:
        """The line it begins on, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column of its first character, from 1, in code points."""
        return self.place.column

    @property
    def end_line(self) -> int:
        """The line of its last character, from 1."""
        return self.place.end_line

    @property
    def end_column(self) -> int:
        """The column behind its last character."""
        return self.place.end_column

    @property
    def order(self) -> tuple[Any, ...]:
        """Sorts violations as a reader meets them."""
        return (self.path, self.place, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class SuppressedViolation:
    """A violation that is not reported: by a comment (`kind` "inSource") or by the configuration or the
    baseline ("external"), and why."""

    violation: Violation
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be checked, and why, with the remedy."""

    path: str
    message: str


@dataclass(slots=True)
class Report:
    """What one file yields: `violations` in order, `facts` by rule, and how much was read.

    `digest` is that of the bytes that were checked: fixes are written into these and no others.
    """

    path: str
    violations: list[Violation] = field(default_factory=list)
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    articles: int = 0
    words: int = 0
    errors: list[FileError] = field(default_factory=list)
    silenced: list[SuppressedViolation] = field(default_factory=list)
    headlines: list[tuple[int, str]] = field(default_factory=list)  # line and text of each article's headline
    digest: str = ""
