"""Runs the examples of rules: what the marks say must be found, exactly that, and fixed text must be clean."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from newslint.engine.fix import fixed
from newslint.engine.lint import lint
from newslint.engine.locate import compare
from newslint.engine.report import Violation
from newslint.engine.rule_failures import failure_message
from newslint.engine.settings import Settings
from newslint.language.vocabulary import ListedName
from newslint.packs.name_list_file import shipped_names
from newslint.packs.rule_file import Example, compiled, read_rule
from newslint.packs.strict_yaml import line_of, read_text
from newslint.rules import Rule, load_check
from newslint.source import Source

_MARK = re.compile(r"\[\[|\]\]")
_SUFFIX = {"text": ".txt", "markdown": ".md", "html": ".html"}


def failures(path: Path, name: str, pack: Path) -> list[str]:
    """What is wrong with the examples of one rule file, a sentence each; empty where all is right."""
    file = read_rule(path)
    rule = replace(compiled(name, path, file, pack), level="regular")
    found = []
    for label, examples in (("bad", file.bad), ("good", file.good)):
        for number, example in enumerate(examples, 1):
            if wrong := _wrong(rule, example):
                line = line_of(read_text(path), (label, number - 1, "text"))
                found += [f"{path}:{line}: {label} example {number}: {each}" for each in wrong]
    return found


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its [[marks]], and the marked spans as offsets in it."""
    parts, spans, last, start, length = [], [], 0, 0, 0
    for mark in _MARK.finditer(text):
        parts.append(text[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark.group() == "[[":
            start = length
        else:
            spans.append((start, length))
    parts.append(text[last:])
    return "".join(parts), spans


def _wrong(rule: Rule, example: Example) -> list[str]:
    texts = {"example" + _SUFFIX[example.format]: example.text, **example.files}
    sources, wanted = {}, set()
    for path, text in texts.items():
        plain, spans = unmarked(text)
        sources[path] = Source(path, plain)
        wanted |= {(path, *span) for span in spans}
    violations, errors = _violations(rule, list(sources.values()))
    if errors:
        return errors
    got = {(v.path, *_span(sources[v.path], v)) for v in violations}
    wrong = [f"not found: '{sources[p].text[a:b]}'" for p, a, b in sorted(wanted - got)]
    wrong += [f"found, but not marked: '{sources[p].text[a:b]}'" for p, a, b in sorted(got - wanted)]
    if example.suggestion is not None and not any(
        v.suggestions[:1] == (example.suggestion,) for v in violations
    ):
        wrong.append(f"the first suggestion is not '{example.suggestion}'")
    after = _fixed(sources, violations)
    if after is not None:
        if example.fixed is not None and after["example" + _SUFFIX[example.format]] != example.fixed:
            wrong.append(
                f"the fixed text is {after['example' + _SUFFIX[example.format]]!r}, not {example.fixed!r}"
            )
        left, errors = _violations(rule, [Source(p, t) for p, t in after.items()])
        wrong += errors
        if left:
            wrong.append(f"the fixed text is not clean: '{left[0].excerpt}'")
    return wrong


def _violations(rule: Rule, sources: list[Source]) -> tuple[list[Violation], list[str]]:
    """What the rule finds in the texts, and the errors that kept it from being applied."""
    settings = Settings([rule], names=_names() if load_check(rule.check).reads_names else [])
    reports = [lint(source, settings) for source in sources]
    facts = [fact for report in reports for fact in report.facts.get(rule.name, [])]
    found = [v for report in reports for v in report.violations]
    errors = list(dict.fromkeys(error.message for report in reports for error in report.errors))
    try:
        found += compare(rule, facts) if facts else []
    except Exception as error:
        errors.append(failure_message(rule, error))
    return found, errors


@cache
def _names() -> list[ListedName]:
    return shipped_names()


def _span(source: Source, v: Violation) -> tuple[int, int]:
    from newslint.source import Position

    return source.offset(Position(v.place.line, v.place.column)), source.offset(
        Position(v.place.end_line, v.place.end_column)
    )


def _fixed(sources: dict[str, Source], violations: list[Violation]) -> dict[str, str] | None:
    """The texts with every fix applied, or None where no violation has one."""
    if not any(v.fix and v.fix.applicability != "display" for v in violations):
        return None
    return {
        path: fixed(source, (v for v in violations if v.path == path), "unsafe").text
        for path, source in sources.items()
    }
