"""Which files a pack is made of. What loads a pack and what asks whether it has changed both ask here."""

from __future__ import annotations

from pathlib import Path

from newslint.rules import LISTS, RuleError

_SUFFIX, _OTHER_SUFFIX = ".yml", ".yaml"


def rule_files(folder: Path) -> list[tuple[str, Path]]:
    """Name and file of each rule under a folder at any depth but in its `lists/`, sorted by name."""
    return _named(folder, _SUFFIX)


def misnamed_files(folder: Path) -> list[RuleError]:
    """An error for each file under a folder that is meant as a rule, by another suffix."""
    return [
        RuleError(
            str(path), f"a rule's file ends in {_SUFFIX}; rename it to {path.with_suffix(_SUFFIX).name}"
        )
        for _, path in _named(folder, _OTHER_SUFFIX)
    ]


def files_without_family(folder: Path) -> list[RuleError]:
    """An error for each rule at the very top of a pack, in no family."""
    return [
        RuleError(
            str(path), f"a rule lies in the folder of its family; move it to {folder.name}/FAMILY/{path.name}"
        )
        for name, path in _named(folder, _SUFFIX)
        if "/" not in name
    ]


def list_files(folder: Path) -> list[Path]:
    """The word, pair and name lists of a pack, sorted."""
    return sorted(path for path in (folder / LISTS).rglob("*") if path.is_file())


def pack_files(folder: Path) -> list[Path]:
    """Every file on which the rules under a folder depend: the rules and their lists."""
    meant = [*_named(folder, _SUFFIX), *_named(folder, _OTHER_SUFFIX)]
    return [*(path for _, path in meant), *list_files(folder)]


def _named(folder: Path, suffix: str) -> list[tuple[str, Path]]:
    named = (
        (path.relative_to(folder).with_suffix("").as_posix(), path) for path in folder.rglob(f"*{suffix}")
    )
    return sorted(
        (name, path) for name, path in named if not name.startswith(f"{LISTS}/") and not path.is_dir()
    )
