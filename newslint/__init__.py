"""newslint: the linter for news articles.

`lint(text)` gives the violations of a text, `fix(text)` the text with what is safe to mend mended, `outline(text)` how
it is read; `Linter(config)` keeps a configuration between calls. Everything else in the package may change.
"""

from typing import TYPE_CHECKING

from newslint.version import __version__

if TYPE_CHECKING:
    from newslint.api import (
        ConfigError,
        Fix,
        FixEdit,
        Linter,
        LintError,
        OutlineBlock,
        RuleError,
        UnknownRule,
        Violation,
        fix,
        lint,
        outline,
    )

__all__ = [
    "ConfigError",
    "Fix",
    "FixEdit",
    "LintError",
    "Linter",
    "OutlineBlock",
    "RuleError",
    "UnknownRule",
    "Violation",
    "__version__",
    "fix",
    "lint",
    "outline",
]


def __getattr__(name: str) -> object:
    """The names of the door, imported when they are first asked for: the command line needs none of them."""
    if name in __all__:
        from newslint import api

        return getattr(api, name)
    raise AttributeError(f"module 'newslint' has no attribute '{name}'")
