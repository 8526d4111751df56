"""`newslint check --show-files` and `--show-settings`: what a check would do, without doing it."""

from __future__ import annotations

import json
import os
from typing import Any

import click

from newslint.article.readers import format_of
from newslint.cli._open_project import OpenProject
from newslint.cli._output import say
from newslint.engine.discover import STDIN, Discovery
from newslint.engine.lint_file import Input
from newslint.engine.run import RunResult
from newslint.reporters.shared.escape import visible_path


def show_plan(found: Discovery, setup: OpenProject, stdin: Input | None, options: dict[str, Any]) -> int:
    """Print the files, or the settings of the first of them; returns the exit code."""
    files = [stdin.name if stdin and path == STDIN else path for path in found.files]
    if options["show_files"]:
        for path in files:
            click.echo(visible_path(path).encode("utf-8", "backslashreplace"))
    if options["show_settings"] and files:
        plain = settings_of(files[0], setup)
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"))
    say(RunResult(errors=found.errors, notes=[] if options["quiet"] else found.notes))
    return 2 if found.errors else 0


def settings_of(path: str, setup: OpenProject) -> dict[str, Any]:
    """What holds for a file, under the names of the configuration's keys."""
    project, settings = setup.project, setup.settings(path)
    return {
        "path": path,
        "configuration": os.path.relpath(project.config) if project.config else None,
        "format": format_of(path, project.formats),
        "encoding": setup.encoding(path) or "utf-8",
        "fail-on": project.fail_on,
        "min-severity": project.min_severity,
        "output-format": project.output_format,
        "exclude": project.exclude,
        "dialect": settings.dialect,
        "words": settings.words,
        "dictionaries": [os.path.relpath(each) for each in settings.dictionaries],
        "rules": {
            rule.name: {
                "severity": rule.severity,
                "quotations": rule.quotations,
                "scope": rule.scope,
                "params": rule.params,
            }
            for rule in settings.rules
        },
    }
