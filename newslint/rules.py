"""Rules: one YAML file each, validated when it is loaded, compiled to plain data that a run loads in milliseconds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.checks import CHECKS

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from newslint.checks.model import Declaration

REGULAR, STRICT, NAMED = "regular", "strict", "named"
LEVELS = (
    REGULAR,
    STRICT,
)  # of a run; a rule of the level `named` runs only where it or its family is asked for
SEVERITIES = ("suggestion", "warning", "error")  # in rising order
APPLICABILITIES = ("display", "unsafe", "safe")  # in rising order
LISTS = "lists"  # the folder of a pack that holds word, pair and name lists, not rules
REPOSITORY_URL = "https://github.com/newslint/newslint"


@dataclass(slots=True)
class Rule:
    """A rule as a run needs it: everything but its explanation and examples.

    `pack` is the folder that holds it, `lists` the parameters that name a file in its `lists/`; `yields_to` names rules
    and families that say the same defect better: where one of them speaks, this rule does not.
    """

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
    lists: list[str] = field(default_factory=list)
    yields_to: list[str] = field(default_factory=list)

    @property
    def family(self) -> str:
        """The folder that holds the rule."""
        return self.name.rpartition("/")[0]

    @property
    def url(self) -> str:
        """The rule's page in the repository; "" for a rule that did not come with newslint."""
        return f"{REPOSITORY_URL}/blob/main/docs/rules/{self.name}.md" if self.is_shipped else ""

    @property
    def is_shipped(self) -> bool:
        """Whether the rule came with newslint; what is compiled into the wheel names no pack."""
        return not self.pack or Path(self.pack) == shipped_folder()

    def wording(self, variant: str) -> str:
        """The one of the rule's `messages` that a finding asks for, else its message."""
        return self.messages.get(variant, self.message)

    def called(self, name: str) -> bool:
        """Whether a name means this rule: its own, a former one, its family's, or `all`."""
        return name in (self.name, self.family, "all") or name in self.formerly


def called(rules: Iterable[Rule]) -> set[str]:
    """Every name that means one of these rules or a family of them."""
    return {"all"} | {name for rule in rules for name in (rule.name, rule.family, *rule.formerly) if name}


class CheckError(Exception):
    """A check of another package that can't be used, and why."""


class RuleError(Exception):
    """A rule that can't be used: its file, where in it, and what to do."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")

    @classmethod
    def joined(cls, errors: Sequence[RuleError]) -> RuleError:
        """Several mistakes as one error, a line each."""
        error = errors[0]
        error.args = ("\n".join(map(str, errors)),)
        return error


@cache
def load_check(name: str) -> Declaration[Any]:
    """The check that a rule names, newslint's own or one that an installed package brings.

    Raises KeyError where there is none of that name, CheckError where a package's own can't be used.
    """
    if name in CHECKS:
        check: Declaration[Any] = import_module("newslint.checks." + CHECKS[name]).CHECK
        return check
    return _plugged_in(plugin_checks()[name])


@cache
def plugin_checks() -> dict[str, EntryPoint]:
    """The checks of other packages, by the names under which they declare them in the entry point group
    `newslint.checks`. A name of newslint's own means newslint's."""
    from importlib.metadata import entry_points  # costly, and few newsrooms have checks of their own

    return {each.name: each for each in entry_points(group="newslint.checks") if each.name not in CHECKS}


def _plugged_in(entry: EntryPoint) -> Declaration[Any]:
    from newslint.checks.model import Declaration

    try:
        check = entry.load()
    except Exception as error:
        raise CheckError(f"the check '{entry.name}' can't be loaded from {entry.value}: {error}") from error
    if not isinstance(check, Declaration):
        raise CheckError(f"{entry.value} is no check; make one with newslint.checks.model.ArticleCheck")
    return check


def params_of(rule: Rule) -> Any:
    """The rule's parameters as its check's `Params`. They were validated when the rule was loaded.

    A parameter that names a list comes as the path of the file.
    """
    values = dict(rule.params)
    for key in rule.lists:
        values[key] = str(Path(rule.pack or shipped_folder()) / LISTS / values[key])
    return load_check(rule.check).params(**values)


@cache
def shipped_folder() -> Path:
    """The folder of the rules that come with newslint: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules_shipped"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def to_plain(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Rules as plain data, for JSON. Those of the shipped pack name no folder: the wheel may lie anywhere."""
    home = str(shipped_folder())
    plain = [asdict(rule) for rule in rules]
    for values in plain:
        if values["pack"] == home:
            values["pack"] = ""
    return plain


def from_plain(values: Sequence[dict[str, Any]]) -> list[Rule]:
    """The rules that `to_plain` wrote."""
    return [Rule(**each) for each in values]


def shipped_compiled() -> list[Rule] | None:
    """The shipped rules as the wheel's build compiled them; None in a checkout, where they may have changed."""
    compiled = Path(__file__).parent / "rules_shipped" / "compiled.json"
    if not compiled.is_file():
        return None
    return from_plain(json.loads(compiled.read_text(encoding="utf-8")))


def plugin_files(rules: Iterable[Rule]) -> list[str]:
    """The files of the other packages whose checks these rules name: where they change, results do."""
    files = set()
    for rule in rules:
        if rule.check not in CHECKS:
            module = import_module(plugin_checks()[rule.check].module)
            files.add(str(module.__file__))
    return sorted(files)


def rules_depend_on(packs: Iterable[str]) -> list[str]:
    """The folders whose rule files a project is made from; the shipped one only where it can change."""
    shipped = [] if shipped_compiled() is not None else [str(shipped_folder())]
    return [*shipped, *packs]
