"""Reports as JSON and back, for the cache."""

from __future__ import annotations

import json
from typing import Any

from newslint.checks.model import Fact
from newslint.engine.report import Fix, FixEdit, RelatedPlace, Report, SuppressedViolation, Violation
from newslint.rules import APPLICABILITIES, SEVERITIES
from newslint.source import Place, Span

_TOO_MANY = 1 << 53  # no file has so many lines, characters or articles


# What `loads` raises where a text is no report of this version, however it came about.
DECODE_ERRORS = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError)


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
    """The report that `dumps` wrote for this path. Raises one of DECODE_ERRORS where it is none."""
    violations, facts, articles, words, headlines, silenced, digest = json.loads(text)
    return Report(
        path,
        [_made_violation(path, each) for each in violations],
        {_text(name): [_made_fact(path, fact) for fact in each] for name, each in facts.items()},
        _count(articles),
        _count(words),
        silenced=[
            SuppressedViolation(_made_violation(path, v), _text(kind), _text(reason))
            for v, kind, reason in silenced
        ],
        headlines=[(_count(line), _text(headline)) for line, headline in headlines],
        digest=_text(digest),
    )


def _violation(v: Violation) -> list[Any]:
    fix = v.fix and [v.fix.applicability, [[e.place, e.content, e.start, e.end, e.old] for e in v.fix.edits]]
    related = [[r.place, r.message] for r in v.related]
    return [
        v.place, v.rule, v.severity, v.message, v.excerpt, v.suggestions, fix, related,
        v.fingerprint, v.context, v.context_column,
    ]  # fmt: skip


def _made_violation(path: str, values: list[Any]) -> Violation:
    place, rule, severity, message, excerpt, suggestions, fix, related, fingerprint, context, column = values
    return Violation(
        path,
        _place(place),
        _text(rule),
        _one_of(SEVERITIES, severity),
        _text(message),
        _text(excerpt),
        tuple(map(_text, suggestions)),
        None if fix is None else _made_fix(*fix),
        tuple(RelatedPlace(path, _place(where), _text(text)) for where, text in related),
        _text(fingerprint),
        _text(context),
        _count(column),
    )


def _made_fix(applicability: Any, edits: list[Any]) -> Fix:
    return Fix(
        _one_of(APPLICABILITIES, applicability),
        tuple(
            FixEdit(_place(where), _text(content), _count(start), _count(end), _text(old))
            for where, content, start, end, old in edits
        ),
    )


def _fact(fact: Fact) -> list[Any]:
    return [fact.key, fact.value, fact.text, fact.span, fact.place, fact.article, fact.excerpt, fact.context]


def _made_fact(path: str, values: list[Any]) -> Fact:
    key, value, text, (start, end), place, article, excerpt, (line, column) = values
    return Fact(
        _text(key),
        _text(value),
        _text(text),
        Span(_count(start), _count(end)),
        path,
        _place(place),
        _count(article),
        _text(excerpt),
        (_text(line), _count(column)),
    )


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("no text")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < _TOO_MANY:
        raise TypeError("no count")
    return value


def _place(values: list[Any]) -> Place:
    line, column, end_line, end_column = values
    return Place(_count(line), _count(column), _count(end_line), _count(end_column))


def _one_of(known: tuple[str, ...], value: Any) -> str:
    if value not in known:
        raise ValueError("none of those that there are")
    return str(value)
