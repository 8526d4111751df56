"""`newslint test-rules`: run the examples of a pack's rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli._open_project import fail
from newslint.wording import counted


@click.command("test-rules")
@click.argument("path", type=click.Path())
@click.option("--only", default="", metavar="PREFIX", help="Only rules whose name begins so.")
def command(path: str, only: str) -> None:
    """Run the examples of the rules in the folder PATH: what is marked must be found, and nothing else.

    Exit code 0: all as marked; 1: some are not; 2: a rule could not be loaded.
    """
    from newslint.engine.rule_examples import failures
    from newslint.packs.rule_file import rule_files
    from newslint.rules import RuleError

    folder = Path(path)
    if folder.is_file():
        named = [(folder.stem, folder)]
        folder = folder.parent
    elif folder.is_dir():
        named = [(name, file) for name, file in rule_files(folder) if name.startswith(only)]
    else:
        fail(f"{path}: no such file or folder")
    if not named:
        fail(f"{path}: no rules here; a rule is a file FAMILY/NAME.yml")
    wrong: list[str] = []
    unusable: list[RuleError] = []
    for name, file in named:
        try:
            wrong += failures(file, name, folder)
        except RuleError as error:
            unusable.append(error)
    for line in wrong:
        click.echo(line)
    if unusable:
        fail(str(RuleError.joined(unusable)))
    failed = counted(len(wrong), "failure")
    click.echo(f"{counted(len(named), 'rule')}: {f'{failed}.' if wrong else 'every example is as marked.'}")
    sys.exit(bool(wrong))
