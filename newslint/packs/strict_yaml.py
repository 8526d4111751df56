"""Reads the YAML that people write: strings stay strings, and nothing in a file can make the reader run away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from newslint.rules import RuleError

_DEEPEST = 40  # levels of lists and tables; a rule file has five
_MOST_NODES = 200_000  # values of a file with its aliases written out
_LONGEST_FILE = 20_000_000  # bytes; a name list of 100,000 entries has less


class StrictLoader(yaml.CSafeLoader):
    """YAML in which NO, on and 1_000 are strings: only true, false, null and plain numbers are more. A key stands once."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"'{key.value}' stands twice", problem_mark=key.start_mark)
            seen.add(key.value) if isinstance(key, yaml.ScalarNode) else None
        return super().construct_mapping(node, deep)


StrictLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
    ("tag:yaml.org,2002:null", r"^(?:null|~)?$", ["n", "~", ""]),
    ("tag:yaml.org,2002:int", r"^-?(?:0|[1-9][0-9]{0,17})$", "-0123456789"),
    ("tag:yaml.org,2002:float", r"^-?[0-9]{1,300}\.[0-9]{1,300}$", "-0123456789"),
):
    StrictLoader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


def read_yaml(path: Path) -> tuple[Any, str]:
    """The value in a YAML file, and its text. Raises RuleError with the line."""
    text = read_text(path)
    try:
        _bounded(text)
        return yaml.load(text, Loader=StrictLoader), text
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or error
        raise RuleError(str(path), f"not valid YAML: {what}", mark and mark.line + 1) from error
    except ValueError as error:  # a table as a key, a date that is none
        raise RuleError(str(path), f"not valid YAML: {error}") from error


def read_text(path: Path) -> str:
    """The text of a file that a person wrote. Raises RuleError."""
    try:
        if path.exists() and not path.is_file():
            raise RuleError(str(path), "is not a file; put a file there, or take it out")
        if path.stat().st_size > _LONGEST_FILE:
            raise RuleError(str(path), f"is larger than {_LONGEST_FILE // 1_000_000} MB; split it")
        data = path.read_bytes()
    except OSError as error:
        raise RuleError(str(path), f"can't be read: {error.strerror or error}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RuleError(str(path), "is not UTF-8 text; save it as UTF-8", line) from error


def line_of(text: str, keys: tuple[Any, ...]) -> int | None:
    """The line on which the value under these keys stands, or what is nearest around it."""
    node = yaml.compose(text, Loader=StrictLoader)
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


def _bounded(text: str) -> None:
    """Raises YAMLError where lists lie too deep in one another, or where aliases multiply what there is."""
    sizes: dict[str, int] = {}  # of what an anchor names, its aliases written out
    around: list[
        tuple[str | None, int]
    ] = []  # the anchors of the open lists and tables, with the count before them
    count = 0
    for event in yaml.parse(text, Loader=StrictLoader):
        if isinstance(event, yaml.AliasEvent):
            count += sizes.get(str(event.anchor), _MOST_NODES)  # what is not closed yet would hold itself
        elif isinstance(event, yaml.ScalarEvent):
            count += 1
            if event.anchor:
                sizes[event.anchor] = 1
        elif isinstance(event, yaml.CollectionStartEvent):
            count += 1
            around.append((event.anchor, count))
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = around.pop()
            if anchor:
                sizes[anchor] = count - before + 1
        if len(around) > _DEEPEST:
            raise _too_much(event, "lists or tables nested too deeply")
        if count > _MOST_NODES:
            raise _too_much(event, "too many values; its aliases multiply them")


def _too_much(event: Any, what: str) -> yaml.YAMLError:
    return yaml.MarkedYAMLError(problem=what, problem_mark=event.start_mark)
