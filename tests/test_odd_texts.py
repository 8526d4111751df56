"""Texts that nobody means to write: each ended a run once, or its kind could. They are read in all three formats, with all rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from one_rule import excerpts, violations

from newslint.article import CAPTION, readers
from newslint.checks.captions._caption_words import canonical, is_slip
from newslint.checks.names._name_pairs import neighbours
from newslint.engine.lint import lint
from newslint.engine.report import Report
from newslint.engine.resolve_config import resolve
from newslint.engine.settings import Settings
from newslint.language.figures.model import IDENTIFIER
from newslint.language.figures.reader import figures
from newslint.language.quotations import marks
from newslint.language.quotations.model import PARTNERS
from newslint.language.segmentation.number_words import MOST, digits_value, words_at
from newslint.language.words.edit_distance import folded
from newslint.source import Source

SUFFIXES = (".txt", ".md", ".html")
NINES = "9" * 400

# Two captions that differ in one word each.
TWO_CAPTIONS = (
    "Rowers wait at the old harbour wall on Monday, {} as the ferry leaves Sund. (Lund Pictures)\n\n"
    "The ferry was late, and nobody on the quay had been told of it by the harbour office.\n\n"
    "Rowers wait at the old harbour wall on Tuesday, {} as the ferry leaves Sund. (Lund Pictures)\n"
)


@cache
def _settings() -> Settings:
    project, _ = resolve(None, Path(), ())
    return project.settings(project.rules)


def _report(text: str, suffix: str) -> Report:
    """What all rules say of a text; a mistake in one of them is raised."""
    if suffix == ".html":
        text = "".join(f"<p>{part}</p>\n" for part in text.split("\n\n"))
    return lint(Source(f"article{suffix}", text), _settings())


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "text",
    [
        "He said, `The ferry is late.'",
        "They call it the `e' of the sea, or `e`.",
        'The sign read ``Closed until June."',
        "A cheque of ten millionmillion dollars was found.",
        "Two thouſand people and 5 mıllion euros.",
        "Hundreds of thousands of thousands of thousands of thousands of millions of people came.",
        " ".join(["hundred"] * 300) + " people",
        " ".join(["million"] * 300) + " people",
        f"It is {NINES} miles (5 km) to the sea.",
        f"It is {NINES}.5 miles (5 km), or {NINES} to {NINES} million people, {NINES} percent.",
        f"Between {NINES} and {NINES} crowns; 12-{NINES} people; {NINES}-12 people; 1 in {NINES}.",
        f"The oven was {NINES}C ({NINES}F), minus {NINES} Celsius (-{NINES}.{NINES} Fahrenheit).",
        f"Profit rose {NINES} percent, from {NINES} to {NINES}0 crowns.",
        f"On Monday, March {NINES}, 2025, at {NINES}:{NINES}, and March ², ٣١ June, 3² February, at ٢٥:٩٩.",
        TWO_CAPTIONS.format("March ²,", "March ⁵,"),
        TWO_CAPTIONS.format("March ፩,", "March ፪,"),
        TWO_CAPTIONS.format(f"March {'1' * 5000},", f"March {'2' * 5000},"),
        TWO_CAPTIONS.format("Hhhhh", "Hxxxx"),
        TWO_CAPTIONS.format("ﾞﾟ", "ﾟ"),
        "İİİİ sales doubled from 10 to 30 crowns.",
    ],
)
def test_no_text_ends_a_run(text: str, suffix: str) -> None:
    assert _report(text, suffix).errors == []


@pytest.mark.parametrize(
    ("page", "caption"),
    [
        ("<a class=storybody>", []),
        ("<div class='article-body'><p>Watch the boats.</p></div>", []),
        (
            "<article itemprop='articleBody'><figure><img src=a.jpg><figcaption>Boats in the bay.</figcaption></figure>"
            "</article><article itemprop='articleBody'><img src=b.jpg></article>",
            ["Boats in the bay."],
        ),
    ],
)
def test_a_page_whose_body_holds_no_running_text_is_read(page: str, caption: list[str]) -> None:
    text = f"<html><body><h1>A morning in the bay of Sund</h1>{page}</body></html>"
    report = _report(text, ".htm")
    assert report.errors == []
    assert report.headlines == [(1, "A morning in the bay of Sund")]
    (article,) = readers.read(Source("a.html", text))
    assert [article.text_of(block) for block in article.blocks if block.kind == CAPTION] == caption


def test_every_mark_that_may_open_has_a_partner() -> None:
    found = set(marks.MARKS.pattern.partition("[")[2].partition("]")[0].replace("\\", ""))
    assert found | {"``", "''"} == set(PARTNERS)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("He says, `The ferry is late.' Nobody heard it.", []),
        ("The word is `e`, he says.", []),
        ("He says, `The ferry is late. Is it?```` Nobody heard it.", []),
        ("He says, ‘The ferry is late.” Nobody heard it.", ["late.”"]),
        ("He says, `The ferry is late.” Nobody heard it.", []),
    ],
)
def test_a_backquote_opens_what_any_mark_closes(text: str, wrong: list[str]) -> None:
    assert excerpts("punctuation/mismatched-quotes", text) == wrong


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nine hundred and ninety-nine trillion, ", 999e12),
        ("two hundred and five people", 205),
        ("hundreds of thousands of people", 200_000),
        ("ten million million dollars", 11e6),
        ("ten millionmillion dollars", 10),
        ("twomillion dollars", 0),
        ("two thouſand", 2),
        ("a dozen", 0),
        ("hundred and one", 101),
        (" ".join(["hundred"] * 200), MOST),
    ],
)
def test_numbers_in_words(text: str, value: float) -> None:
    read = words_at(text, 0)
    assert (read[1] if read else 0) == value


def test_a_row_of_digits_is_a_figure_as_long_as_it_can_be_a_quantity() -> None:
    assert digits_value("1,234.5") == 1234.5
    assert digits_value("8" * 30) < digits_value("8" * 31) == digits_value("9" * 5000) == MOST
    assert [figure.kind for figure in figures(f"{'9' * 31} miles")] == [IDENTIFIER]
    assert [figure.unit for figure in figures(f"{'8' * 30} miles")] == ["mi"]
    assert next(figure.high for figure in figures(f"5 to {'9' * 31} miles")) is None


def test_a_word_is_never_folded_to_nothing() -> None:
    assert folded("ﾞ") == "ﾞ"
    assert folded("É") == "e"
    assert canonical("²") == "two"
    assert canonical("፩") == "፩"
    assert not is_slip("Hhhhh", "Hxxxx")


def test_the_place_of_a_finding_does_not_move_with_letters_that_have_two_small_ones() -> None:
    text = "İİİİİİİİ: sales DOUBLED from 10 to 30 crowns."
    assert excerpts("figures/arithmetic", text) == ["DOUBLED from 10 to 30 crowns"]


@pytest.mark.parametrize(("times", "shown"), [(1000, 1000), (1001, 1000), (3000, 1574)])
def test_what_a_rule_finds_again_and_again_is_shown_up_to_a_bound(times: int, shown: int) -> None:
    text = "I ,too, sang in it.\n\n" * times
    found = violations("punctuation/spacing", text)
    assert len(found) == shown
    more = [each for each in found if "the others are not shown" in each.message]
    assert more == ([found[-1]] if times > shown else [])


def test_a_word_without_end_takes_no_more_than_its_letters() -> None:
    for word in ("A" * 50_000, "million" * 7_000, "QUJD" * 12_000, "a-b'c." * 2_000, "9," * 5_000):
        assert _report(f"{word} left. The ferry left.", ".txt").errors == []


def test_names_that_are_all_alike_are_compared_up_to_a_bound() -> None:
    words = [f"B{a}{b}{c}o" for a in "aeiou" for b in "bdfgklmnprst" for c in "aeiou"]
    pairs = list(neighbours(words, 50))
    assert len(pairs) <= 50
    assert {word for pair in neighbours([*words[:40], "Oskarsvik", "Oskarvsik"], 200) for word in pair} >= {
        "Oskarsvik",
        "Oskarvsik",
    }


def test_lines_of_a_page_that_only_break_are_read_once() -> None:
    (article,) = readers.read(Source("a.html", "<div>" + "a<br>" * 40_000 + "</div>"))
    assert len(article.blocks) == 1
    (article,) = readers.read(
        Source(
            "b.html", "<div>The ferry is late, and nobody on the quay knows why.<br>The crew sleeps.</div>"
        )
    )
    assert [article.text_of(block) for block in article.blocks] == [
        "The ferry is late, and nobody on the quay knows why.",
        "The crew sleeps.",
    ]


def test_a_caption_in_asterisks_keeps_its_words_apart_where_its_line_breaks() -> None:
    (article,) = readers.read(Source("a.md", "![](a.jpg)\n*A man walks\nhome today. *\n"))
    assert [article.text_of(block) for block in article.blocks] == ["A man walks home today."]


def test_a_text_full_of_unknown_words_is_no_english_copy() -> None:
    words = " ".join(
        f"{a}{b}{c}{d}"
        for a in ("bra", "kle", "tro")
        for b in ("vik", "zun", "gla")
        for c in ("mo", "ne", "xu")
        for d in SYLLABLES
    )
    assert excerpts("typos/misspelling", f"The ferry is definately late. {words}") == []
    assert excerpts("typos/misspelling", "The ferry is definately late.") == ["definately"]


SYLLABLES = (
    "bor",
    "del",
    "fim",
    "gak",
    "hun",
    "jol",
    "kem",
    "lip",
    "mas",
    "nud",
    "pok",
    "rel",
    "sim",
    "tav",
    "vun",
    "wob",
    "yel",
    "zib",
    "cro",
    "dru",
)
