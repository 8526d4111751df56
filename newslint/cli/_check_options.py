"""The options of `newslint check`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from newslint.cli._completion import rule_names
from newslint.reporters import FORMATS
from newslint.rules import LEVELS, SEVERITIES


def check_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options to a command, in the order in which --help shows them."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


_OPTIONS = [
    click.option(
        "--select",
        metavar="RULES",
        envvar="NEWSLINT_SELECT",
        shell_complete=rule_names,
        help="Run exactly these families or rules (comma-separated).",
    ),
    click.option(
        "--extend-select",
        metavar="RULES",
        envvar="NEWSLINT_EXTEND_SELECT",
        shell_complete=rule_names,
        help="Run these families or rules as well.",
    ),
    click.option(
        "--ignore",
        metavar="RULES",
        envvar="NEWSLINT_IGNORE",
        shell_complete=rule_names,
        help="Leave these families or rules out.",
    ),
    click.option(
        "--exclude",
        metavar="PATTERN",
        multiple=True,
        help="Check no files that match; as in .gitignore, beside what the configuration excludes. May be repeated.",
    ),
    click.option(
        "--level",
        type=click.Choice(LEVELS),
        envvar="NEWSLINT_LEVEL",
        help="strict: also what is only worth saying when asked.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(SEVERITIES[::-1]),
        envvar="NEWSLINT_FAIL_ON",
        help="Exit 1 from this severity on.  [default: error]",
    ),
    click.option(
        "--max-warnings",
        metavar="N",
        type=click.IntRange(min=0),
        envvar="NEWSLINT_MAX_WARNINGS",
        help="Also exit 1 when there are more warnings than this.",
    ),
    click.option(
        "--min-severity",
        type=click.Choice(SEVERITIES[::-1]),
        envvar="NEWSLINT_MIN_SEVERITY",
        help="Report nothing milder than this.",
    ),
    click.option(
        "--output-format",
        type=click.Choice(FORMATS),
        envvar="NEWSLINT_OUTPUT_FORMAT",
        help="How to report.  [default: text]",
    ),
    click.option(
        "-o",
        "--output-file",
        type=click.Path(dir_okay=False),
        envvar="NEWSLINT_OUTPUT_FILE",
        help="Write the report to this file.",
    ),
    click.option(
        "-q",
        "--quiet",
        is_flag=True,
        envvar="NEWSLINT_QUIET",
        help="Show violations and errors only: no summary, no notes, no progress.",
    ),
    click.option(
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        envvar="NEWSLINT_COLOR",
        help="Colours in the text report.  [default: auto, on a terminal]",
    ),
    click.option("--show-files", is_flag=True, help="List the files that would be checked, and check none."),
    click.option(
        "--show-settings",
        is_flag=True,
        help="Show, as JSON, how the first file would be checked: its configuration, its rules, their parameters.",
    ),
    click.option("--fix", is_flag=True, help="Mend what can be mended safely."),
    click.option(
        "--unsafe-fixes",
        is_flag=True,
        help="With --fix or --diff: also mend what a person should read afterwards.",
    ),
    click.option("--diff", is_flag=True, help="Show what --fix would change, as a patch; change nothing."),
    click.option("--stdin-filename", metavar="PATH", help="The name of what is read from '-'."),
    click.option(
        "--exit-zero",
        is_flag=True,
        envvar="NEWSLINT_EXIT_ZERO",
        help="Exit 0 even when there are violations.",
    ),
    click.option(
        "--statistics",
        is_flag=True,
        envvar="NEWSLINT_STATISTICS",
        help="Count the violations by rule and by file.",
    ),
    click.option(
        "--no-cache",
        is_flag=True,
        envvar="NEWSLINT_NO_CACHE",
        help="Neither read nor keep results of earlier runs.",
    ),
    click.option(
        "--columns",
        type=click.Choice(["characters", "bytes"]),
        default="characters",
        envvar="NEWSLINT_COLUMNS",
        help="What the columns of the concise format count; vim counts bytes.",
    ),
    click.option(
        "--suppressed", is_flag=True, help="With SARIF: also list what is silenced or accepted, marked so."
    ),
    click.option("--no-baseline", is_flag=True, help="Also report what the baseline accepts."),
    click.option(
        "--diff-base",
        metavar="REV",
        envvar="NEWSLINT_DIFF_BASE",
        help="Report only lines changed since the branch left REV (origin/main).",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=0),
        envvar="NEWSLINT_JOBS",
        help="Worker processes.  [default: as many as pay]",
    ),
]
