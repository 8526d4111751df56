"""Files that newslint keeps for itself: JSON in .newslint_cache/, replaced atomically, safe to delete at any time."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = ".newslint_cache"
_TEMPORARY = ".newslint-tmp"  # how the name of a file ends that is being written
_STALE_SECONDS = 60.0  # a file that nobody has written to for so long is what a killed run has left


def cache_folder(beside: Path | None) -> Path:
    """The cache folder beside a configuration; without one, the user's cache."""
    if beside is not None:
        return beside / FOLDER
    base = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return Path(base) / "newslint"


def read_json(path: Path) -> dict[str, Any] | None:
    """What was written, or None where there is nothing that can be read."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Keep a value; where the folder can't be written, the next run computes it again."""
    try:
        prepare(path.parent)
        replace_file(
            path,
            json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"),
        )
    except OSError:
        return


def prepare(folder: Path) -> None:
    """Make the cache folder, which git is told to leave alone."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
    if folder.name == FOLDER and not (folder / ".gitignore").exists():
        replace_file(folder / ".gitignore", b"# made by newslint\n*\n")


def replace_file(
    path: Path, data: bytes, mode: int | None = None, may: Callable[[], bool] = lambda: True
) -> bool:
    """Replace a file's content whole or not at all. Raises OSError.

    `may` is asked at the last moment, when all is written but the name; where it says no, the file stays as it
    is, and the answer is False.
    """
    _remove_leftovers(path.parent)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=_TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        if not may():
            Path(temporary).unlink()
            return False
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


@lru_cache(maxsize=1024)
def _remove_leftovers(folder: Path) -> None:
    """Take away what a run that was killed while it wrote has left in a folder; looked for once in a process."""
    long_ago = time.time() - _STALE_SECONDS
    try:
        for file in folder.iterdir():
            if file.name.endswith(_TEMPORARY) and file.stat().st_mtime < long_ago:
                file.unlink()
    except OSError:
        return  # another process was sooner, or the folder can't be read: whoever writes there will say so


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
