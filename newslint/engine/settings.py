"""What a run was asked for, as plain data that can be sent to another process and named in a cache's key."""

from __future__ import annotations

from dataclasses import dataclass, field

from newslint.rules import Rule


@dataclass(frozen=True, slots=True)
class Ignore:
    """An entry of the configuration's [[ignore]]: what not to report, where, and why."""

    path: str
    rule: str
    text: str = ""
    reason: str = ""


@dataclass(slots=True)
class Settings:
    """The rules to run and what they need to know. `root` is the folder that relative paths start from."""

    rules: list[Rule]
    words: list[str] = field(default_factory=list)
    dictionaries: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    dialect: str = "any"
    formats: dict[str, str] = field(default_factory=dict)
    text_keys: list[str] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    root: str = "."
