"""Resolves a configuration the slow way: reads and validates it, the rules and their parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from newslint.config import Config, ConfigError, RuleTable
from newslint.config_file import load
from newslint.engine.settings import OFF, ON, Ignore, Override, Project
from newslint.language.vocabulary import ListedName
from newslint.packs.name_list_file import read_names, shipped_names
from newslint.packs.rule_file import load_pack
from newslint.packs.rule_params import ParamsError, changed_params, list_params
from newslint.rules import (
    Rule,
    called,
    load_check,
    plugin_files,
    rules_depend_on,
    shipped_compiled,
    shipped_folder,
)
from newslint.wording import nearest


def resolve(config_path: Path | None, root: Path, packs: tuple[str, ...]) -> tuple[Project, list[str]]:
    """The project, and the files and folders that it was made from. Raises ConfigError or RuleError."""
    config, files = load(config_path) if config_path else (Config(), [])
    project, made_from = resolve_settings(config, str(config_path or ""), root, packs)
    return project, [*map(str, files), *made_from]


def resolve_settings(
    config: Config, named: str, root: Path, packs: tuple[str, ...] = ()
) -> tuple[Project, list[str]]:
    """The same for a configuration that has been read; mistakes are told under the name `named`."""
    folders = [*config.packs, *packs]
    wrong = [f"packs: there is no folder {folder}" for folder in folders if not Path(folder).is_dir()]
    for key, paths in (("dictionaries", config.dictionaries), ("names", config.names)):
        wrong += [f"{key}: there is no file {path}" for path in paths if not Path(path).is_file()]
    rules = _rules([folder for folder in folders if Path(folder).is_dir()])
    switches, changed = _applied(rules, config.rules, "rules", wrong)
    base = _overlay(rules, changed)
    overrides = []
    for number, each in enumerate(config.overrides, 1):
        on_off, other = _applied(base, each.rules, f"[[overrides]] no. {number}: rules", wrong)
        overrides.append(Override(each.paths, each.level or "", on_off, other, each.encoding))
    for number, entry in enumerate(config.ignore, 1):
        _known(entry.rule, rules, f"[[ignore]] no. {number}: rule", wrong)
    if wrong:
        raise ConfigError("\n".join(f"{named or 'newslint'}: {each}" for each in wrong))
    project = Project(
        root=str(root),
        config=named,
        rules=base,
        switches=switches,
        level=config.level,
        fail_on=config.fail_on,
        min_severity=config.min_severity,
        output_format=config.output_format,
        exclude=config.exclude,
        formats={key if key.startswith(".") else f".{key}": value for key, value in config.formats.items()},
        text_keys=config.text_keys,
        encoding=config.encoding,
        words=config.words,
        dictionaries=config.dictionaries,
        names=_names(config),
        name_lists=config.names,
        dialect=config.dialect,
        overrides=overrides,
        ignores=[Ignore(e.path, e.rule, e.text, e.reason) for e in config.ignore],
    )
    return project, [*rules_depend_on(folders), *plugin_files(rules), *config.dictionaries, *config.names]


def _names(config: Config) -> list[ListedName]:
    """The shipped names and the newsroom's own; its entry for a name replaces the shipped one."""
    own = [entry for path in config.names for entry in read_names(Path(path))]
    said = {entry.name for entry in own}
    return [entry for entry in shipped_names() if entry.name not in said] + own


def _rules(packs: Iterable[str]) -> list[Rule]:
    """The shipped rules and those of packs, which replace the ones of the same name, sorted by name."""
    rules = shipped_compiled() or load_pack(shipped_folder())
    for folder in packs:
        own = load_pack(Path(folder))
        names = {rule.name for rule in own}
        rules = [rule for rule in rules if rule.name not in names] + own
    return sorted(rules, key=lambda rule: rule.name)


def _applied(
    rules: list[Rule], table: dict[str, Any], where: str, wrong: list[str]
) -> tuple[dict[str, str], list[Rule]]:
    """What a [rules] table says: which names are on or off, and the rules that it changes. Families before rules.

    What is wrong with it is added to `wrong`.
    """
    switches: dict[str, str] = {}
    changed: dict[str, Rule] = {}
    for name, setting in sorted(table.items(), key=lambda item: item[0].count("/")):
        meant = _known(name, rules, where, wrong)
        if setting in (ON, OFF):
            for rule in meant if "/" in name else ():
                switches[rule.name] = setting
            if "/" not in name:
                switches[name] = setting
            continue
        values = RuleTable(severity=setting) if isinstance(setting, str) else setting
        for rule in meant:
            try:
                changed[rule.name] = _changed(changed.get(rule.name, rule), values)
            except ParamsError as error:
                wrong += [f"{where}.{name}.params.{each}" for each in error.mistakes]
                break
    return switches, list(changed.values())


def _known(name: str, rules: list[Rule], where: str, wrong: list[str]) -> list[Rule]:
    """The rules that a name means; where there is none, that is added to `wrong`."""
    meant = [rule for rule in rules if rule.called(name)]
    if not meant:
        near = nearest(name, called(rules))
        hint = f"did you mean '{near}'?" if near else "'newslint rules' lists them"
        wrong.append(f"{where}: there is no rule or family '{name}'; {hint}")
    return meant


def _changed(rule: Rule, setting: RuleTable) -> Rule:
    params = changed_params(rule, setting.params) if setting.params else rule.params
    return replace(
        rule,
        severity=setting.severity or rule.severity,
        quotations=setting.quotations or rule.quotations,
        scope=setting.scope or rule.scope,
        params=params,
        lists=[key for key in list_params(load_check(rule.check)) if params.get(key)],
    )


def _overlay(rules: list[Rule], changed: list[Rule]) -> list[Rule]:
    by_name = {rule.name: rule for rule in changed}
    return [by_name.get(rule.name, rule) for rule in rules]
