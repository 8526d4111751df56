"""Names are found by their capitals, particles and titles, each with its parts and its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article.text.reader import read
from newslint.language.analysis import Analysis
from newslint.language.names.mentions import PERSON, Mention
from newslint.source import Source


def mentions(text: str) -> list[Mention]:
    return [mention for article in read(Source("a.txt", text)) for mention in Analysis(article).mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yesterday Anna Keller met Lars Toll.", ["Anna Keller", "Lars Toll"]),
        ("But while it rained, Keller slept.", ["Keller"]),
        ("The guest was Anna de la Torre of Norland.", ["Anna de la Torre", "Norland"]),
        ("It was Jan van der Meer who spoke.", ["Jan van der Meer"]),
        ("They saw Omar al-Hadi and Abu Nasr.", ["Omar al-Hadi", "Abu Nasr"]),
        ("Then Sean O'Dowd and Fiona McGrath left.", ["Sean O'Dowd", "Fiona McGrath"]),
        ("He is J. R. Keller, not A.B. Toll.", ["J. R. Keller", "A.B. Toll"]),
        ("It was Anna Lind-Bauer and Łukasz Żak.", ["Anna Lind-Bauer", "Łukasz Żak"]),
        ("They read Keller's Norland story.", ["Keller", "Norland"]),
        ("It met the foreign minister, Anna Lind, in May.", ["Anna Lind", "May"]),
    ],
)
def test_names_are_found_whole(text: str, names: list[str]) -> None:
    assert [mention.text for mention in mentions(text)] == names


@pytest.mark.parametrize(
    ("text", "title", "given_names", "surname"),
    [
        ("It was Foreign Minister Anna Lind.", "minister", ("Anna",), "Lind"),
        ("It was the foreign minister, Anna Lind.", "minister", ("Anna",), "Lind"),
        ("It was Mr. Keller.", "mr", (), "Keller"),
        ("It was Anna Maria Keller.", "", ("Anna", "Maria"), "Keller"),
    ],
)
def test_a_name_has_parts(text: str, title: str, given_names: tuple[str, ...], surname: str) -> None:
    (mention,) = [each for each in mentions(text) if each.surname == surname]
    assert (mention.title, mention.given, mention.surname) == (title, given_names, surname)
    assert mention.kind == PERSON


@pytest.mark.parametrize("text", ["", "it rained.", "1,200 - 3", "But it rained.", "’’ “” —"])
def test_where_no_name_is_none_is_found(text: str) -> None:
    assert mentions(text) == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ABc dé’'.-,\nŁ“” ", max_size=80))
def test_a_name_stands_where_it_says(text: str) -> None:
    for article in read(Source("a.txt", text)):
        end = 0
        for mention in Analysis(article).mentions:
            assert article.text[mention.start : mention.end] == mention.text
            assert end <= mention.start < mention.end
            end = mention.end
