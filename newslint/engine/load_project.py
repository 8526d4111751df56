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

from newslint.engine.cache_folder import read_json, write_json
from newslint.engine.settings import Project, project_from_plain
from newslint.packs.pack_files import pack_files
from newslint.rules import shipped_folder
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


def find_root(config: Path | None, start: Path, here: Path) -> Path:
    """Where a project begins: beside its configuration, else at the nearest baseline in or above `start`, else here."""
    if config:
        return config.parent
    return next((folder for folder in (start, *start.parents) if (folder / BASELINE_NAME).is_file()), here)


def open_project(
    config: Path | None, root: Path, packs: tuple[str, ...] = (), cache: Path | None = None
) -> Project:
    """The configuration resolved, with every rule; kept in `cache`, the project's folder. Raises ConfigError
    or RuleError."""
    # Of each installation its own: what is stored names the folders of its rules.
    key = f"{config}|{packs}|{shipped_folder()}".encode("utf-8", "surrogateescape")
    store = cache / f"project-{_digest(key)[:16]}.json" if cache else None
    project = _kept(store, config) if store else None
    if project is not None:
        project.root = str(root)
        return project
    from newslint.engine.resolve_config import resolve

    project, files = resolve(config, root, packs)
    depends = _digests(files)
    project.digest = _digest(json.dumps([__version__, depends], sort_keys=True).encode())
    if store:
        write_json(store, {"version": __version__, "depends": depends, "project": asdict(project)})
    return project


def _kept(store: Path, config: Path | None) -> Project | None:
    """The stored project, where all that it was made from still reads the same and it is whole."""
    kept = read_json(store) or {}
    depends = kept.get("depends")
    if kept.get("version") != __version__ or not isinstance(depends, dict):
        return None
    if (config and str(config) not in depends) or depends != _digests(depends):
        return None
    try:
        return project_from_plain(kept["project"])
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError):
        return None


def _has_table(path: Path) -> bool:
    return "[tool.newslint" in path.read_text(encoding="utf-8", errors="replace")


def _digests(paths: Iterable[str]) -> dict[str, str]:
    """Each file's digest; a folder's is of the names and contents of the files that make it a pack."""
    return {path: _digest_of(Path(path)) for path in paths}


def _digest_of(path: Path) -> str:
    try:
        if path.is_dir():
            return _digest(
                "\0".join(f"{file}\0{_digest_of(file)}" for file in pack_files(path)).encode(
                    "utf-8", "surrogateescape"
                )
            )
        return _digest(path.read_bytes()) if path.is_file() else ""  # never waits for a pipe
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
