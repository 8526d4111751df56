"""Violations as plain data, in the form of the JSON contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.engine.report import Violation
from newslint.engine.run import RunResult
from newslint.source import Place


def violation(v: Violation, urls: Mapping[str, str]) -> dict[str, Any]:
    """One violation; `urls` leads from each rule to its page."""
    fix = v.fix and {
        "applicability": v.fix.applicability,
        "edits": [{**place(edit.place), "content": edit.content} for edit in v.fix.edits],
    }
    return {
        "path": v.path,
        **place(v.place),
        "rule": v.rule,
        "severity": v.severity,
        "message": v.message,
        "excerpt": v.excerpt,
        "suggestions": list(v.suggestions),
        "fix": fix,
        "related": [{"path": r.path, **place(r.place), "message": r.message} for r in v.related],
        "fingerprint": v.fingerprint,
        "url": urls.get(v.rule, ""),
    }


def urls(outcome: RunResult) -> dict[str, str]:
    """The page of each rule of a run."""
    return {rule.name: rule.url for rule in outcome.rules}


def place(where: Place) -> dict[str, int]:
    """A place by its lines and columns."""
    return where._asdict()


def fixable(outcome: RunResult) -> int:
    """How many violations have a fix that may be applied."""
    return sum(v.fix is not None and v.fix.applicability != "display" for v in outcome.violations)
