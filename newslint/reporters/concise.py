"""One violation a line, as hooks and editors read it: path:line:column: severity rule: message."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.engine.run import Outcome
from newslint.reporters import Style
from newslint.reporters.visible import visible


def report(outcome: Outcome, style: Style) -> Iterator[str]:
    """The lines."""
    for v in outcome.violations:
        yield f"{visible(v.path)}:{v.place.line}:{v.place.column}: {v.severity} {v.rule}: {visible(v.message)}\n"
