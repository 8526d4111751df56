"""`newslint clean`: remove the cache."""

from __future__ import annotations

import shutil
from typing import Any

import click

from newslint.cli._open_project import config_path, fail, project_options
from newslint.engine.cache_folder import cache_folder


@click.command()
@project_options
def command(**options: Any) -> None:
    """Remove what newslint keeps for itself; the next run makes it again."""
    config = config_path(options)
    for folder in dict.fromkeys([cache_folder(config.parent if config else None), cache_folder(None)]):
        if folder.is_dir():
            try:
                shutil.rmtree(folder)
            except OSError as error:
                fail(f"{folder}: can't be removed: {error.strerror}")
            click.echo(f"Removed {folder}")
