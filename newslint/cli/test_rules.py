"""`newslint test-rules`: run the examples of a pack's rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli._open_project import fail
from newslint.wording import counted, nearest


@click.command("test-rules")
@click.argument("path", type=click.Path())
@click.option(
    "--only",
    default="",
    metavar="PREFIX",
    help="Only rules whose name begins so, its family included: style/long.",
)
def command(path: str, only: str) -> None:
    """Run the examples of the rules in the folder PATH: what is marked must be found, and nothing else.

    Exit code 0: all as marked; 1: some are not; 2: a rule could not be loaded.
    """
    from newslint.engine.rule_examples import failures
    from newslint.packs.pack_files import files_without_family, misnamed_files, rule_files
    from newslint.rules import RuleError

    folder = Path(path)
    wrong: list[str] = []
    unusable: list[RuleError] = []
    if folder.is_file():
        named = [(folder.stem, folder)]
        folder = folder.parent
    elif folder.is_dir():
        unusable = misnamed_files(folder)
        for note in files_without_family(folder):
            click.echo(f"newslint: {note}, unless this folder is a family of its pack", err=True)
        named = _named(folder, only) if rule_files(folder) or not unusable else []
    else:
        fail(f"{path}: no such file or folder")
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


def _named(folder: Path, only: str) -> list[tuple[str, Path]]:
    """Name and file of the rules in a folder whose name begins with `only`. Ends the program where there is none."""
    from newslint.packs.pack_files import rule_files

    every = rule_files(folder)
    named = [(name, file) for name, file in every if name.startswith(only)]
    if not every:
        fail(f"{folder}: no rules here; a rule is a file FAMILY/NAME.yml")
    if not named:
        names = [name for name, _ in every]
        near = next((name for name in names if only in name), "") or nearest(only, names) or names[0]
        fail(
            f"{folder}: no rule here begins with '{only}'; there is {near} (--only takes the family as well)"
        )
    return named
