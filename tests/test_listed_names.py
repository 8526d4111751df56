"""names/listed: what a list says of a name, found where a text differs from it, and silence elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from newslint.checks.names import listed_name
from newslint.engine.lint import lint
from newslint.engine.report import Violation
from newslint.engine.settings import Settings
from newslint.language.names.gazetteer import Gazetteer
from newslint.language.vocabulary import ListedName
from newslint.language.words.edit_distance import folded
from newslint.packs.name_list_file import NAMES, read_entries, shipped_names
from newslint.packs.rule_file import compiled, read_rule
from newslint.rules import Rule, shipped_folder
from newslint.source import Source

LISTS = sorted((shipped_folder() / NAMES).glob("*.yml"))


@cache
def _rule() -> Rule:
    pack = shipped_folder()
    path = pack / "names/listed.yml"
    return compiled("names/listed", path, read_rule(path), pack)


@cache
def _shipped() -> tuple[ListedName, ...]:
    return tuple(shipped_names())


def _violations(text: str, *own: ListedName) -> list[Violation]:
    settings = Settings([_rule()], names=list(own or _shipped()))
    return lint(Source("article.txt", text), settings).violations


def _marks(text: str, *own: ListedName) -> list[tuple[str, str]]:
    return [(v.excerpt, v.suggestions[0]) for v in _violations(text, *own)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Reporters asked Volodymyr Zelenksy about the ferry.", "Volodymyr Zelenksy", "Volodymyr Zelensky"),
        ("Volodomyr Zelenskyy opened the lock.", "Volodomyr Zelenskyy", "Volodymyr Zelenskyy"),
        ("A letter from Kier Starmer lay on the desk.", "Kier Starmer", "Keir Starmer"),
        ("The lock that Ursula von der Leyn opened is old.", "Ursula von der Leyn", "Ursula von der Leyen"),
        ("Narenda Modi's coat hung by the door.", "Narenda Modi", "Narendra Modi"),
        ("They met Kassym-Jomart Tokaev at the lake.", "Kassym-Jomart Tokaev", "Kassym-Jomart Tokayev"),
        ("They met Emmanuel Macrom at the lake.", "Emmanuel Macrom", "Emmanuel Macron"),
        ("In Canada, Prime Minister Mark Carny rowed.", "Mark Carny", "Mark Carney"),
        ("In Estonia, Kaja Kalas thanked the ferryman.", "Kaja Kalas", "Kaja Kallas"),
        ("Tedros Adhanom Gebreyesus swam.", "Tedros Adhanom Gebreyesus", "Tedros Adhanom Ghebreyesus"),
        ("Cyril Ramophosa rowed.", "Cyril Ramophosa", "Cyril Ramaphosa"),
        ("Giorgia Melonni rowed.", "Giorgia Melonni", "Giorgia Meloni"),
        ("A study by the World Meterological Organization.", "World Meterological Organization", ""),
        (
            "She left the International Comittee of the Red Cross.",
            "International Comittee of the Red Cross",
            "",
        ),
        ("The Kurdistan Worker's Party met.", "Kurdistan Worker's Party", "Kurdistan Workers' Party"),
        ("The Kurdistan Wrokers’ Party met.", "Kurdistan Wrokers’ Party", "Kurdistan Workers' Party"),
        ("An envoy of Médecins Sans Frontiéres rowed.", "", ""),
        ("An envoy of Médecins Sans Frontièrs rowed.", "Médecins Sans Frontièrs", "Médecins Sans Frontières"),
    ],
)
def test_a_slip_in_a_listed_name_is_found_and_mended(text: str, wrong: str, right: str) -> None:
    marks = _marks(text)
    assert [mark for mark, _ in marks] == ([wrong] if wrong else [])
    if right:
        assert marks[0][1] == right


@pytest.mark.parametrize(
    "text",
    [
        "Mark Carey of the rowing club sold boats to Mark Kearney.",
        "Robert Frico, a baker, and David Lamy, a director, met.",
        "Marion Le Pen sat beside Marine Le Pen.",
        "Andrea Babiš and Daniela Ortega met Lara Trump.",
        "Hun Sen's sons are Hun Manith and Hun Many.",
        "Kevin Walsh plays hurling; Christopher Luxton rows.",
        "Elon Mask is a clown, and Gustavo Pedro sings.",
        "The international monetary fund of the valley holds 300 crowns.",
        "The World Health Organizations of two valleys met Human Rights Watchers.",
        "The Norwegian Refugee Counselling Centre is new.",
        "President Rahman of Bangladesh met Tajik envoys.",
        "President Milatović met Croatian envoys, President Milanović Montenegrin ones.",
        "Recep Tayyip Erdogan, Luiz Inacio Lula da Silva and Viktor Orban rowed.",
        "VOLODYMYR ZELENKSY ROWS",
        "Vladimir Zelensky wrote a poem.",
        "Yulia Svyrydenko and Yuliia Svyrydenko are one name; so are Zelensky and Zelenskiy.",
        "They read of Emmanuel. Macrom is a village.",
    ],
)
def test_other_names_and_words_are_left_alone(text: str) -> None:
    assert _marks(text) == []


def test_every_listed_name_and_accepted_form_is_right() -> None:
    forms = [form for entry in _shipped() for form in (entry.name, *entry.also)]
    text = "\n\n".join(f"The mural shows {form} beside a heron." for form in forms)
    assert _marks(text) == []


def test_nine_in_ten_slips_are_found() -> None:
    """Two letters swapped in the longest word of each name, where the article says what it is about."""
    found = planted = 0
    for entry in _shipped():
        word = max(entry.name.split(" "), key=len)
        at = next((n for n in range(2, len(word) - 1) if word[n] != word[n + 1]), 0)
        if not at or not word.isalpha():
            continue
        wrong = entry.name.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        place = f" in {entry.place[0]}" if entry.place else ""
        planted += 1
        found += _marks(f"The lock{place} is old. A mural shows {wrong} beside a heron.") == [
            (wrong, entry.name)
        ]
    assert planted > 300
    assert found / planted > 0.9


MAYOR = ListedName("Ida Björkvang", ("Ida Bjorkvang-Berg",), ("Ida Bjerkvang",), ("mayor",), ("Orsa",))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Mayor Björkvng of Orsa rowed.", [("Björkvng", "Björkvang")]),
        ("Ida Björkvang rowed. “Yes,” Mayor Björkvng said.", [("Björkvng", "Björkvang")]),
        ("Mayor Björkvng of another town rowed.", []),
        ("In Orsa, Björkvng rowed.", []),
        ("Orsa's new mayor, Björkvng, rowed.", [("Björkvng", "Björkvang")]),
        ("Ida Bjorkvng-Berg rowed.", [("Ida Bjorkvng-Berg", "Ida Bjorkvang-Berg")]),
        ("Ida Bjerkvang rowed.", [("Ida Bjerkvang", "Ida Björkvang")]),
        ("Ida Bjorkvng rowed.", [("Ida Bjorkvng", "Ida Björkvang")]),
        ("Ida Bjorkvang rowed.", []),
        ("Ida Björkvng Lake is deep.", []),
    ],
)
def test_a_house_list_says_office_place_and_forms(text: str, marks: list[tuple[str, str]]) -> None:
    assert _marks(text, MAYOR) == marks


def test_the_copy_keeps_its_way_with_accents() -> None:
    name = ListedName("José Ramón Ortúzar")
    assert _marks("Jose Ramon Ortuzzar rowed.", name) == [("Jose Ramon Ortuzzar", "Jose Ramon Ortuzar")]
    assert _marks("José Ramón Ortuzzar rowed.", name) == [("José Ramón Ortuzzar", "José Ramón Ortúzar")]


def test_a_wrong_form_without_letters_harms_nothing() -> None:
    assert _marks("Ida Björkvng rowed 24/7.", MAYOR._replace(never=("24/7",))) != []


def test_an_entry_is_silent_after_its_day() -> None:
    text = "Ida Björkvng rowed."
    words = frozenset(text.rstrip(".").split())
    index = Gazetteer((MAYOR._replace(until="2026-11-22"),), "2026-11-23")
    assert list(index.near(text, words, words)) == []
    index = Gazetteer((MAYOR._replace(until="2026-11-23"),), "2026-11-23")
    assert [found.right for found in index.near(text, words, words)] == ["Ida Björkvang"]


def test_a_line_in_the_house_list_accepts_a_namesake(tmp_path: Path) -> None:
    namesake = ListedName("Emmanuel Macrom")
    assert _marks("Emmanuel Macrom sells boats.", *_shipped(), namesake) == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_shipped_entries_say_where_and_when_they_were_looked_up(path: Path) -> None:
    legend = (path.parent / "README.md").read_text(encoding="utf-8")
    for entry in read_entries(path):
        letters = entry.source.split()
        assert len(letters) > 1 or letters == ["T"], entry.name
        assert all(f"\n| {letter} |" in legend for letter in letters), entry.name
        assert entry.checked is not None, entry.name
        assert entry.until or path.stem == "bodies", entry.name


def test_no_name_is_listed_twice() -> None:
    names = [folded(entry.name) for entry in _shipped()]
    assert sorted(names) == sorted(set(names))


def test_the_check_needs_a_list() -> None:
    assert lint(Source("a.txt", "Emmanuel Macrom rowed."), Settings([_rule()])).violations == []
    assert listed_name.Params() == ()
