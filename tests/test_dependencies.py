"""What the project is installed with: bounded where a new major version could break it, and written down for developers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DATED = {"regex"}  # numbered by the date: no version says that it breaks anything


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_dependencies_have_an_upper_bound() -> None:
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    assert [each for each in wanted if "<" not in each and _name(each) not in DATED] == []


def test_the_lock_file_names_every_dependency() -> None:
    text = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    locked = {_name(line) for line in text.splitlines() if "==" in line}
    project = PROJECT["project"]
    wanted = {_name(each) for each in (*project["dependencies"], *project["optional-dependencies"]["dev"])}
    assert wanted - locked == set(), "run 'make lock'"
