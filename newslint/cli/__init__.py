"""The command line: click commands, one module each, loaded when they are called."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from newslint.cli._streams import end, is_output_error, reserve_closed_streams, say_stopped
from newslint.version import __version__

_COLLECT_AFTER = (
    50_000  # objects: an article makes thousands that live as long as it does; searching them costs a third
)

COMMANDS = {
    "check": "Check article files.",
    "rule": "Explain a rule: what, why, examples, how to fix.",
    "rules": "List the rules.",
    "outline": "Show how a file is read.",
    "test-rules": "Run the examples of a pack's rules.",
    "words": "Add, list and remove words that are right in your newsroom.",
    "names": "Propose name-list entries from published articles.",
    "baseline": "Accept what there is today; report only what is new.",
    "init": "Write a newslint.toml for this folder.",
    "schema": "Print the JSON schema of the configuration, or of rules.",
    "clean": "Remove what newslint keeps for itself.",
    "version": "Print the version.",
}


class _Commands(click.Group):
    """Imports only the command that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module("newslint.cli." + name.replace("-", "_")).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from newslint.cli._hints import unknown_command

            raise click.UsageError(unknown_command(args, COMMANDS), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            from newslint.cli._hints import with_hint

            raise with_hint(error) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newslint")
def group() -> None:
    """Check article files for what a copy desk checks."""


def main(prog_name: str = "newslint") -> None:
    """Run the command line; Ctrl-C ends it with 130, a closed pipe quietly."""
    gc.set_threshold(_COLLECT_AFTER, 20, 50)
    reserve_closed_streams()
    try:
        _run(prog_name)
    except SystemExit as ended:
        if os.environ.get("NEWSLINT_DEBUG") or not isinstance(ended.code, int):
            raise
        end(ended.code)


def _run(prog_name: str) -> NoReturn:
    try:
        result: Any = group(prog_name=prog_name, standalone_mode=False)
        sys.stdout.flush()
        sys.exit(result if isinstance(result, int) else 0)
    except click.ClickException as error:
        with contextlib.suppress(OSError):
            error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say_stopped("\nnewslint: stopped")
        sys.exit(130)
    except BrokenPipeError:
        _leave_quietly()
    except Exception as error:
        if is_output_error(error):
            say_stopped(f"newslint: the output can't be written: {getattr(error, 'strerror', error)}")
            os._exit(2)  # what is left in the buffers would be tried again
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        say_stopped(
            f"newslint: {what}\nThis is a mistake in newslint. NEWSLINT_DEBUG=1 shows where; please report it."
        )
        sys.exit(2)


def _leave_quietly() -> NoReturn:
    """Whoever read the output has gone; Python must not complain about it when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(141)
