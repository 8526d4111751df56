"""The lines that a branch changed, asked of git."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from newslint.engine.report import Violation

Lines = dict[str, list[tuple[int, int]]]  # by real path: first and last changed line of each stretch

_WHOLE = (1, 1 << 60)
_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_PLAIN = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


class GitError(Exception):
    """What git can't answer, with the remedy."""


def changed_lines(base: str, paths: Iterable[str]) -> Lines:
    """The lines of the working tree that differ from where its branch left `base`; new files are changed whole.

    A renamed file's lines count as changed only where they were. Raises GitError.
    """
    lines: Lines = {}
    for top in dict.fromkeys(_top(path) for path in paths):
        start = _merge_base(top, base)
        diff = run_git(
            top,
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-prefix",
            "--find-renames",
            start,
            "--",
        )
        _read(diff, top, lines)
        for name in run_git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
            if name:
                lines[_real(top, name)] = [_WHOLE]
    return lines


def in_changed(violations: Iterable[Violation], lines: Lines) -> list[Violation]:
    """The violations that touch a changed line. In a file with lone carriage returns, which end a line here and
    none for git, every violation does where anything was changed."""
    stretches = lru_cache(maxsize=None)(lambda path: _stretches(path, lines))
    return [
        v
        for v in violations
        if any(first <= v.place.end_line and v.place.line <= last for first, last in stretches(v.path))
    ]


def _stretches(path: str, lines: Lines) -> list[tuple[int, int]]:
    real = os.path.realpath(path)
    changed = lines.get(real, [])
    if not changed:
        return []
    try:
        data = Path(real).read_bytes()
    except OSError:
        return changed
    return [_WHOLE] if data.count(b"\r") != data.count(b"\r\n") else changed


def _top(path: str) -> str:
    """The top folder of the repository that holds a path."""
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    try:
        return os.fsdecode(run_git(folder or ".", "rev-parse", "--show-toplevel").rstrip(b"\n"))
    except GitError as error:
        raise GitError(f"--diff-base needs a git repository, and {path} is in none ({error})") from error


def _merge_base(top: str, base: str) -> str:
    if base.startswith("-"):
        raise GitError(f"--diff-base: '{base}' is no branch or commit")
    try:
        run_git(top, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    except GitError as error:
        remote, _, branch = base.partition("/")
        remedy = f"git fetch {remote} {branch}" if branch else "check the name, or fetch it"
        raise GitError(f"--diff-base: git knows no branch or commit '{base}' here; {remedy}") from error
    try:
        return os.fsdecode(run_git(top, "merge-base", base, "HEAD").strip())
    except GitError as error:
        shallow = run_git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
        remedy = (
            "this clone is shallow: git fetch --unshallow (GitHub's checkout: fetch-depth: 0)"
            if shallow
            else "name a branch that this one started from"
        )
        raise GitError(f"--diff-base: this branch and '{base}' have no commit in common; {remedy}") from error


def _read(diff: bytes, top: str, lines: Lines) -> None:
    stretches: list[tuple[int, int]] = []
    header = True
    for line in diff.split(b"\n"):
        if line.startswith(b"diff --git "):
            header = True
        elif header and line.startswith(b"+++ "):
            stretches = lines.setdefault(_real(top, _unquoted(line[4:])), [])
        elif match := _HUNK.match(line):
            header = False
            count = int(match[2]) if match[2] is not None else 1
            if count:
                stretches.append((int(match[1]), int(match[1]) + count - 1))


def _unquoted(name: bytes) -> bytes:
    """A path as git writes it: in quotation marks with escapes where it holds odd characters, else with a
    tab behind it where it holds spaces."""
    if not name.startswith(b'"'):
        return name.rstrip(b"\t")
    return _ESCAPE.sub(
        lambda m: bytes([int(m[1], 8)]) if len(m[1]) == 3 else _PLAIN.get(m[1], m[1]),
        name[1 : name.rindex(b'"')],
    )


def _real(top: str, name: bytes) -> str:
    return os.path.realpath(Path(top, os.fsdecode(name)))


def run_git(folder: str, *arguments: str) -> bytes:
    """What git prints for a command in a folder. Raises GitError."""
    environment = {key: value for key, value in os.environ.items() if key not in ("GIT_DIR", "GIT_WORK_TREE")}
    try:
        run = subprocess.run(
            ["git", "-C", folder, *arguments],
            capture_output=True,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error
    if run.returncode:
        raise GitError(
            os.fsdecode(run.stderr).strip().splitlines()[-1] if run.stderr.strip() else "git failed"
        )
    return run.stdout
