"""What an article or its file's name says is no command to the CI service that shows the log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Newslint

from newslint.engine.report import FileError, RelatedPlace, Report, Violation
from newslint.engine.run import RunResult
from newslint.reporters import Style, render
from newslint.reporters.shared.display_width import width
from newslint.source import Place

# GitHub's runner reads `::name` after any white space at a line's start, and ##[name] anywhere; Azure and TeamCity alike.
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
HOSTILE = [
    "::error::x",
    "  ::stop-commands::x",
    "##[error]x",
    "a ##vso[task.setvariable]x",
    "x ##teamcity[message]",
]


@pytest.mark.parametrize("evil", HOSTILE)
@pytest.mark.parametrize("name", ["text", "concise"])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_of_a_report_is_a_command(name: str, evil: str, colour: bool) -> None:
    place = Place(1, 1, 1, 3)
    related = (RelatedPlace(evil, place, evil), RelatedPlace("b.txt", place, evil))
    v = Violation(evil, place, "typos/x", "error", evil, evil, (evil,), None, related, "f", evil, 1)
    read = Report(evil, headlines=[(1, evil)])
    outcome = RunResult(violations=[v], files=1, articles=1, reports=[read], errors=[FileError(evil, evil)])
    text = re.sub("\x1b\\[[0-9]*m", "", "".join(render(name, outcome, Style(colour))))
    assert COMMAND.search(text) is None
    assert "x" in text


@pytest.mark.parametrize("evil", ["::error::q.txt", "##[error]q.txt"])
def test_a_file_is_still_found_by_its_name(newslint: Newslint, tmp_path: Path, evil: str) -> None:
    (tmp_path / evil).write_text("The council met in in the hall.\n", encoding="utf-8")
    for options in (("text", "--statistics"), ("concise",)):
        result = newslint("check", ".", "--output-format", *options)
        assert COMMAND.search(result.output) is None
    if evil.startswith("::"):
        path = result.stdout.partition(":1:17:")[0]
        assert (tmp_path / path).is_file()
    assert COMMAND.search(newslint("check", evil, "nowhere/" + evil).stderr) is None


def test_carets_stand_under_the_span_of_a_line_that_is_no_command(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("::notice:: ##[group] It met in in the hall.\n", encoding="utf-8")
    lines = newslint("check", "--select", "typos/doubled-word", "a.txt").stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "^^^^^" in line)
    assert lines[at - 1].strip() == r"\x3a:notice:: #\x23[group] It met in in the hall.".replace(
        r"#\x23", r"\x23#"
    )
    assert lines[at].index("^") == width(lines[at - 1].partition("in in")[0])


def test_names_of_files_are_shown_as_they_are_in_markdown() -> None:
    for path, shown in (
        ("my_file_name*.txt", "`my_file_name*.txt:1`"),
        ("a`b.txt", "`` a`b.txt:1 ``"),
        ("a|b.txt", "`a\\|b.txt:1`"),  # a table takes \\| for a bar, also in code
    ):
        v = Violation(path, Place(1, 1, 1, 2), "typos/x", "error", "m_m", "")
        outcome = RunResult(violations=[v], files=1, errors=[FileError(path, "no")])
        text = "".join(render("markdown", outcome, Style()))
        assert f"| {shown} |" in text
        assert f"- {shown.replace(':1', '')}: no" in text
