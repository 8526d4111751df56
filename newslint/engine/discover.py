"""Paths to files: folders are walked in sorted order, .gitignore and `exclude` are honoured."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.article.readers import SUFFIXES
from newslint.engine.report import FileError
from newslint.engine.selection import matcher
from newslint.engine.settings import Project

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
_NEVER = {".git", ".hg", ".svn", ".newslint_cache", "node_modules", "__pycache__", ".venv", ".tox"}

# The .gitignore files that hold for a folder: each with the folder that its patterns start from.
_Specs = tuple[tuple[str, "GitIgnoreSpec"], ...]


@dataclass(slots=True)
class Found:
    """The files to check in the order of a run, what went wrong, and the folders without articles."""

    files: list[str] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def discover(paths: Sequence[str], project: Project) -> Found:
    """The files that the paths mean, sorted, each once.

    A file that is named is checked whatever its suffix, unless `exclude` names it; a path that does not
    exist is an error. Symbolic links to folders inside a folder are not followed, so no loop can form.
    """
    found = Found()
    seen: set[str] = set()
    suffixes = SUFFIXES.keys() | project.formats.keys()
    for path in paths:
        if path == STDIN:
            fresh = [path]
        elif Path(path).is_dir():
            fresh = list(_walk(path, suffixes, project, found))
            if not fresh:
                known = ", ".join(sorted(suffixes))
                found.notes.append(f"{path}: no articles here (looked for {known})")
        elif Path(path).exists():
            fresh = [] if excluded(path, project) else [path]
        else:
            broken = Path(path).is_symlink()
            why = (
                "a link to a file that does not exist"
                if broken
                else "no such file or folder; check the spelling"
            )
            found.errors.append(FileError(path, why))
            continue
        for file in fresh:
            key = os.path.normpath(file)
            if key not in seen:
                seen.add(key)
                found.files.append(file)
    found.files.sort()
    return found


def excluded(path: str, project: Project) -> bool:
    """Whether the configuration's `exclude` names the path."""
    return bool(project.exclude) and matcher(tuple(project.exclude)).match_file(relative(path, project.root))


def relative(path: str, root: str) -> str:
    """The path from the project's root, with forward slashes; outside of it, as an absolute path without its root."""
    absolute = os.path.abspath(path)  # noqa: PTH100 (resolve() would follow links)
    if absolute == root or absolute.startswith(root.rstrip(os.sep) + os.sep):
        return os.path.relpath(absolute, root).replace(os.sep, "/")
    return absolute.replace(os.sep, "/").lstrip("/")


def _walk(top: str, suffixes: set[str], project: Project, found: Found) -> Iterator[str]:
    specs = _specs_above(Path(os.path.abspath(top)))  # noqa: PTH100
    stack: list[tuple[str, _Specs]] = [(top, specs)]
    while stack:
        folder, specs = stack.pop()
        absolute = os.path.abspath(folder)  # noqa: PTH100
        specs = _with_own(absolute, specs)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            found.errors.append(FileError(folder, f"this folder can't be read: {error.strerror}"))
            continue
        below: list[tuple[str, _Specs]] = []
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and entry.name in _NEVER:
                continue
            if not is_folder and os.path.splitext(entry.name)[1].lower() not in suffixes:  # noqa: PTH122
                continue
            if _ignored(os.path.join(absolute, entry.name), is_folder, specs):  # noqa: PTH118
                continue
            path = entry.path[2:] if entry.path.startswith("./") else entry.path
            if is_folder:
                below.append((path, specs))
            elif entry.is_file() and not excluded(path, project):
                yield path
        stack.extend(reversed(below))


def _specs_above(folder: Path) -> _Specs:
    """The .gitignore files from the repository's top down to the folder's parent."""
    above: list[Path] = []
    for parent in (folder, *folder.parents):
        above.append(parent)
        if (parent / ".git").exists():
            break
    else:
        return ()
    specs: _Specs = ()
    for parent in reversed(above[1:]):
        specs = _with_own(str(parent), specs)
    return specs


def _with_own(folder: str, specs: _Specs) -> _Specs:
    try:
        lines = (Path(folder) / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return specs
    from pathspec import GitIgnoreSpec

    return (*specs, (folder, GitIgnoreSpec.from_lines(lines)))


def _ignored(path: str, is_folder: bool, specs: _Specs) -> bool:
    """Whether git would ignore the path: the last .gitignore that says anything decides."""
    for folder, spec in reversed(specs):
        inside = os.path.relpath(path, folder).replace(os.sep, "/") + ("/" if is_folder else "")
        verdict = spec.check_file(inside).include
        if verdict is not None:
            return verdict
    return False
