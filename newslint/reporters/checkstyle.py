"""Checkstyle XML, which Jenkins' Warnings plugin and reviewdog read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.repository_paths import RepositoryPaths
from newslint.reporters.shared.xml_text import attribute

_SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """An element a file, in it an element a violation."""
    paths = RepositoryPaths()
    yield '<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n'
    for path, group in groupby(outcome.violations, key=lambda v: v.path):
        yield f"<file name={attribute(paths(path))}>\n"
        for v in group:
            yield (
                f'<error line="{v.place.line}" column="{v.place.column}" severity="{_SEVERITIES[v.severity]}" '
                f"message={attribute(v.message)} source={attribute('newslint.' + v.rule)}/>\n"
            )
        yield "</file>\n"
    for error in outcome.errors:
        yield f'<file name={attribute(paths(error.path))}>\n<error line="1" severity="error" '
        yield f'message={attribute(error.message)} source="newslint"/>\n</file>\n'
    yield "</checkstyle>\n"
