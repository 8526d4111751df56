"""Which files a path means."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from conftest import Newslint

from newslint.engine.discover import discover
from newslint.engine.settings import Project


def _tree(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n", encoding="utf-8")


def _found(
    folder: Path, *paths: str, exclude: tuple[str, ...] = (), formats: dict[str, str] | None = None
) -> list[str]:
    project = Project(root=str(folder), config="", rules=[], exclude=list(exclude), formats=formats or {})
    return discover(paths or (".",), project).files


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_order_and_suffixes(tmp_path: Path) -> None:
    _tree(
        tmp_path, "b.txt", "a.md", "c/d.html", "c/e.HTM", "f.py", "g.adoc", ".git/h.txt", "node_modules/i.txt"
    )
    assert _found(tmp_path) == ["a.md", "b.txt", "c/d.html", "c/e.HTM"]
    assert _found(tmp_path, formats={".adoc": "text"})[-1] == "g.adoc"
    assert _found(tmp_path, "f.py") == ["f.py"]  # what is named is checked
    assert _found(tmp_path, ".", "a.md", "./a.md") == ["a.md", "b.txt", "c/d.html", "c/e.HTM"]


def test_gitignore(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    _tree(tmp_path, "a.txt", "out/b.txt", "news/c.txt", "news/tmp/d.txt", "news/keep.txt", "x/keep.txt")
    (tmp_path / ".gitignore").write_text("out/\nkeep.txt\n", encoding="utf-8")
    (tmp_path / "news/.gitignore").write_text("tmp\n!keep.txt\n", encoding="utf-8")
    assert _found(tmp_path) == ["a.txt", "news/c.txt", "news/keep.txt"]
    assert _found(tmp_path, "news") == ["news/c.txt", "news/keep.txt"]
    asked = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "*.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(asked.stdout.split()) == _found(tmp_path)


def test_exclude(tmp_path: Path) -> None:
    _tree(tmp_path, "a.txt", "drafts/b.txt", "news/c.txt", "news/d.draft.txt")
    assert _found(tmp_path, exclude=("drafts/", "*.draft.txt")) == ["a.txt", "news/c.txt"]
    assert _found(tmp_path, "drafts/b.txt", exclude=("drafts/",)) == []  # also what a hook names


def test_exclude_from_a_subfolder(
    newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _tree(tmp_path, "news/a.txt", "news/old/b.txt")
    (tmp_path / "newslint.toml").write_text('exclude = ["/news/old/"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path / "news")
    assert "Checked 1 article in 1 file" in newslint("check").stdout


@pytest.mark.parametrize("where", ["exclude", ".gitignore", "overrides"])
@pytest.mark.parametrize(
    "pattern", ["*a" * 14 + "*b", "**/*a" * 14 + "/b", "**/a/" * 14 + "b", "[a-z]*" * 14 + "/"]
)
def test_no_pattern_holds_up_a_run(newslint: Newslint, tmp_path: Path, where: str, pattern: str) -> None:
    _tree(tmp_path, "a" * 200 + ".txt", "a/" * 100 + "a.txt")
    settings = {
        "exclude": f"exclude = ['{pattern}']\n",
        "overrides": f"[[overrides]]\npaths = ['{pattern}']\n",
    }
    (tmp_path / "newslint.toml").write_text(settings.get(where, ""), encoding="utf-8")
    if where == ".gitignore":
        (tmp_path / ".git").mkdir()
        (tmp_path / ".gitignore").write_text(pattern + "\n", encoding="utf-8")
    assert "Checked 2 articles in 2 files" in newslint("check").stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("loop.txt", "a link that leads back to itself"),
        ("pipe.txt", "no file but a pipe or a device; check what it gives: newslint check - < pipe.txt"),
        ("a.txt/b.txt", "no such file or folder; check the spelling"),
        ("n" * 300, "can't be read: File name too long"),
        ("gone.txt", "a link to a file that does not exist"),
    ],
)
def test_one_bad_path_is_an_error_of_its_own(
    newslint: Newslint, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "a.txt").write_text("The council met in in the hall.\n", encoding="utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    result = newslint("check", "--output-format", "concise", name, "a.txt")
    assert result.exit_code == 2
    assert f"newslint: {name}: {said}" in result.stderr
    assert result.stdout.startswith("a.txt:1:17")


def test_a_link_to_itself_in_a_folder(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met in in the hall.\n", encoding="utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / ".gitignore")
    os.mkfifo(tmp_path / "pipe.txt")
    result = newslint("check", "--output-format", "concise")
    assert result.exit_code == 2
    assert result.stderr == "newslint: loop.txt: a link that leads back to itself\n"
    assert result.stdout.startswith("a.txt:1:17")
