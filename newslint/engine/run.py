"""A run: many files through `lint`, then the rules over many files, then what is not to be reported."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from newslint.checks.model import Fact
from newslint.engine.discover import STDIN, relative
from newslint.engine.ignore_entries import unused_note
from newslint.engine.lint_file import Input, reports_of, text_of
from newslint.engine.locate import compare, with_fingerprints
from newslint.engine.path_patterns import matcher
from newslint.engine.report import FileError, Report, SuppressedViolation, Violation
from newslint.engine.rule_failures import RuleFailure, failure_message
from newslint.engine.selection import Selector
from newslint.engine.settings import Project
from newslint.files import Unreadable, read_bytes
from newslint.rules import SEVERITIES, Rule

if TYPE_CHECKING:
    from newslint.engine.cache import Cache
    from newslint.engine.workers import Pool

_BATCH = 512  # files whose reports are made before the first of them is handed on


@dataclass(slots=True)
class RunResult:
    """What a run found, in order, and how much it read."""

    violations: list[Violation] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    silenced: list[SuppressedViolation] = field(default_factory=list)
    accepted: int = 0  # violations that the baseline holds
    rules: list[Rule] = field(default_factory=list)
    is_idle: bool = False  # no rule was to be run on any file
    texts: dict[str, str] = field(default_factory=dict)  # of standard input, under its name
    reports: list[Report] = field(default_factory=list)  # of the files with violations, these left out
    paths: list[str] = field(default_factory=list)  # of all files
    files: int = 0
    articles: int = 0
    words: int = 0


@dataclass(slots=True)
class RunOptions:
    """How to run: with which cache, if any, and with how many processes (None: as many as pay)."""

    cache: Cache | None = None
    jobs: int | None = 1
    stdin: Input | None = None


def run(
    files: Iterable[str],
    project: Project,
    selector: Selector,
    how: RunOptions | None = None,
    tick: Callable[[], None] = lambda: None,
) -> RunResult:
    """Check the files. The result does not depend on their order, on the cache or on the number of processes;
    a file that can't be read is an error of its own."""
    how = how or RunOptions()
    named = how.stdin.name if how.stdin else None
    outcome = conclude(reports(files, project, selector, how), project, selector, tick, named)
    if how.stdin:
        outcome.texts[how.stdin.name] = text_of(how.stdin, project)
    return outcome


def conclude(
    made: Iterable[Report],
    project: Project,
    selector: Selector,
    tick: Callable[[], None] = lambda: None,
    stdin: str | None = None,
) -> RunResult:
    """What reports come to together: with the rules over many files, without what the configuration ignores.

    Of a file in which nothing was found only the path is kept, so memory hardly grows with the number of files;
    `stdin` names the one whose report is kept in any case.
    """
    outcome = RunResult(rules=project.rules)
    facts: dict[str, list[Fact]] = {}
    for report in made:
        outcome.files += 1
        outcome.paths.append(report.path)
        if report.violations or any(report.facts.values()) or report.path == stdin:
            outcome.reports.append(replace(report, violations=[], facts={}, silenced=[]))
        for name, each in report.facts.items():
            facts.setdefault(name, []).extend(each)
        outcome.articles += report.articles
        outcome.words += report.words
        outcome.violations += report.violations
        outcome.errors += report.errors
        outcome.silenced += report.silenced
        tick()
    _between_files(outcome, facts, project, selector)
    ignored, unused = _without(outcome, project)
    outcome.violations = [
        v
        for v in with_fingerprints(sorted(ignored, key=lambda v: v.order))
        if SEVERITIES.index(v.severity) >= SEVERITIES.index(project.min_severity)
    ]
    outcome.notes += unused
    settings = (selector.settings(relative(path, project.root)) for path in outcome.paths)
    outcome.is_idle = bool(outcome.paths) and not any(each.rules for each in settings)
    return outcome


def reports(files: Iterable[str], project: Project, selector: Selector, how: RunOptions) -> Iterator[Report]:
    """Each file's report, in the files' order; a batch at a time, so that memory does not grow with their number."""
    pool: Pool | None = None
    left = iter(files)
    try:
        while batch := list(islice(left, _BATCH)):
            keys, known = _known(batch, project, selector, how)
            unknown = [path for path in batch if path not in known]
            count = _workers(how.jobs, len(unknown))
            if pool is None and count > 1:
                from newslint.engine.workers import Pool

                pool = Pool(count, project, selector.choice)
            if pool is not None:
                alone = [path for path in unknown if path == STDIN]
                made: Iterator[Report] = chain(
                    pool.reports([path for path in unknown if path != STDIN]),
                    reports_of(alone, project, selector, how.stdin),
                )
            else:
                made = reports_of(unknown, project, selector, how.stdin)
            fresh = {report.path: report for report in made}
            if how.cache:
                how.cache.put((keys[path], report) for path, report in fresh.items() if path in keys)
            for path in batch:
                name = how.stdin.name if how.stdin and path == STDIN else path
                yield known.get(path) or fresh[name]
    finally:
        if pool is not None:
            pool.close()


def _workers(jobs: int | None, files: int) -> int:
    if jobs == 1 or files < 2:
        return 1
    from newslint.engine.workers import worth

    return worth(jobs, files)


def _known(
    batch: list[str], project: Project, selector: Selector, how: RunOptions
) -> tuple[dict[str, str], dict[str, Report]]:
    """The cache's keys of the files that can be read, and the reports that it holds, both by path."""
    if how.cache is None:
        return {}, {}
    keys = {}
    for path in batch:
        if path != STDIN:
            try:
                data = read_bytes(path)
            except Unreadable:
                continue
            keys[path] = how.cache.key(path, selector.key(relative(path, project.root)), data)
    found = how.cache.get([(key, path) for path, key in keys.items()])
    return keys, {path: found[key] for path, key in keys.items() if key in found}


def _between_files(
    outcome: RunResult, facts: Mapping[str, list[Fact]], project: Project, selector: Selector
) -> None:
    """Add what the rules over many files find; one that fails is an error."""
    for rule in project.rules:
        if own := facts.get(rule.name):
            settings = selector.settings(relative(own[0].path, project.root))
            here = next((r for r in settings.rules if r.name == rule.name), rule)
            try:
                outcome.violations += compare(here, own)
            except Exception as error:
                if os.environ.get("NEWSLINT_DEBUG") and not isinstance(error, RuleFailure):
                    raise
                outcome.errors.append(FileError(own[0].path, failure_message(rule, error)))


def _without(outcome: RunResult, project: Project) -> tuple[list[Violation], list[str]]:
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
        if hits:
            outcome.silenced.append(SuppressedViolation(v, "external", project.ignores[hits[0]].reason))
        else:
            kept.append(v)
    checked = [relative(path, project.root) for path in outcome.paths]
    notes = [
        unused_note(entry, project)
        for number, entry in enumerate(project.ignores)
        if number not in used and any(matcher((entry.path,)).match_file(path) for path in checked)
    ]
    return kept, notes
