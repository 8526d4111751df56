"""How many violations of each rule, and in each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.engine.run import RunResult
from newslint.reporters.shared.escape import escape_control_characters

_FILES = 20


def statistics(outcome: RunResult) -> Iterator[str]:
    """Two tables, the most frequent first."""
    rules = Counter(v.rule for v in outcome.violations)
    files = Counter(v.path for v in outcome.violations)
    yield "\nBy rule\n"
    for name, count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6,}  {name}\n"
    yield "\nBy file\n"
    ranked = sorted(files.items(), key=lambda item: (-item[1], item[0]))
    for name, count in ranked[:_FILES]:
        yield f"{count:6,}  {escape_control_characters(name)}\n"
    if len(ranked) > _FILES:
        yield f"        and {len(ranked) - _FILES:,} more files\n"
