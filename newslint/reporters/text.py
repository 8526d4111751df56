"""The report for people: grouped by article, each violation with its line and a caret under the span."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newslint.engine.report import Report, Violation
from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.display_width import clipped, width
from newslint.reporters.shared.escape import escape_control_characters, visible_line, visible_path
from newslint.reporters.shared.summary import summary

_MOST_LINES = 6
_COLOURS = {"error": "31", "warning": "33", "suggestion": "36"}


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The groups, then a line that says what was checked."""
    headlines = {each.path: each for each in outcome.reports}
    for path, group in groupby(outcome.violations, key=lambda v: v.path):
        yield from _file(path, list(group), headlines.get(path), style)
    if not style.quiet:
        yield from summary(outcome, style)


def _file(path: str, violations: list[Violation], read: Report | None, style: Style) -> Iterator[str]:
    """One file's violations, under the headlines of its articles."""
    yield painted(visible_path(path), "1", style) + "\n"
    headlines = list(read.headlines) if read else []
    for v in violations:
        latest = None
        while headlines and headlines[0][0] <= v.place.line:
            latest = headlines.pop(0)[1]
        if latest:
            yield (
                painted(
                    clipped(f"  {visible_line(escape_control_characters(latest))}", style.width), "2", style
                )
                + "\n"
            )
        yield from _violation(v, style)
    yield "\n"


def _violation(v: Violation, style: Style) -> Iterator[str]:
    place = f"{v.place.line}:{v.place.column}"
    severity = painted(v.severity, _COLOURS[v.severity], style)
    yield f"  {place:>7}  {severity}  {escape_control_characters(v.message)}  {painted(v.rule, '2', style)}\n"
    line, caret, length = _window(v, style.width - 11)
    yield painted("           ", "2", style) + line + "\n"
    yield "           " + " " * caret + painted("^" * length, _COLOURS[v.severity], style) + _hint(v) + "\n"
    for line in list(_related(v))[:3]:
        yield painted(f"           {line}", "2", style) + "\n"


def _window(v: Violation, room: int) -> tuple[str, int, int]:
    """The part of the line around the span that fits, and where the caret stands under it, in columns."""
    start = v.place.column - v.context_column
    end = start + (
        v.place.end_column - v.place.column if v.place.line == v.place.end_line else len(v.context)
    )
    before, marked, after = v.context[:start], v.context[start:end], v.context[end:]
    before, marked, after = (
        escape_control_characters(before),
        escape_control_characters(marked),
        escape_control_characters(after),
    )
    marked = clipped(marked, max(20, room - 24))
    left = max(12, (room - width(marked)) // 2)
    right = max(8, room - width(marked) - min(left, width(before)))
    if width(before) > left or v.context_column > 1:
        before = "…" + clipped(before[::-1], left, "")[::-1]
    before = before.lstrip() if not before.startswith("…") else before
    line = visible_line(before + marked + clipped(after, right))
    return line, width(visible_line(before)), max(1, width(marked))


def _hint(v: Violation) -> str:
    return (
        f" {escape_control_characters(v.suggestions[0])}"
        if v.suggestions and len(v.suggestions[0]) <= 60
        else ""
    )


def _related(v: Violation) -> Iterator[str]:
    """A line for each message about other places, with the lines that it is about."""
    groups: dict[tuple[str, str], list[int]] = {}
    for related in v.related:
        groups.setdefault((related.path, related.message), []).append(related.place.line)
    for (path, message), numbers in groups.items():
        lines = [f"{number}" for number in dict.fromkeys(numbers)]
        if path != v.path:
            where = f"{visible_path(path)}:{lines[0]}"
        elif len(lines) == 1:
            where = f"line {lines[0]}"
        elif len(lines) > _MOST_LINES:
            where = f"lines {', '.join(lines[:_MOST_LINES])} …"
        else:
            where = f"lines {', '.join(lines[:-1])} and {lines[-1]}"
        yield f"{where}: {escape_control_characters(message)}"


def painted(text: str, code: str, style: Style) -> str:
    """The text in a terminal's colour, where colour is wanted."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text
