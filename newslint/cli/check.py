"""`newslint check`: check files, report what is wrong, mend what can be mended."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from newslint.cli._check_options import check_options
from newslint.cli._notes import gone_notes, usage_notes
from newslint.cli._open_project import OpenProject, fail, opened, project_options
from newslint.cli._output import check_can_write, progress, say, show
from newslint.engine.discover import STDIN, STDIN_NAME, discover
from newslint.engine.lint_file import Input
from newslint.engine.report import FileError, SuppressedViolation
from newslint.engine.run import RunOptions, RunResult, run
from newslint.rules import SEVERITIES

if TYPE_CHECKING:
    from newslint.engine.cache import Cache

_FEW = 4  # fewer files are checked sooner than the cache is opened


@click.command(short_help="Check article files.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@check_options
@project_options
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Check article files for duplicated captions, typos, inconsistent names and wrong dates.

    PATHS are files and folders ('-': standard input); without any, the current folder. Exit code: 0, nothing
    at or above --fail-on; 1, something; 2, wrong usage or configuration, or a file that could not be read.
    """
    stdin_name = options["stdin_filename"]
    setup = opened(options, [*paths, *([stdin_name] if stdin_name else ())])
    stdin = _stdin(paths, stdin_name)
    setup.project.exclude = [*setup.project.exclude, *options["exclude"]]
    check_can_write(options["output_file"])
    found = discover(paths or (".",), setup.project, stdin_name)
    if options["show_files"] or options["show_settings"]:
        from newslint.cli._show_plan import show_plan

        sys.exit(show_plan(found, setup, stdin, options))
    how = RunOptions(_cache(setup, options, len(found.files)), options["jobs"] or None, stdin)
    if options["fix"] or options["diff"]:
        from newslint.cli._fixing import mend, show_diff

        least = "unsafe" if options["unsafe_fixes"] else "safe"
        if options["diff"]:
            outcome = show_diff(found.files, setup, how, least)
        else:
            if stdin and STDIN not in found.files:
                click.echo(stdin.data, nl=False)  # excluded: it passes through as it is
            outcome = mend(found.files, setup, how, least)
    else:
        with progress(0 if options["quiet"] else len(found.files)) as tick:
            outcome = run(found.files, setup.project, setup.selector, how, tick)
    if how.cache:
        how.cache.close()
    if not options["no_baseline"] and not options["isolated"]:
        _accept(outcome, setup)
    if options["diff_base"]:
        _only_changed(outcome, options["diff_base"], found.files)
    outcome.errors[:0] = found.errors
    usage = usage_notes(setup, options, outcome.paths or found.files)
    outcome.notes[:0] = [*filter(None, [setup.cache.note]), *found.notes, *usage]
    outcome.notes += gone_notes(setup.project, paths or (".",), found.files)
    if options["quiet"]:
        outcome.notes.clear()
    if options["diff"]:
        say(outcome)
        sys.exit(2 if outcome.errors else int(bool(outcome.violations) and not options["exit_zero"]))
    show(outcome, setup, options, to_stderr=bool(stdin and options["fix"]))
    sys.exit(_exit_code(outcome, setup.project.fail_on, options))


def _stdin(paths: tuple[str, ...], name: str | None) -> Input | None:
    if STDIN not in paths:
        if name:
            raise click.UsageError("--stdin-filename names what is read from '-'; give '-' as a path")
        return None
    try:
        return Input(name or STDIN_NAME, sys.stdin.buffer.read())
    except OSError as error:
        fail(f"standard input can't be read: {error.strerror or error}")


def _accept(outcome: RunResult, setup: OpenProject) -> None:
    """Take out what the baseline accepts, and say which of its entries have been mended. One that can't be read
    accepts nothing, and is an error."""
    file = setup.baseline_file
    if not file.is_file():
        return
    from newslint.engine import baseline

    root = setup.project.root
    try:
        entries = baseline.read(file, setup.project.rules)
    except baseline.BaselineError as error:
        outcome.errors.append(FileError(os.path.relpath(error.file), error.message))
        return
    every = outcome.violations
    outcome.violations, accepted = baseline.split(every, entries, root)
    outcome.silenced += [SuppressedViolation(v, "external", "accepted by the baseline") for v in accepted]
    outcome.accepted = len(accepted)
    settings = {id(each): each for each in map(setup.settings, outcome.paths)}
    ran = {rule.name for each in settings.values() for rule in each.rules}
    gone = baseline.mended(entries, every, outcome.paths, ran, root).total()
    if gone:
        what = "1 entry of the baseline is" if gone == 1 else f"{gone:,} entries of the baseline are"
        outcome.notes.append(f"{what} mended; take them out: newslint baseline --update")


def _only_changed(outcome: RunResult, base: str, files: list[str]) -> None:
    from newslint.engine.git_changes import GitError, changed_lines, in_changed

    try:
        lines = changed_lines(base, [file for file in files if file != STDIN] or ["."])
    except GitError as error:
        fail(str(error))
    outcome.violations = in_changed(outcome.violations, lines)


def _cache(setup: OpenProject, options: dict[str, Any], files: int) -> Cache | None:
    """The cache of the project. A few files are checked sooner than it is opened."""
    folder = setup.cache.path
    if options["no_cache"] or not setup.project.config or files < _FEW or folder is None:
        return None
    from newslint.engine.cache import Cache

    return Cache(folder, setup.project.digest)


def _exit_code(outcome: RunResult, fail_on: str, options: dict[str, Any]) -> int:
    if outcome.errors:
        return 2
    if options["exit_zero"]:
        return 0
    least = SEVERITIES.index(fail_on)
    return int(
        any(SEVERITIES.index(v.severity) >= least for v in outcome.violations)
        or _too_many_warnings(outcome, options["max_warnings"])
    )


def _too_many_warnings(outcome: RunResult, most: int | None) -> bool:
    count = sum(v.severity == "warning" for v in outcome.violations)
    if most is None or count <= most:
        return False
    click.echo(f"newslint: too many warnings: {count:,}; --max-warnings allows {most:,}", err=True)
    return True
