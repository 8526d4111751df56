"""Offsets, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.source import Place, Source, Span

TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\t\u0301é“”😀"), max_size=60)


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\r\r\n\nb", 5, (4, 1)),
        ("😀é\nx", 3, (2, 1)),
        ("😀x", 1, (1, 2)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Source("a.txt", text).position(offset) == position


@given(TEXTS, st.data())
def test_positions_lead_back(text: str, data: st.DataObject) -> None:
    source = Source("a.txt", text)
    offset = data.draw(st.integers(0, len(text)))
    assert source.offset(source.position(offset)) == offset


def test_place_is_exclusive_at_its_end() -> None:
    assert Source("a.txt", "one\ntwo").place(Span(4, 7)) == Place(2, 1, 2, 4)
