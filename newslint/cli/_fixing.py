"""`newslint check --fix` and `--diff`: mend files, or show how they would be mended."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newslint.cli._open_project import OpenProject
from newslint.engine.discover import STDIN
from newslint.engine.fix import Fixed, OtherText, SavedMeanwhile, source_of, write
from newslint.engine.lint_file import Input
from newslint.engine.patch import is_text_for_git, patch
from newslint.engine.report import FileError, Violation
from newslint.engine.run import RunOptions, RunResult, run
from newslint.engine.settle import recheck, settled
from newslint.files import Unreadable, Unwritable, decode, encode

_SAVED_MEANWHILE = (
    "was saved while newslint checked it, so it is left as it is; run 'newslint check --fix' again"
)
_OTHER_TEXT = (
    "the fixes that are kept for it belong to another text, so it is left as it is; run it with --no-cache"
)


def mend(files: list[str], setup: OpenProject, how: RunOptions, least: str) -> RunResult:
    """Apply the fixes that are trusted enough, and check once more."""
    done, count, errors = 0, 0, []
    for change in _changes(files, setup, how, run(files, setup.project, setup.selector, how), least):
        if isinstance(change, FileError):
            errors.append(change)
        elif how.stdin and change.source.path == how.stdin.name:
            try:
                how.stdin = Input(how.stdin.name, encode(change.source, change.text))
            except Unwritable as error:
                errors.append(FileError(how.stdin.name, f"can't be changed: {error}"))
            click.echo(how.stdin.data, nl=False)
        elif change.applied:
            wrong = _written(change)
            errors += wrong
            done += not wrong
            count += 0 if wrong else len(change.applied)
    after = run(files, setup.project, setup.selector, how)
    after.errors += errors
    if count:
        after.notes.append(f"mended {_many(count, 'thing')} in {_many(done, 'file')}")
    return after


def show_diff(files: list[str], setup: OpenProject, how: RunOptions, least: str) -> RunResult:
    """Print what would change, as a patch. The outcome's violations are those that would be mended."""
    before = run(files, setup.project, setup.selector, how)
    outcome = RunResult(errors=before.errors, notes=before.notes)
    for change in _changes(files, setup, how, before, least):
        if isinstance(change, FileError):
            outcome.errors.append(change)
            continue
        try:
            shown = patch(change)
        except Unwritable as error:
            outcome.errors.append(FileError(change.source.path, f"can't be changed: {error}"))
            continue
        outcome.violations += change.applied
        click.echo(shown, nl=False)
        if shown and not is_text_for_git(change):
            encoding = change.source.encoding[:6].upper()
            outcome.notes.append(
                f"{change.source.path} is {encoding}, which git takes for binary: 'git apply' will refuse its part of "
                "the patch; use --fix"
            )
    return outcome


def _changes(
    files: list[str], setup: OpenProject, how: RunOptions, outcome: RunResult, least: str
) -> Iterator[Fixed | FileError]:
    """How each file with violations would be fixed; an error for one that was saved since it was checked."""
    by_path: dict[str, list[Violation]] = {}
    for v in outcome.violations:
        by_path.setdefault(v.path, []).append(v)
    digests = {report.path: report.digest for report in outcome.reports}
    check, markup = recheck(setup.project, setup.selector)
    stdin = how.stdin
    for path in files:
        name = stdin.name if stdin and path == STDIN else path
        if name not in by_path and path != STDIN:
            continue
        try:
            if stdin and path == STDIN:
                source = decode(name, stdin.data, setup.encoding(name))
            else:
                source = source_of(path, setup.encoding(path))
        except Unreadable:
            continue  # the run has said so
        if source.digest != digests[name]:
            yield FileError(path, _SAVED_MEANWHILE)
            continue
        try:
            yield settled(source, by_path.get(name, []), least, check, markup)
        except OtherText:
            yield FileError(path, _OTHER_TEXT)


def _written(change: Fixed) -> list[FileError]:
    path = change.source.path
    try:
        write(change)
    except SavedMeanwhile:
        return [FileError(path, _SAVED_MEANWHILE)]
    except OSError as error:
        return [FileError(path, f"can't be written: {error.strerror or error}; it is unchanged")]
    return []


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
