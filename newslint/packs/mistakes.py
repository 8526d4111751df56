"""What pydantic says of a mistake, in the words of whoever made it: the key, the value, what is valid, the nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from newslint.wording import meant, nearest

_LONGEST_VALUE = 60  # characters of a value that are shown
LIST = 'a list, such as ["a", "b"]'
_KINDS = {  # pydantic's name for a type, and what a person writes for it
    "string": 'text in quotes, such as "word"',
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "list": LIST,
    "dict": "a table of keys and values",
    "mapping": "a table of keys and values",
    "model": "a table of keys and values",
}


class Mistake(NamedTuple):
    """The keys that lead to a mistake, as they are written, and what is wrong there."""

    keys: tuple[Any, ...]
    message: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.keys))}: {self.message}" if self.keys else self.message


def mistakes(
    error: ValidationError, model: type[BaseModel], hidden: Callable[[Any], bool] = lambda part: False
) -> list[Mistake]:
    """Every mistake once, in the order of the file. `hidden` tells parts of a place that are pydantic's, not a key's."""
    found: dict[tuple[tuple[Any, ...], str], Mistake] = {}
    for each in error.errors(include_url=False):
        keys = tuple(part for part in each["loc"] if not hidden(part))
        mistake = Mistake(keys, _message(each, keys, model))
        found[keys, mistake.message] = mistake
    return list(found.values())


def _message(error: Any, keys: tuple[Any, ...], model: type[BaseModel]) -> str:
    kind = str(error["type"])
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return f"unknown key; {meant(str(keys[-1]), _known(model, keys[:-1]))}"
    if kind == "missing":
        given = error["input"] if isinstance(error["input"], dict) else {}
        near = nearest(str(keys[-1]), set(map(str, given)) - set(_known(model, keys[:-1])))
        return f"is missing{f'; {near!r} stands there instead' if near else ''}"
    if kind == "literal_error":
        return is_not_valid(error["input"], _literals(str(error["ctx"]["expected"])))
    if kind == "sequence_str" or (kind == "is_instance_of" and error["ctx"]["class"] == "Sequence"):
        return f"{shown(error['input'])} is not valid; write {LIST}"
    if (wanted := kind.split("_")[0]) in _KINDS and kind.endswith(("_type", "_parsing", "_from_float")):
        return f"{shown(error['input'])} is not valid; write {_KINDS[wanted]}"
    if kind == "string_too_short" or kind == "too_short":
        return "is empty; write something here"
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{message[:1].lower()}{message[1:]}"


def is_not_valid(value: Any, allowed: Iterable[str]) -> str:
    """What to say of a value that is none of those allowed."""
    allowed = list(allowed)
    near = nearest(value, allowed) if isinstance(value, str) else ""
    ways = f"{', '.join(allowed[:-1])} or {allowed[-1]}" if len(allowed) > 1 else "".join(allowed)
    return f"{shown(value)} is not valid; write {ways}{f' (did you mean {near!r}?)' if near else ''}"


def shown(value: Any) -> str:
    """A value as people write it, not as Python does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    text = text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
    return f"'{text}'" if isinstance(value, str) else text


def _literals(expected: str) -> list[str]:
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]


def _known(model: type[BaseModel], keys: tuple[Any, ...]) -> list[str]:
    """The keys that there are under some keys of a model."""
    kind: Any = model
    for key in keys:
        kind = _under(kind, key)
    model_there = next(filter(_is_model, _ways(kind)), None)
    return [field.alias or name for name, field in model_there.model_fields.items()] if model_there else []


def _under(kind: Any, key: Any) -> Any:
    """The type of what stands under a key of a value of a type."""
    for way in _ways(kind):
        if get_origin(way) is dict:
            return get_args(way)[1]
        if get_origin(way) is list and isinstance(key, int):
            return get_args(way)[0]
        if _is_model(way):
            for name, field in way.model_fields.items():
                if (field.alias or name) == key:
                    return field.annotation
    return None


def _ways(kind: Any) -> Iterator[Any]:
    """A type, or the types of which it may be one."""
    if get_origin(kind) in (Union, UnionType, Annotated):
        for part in get_args(kind):
            yield from _ways(part)
    else:
        yield kind


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
