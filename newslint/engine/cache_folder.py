"""Where newslint keeps what it can compute again: in a folder of the user's, never in the checkout.

A checkout may come from anybody, so nothing that lies in it is believed: a folder that others may write to, or
that git has committed, is left alone with a note. Each project has a folder of its own, named by its configuration.
All of it may be deleted at any time; whatever can't be read is computed again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.files import replace_file

_TAG = "CACHEDIR.TAG"  # tells backup programs to leave the folder out: https://bford.info/cachedir/
_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55\n# This folder was made by newslint.\n"
_PROJECT = re.compile(r"[0-9a-f]{16}")  # the name of a project's folder
_KEPT = re.compile(r"\.?(project-|results\.sqlite)")  # how the names of its files begin
_STALE_SECONDS = 90 * 24 * 3600  # a project that nobody has checked for so long is forgotten


@dataclass(frozen=True, slots=True)
class CacheFolder:
    """A project's folder. `path` is None where none can be used; `note` says why, where the user can mend it."""

    path: Path | None
    note: str = ""


def cache_folder(config: Path | None, wanted: str | None = None) -> CacheFolder:
    """The folder of the project with this configuration, made where it is not there yet.

    It lies in `wanted` (--cache-dir, NEWSLINT_CACHE_DIR), else in the user's cache folder.
    """
    base = base_folder(wanted)
    if base is None:
        return CacheFolder(None)
    folder = project_folder(base, config)
    try:
        if not base.is_dir():
            _make_base(base)
        if distrust := _distrust(base) or _committed(base):
            return CacheFolder(None, f"{base}: the cache is not used, as {distrust}")
        if not os.path.lexists(folder):
            folder.mkdir(mode=0o700, exist_ok=True)
            _forget_stale(base)
        if distrust := _distrust(folder):
            return CacheFolder(None, f"{folder}: the cache is not used, as {distrust}")
        os.utime(folder)
    except OSError as error:
        # A home that can't be written is nothing to complain about; a folder that was asked for is.
        return CacheFolder(None, f"{base}: nothing is cached: {error.strerror}" if wanted else "")
    return CacheFolder(folder)


def base_folder(wanted: str | None = None) -> Path | None:
    """The folder that holds all projects' folders; None where the user has no home."""
    try:
        if wanted:
            return Path(wanted).resolve()
        return (_user_cache() / "newslint").resolve()
    except (OSError, RuntimeError, ValueError):
        return None


def project_folder(base: Path, config: Path | None) -> Path:
    """The folder in `base` of the project with this configuration; all without one share theirs."""
    return base / hashlib.sha256(os.fsencode(str(config or ""))).hexdigest()[:16]


def kept_folders(base: Path) -> list[Path]:
    """The folders of all projects; one of another name, or that holds anything else, is not newslint's."""
    try:
        return [
            entry
            for entry in sorted(base.iterdir())
            if _PROJECT.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink() and _is_own(entry)
        ]
    except OSError:
        return []


def _is_own(folder: Path) -> bool:
    return all(_KEPT.match(entry.name) for entry in folder.iterdir())


def read_json(path: Path) -> dict[str, Any] | None:
    """What `write_json` wrote; None where it is not there, damaged, or no regular file."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        digest, _, body = path.read_bytes().partition(b"\n")
        value = json.loads(body) if digest == _digest(body) else None
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Keep a value behind its digest; where the folder can't be written, the next run computes it again."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    try:
        replace_file(path, _digest(body) + b"\n" + body, 0o600)
    except OSError:
        return


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def _user_cache() -> Path:
    """The platform's place for caches. Raises RuntimeError where the user has no home."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):  # noqa: PTH117
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path("~/AppData/Local").expanduser())
    return Path("~/Library/Caches" if sys.platform == "darwin" else "~/.cache").expanduser()


def _make_base(base: Path) -> None:
    base.parent.mkdir(parents=True, exist_ok=True)
    base.mkdir(mode=0o700, exist_ok=True)
    replace_file(base / _TAG, _SIGNATURE)
    replace_file(base / ".gitignore", b"# made by newslint\n*\n")


def _distrust(folder: Path) -> str:
    """Why nothing in a folder can be believed, and the remedy; "" where it can. Raises OSError."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return "this is no folder; remove it"
    if hasattr(os, "geteuid"):
        if status.st_uid != os.geteuid():
            return "this folder belongs to another user; name one of your own: --cache-dir"
        if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return "others may write to this folder; remove it, or take that right away: chmod -R go-w"
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            return "this folder may not be read and written; remove it, or: chmod u+rwx"
    return ""


def _committed(folder: Path) -> str:
    """Why a folder in a git repository can't be believed: git tracks files in it, or can't say; else ""."""
    if not any(os.path.lexists(parent / ".git") for parent in (folder, *folder.parents)):
        return ""
    from newslint.engine.git_changes import GitError, run_git

    try:
        tracked = run_git(str(folder), "ls-files", "--cached", "-z", "--", ".")
    except GitError as error:
        return f"git can't say whether its files are committed: {error}"
    return "its files are committed, by whomever; take them out: git rm -r --cached" if tracked else ""


def _forget_stale(base: Path) -> None:
    """Remove the folders of projects that have not been checked for long."""
    oldest = time.time() - _STALE_SECONDS
    for folder in kept_folders(base):
        if folder.stat().st_mtime < oldest:
            import shutil

            shutil.rmtree(folder, ignore_errors=True)
