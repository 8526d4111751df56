"""Whole articles: clean ones, where any violation is a failure, and dirty ones with what is to be found in them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from test_formats_agree import set_fixture, tool

from newslint.article.text import reader as text
from newslint.source import Source

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
CLEAN = sorted((FIXTURES / "clean").glob("*.txt"))
DIRTY = sorted((FIXTURES / "dirty").glob("*.txt"))
expect_fixtures = tool("expect_fixtures")


def in_formats(path: Path) -> dict[str, list[str]]:
    """The contents of the files that hold the article's text, by format; Markdown has one article a file."""
    content = path.read_text(encoding="utf-8")
    articles = text.read(Source(path.name, content))
    return {
        "txt": [content],
        "md": [set_fixture.markdown(article) for article in articles],
        "html": ["\n".join(set_fixture.html(article) for article in articles)],
    }


def violations(found: Any, contents: list[str], kind: str) -> list[dict[str, Any]]:
    """What is found in each file, one after the other."""
    every = []
    for number, content in enumerate(contents):
        Path(f"{number}.{kind}").write_text(content, encoding="utf-8", newline="")
        every += found("--isolated", f"{number}.{kind}")
    return every


def bare(excerpt: str) -> str:
    """An excerpt without what its format adds: escapes, entities, and where lines break."""
    return " ".join(unescape(re.sub(r"\\(?=\W)", "", excerpt)).split())


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_nothing_is_found_in_a_clean_article(found: Any, path: Path) -> None:
    for kind, contents in in_formats(path).items():
        assert [expect_fixtures.line(each) for each in violations(found, contents, kind)] == [], kind


@pytest.mark.parametrize("path", DIRTY, ids=lambda path: path.stem)
def test_in_a_dirty_article_what_stands_beside_it_is_found(found: Any, path: Path) -> None:
    in_text, *others = (violations(found, contents, kind) for kind, contents in in_formats(path).items())
    assert [expect_fixtures.line(each) for each in in_text] == path.with_suffix(".expected").read_text(
        encoding="utf-8"
    ).splitlines(keepends=True), "if the new ones are better, run tools/expect_fixtures.py"
    for other in others:
        assert places(other) == places(in_text)


def places(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Rules and excerpts, whatever line they are on."""
    return sorted((each["rule"], bare(each["excerpt"])) for each in found)


@pytest.mark.parametrize("path", DIRTY, ids=lambda path: path.stem)
def test_what_is_mended_stays_mended(found: Any, path: Path) -> None:
    for kind, contents in in_formats(path).items():
        for content in contents:
            Path(f"a.{kind}").write_text(content, encoding="utf-8", newline="")
            left = found("--isolated", "--fix", "--unsafe-fixes", f"a.{kind}")
            assert left == found("--isolated", f"a.{kind}"), kind
            open_fixes = [each for each in left if each["fix"] and each["fix"]["applicability"] != "display"]
            assert [expect_fixtures.line(each) for each in open_fixes] == [], kind
