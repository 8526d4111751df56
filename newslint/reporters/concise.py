"""One violation a line, as hooks and editors read it: path:line:column: severity rule: message."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.byte_columns import byte_columns
from newslint.reporters.shared.escape import escape_control_characters, visible_path


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The lines; columns in characters, or in bytes for editors that count those."""
    for path, group in groupby(outcome.violations, key=lambda v: v.path):
        columns = byte_columns(path, outcome, style) if style.columns == "bytes" else None
        for v in group:
            line, column = v.place.line, v.place.column
            shown = columns.column(line, column) if columns else column
            yield f"{visible_path(path)}:{line}:{shown}: {v.severity} {v.rule}: {escape_control_characters(v.message)}\n"
