"""What is said of a rule that can't be applied to a file: which rule, why, and whose mistake it is."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.checks import CHECKS
from newslint.packs.message_template import unfilled
from newslint.rules import Rule

_HOME = Path(__file__).resolve().parents[1]
_OWN_CHECKS = _HOME / "checks"
_PYTHON = Path(traceback.__file__).resolve().parent  # its own modules


class RuleFailure(Exception):
    """A rule that can't be applied to a file, in words that name the rule and the remedy."""


def require_filled(rule: Rule, message: str, values: Mapping[str, Any]) -> None:
    """Raises RuleFailure where a message names what the check did not fill: nobody is to read '{count}'."""
    if missing := unfilled(message, values):
        named = f"{{{missing[0]}}}"
        raise RuleFailure(
            f"the rule {rule.name} can't say what it found: the check did not fill {named}; "
            f"mend the check '{rule.check}', or take {named} out of the message"
        )


def failure_message(rule: Rule, error: Exception) -> str:
    """What to say of an exception in a check. For a check of another package: where in its code that is."""
    if isinstance(error, RuleFailure):
        return str(error)
    what, where = error_in_words(error), _place(error)
    if rule.check not in CHECKS:
        return (
            f"the rule {rule.name} could not be applied: its check '{rule.check}' failed{where} ({what}); "
            f"mend the check, and switch the rule off until then"
        )
    return (
        f"the rule {rule.name} could not be applied ({what}{where}); this is a mistake in newslint: please report it, "
        f"and switch the rule off until then"
    )


def error_in_words(error: Exception) -> str:
    """An exception in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def _place(error: Exception) -> str:
    """The last line of a check's own code that an exception came through: " at FILE:LINE", or "" where there is none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_OWN_CHECKS):
            return f" at {path.relative_to(_HOME)}:{frame.lineno}"
        if path.is_file() and not path.is_relative_to(_HOME) and not _is_of_python(path):
            return f" at {path}:{frame.lineno}"
    return ""


def _is_of_python(path: Path) -> bool:
    return path.is_relative_to(_PYTHON) and "site-packages" not in path.parts
