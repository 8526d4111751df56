"""The configuration as people write it: one pydantic model. `config_file` reads it from newslint.toml or pyproject.toml."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    field_validator,
)

from newslint.article import KINDS
from newslint.encodings import known_encoding
from newslint.packs.mistakes import is_not_valid

Severity = Literal["error", "warning", "suggestion"]
Format = Literal["text", "markdown", "html"]

HIDDEN = "·"  # begins the names by which pydantic tells the ways to set a rule apart
_SWITCH, _TABLE = HIDDEN + "switch", HIDDEN + "table"


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
