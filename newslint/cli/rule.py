"""`newslint rule NAME`: a rule explained, from its own file."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from newslint.cli._completion import rule_names
from newslint.cli._open_project import fail, opened, project_options
from newslint.engine.selection import UnknownRule, check_names
from newslint.rules import NAMED, STRICT, Rule, params_of, shipped_folder

_WIDTH = 80


@click.command()
@click.argument("name", shell_complete=rule_names)
@project_options
def command(name: str, **options: Any) -> None:
    """Explain the rule NAME: what it finds, why, right and wrong examples, how to fix and to silence it."""
    project = opened(options).project
    rule = next((r for r in project.rules if r.name == name or name in r.formerly), None)
    if rule is None:
        family = [r.name for r in project.rules if r.family == name]
        if family:
            fail(f"'{name}' is a family; its rules are: {', '.join(family)}")
        try:
            check_names(project.rules, (name,))
        except UnknownRule as error:
            fail(str(error))
        raise AssertionError(name)
    click.echo("\n".join(explanation(rule)))


def explanation(rule: Rule) -> list[str]:
    """The rule in lines of at most 80 columns."""
    from newslint.packs.rule_file import read_rule

    file = read_rule(Path(rule.pack or shipped_folder()) / f"{rule.name}.yml")
    level = {
        STRICT: "with --level strict or by name",
        NAMED: "only where switched on or selected",
    }.get(rule.level, "on by default")
    quoted = "also inside quoted speech" if rule.quotations == "check" else "not inside quoted speech"
    lines = [rule.name, "=" * len(rule.name), "", *_wrapped(rule.summary), ""]
    lines += [f"{rule.severity} · {level} · {quoted}", ""]
    for paragraph in re.split(r"\n\s*\n", file.explain.strip()):
        lines += [*_wrapped(paragraph), ""]
    for title, examples in (("Wrong", file.bad), ("Right", file.good)):
        lines.append(title)
        for example in examples[:3]:
            lines += [*_example(example.text), ""]
    fixes = {"safe": "newslint check --fix", "unsafe": "newslint check --fix --unsafe-fixes; read the change"}
    lines += [
        "How to mend it",
        *_wrapped(
            fixes.get(rule.applicability if rule.action else "", "By hand: the message says what to write."),
            "  ",
        ),
        "",
    ]
    lines += ["How to switch it off", f'  newslint.toml:  [rules]  "{rule.name}" = "off"']
    lines += [f"  Markdown, HTML: <!-- newslint: off {rule.name} -- why -->", ""]
    if params := {**params_of(rule)._asdict(), **rule.params}:
        lines += ["Parameters", *(f"  {key}: {_short(value)}" for key, value in params.items()), ""]
    if file.source:
        lines += [*_wrapped(f"Source: {file.source}"), ""]
    return lines[:-1]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent) or [
        ""
    ]


def _example(text: str) -> list[str]:
    """The example with its marks, each line indented."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        lines += textwrap.wrap(line, _WIDTH, initial_indent="  │ ", subsequent_indent="  │ ") or ["  │"]
    return lines


def _short(value: Any) -> str:
    """A parameter as a rule file would have it, cut where it is long."""
    import yaml

    text = yaml.safe_dump(_plain(value), default_flow_style=True, allow_unicode=True, width=math.inf)
    text = " ".join(text.removesuffix("...\n").split())
    return text if len(text) <= 60 else text[:59] + "…"


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    return value
