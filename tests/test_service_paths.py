"""Paths in reports for services begin at the repository's root; in reports for people and programs as they were given."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import Newslint

TEXT = "The council met in in the hall.\n"
SERVICES: dict[str, Callable[[str], str]] = {
    "github": lambda text: text.partition("file=")[2].partition(",")[0],
    "gitlab": lambda text: json.loads(text)[0]["location"]["path"],
    "sarif": lambda text: _sarif(json.loads(text))["uri"],
    "checkstyle": lambda text: ElementTree.fromstring(text)[0].attrib["name"],
    "junit": lambda text: ElementTree.fromstring(text)[0].attrib["name"],
    "markdown": lambda text: text.partition("| `")[2].partition(":1`")[0],
}


def _sarif(log: Any) -> Any:
    return log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]


@pytest.fixture
def repository(tmp_path: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article in a subfolder, which is the working directory; no CI's variables."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "content")
    return tmp_path


def _path(newslint: Newslint, name: str, argument: str, **options: Any) -> str:
    result = newslint("check", "--select", "typos/doubled-word", "--output-format", name, argument, **options)
    assert result.exit_code == 1, result.stderr
    return SERVICES[name](result.stdout)


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("absolute", [False, True])
@pytest.mark.parametrize("mark", ["folder", "file", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_begin_at_the_root(
    newslint: Newslint,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    absolute: bool,
    mark: str,
) -> None:
    if mark == "folder":
        (repository / ".git").mkdir()
    elif mark == "file":  # a worktree or a submodule
        (repository / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    else:
        monkeypatch.setenv(mark, str(repository))
    assert (
        _path(newslint, name, str(repository / "content/a.txt") if absolute else "a.txt") == "content/a.txt"
    )


@pytest.mark.parametrize("name", SERVICES)
def test_a_file_elsewhere_belongs_to_its_own_repository(
    newslint: Newslint,
    repository: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: Any,
    name: str,
) -> None:
    (repository / ".git").mkdir()
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert _path(newslint, name, str(repository / "content/a.txt")) == "content/a.txt"


@pytest.mark.parametrize("name", SERVICES)
def test_without_a_repository_paths_begin_here(newslint: Newslint, repository: Path, name: str) -> None:
    assert _path(newslint, name, str(repository / "content/a.txt")) == "a.txt"


def test_standard_input_has_a_path_only_if_it_is_named(newslint: Newslint, repository: Path) -> None:
    (repository / ".git").mkdir()
    assert _path(newslint, "gitlab", "-", stdin=TEXT) == "<stdin>"
    result = newslint("check", "--output-format", "gitlab", "-", "--stdin-filename", "a.txt", stdin=TEXT)
    assert json.loads(result.stdout)[0]["location"]["path"] == "content/a.txt"


def test_other_reports_keep_the_path_as_it_was_given(newslint: Newslint, repository: Path) -> None:
    (repository / ".git").mkdir()
    for argument in ("a.txt", str(repository / "content/a.txt")):
        assert json.loads(newslint("check", "--output-format", "jsonl", argument).stdout)["path"] == argument
        assert newslint("check", "--output-format", "concise", argument).stdout.startswith(
            f"{argument}:1:17:"
        )
        assert newslint("check", argument).stdout.startswith(f"{argument}\n")


def test_reviewdog_puts_the_way_from_the_root_before_the_path_itself(
    newslint: Newslint, repository: Path
) -> None:
    (repository / ".git").mkdir()
    for argument in ("a.txt", str(repository / "content/a.txt")):
        line = newslint("check", "--output-format", "rdjsonl", argument).stdout
        assert json.loads(line)["location"]["path"] == "a.txt"
