"""`newslint version`."""

from __future__ import annotations

import platform

import click

from newslint.version import __version__


@click.command()
def command() -> None:
    """Print newslint's version and Python's."""
    click.echo(f"newslint {__version__} (Python {platform.python_version()})")
