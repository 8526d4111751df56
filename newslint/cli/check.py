"""`newslint check`: check files, report what is wrong, mend what can be mended."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.complete import rule_names
from newslint.cli.setup import Opened, fail, opened, project_options
from newslint.engine.discover import STDIN, discover
from newslint.engine.run import How, Input, Outcome, run
from newslint.engine.violations import Silenced
from newslint.reporters import FORMATS, Style, render
from newslint.rules import LEVELS, SEVERITIES

if TYPE_CHECKING:
    from newslint.engine.cache import Cache

_ALIKE = 3  # errors with one message that are shown each; of more the number is told
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
    setup = opened(options, Path(options["stdin_filename"]).parent if options["stdin_filename"] else None)
    stdin = _stdin(paths, options["stdin_filename"])
    found = discover(paths or (".",), setup.project)
    how = How(_cache(setup, options, len(found.files)), options["jobs"] or None, stdin)
    if options["fix"] or options["diff"]:
        from newslint.cli.mend import mend, show_diff

        least = "unsafe" if options["unsafe_fixes"] else "safe"
        if options["diff"]:
            outcome = show_diff(found.files, setup, how, least)
        else:
            outcome = mend(found.files, setup, how, least)
    else:
        with _progress(len(found.files)) as tick:
            outcome = run(found.files, setup.project, setup.selector, how, tick)
    if how.cache:
        how.cache.close()
    if not options["no_baseline"] and not options["isolated"]:
        _accept(outcome, setup)
    if options["diff_base"]:
        _only_changed(outcome, options["diff_base"], found.files)
    outcome.errors[:0] = found.errors
    outcome.notes[:0] = found.notes
    if options["diff"]:
        _say(outcome)
        sys.exit(2 if outcome.errors else int(bool(outcome.violations) and not options["exit_zero"]))
    _show(outcome, setup, options, to_stderr=bool(stdin and options["fix"]))
    sys.exit(_exit_code(outcome, setup.project.fail_on, options["exit_zero"]))


def _stdin(paths: tuple[str, ...], name: str | None) -> Input | None:
    if STDIN not in paths:
        if name:
            raise click.UsageError("--stdin-filename names what is read from '-'; give '-' as a path")
        return None
    return Input(name or "<stdin>", sys.stdin.buffer.read())


def _accept(outcome: Outcome, setup: Opened) -> None:
    """Take out what the baseline accepts, and say which of its entries have been mended."""
    from newslint.cli.baseline import baseline_file

    file = baseline_file(setup)
    if not file.is_file():
        return
    from newslint.engine import baseline

    root = setup.project.root
    try:
        entries = baseline.read(file, setup.project.rules)
    except baseline.BaselineError as error:
        fail(str(error))
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
    from newslint.engine.changed import GitError, changed_lines, in_changed

    try:
        lines = changed_lines(base, [file for file in files if file != STDIN] or ["."])
    except GitError as error:
        fail(str(error))
    outcome.violations = in_changed(outcome.violations, lines)


def _cache(setup: Opened, options: dict[str, Any], files: int) -> Cache | None:
    """The cache beside the configuration. A few files are checked sooner than it is opened."""
    if options["no_cache"] or not setup.project.config or files < _FEW:
        return None
    from newslint.engine.cache import Cache
    from newslint.engine.storage import cache_folder

    return Cache(cache_folder(Path(setup.project.config).parent), setup.project.digest)


def _show(outcome: Outcome, setup: Opened, options: dict[str, Any], to_stderr: bool) -> None:
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
    _say(outcome)


def _say(outcome: Outcome) -> None:
    """Errors and notes, on standard error."""
    from newslint.reporters.visible import visible

    alike = Counter(error.message for error in outcome.errors)
    shown: Counter[str] = Counter()
    for error in outcome.errors:
        shown[error.message] += 1
        if shown[error.message] <= _ALIKE or alike[error.message] == _ALIKE + 1:
            click.echo(f"newslint: {visible(error.path)}: {visible(error.message)}", err=True)
        elif shown[error.message] == alike[error.message]:
            more = alike[error.message] - _ALIKE
            click.echo(f"newslint: the same in {more:,} more files: {visible(error.message)}", err=True)
    for note in outcome.notes:
        click.echo(f"newslint: {visible(note)}", err=True)


def _then(pieces: Iterator[str], outcome: Outcome) -> Iterator[str]:
    from newslint.reporters.statistics import statistics

    yield from pieces
    if outcome.violations:
        yield from statistics(outcome)


def _style(setup: Opened, options: dict[str, Any], *, to_stderr: bool) -> Style:
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
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    return Style(colour, max(60, min(width, 140)), setup.project.fail_on, options["columns"])


def _write(file: str, pieces: Iterator[str]) -> None:
    from newslint.engine.storage import replace_file

    try:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        replace_file(Path(file), "".join(pieces).encode("utf-8", "backslashreplace"))
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


def _progress(total: int) -> _Silent:
    return _Bar(total) if total > 20 and sys.stderr.isatty() else _Silent()


def _exit_code(outcome: Outcome, fail_on: str, exit_zero: bool) -> int:
    if outcome.errors:
        return 2
    least = SEVERITIES.index(fail_on)
    return int(not exit_zero and any(SEVERITIES.index(v.severity) >= least for v in outcome.violations))
