"""Punctuation: what a copy desk would put right, and what looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_rule import excerpts, mended, suggested, violations

MISMATCHED = "punctuation/mismatched-quotes"
UNPAIRED = "punctuation/unpaired-quote"
SPACING = "punctuation/spacing"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('“It’s about the paper," she said.', ['paper,"']),
        ('"It is about the paper,” she said.', ["paper,”"]),
        ('The film “Frozen" and the play “Thaw“ open.', ['Frozen"', "Thaw“"]),
        ("“He said, ‘Never again,'” she said.", ["again,'"]),
        ("\"He said, 'Never again,’” she said.", ["again,’”"]),
        ('“It is so,” she said. "It is so," he said.', []),
        ("He’s 6'2\" and the workers' hall is “full”.", []),
        ("“I ran to where it was.' He left. “Late,” she said.", ["was.'"]),
        ("'Never again,\" she said.", ['again,"']),
        ("“The workers' hall is full.” It's 'so' and 'tis not,\" he said.", []),
        ("“I was sayin' so. 'Twas the boys'. It's 6'2.", []),
        ("„Ja“, «oui» and ''yes'' were heard.", []),
    ],
)
def test_mismatched_quotes(text: str, marked: list[str]) -> None:
    assert excerpts(MISMATCHED, text) == marked


def test_each_closing_mark_is_made_to_fit() -> None:
    text = '“One," she said. "Two,” he said. "He said, \'Never,’” she said.'
    assert mended(MISMATCHED, text) == '“One,” she said. "Two," he said. "He said, \'Never,\'" she said.'


def test_the_opening_mark_is_shown_beside_the_closing_one() -> None:
    (violation,) = violations(MISMATCHED, 'He said “no" twice.')
    assert [(r.place.line, r.place.column) for r in violation.related] == [(1, 9)]
    assert violation.suggestions == ("no”",)


def test_an_article_full_of_mismatched_marks_has_one_violation_that_mends_them_all() -> None:
    text = "\n\n".join(f'“The wall is safe," said speaker number {number}.' for number in range(24))
    (violation,) = violations(MISMATCHED, text)
    assert violation.excerpt == 'safe,"'
    assert len(violation.related) == 20
    assert "24" in violation.message
    assert '"' not in mended(MISMATCHED, text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('The mayor said: "The wall is safe.', ['"The']),
        ("“The wall is old, said Lund, who left.\n\n“It will fall,” she said.", ["“The"]),
        ("The wall is safe,” the mayor said.", ["safe,”"]),
        ("“The wall is old. “It will fall,” she said.", ["“The"]),
        ("“The wall is old.\n\nIt will fall,” she said.", ["“The"]),
        ("“The wall is old.\n\n“It will fall,” she said.", []),
        ('"He said, \'They read "wall" and stopped.\'\n\n"So I went there," she said.', []),
        ('He is 5\'11", the boards are 6" and 8" wide, and the \'90s are over.', []),
        ("‘Abd al-Rahman sang 'Twas the night.", []),
    ],
)
def test_unpaired_quotes(text: str, marked: list[str]) -> None:
    assert excerpts(UNPAIRED, text) == marked


def test_a_quotation_that_ends_a_paragraph_later_says_where() -> None:
    (violation,) = violations(UNPAIRED, "“The wall is old.\n\nIt will fall,” she said.")
    assert "line 3" in violation.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"The wall is old.\n\nAnna Lund, mayor of Ardnish."', "behind its speaker's name on line 5"),
        ("It is old. “The stones are loose, and\n\nnobody cares.”", "join the lines"),
        ("The plan: ““The wall is safe.” It is.", "stands twice"),
        ("The mayor said,” the wall is safe.”", "before the next word"),
        ("“It is.\n\nMs. Lund left. 'They deserve it,\" she said.", "never closed"),
        ("“It is.\n\n" + "She left. " * 200 + "\n\nIt is safe,” she said.", "never closed"),
    ],
)
def test_an_unpaired_mark_says_what_to_do(text: str, said: str) -> None:
    assert said in violations(UNPAIRED, f"The council met on Monday.\n\n{text}")[0].message


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The wall (built in 1911 is safe.", ["(built"]),
        ("The wall, built in 1911) is safe.", ["1911)"]),
        ("The [U.S.[ force is (here).", ["[U.S.["]),
        ("1) The wall. b) The quay. She smiled :)", []),
        ("The wall (built [by hand] in 1911) is safe.", []),
    ],
)
def test_unpaired_brackets(text: str, marked: list[str]) -> None:
    assert excerpts("punctuation/unpaired-bracket", text) == marked


@pytest.mark.parametrize(
    ("text", "mended_text"),
    [
        ("It found “ cracks ” there.", "It found “cracks” there."),
        ('It found "cracks " there.', 'It found "cracks" there.'),
        ('"It is so, "she said.', '"It is so,"she said.'),
        ("« Bravo », she said. “… and so,” he said.", None),
        ("“He said ‘no’ ” and “ ‘yes’ ”.", None),
    ],
)
def test_space_inside_quotes(text: str, mended_text: str | None) -> None:
    assert mended("punctuation/space-inside-quotes", text) == (mended_text or text)


def test_a_space_at_one_end_of_a_long_quotation_is_marked_there() -> None:
    text = f"“ It is so, {'and so on, ' * 8}it is,” she said."
    assert excerpts("punctuation/space-inside-quotes", text) == ["“ It"]


@pytest.mark.parametrize(
    ("text", "mended_text"),
    [
        ("The wall , built by hand .", "The wall, built by hand."),
        ("The wall  , built by hand.", "The wall, built by hand."),
        ("The wall is safe.The mayor said so.", "The wall is safe. The mayor said so."),
        ("Is it safe?I think so.", "Is it safe? I think so."),
        ("Red,white and blue;green is not.", "Red, white and blue; green is not."),
        ("It was Ardnish.Lund’s house.", "It was Ardnish. Lund’s house."),
        ('She said,"Go."Then she left.', 'She said, "Go." Then she left.'),
        ("See ardnish.example, plan.Txt, Node.js, Booking.Com or a.b@c.example.", None),
        ("The . . . wall ... is safe, e.g. in St.Petersburg, at 3.5 metres; a .22 rifle, 2 .", None),
        ("“Un”likely, the best-“seller” of 1,200.", None),
    ],
)
def test_spacing(text: str, mended_text: str | None) -> None:
    assert mended(SPACING, text) == (mended_text or text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The wall,, built in 1911, is safe..", [",,", ".."]),
        ("The wall , , is safe ,. Yes.", [", ,"]),
        ("She called it “safe.”. He did not.", [".”."]),
        ("Wait... What?! No!! Inc., U.S., 5 p.m., etc., Yahoo!, ../plan, a::b.", []),
        ("The wall in March (AFP) (AFP), (a) (b).", ["(AFP) (AFP)"]),
        ("They left the “U.S.”. She works for “Norhaven Inc.”, he said.", []),
    ],
)
def test_doubled_marks(text: str, marked: list[str]) -> None:
    assert excerpts("punctuation/doubled", text) == marked


def test_mixed_styles_are_reported_once_each() -> None:
    text = '“One,” she said. "Two," he said. It’s "three," it\'s "four" and it\'s five.'
    found = violations("punctuation/mixed-quote-style", text)
    assert [v.excerpt for v in found] == ["“", "’"]


@pytest.mark.parametrize(
    "rule", [MISMATCHED, UNPAIRED, SPACING, "punctuation/doubled", "punctuation/space-inside-quotes"]
)
@given(
    text=st.text(alphabet="aB 😀.,!\"“”‘’'()[]é", min_size=1, max_size=60),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_every_span_is_what_it_claims(rule: str, text: str, newline: str) -> None:
    whole = f"The headline here{newline}{newline}{text}{newline}"
    lines = whole.split("\n")
    for violation in violations(rule, whole):
        place = violation.place
        assert place.line == place.end_line
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == violation.excerpt
        assert violation.excerpt.strip()


def test_suggestions_are_what_stands_there_put_right() -> None:
    assert suggested(SPACING, "The wall , and so on.") == ["wall,"]
    assert suggested("punctuation/doubled", "It is safe.. Yes.") == ["."]
