"""Imports run downward only, from the command line to the source, and nowhere in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newslint"

# A module may import from its own floor and from those further down.
FLOORS = [
    "cli",
    "archive",
    "reporters",
    "engine",
    "config_file",
    "config",
    "packs",
    "rules",
    "checks",
    "language",
    "article",
    "files",
    "encodings",
    "source",
    "wording",
    "lazy_pattern",
    "version",
]
GROUND = {"", "__main__", "api"}  # the door and the way in from `python -m`: they may name anything

# Folders of language/ from the ground up: one imports only those before it.
LAYERS = [
    "memo",
    "tables",
    "quotations",
    "segmentation",
    "vocabulary",
    "words",
    "patterns",
    "figures",
    "names",
    "attribution",
    "context",
    "newsroom",
    "analysis",
]


def _module(path: Path) -> str:
    parts = ["newslint", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(path): path for path in PACKAGE.rglob("*.py")}


def _imports(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports: lazily and for types only, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "newslint":
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                yield below if below in MODULES else node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)


GRAPH = {name: sorted(set(_imports(path)) - {name}) for name, path in sorted(MODULES.items())}


def _floor(module: str) -> str:
    return [*module.split("."), ""][1]


def _circles(graph: dict[str, list[str]]) -> list[list[str]]:
    """The strongly connected parts of more than one node (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph.get(node, []):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            part = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(part) > 1:
                found.append(sorted(part))

    for node in graph:
        if node not in index:
            visit(node)
    return found


def _folded(graph: dict[str, list[str]]) -> dict[str, list[str]]:
    """The same between folders; a file that lies beside folders counts as one of its own."""
    folders = {module.rpartition(".")[0] for module in graph}
    nested = {folder for folder in folders if folder.count(".") >= 1}

    def fold(module: str) -> str:
        parent = module.rpartition(".")[0]
        beside = any(other.startswith(parent + ".") for other in nested)
        return module if beside or module in nested else parent

    folded: dict[str, set[str]] = {}
    for module, others in graph.items():
        folded.setdefault(fold(module), set()).update(fold(other) for other in others)
    return {name: sorted(others - {name}) for name, others in folded.items()}


def test_every_module_stands_on_a_floor() -> None:
    assert {_floor(module) for module in MODULES} - GROUND <= set(FLOORS)


def test_imports_run_downward() -> None:
    wrong = [
        f"{module} imports {other}"
        for module, others in GRAPH.items()
        for other in others
        if _floor(module) not in GROUND
        and FLOORS.index(_floor(other) or "cli") < FLOORS.index(_floor(module))
    ]
    assert wrong == []


def test_layers_of_language_import_one_way() -> None:
    layer = {module: module.split(".")[2] for module in MODULES if module.startswith("newslint.language.")}
    assert set(layer.values()) <= set(LAYERS)
    wrong = [
        f"{module} imports {other}"
        for module in layer
        for other in GRAPH[module]
        if other in layer and LAYERS.index(layer[other]) > LAYERS.index(layer[module])
    ]
    assert wrong == []


@pytest.mark.parametrize("graph", [GRAPH, _folded(GRAPH)], ids=["files", "folders"])
def test_imports_form_no_circle(graph: dict[str, list[str]]) -> None:
    assert _circles(graph) == []


def test_what_a_family_of_checks_shares_stays_in_it() -> None:
    wrong = [
        f"{module} imports {other}"
        for module, others in GRAPH.items()
        for other in others
        if other.startswith("newslint.checks.")
        and other.count(".") == 3
        and (other.split(".")[3].startswith("_") or module.startswith("newslint.checks."))
        and module.rpartition(".")[0] != other.rpartition(".")[0]
    ]
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    printing = [
        module
        for module, path in MODULES.items()
        if _floor(module) != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("print", "sys.stdout.write", "sys.stderr.write", "click.echo")
    ]
    assert printing == []
