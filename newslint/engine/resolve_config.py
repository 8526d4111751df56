"""Resolves a configuration the slow way: reads and validates it, the rules and their parameters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newslint.config import Config, ConfigError, RuleTable, load
from newslint.engine.load_project import rules_depend_on
from newslint.engine.settings import Ignore, Override, Project
from newslint.language.names.gazetteer import ListedName
from newslint.packs.name_list_file import NAMES, read_names, shipped_names
from newslint.packs.rule_file import load_pack, with_params
from newslint.rules import Rule, nearest, shipped_compiled, shipped_folder


def resolve(config_path: Path | None, root: Path, packs: tuple[str, ...]) -> tuple[Project, list[str]]:
    """The project, and the files and folders that it was made from. Raises ConfigError or RuleError."""
    config, files = load(config_path) if config_path else (Config(), [])
    folders = [*config.packs, *packs]
    rules = shipped_compiled() or load_pack(shipped_folder())
    for folder in folders:
        if not Path(folder).is_dir():
            raise ConfigError(f"packs: there is no folder {folder}")
        own = load_pack(Path(folder))
        names = {rule.name for rule in own}
        rules = [rule for rule in rules if rule.name not in names] + own
    rules.sort(key=lambda rule: rule.name)
    for path in (*config.dictionaries, *config.names):
        if not Path(path).is_file():
            raise ConfigError(f"{config_path}: there is no file {path}")
    switches, changed = _applied(rules, config.rules, str(config_path), "rules")
    base = _overlay(rules, changed)
    overrides = []
    for number, each in enumerate(config.overrides):
        on_off, other = _applied(base, each.rules, str(config_path), f"overrides.{number}.rules")
        overrides.append(Override(each.paths, each.level or "", on_off, other))
    for entry in config.ignore:
        _known(entry.rule, rules, f"{config_path}: ignore")
    project = Project(
        root=str(root),
        config=str(config_path or ""),
        rules=base,
        switches=switches,
        level=config.level,
        fail_on=config.fail_on,
        min_severity=config.min_severity,
        output_format=config.output_format,
        exclude=config.exclude,
        formats={key if key.startswith(".") else f".{key}": value for key, value in config.formats.items()},
        text_keys=config.text_keys,
        words=config.words,
        dictionaries=config.dictionaries,
        names=_names(config),
        dialect=config.dialect,
        overrides=overrides,
        ignores=[Ignore(e.path, e.rule, e.text, e.reason) for e in config.ignore],
    )
    lists = [] if shipped_compiled() else [str(shipped_folder() / NAMES)]
    return project, [*map(str, files), *rules_depend_on(folders), *config.dictionaries, *config.names, *lists]


def _names(config: Config) -> list[ListedName]:
    """The shipped names and the newsroom's own; its entry for a name replaces the shipped one."""
    own = [entry for path in config.names for entry in read_names(Path(path))]
    said = {entry.name for entry in own}
    return [entry for entry in shipped_names() if entry.name not in said] + own


def _applied(
    rules: list[Rule], table: dict[str, Any], config: str, where: str
) -> tuple[dict[str, str], list[Rule]]:
    """What a [rules] table says: which names are on or off, and the rules that it changes. Families before rules."""
    switches: dict[str, str] = {}
    changed: dict[str, Rule] = {}
    for name, setting in sorted(table.items(), key=lambda item: item[0].count("/")):
        meant = _known(name, rules, f"{config}: {where}")
        if isinstance(setting, RuleTable):
            for rule in meant:
                changed[rule.name] = _changed(
                    changed.get(rule.name, rule), setting, f"{config}: {where}.{name}"
                )
        else:
            for rule in meant if "/" in name else ():
                switches[rule.name] = setting
            if "/" not in name:
                switches[name] = setting
    return switches, list(changed.values())


def _known(name: str, rules: list[Rule], where: str) -> list[Rule]:
    meant = [rule for rule in rules if rule.called(name)]
    if not meant:
        near = nearest(name, {rule.name for rule in rules} | {rule.family for rule in rules})
        raise ConfigError(
            f"{where}: there is no rule or family '{name}'{f'; did you mean {near!r}?' if near else ''}"
        )
    return meant


def _changed(rule: Rule, setting: RuleTable, where: str) -> Rule:
    try:
        params = with_params(rule, setting.params) if setting.params else rule.params
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ConfigError(
            f"{where}.params.{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}"
        ) from error
    return replace(
        rule,
        severity=setting.severity or rule.severity,
        quotations=setting.quotations or rule.quotations,
        scope=setting.scope or rule.scope,
        params=params,
    )


def _overlay(rules: list[Rule], changed: list[Rule]) -> list[Rule]:
    by_name = {rule.name: rule for rule in changed}
    return [by_name.get(rule.name, rule) for rule in rules]
