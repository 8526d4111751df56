"""Completes the names of rules in a shell, the project's own ones included."""

from __future__ import annotations

import click


def rule_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Families and rules that go on from what is typed; of a list with commas, its last name."""
    from newslint.cli._open_project import opened

    before, comma, last = incomplete.rpartition(",")
    rules = opened(
        {key: context.params.get(key) for key in ("config", "isolated", "cache_dir")}
    ).project.rules
    names = {rule.name for rule in rules} | {rule.family for rule in rules}
    return sorted(f"{before}{comma}{name}" for name in names if name.startswith(last))
