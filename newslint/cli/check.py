"""`newslint check`: check files, report what is wrong, mend what can be mended."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from newslint.cli._completion import rule_names
from newslint.cli._open_project import Opened, fail, opened, project_options
from newslint.cli._output import progress, say, show
from newslint.engine.discover import STDIN, STDIN_NAME, discover
from newslint.engine.lint_file import Input
from newslint.engine.report import FileError, Silenced
from newslint.engine.run import How, Outcome, run
from newslint.reporters import FORMATS
from newslint.rules import LEVELS, SEVERITIES

if TYPE_CHECKING:
    from newslint.engine.cache import Cache

_FEW = 4  # fewer files are checked sooner than the cache is opened


@click.command(short_help="Check article files.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--select",
    metavar="RULES",
    envvar="NEWSLINT_SELECT",
    shell_complete=rule_names,
    help="Run exactly these families or rules (comma-separated).",
)
@click.option(
    "--ignore",
    metavar="RULES",
    envvar="NEWSLINT_IGNORE",
    shell_complete=rule_names,
    help="Leave these families or rules out.",
)
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    envvar="NEWSLINT_LEVEL",
    help="strict: also what is only worth saying when asked.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES[::-1]),
    envvar="NEWSLINT_FAIL_ON",
    help="Exit 1 from this severity on.  [default: error]",
)
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES[::-1]),
    envvar="NEWSLINT_MIN_SEVERITY",
    help="Report nothing milder than this.",
)
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    envvar="NEWSLINT_OUTPUT_FORMAT",
    help="How to report.  [default: text]",
)
@click.option(
    "-o",
    "--output-file",
    type=click.Path(dir_okay=False),
    envvar="NEWSLINT_OUTPUT_FILE",
    help="Write the report to this file.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended safely.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix or --diff: also mend what a person should read afterwards.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, as a patch; change nothing.")
@click.option("--stdin-filename", metavar="PATH", help="The name of what is read from '-'.")
@click.option(
    "--exit-zero", is_flag=True, envvar="NEWSLINT_EXIT_ZERO", help="Exit 0 even when there are violations."
)
@click.option(
    "--statistics",
    is_flag=True,
    envvar="NEWSLINT_STATISTICS",
    help="Count the violations by rule and by file.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    envvar="NEWSLINT_NO_CACHE",
    help="Neither read nor keep results of earlier runs.",
)
@click.option(
    "--columns",
    type=click.Choice(["characters", "bytes"]),
    default="characters",
    envvar="NEWSLINT_COLUMNS",
    help="What the columns of the concise format count; vim counts bytes.",
)
@click.option(
    "--suppressed", is_flag=True, help="With SARIF: also list what is silenced or accepted, marked so."
)
@click.option("--no-baseline", is_flag=True, help="Also report what the baseline accepts.")
@click.option(
    "--diff-base",
    metavar="REV",
    envvar="NEWSLINT_DIFF_BASE",
    help="Report only lines changed since the branch left REV (origin/main).",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    envvar="NEWSLINT_JOBS",
    help="Worker processes.  [default: as many as pay]",
)
@project_options
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Check article files for duplicated captions, typos, inconsistent names and unattributed figures.

    PATHS are files and folders ('-': standard input); without any, the current folder. Exit code: 0, nothing
    at or above --fail-on; 1, something; 2, wrong usage or configuration, or a file that could not be read.
    """
    stdin_name = options["stdin_filename"]
    setup = opened(options, [*paths, *([stdin_name] if stdin_name else ())])
    stdin = _stdin(paths, stdin_name)
    found = discover(paths or (".",), setup.project, stdin_name)
    how = How(_cache(setup, options, len(found.files)), options["jobs"] or None, stdin)
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
        with progress(len(found.files)) as tick:
            outcome = run(found.files, setup.project, setup.selector, how, tick)
    if how.cache:
        how.cache.close()
    if not options["no_baseline"] and not options["isolated"]:
        _accept(outcome, setup)
    if options["diff_base"]:
        _only_changed(outcome, options["diff_base"], found.files)
    outcome.errors[:0] = found.errors
    outcome.notes[:0] = [*filter(None, [setup.cache.note]), *found.notes]
    if options["diff"]:
        say(outcome)
        sys.exit(2 if outcome.errors else int(bool(outcome.violations) and not options["exit_zero"]))
    show(outcome, setup, options, to_stderr=bool(stdin and options["fix"]))
    sys.exit(_exit_code(outcome, setup.project.fail_on, options["exit_zero"]))


def _stdin(paths: tuple[str, ...], name: str | None) -> Input | None:
    if STDIN not in paths:
        if name:
            raise click.UsageError("--stdin-filename names what is read from '-'; give '-' as a path")
        return None
    try:
        return Input(name or STDIN_NAME, sys.stdin.buffer.read())
    except OSError as error:
        fail(f"standard input can't be read: {error.strerror or error}")


def _accept(outcome: Outcome, setup: Opened) -> None:
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
    outcome.silenced += [Silenced(v, "external", "accepted by the baseline") for v in accepted]
    outcome.accepted = len(accepted)
    ran = {rule.name for report in outcome.reports for rule in setup.settings(report.path).rules}
    gone = baseline.mended(entries, every, (report.path for report in outcome.reports), ran, root).total()
    if gone:
        what = "1 entry of the baseline is" if gone == 1 else f"{gone:,} entries of the baseline are"
        outcome.notes.append(f"{what} mended; take them out: newslint baseline --update")


def _only_changed(outcome: Outcome, base: str, files: list[str]) -> None:
    from newslint.engine.git_changes import GitError, changed_lines, in_changed

    try:
        lines = changed_lines(base, [file for file in files if file != STDIN] or ["."])
    except GitError as error:
        fail(str(error))
    outcome.violations = in_changed(outcome.violations, lines)


def _cache(setup: Opened, options: dict[str, Any], files: int) -> Cache | None:
    """The cache of the project. A few files are checked sooner than it is opened."""
    folder = setup.cache.path
    if options["no_cache"] or not setup.project.config or files < _FEW or folder is None:
        return None
    from newslint.engine.cache import Cache

    return Cache(folder, setup.project.digest)


def _exit_code(outcome: Outcome, fail_on: str, exit_zero: bool) -> int:
    if outcome.errors:
        return 2
    least = SEVERITIES.index(fail_on)
    return int(not exit_zero and any(SEVERITIES.index(v.severity) >= least for v in outcome.violations))
