"""Imports run downward only, from the command line to the source."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "newslint"

# A module may import from its own room and from those further down.
ROOMS = [
    "cli",
    "reporters",
    "engine",
    "config",
    "rulefiles",
    "rules",
    "checks",
    "language",
    "article",
    "source",
]


def _room(parts: tuple[str, ...]) -> str:
    return parts[1] if len(parts) > 1 else ""


def test_imports_run_downward() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        parts = ("newslint", *path.relative_to(PACKAGE).with_suffix("").parts)
        room = _room(parts)
        if room not in ROOMS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newslint."):
                other = _room(tuple((node.module or "").split(".")))
                if other in ROOMS and ROOMS.index(other) < ROOMS.index(room):
                    wrong.append(f"{path.relative_to(PACKAGE)} imports {node.module}")
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    printing = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert printing == []
