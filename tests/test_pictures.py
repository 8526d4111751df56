"""The README's pictures show the article and the report that it gets today."""

from __future__ import annotations

from test_formats_agree import ROOT, tool


def test_pictures_are_fresh() -> None:
    build_pictures = tool("build_pictures")
    for name, fresh in build_pictures.pictures(build_pictures.ARTICLE).items():
        assert (ROOT / "docs/images" / name).read_text(encoding="utf-8") == fresh, "run 'make docs'"
