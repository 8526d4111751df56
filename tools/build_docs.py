"""Writes docs/rules/ from the rules, a page each and an index, and docs/checks.md from what the checks declare.

`--check` only says which pages are stale.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from newslint.checks import CHECKS  # noqa: E402
from newslint.checks.model import ANY_KIND, ListFile  # noqa: E402
from newslint.packs.rule_file import Example, RuleFile, read_rule, rule_files  # noqa: E402
from newslint.packs.rule_params import defaults  # noqa: E402
from newslint.rules import NAMED, REGULAR, STRICT, load_check  # noqa: E402

_LISTS = (list, Sequence)
_TABLES = (dict, Mapping)
_EMPTY = '""'  # the key of all that are not named


def main() -> int:
    """Write the pages, or with --check name the stale ones. Exit code 1: some are stale."""
    wanted = pages()
    folder = ROOT / "docs" / "rules"
    found = [*folder.rglob("*.md"), *filter(Path.is_file, [ROOT / "docs" / "checks.md"])]
    there = {path: path.read_text(encoding="utf-8") for path in found}
    stale = sorted(path for path in wanted.keys() | there.keys() if wanted.get(path) != there.get(path))
    if "--check" in sys.argv:
        for path in stale:
            print(f"stale: {path.relative_to(ROOT)}; run 'make docs'")
        return int(bool(stale))
    for path in stale:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    print(f"{len(wanted)} pages, {len(stale)} changed")
    return 0


def pages() -> dict[Path, str]:
    """Every page as it should be, by its path."""
    files = [(name, read_rule(path)) for name, path in rule_files(ROOT / "rules")]
    folder = ROOT / "docs" / "rules"
    made = {folder / f"{name}.md": page(name, file) for name, file in files}
    made[folder / "README.md"] = index(files)
    made[ROOT / "docs" / "checks.md"] = checks()
    return made


def page(name: str, file: RuleFile) -> str:
    """A rule's page."""
    level = {
        STRICT: "only with `--level strict`, or selected by name",
        NAMED: "only where it is switched on or selected",
    }.get(file.level, "on by default")
    quoted = "looks inside quotations" if file.quotations == "check" else "leaves quotations alone"
    parts = [
        f"# {name}",
        file.summary,
        f"*{file.severity}, {level}; {quoted}. Reads: {', '.join(file.scope)}.*",
    ]
    parts.append(file.explain.strip())
    for title, examples in (("Wrong", file.bad), ("Right", file.good)):
        parts.append(f"## {title}")
        parts += [_example(example) for example in examples]
    if file.fix:
        how = {
            "safe": "`newslint check --fix` mends it.",
            "unsafe": "`newslint check --fix --unsafe-fixes` mends it; read the change.",
            "display": "The report shows what to write; no command writes it.",
        }
        parts.append(f"## Mending\n\n{how[file.fix.applicability]}")
    parts.append(f'## Switching it off\n\n```toml\n[rules]\n"{name}" = "off"\n```')
    if file.formerly:
        parts.append(f"Formerly: {', '.join(f'`{old}`' for old in file.formerly)}.")
    if file.source:
        parts.append(f"Source: {file.source}")
    return "\n\n".join(parts) + "\n"


def index(files: list[tuple[str, RuleFile]]) -> str:
    """The table of all rules by family."""
    parts = ["# Rules", "Made from the files in `rules/`; `newslint rule NAME` shows the same."]
    for family, group in groupby(files, key=lambda item: item[0].partition("/")[0]):
        rows = [
            f"| [{name}]({name}.md) | {file.severity}{', ' + file.level if file.level != REGULAR else ''} | {file.summary} |"
            for name, file in group
        ]
        parts.append("\n".join([f"## {family}", "", "| rule | severity | finds |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def checks() -> str:
    """The page of all checks: their parameters, their messages and what these may name."""
    parts = [
        "# Checks",
        "Made from the code. A rule of your own can use any check; [House rules](house-rules.md) shows how. A message names"
        " what its check fills in: `{name}` is a text; where `{name.line}` and `{name.text}` are listed, it is another place"
        " of the article. Braces that are meant as such are written twice: `{{`.",
    ]
    for family, names in groupby(CHECKS, key=lambda name: CHECKS[name].partition(".")[0]):
        parts.append(f"## {family}")
        parts += [_check(name) for name in names]
    return "\n\n".join(parts) + "\n"


def _check(name: str) -> str:
    declared = load_check(name)
    module = sys.modules[declared.params.__module__]
    lines = [f"### {name}", "", " ".join((inspect.getdoc(module) or "").split("\n\n")[0].split()), ""]
    said = inspect.getdoc(declared.params) or ""
    default = defaults(declared)
    kinds = get_type_hints(declared.params)
    if kinds:
        lines += [" ".join(said.split()), "", "| parameter | is | left out |", "|---|---|---|"]
        lines += [f"| `{key}` | {_kind(kind)} | {_default(default, key)} |" for key, kind in kinds.items()]
        lines.append("")
    lines += ["| message | may name |", "|---|---|"]
    for kind, filled in declared.placeholders.items():
        label = (
            "`message`" if not kind else "each of `messages`" if kind == ANY_KIND else f"`messages: {kind}`"
        )
        named = [f"`{each}`" for each in filled.shown()]
        if declared.named_by is not None:
            named.append("each named group of the pattern")
        lines.append(f"| {label} | {' '.join(named) or 'nothing'} |")
    return "\n".join(lines)


def _kind(kind: Any) -> str:
    """A parameter's type in words."""
    if kind is ListFile:
        return "the name of a file in the pack's `lists/`"
    if get_origin(kind) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(kind))
    if get_origin(kind) in _LISTS:
        return f"a list of {_many(get_args(kind)[0])}"
    if get_origin(kind) in _TABLES:
        return f"a table of {_many(get_args(kind)[1])}"
    return {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}[kind]


def _many(kind: Any) -> str:
    """What a list or a table holds, in words."""
    if get_origin(kind) in _LISTS:
        return "lists"
    return {str: "texts", int: "whole numbers", float: "numbers"}[kind]


def _default(default: dict[str, Any], key: str) -> str:
    if key not in default:
        return "must be given"
    value = default[key]
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if not value:
        return "none"
    if isinstance(value, list | tuple):
        return f"`{', '.join(value)}`"
    return f"`{_flow(value)}`"


def _flow(value: Any) -> str:
    """A default as it would stand in a rule file."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key or _EMPTY}: {_flow(each)}" for key, each in value.items()) + "}"
    return str(value)


def _example(example: Example) -> str:
    texts = [example.text.strip(), *(f"{name}:\n{text.strip()}" for name, text in example.files.items())]
    return (
        "```"
        + {"text": "text", "markdown": "markdown", "html": "html"}[example.format]
        + "\n"
        + "\n\n".join(texts)
        + "\n```"
    )


if __name__ == "__main__":
    sys.exit(main())
