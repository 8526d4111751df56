"""The transcript of an archive that adopts newslint is what happens today, but for how much old articles hold."""

from __future__ import annotations

import re
import shutil

import pytest
from test_formats_agree import ROOT, tool

PAGE = ROOT / "docs/transcripts/archive.md"


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_an_archive_adopts_newslint() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert without_counts(tool("build_transcripts").run_page(page)) == without_counts(page)


def without_counts(page: str) -> str:
    """The page without the archive's old violations and their number."""
    page = re.sub(r"^content/2016/.*\n", "", page, flags=re.MULTILINE)
    page = re.sub(r"(?<= \| )\d+ [+-]+|\d+ deletions", "N", page)
    return re.sub(r"\b[12],\d{3}\b|^\d{4}$|\b\d+(?= (?:entries|mended))", "N", page, flags=re.MULTILINE)
