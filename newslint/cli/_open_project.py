"""What every command that reads the configuration shares: its options, and the configuration opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click

from newslint.engine.discover import relative
from newslint.engine.load_project import find_config, find_root, open_project
from newslint.engine.selection import Choice, Selector, UnknownRule
from newslint.engine.settings import Project, Settings


@dataclass(slots=True)
class Opened:
    """The configuration with the command line's wishes applied."""

    project: Project
    selector: Selector

    def settings(self, path: str) -> Settings:
        """The settings for a path as the user named it."""
        return self.selector.settings(relative(path, self.project.root))


def project_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--config and --isolated."""
    function = click.option(
        "--isolated", is_flag=True, envvar="NEWSLINT_ISOLATED", help="Read no configuration."
    )(function)
    return click.option(
        "--config",
        type=click.Path(),
        envvar="NEWSLINT_CONFIG",
        help="Use this configuration instead of the nearest one.",
    )(function)


def opened(options: dict[str, Any], beside: Path | None = None) -> Opened:
    """The configuration for a run: --config, else the nearest one to the working directory (or to `beside`).

    Ends the program with exit code 2 where it can't be used.
    """
    config = config_path(options, beside)
    root = find_root(config, Path.cwd())
    try:
        project = open_project(config, root)
    except Exception as error:
        from newslint.config import ConfigError
        from newslint.rules import RuleError

        if isinstance(error, ConfigError | RuleError):
            fail(str(error))
        raise
    for key in ("fail_on", "min_severity", "output_format"):
        if options.get(key):
            setattr(project, key, options[key])
    choice = Choice(_names(options.get("select")), _names(options.get("ignore")), options.get("level") or "")
    try:
        return Opened(project, Selector(project, choice))
    except UnknownRule as error:
        fail(str(error))


def fail(message: str) -> NoReturn:
    """End the program: wrong usage or configuration."""
    click.echo(f"newslint: {message}", err=True)
    raise SystemExit(2)


def config_path(options: dict[str, Any], beside: Path | None = None) -> Path | None:
    """The configuration that the options mean: --config, none with --isolated, else the nearest."""
    if options.get("isolated"):
        if options.get("config"):
            fail("--config and --isolated exclude each other; leave one out")
        return None
    if options.get("config"):
        path = Path(options["config"])
        if not path.is_file():
            fail(f"{path}: there is no such configuration file")
        return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)
    return find_config(Path(os.path.abspath(beside or ".")))  # noqa: PTH100


def _names(value: str | None) -> tuple[str, ...]:
    return tuple(name.strip().rstrip("/") for name in (value or "").split(",") if name.strip())
