"""Names: true pairs that names/inconsistent finds, and the traps that it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Found
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.one_rule import excerpts, suggested, violations

FOUND = [
    ("Ingrid Solvang leads the board. It meets in May, Solvagn said. Solvang agreed.", "Solvagn", "Solvang"),
    ("Anna Mukherjee spoke. Mukherjee left. Mukerjee will return in May.", "Mukerjee", "Mukherjee"),
    ("Moammar Gadhani fell. Moammar Qadhani was found.", "Qadhani", "Gadhani"),
    ("Khalifa Haftani spoke. Haftani left. Khalifa Hiftani stayed.", "Hiftani", "Haftani"),
    ("Yunus Yevkarov led the region. Yunus Evkarov stepped down.", "Evkarov", "Yevkarov"),
    ("Thabo Nkosini spoke. Nkosini left. Thabo Nkosni stayed.", "Nkosni", "Nkosini"),
    ("Peter Grünwald spoke. Grünwald left. Peter Grünwlad stayed.", "Grünwlad", "Grünwald"),
    ("Robert Kellermann spoke. Bob Kellerman left.", "Kellerman", "Kellermann"),
    ("Anna O'Donnell spoke. O'Donnell left. Anna O'Donell stayed.", "O'Donell", "O'Donnell"),
    (
        "The Nile Relief Fund sent tents. The Nile Relief Fund is old. The Nile Relief Foundation asks.",
        "Nile Relief Foundation",
        "Nile Relief Fund",
    ),
    (
        "Norland Savings Bank met. Norland Svaings Bank left. Norland Savings Bank is old.",
        "Svaings",
        "Savings",
    ),
    ("Siobhan Keller spoke. Keller left. Siobahn Keller stayed.", "Siobahn", "Siobhan"),
    ("Sen. Lisa Murkovan voted no. Murkovan left. Sen. Lisa Murkovann stayed.", "Murkovann", "Murkovan"),
]

LEFT_ALONE = {
    "different given names": "Jon Petersen and Lars Pedersen work here. Petersen said no. Pedersen agreed.",
    "one squad": "Squad: Ann Horgan, Mia Horan, Eva Toll. Horgan scored. Horan missed.",
    "-ov and -ova": "Ivan Petrov and his wife, Anna Petrova, came. Petrov spoke; Petrova did not.",
    "husband and wife": "Hage Lindgob and his wife, Monica Lindgos, came. Lindgob spoke; Lindgos did not.",
    "father and son": "Peter Marten, the father, and Paul Marten, the son, came. Peter Martens left.",
    "both introduced": "Anna Johnson and Peter Johnston met. Johnson spoke first; Johnston said nothing.",
    "a country and its people": "Israel and the Israelis spoke. Israeli officials left Israel. Germany and Germans met.",
    "two countries": "Austria and Australia played. Slovakia and Slovenia did not. Niger lost to Nigeria.",
    "a month": "Marco Keller came in March. Marco left in March.",
    "plural and possessive": "The Kellers came. Anna Keller spoke. Keller's house is old. The Kellers' dog barked.",
    "two given names": "Michelle Orama and Michele Bachmeier spoke. Orama left. Bachmeier stayed.",
    "sisters": "Anna Keller met Anne Keller, her sister. Anna and Anne left.",
    "a nickname": "Robert Keller, known as Rob, spoke. Bob Keller left. Robbie Keller stayed.",
    "a surname that is dropped": "Anna Lindqvist-Bauer spoke. Lindqvist left. Bauer did not.",
    "also spelt": "Ingrid Solvang, also spelt Solvagn, spoke. Solvang left.",
    "known by two names": "The town is known as Harvos to some and Kharvos to others. Harvos is old. Harvos has a mill.",
    "born otherwise": "Ada Lundgren, who was born Ada Lundgern, spoke. Lundgren left.",
    "in some papers": "Ada Lundgren (in some papers Lundgern) spoke. Lundgren left.",
    "not the other": "She is Ada Lundgren, not Ada Lindgren. Lundgren said so.",
    "misspelt as": "Ada Lundgren left. Lundgren sang.\n\nCorrection: Her name was misspelled as Lundgern.",
    "an earlier version": "Ada Lundgren spoke.\n\nAn earlier version of this story named her Ada Lundgern.",
    "amended": "Ada Lundgren spoke.\n\nThis article was amended on 3 May. It gave her name as Ada Lundgern.",
    "originally": "Ada Lundgren spoke. Lundgren left.\n\nThis article originally called her Ada Lundgern.",
    "two in a sentence": "The harbour club Norvok beat Narvok in the final. Narvok is a town.",
    "a fund of a foundation": "The Nile Relief Fund belongs to the Nile Relief Foundation. The Nile Relief Fund is small.",
    "two bodies": "The Norland Health Council met. The Norland Health Institute left. The Norland Health Council sat.",
    "a name varied at its end": "Mike Keller spoke. Mike Toll left. Mikee Keller stayed.",
    "by mistake": "Ada Lundgren spoke. Lundgren left. The letter went to Ada Lundgern by mistake.",
}


@pytest.mark.parametrize(("text", "rare", "common"), FOUND, ids=[rare for _, rare, _ in FOUND])
def test_one_name_in_two_spellings_is_found(text: str, rare: str, common: str) -> None:
    assert excerpts("names/inconsistent", text) == [rare]
    assert suggested("names/inconsistent", text) == [common]


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_two_names_are_left_alone(text: str) -> None:
    assert excerpts("names/inconsistent", text) == []


def test_a_violation_says_how_often_and_where() -> None:
    text = (
        "Ingrid Solvang leads the board.\n\nIt meets in May, Solvagn said.\n\nSolvang agreed. Solvang left."
    )
    (violation,) = violations("names/inconsistent", text)
    assert "'Solvagn' (once), but 'Solvang' (3 times, first on line 1)" in violation.message
    assert len(violation.related) == 3


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Mayor Jospeh Keller opened the bridge.", "Jospeh", "Joseph"),
        ("“It is a good day,” said Micheel Brandt, the head of the board.", "Micheel", "Michele"),
        ("Coach Luis Manual Ortega said so.", "Manual", "Manuel"),
        ("The bridge is safe, said Steevn Okafor, an engineer.", "Steevn", "Steven"),
    ],
)
def test_a_slip_in_a_given_name_is_found(text: str, word: str, right: str) -> None:
    assert excerpts("names/given-name", text) == [word]
    assert suggested("names/given-name", text) == [right]


@pytest.mark.parametrize(
    "name",
    "Siobhan Thabo Jhon Xi Volodymyr Caoimhe Ngozi Saoirse Bjørn Nguyen Oluwaseun Mohamud Agnieszka Yevgeny Kwame"
    " Aoife Katarzyna Dragoljub Tuomas Szymon".split(),
)
def test_the_names_of_the_world_are_names(name: str) -> None:
    assert excerpts("names/given-name", f"Mayor {name} Keller spoke, said {name} Brandt.") == []


_WORD = st.sampled_from(
    "Solvang Solvagn Anna Keller Kellermann Kelerman Mr. President and said in May, O'Neil".split()
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORD, max_size=40), st.sampled_from(["names/inconsistent", "names/given-name"]))
def test_what_is_marked_is_the_name_that_the_message_gives(words: list[str], rule: str) -> None:
    for violation in violations(rule, " ".join(words) + "."):
        assert f"'{violation.excerpt}'" in violation.message


def test_two_offices_and_two_twins_are_two_people(found: Found, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "President Kim Tae-hyung met Industry Minister Kim Tae-hyun in Arden on Monday.\n\n"
        "Hafsa Iqbal and Hafza Iqbal, twins from Belmont, were married a week apart, said Hafsa Iqbal.\n",
        encoding="utf-8",
    )
    assert found("--select", "names", "a.txt") == []
