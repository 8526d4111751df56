"""Which files a pack is made of. What loads a pack and what asks whether it has changed both ask here."""

from __future__ import annotations

from pathlib import Path

from newslint.rules import LISTS

_SUFFIX = ".yml"


def rule_files(folder: Path) -> list[tuple[str, Path]]:
    """Name and file of each rule under a folder at any depth but in its `lists/`, sorted by name."""
    named = (
        (path.relative_to(folder).with_suffix("").as_posix(), path) for path in folder.rglob(f"*{_SUFFIX}")
    )
    return sorted(
        (name, path) for name, path in named if not name.startswith(f"{LISTS}/") and not path.is_dir()
    )


def list_files(folder: Path) -> list[Path]:
    """The word, pair and name lists of a pack, sorted."""
    return sorted(path for path in (folder / LISTS).rglob("*") if path.is_file())


def pack_files(folder: Path) -> list[Path]:
    """Every file on which the rules under a folder depend: the rules and their lists."""
    return [*(path for _, path in rule_files(folder)), *list_files(folder)]
