"""Links in the documentation lead to files and headings that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.rules import REPOSITORY_URL

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PROSE = [page for page in PAGES if not {"rules", "transcripts"} & set(page.relative_to(ROOT).parts)]
HERE = re.compile(rf"({REPOSITORY_URL}/blob/main/|https://raw.githubusercontent.com/newslint/newslint/main/)")
LINK = re.compile(
    r"\](?:\(|: )(?!https?:|mailto:)([^()\s]+)"
)  # [so](PAGE), or on a line of its own: [so]: PAGE
_FOLDERS = (
    "newslint|rules|tools|benchmarks?|bench|docs|tests|fixtures|"
    "archive|article|checks|cli|engine|language|packs|reporters"
)
PATH = re.compile(rf"`(?:python )?((?:{_FOLDERS})/[\w./-]*|[a-z_]+\.py)[^`]*`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    if page.name == "README.md" and page.parent == ROOT:  # its links are whole, for PyPI
        text = HERE.sub("", text)
    dead = []
    for link in LINK.findall(text):
        name, _, anchor = link.partition("#")
        target = (page.parent / name) if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


def anchors(page: Path) -> set[str]:
    """The headings of a page, as GitHub makes anchors of them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PROSE, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_of_the_repository(page: Path) -> None:
    """A path in backticks leads to a file, from the repository's root or, for short, from newslint/; the bare name
    of a module is that of one in newslint/."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    named = [path for path in PATH.findall(text) if not re.search("[A-Z]{3,}", path)]  # rules/FAMILY/NAME.yml
    assert [path for path in named if not _is_there(path)] == []


def _is_there(path: str) -> bool:
    if "/" not in path:
        return any((ROOT / "newslint").rglob(path))
    return any((top / path).exists() for top in (ROOT, ROOT / "newslint"))
