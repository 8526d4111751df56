"""The hooks, run by pre-commit from this repository as a newsroom's repository would run them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BAD = "Harbour wall to be rebuilt\n\nThe council met in in the hall on Monday.\n"
GOOD = "Harbour wall to be rebuilt\n\nThe council met in the hall on Monday.\n"


def _run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "NO_COLOR": "1", "NEWSLINT_DEBUG": ""}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This tree as a repository of its own, as it stands, committed or not."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("needs git and newslint's own repository")
    folder = tmp_path_factory.mktemp("newslint")
    names = _run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("fixtures/", "tests/", "docs/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    _repository(folder)
    return folder


def _repository(folder: Path) -> None:
    _run("git", "init", "-q", cwd=folder)
    _run("git", "add", "-A", cwd=folder)
    _run("git", "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "x", cwd=folder)


def _hook(copy: Path, newsroom: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """`pre-commit try-repo`, its environment without the network's changes shared between the tests."""
    return _run(sys.executable, "-m", "pre_commit", "try-repo", str(copy), hook, "--all-files", cwd=newsroom)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad article.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old/worse.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "newslint.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
    _repository(tmp_path)
    return tmp_path


def test_the_hooks(copy: Path, newsroom: Path) -> None:
    run = _hook(copy, newsroom, "newslint")
    if "No matching distribution" in run.stdout or "Temporary failure" in run.stdout:
        pytest.skip("pre-commit could not install newslint: no package registry")
    assert run.returncode == 1, run.stdout + run.stderr
    assert "bad article.txt:3:17: error typos/doubled-word: " in run.stdout
    assert "good.txt:" not in run.stdout
    assert "worse.txt" not in run.stdout  # `exclude` holds for files that are named, too

    assert _hook(copy, newsroom, "newslint-project").returncode == 0

    run = _hook(copy, newsroom, "newslint-fix")
    assert run.returncode == 1
    assert "files were modified by this hook" in run.stdout
    assert (newsroom / "bad article.txt").read_text(encoding="utf-8") == GOOD
    assert _hook(copy, newsroom, "newslint-fix").returncode == 0
    assert _hook(copy, newsroom, "newslint").returncode == 0
