"""What to write instead: for a command, an option or a value that there is not."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from newslint.rules import STRICT
from newslint.wording import nearest

# What other linters call it.
_SYNONYMS = {
    "lint": "check",
    "run": "check",
    "scan": "check",
    "fix": "check --fix",
    "format": "check --fix",
    "diff": "check --diff",
    "explain": "rule",
    "show": "rule",
    "list": "rules",
    "test": "test-rules",
    "help": "--help",
    "config": "schema",
    "dictionary": "words",
}
_NOT_ONE_OF = re.compile(r"'(?P<value>.*?)' is not one of", re.DOTALL)


def unknown_command(arguments: Sequence[str], commands: Collection[str]) -> str:
    """What to say of a command line whose first word is no command."""
    word, rest = arguments[0], arguments[1:]
    meant = _SYNONYMS.get(word.lower()) or nearest(word, commands)
    is_path = Path(word).exists() or not word.replace("-", "").isalpha()
    if is_path and word.lower() not in _SYNONYMS:
        meant, rest = "check", arguments
    if not meant:
        return f"there is no command '{word}'; 'newslint --help' lists them"
    line = shlex.join(["newslint", *meant.split(), *rest])
    return f"there is no command '{word}'; " + (
        f"to check files: {line}" if rest is arguments else f"did you mean '{line}'?"
    )


def with_hint(error: click.UsageError) -> click.UsageError:
    """The error with the one option or value that is nearest to what was written."""
    if isinstance(error, click.NoSuchOption):
        if error.option_name == f"--{STRICT}" and "--level" in _options(error):
            return click.UsageError(
                f"No such option: --{STRICT} (Did you mean '--level {STRICT}'?)", error.ctx
            )
        near = nearest(error.option_name, error.possibilities or ())
        return click.NoSuchOption(error.option_name, possibilities=[near] if near else None, ctx=error.ctx)
    if isinstance(error, click.BadParameter) and error.param is not None:
        written = _NOT_ONE_OF.match(error.message)
        if written and isinstance(error.param.type, click.Choice):
            near = nearest(written["value"], map(str, error.param.type.choices))
            hint = f" Did you mean '{near}'?" if near else ""
            return click.BadParameter(error.message + hint, error.ctx, error.param)
    return error


def _options(error: click.UsageError) -> list[str]:
    """The options of the command that was called."""
    return [name for param in error.cmd.params for name in param.opts] if error.cmd else []
