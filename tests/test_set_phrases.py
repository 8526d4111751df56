"""typos/set-phrase: phrases and names whose words are always the same."""

from __future__ import annotations

import pytest
from one_rule import excerpts, suggested


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The statue of limitations had run out, the clerk said.", "statue of limitations"),
        ("For all intensive purposes the ferry is sold.", "all intensive purposes"),
        ("The pubic library on Quay Street shuts at noon.", "pubic"),
        ("The bill was singed into law in March.", "singed into law"),
        ("The Untied Nations sent two ships.", "Untied"),
        ("The Prime Minster took the ferry.", "Minster"),
        ("A letter went to the Secretary of Sate on Monday.", "Sate"),
    ],
)
def test_a_slip_in_a_set_phrase_is_found(text: str, wrong: str) -> None:
    assert excerpts("typos/set-phrase", f"Ardnish\n\n{text}\n") == [wrong]


def test_what_is_written_in_capitals_is_put_right_in_capitals() -> None:
    assert suggested("typos/set-phrase", "Ardnish\n\nThe Untied Nations sent two ships.\n") == ["United"]


@pytest.mark.parametrize(
    "text",
    [
        "The White Horse is the oldest inn of Ardnish, and York Minster is older.",
        "Two Prime Ministers met in the State House.",
        "The Unitel Nations quiz, the Unitel Nations choir and Unitel Nations again.",
        "A dairy firm bought the mill, and market analysts wondered why.",
        "The panel was right to note that the quay is old.",
        "He sat in front of the singed curtain; the law came later.",
    ],
)
def test_what_only_looks_like_a_set_phrase_is_left_alone(text: str) -> None:
    assert excerpts("typos/set-phrase", f"Ardnish\n\n{text}\n") == []


@pytest.mark.parametrize(
    "right", ["for all intents and purposes", "bated breath", "wreak havoc", "trial and error"]
)
def test_the_right_form_is_left_alone(right: str) -> None:
    assert excerpts("typos/set-phrase", f"Ardnish\n\nIt was, they said, {right} on the quay.\n") == []
