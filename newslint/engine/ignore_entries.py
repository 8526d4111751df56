"""What is said of [[ignore]] entries that cover nothing any more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path, PurePosixPath

from newslint.engine.discover import NEVER, relative
from newslint.engine.path_patterns import matcher
from newslint.engine.settings import Ignore, Project

_WILD = frozenset("*?[!\\")


def unused_note(entry: Ignore, project: Project) -> str:
    """What to say of an entry that covers nothing."""
    text = f" with the text '{entry.text}'" if entry.text else ""
    return (
        f"{os.path.relpath(project.config)}: the [[ignore]] entry for {entry.rule} in '{entry.path}'{text} "
        f"covers nothing any more; remove it"
    )


def gone_entries(project: Project, folders: Iterable[str], checked: Iterable[str]) -> Iterator[Ignore]:
    """The entries whose files are gone: a folder that would hold them was checked whole, and no file there fits.

    `checked` are the files of the run. An entry whose files are there but were left out of the run is not gone.
    """
    if not project.ignores:
        return
    whole = [_inside(folder, project.root) for folder in folders]
    paths = [relative(path, project.root) for path in checked]
    for entry in project.ignores:
        fits = matcher((entry.path,)).match_file
        home = _home(entry.path)
        is_held = any(folder is not None and home.is_relative_to(folder) for folder in whole)
        if is_held and not any(map(fits, paths)) and not any(map(fits, _files(project.root, home))):
            yield entry


def _inside(folder: str, root: str) -> PurePosixPath | None:
    """A folder as seen from the project's root; None where it lies outside."""
    path = os.path.relpath(folder, root).replace(os.sep, "/")
    return None if path == ".." or path.startswith("../") else PurePosixPath(path)


def _home(pattern: str) -> PurePosixPath:
    """The innermost folder that is sure to hold what a pattern means; the root's is '.'."""
    body = pattern.removesuffix("/")
    if "/" not in body:
        return PurePosixPath()  # means a name at any depth
    parts = body.removeprefix("/").split("/")[:-1]
    return PurePosixPath(*takewhile(lambda part: not _WILD & set(part), parts))


def _files(root: str, home: PurePosixPath) -> Iterator[str]:
    """Every file under a folder of the project, from the project's root; of folders that no run enters, none."""
    for folder, below, names in os.walk(Path(root) / home):
        below[:] = [name for name in below if name not in NEVER]
        for name in names:
            yield relative(os.path.join(folder, name), root)  # noqa: PTH118
