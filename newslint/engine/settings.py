"""What a run was asked for, as plain data that can be sent to another process and named in a cache's key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newslint.language.names.gazetteer import ListedName
from newslint.language.newsroom import Newsroom
from newslint.language.vocabulary import House
from newslint.rules import Rule, check_module, params_of

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
    _prepared: Prepared | None = field(default=None, repr=False, compare=False)

    @property
    def prepared(self) -> Prepared:
        """What a process makes of the settings once, for all the files that it checks under them."""
        if self._prepared is None:
            self._prepared = Prepared(self)
        return self._prepared

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
        )

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.__init__(*state)  # type: ignore[misc]


class PreparedRule(NamedTuple):
    """A rule with its check's functions and its parameters: `collect` for a rule over many files, else `check`;
    `phrases` are those that the check wants to be looked for (None: it works by none)."""

    rule: Rule
    params: Any
    check: Callable[..., Iterable[Any]] | None
    collect: Callable[..., Iterable[Any]] | None
    phrases: Sequence[str] | None


class Prepared:
    """The rules ready to run, and the newsroom. What is remembered from file to file hangs on it and goes with it."""

    def __init__(self, settings: Settings) -> None:
        self.newsroom = Newsroom(
            House(tuple(settings.words), tuple(settings.dictionaries), tuple(settings.names), settings.dialect)
        )
        self.rules = [_prepared(rule) for rule in settings.rules]
        self.phrase_index: Any = None  # of all rules' phrases; made by the search for them on first use


def _prepared(rule: Rule) -> PreparedRule:
    module, params = check_module(rule.check), params_of(rule)
    collect, check_hits = getattr(module, "collect", None), getattr(module, "check_hits", None)
    if collect is not None:
        return PreparedRule(rule, params, None, collect, None)
    if check_hits is not None:
        return PreparedRule(rule, params, check_hits, None, module.phrases(params))
    return PreparedRule(rule, params, module.check, None, None)


@dataclass(slots=True)
class Override:
    """Other settings for some paths. `switches` maps rules and families to on or off; `changed` holds the
    rules whose parameters, severity or scope differ there."""

    paths: list[str]
    level: str
    switches: dict[str, str]
    changed: list[Rule]


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
    words: list[str] = field(default_factory=list)
    dictionaries: list[str] = field(default_factory=list)
    names: list[ListedName] = field(default_factory=list)
    dialect: str = "any"
    overrides: list[Override] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    digest: str = ""  # of everything the configuration and the rules were made from

    def settings(self, rules: list[Rule]) -> Settings:
        """The settings for files that are checked with these rules."""
        return Settings(
            rules, self.words, self.dictionaries, self.names, self.dialect, self.formats, self.text_keys
        )


def project_from_plain(values: dict[str, Any]) -> Project:
    """The project that `dataclasses.asdict` made plain."""
    overrides = [
        Override(each["paths"], each["level"], each["switches"], [Rule(**rule) for rule in each["changed"]])
        for each in values["overrides"]
    ]
    ignores = [Ignore(**each) for each in values["ignores"]]
    rules = [Rule(**rule) for rule in values["rules"]]
    names = [
        ListedName(name, tuple(also), tuple(never), tuple(office), tuple(place), until)
        for name, also, never, office, place, until in values["names"]
    ]
    return Project(**{**values, "rules": rules, "overrides": overrides, "ignores": ignores, "names": names})
