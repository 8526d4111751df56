"""Reports as JSON and back, for the cache."""

from __future__ import annotations

import json
from typing import Any

from newslint.checks.model import Fact
from newslint.engine.violations import Fix, FixEdit, RelatedPlace, Report, Silenced, Violation
from newslint.source import Place, Span


def dumps(report: Report) -> str:
    """The report as JSON. Reports with errors are not kept: what could not be read may be readable next time."""
    facts = {name: [_fact(fact) for fact in each] for name, each in report.facts.items() if each}
    violations = [_violation(v) for v in report.violations]
    silenced = [[_violation(s.violation), s.kind, s.reason] for s in report.silenced]
    return json.dumps(
        [violations, facts, report.articles, report.words, report.headlines, silenced, report.digest],
        separators=(",", ":"),
    )


def loads(path: str, text: str) -> Report:
    """The report that `dumps` wrote for this path. Raises ValueError, TypeError, LookupError where it is none."""
    violations, facts, articles, words, headlines, silenced, digest = json.loads(text)
    return Report(
        path,
        [_made_violation(path, each) for each in violations],
        {name: [_made_fact(path, fact) for fact in each] for name, each in facts.items()},
        articles,
        words,
        silenced=[Silenced(_made_violation(path, v), kind, reason) for v, kind, reason in silenced],
        headlines=[(line, headline) for line, headline in headlines],
        digest=digest,
    )


def _violation(v: Violation) -> list[Any]:
    fix = v.fix and [v.fix.applicability, [[e.place, *_edit(e)] for e in v.fix.edits]]
    related = [[r.place, r.message] for r in v.related]
    return [
        v.place, v.rule, v.severity, v.message, v.excerpt, v.suggestions, fix, related,
        v.fingerprint, v.context, v.context_column,
    ]  # fmt: skip


def _edit(edit: FixEdit) -> list[Any]:
    return [edit.content, edit.start, edit.end, edit.old]


def _made_violation(path: str, values: list[Any]) -> Violation:
    place, rule, severity, message, excerpt, suggestions, fix, related, fingerprint, context, column = values
    return Violation(
        path,
        Place(*place),
        rule,
        severity,
        message,
        excerpt,
        tuple(suggestions),
        fix and Fix(fix[0], tuple(FixEdit(Place(*place), *edit) for place, *edit in fix[1])),
        tuple(RelatedPlace(path, Place(*p), text) for p, text in related),
        fingerprint,
        context,
        column,
    )


def _fact(fact: Fact) -> list[Any]:
    return [fact.key, fact.value, fact.text, fact.span, fact.place, fact.article, fact.excerpt, fact.context]


def _made_fact(path: str, values: list[Any]) -> Fact:
    key, value, text, span, place, article, excerpt, context = values
    return Fact(
        key, value, text, Span(*span), path, Place(*place), article, excerpt, (context[0], context[1])
    )
