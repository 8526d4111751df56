"""What the lexicon knows, what it proposes, and the newsroom's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.vocabulary import Vocabulary
from newslint.language.words.candidates import MOST, meant, slip_cost
from newslint.language.words.deletion_index import near, spelled_variants
from newslint.language.words.known_misspellings import known_misspelling
from newslint.language.words.letter_case import match_case
from newslint.language.words.lexicon import Lexicon

LEXICON = Lexicon(Vocabulary())


def _suggested(lexicon: Lexicon, word: str, before: str = "", after: str = "") -> list[str]:
    return [match_case(each.word, word) for each in meant(lexicon, word, before, after)[:MOST]]


@pytest.mark.parametrize(
    "word",
    """the harbour harbor organise organize mentions children's y'all don’t café naïve schadenfreude podcasts selfie
    un-mayoral non-negotiable superdelegates caucusgoer anti-fraud counterprotest lawmakers polyethylene kilowatts
    Harbour OK i'm newsworthiness well-travelled mid-sentence moviegoers wi-fi heatwave""".split(),
)
def test_words_of_the_news_are_known(word: str) -> None:
    assert LEXICON.knows(word)


@pytest.mark.parametrize(
    "word", "teh goverment succesfully millenials adminstration recieve seperate untill wich xqzt".split()
)
def test_what_is_no_word_is_not_known(word: str) -> None:
    assert not LEXICON.knows(word)
    assert LEXICON.frequency(word) == 0


def test_common_words_are_more_frequent_than_rare_ones() -> None:
    assert LEXICON.frequency("the") > LEXICON.frequency("harbour") > LEXICON.frequency("pallet") > 0


def test_a_name_is_known_with_its_capital_only() -> None:
    assert LEXICON.knows("London")
    assert not LEXICON.knows("london")
    assert LEXICON.is_name("london")


@pytest.mark.parametrize(
    ("word", "dialect"), [("colour", "gb"), ("color", "us"), ("table", ""), ("organize", "")]
)
def test_dialects(word: str, dialect: str) -> None:
    assert LEXICON.dialect(word) == dialect


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("negociations", "negotiations"),
        ("buisness", "business"),
        ("recomend", "recommend"),
        ("teh", "the"),
        ("Goverment", "Government"),
        ("GOVERMENT", "GOVERNMENT"),
        ("owudl", "would"),
        ("fysical", "physical"),
        ("hospitaql", "hospital"),
        ("thelaw", "the law"),
    ],
)
def test_the_word_that_is_meant_comes_first(wrong: str, right: str) -> None:
    assert _suggested(LEXICON, wrong)[0] == right


def test_neighbours_decide_between_words() -> None:
    assert _suggested(LEXICON, "thn", "better", "the")[0] == "than"
    assert _suggested(LEXICON, "thn", "and", "went")[0] in ("then", "the")


def test_at_most_five_suggestions_each_once() -> None:
    for word in ("thn", "boaut", "sould", "cta"):
        suggestions = _suggested(LEXICON, word)
        assert len(suggestions) <= 5
        assert len(set(suggestions)) == len(suggestions)


@given(st.sampled_from("government hospital minister question railway".split()), st.data())
def test_a_dropped_letter_is_found_again(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    assert word in near(word[:at] + word[at + 1 :])


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12),
    st.text("abcdefghijklmnopqrstuvwxyz", max_size=12),
)
def test_a_slip_costs_nothing_only_where_there_is_none(one: str, other: str) -> None:
    assert (slip_cost(one, other) == 0) == (one == other)
    assert one in spelled_variants(one)


@given(st.text(max_size=20))
def test_any_text_can_be_looked_up(word: str) -> None:
    LEXICON.knows(word)
    LEXICON.frequency(word)
    known_misspelling(word)


def test_the_list_of_misspellings_is_sorted_and_names_its_licence() -> None:
    text = (Path(__file__).parent.parent / "newslint/data/misspellings.txt").read_text(encoding="utf-8")
    rows = [line.split("\t")[0] for line in text.splitlines() if not line.startswith("#")]
    assert rows == sorted(rows)
    assert "CC BY-SA 4.0" in text[:500]
    assert known_misspelling(rows[0]) and known_misspelling(rows[-1]) and not known_misspelling("house")
    assert all(re.fullmatch("[a-z]+", row) for row in rows)


def test_own_words_are_known_and_proposed(tmp_path: Path) -> None:
    dictionary = tmp_path / "house.txt"
    dictionary.write_text("# ours\nfloofer  # a dog\nHarfleetian\n", encoding="utf-8")
    lexicon = Lexicon(Vocabulary(words=("zibbet",), dictionaries=(str(dictionary),)))
    assert lexicon.knows("floofer") and lexicon.knows("Floofer") and lexicon.knows("zibbet")
    assert lexicon.knows("Harfleetian") and not lexicon.knows("harfleetian")
    assert "zibbet" in _suggested(lexicon, "zibet")


def test_words_add_begins_a_dictionary_and_keeps_it_sorted(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('level = "strict"\n\n[rules]\ntypos = "on"\n', encoding="utf-8")
    assert newslint("words", "add", "zibbet", "floofer").exit_code == 0
    assert newslint("words", "add", "Abbot", "floofer").exit_code == 0
    assert (tmp_path / "house-words.txt").read_text() == "Abbot\nfloofer\nzibbet\n"
    config = (tmp_path / "newslint.toml").read_text()
    assert 'dictionaries = ["house-words.txt"]\n' in config.partition("[rules]")[0]
    (tmp_path / "a.txt").write_text("The floofer sat beside the zibbet all day.\n")
    assert newslint("check", "a.txt", "--select", "typos/misspelling").exit_code == 0


def test_words_add_takes_the_dictionary_that_is_named(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('dictionaries = ["ours.txt"]\n', encoding="utf-8")
    (tmp_path / "ours.txt").write_text("# kept by the desk\nzibbet\n", encoding="utf-8")
    newslint("words", "add", "floofer")
    assert (tmp_path / "ours.txt").read_text() == "# kept by the desk\nfloofer\nzibbet\n"


@pytest.mark.parametrize("word", ["two words", "", "123"])
def test_words_add_takes_words_only(newslint: Newslint, word: str) -> None:
    result = newslint("words", "add", word)
    assert result.exit_code == 2
    assert "is not a word" in result.stderr


def test_words_are_listed_and_removed(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(
        'words = ["Ardnish"]\ndictionaries = ["a.txt", "b.txt"]\n', encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text("# ours\nfloofer  # a dog\nzibbet\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Lindal\nzibbet\n", encoding="utf-8")
    assert newslint("words", "list").stdout == "Ardnish\nfloofer\nLindal\nzibbet\n"
    wrong = newslint("words", "remove", "zibbet", "flofer")
    assert wrong.exit_code == 2
    assert "'flofer' is in no dictionary that newslint.toml names; did you mean 'floofer'?" in wrong.stderr
    assert (
        newslint("words", "remove", "zibbet", "floofer").stdout
        == "a.txt: removed floofer, zibbet\nb.txt: removed zibbet\n"
    )
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "# ours\n"
    assert newslint("words", "list").stdout == "Ardnish\nLindal\n"
