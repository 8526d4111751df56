"""Shows what a run came to: the report where it was asked for, errors and notes on standard error, progress meanwhile."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from newslint.cli._open_project import OpenProject, fail
from newslint.engine.run import RunResult
from newslint.reporters import Style, left_out, render
from newslint.reporters.shared.escape import escape_control_characters

_ALIKE = 3  # errors with one message that are shown each; of more the number is told


def show(outcome: RunResult, setup: OpenProject, options: dict[str, Any], to_stderr: bool) -> None:
    """The report where it was asked for; errors and notes on standard error."""
    name = setup.project.output_format
    file = options["output_file"]
    pieces = render(name, outcome, _style(setup, options, to_stderr=to_stderr))
    if options["statistics"]:
        pieces = _then(pieces, outcome)
    if file:
        _write(file, pieces)
    else:
        for piece in pieces:
            click.echo(_sendable(piece), nl=False, err=to_stderr)
    if not options["quiet"]:
        outcome.notes += left_out(name, outcome)
    say(outcome)


def check_can_write(file: str | None) -> None:
    """End the program where the folder that a report is to go to is not there, before anything is checked."""
    folder = Path(file or ".").parent
    if not folder.is_dir():
        fail(f"{file}: there is no folder {folder}; make it first, or check the spelling")


def say(outcome: RunResult) -> None:
    """Errors and notes, on standard error."""

    alike = Counter(error.message for error in outcome.errors)
    shown: Counter[str] = Counter()
    for error in outcome.errors:
        shown[error.message] += 1
        if shown[error.message] <= _ALIKE or alike[error.message] == _ALIKE + 1:
            click.echo(
                f"newslint: {escape_control_characters(error.path)}: {escape_control_characters(error.message)}",
                err=True,
            )
        elif shown[error.message] == alike[error.message]:
            more = alike[error.message] - _ALIKE
            click.echo(
                f"newslint: the same in {more:,} more files: {escape_control_characters(error.message)}",
                err=True,
            )
    for note in outcome.notes:
        click.echo(f"newslint: {escape_control_characters(note)}", err=True)


def progress(total: int) -> _Silent:
    """A context that gives a function to call after each file."""
    return _Bar(total) if total > 20 and sys.stderr.isatty() else _Silent()


def _then(pieces: Iterator[str], outcome: RunResult) -> Iterator[str]:
    from newslint.reporters.shared.statistics import statistics

    yield from pieces
    if outcome.violations:
        yield from statistics(outcome)


def _style(setup: OpenProject, options: dict[str, Any], *, to_stderr: bool) -> Style:
    import os
    import shutil

    to_file = bool(options["output_file"])
    stream = sys.stderr if to_stderr else sys.stdout
    terminal = stream.isatty() and not to_file
    colour = terminal and os.environ.get("TERM") != "dumb"
    if os.environ.get("FORCE_COLOR") and not to_file:
        colour = True
    if os.environ.get("NO_COLOR"):
        colour = False
    if options["colour"] != "auto":
        colour = options["colour"] == "always"
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    return Style(
        colour,
        max(60, min(width, 140)),
        setup.project.fail_on,
        options["columns"],
        options["suppressed"],
        setup.encoding,
        options["quiet"],
    )


def _write(file: str, pieces: Iterator[str]) -> None:
    from newslint.files import replace_file

    path, report = Path(file), "".join(pieces).encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(report)  # a pipe or a device, such as /dev/stderr
            return
        replace_file(path.resolve(), report)
    except OSError as error:
        fail(f"{file}: the report can't be written: {error.strerror or error}")


def _sendable(text: str) -> bytes:
    """A path may hold bytes that are no text (they arrive as surrogates): shown as escapes."""
    return text.encode("utf-8", "backslashreplace")


class _Silent:
    def __enter__(self) -> Callable[[], None]:
        return lambda: None

    def __exit__(self, *_: object) -> None:
        return None


class _Bar(_Silent):
    """A progress bar on standard error, shown once a run has taken two seconds."""

    def __init__(self, total: int) -> None:
        from time import monotonic

        self._total, self._done, self._clock, self._start = total, 0, monotonic, monotonic()
        self._last = self._start + 1.8

    def __enter__(self) -> Callable[[], None]:
        return self._tick

    def _tick(self) -> None:
        self._done += 1
        now = self._clock()
        if now - self._last > 0.2:
            self._last = now
            filled = 30 * self._done // self._total
            bar = "█" * filled + "░" * (30 - filled)
            sys.stderr.write(f"\r{bar} {self._done:,} of {self._total:,} files")
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if self._last > self._start + 1.9:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
