"""Paths as services read them: from the repository's root, whatever the folder that newslint was called in."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from newslint.engine.discover import STDIN_NAME

# Where GitHub and GitLab check a repository out; they count only where git's own top is not to be seen.
_WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


class RepositoryPaths:
    """Turns paths as the user gave them into paths from the repository's root.

    The root is git's top folder above the working directory, else the folder that the CI service names, else
    git's top folder above the file itself. A file outside of all three keeps its path from the working directory,
    or the path by which it was named.
    """

    def __init__(self) -> None:
        self._here = str(Path.cwd())
        named = [os.environ[name] for name in _WORKSPACES if os.environ.get(name)]
        self._roots = [root for root in (_top_above(self._here), *named) if root]
        self._tops = lru_cache(maxsize=1024)(_top_above)

    def __call__(self, path: str) -> str:
        """The path from the repository's root, with forward slashes."""
        if path == STDIN_NAME:
            return path
        absolute = os.path.abspath(path)  # noqa: PTH100 (resolve() would follow links)
        for root in self._roots:
            if (inside := _below(absolute, root)) is not None:
                return inside
        own = self._tops(os.path.dirname(absolute))  # noqa: PTH120
        for root in (own, self._here):
            if root and (inside := _below(absolute, root)) is not None:
                return inside
        return path.replace(os.sep, "/")


def _top_above(folder: str) -> str:
    """The nearest folder, this one or above it, that git calls the top of a repository; "" where there is none.

    In a worktree or a submodule `.git` is a file.
    """
    return next((str(each) for each in (Path(folder), *Path(folder).parents) if (each / ".git").exists()), "")


def _below(path: str, root: str) -> str | None:
    """The path from the root; None where it leads out of it. Links are followed only where that makes it lie inside."""
    for normal in (os.path.abspath, os.path.realpath):
        try:
            one, other = normal(path), normal(root)
        except ValueError:  # a name that no file can have
            continue
        if one.startswith(other.rstrip(os.sep) + os.sep):
            return os.path.relpath(one, other).replace(os.sep, "/")
    return None
