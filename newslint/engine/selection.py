"""Which rules run on which file: the level, the configuration's switches, the command line. Nothing else decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newslint.engine.path_patterns import matcher
from newslint.engine.settings import OFF, ON, Project, Settings
from newslint.rules import NAMED, REGULAR, Rule
from newslint.wording import nearest


class UnknownRule(Exception):
    """A rule or family that there is not, and the nearest one that there is."""


@dataclass(frozen=True, slots=True)
class RuleSelection:
    """What the command line asks for. `level` "" leaves it to the configuration."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: str = ""
    extend: tuple[str, ...] = ()  # to run as well


def names_in(wanted: str | Iterable[str] | None) -> tuple[str, ...]:
    """Rules and families as people give them: each by itself, or several in one text with commas."""
    texts = (wanted or "",) if isinstance(wanted, str | None) else wanted
    names = (name.strip().rstrip("/") for text in texts for name in text.split(","))
    return tuple(name for name in names if name)


class Selector:
    """Gives each path its settings; files under the same overrides share one."""

    def __init__(self, project: Project, choice: RuleSelection) -> None:
        self._project = project
        self.choice = choice
        self._made: dict[tuple[int, ...], Settings] = {}
        check_names(project.rules, (*choice.select, *choice.extend, *choice.ignore))

    def settings(self, relative: str) -> Settings:
        """The settings for a path, given relative to the project's root with forward slashes."""
        matching = self._matching(relative)
        if matching not in self._made:
            self._made[matching] = self._project.settings(self._rules(matching))
        return self._made[matching]

    def key(self, relative: str) -> str:
        """What the settings of a path depend on beside the project, for the cache."""
        return repr((self._matching(relative), self.choice))

    def _matching(self, relative: str) -> tuple[int, ...]:
        return tuple(
            number
            for number, override in enumerate(self._project.overrides)
            if matcher(tuple(override.paths)).match_file(relative)
        )

    def _rules(self, matching: Sequence[int]) -> list[Rule]:
        level = self._project.level
        switches = dict(self._project.switches)
        rules = {rule.name: rule for rule in self._project.rules}
        for number in matching:
            override = self._project.overrides[number]
            level = override.level or level
            switches |= override.switches
            rules |= {rule.name: rule for rule in override.changed}
        level = self.choice.level or level
        return [rule for rule in rules.values() if self._runs(rule, level, switches)]

    def _runs(self, rule: Rule, level: str, switches: dict[str, str]) -> bool:
        fits = rule.level == REGULAR or rule.level == level
        if self.choice.select:
            chosen = _is_asked_for(rule, self.choice.select, fits)
        else:
            switch = switches.get(rule.name) or switches.get(rule.family) or switches.get("all")
            chosen = switch == ON or (fits and switch != OFF)
        chosen = chosen or _is_asked_for(rule, self.choice.extend, fits)
        return chosen and not any(rule.called(name) for name in self.choice.ignore)


def _is_asked_for(rule: Rule, names: Sequence[str], fits: bool) -> bool:
    """Whether the command line names the rule: itself, at any level, or its family, where it fits the run's level."""
    named = any(name == rule.name or name in rule.formerly for name in names)
    return named or ((fits or rule.level == NAMED) and any(rule.called(name) for name in names))


def encoding_of(relative: str, project: Project) -> str:
    """The encoding that the configuration names for a path, given relative to the project's root with forward
    slashes; "" where it names none."""
    named = [each for each in project.overrides if each.encoding]
    fitting = [each.encoding for each in named if matcher(tuple(each.paths)).match_file(relative)]
    return fitting[-1] if fitting else project.encoding


def check_names(rules: Sequence[Rule], names: Sequence[str]) -> None:
    """Raises UnknownRule for the first name that means no rule."""
    for name in names:
        if not any(rule.called(name) for rule in rules):
            near = nearest(name, {rule.name for rule in rules} | {rule.family for rule in rules})
            raise UnknownRule(
                f"there is no rule or family '{name}'"
                + (f"; did you mean '{near}'?" if near else "; see 'newslint rules'")
            )
