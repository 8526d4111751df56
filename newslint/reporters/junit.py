"""JUnit XML, which every CI server shows: a suite a file, a failed case a violation, a passed one for a clean file.

https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.engine.report import Violation
from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.repository_paths import RepositoryPaths
from newslint.reporters.shared.xml_text import attribute, content
from newslint.rules import SEVERITIES


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The suites. A violation milder than what fails the run is a passed case with its message as output."""
    by_path: dict[str, list[Violation]] = defaultdict(list)
    for v in outcome.violations:
        by_path[v.path].append(v)
    least = SEVERITIES.index(style.fail_on)
    failed = sum(SEVERITIES.index(v.severity) >= least for v in outcome.violations)
    cases = sum(max(1, len(by_path.get(path, ()))) for path in outcome.paths)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<testsuites name="newslint" tests="{cases}" failures="{failed}" errors="{len(outcome.errors)}">\n'
    paths = RepositoryPaths()
    errors = {error.path: error.message for error in outcome.errors}
    for path in dict.fromkeys([*outcome.paths, *errors]):
        yield from _suite(paths(path), by_path.get(path, []), errors.get(path), least)
    yield "</testsuites>\n"


def _suite(path: str, violations: list[Violation], error: str | None, least: int) -> Iterator[str]:
    name = attribute(path)
    failed = sum(SEVERITIES.index(v.severity) >= least for v in violations)
    count = max(1, len(violations) + bool(error))
    yield f'<testsuite name={name} tests="{count}" failures="{failed}" errors="{int(bool(error))}">\n'
    if error:
        yield f'<testcase name="read" classname={name}><error message={attribute(error)}/></testcase>\n'
    for v in violations:
        where = f"line {v.place.line}, column {v.place.column}"
        text = content(f"{path}:{v.place.line}:{v.place.column}: {v.message}")
        yield f"<testcase name={attribute(f'{v.rule} {where}')} classname={name}>"
        if SEVERITIES.index(v.severity) >= least:
            yield f"<failure message={attribute(v.message)} type={attribute(v.severity)}>{text}</failure>"
        else:
            yield f"<system-out>{text}</system-out>"
        yield "</testcase>\n"
    if not violations and not error:
        yield f'<testcase name="newslint" classname={name}/>\n'
    yield "</testsuite>\n"
