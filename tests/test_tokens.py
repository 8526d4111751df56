"""The words of a text."""

from __future__ import annotations

from newslint.language.segmentation.tokens import word_forms


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
