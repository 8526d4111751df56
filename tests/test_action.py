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


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(("word", "code"), [("in in", 1), ("in", 0)])
def test_the_check_annotates_and_writes_a_summary(tmp_path: Path, word: str, code: int) -> None:
    (tmp_path / "two words").mkdir()
    (tmp_path / "two words/a.txt").write_text(f"The council met {word} the hall.\n", encoding="utf-8")
    newslint = tmp_path / "bin/newslint"
    newslint.parent.mkdir()
    newslint.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m newslint \"$@\"\n", encoding="utf-8")
    newslint.chmod(0o755)
    inputs = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()}
    step = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": f"{newslint.parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "GITHUB_STEP_SUMMARY": "summary.md",
            "PATHS": inputs["paths"],
            "ARGS": "--select typos",
        },
    )
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert run.returncode == code, run.stderr
    assert (
        ("::error file=two words/a.txt,line=1" in run.stdout)
        == ("typos/doubled-word" in summary)
        == bool(code)
    )
    assert not (tmp_path / "newslint-summary.md").exists()
