"""A suppression that silences nothing. The engine, which alone applies suppressions, reports it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks import Finding
from newslint.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Params:
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Nothing: see newslint.engine.lint."""
    yield from ()
