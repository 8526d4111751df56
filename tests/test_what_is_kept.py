"""What a process keeps does not grow with the number of files: reports of clean files go, and memos are bounded."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from conftest import Newslint

import newslint as package
from newslint.engine.load_project import open_project
from newslint.engine.run import run
from newslint.engine.selection import RuleSelection, Selector
from newslint.language.memo import Memo

_MOST = 30_000  # entries of one memo
# Asked for checks, for patterns of the code and for two letters: there are few of them.
_FEW = {"load_check", "params_model", "list_params", "_compiled", "_section"}
LAYERS = [
    module.name
    for module in pkgutil.walk_packages(package.__path__, "newslint.")
    if module.name.split(".")[1] in ("article", "language", "checks", "engine")
]


@pytest.mark.parametrize("name", LAYERS)
def test_every_memo_is_bounded(name: str) -> None:
    for attribute in vars(import_module(name)).values():
        if isinstance(attribute, Memo):
            assert attribute._size <= _MOST
        if hasattr(attribute, "cache_parameters") and attribute.__name__ not in _FEW:
            size = attribute.cache_parameters()["maxsize"]
            arguments = inspect.signature(attribute).parameters
            assert size <= _MOST if size is not None else not arguments, attribute.__name__


def test_of_a_clean_file_the_path_alone_is_kept(newslint: Newslint, tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", "Fine.\n"),
        ("b.txt", "The council met in in the hall.\n"),
        ("c.txt", "Fine.\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    project = open_project(None, tmp_path)
    outcome = run(["a.txt", "b.txt", "c.txt"], project, Selector(project, RuleSelection()))
    assert outcome.paths == ["a.txt", "b.txt", "c.txt"]
    (report,) = outcome.reports
    assert (report.path, report.violations, report.facts) == ("b.txt", [], {})
    assert [v.path for v in outcome.violations] == ["b.txt"]
