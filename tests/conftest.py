"""What many tests need: the command line run in process, and folders of files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from click.testing import CliRunner, Result

from newslint.cli import group

# How long an example takes on a busy machine says nothing; what takes long without end is found by tools/fuzz.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.register_profile("untimed-ci", hypothesis.settings.get_profile("ci"), deadline=None)
hypothesis.settings.load_profile("untimed-ci" if os.environ.get("CI") else "untimed")

Newslint = Callable[..., Result]
Found = Callable[..., list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def own_user_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves anything in the user's cache; all share one, as the rules do not change."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.delenv("NEWSLINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("NEWSLINT_DEBUG", "1")


@pytest.fixture
def newslint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newslint:
    """Runs the command line in an empty folder; standard output and error are kept apart."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(group, [*map(str, arguments)], input=stdin)

    return run


@pytest.fixture
def found(newslint: Newslint) -> Found:
    """The violations of `newslint check` with these arguments, as the JSON contract gives them."""

    def run(*arguments: str, stdin: str | bytes | None = None) -> list[dict[str, Any]]:
        result = newslint("check", "--output-format", "json", *arguments, stdin=stdin)
        assert result.exit_code in (0, 1), result.stderr
        violations: list[dict[str, Any]] = json.loads(result.stdout)["violations"]
        return violations

    return run
