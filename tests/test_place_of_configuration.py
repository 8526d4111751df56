"""The configuration and its `exclude` follow the place of what is checked, not the folder that newslint is called in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Newslint

TEXT = "The council met in in the hall.\n"


@pytest.fixture
def project(newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with excluded drafts; the working directory is beside it and has a configuration of its own."""
    root = tmp_path / "project"
    (root / "drafts").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    for path in ("drafts/a.txt", "b.txt"):
        (root / path).write_text(TEXT, encoding="utf-8")
    (root / "newslint.toml").write_text(
        "exclude = ['drafts/']\n[rules]\n'typos/doubled-word' = 'warning'\n", encoding="utf-8"
    )
    (tmp_path / "elsewhere/newslint.toml").write_text("[rules]\nall = 'off'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "elsewhere")
    return root


def _severities(newslint: Newslint, *arguments: str, **options: Any) -> list[str]:
    result = newslint("check", "--output-format", "json", *arguments, **options)
    assert result.exit_code == 0, result.stderr
    return [v["severity"] for v in json.loads(result.stdout)["violations"]]


@pytest.mark.parametrize("names", [["b.txt"], ["."], ["drafts/a.txt", "b.txt"]])
@pytest.mark.parametrize("absolute", [False, True])
def test_what_is_named_brings_its_configuration(
    newslint: Newslint, project: Path, names: list[str], absolute: bool
) -> None:
    before = str(project) if absolute else "../project"
    assert _severities(newslint, *(f"{before}/{name}" for name in names)) == ["warning"]


def test_an_excluded_file_that_is_named_is_left_out(newslint: Newslint, project: Path) -> None:
    assert _severities(newslint, "../project/drafts/a.txt") == []


def test_standard_input_is_read_as_the_file_that_it_is_named_after(newslint: Newslint, project: Path) -> None:
    for before in ("../project", str(project)):
        named = ("-", "--stdin-filename")
        assert _severities(newslint, *named, f"{before}/b.txt", stdin=TEXT) == ["warning"]
        assert _severities(newslint, *named, f"{before}/new.txt", stdin=TEXT) == ["warning"]
        assert _severities(newslint, *named, f"{before}/drafts/a.txt", stdin=TEXT) == []
    assert _severities(newslint, "-", stdin=TEXT) == []  # without a name, it is of the working directory


def test_an_excluded_text_passes_through_fix_unchanged(newslint: Newslint, project: Path) -> None:
    named = ("check", "-", "--fix", "--stdin-filename")
    excluded = newslint(*named, f"{project}/drafts/a.txt", stdin=TEXT.encode() + b"caf\xe9")
    assert (excluded.exit_code, excluded.stdout_bytes) == (0, TEXT.encode() + b"caf\xe9")
    assert newslint(*named, f"{project}/b.txt", stdin=TEXT).stdout == "The council met in the hall.\n"
    assert (
        newslint(*named[:2], "--diff", "--stdin-filename", f"{project}/drafts/a.txt", stdin=TEXT).stdout == ""
    )


def test_where_no_configuration_is_near_the_one_here_holds(
    newslint: Newslint, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    assert _severities(newslint, "../c.txt") == []
    assert _severities(newslint, "../c.txt", "../project/b.txt") == []  # what both share is above the project


def test_the_baseline_follows_too(newslint: Newslint, project: Path) -> None:
    assert newslint("baseline", "../project").exit_code == 0
    assert (project / "newslint-baseline.jsonl").is_file()
    assert _severities(newslint, "../project/b.txt") == []
