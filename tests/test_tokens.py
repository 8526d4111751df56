"""Words, numbers and marks, and the words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.segmentation.tokens import tokens, word_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Senate met.", ["The", "U.S.", "Senate", "met", "."]),
        ("It's the workers' well-known co-op.", ["It's", "the", "workers", "'", "well-known", "co-op", "."]),
        ("1,200 people at 5:30 a.m.", ["1,200", "people", "at", "5:30", "a.m."]),
        ("A 12-year-old, 3.5m wide", ["A", "12-year-old", ",", "3.5m", "wide"]),
        ("AT&T -- and R&D...", ["AT&T", "--", "and", "R&D", "..."]),
        ("Cafe\u0301 na\u0131ve Ødegård", ["Cafe\u0301", "naıve", "Ødegård"]),
        ("“Yes,” he said", ["“", "Yes", ",", "”", "he", "said"]),
        ("end.The next", ["end", ".", "The", "next"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_word_forms_keep_case_and_combining_marks() -> None:
    text = "Cafe\u0301 owners' co-op; the Cafe\u0301's well-known U.S. owner, the"
    assert word_forms(text) == {
        "Cafe\u0301",
        "owners",
        "co-op",
        "the",
        "Cafe\u0301's",
        "well-known",
        "U",
        "S",
        "owner",
    }


@given(st.text(max_size=80))
def test_tokens_lie_in_order_where_they_say(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= at
        at = token.end
