"""One file through `lint`: read, decoded, checked under the settings of its path."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.engine.discover import STDIN, relative
from newslint.engine.lint import lint
from newslint.engine.own_reports import is_own_report
from newslint.engine.report import FileError, Report
from newslint.engine.selection import Selector, encoding_of
from newslint.engine.settings import Project
from newslint.files import Unreadable, decode, read_bytes


@dataclass(slots=True)
class Input:
    """Standard input: its bytes and the name to report it under."""

    name: str
    data: bytes


def report_of(path: str, project: Project, selector: Selector, stdin: Input | None = None) -> Report:
    """One file's report; what can't be read is an error in it."""
    name = stdin.name if stdin and path == STDIN else path
    try:
        data = stdin.data if stdin and path == STDIN else read_bytes(path)
        source = decode(name, data, encoding_of(relative(name, project.root), project))
    except Unreadable as error:
        return Report(name, errors=[FileError(name, str(error))])
    if is_own_report(source.text):
        return Report(name)
    return lint(source, selector.settings(relative(name, project.root)))


def text_of(stdin: Input, project: Project) -> str:
    """The text of standard input, "" where it can't be read."""
    try:
        return decode(stdin.name, stdin.data, encoding_of(relative(stdin.name, project.root), project)).text
    except Unreadable:
        return ""
