"""Reads rule files: YAML with strict strings, validated by pydantic, their parameters by their check."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_type_hints

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model, field_validator

from newslint.article import BODY, KINDS
from newslint.rules import Rule, RuleError, check_module, nearest

LISTS = "lists"  # the folder of a pack that holds word, pair and name lists, not rules


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
                raise ValueError(f"'{kind}' is no kind of block; there are: {', '.join(KINDS)}")
        return value

    @field_validator("bad")
    @classmethod
    def _bad_examples_are_marked(cls, value: list[Example]) -> list[Example]:
        for example in value:
            if not any("[[" in text for text in (example.text, *example.files.values())):
                raise ValueError("a bad example marks what is wrong: [[like this]]")
        return value


class StrictLoader(yaml.CSafeLoader):
    """YAML in which NO, on and 1_000 are strings: only true, false, null and plain numbers are more."""


StrictLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
    ("tag:yaml.org,2002:null", r"^(?:null|~)?$", ["n", "~", ""]),
    ("tag:yaml.org,2002:int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("tag:yaml.org,2002:float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
):
    StrictLoader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


def load_pack(folder: Path) -> list[Rule]:
    """The rules under a folder, sorted by name. Raises RuleError with file and line."""
    return [compiled(name, path, read_rule(path), folder) for name, path in rule_files(folder)]


def rule_files(folder: Path) -> list[tuple[str, Path]]:
    """Name and file of each rule under a folder, sorted by name."""
    named = ((path.relative_to(folder).with_suffix("").as_posix(), path) for path in folder.rglob("*.yml"))
    return sorted((name, path) for name, path in named if name.split("/")[0] != LISTS)


def with_params(rule: Rule, changes: dict[str, Any]) -> dict[str, Any]:
    """The rule's parameters with a configuration's changes, validated. Raises pydantic's ValidationError."""
    return _valid_params(check_module(rule.check).Params, {**rule.params, **changes})


def read_rule(path: Path) -> RuleFile:
    """One rule file, validated. Raises RuleError."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=StrictLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RuleError(
            str(path), f"not valid YAML: {getattr(error, 'problem', error)}", mark and mark.line + 1
        ) from error
    if not isinstance(data, dict):
        raise RuleError(str(path), "a rule is a table of keys and values, such as 'summary: ...'")
    try:
        return RuleFile.model_validate(data)
    except ValidationError as error:
        raise _explained(path, error) from error


def compiled(name: str, path: Path, file: RuleFile, pack: Path) -> Rule:
    """The rule as a run needs it, its parameters validated by its check. Raises RuleError."""
    try:
        module = check_module(file.check)
    except KeyError as error:
        raise RuleError(
            str(path), f"there is no check named '{file.check}'", _line_of(path, ("check",))
        ) from error
    try:
        params = _valid_params(module.Params, file.params)
    except ValidationError as error:
        raise _explained(path, error, ("params",)) from error
    return Rule(
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
    )


def _valid_params(params: Any, values: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a check's `Params` (a NamedTuple) as they are given; what is left out stays to its defaults."""
    return _model(params).model_validate(values).model_dump(mode="json", exclude_unset=True)


@cache
def _model(params: Any) -> type[BaseModel]:
    fields: dict[str, Any] = {
        name: (kind, params._field_defaults.get(name, ...)) for name, kind in get_type_hints(params).items()
    }
    model: type[BaseModel] = create_model("Params", __config__=ConfigDict(extra="forbid"), **fields)
    return model


def _explained(path: Path, error: ValidationError, under: tuple[str, ...] = ()) -> RuleError:
    """The first mistake in words: the key, its line, and what is expected there."""
    first = error.errors(include_url=False)[0]
    keys = (*under, *first["loc"])
    where = ".".join(map(str, keys))
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        near = nearest(str(keys[-1]), RuleFile.model_fields if not under else ())
        message = f"unknown key{f', did you mean {near!r}?' if near else ''}"
    elif first["type"] == "missing":
        message = "is missing"
    return RuleError(str(path), f"{where}: {message[:1].lower()}{message[1:]}", _line_of(path, keys))


def _line_of(path: Path, keys: tuple[Any, ...]) -> int | None:
    """The line of a rule file on which a key (or the nearest one around it) stands."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=StrictLoader)
    line = None
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(key)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            found = (node.value[key], node.value[key])
        else:
            found = None
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line
