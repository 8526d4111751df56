"""Patterns of paths as in .gitignore, matched in time that grows with the path's length alone.

A pattern becomes a regular expression in which each star takes the shortest way to what follows it and never
another (an atomic group): inside one part of a path the first place where the rest fits is as good as any later one.
So nothing a pull request writes into `exclude` or a .gitignore can hold up a run. https://git-scm.com/docs/gitignore
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_ANY_DEPTH = "(?:[^/]+/)*?"
# A pattern that names the path itself weighs more than one that names a folder above it.
_ABOVE, _ITSELF = 1, 2


@dataclass(frozen=True, slots=True)
class _Pattern:
    wanted: bool  # False: the pattern began with '!'
    folders_only: bool
    itself: re.Pattern[str]
    above: re.Pattern[str]  # a folder that holds the path


class PathPatterns:
    """The patterns of one file or setting; the last that matches decides. One that is malformed matches nothing."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._patterns = [pattern for line in lines if (pattern := _compiled(line))]

    def verdict(self, path: str) -> bool | None:
        """Whether the patterns name the path, a folder's ending in '/'; None where no pattern says anything."""
        name, is_folder = path.rstrip("/"), path.endswith("/")
        weight, verdict = 0, None
        for pattern in self._patterns:
            if pattern.itself.match(name) and (is_folder or not pattern.folders_only):
                found = _ABOVE if is_folder else _ITSELF
            elif pattern.above.match(name):
                found = _ABOVE
            else:
                continue
            if found >= weight:
                weight, verdict = found, pattern.wanted
        return verdict

    def match_file(self, path: str) -> bool:
        """Whether the patterns name the path or a folder that holds it."""
        return bool(self.verdict(path))


@lru_cache(maxsize=256)
def matcher(lines: tuple[str, ...]) -> PathPatterns:
    """The patterns, made once."""
    return PathPatterns(lines)


def _compiled(line: str) -> _Pattern | None:
    line = _without_spaces_at_the_end(line.rstrip("\r\n"))
    if not line or line.startswith("#"):
        return None
    wanted = not line.startswith("!")
    line = line if wanted else line[1:]
    folders_only = line.endswith("/")
    line = line.removesuffix("/")
    parts = line.removeprefix("/").split("/") if "/" in line else ["**", line]
    try:
        body = "".join(_body(parts))
    except ValueError:
        return None
    return _Pattern(
        wanted, folders_only, re.compile(rf"{body}\Z", re.DOTALL), re.compile(f"{body}/", re.DOTALL)
    )


def _without_spaces_at_the_end(line: str) -> str:
    kept = line.rstrip(" ")
    return kept + " " if kept.endswith("\\") and len(kept) < len(line) else kept


def _body(parts: list[str]) -> Iterator[str]:
    """The expression of a pattern's parts, group by group between '**'."""
    groups: list[list[str]] = [[]]
    for part in parts:
        if part == "**":
            groups.append([])
        elif not part:
            raise ValueError("two slashes")
        else:
            groups[-1].append(_part(part))
    if groups[0]:
        yield "/".join(groups[0]) + ("/" if len(groups) > 1 else "")
    for group in groups[1:-1]:
        if group:
            yield f"(?>{_ANY_DEPTH}{'/'.join(group)}/)"
    if len(groups) > 1:
        yield _ANY_DEPTH + "/".join(groups[-1]) if groups[-1] else ".+"


def _part(glob: str) -> str:
    """The expression of what stands between two slashes. Raises ValueError where it is malformed."""
    runs: list[str] = [""]
    at = 0
    while at < len(glob):
        sign = glob[at]
        at += 1
        if sign == "*":
            runs.append("")
        elif sign == "?":
            runs[-1] += "[^/]"
        elif sign == "[":
            one, at = _one_of(glob, at)
            runs[-1] += one
        else:
            if sign == "\\":
                sign, at = glob[at : at + 1], at + 1
                if not sign:
                    raise ValueError("nothing is escaped")
            runs[-1] += re.escape(sign)
    first, *others = runs
    if not others:
        return first
    between = "".join(f"(?>[^/]*?{run})" for run in others[:-1] if run)
    return f"(?!/|\\Z){first}{between}[^/]*{others[-1]}(?=/|\\Z)"


def _one_of(glob: str, at: int) -> tuple[str, int]:
    """A class of characters that begins after '[', and where it has ended. Raises ValueError."""
    negated = glob[at : at + 1] in ("!", "^")
    at += negated
    signs: list[str] = []
    while not (glob[at : at + 1] == "]" and signs):
        if glob[at : at + 1] == "\\":
            at += 1
            signs.append(glob[at : at + 1])
        elif glob[at : at + 1] == "-" and signs and glob[at + 1 : at + 2] not in ("", "]"):
            signs.append("-")  # a range; a plain hyphen is escaped below
        else:
            signs.append(glob[at : at + 1])
        if not signs[-1]:
            raise ValueError("the class does not end")
        at += 1
    return f"(?!/)[{'^' if negated else ''}{''.join(_ranges(signs))}]", at + 1


def _ranges(signs: list[str]) -> Iterator[str]:
    at = 0
    while at < len(signs):
        if 0 < at + 1 < len(signs) - 1 and signs[at + 1] == "-":
            if signs[at] > signs[at + 2]:
                raise ValueError("a range that runs backwards")
            yield f"{re.escape(signs[at])}-{re.escape(signs[at + 2])}"
            at += 3
        else:
            yield re.escape(signs[at])
            at += 1
