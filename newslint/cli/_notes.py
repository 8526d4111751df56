"""Notes on a command line or a configuration that does less than whoever wrote it expects."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

from newslint.cli._open_project import OpenProject
from newslint.engine.ignore_entries import gone_entries, unused_note
from newslint.engine.settings import Project
from newslint.rules import STRICT


def usage_notes(setup: OpenProject, options: dict[str, Any], paths: list[str]) -> Iterator[str]:
    """What to add to the command line: for options without effect, and families of which no rule runs on these files."""
    if options["unsafe_fixes"] and not (options["fix"] or options["diff"]):
        yield "--unsafe-fixes does nothing alone; add --fix or --diff"
    choice = setup.selector.choice
    if not paths or not (choice.select or choice.extend):
        return
    settings = {id(each): each for each in map(setup.settings, paths)}
    running = [rule for each in settings.values() for rule in each.rules]
    for name in dict.fromkeys((*choice.select, *choice.extend)):
        meant = [rule for rule in setup.project.rules if rule.called(name)]
        left = [rule for rule in meant if not any(rule.called(other) for other in choice.ignore)]
        are_strict = left and all(rule.level == STRICT for rule in meant)
        if are_strict and not any(rule.called(name) for rule in running):
            yield f"the rules of {name} are strict; add --level {STRICT}"


def gone_notes(project: Project, paths: Sequence[str], files: list[str]) -> list[str]:
    """A note for each [[ignore]] entry whose file is gone from the folders that were checked whole."""
    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 (a path may be any text)
    return [unused_note(entry, project) for entry in gone_entries(project, folders, files)]
