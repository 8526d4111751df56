"""What other programs call: check a text, mend it, see how it is read. No file is written, nothing is printed.

`Linter` keeps what costs time to make (configuration, rules, word lists); the functions use one that is kept for
each configuration. A linter may be shared by threads, and what it remembers of the texts it has seen is bounded.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from newslint.config import ConfigError
from newslint.engine.discover import relative
from newslint.engine.lint import lint as lint_source
from newslint.engine.load_project import open_project
from newslint.engine.outline import OutlineBlock, outline_of
from newslint.engine.report import FileError, Fix, FixEdit, RelatedPlace, Violation
from newslint.engine.run import conclude
from newslint.engine.selection import RuleSelection, Selector, UnknownRule, names_in
from newslint.engine.settings import Project
from newslint.engine.settle import recheck, settled
from newslint.packs.mistakes import is_not_valid
from newslint.rules import LEVELS, RuleError
from newslint.source import Place, Source

__all__ = [
    "ConfigError",
    "Fix",
    "FixEdit",
    "LintError",
    "Linter",
    "OutlineBlock",
    "Place",
    "RelatedPlace",
    "RuleError",
    "UnknownRule",
    "Violation",
    "fix",
    "lint",
    "outline",
]

Config = str | Path | Mapping[str, Any] | None
DEFAULT_NAME = "article.txt"
_KEPT = 8  # linters that the functions keep, one for each configuration


class LintError(Exception):
    """A text that could not be checked, or a rule that could not be applied; the message says what to do."""


class Linter:
    """Checks texts under one configuration.

    `config` is the path of a newslint.toml (or of a pyproject.toml with [tool.newslint]), a mapping with the keys of
    newslint.toml, or None for the shipped rules as they are: no file is looked for. `select`, `ignore` and `level`
    mean what they do on the command line; rules are given in a list, or in one text with commas. Raises ConfigError
    or RuleError where the configuration can't be used, UnknownRule for a rule or family that there is not, ValueError
    for a level that there is not.
    """

    def __init__(
        self,
        config: Config = None,
        *,
        select: str | Sequence[str] = (),
        ignore: str | Sequence[str] = (),
        level: str = "",
    ) -> None:
        if level and level not in LEVELS:
            raise ValueError(f"level: {is_not_valid(level, LEVELS)}")
        self._project = _project(config)
        self._selector = Selector(self._project, RuleSelection(names_in(select), names_in(ignore), level))
        self._lock = threading.Lock()

    def lint(self, text: str, name: str = DEFAULT_NAME) -> list[Violation]:
        """The violations of a text in the order of their places.

        `name` says by its suffix how to read the text (.txt, .md, .html) and by its path which settings apply; no
        such file need exist. Lines and columns count from 1, columns in code points. Raises LintError, and TypeError
        for what is no str.
        """
        source = _source(text, name)
        path = relative(name, self._project.root)
        with self._lock:  # settings are made on first use
            settings = self._selector.settings(path)
        outcome = conclude([lint_source(source, settings)], self._project, self._selector)
        if outcome.errors:
            raise LintError(_told(outcome.errors))
        return outcome.violations

    def fix(self, text: str, name: str = DEFAULT_NAME, unsafe: bool = False) -> str:
        """The text with every safe fix applied, and with `unsafe` those that want an eye on them too.

        Fixing what comes out changes nothing more. Raises LintError, and TypeError for what is no str.
        """
        source = _source(text, name)
        markup = recheck(self._project, self._selector)[1]

        def check(other: Source) -> list[Violation]:
            return self.lint(other.text, name)

        return settled(source, check(source), "unsafe" if unsafe else "safe", check, markup).text

    def outline(self, text: str, name: str = DEFAULT_NAME) -> list[list[OutlineBlock]]:
        """How a text is read: the blocks of each of its articles, in order."""
        return outline_of(_source(text, name), self._project.formats, tuple(self._project.text_keys))

    def as_dict(self, violation: Violation) -> dict[str, Any]:
        """A violation as plain data, in the form of `--output-format json`."""
        from newslint.reporters.shared.json_form import violation as plain

        return plain(violation, {rule.name: rule.url for rule in self._project.rules})


def lint(text: str, name: str = DEFAULT_NAME, config: Config = None) -> list[Violation]:
    """The violations of a text in the order of their places: `Linter(config).lint(text, name)`."""
    return _linter(config).lint(text, name)


def fix(text: str, name: str = DEFAULT_NAME, unsafe: bool = False, config: Config = None) -> str:
    """The text with every safe fix applied: `Linter(config).fix(text, name, unsafe)`."""
    return _linter(config).fix(text, name, unsafe)


def outline(text: str, name: str = DEFAULT_NAME, config: Config = None) -> list[list[OutlineBlock]]:
    """How a text is read: the blocks of each of its articles, in order."""
    return _linter(config).outline(text, name)


def _source(text: Any, name: str) -> Source:
    if not isinstance(text, str):
        hint = "; decode it first: text.decode('utf-8')" if isinstance(text, bytes) else ""
        raise TypeError(f"the text of '{name}' is to be str, not {type(text).__name__}{hint}")
    return Source(name, text)


def _linter(config: Config) -> Linter:
    if isinstance(config, Mapping):
        return Linter(config)
    return _kept_linter(None if config is None else str(config), _changed(config))


@lru_cache(maxsize=_KEPT)
def _kept_linter(config: str | None, changed: int) -> Linter:
    return Linter(config)


def _changed(config: str | Path | None) -> int:
    """When the configuration was last written, so that a changed one is read again."""
    path = Path(config) if config is not None else None
    return path.stat().st_mtime_ns if path and path.exists() else 0


def _project(config: Config) -> Project:
    if isinstance(config, Mapping):
        from newslint.config_file import from_table
        from newslint.engine.resolve_config import resolve_settings

        project, _ = resolve_settings(from_table(config), "config", Path.cwd())
        return project
    if config is None:
        return open_project(None, Path.cwd())
    path = Path(config).absolute()
    return open_project(path, path.parent)


def _told(errors: Sequence[FileError]) -> str:
    return "\n".join(f"{error.path}: {error.message}" for error in errors)
