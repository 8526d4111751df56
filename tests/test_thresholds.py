"""Thresholds and guards of the checks and the language layers, each from both sides: a test here fails when one moves."""

from __future__ import annotations

import pytest
from one_rule import excerpts

from newslint.archive.name_counts import _is_rival
from newslint.article import PARAGRAPH
from newslint.article.builder import Builder
from newslint.language.analysis import Analysis
from newslint.language.segmentation import number_words
from newslint.language.words.edit_distance import near
from newslint.source import Source
from tools import mutate

BETWEEN = (
    "\n\nThe ferry was late again, and nobody on the quay had been told of it by the harbour office.\n\n"
)


def captions(one: str, two: str) -> str:
    """An article with two captions."""
    return f"{one} (Lund Pictures){BETWEEN}{two} (Lund Pictures)\n"


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        # A day or a count, not both.
        (
            "Rowers wait at the old harbour wall of Sund on Monday.",
            "Rowers wait at the old harbour wall of Sund on Tuesday.",
            True,
        ),
        (
            "Rowers wait at the left harbour wall of Sund on Monday.",
            "Rowers wait at the right harbour wall of Sund on Tuesday.",
            False,
        ),
        # A day of the month goes with the day of the week; 45 is none.
        (
            "Rowers wait at the old harbour wall of Sund on Monday, June 12.",
            "Rowers wait at the old harbour wall of Sund on Tuesday, June 13.",
            True,
        ),
        (
            "Crews of 45 wait at the old harbour wall of Sund on Monday.",
            "Crews of 54 wait at the old harbour wall of Sund on Tuesday.",
            False,
        ),
        # Of eight words six are alike, not five.
        ("Old boats wait by the pier in Lund.", "Old boats wait by the pier at a Lund.", True),
        ("Old boats wait by the pier in Lund.", "Old boats wait on pier at a Lund.", False),
        # Three words are a caption, two are none.
        ("Boats at dusk.", "Boats at dusk", False),
        # Up to five words more.
        (
            "Anna Lund waves from the ferry at the old harbour of Sund.",
            "Anna Lund waves from the ferry at the old harbour of Sund after the long and cold race.",
            False,
        ),
        (
            "Anna Lund waves from the ferry at the old harbour of Sund.",
            "Anna Lund waves from the ferry at the old harbour of Sund after the long race.",
            True,
        ),
    ],
)
def test_when_two_captions_are_one(one: str, two: str, alike: bool) -> None:
    assert len(excerpts("captions/near-duplicate", captions(one, two))) == alike


@pytest.mark.parametrize(("caption", "count"), [("Boats at dusk.", 1), ("Boats.", 0)])
def test_three_words_are_a_caption(caption: str, count: int) -> None:
    assert len(excerpts("captions/duplicate", captions(caption, caption))) == count


@pytest.mark.parametrize(
    ("rule", "text", "marked"),
    [
        ("typos/doubled-word", "They sang in the the rain.", ["the the"]),
        ("typos/doubled-word", "They sang in the, the the rain.", []),
        ("typos/doubled-word", "They sang in the the, the rain.", []),
        ("figures/conversion", "It was 20C (70F) in Sund.", []),
        ("figures/conversion", "It was 20C (71F) in Sund.", ["20C (71F"]),
        ("figures/conversion", "It was 20C (75F) in Sund.", ["20C (75F"]),
        ("figures/conversion", "Bake it at 180C (350F) for an hour.", []),
        (
            "figures/conversion",
            "It is 10 miles, or just about 12 km, to Sund.",
            ["10 miles, or just about 12 km"],
        ),
        ("figures/conversion", "It is 10 miles, or just about 16 km, to Sund.", []),
        ("figures/weekday", "The mill burned on Monday, March 4, 1924.", []),
        ("figures/weekday", "The mill burned on Monday, March 4, 1925.", ["Monday, March 4, 1925"]),
        ("figures/impossible", "A man aged 123 waved.", []),
        ("figures/impossible", "A man aged 124 waved.", ["124"]),
        ("figures/arithmetic", "The fee doubled from 100 to 220 crowns.", []),
        ("figures/arithmetic", "The fee doubled from 100 to 230 crowns.", ["doubled from 100 to 230 crowns"]),
        (
            "figures/arithmetic",
            "The poll gave 45 percent for, 33 percent against and 25 percent undecided.",
            [],
        ),
        (
            "figures/arithmetic",
            "The poll gave 45 percent for, 34 percent against and 25 percent undecided.",
            ["45 percent for, 34 percent against and 25 percent"],
        ),
        ("figures/unsourced", "The dam held for 12 years.", []),
        ("figures/unsourced", "The dam held for 13 years.", ["13 years"]),
        (
            "figures/unattributed",
            "The crowds came back to the ferry in May: 24 million viewers tuned in, compared with 9,999 a year before.",
            ["24 million viewers"],
        ),
        (
            "figures/unattributed",
            "The crowds came back to the ferry in May: 24 million viewers tuned in, compared with 10,000 a year before.",
            ["24 million viewers", "10,000"],
        ),
        (
            "figures/unattributed",
            f"{BETWEEN}About 40 percent of the {'good ' * 10}drivers have no licence{BETWEEN}",
            [],
        ),
        (
            "figures/unattributed",
            f"{BETWEEN}About 40 percent of the {'good ' * 15}drivers have no licence{BETWEEN}",
            ["About 40 percent"],
        ),
        ("punctuation/spacing", "The flag is red,of course, and blue.", []),
        ("punctuation/spacing", "The flag is red,white and blue.", ["red,white"]),
        ("punctuation/space-inside-quotes", f'He wrote: " {"so " * 17}on" and left.', [f'" {"so " * 17}on"']),
        ("punctuation/space-inside-quotes", f'He wrote: " {"so " * 19}on" and left.', ['" so']),
    ],
)
def test_where_a_rule_begins_to_speak(rule: str, text: str, marked: list[str]) -> None:
    assert excerpts(rule, text) == marked


@pytest.mark.parametrize(("times", "count"), [(7, 7), (8, 1)])
def test_from_eight_mismatched_quotations_on_they_are_told_as_one(times: int, count: int) -> None:
    text = "\n\n".join(['He said: “We go home."'] * times)
    assert len(excerpts("punctuation/mismatched-quotes", text)) == count


@pytest.mark.parametrize(
    ("day", "count"), [("\n\n10:{} a.m.\nThe ferry leaves.", 0), ("\n\nThe {} ferry leaves.", 1)]
)
def test_three_times_of_day_make_a_live_blog(day: str, count: int) -> None:
    line = (
        "The harbour office of Sund counts the boats each night and tells nobody how many there are, it said."
    )
    text = f"{line}{day.format(10)}\n\nRain.{day.format(20)}\n\nWind.{day.format(30)}\n\n{line}\n"
    assert len(excerpts("repeats/paragraph", text)) == count


def starts_of_sentences(text: str) -> list[str]:
    builder = Builder(Source("article.txt", text))
    builder.add(PARAGRAPH, 0, len(text))
    return [text[sentence.start : sentence.end] for sentence in Analysis(builder.build()).sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He is in Fig. 12 of the book.", 1),
        ("He wrote “see Fig.” 12 times.", 2),
        ("12345678. The ferry sank.", 1),  # the label of a list
        ("123456789. The ferry sank.", 2),  # a number
        (f"{'word ' * 380}and so on.", 1),
        (f"{'word ' * 420}and so on.", 2),
        ("a" * 2500, 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(starts_of_sentences(text)) == count


def test_a_number_word_stands_alone() -> None:
    assert number_words.starts("someone, one-off, twenty-one, 'one' and one") == [9, 18, 40]


@pytest.mark.parametrize(
    ("one", "two", "is_near"),
    [
        ("Gorbenko", "Gorbonka", False),
        ("Gorbenkov", "Gorbonkav", True),
        ("Lundt", "Lindd", False),
        ("Lundt", "Lundd", True),
    ],
)
def test_a_long_name_may_hold_two_slips(one: str, two: str, is_near: bool) -> None:
    assert near(one, two) is is_near


def test_an_adjective_is_no_rival_spelling() -> None:
    assert not _is_rival("Ostermark", "Ostermarkan")
    assert _is_rival("Ostermark", "Ostermarken")


def test_the_known_mutants_still_stand_where_they_say() -> None:
    """Who rewrites a module rewrites its mutants in tools/known_mutants.py."""
    assert len(list(mutate.known())) == 26


def test_a_mutant_is_another_text_and_is_made_again_by_its_seed() -> None:
    module = "newslint/checks/figures/conversion.py"
    text = (mutate.ROOT / module).read_text(encoding="utf-8")
    for mutant in mutate.mutants_of(module):
        compile(text[: mutant.start] + mutant.new + text[mutant.end :], module, "exec")
    assert mutate.chosen([module], 3, 5) == mutate.chosen([module], 3, 5)
    assert "tests/test_rules.py::test_examples_are_as_marked[figures/conversion]" in mutate.tests_of(module)
