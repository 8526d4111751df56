"""What a run was asked for, as plain data that can be sent to another process and named in a cache's key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newslint.checks.model import Declaration
from newslint.language.newsroom import Newsroom
from newslint.language.vocabulary import ListedName, Vocabulary
from newslint.rules import APPLICABILITIES, SEVERITIES, Rule, called, load_check, params_of

ON, OFF = "on", "off"


@dataclass(frozen=True, slots=True)
class Ignore:
    """An entry of the configuration's [[ignore]]: what not to report, where, and why."""

    path: str
    rule: str
    text: str
    reason: str


@dataclass(slots=True)
class Settings:
    """What the check of one file needs to know: the rules to run and what the newsroom adds."""

    rules: list[Rule]
    words: list[str] = field(default_factory=list)
    dictionaries: list[str] = field(default_factory=list)
    names: list[ListedName] = field(default_factory=list)
    dialect: str = "any"
    formats: dict[str, str] = field(default_factory=dict)
    text_keys: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)  # what the rules that there are, are called
    _prepared: dict[str, tuple[Declaration[Any], Any]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _newsroom: Newsroom | None = field(default=None, repr=False, compare=False)
    phrase_index: Any = field(default=None, repr=False, compare=False)  # made by the search for phrases

    @property
    def newsroom(self) -> Newsroom:
        """What is remembered from file to file, made once in a process; it goes with the settings."""
        if self._newsroom is None:
            self._newsroom = Newsroom(
                Vocabulary(tuple(self.words), tuple(self.dictionaries), tuple(self.names), self.dialect)
            )
        return self._newsroom

    def prepared(self, rule: Rule) -> tuple[Declaration[Any], Any]:
        """The rule's check and parameters, made once in a process."""
        made = self._prepared.get(rule.name)
        if made is None:
            made = self._prepared[rule.name] = (load_check(rule.check), params_of(rule))
        return made

    def __getstate__(self) -> tuple[Any, ...]:
        # What is prepared can't be sent to another process, which prepares its own.
        return (
            self.rules,
            self.words,
            self.dictionaries,
            self.names,
            self.dialect,
            self.formats,
            self.text_keys,
            self.known,
        )

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.__init__(*state)  # type: ignore[misc]


@dataclass(slots=True)
class Override:
    """Other settings for some paths. `switches` maps rules and families to on or off; `changed` holds the
    rules whose parameters, severity or scope differ there."""

    paths: list[str]
    level: str
    switches: dict[str, str]
    changed: list[Rule]
    encoding: str = ""


@dataclass(slots=True)
class Project:
    """A configuration, resolved: every rule that there is, and what the configuration says of them."""

    root: str
    config: str  # the configuration's path; "" where there is none
    rules: list[Rule]
    switches: dict[str, str] = field(default_factory=dict)
    level: str = "regular"
    fail_on: str = "error"
    min_severity: str = "suggestion"
    output_format: str = "text"
    exclude: list[str] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)
    text_keys: list[str] = field(default_factory=list)
    encoding: str = ""  # of files that are not UTF-8 and do not say what they are
    words: list[str] = field(default_factory=list)
    dictionaries: list[str] = field(default_factory=list)
    names: list[ListedName] = field(default_factory=list)
    name_lists: list[str] = field(default_factory=list)  # the newsroom's own files of names
    dialect: str = "any"
    overrides: list[Override] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    digest: str = ""  # of everything the configuration and the rules were made from

    def settings(self, rules: list[Rule]) -> Settings:
        """The settings for files that are checked with these rules."""
        return Settings(
            rules,
            self.words,
            self.dictionaries,
            self.names,
            self.dialect,
            self.formats,
            self.text_keys,
            sorted(called(self.rules)),
        )


def project_from_plain(values: dict[str, Any]) -> Project:
    """The project that `dataclasses.asdict` made plain. Raises TypeError, ValueError, LookupError or
    AttributeError where it is none."""
    overrides = [
        Override(**{**each, "changed": [Rule(**rule) for rule in each["changed"]]})
        for each in values["overrides"]
    ]
    ignores = [Ignore(**each) for each in values["ignores"]]
    rules = [Rule(**rule) for rule in values["rules"]]
    every = [*rules, *(rule for override in overrides for rule in override.changed)]
    if not all(rule.severity in SEVERITIES and rule.applicability in APPLICABILITIES for rule in every):
        raise ValueError("a rule of a severity or applicability that there is not")
    names = [
        ListedName(name, tuple(also), tuple(never), tuple(office), tuple(place), until)
        for name, also, never, office, place, until in values["names"]
    ]
    return Project(**{**values, "rules": rules, "overrides": overrides, "ignores": ignores, "names": names})
