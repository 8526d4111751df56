"""`newslint rules`: a table of the rules."""

from __future__ import annotations

import json
import shutil
from typing import Any

import click

from newslint.cli._completion import rule_names
from newslint.cli._open_project import fail, opened, project_options
from newslint.engine.selection import UnknownRule, check_names
from newslint.rules import LEVELS, NAMED, REGULAR, SEVERITIES, Rule


@click.command()
@click.argument("families", nargs=-1, metavar="[FAMILY]...", shell_complete=rule_names)
@click.option("--level", type=click.Choice([*LEVELS, NAMED]), help="Only rules of this level.")
@click.option("--severity", type=click.Choice(SEVERITIES[::-1]), help="Only rules of this severity.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@project_options
def command(
    families: tuple[str, ...], level: str | None, severity: str | None, output_format: str, **options: Any
) -> None:
    """List the rules with what they find. `newslint rule NAME` explains one."""
    project = opened(options).project
    try:
        check_names(project.rules, families)
    except UnknownRule as error:
        fail(str(error))
    rules = [
        rule
        for rule in project.rules
        if (not families or any(rule.called(name) for name in families))
        and (not level or rule.level == level)
        and (not severity or rule.severity == severity)
    ]
    if output_format == "json":
        keys = ("name", "summary", "severity", "level", "quotations", "scope")
        click.echo(json.dumps([{key: getattr(rule, key) for key in keys} for rule in rules], indent=1))
        return
    for line in _table(rules, shutil.get_terminal_size((100, 24)).columns):
        click.echo(line)


def _table(rules: list[Rule], columns: int) -> list[str]:
    """The rules in lines of at most so many columns."""
    if not rules:
        return ["No rule fits."]
    wide = max(len(rule.name) for rule in rules) + 2
    lines = []
    for rule in rules:
        mark = "" if rule.level == REGULAR else rule.level
        room = max(20, columns - wide - 20)
        summary = rule.summary if len(rule.summary) <= room else rule.summary[: room - 1] + "…"
        lines.append(f"{rule.name:<{wide}}{rule.severity:<12}{mark:<8}{summary}")
    return lines
