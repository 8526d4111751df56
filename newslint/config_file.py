"""Reads configurations: newslint.toml, [tool.newslint] of pyproject.toml, or a table; what they extend included."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newslint.config import HIDDEN, Config, ConfigError
from newslint.packs.mistakes import Mistake, mistakes, shown

_TOML_PLACE = re.compile(r"at line (\d+), column (\d+)")
_RULE_NAME = re.compile(r"(?<![\w/\"'-])[\w-]+/[\w-]+")
_DEEPEST = 30  # configurations that extend one another in a row


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
    path = Path(name)  # relative: what it names is taken from the working directory
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
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: there is no such file") from error
    except OSError as error:
        raise ConfigError(f"{path}: can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}{_quote_hint(text, str(error))}") from error
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


def _quote_hint(text: str, message: str) -> str:
    """What to add to TOML's message where it stumbles over the / of a rule's name; else ""."""
    place = _TOML_PLACE.search(message)
    if place is None:
        return ""
    line = text.split("\n")[int(place[1]) - 1]
    name = next((m for m in _RULE_NAME.finditer(line) if m.start() < int(place[2]) - 1 < m.end()), None)
    return f'; names with / stand in quotation marks: "{name.group()}"' if name else ""


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
        found = mistakes(error, Config, hidden=lambda part: str(part).startswith(HIDDEN))
        raise ConfigError("\n".join(f"{path}: {_placed(each)}" for each in found)) from error


def _placed(mistake: Mistake) -> str:
    """A mistake with its key; tables of a list are counted from one."""
    keys = mistake.keys
    if len(keys) > 1 and isinstance(keys[1], int):
        name = f"[[{keys[0]}]]" if keys[0] in ("overrides", "ignore") else str(keys[0])
        return f"{name} no. {keys[1] + 1}: {Mistake(keys[2:], mistake.message)}"
    return str(mistake)
