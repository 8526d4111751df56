"""The command line: click commands, one module each, loaded when they are called."""

from __future__ import annotations

from importlib import import_module

import click

from newslint import __version__

_COMMANDS = ("check", "outline", "test-rules")


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = import_module("newslint.cli." + name.replace("-", "_")).command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newslint")
def main() -> None:
    """Check article files for what a copy desk checks."""
