"""`newslint names`: the newsroom's own names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from newslint.archive.learned_names import Proposal, as_yaml, learn, write
from newslint.cli._open_project import OpenProject, fail, opened, project_options
from newslint.engine.discover import STDIN, discover
from newslint.rules import RuleError
from newslint.wording import in_words


@click.group(short_help="Propose name-list entries from published articles.")
def command() -> None:
    """The names that are right in your newsroom."""


@command.command("learn")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option(
    "-o",
    "--output-file",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Add the names to this list instead of showing them.",
)
@click.option(
    "--least",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="Articles that must spell a name alike.",
)
@project_options
def learn_names(paths: tuple[str, ...], output_file: str | None, least: int, **options: Any) -> None:
    """Propose a name list from published articles: the full names that they spell alike, with the counts.

    Read the lines and delete what is not right. Names that a list holds already are left out.
    """
    if STDIN in paths:
        fail("names learn reads files and folders; save the articles first")
    setup = opened(options, paths)
    found = discover(paths, setup.project)
    for error in found.errors:
        fail(f"{error.path}: {error.message}")
    proposal = learn(found.files, setup.project, least)
    for note in found.notes:
        click.echo(f"newslint: {note}", err=True)
    for problem in proposal.errors:
        click.echo(f"newslint: {problem.path}: {problem.message}; it is left out", err=True)
    if output_file is not None:
        _added(Path(output_file), proposal, setup)
    elif not proposal.names and not proposal.disputed:
        click.echo(
            f"newslint: {_articles(proposal)} read; no new name stands in {in_words(least)} or more of them",
            err=True,
        )
    else:
        click.echo(as_yaml(proposal), nl=False)


def _added(path: Path, proposal: Proposal, setup: OpenProject) -> None:
    """Write the list, and say what to do with it."""
    try:
        new = write(path, proposal)
    except RuleError as error:
        fail(f"{error}; nothing was written")
    except OSError as error:
        fail(f"{path}: can't be written: {error.strerror or error}")
    if not new.names and not new.disputed:
        click.echo(f"{path}: nothing new in {_articles(new)}")
        return
    click.echo(f"{path}: added {_count(new)}, from {_articles(new)}")
    if not any(Path(listed).resolve() == path.resolve() for listed in _lists(setup)):
        root = setup.project.root
        click.echo(f'To use the list: names = ["{os.path.relpath(path, root)}"] in newslint.toml')


def _lists(setup: OpenProject) -> list[str]:
    if not setup.project.config:
        return []
    from newslint.config_file import load

    return load(Path(setup.project.config))[0].names


def _count(proposal: Proposal) -> str:
    names = f"{len(proposal.names):,} {'name' if len(proposal.names) == 1 else 'names'}"
    return f"{names} ({len(proposal.disputed):,} not agreed)" if proposal.disputed else names


def _articles(proposal: Proposal) -> str:
    return f"{proposal.articles:,} {'article' if proposal.articles == 1 else 'articles'}"
