"""Rules: one YAML file each, validated when it is loaded, compiled to plain data that a run loads in milliseconds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

REGULAR, STRICT = "regular", "strict"
SEVERITIES = ("suggestion", "warning", "error")  # in rising order
APPLICABILITIES = ("display", "unsafe", "safe")  # in rising order


@dataclass(slots=True)
class Rule:
    """A rule as a run needs it: everything but its explanation and examples."""

    name: str
    summary: str
    check: str
    scope: list[str]
    severity: str
    quotations: str
    level: str
    message: str
    messages: dict[str, str] = field(default_factory=dict)
    params: dict[str, Any] = field(default_factory=dict)
    action: str = ""
    applicability: str = "display"
    formerly: list[str] = field(default_factory=list)
    pack: str = ""

    @property
    def family(self) -> str:
        """The folder that holds the rule."""
        return self.name.partition("/")[0]

    def wording(self, variant: str) -> str:
        """The message, or the one of the rule's `messages` that a finding asks for."""
        return self.messages[variant] if variant else self.message


class RuleError(Exception):
    """A rule that can't be used: its file, where in it, and what to do."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


@cache
def check_module(name: str) -> ModuleType:
    """The check that a rule names. Raises ModuleNotFoundError where there is none."""
    return import_module("newslint.checks." + name.replace("-", "_"))


def params_of(rule: Rule) -> Any:
    """The rule's parameters as its check's `Params`. They were validated when the rule was loaded.

    A parameter called `list` names a file in the `lists/` folder of the rule's pack; the check gets its path.
    """
    values = dict(rule.params)
    if values.get("list"):
        values["list"] = str(Path(rule.pack) / "lists" / values["list"])
    return check_module(rule.check).Params(**values)


def shipped_folder() -> Path:
    """The folder of the rules that come with newslint: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules_shipped"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def shipped() -> list[Rule]:
    """The rules that come with newslint, compiled."""
    from newslint.rulefiles import load_pack

    return load_pack(shipped_folder())


def to_json(rules: Iterable[Rule]) -> str:
    """Compiled rules as JSON, for the cache and the wheel."""
    return json.dumps([asdict(rule) for rule in rules], ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> list[Rule]:
    """The rules that `to_json` wrote."""
    return [Rule(**values) for values in json.loads(text)]
