"""Files through `lint`: read, decoded, checked under the settings of their paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.engine.discover import STDIN, relative
from newslint.engine.lint import lint_all
from newslint.engine.own_reports import is_own_report
from newslint.engine.report import FileError, Report
from newslint.engine.selection import Selector, encoding_of
from newslint.engine.settings import Project, Settings
from newslint.files import Unreadable, decode, read_bytes
from newslint.source import Source

_TOGETHER = 100_000  # characters that are checked side by side; more of them only take memory


@dataclass(slots=True)
class Input:
    """Standard input: its bytes and the name to report it under."""

    name: str
    data: bytes


def reports_of(
    paths: Sequence[str], project: Project, selector: Selector, stdin: Input | None = None
) -> Iterator[Report]:
    """The reports of some files, each once; what can't be read is an error in its report.

    Files under the same settings are checked side by side, as many as are small.
    """
    waiting: dict[int, tuple[Settings, list[Source]]] = {}
    size = 0
    for path in paths:
        name = stdin.name if stdin and path == STDIN else path
        try:
            data = stdin.data if stdin and path == STDIN else read_bytes(path)
            source = decode(name, data, encoding_of(relative(name, project.root), project))
            del data  # a large file need not be held twice
        except Unreadable as error:
            yield Report(name, errors=[FileError(name, str(error))])
            continue
        if is_own_report(source.text):
            yield Report(name)
            continue
        settings = selector.settings(relative(name, project.root))
        waiting.setdefault(id(settings), (settings, []))[1].append(source)
        size += len(source.text)
        if size > _TOGETHER:
            yield from _linted(waiting)
            size = 0
    yield from _linted(waiting)


def _linted(waiting: dict[int, tuple[Settings, list[Source]]]) -> Iterator[Report]:
    for settings, sources in waiting.values():
        yield from lint_all(sources, settings)
    waiting.clear()


def text_of(stdin: Input, project: Project) -> str:
    """The text of standard input, "" where it can't be read."""
    try:
        return decode(stdin.name, stdin.data, encoding_of(relative(stdin.name, project.root), project)).text
    except Unreadable:
        return ""
