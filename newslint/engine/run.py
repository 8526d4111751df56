"""A run: many files through `lint`, then the rules over many files, then what is not to be reported."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from newslint.engine.discover import STDIN, relative
from newslint.engine.files import Unreadable, decode, read_bytes
from newslint.engine.lint import compare, lint, with_fingerprints
from newslint.engine.select import Selector, matcher
from newslint.engine.settings import Ignore, Project
from newslint.engine.violations import FileError, Report, Violation
from newslint.rules import SEVERITIES


@dataclass(slots=True)
class Outcome:
    """What a run found, in order, and how much it read."""

    violations: list[Violation] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    files: int = 0
    articles: int = 0
    words: int = 0


@dataclass(slots=True)
class Input:
    """Standard input: its bytes and the name to report it under."""

    name: str
    data: bytes


def run(
    files: Iterable[str],
    project: Project,
    selector: Selector,
    stdin: Input | None = None,
    tick: Callable[[], None] = lambda: None,
) -> Outcome:
    """Check the files. The result does not depend on their order; a file that can't be read is an error of its own."""
    outcome = Outcome()
    for report in reports(files, project, selector, stdin):
        outcome.files += 1
        outcome.reports.append(report)
        outcome.articles += report.articles
        outcome.words += report.words
        outcome.violations += report.violations
        outcome.errors += report.errors
        tick()
    outcome.violations += _between_files(outcome.reports, project, selector)
    ignored, unused = _without(outcome, project)
    outcome.violations = [
        v
        for v in with_fingerprints(sorted(ignored, key=lambda v: v.order))
        if SEVERITIES.index(v.severity) >= SEVERITIES.index(project.min_severity)
    ]
    outcome.notes += unused
    return outcome


def reports(
    files: Iterable[str], project: Project, selector: Selector, stdin: Input | None
) -> Iterator[Report]:
    """Each file's report, in order."""
    for path in files:
        yield report_of(path, project, selector, stdin)


def report_of(path: str, project: Project, selector: Selector, stdin: Input | None = None) -> Report:
    """One file's report; what can't be read is an error in it."""
    name = stdin.name if stdin and path == STDIN else path
    try:
        source = decode(name, stdin.data if stdin and path == STDIN else read_bytes(path))
    except Unreadable as error:
        return Report(name, errors=[FileError(name, str(error))])
    return lint(source, selector.settings(relative(name, project.root)))


def _between_files(all_reports: list[Report], project: Project, selector: Selector) -> list[Violation]:
    found: list[Violation] = []
    for rule in project.rules:
        facts = [fact for report in all_reports for fact in report.facts.get(rule.name, ())]
        if facts:
            settings = selector.settings(relative(facts[0].path, project.root))
            found += compare(next((r for r in settings.rules if r.name == rule.name), rule), facts)
    return found


def _without(outcome: Outcome, project: Project) -> tuple[list[Violation], list[str]]:
    """The violations that no [[ignore]] entry covers, and a note for each entry that covered none."""
    if not project.ignores:
        return outcome.violations, []
    rules = {rule.name: rule for rule in project.rules}
    used: set[int] = set()
    kept = []
    for v in outcome.violations:
        path = relative(v.path, project.root)
        rule = rules[v.rule]
        hits = [
            number
            for number, entry in enumerate(project.ignores)
            if rule.called(entry.rule) and entry.text in v.excerpt and matcher((entry.path,)).match_file(path)
        ]
        used.update(hits)
        if not hits:
            kept.append(v)
    checked = [relative(report.path, project.root) for report in outcome.reports]
    notes = [
        _unused(entry, project)
        for number, entry in enumerate(project.ignores)
        if number not in used and any(matcher((entry.path,)).match_file(path) for path in checked)
    ]
    return kept, notes


def _unused(entry: Ignore, project: Project) -> str:
    text = f" with the text '{entry.text}'" if entry.text else ""
    return (
        f"{os.path.relpath(project.config)}: the [[ignore]] entry for {entry.rule} in '{entry.path}'{text} "
        f"covers nothing any more; remove it"
    )
