"""Reviewdog's diagnostic format, a JSON object a line; its columns count UTF-8 bytes.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from newslint.engine.report import Violation
from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared import json_form as plain
from newslint.reporters.shared.byte_columns import ByteColumns, byte_columns
from newslint.source import Place

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The lines."""
    urls = plain.urls(outcome)
    for path, group in groupby(outcome.violations, key=lambda v: v.path):
        columns = byte_columns(path, outcome, style)
        for v in group:
            yield json.dumps(_diagnostic(v, columns, urls.get(v.rule, "")), ensure_ascii=False) + "\n"


def _diagnostic(v: Violation, columns: ByteColumns, url: str) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": v.message,
        "location": {"path": _from_here(v.path), "range": _range(v.place, columns)},
        "severity": _SEVERITIES[v.severity],
        "source": {"name": "newslint"},
        "code": {"value": v.rule, "url": url} if url else {"value": v.rule},
    }
    if v.fix and v.fix.applicability != "display":
        diagnostic["suggestions"] = [
            {"range": _range(edit.place, columns), "text": edit.content} for edit in v.fix.edits
        ]
    related = [
        {"message": r.message, "location": {"path": _from_here(r.path), "range": _range(r.place, columns)}}
        for r in v.related
        if r.path == v.path
    ]
    if related:
        diagnostic["relatedLocations"] = related
    return diagnostic


def _from_here(path: str) -> str:
    """The path from the working directory: reviewdog itself puts the way from the repository's root before it."""
    return os.path.relpath(path) if os.path.isabs(path) else path  # noqa: PTH117


def _range(place: Place, columns: ByteColumns) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": place.line, "column": columns.column(place.line, place.column)},
        "end": {"line": place.end_line, "column": columns.column(place.end_line, place.end_column)},
    }
