"""`newslint clean`: remove what is kept between runs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import click

from newslint.cli._open_project import config_path, fail, project_options
from newslint.engine.cache_folder import base_folder, kept_folders, project_folder

_FORMER = ".newslint_cache"  # where earlier versions kept results, beside the configuration


@click.command()
@click.option("--all", "every", is_flag=True, help="Of all projects, not only of this one.")
@project_options
def command(every: bool, **options: Any) -> None:
    """Remove what newslint keeps of this project between runs; the next run makes it again."""
    config = config_path(options)
    base = base_folder(options["cache_dir"])
    folders: list[Path] = []
    if base and every:
        folders = kept_folders(base)
    elif base and (folder := project_folder(base, config)) in kept_folders(base):
        folders = [folder]
    if config and (former := config.parent / _FORMER).is_dir() and not former.is_symlink():
        folders.append(former)
    for folder in folders:
        try:
            shutil.rmtree(folder)
        except OSError as error:
            fail(f"{folder}: can't be removed: {error.strerror}")
        click.echo(f"Removed {folder}")
    if not folders:
        click.echo("Nothing is kept.")
