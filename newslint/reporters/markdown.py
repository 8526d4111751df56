"""A summary in Markdown, for GitHub's job page ($GITHUB_STEP_SUMMARY) or a merge request's comment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from newslint.engine.own_reports import MARKDOWN_HEADING
from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.escape import escape_control_characters
from newslint.reporters.shared.repository_paths import RepositoryPaths
from newslint.reporters.shared.summary import summary
from newslint.rules import SEVERITIES

_ROWS = 200  # a job page takes 1 MB; nobody reads more rows than these
_SIGNS = {"error": "🔴 error", "warning": "🟡 warning", "suggestion": "🔵 suggestion"}


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """A heading, what was checked, a table of the gravest violations, and counts by rule."""
    paths = RepositoryPaths()
    yield MARKDOWN_HEADING
    yield from summary(outcome, style)
    if outcome.errors:
        yield "\n### Not checked\n\n"
        for error in outcome.errors:
            yield f"- {_code(paths(error.path))}: {_cell(error.message)}\n"
    if not outcome.violations:
        return
    ranked = sorted(outcome.violations, key=lambda v: (-SEVERITIES.index(v.severity), v.order))
    yield "\n| place | severity | what | rule |\n|---|---|---|---|\n"
    for v in ranked[:_ROWS]:
        yield f"| {_code(f'{paths(v.path)}:{v.place.line}')} | {_SIGNS[v.severity]} | {_cell(v.message)} | `{v.rule}` |\n"
    if len(ranked) > _ROWS:
        yield f"\n…and {len(ranked) - _ROWS:,} more.\n"
    yield "\n<details><summary>By rule</summary>\n\n| rule | violations |\n|---|---|\n"
    for rule, count in sorted(Counter(v.rule for v in ranked).items(), key=lambda item: (-item[1], item[0])):
        yield f"| `{rule}` | {count:,} |\n"
    yield "\n</details>\n"


def _code(text: str) -> str:
    """Text as code in a table's cell. Nothing is escaped inside code but the bar, which would end the cell; text
    with backticks needs a longer run of them around it, and spaces between."""
    shown = escape_control_characters(text).replace("|", "\\|")
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {shown} {fence}" if longest else f"`{shown}`"


def _cell(text: str) -> str:
    """Text that cannot break out of a table's cell or start markup."""
    shown = escape_control_characters(text).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{char}" if char in "\\`*_[]|#" else char for char in shown)
