"""Paths to files: folders are walked in sorted order, .gitignore and `exclude` are honoured."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newslint.article.readers import SUFFIXES
from newslint.engine.path_patterns import PathPatterns, matcher
from newslint.engine.report import FileError
from newslint.engine.settings import Project

STDIN = "-"
STDIN_NAME = "<stdin>"  # what it is called where nobody names it
NEVER = {".git", ".hg", ".svn", ".newslint_cache", "node_modules", "__pycache__", ".venv", ".tox"}

# The .gitignore files that hold for a folder: each with the folder that its patterns start from.
_Ignores = tuple[tuple[str, PathPatterns], ...]


@dataclass(slots=True)
class Discovery:
    """The files to check in the order of a run, what went wrong, and the folders without articles."""

    files: list[str] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def discover(paths: Sequence[str], project: Project, stdin_name: str | None = None) -> Discovery:
    """The files that the paths mean, sorted, each once.

    A file that is named is checked whatever its suffix, unless `exclude` names it; so is standard input, by the
    name that it is given. A path that does not exist is an error. Symbolic links to folders inside a folder are not followed, so no loop can form.
    """
    found = Discovery()
    seen: set[str] = set()
    suffixes = SUFFIXES.keys() | project.formats.keys()
    for path in paths:
        if path == STDIN:
            fresh = [] if stdin_name and excluded(stdin_name, project) else [path]
        elif problem := _problem(path):
            found.errors.append(FileError(path, problem))
            continue
        elif Path(path).is_dir():
            fresh = list(_walk(path, suffixes, project, found))
            if not fresh:
                known = ", ".join(sorted(suffixes))
                found.notes.append(f"{path}: no articles here (looked for {known})")
        else:
            fresh = [] if excluded(path, project) else [path]
            if is_own_list(path, project):
                found.notes.append(f"{path}: a word or name list of the configuration, not an article")
        for file in fresh:
            key = os.path.normpath(file)
            if key not in seen:
                seen.add(file if key == file else key)  # mostly one string, held once
                found.files.append(file)
    found.files.sort()
    return found


def _problem(path: str) -> str:
    """Why a path that was named can't be checked; "" where it is a file or a folder."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 (a path may be any text)
    except (FileNotFoundError, NotADirectoryError):
        broken = os.path.islink(path)  # noqa: PTH114
        return (
            "a link to a file that does not exist" if broken else "no such file or folder; check the spelling"
        )
    except (OSError, ValueError) as error:
        return _reason(error)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return f"no file but a pipe or a device; check what it gives: newslint check {STDIN} < {path}"
    return ""


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        if error.errno == errno.ELOOP:
            return "a link that leads back to itself"
        if isinstance(error, PermissionError):
            return "may not be read; check the permissions of its folder"
        return f"can't be read: {error.strerror}"
    return f"can't be read: {error}"


def excluded(path: str, project: Project) -> bool:
    """Whether the configuration's `exclude` names the path, or it is one of its lists."""
    if is_own_list(path, project):
        return True
    return bool(project.exclude) and matcher(tuple(project.exclude)).match_file(relative(path, project.root))


def is_own_list(path: str, project: Project) -> bool:
    """Whether the path is a dictionary or a name list of the configuration: those are no articles."""
    lists = (*project.dictionaries, *project.name_lists)
    return path.endswith(tuple(map(os.path.basename, lists))) and os.path.realpath(path) in lists


def relative(path: str, root: str) -> str:
    """The path from the project's root, with forward slashes; outside of it, as an absolute path without its root."""
    absolute = os.path.abspath(path)  # noqa: PTH100 (resolve() would follow links)
    if absolute == root or absolute.startswith(root.rstrip(os.sep) + os.sep):
        return os.path.relpath(absolute, root).replace(os.sep, "/")
    return absolute.replace(os.sep, "/").lstrip("/")


def _walk(top: str, suffixes: set[str], project: Project, found: Discovery) -> Iterator[str]:
    specs = _specs_above(Path(os.path.abspath(top)))  # noqa: PTH100
    stack: list[tuple[str, _Ignores]] = [(top, specs)]
    while stack:
        folder, specs = stack.pop()
        absolute = os.path.abspath(folder)  # noqa: PTH100
        specs = _with_own(absolute, specs)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            found.errors.append(FileError(folder, f"this folder can't be read: {error.strerror}"))
            continue
        below: list[tuple[str, _Ignores]] = []
        for entry in entries:
            path = entry.path[2:] if entry.path.startswith("./") else entry.path
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
                if not _may_hold_copy(entry.name, is_folder, suffixes):
                    continue
                if _ignored(os.path.join(absolute, entry.name), is_folder, specs):  # noqa: PTH118
                    continue
                if is_folder:
                    below.append((path, specs))
                elif not excluded(path, project) and entry.is_file():
                    yield path
            except OSError as error:
                found.errors.append(FileError(path, _reason(error)))
        stack.extend(reversed(below))


def _may_hold_copy(name: str, is_folder: bool, suffixes: set[str]) -> bool:
    if is_folder:
        return name not in NEVER
    return os.path.splitext(name)[1].lower() in suffixes  # noqa: PTH122


def _specs_above(folder: Path) -> _Ignores:
    """The .gitignore files from the repository's top down to the folder's parent."""
    above: list[Path] = []
    for parent in (folder, *folder.parents):
        above.append(parent)
        if (parent / ".git").exists():
            break
    else:
        return ()
    specs: _Ignores = ()
    for parent in reversed(above[1:]):
        specs = _with_own(str(parent), specs)
    return specs


def _with_own(folder: str, specs: _Ignores) -> _Ignores:
    try:
        file = Path(folder) / ".gitignore"
        lines = file.read_text(encoding="utf-8-sig", errors="replace").split("\n") if file.is_file() else []
    except OSError:
        return specs
    return (*specs, (folder, PathPatterns(lines))) if lines else specs


def _ignored(path: str, is_folder: bool, specs: _Ignores) -> bool:
    """Whether git would ignore the path: the last .gitignore that says anything decides."""
    for folder, spec in reversed(specs):
        inside = os.path.relpath(path, folder).replace(os.sep, "/") + ("/" if is_folder else "")
        verdict = spec.verdict(inside)
        if verdict is not None:
            return verdict
    return False
