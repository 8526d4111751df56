"""Front matter that aliases multiply, or that is nested without end, is read in a moment."""

from __future__ import annotations

import pytest

from newslint.article import CAPTION
from newslint.article.markdown.reader import read
from newslint.source import Source

_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)


@pytest.mark.parametrize(
    "matter",
    [
        _BOMB,
        f"{_BOMB}? *k\n: x\n",
        "? " + "[" * 900 + "]" * 900 + "\n: x\n",
        "? " + "[" * 30_000,
        "x: &a " + "{a: " * 30_000,
        "x: &b\n" + "- " * 20_000 + "x\n",
        "x: &a [*a, b]\n",
    ],
    ids=["aliases", "aliases as a key", "deep key", "endless key", "deep table", "deep list", "itself"],
)
def test_the_body_is_read_whatever_stands_before_it(matter: str) -> None:
    # Without a bound this takes hours and all memory.
    (article,) = read(Source("a.md", f"---\n{matter}---\n\nThe ferry sailed on time.\n"), ())
    assert article.text.endswith("The ferry sailed on time.")


def test_what_an_alias_repeats_is_read_once() -> None:
    matter = "image: &p {caption: The ferry leaves the old harbour}\nthumb: *p\n"
    (article,) = read(Source("a.md", f"---\n{matter}---\n\nThe ferry sailed on time.\n"), ())
    assert [block.kind for block in article.blocks].count(CAPTION) == 1
