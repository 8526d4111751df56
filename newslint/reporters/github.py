"""GitHub workflow commands: annotations beside the changed lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.engine.report import Violation
from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.escape import escape_control_characters
from newslint.reporters.shared.repository_paths import RepositoryPaths
from newslint.rules import SEVERITIES

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_SHOWN = 10  # GitHub shows this many annotations of a kind for a step and drops the rest


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The commands, errors first, and a last notice that says how many GitHub will not show."""
    paths = RepositoryPaths()
    for error in outcome.errors:
        yield f"::error file={_property(paths(error.path))},title=newslint::{_data(error.message)}\n"
    counts = Counter({"error": len(outcome.errors)})
    for v in sorted(outcome.violations, key=lambda v: (-SEVERITIES.index(v.severity), v.order)):
        counts[v.severity] += 1
        yield _command(v, paths(v.path))
    hidden = sum(max(0, count - _SHOWN) for count in counts.values())
    if hidden:
        things = "1 more violation" if hidden == 1 else f"{hidden} more violations"
        yield f"::notice title=newslint::{things} in the log: GitHub shows {_SHOWN} of a kind\n"


def _command(v: Violation, path: str) -> str:
    place = v.place
    where = f"file={_property(path)},line={place.line},endLine={place.end_line}"
    if place.line == place.end_line:
        where += f",col={place.column},endColumn={place.end_column}"
    return f"::{_COMMANDS[v.severity]} {where},title={_property(v.rule)}::{_data(v.message)}\n"


def _data(text: str) -> str:
    return escape_control_characters(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
