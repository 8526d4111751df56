"""`newslint baseline`: accept what there is today, so that `check` reports only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newslint.cli._open_project import OpenProject, fail, opened, project_options
from newslint.engine import baseline
from newslint.engine.discover import discover
from newslint.engine.run import RunOptions, RunResult, run


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--update", is_flag=True, help="Only remove what has been mended; add nothing.")
@click.option("--level", type=click.Choice(["regular", "strict"]), help="As for check.")
@project_options
def command(paths: tuple[str, ...], update: bool, **options: Any) -> None:
    """Write what newslint finds today to newslint-baseline.jsonl; commit that file.

    Later checks report only what is new. With --update, entries that have been mended are taken out.
    """
    setup = opened(options, paths)
    found = discover(paths or (".",), setup.project)
    for error in found.errors:
        fail(f"{error.path}: {error.message}")
    outcome = run(found.files, setup.project, setup.selector, RunOptions(jobs=None))
    for problem in outcome.errors:
        click.echo(f"newslint: {problem.path}: {problem.message}; it is left out", err=True)
    file = setup.baseline_file
    try:
        if update:
            _update(file, setup, outcome)
        else:
            entries = baseline.entries_of(outcome.violations, setup.project.root)
            baseline.write(file, entries)
            count = entries.total()
            click.echo(
                f"{file.name}: {count:,} {'violation' if count == 1 else 'violations'} accepted. Commit this file."
            )
    except baseline.BaselineError as error:
        fail(str(error))


def _update(file: Path, setup: OpenProject, outcome: RunResult) -> None:
    if not file.exists():
        fail(f"{file.name}: there is no baseline yet; write it: newslint baseline")
    entries = baseline.read(file, setup.project.rules)
    gone = baseline.mended(
        entries,
        outcome.violations,
        outcome.paths,
        (rule.name for rule in setup.project.rules),
        setup.project.root,
    )
    baseline.write(file, entries - gone)
    left = (entries - gone).total()
    click.echo(f"{file.name}: {gone.total():,} mended and taken out, {left:,} left.")
