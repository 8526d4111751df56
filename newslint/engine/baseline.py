"""The baseline: what an old archive holds today and is not to be reported again.

A file of one JSON object a line, sorted, so that it reads well in a diff and merges like text. An entry knows a
violation by its path, rule and words, not by its line; equal ones in a file are counted.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newslint.engine.discover import relative
from newslint.engine.report import Violation
from newslint.files import replace_file
from newslint.rules import Rule

_SHOWN = 80  # characters of a violation's words that an entry shows; a digest of the whole follows
_MOST = 1_000_000  # times that one file may repeat a violation


class BaselineError(Exception):
    """A baseline that can't be read or written: the file, and the message with the line and the remedy."""

    def __init__(self, file: Path, message: str) -> None:
        super().__init__(f"{file}: {message}")
        self.file, self.message = file, message


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A kind of violation in a file: its path from the baseline's folder, its rule, its words."""

    path: str
    rule: str
    text: str


Baseline = Counter[Entry]


def read(file: Path, rules: Sequence[Rule]) -> Baseline:
    """The entries with how often each is accepted, rules under their present names. Raises BaselineError."""
    renamed = {old: rule.name for rule in rules for old in rule.formerly}
    entries: Baseline = Counter()
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(file, f"can't be read: {error}; write it anew: newslint baseline") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry, count = _parsed(line)
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise BaselineError(
                file,
                f"line {number}: not a line of a baseline (a merge conflict?); "
                "mend it, or write it anew: newslint baseline",
            ) from error
        entries[replace(entry, rule=renamed.get(entry.rule, entry.rule))] += count
    return entries


def _parsed(line: str) -> tuple[Entry, int]:
    """An entry and how often it is accepted. Raises an error of several kinds where the line is none."""
    values = json.loads(line)
    entry, count = Entry(values["path"], values["rule"], values["text"]), values.get("count", 1)
    if not all(isinstance(text, str) for text in (entry.path, entry.rule, entry.text)):
        raise TypeError("path, rule and text are text")
    if type(count) is not int or not 0 < count <= _MOST:
        raise ValueError("the count is a whole number")
    return entry, count


def write(file: Path, entries: Baseline) -> None:
    """Replace the baseline. Raises BaselineError; the old one is then as it was."""
    lines = []
    for entry in sorted(entries):
        values: dict[str, str | int] = {"path": entry.path, "rule": entry.rule, "text": entry.text}
        if entries[entry] > 1:
            values["count"] = entries[entry]
        if entries[entry] > 0:
            lines.append(json.dumps(values, ensure_ascii=False) + "\n")
    try:
        replace_file(file, "".join(lines).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise BaselineError(file, f"can't be written: {error.strerror or error}") from error


def entries_of(violations: Iterable[Violation], folder: str) -> Baseline:
    """The violations as entries of a baseline in this folder."""
    return Counter(_entry(v, folder) for v in violations)


def split(
    violations: Iterable[Violation], baseline: Baseline, folder: str
) -> tuple[list[Violation], list[Violation]]:
    """The violations that are new, and those that the baseline accepts: of equal ones in a file, the first."""
    left = Counter(baseline)
    new, accepted = [], []
    for v in violations:
        entry = _entry(v, folder)
        if left[entry] > 0:
            left[entry] -= 1
            accepted.append(v)
        else:
            new.append(v)
    return new, accepted


def mended(
    baseline: Baseline,
    violations: Iterable[Violation],
    checked: Iterable[str],
    rules: Iterable[str],
    folder: str,
) -> Baseline:
    """The entries that are there no more: of the rules that ran, in files that were checked or are gone."""
    still = entries_of(violations, folder)
    paths = {relative(path, folder) for path in checked}
    ran = set(rules)
    return Counter(
        {
            entry: count - still[entry]
            for entry, count in baseline.items()
            if count > still[entry]
            and entry.rule in ran
            and (entry.path in paths or not os.path.exists(Path(folder, entry.path)))  # noqa: PTH110 (any text is no error)
        }
    )


def _entry(v: Violation, folder: str) -> Entry:
    text = " ".join(v.excerpt.split())
    if len(text) > _SHOWN:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        text = f"{text[:_SHOWN].rstrip()} … {digest}"
    return Entry(relative(v.path, os.fspath(folder)), v.rule, text)
