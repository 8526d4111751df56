"""A rule's parameters: validated by the types that its check declares, then by the check itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from newslint.checks.model import Declaration, ListFile, ParamError
from newslint.packs.mistakes import LIST, Mistake, is_not_valid, mistakes
from newslint.rules import LISTS, Rule, load_check, shipped_folder
from newslint.wording import meant

ADD, REMOVE = "add", "remove"  # `params = { allowed.add = ["met"] }` keeps what the rule has


class ParamsError(Exception):
    """Parameters that can't be used: each mistake with the keys under `params` that lead to it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(map(str, mistakes)))
        self.mistakes = mistakes


def valid_params(check: Declaration[Any], values: Mapping[str, Any], pack: Path) -> dict[str, Any]:
    """The parameters as they are given; what is left out stays to the check's defaults. Raises ParamsError."""
    model = params_model(check)
    try:
        plain = model.model_validate(values).model_dump(mode="json", exclude_unset=True)
    except ValidationError as error:
        raise ParamsError(mistakes(error, model)) from error
    full = dict(plain)
    for key in list_params(check):
        if full.get(key):
            full[key] = str(_list_path(pack, key, full[key]))
    if check.verify is not None:
        try:
            check.verify(check.params(**full))
        except ParamError as error:
            raise ParamsError([Mistake((error.key,), str(error))]) from error
    return plain


def changed_params(rule: Rule, changes: dict[str, Any]) -> dict[str, Any]:
    """The rule's parameters with a configuration's changes. Raises ParamsError."""
    check = load_check(rule.check)
    now = {**defaults(check), **rule.params}
    wrong = [mistake for key, change in changes.items() for mistake in _not_a_list(key, now.get(key), change)]
    fit = {key: change for key, change in changes.items() if key not in {each.keys[0] for each in wrong}}
    merged = {key: _merged(now.get(key), change) for key, change in fit.items()}
    try:
        params = valid_params(check, {**rule.params, **merged}, Path(rule.pack or shipped_folder()))
    except ParamsError as error:
        wrong += error.mistakes
    if wrong:
        raise ParamsError(wrong)
    return params


def defaults(check: Declaration[Any]) -> dict[str, Any]:
    """The parameters of a check that have a default, with it."""
    values = getattr(check.params, "_field_defaults", {})
    return {key: dict(value) if isinstance(value, Mapping) else value for key, value in values.items()}


@cache
def params_model(check: Declaration[Any]) -> type[BaseModel]:
    """The check's `Params` as a pydantic model."""
    default = defaults(check)
    fields: dict[str, Any] = {
        name: (kind, default.get(name, ...)) for name, kind in get_type_hints(check.params).items()
    }
    model: type[BaseModel] = create_model("Params", __config__=ConfigDict(extra="forbid"), **fields)
    return model


@cache
def list_params(check: Declaration[Any]) -> list[str]:
    """The names of the parameters that name a file in the `lists/` of the pack."""
    return [name for name, kind in get_type_hints(check.params).items() if kind is ListFile]


def _list_path(pack: Path, key: str, name: str) -> Path:
    folder = pack / LISTS
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ParamsError([Mistake((key,), f"'{name}' lies outside {folder}; put the list there")])
    if not path.is_file():
        there = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        hint = meant(name, there) if there else "the folder is empty or missing"
        raise ParamsError([Mistake((key,), f"there is no list '{name}' in {folder}; {hint}")])
    return path


def _not_a_list(key: str, now: Any, change: Any) -> Iterator[Mistake]:
    """What is wrong with the lists that are to be added to a list or taken from it."""
    if _is_addition(now, change) and not isinstance(now, Mapping):
        for part, values in change.items():
            if not isinstance(values, list | tuple):
                yield Mistake((key, part), is_not_valid(values, [LIST]))


def _merged(now: Any, change: Any) -> Any:
    """A parameter after a change: `{add = ..., remove = ...}` goes onto what there is, anything else replaces it."""
    if not _is_addition(now, change):
        return change
    more, less = change.get(ADD, ()), change.get(REMOVE, ())
    if isinstance(now, Mapping):
        return {name: value for name, value in {**now, **dict(more)}.items() if name not in set(less)}
    return [*(each for each in now if each not in less), *(each for each in more if each not in now)]


def _is_addition(now: Any, change: Any) -> bool:
    if not isinstance(change, dict) or not change or not change.keys() <= {ADD, REMOVE}:
        return False
    if isinstance(now, Mapping):  # a pair of words may be called "add": only a table or a list is none
        return isinstance(change.get(ADD, {}), dict) and isinstance(change.get(REMOVE, []), list)
    return isinstance(now, list | tuple)
