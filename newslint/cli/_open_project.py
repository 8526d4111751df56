"""What every command that reads the configuration shares: its options, and the configuration opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click

from newslint.engine.cache_folder import CacheFolder, cache_folder
from newslint.engine.discover import STDIN, relative
from newslint.engine.load_project import BASELINE_NAME, find_config, find_root, open_project
from newslint.engine.selection import RuleSelection, Selector, UnknownRule, encoding_of, names_in
from newslint.engine.settings import Project, Settings
from newslint.reporters import FORMATS


@dataclass(slots=True)
class OpenProject:
    """The configuration with the command line's wishes applied."""

    project: Project
    selector: Selector
    cache: CacheFolder

    def settings(self, path: str) -> Settings:
        """The settings for a path as the user named it."""
        return self.selector.settings(relative(path, self.project.root))

    @property
    def baseline_file(self) -> Path:
        """Where the baseline of the project lies: beside its configuration."""
        return Path(self.project.root) / BASELINE_NAME

    def encoding(self, path: str) -> str:
        """The encoding that the configuration names for a path as the user named it."""
        return encoding_of(relative(path, self.project.root), self.project)


def project_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--config, --isolated and --cache-dir."""
    function = click.option(
        "--cache-dir",
        metavar="FOLDER",
        envvar="NEWSLINT_CACHE_DIR",
        help="Keep results here.  [default: the user's cache folder]",
    )(function)
    function = click.option(
        "--isolated", is_flag=True, envvar="NEWSLINT_ISOLATED", help="Read no configuration."
    )(function)
    return click.option(
        "--config",
        type=click.Path(),
        envvar="NEWSLINT_CONFIG",
        help="Use this configuration instead of the nearest one.",
    )(function)


def opened(options: dict[str, Any], paths: Sequence[str] = ()) -> OpenProject:
    """The configuration for a run: --config, else the nearest one to what is to be checked.

    Ends the program with exit code 2 where it can't be used.
    """
    config = config_path(options, paths)
    root = find_root(config, _shared_folder(paths), Path.cwd())
    cache = cache_folder(config, options.get("cache_dir"))
    try:
        project = open_project(config, root, cache=cache.path)
    except Exception as error:
        from newslint.config import ConfigError
        from newslint.rules import RuleError

        if isinstance(error, ConfigError | RuleError):
            fail(str(error))
        raise
    for key in ("fail_on", "min_severity", "output_format"):
        if options.get(key):
            setattr(project, key, options[key])
    if project.output_format not in FORMATS:
        from newslint.packs.mistakes import is_not_valid

        fail(f"{config}: output-format: {is_not_valid(project.output_format, FORMATS)}")
    choice = RuleSelection(
        names_in(options.get("select")),
        names_in(options.get("ignore")),
        options.get("level") or "",
        names_in(options.get("extend_select")),
    )
    try:
        return OpenProject(project, Selector(project, choice), cache)
    except UnknownRule as error:
        fail(str(error))


def fail(message: str) -> NoReturn:
    """End the program: wrong usage or configuration."""
    for line in message.splitlines():
        click.echo(f"newslint: {line}", err=True)
    raise SystemExit(2)


def config_path(options: dict[str, Any], paths: Sequence[str] = ()) -> Path | None:
    """The configuration that the options mean: --config, none with --isolated, else the nearest one in or above
    the folder that the paths share, else in or above the working directory."""
    if options.get("isolated"):
        if options.get("config"):
            fail("--config and --isolated exclude each other; leave one out")
        return None
    if options.get("config"):
        path = Path(options["config"])
        if not path.is_file():
            fail(f"{path}: there is no such configuration file")
        return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)
    return find_config(_shared_folder(paths)) or find_config(Path.cwd())


def _shared_folder(paths: Sequence[str]) -> Path:
    """The innermost folder that holds all the paths; of standard input and of no paths, the working directory."""
    try:
        folder = os.path.commonpath([os.path.abspath(path) for path in paths if path != STDIN])  # noqa: PTH100
    except ValueError:  # no paths, or paths on two drives
        return Path.cwd()
    while not os.path.isdir(folder):  # noqa: PTH112 (Path.is_dir raises where a name is too long)
        folder = os.path.dirname(folder)  # noqa: PTH120
    return Path(folder)
