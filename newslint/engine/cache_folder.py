"""Files that newslint keeps for itself: JSON in .newslint_cache/, replaced atomically, safe to delete at any time."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

FOLDER = ".newslint_cache"


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


def replace_file(path: Path, data: bytes, mode: int | None = None) -> None:
    """Replace a file's content whole or not at all. Raises OSError."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
