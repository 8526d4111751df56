"""`newslint names learn`: a house list from the spellings on which an archive agrees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from newslint.packs.name_list_file import read_names

Newslint = Callable[..., Result]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Ten articles: one name right in all but one, one in two spellings, one in a single article."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(10):
        first = "Marta Ellingson" if number else "Marta Elingson"
        second = "Peter Dunmoore" if number % 2 else "Peter Dunmore"
        last = "Minister Grace Halloway was not there." if number == 3 else "Nobody else was there."
        (folder / f"{number}.txt").write_text(
            f"The mayor, {first}, opened the bridge on day {number}.\n\n"
            f"A reader asked President {second} about it. {last}\n\n"
            f"{first}'s office and the Harrow Relief Fund paid.\n",
            encoding="utf-8",
        )
    return folder


def test_it_proposes_names_that_articles_agree_on(newslint: Newslint, archive: Path) -> None:
    lines = newslint("names", "learn", "archive").stdout.splitlines()
    assert "- name: Marta Ellingson  # 9 articles; 'Marta Elingson' in 1" in lines
    assert "- name: Harrow Relief Fund  # 10 articles" in lines
    assert not any("Halloway" in line for line in lines)


def test_a_name_in_two_common_spellings_is_left_for_a_person_to_decide(
    newslint: Newslint, archive: Path
) -> None:
    lines = newslint("names", "learn", "archive").stdout.splitlines()
    assert "# - name: Peter Dunmoore  # 5 articles; 'Peter Dunmore' in 5" in lines
    assert not any(line.startswith("- name: Peter") for line in lines)


def test_least_says_how_many_articles_must_agree(newslint: Newslint, archive: Path) -> None:
    assert "Grace Halloway" in newslint("names", "learn", "--least", "1", "archive").stdout
    none = newslint("names", "learn", "--least", "11", "archive")
    assert (none.exit_code, none.stdout) == (0, "")
    assert none.stderr == "newslint: 10 articles read; no new name stands in 11 or more of them\n"


def test_a_list_is_begun_and_finds_the_slip(newslint: Newslint, archive: Path, tmp_path: Path) -> None:
    result = newslint("names", "learn", "archive", "-o", "house-names.yml")
    assert result.stdout == (
        "house-names.yml: added 2 names (2 not agreed), from 10 articles\n"
        'To use the list: names = ["house-names.yml"] in newslint.toml\n'
    )
    (tmp_path / "newslint.toml").write_text('names = ["house-names.yml"]\n')
    checked = newslint("check", "--select", "names/listed", "--output-format", "concise", "archive")
    assert "0.txt:1:12: warning names/listed: 'Marta Elingson'" in checked.stdout
    assert checked.stdout.count("names/listed") == 2


def test_a_list_keeps_its_own_lines_and_gets_what_is_new(
    newslint: Newslint, archive: Path, tmp_path: Path
) -> None:
    own = "# ours\n- name: Marta Ellingson  # the mayor\n- {name: Ida Example, also: Ida Sample}"
    house = tmp_path / "house-names.yml"
    house.write_text(own)
    (tmp_path / "newslint.toml").write_text('names = ["house-names.yml"]\n')
    result = newslint("names", "learn", "archive", "-o", "house-names.yml")
    assert result.stdout == "house-names.yml: added 1 name (2 not agreed), from 10 articles\n"
    assert house.read_text().startswith(own + "\n\n# Learnt from 10 articles")
    assert [entry.name for entry in read_names(house)] == [
        "Marta Ellingson",
        "Ida Example",
        "Harrow Relief Fund",
    ]
    before = house.read_text()
    again = newslint("names", "learn", "archive", "-o", "house-names.yml")
    assert (again.exit_code, house.read_text()) == (0, before)
    assert again.stdout == "house-names.yml: nothing new in 10 articles\n"


def test_a_list_that_is_not_valid_stays_as_it_is(newslint: Newslint, archive: Path, tmp_path: Path) -> None:
    house = tmp_path / "mine.yml"
    house.write_text("- {name: Ida Example, ofice: mayor}\n")
    result = newslint("names", "learn", "archive", "-o", "mine.yml")
    assert result.exit_code == 2
    assert "mine.yml:1" in result.stderr
    assert "nothing was written" in result.stderr
    assert house.read_text() == "- {name: Ida Example, ofice: mayor}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no-such-folder",), "no-such-folder: no such file or folder; check the spelling"),
        (("-",), "names learn reads files and folders; save the articles first"),
        (
            ("archive", "-o", "nowhere/house.yml"),
            "nowhere/house.yml: can't be written: No such file or directory",
        ),
    ],
)
def test_what_can_not_be_done_is_said(
    newslint: Newslint, archive: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = newslint("names", "learn", *arguments)
    assert result.exit_code == 2
    assert result.stderr == f"newslint: {message}\n"


def test_an_unreadable_file_is_left_out_and_named(newslint: Newslint, archive: Path) -> None:
    (archive / "x.txt").write_bytes(b"Caf\xe9\n")
    result = newslint("names", "learn", "archive")
    assert result.exit_code == 0
    assert "x.txt: line 1, column 4: not UTF-8 text" in result.stderr
    assert "Marta Ellingson" in result.stdout


def test_one_kind_of_apostrophe_and_a_capital_are_no_other_spelling(
    newslint: Newslint, tmp_path: Path
) -> None:
    for number, name in enumerate(["Ann O'Garra", "Ann O’Garra", "Ann O'Garra"]):
        (tmp_path / f"{number}.txt").write_text(f"The mayor, {name}, opened the bridge.\n", encoding="utf-8")
    assert "- name: Ann O'Garra  # 3 articles\n" in newslint("names", "learn", ".").stdout
