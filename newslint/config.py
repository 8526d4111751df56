"""The configuration: newslint.toml or [tool.newslint], one pydantic model, mistakes named with their remedy."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    field_validator,
)

from newslint.article import KINDS
from newslint.encodings import known_encoding
from newslint.packs.mistakes import Mistake, is_not_valid, mistakes, shown

Severity = Literal["error", "warning", "suggestion"]
Format = Literal["text", "markdown", "html"]

_DEEPEST = 30  # configurations that extend one another in a row
_HIDDEN = "·"  # begins the names by which pydantic tells the ways to set a rule apart
_SWITCH, _TABLE = _HIDDEN + "switch", _HIDDEN + "table"


class ConfigError(Exception):
    """A configuration that can't be used: its file, the key, and what to write."""


def _encoding(value: str) -> str:
    name = known_encoding(value)
    if value and not name:
        raise ValueError(
            f"{value!r} is no encoding; write one such as cp1252, iso-8859-15, mac-roman or utf-8"
        )
    return name


Encoding = Annotated[str, AfterValidator(_encoding)]


class Model(BaseModel):
    """Keys are written with hyphens; an unknown one is an error."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


class RuleTable(Model):
    """How a rule is to behave here. Left out: as the rule says itself."""

    severity: Severity | None = Field(None, description="error, warning or suggestion")
    quotations: Literal["skip", "check"] | None = Field(None, description="look inside quoted speech?")
    scope: list[str] | None = Field(None, description="the kinds of blocks that the rule reads")
    params: dict[str, Any] = Field(
        default_factory=dict,
        description="parameters, as the rule's page lists them; {add = [...], remove = [...]} changes a list",
    )

    @field_validator("scope")
    @classmethod
    def _known_kinds(cls, value: list[str] | None) -> list[str] | None:
        for kind in value or ():
            if kind not in KINDS:
                raise ValueError(is_not_valid(kind, KINDS))
        return value


def _way(value: Any) -> str:
    return _TABLE if isinstance(value, dict | RuleTable) else _SWITCH


RuleSetting = Annotated[
    Annotated[Literal["on", "off", "error", "warning", "suggestion"], Tag(_SWITCH)]
    | Annotated[RuleTable, Tag(_TABLE)],
    Discriminator(_way),
]


class Override(Model):
    """Other settings for the files that match one of `paths`."""

    paths: list[str] = Field(
        min_length=1, description="patterns as in .gitignore, from the configuration's folder"
    )
    level: Literal["regular", "strict"] | None = None
    encoding: Encoding = Field("", description="how files that are not UTF-8 are written")
    rules: dict[str, RuleSetting] = Field(default_factory=dict)


class IgnoreEntry(Model):
    """Violations not to report: of one rule or family, in files that match `path`, whose text holds `text`."""

    path: str = Field(description="a pattern as in .gitignore")
    rule: str = Field(description="a rule or a family")
    text: str = Field("", description="only where the marked words hold this text")
    reason: str = Field(min_length=1, description="why this is right as it stands")


class Config(Model):
    """newslint.toml, or the table [tool.newslint] of pyproject.toml."""

    extend: list[str] = Field(
        default_factory=list, description="configurations that this one adds to; local paths"
    )
    level: Literal["regular", "strict"] = Field(
        "regular", description="strict also runs the rules that are only worth saying when asked"
    )
    fail_on: Severity = Field("error", description="the mildest severity that ends a check with exit code 1")
    min_severity: Severity = Field("suggestion", description="report nothing milder than this")
    output_format: str = Field("text", description="the report's format")
    exclude: list[str] = Field(
        default_factory=list, description="files not to check; patterns as in .gitignore"
    )
    formats: dict[str, Format] = Field(default_factory=dict, description='further suffixes: ".adoc" = "text"')
    text_keys: list[str] = Field(default_factory=list, description="front matter keys whose values are copy")
    encoding: Encoding = Field(
        "",
        description='how files that are not UTF-8 are written, such as "cp1252", unless they say it themselves',
    )
    words: list[str] = Field(default_factory=list, description="words that are right here")
    dictionaries: list[str] = Field(default_factory=list, description="files of words, one a line")
    names: list[str] = Field(default_factory=list, description="name lists (YAML)")
    dialect: Literal["us", "gb", "any"] = Field("any", description="the English that is written here")
    packs: list[str] = Field(default_factory=list, description="folders of rules of your own; local paths")
    rules: dict[str, RuleSetting] = Field(
        default_factory=dict, description='"on", "off", a severity or a table, by rule or family'
    )
    overrides: list[Override] = Field(default_factory=list, description="other settings for some paths")
    ignore: list[IgnoreEntry] = Field(
        default_factory=list, description="violations not to report, with the reason"
    )


def load(path: Path) -> tuple[Config, list[Path]]:
    """The configuration in a file, what it extends included, and every file that was read for it.

    Lists of the extended configuration come first, its tables are overlaid key by key. Relative paths are
    made absolute from the file that names them. Raises ConfigError.
    """
    known: dict[Path, dict[str, Any]] = {}
    table = _extended(path, (), known)
    return _validated(path, table), list(known)


def from_table(table: Mapping[str, Any], name: str = "config") -> Config:
    """The configuration in a table with the keys of newslint.toml. Relative paths are taken from the working
    directory; mistakes are told under `name`. Raises ConfigError."""
    path = Path.cwd() / name
    return _validated(path, _with_extended(path, deepcopy(dict(table)), (), {}))


def _extended(path: Path, below: tuple[Path, ...], known: dict[Path, dict[str, Any]]) -> dict[str, Any]:
    """What a configuration says together with those that it extends; each file is read once."""
    if path in below:
        raise ConfigError(f"{path}: 'extend' leads back to this file; remove one of the two")
    if len(below) >= _DEEPEST:
        raise ConfigError(f"{path}: 'extend' leads through more than {_DEEPEST} files; extend fewer")
    if path not in known:
        known[path] = _with_extended(path, read_table(path), below, known)
    return known[path]


def _with_extended(
    path: Path, table: dict[str, Any], below: tuple[Path, ...], known: dict[Path, dict[str, Any]]
) -> dict[str, Any]:
    _absolute(table, path)
    config = _validated(path, table)
    merged: dict[str, Any] = {}
    for other in config.extend:
        merged = _overlaid(merged, _extended(Path(other), (*below, path), known))
    merged = _overlaid(merged, config.model_dump(by_alias=True, exclude_unset=True))
    merged.pop("extend", None)
    return merged


def read_table(path: Path) -> dict[str, Any]:
    """What stands in newslint.toml, or in [tool.newslint] of pyproject.toml. Raises ConfigError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: there is no such file") from error
    except OSError as error:
        raise ConfigError(f"{path}: can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: not valid TOML: lists or tables nested too deeply") from error
    except ValueError as error:  # a number that is too long, a day that no month has
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    if path.name == "pyproject.toml":
        for keys in (("tool",), ("tool", "newslint")):
            data = data.get(keys[-1], {})
            if not isinstance(data, dict):
                raise ConfigError(f"{path}: {'.'.join(keys)}: {shown(data)} is not valid; write a table")
    if isinstance(data.get("extend"), str):
        data["extend"] = [data["extend"]]
    return dict(data)


def _absolute(table: dict[str, Any], path: Path) -> None:
    for key in ("extend", "dictionaries", "names", "packs"):
        if isinstance(table.get(key), list):
            for at, value in enumerate(table[key]):
                if isinstance(value, str):
                    if "://" in value:
                        raise ConfigError(
                            f"{path}: {key}: '{value}' is not a local path; download it and name the file"
                        )
                    table[key][at] = str(_resolved(path.parent / value))


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, a NUL
        return path


def _overlaid(base: dict[str, Any], top: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in top.items():
        if isinstance(value, list) and isinstance(base.get(key), list):
            result[key] = [*base[key], *(item for item in value if item not in base[key])]
        elif isinstance(value, dict) and isinstance(base.get(key), dict):
            result[key] = {**base[key], **value}
        else:
            result[key] = value
    return result


def _validated(path: Path, table: dict[str, Any]) -> Config:
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        found = mistakes(error, Config, hidden=lambda part: str(part).startswith(_HIDDEN))
        raise ConfigError("\n".join(f"{path}: {_placed(each)}" for each in found)) from error


def _placed(mistake: Mistake) -> str:
    """A mistake with its key; tables of a list are counted from one."""
    keys = mistake.keys
    if len(keys) > 1 and isinstance(keys[1], int):
        name = f"[[{keys[0]}]]" if keys[0] in ("overrides", "ignore") else str(keys[0])
        return f"{name} no. {keys[1] + 1}: {Mistake(keys[2:], mistake.message)}"
    return str(mistake)
