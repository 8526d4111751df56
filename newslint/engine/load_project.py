"""Finds the configuration of a run and resolves it, from a stored copy where nothing has changed.

A stored copy names every file that it was made from with the digest of its content; it is used only if all of
them still read the same. So the usual run imports neither yaml nor pydantic.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from newslint.engine.cache_folder import cache_folder, read_json, write_json
from newslint.engine.settings import Project, project_from_plain
from newslint.rules import shipped_compiled, shipped_folder
from newslint.version import __version__

FILE_NAMES = ("newslint.toml", "pyproject.toml")
BASELINE_NAME = "newslint-baseline.jsonl"


def find_config(start: Path) -> Path | None:
    """The nearest configuration in a folder or above it."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
                return path
    return None


def find_root(config: Path | None, start: Path) -> Path:
    """Where a project begins: beside its configuration, else at the nearest baseline, else here."""
    if config:
        return config.parent
    return next((folder for folder in (start, *start.parents) if (folder / BASELINE_NAME).is_file()), start)


def open_project(config: Path | None, root: Path, packs: tuple[str, ...] = ()) -> Project:
    """The configuration resolved, with every rule. Raises ConfigError or RuleError."""
    # Of each installation its own: what is stored names the folders of its rules.
    key = f"{config}|{packs}|{shipped_folder()}".encode("utf-8", "surrogateescape")
    store = cache_folder(config.parent if config else None) / f"project-{_digest(key)[:16]}.json"
    kept = read_json(store)
    if kept and kept.get("version") == __version__ and kept.get("depends") == _digests(kept["depends"]):
        project = project_from_plain(kept["project"])
        project.root = str(root)
        return project
    from newslint.engine.resolve_config import resolve

    project, files = resolve(config, root, packs)
    depends = _digests(files)
    project.digest = _digest(json.dumps([__version__, depends], sort_keys=True).encode())
    write_json(store, {"version": __version__, "depends": depends, "project": asdict(project)})
    return project


def _has_table(path: Path) -> bool:
    return "[tool.newslint" in path.read_text(encoding="utf-8", errors="replace")


def _digests(paths: Iterable[str]) -> dict[str, str]:
    """Each file's digest; a folder's is of the names and contents of the rule files under it."""
    return {path: _digest_of(Path(path)) for path in paths}


def _digest_of(path: Path) -> str:
    try:
        if path.is_dir():
            parts: list[bytes] = []
            for file in sorted(path.rglob("*.yml")):
                if "lists" not in file.relative_to(path).parts:
                    parts += [str(file).encode("utf-8", "surrogateescape"), file.read_bytes()]
            return _digest(b"\0".join(parts))
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def rules_depend_on(packs: Iterable[str]) -> list[str]:
    """The folders whose rule files a project is made from; the shipped one only where it can change."""
    shipped = [] if shipped_compiled() is not None else [str(shipped_folder())]
    return [*shipped, *packs]
