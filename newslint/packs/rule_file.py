"""Reads rule files: YAML with strict strings, validated by pydantic, their parameters by their check."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from newslint.article import BODY, KINDS
from newslint.checks import CHECKS
from newslint.packs.messages import message_mistakes
from newslint.packs.mistakes import Mistake, is_not_valid, mistakes
from newslint.packs.pack_files import files_without_family, misnamed_files, rule_files
from newslint.packs.rule_params import ParamsError, list_params, valid_params
from newslint.packs.strict_yaml import line_of, read_text, read_yaml
from newslint.rules import CheckError, Rule, RuleError, load_check, params_of, plugin_checks
from newslint.wording import meant

__all__ = ["Example", "RuleFile", "compiled", "load_pack", "read_rule", "rule_files"]


class Fix(BaseModel):
    """What a rule's fix does and how far it can be trusted."""

    model_config = ConfigDict(extra="forbid")
    action: Literal["replace", "delete", "delete-block", "edits"]
    applicability: Literal["safe", "unsafe", "display"] = "unsafe"


class Example(BaseModel):
    """A marked text. `[[...]]` marks what must be found; `files` are further texts of a rule over many files."""

    model_config = ConfigDict(extra="forbid")
    text: str
    format: Literal["text", "markdown", "html"] = "text"
    files: dict[str, str] = Field(default_factory=dict)
    fixed: str | None = None
    suggestion: str | None = None


class RuleFile(BaseModel):
    """A rule as a sub-editor writes it."""

    model_config = ConfigDict(extra="forbid")
    summary: str = Field(min_length=1)
    check: str
    scope: list[str] = list(BODY)
    severity: Literal["error", "warning", "suggestion"] = "warning"
    quotations: Literal["skip", "check"] = "skip"
    level: Literal["regular", "strict", "named"] = "regular"
    message: str = Field(min_length=1)
    messages: dict[str, str] = Field(default_factory=dict)
    params: dict[str, Any] = Field(default_factory=dict)
    fix: Fix | None = None
    explain: str = Field(min_length=1)
    source: str = ""
    formerly: list[str] = Field(default_factory=list)
    yields_to: list[str] = Field(default_factory=list)
    bad: list[Example] = Field(min_length=1)
    good: list[Example] = Field(min_length=1)

    @field_validator("bad", "good", mode="before")
    @classmethod
    def _plain_text_is_an_example(cls, value: Any) -> Any:
        if isinstance(value, list):
            return [{"text": item} if isinstance(item, str) else item for item in value]
        return value

    @field_validator("scope")
    @classmethod
    def _known_kinds(cls, value: list[str]) -> list[str]:
        for kind in value:
            if kind not in KINDS:
                raise ValueError(is_not_valid(kind, KINDS))
        return value

    @field_validator("bad")
    @classmethod
    def _bad_examples_are_marked(cls, value: list[Example]) -> list[Example]:
        for example in value:
            if not any("[[" in text for text in (example.text, *example.files.values())):
                raise ValueError("a bad example marks what is wrong: [[like this]]")
        return value


def load_pack(folder: Path) -> list[Rule]:
    """The rules under a folder, sorted by name. Raises RuleError with file and line, of all that are wrong."""
    rules, wrong = [], [*misnamed_files(folder), *files_without_family(folder)]
    for name, path in rule_files(folder):
        try:
            rules.append(compiled(name, path, read_rule(path), folder))
        except RuleError as error:
            wrong.append(error)
    if wrong:
        raise RuleError.joined(wrong)
    return rules


def read_rule(path: Path) -> RuleFile:
    """One rule file, validated. Raises RuleError."""
    data, text = read_yaml(path)
    if not isinstance(data, dict):
        raise RuleError(str(path), "a rule is a table of keys and values, such as 'summary: ...'")
    try:
        return RuleFile.model_validate(data)
    except ValidationError as error:
        raise _explained(path, mistakes(error, RuleFile), text) from error


def compiled(name: str, path: Path, file: RuleFile, pack: Path) -> Rule:
    """The rule as a run needs it: its parameters validated by its check, its messages by what the check fills.

    Raises RuleError.
    """
    if file.check not in CHECKS and file.check not in plugin_checks():
        there = meant(file.check, [*CHECKS, *plugin_checks()])
        raise _explained(path, [Mistake(("check",), f"there is no check named '{file.check}'; {there}")])
    try:
        check = load_check(file.check)
    except CheckError as error:
        raise _explained(path, [Mistake(("check",), str(error))]) from error
    try:
        params = valid_params(check, file.params, pack)
    except ParamsError as error:
        wrong = [Mistake(("params", *each.keys), each.message) for each in error.mistakes]
        raise _explained(path, wrong) from error
    rule = Rule(
        name=name,
        summary=file.summary,
        check=file.check,
        scope=file.scope,
        severity=file.severity,
        quotations=file.quotations,
        level=file.level,
        message=file.message,
        messages=file.messages,
        params=params,
        action=file.fix.action if file.fix else "",
        applicability=file.fix.applicability if file.fix else "display",
        formerly=file.formerly,
        pack=str(pack),
        yields_to=file.yields_to,
        lists=[key for key in list_params(check) if params.get(key)],
    )
    if wrong := list(message_mistakes(check, file.check, file.message, file.messages, params_of(rule))):
        raise _explained(path, wrong)
    return rule


def _explained(path: Path, wrong: list[Mistake], text: str | None = None) -> RuleError:
    """The mistakes in words: each with the key, its line, and what is expected there."""
    text = read_text(path) if text is None else text
    return RuleError.joined([RuleError(str(path), str(each), line_of(text, each.keys)) for each in wrong])
