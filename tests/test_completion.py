"""What a shell is offered after TAB."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli import group


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("newslint bas", ["baseline"]),
        ("newslint check --sel", ["--select"]),
        ("newslint rule captions/d", ["captions/duplicate"]),
        (
            "newslint check --select captions,punctuation/unpaired-b",
            ["captions,punctuation/unpaired-bracket"],
        ),
        ("newslint check --ignore na", ["names", "names/"]),
        ("newslint check --output-format sa", ["sarif"]),
    ],
)
def test_completion(typed: str, offered: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = {"_NEWSLINT_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    lines = CliRunner().invoke(group, [], prog_name="newslint", env=words).stdout.splitlines()
    values = [line.partition(",")[2] for line in lines]
    assert values[: len(offered) - 1] == offered[:-1]
    assert values and all(value.startswith(offered[-1]) for value in values[len(offered) - 1 :])
