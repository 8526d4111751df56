"""GitLab's Code Quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.repository_paths import RepositoryPaths

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """A list of problems; files that could not be read are among them, so that nothing is lost."""
    paths = RepositoryPaths()
    problems = [
        {
            "description": v.message,
            "check_name": v.rule,
            "fingerprint": v.fingerprint,
            "severity": _SEVERITIES[v.severity],
            "location": {
                "path": paths(v.path),
                "positions": {
                    "begin": {"line": v.place.line, "column": v.place.column},
                    "end": {"line": v.place.end_line, "column": v.place.end_column},
                },
            },
        }
        for v in outcome.violations
    ]
    problems += [
        {
            "description": error.message,
            "check_name": "newslint/unreadable",
            "fingerprint": hashlib.sha256(error.path.encode("utf-8", "surrogatepass")).hexdigest()[:32],
            "severity": "critical",
            "location": {"path": paths(error.path), "positions": {"begin": {"line": 1, "column": 1}}},
        }
        for error in outcome.errors
    ]
    yield json.dumps(problems, ensure_ascii=False, indent=1)
    yield "\n"
