"""SARIF 2.1.0, which GitHub code scanning and many other programs read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.engine.report import FileError, SuppressedViolation, Violation
from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.relative_uri import relative_uri
from newslint.reporters.shared.repository_paths import RepositoryPaths
from newslint.rules import REPOSITORY_URL, SEVERITIES, Rule, shipped_folder
from newslint.source import Place
from newslint.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_MOST_RESULTS = 25_000  # GitHub refuses a run with more
_ROOT = "%SRCROOT%"  # the specification's own example of a name for the top of the sources


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The log, with one run: the most severe results first, as many as GitHub takes.

    What is silenced stays out, unless it is asked for: GitHub opens suppressed results as alerts.
    """
    silenced = {id(each.violation): each for each in outcome.silenced if style.silenced}
    every = [*outcome.violations, *(each.violation for each in silenced.values())]
    every.sort(key=lambda v: (-SEVERITIES.index(v.severity), id(v) in silenced, v.order))
    kept = every[:_MOST_RESULTS]
    shown = {v.rule for v in kept}
    rules = [rule for rule in outcome.rules if rule.name in shown]
    index = {rule.name: number for number, rule in enumerate(rules)}
    paths = RepositoryPaths()
    results = [_result(v, index, paths, silenced.get(id(v))) for v in kept]
    driver = {
        "name": "newslint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": REPOSITORY_URL,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top of the repository."}}},
        "invocations": [
            {
                "executionSuccessful": not outcome.errors,
                "toolExecutionNotifications": [
                    *(_unread(error, paths) for error in outcome.errors),
                    *({"level": "note", "message": {"text": note}} for note in left_out(outcome)),
                ],
            }
        ],
        "results": results,
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
    yield "\n"


def left_out(outcome: RunResult) -> list[str]:
    """A sentence about what the log has no room for, if anything."""
    more = len(outcome.violations) - _MOST_RESULTS
    if more <= 0:
        return []
    return [
        f"SARIF: the {_MOST_RESULTS:,} most severe of {len(outcome.violations):,} violations are listed, "
        "for GitHub takes no more; 'newslint baseline' accepts what is old"
    ]


def _unread(error: FileError, paths: RepositoryPaths) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(paths(error.path))}}
    return {"level": "error", "message": {"text": error.message}, "locations": [location]}


def _rule(rule: Rule) -> dict[str, Any]:
    from newslint.packs.rule_file import read_rule

    explain = read_rule(Path(rule.pack or shipped_folder()) / f"{rule.name}.yml").explain.strip()
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": explain},
        "help": {"text": explain, "markdown": explain},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "precision": "high" if rule.severity == "error" else "medium"},
    }
    if rule.url:
        described["helpUri"] = rule.url
    return described


def _result(
    v: Violation, index: dict[str, int], paths: RepositoryPaths, silenced: SuppressedViolation | None
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": v.rule,
        "ruleIndex": index.get(v.rule, -1),
        "level": _LEVELS[v.severity],
        "message": {"text": v.message},
        "locations": [_location(paths(v.path), v.place, v.excerpt)],
        "partialFingerprints": {"newslint/v1": v.fingerprint},
    }
    if v.related:
        result["relatedLocations"] = [
            {"id": number, **_location(paths(r.path), r.place), "message": {"text": r.message}}
            for number, r in enumerate(v.related, 1)
        ]
    if v.fix and v.fix.applicability != "display":
        replacements = [
            {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.content}}
            for edit in v.fix.edits
        ]
        result["fixes"] = [
            {
                "description": {"text": f"{v.fix.applicability} fix"},
                "artifactChanges": [
                    {"artifactLocation": _artifact(paths(v.path)), "replacements": replacements}
                ],
            }
        ]
    if silenced:
        result["suppressions"] = [{"kind": silenced.kind, "justification": silenced.reason}]
    return result


def _location(path: str, place: Place, excerpt: str = "") -> dict[str, Any]:
    region = _region(place)
    if excerpt:
        region["snippet"] = {"text": excerpt}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    return {"uri": relative_uri(path), "uriBaseId": _ROOT}
