"""The configuration: newslint.toml or [tool.newslint], one pydantic model, mistakes named with their remedy."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from newslint.encodings import known_encoding
from newslint.rules import nearest

Severity = Literal["error", "warning", "suggestion"]
Format = Literal["text", "markdown", "html"]


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
        default_factory=dict, description="parameters, as the rule's page lists them"
    )


def _rule_table(value: Any) -> Any:
    if value in ("error", "warning", "suggestion"):
        return {"severity": value}
    return value


RuleSetting = Annotated[Literal["on", "off"] | RuleTable, BeforeValidator(_rule_table)]


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


def load(path: Path, seen: tuple[Path, ...] = ()) -> tuple[Config, list[Path]]:
    """The configuration in a file, what it extends included, and every file that was read for it.

    Lists of the extended configuration come first, its tables are overlaid key by key. Relative paths are
    made absolute from the file that names them. Raises ConfigError.
    """
    if path in seen:
        raise ConfigError(f"{path}: 'extend' leads back to this file; remove one of the two")
    table = _table(path)
    _absolute(table, path.parent)
    config = _validated(path, table)
    merged: dict[str, Any] = {}
    files = [path]
    for other in config.extend:
        base, more = load(Path(other), (*seen, path))
        merged = _overlaid(merged, base.model_dump(by_alias=True, exclude_unset=True))
        files += more
    merged = _overlaid(merged, config.model_dump(by_alias=True, exclude_unset=True))
    merged.pop("extend", None)
    return _validated(path, merged), files


def _table(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: there is no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("newslint", {})
    if isinstance(data.get("extend"), str):
        data["extend"] = [data["extend"]]
    return dict(data)


def _absolute(table: dict[str, Any], folder: Path) -> None:
    for key in ("extend", "dictionaries", "names", "packs"):
        if isinstance(table.get(key), list):
            for at, value in enumerate(table[key]):
                if isinstance(value, str):
                    if "://" in value:
                        raise ConfigError(
                            f"{key}: '{value}' is not a local path; download it and name the file"
                        )
                    table[key][at] = str((folder / value).resolve())


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
        first = error.errors(include_url=False)[0]
        raise ConfigError(f"{path}: {_explained(first)}") from error


def _explained(error: Any) -> str:
    # pydantic names the branches of a union in the place; a user knows only the keys that they wrote
    loc = [part for part in error["loc"] if not str(part).startswith(("literal[", "function-", "RuleTable"))]
    where = ".".join(map(str, loc))
    if error["type"] == "extra_forbidden":
        models: dict[str, type[BaseModel]] = {
            "overrides": Override,
            "ignore": IgnoreEntry,
            "rules": RuleTable,
        }
        model = models.get(str(loc[0]), Config) if len(loc) > 1 else Config
        known = [name.replace("_", "-") for name in model.model_fields]
        near = nearest(str(loc[-1]), known)
        hint = f"did you mean '{near}'?" if near else f"there are: {', '.join(known)}"
        return f"unknown key '{where}': {hint}"
    if error["type"] == "literal_error":
        return f"{where}: {error['input']!r} is not one of {error['ctx']['expected']}"
    message = str(error["msg"])
    return f"{where}: {message[:1].lower()}{message[1:]}" if where else message
