"""The GitHub action's own steps, run in a shell as a runner runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ACTION = yaml.safe_load((Path(__file__).parent.parent / "action.yml").read_text(encoding="utf-8"))


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


def _run(folder: Path, arguments: str) -> subprocess.CompletedProcess[str]:
    """The step that checks, in a folder, as a runner calls it."""
    newslint = folder / "bin/newslint"
    newslint.parent.mkdir(exist_ok=True)
    newslint.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m newslint \"$@\"\n", encoding="utf-8")
    newslint.chmod(0o755)
    inputs = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()}
    step = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": f"{newslint.parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "GITHUB_STEP_SUMMARY": "summary.md",
            "PATHS": inputs["paths"],
            "ARGS": arguments,
        },
    )


@needs_bash
@pytest.mark.parametrize(("word", "code"), [("in in", 1), ("in", 0)])
def test_the_check_annotates_and_writes_a_summary(tmp_path: Path, word: str, code: int) -> None:
    (tmp_path / "two words").mkdir()
    (tmp_path / "two words/a.txt").write_text(f"The council met {word} the hall.\n", encoding="utf-8")
    run = _run(tmp_path, "--select typos")
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert run.returncode == code, run.stderr
    assert (
        ("::error file=two words/a.txt,line=1" in run.stdout)
        == ("typos/doubled-word" in summary)
        == bool(code)
    )
    assert {path.name for path in tmp_path.iterdir()} <= {"two words", "bin", "summary.md", ".cache"}


@needs_bash
def test_a_mistake_in_the_configuration_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("levle = 'strict'\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The council met.\n", encoding="utf-8")
    run = _run(tmp_path, "")
    assert run.returncode == 2
    assert run.stdout + run.stderr == run.stderr
    assert run.stderr.count("levle") == 1
    assert len(run.stderr.splitlines()) == 1


@needs_bash
def test_an_unreadable_file_does_not_cost_the_summary(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met in in the hall.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9\n")
    run = _run(tmp_path, "")
    assert run.returncode == 2
    assert "::error file=a.txt,line=1" in run.stdout
    assert "typos/doubled-word" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_every_input_is_used() -> None:
    steps = str(ACTION["runs"]["steps"])
    for name, spec in ACTION["inputs"].items():
        assert f"inputs.{name} " in steps, name
        assert spec["description"].endswith("."), name
