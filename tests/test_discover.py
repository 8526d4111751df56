"""Which files a path means."""

from __future__ import annotations

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
