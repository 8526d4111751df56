"""Patterns of paths mean what they mean to git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.path_patterns import PathPatterns

_PIECES = [
    "a",
    "b",
    ".",
    "*",
    "?",
    "**",
    "/",
    "[ab]",
    "[!a]",
    "[^b]",
    "[a-b]",
    "[]a]",
    "\\*",
    "\\",
    "!",
    "#",
    " ",
    "[",
]
_NAMES = ["a", "b", "ab", "a.b", "*", "#a", "!a", "]", "a b"]


@pytest.mark.parametrize(
    ("patterns", "path", "verdict"),
    [
        (["*.txt"], "news/a.txt", True),
        (["/*.txt"], "news/a.txt", None),
        (["news/"], "news/old/a.txt", True),
        (["news/"], "news", None),
        (["news/"], "news/", True),
        (["news/old"], "x/news/old", None),
        (["**/old"], "x/news/old/a.txt", True),
        (["news/**/a.txt"], "news/a.txt", True),
        (["news/**/a.txt"], "news/x/y/a.txt", True),
        (["news/**"], "news/x/a.txt", True),
        (["news/*"], "news/", None),
        (["a?c"], "a/c", None),
        (["[a-c].txt", "!b.txt"], "b.txt", False),
        (["news/", "!news/old/"], "news/old/a.txt", False),
        (["*.txt", "!news/"], "news/a.txt", True),
        (["a\\ ", "b "], "a ", True),
        (["a\\ ", "b "], "b", True),
        (["#a", "\\#b"], "#b", True),
        (["[z-a]", "[a", "a\\", "", "/", "!"], "a", None),
        (["Zürich*"], "news/Zürich 1.txt", True),
        (["a*b*c*d"], "aXbXcXcXd", True),
        (["**/a/**/b/**/c"], "x/a/b/x/b/x/c", True),
    ],
)
def test_verdicts(patterns: list[str], path: str, verdict: bool | None) -> None:
    assert PathPatterns(patterns).verdict(path) is verdict


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", folder], check=True)
    return folder


@settings(max_examples=60, deadline=None)
@given(
    pattern=st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map("".join),
    paths=st.lists(
        st.lists(st.sampled_from(_NAMES), min_size=1, max_size=4).map("/".join), min_size=20, max_size=40
    ),
)
def test_one_pattern_ignores_what_git_ignores(repository: Path, pattern: str, paths: list[str]) -> None:
    (repository / ".gitignore").write_text(pattern + "\n", encoding="utf-8")
    run = subprocess.run(
        ["git", "-C", repository, "check-ignore", "--no-index", "-z", "--stdin"],
        input="\0".join(paths).encode(),
        capture_output=True,
        check=False,
    )
    ignored = set(run.stdout.decode().split("\0"))
    patterns = PathPatterns([pattern])
    assert {path for path in paths if patterns.match_file(path)} == ignored - {""}
