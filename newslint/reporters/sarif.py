"""SARIF 2.1.0, which GitHub code scanning and many other programs read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.engine.report import Silenced, Violation
from newslint.engine.run import Outcome
from newslint.reporters import Style
from newslint.reporters.shared.relative_uri import relative_uri
from newslint.rules import DOCS_URL, Rule, shipped_folder
from newslint.source import Place
from newslint.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


def report(outcome: Outcome, style: Style) -> Iterator[str]:
    """The log, with one run."""
    shown = {v.rule for v in outcome.violations} | {s.violation.rule for s in outcome.silenced}
    rules = [rule for rule in outcome.rules if rule.name in shown]
    index = {rule.name: number for number, rule in enumerate(rules)}
    results = [_result(v, index) for v in outcome.violations]
    results += [_silenced(each, index) for each in outcome.silenced]
    driver = {
        "name": "newslint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": DOCS_URL,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"uri": Path.cwd().as_uri() + "/"}},
        "invocations": [
            {
                "executionSuccessful": not outcome.errors,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": error.message},
                        "locations": [{"physicalLocation": {"artifactLocation": _artifact(error.path)}}],
                    }
                    for error in outcome.errors
                ],
            }
        ],
        "results": results,
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
    yield "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    from newslint.packs.rule_file import read_rule

    explain = read_rule(Path(rule.pack or shipped_folder()) / f"{rule.name}.yml").explain.strip()
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": explain},
        "help": {"text": explain, "markdown": explain},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "precision": "high" if rule.severity == "error" else "medium"},
    }


def _result(v: Violation, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": v.rule,
        "ruleIndex": index.get(v.rule, -1),
        "level": _LEVELS[v.severity],
        "message": {"text": v.message},
        "locations": [_location(v.path, v.place, v.excerpt)],
        "partialFingerprints": {"newslint/v1": v.fingerprint},
    }
    if v.related:
        result["relatedLocations"] = [
            {"id": number, **_location(r.path, r.place), "message": {"text": r.message}}
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
                "artifactChanges": [{"artifactLocation": _artifact(v.path), "replacements": replacements}],
            }
        ]
    return result


def _silenced(each: Silenced, index: dict[str, int]) -> dict[str, Any]:
    suppression = {"kind": each.kind, "justification": each.reason}
    return {**_result(each.violation, index), "suppressions": [suppression]}


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
    return {"uri": relative_uri(path), "uriBaseId": "ROOT"}
