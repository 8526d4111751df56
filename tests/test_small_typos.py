"""Doubled words, a and an, and hyphens around numbers."""

from __future__ import annotations

import pytest
from one_rule import excerpts, mended, suggested, violations

from newslint.language.words.pronunciation import vowel_sound

DOUBLED, ARTICLE, COMPOUND = "typos/doubled-word", "typos/wrong-article", "typos/compound"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The council met in the the hall.", ["the the"]),
        ("The the hall was full.", ["The the"]),
        ("The mayor mayor said the wall is is safe.", ["mayor mayor", "is is"]),
        ("He had had enough; that that is so; very very sad; bye bye.", []),
        ("Walla Walla, Duran Duran and Sirhan Sirhan; Will will come.", []),
        ("What it is is a wall. All they did did harm. Those who can can.", []),
        ("They came in in May, logged on on Monday and moved in in June.", []),
        ("A check-in in Oslo, a to-do do list, the the-cat rhyme, McDonald's.", []),
        ("Down down down it went; no, no; many, many; again and again.", []),
    ],
)
def test_doubled_words(text: str, marked: list[str]) -> None:
    assert excerpts(DOUBLED, text) == marked


def test_a_doubled_word_is_a_safe_fix_but_not_in_somebodys_words() -> None:
    outside, inside = violations(DOUBLED, "It is in the the hall. “It is on on the wall,” she said.")
    assert outside.fix is not None
    assert outside.fix.applicability == "safe"
    assert inside.fix is not None
    assert inside.fix.applicability == "display"
    assert mended(DOUBLED, "It is in the the hall.") == "It is in the hall."


@pytest.mark.parametrize(
    ("text", "applicability"),
    [
        ("The council met in in the hall.", "safe"),
        ("The the wall is safe. And and so is the quay.", "safe"),
        ("The council council met, and the wall is is safe.", "safe"),
        ("The mayor of of Leeds spoke on on the market square.", "safe"),
        ("The wall the clerk leaned on on the way home is old.", "unsafe"),
        ("The people who work work hard.", "unsafe"),
        ("She met him him there.", "unsafe"),
    ],
)
def test_which_doubled_words_may_be_mended_unseen(text: str, applicability: str) -> None:
    found = violations(DOUBLED, text)
    assert found
    assert {v.fix.applicability for v in found if v.fix} == {applicability}


@pytest.mark.parametrize(
    "text",
    [
        "Without it it would fall. The boss told you you can have it.",
        "They counted on on Tuesday, settled in in Leeds and searched for for years.",
        "This is the vote they were counting on on the last day.",
        "A bench to lean on on the way home is what they want.",
        "Lindqvist Lindqvist said so. Ms Lindqvist left. Ulla Lindqvist came.",
        "anywhere             anywhere",
        "The boda boda riders, the tuk tuk drivers and the chow chow danced the can can.",
        "The langa langa drums of the zumu zumu.",  # no English word: another language doubles what it likes
    ],
)
def test_what_grammar_and_other_languages_double(text: str) -> None:
    assert excerpts(DOUBLED, text) == []


@pytest.mark.parametrize(
    ("text", "name", "applicability"),
    [
        ("The mayor and ![the pool](pool.jpg) and the clerk.", "a.md", None),
        ("See the {{< icon >}} the pool has.", "a.md", None),
        ('See the <i class="fa fa-water"></i> the pool has.', "a.md", None),
        ("See the [](https://harfleet.example) the pool has.", "a.md", None),
        ("See the **the** pool.", "a.md", "display"),
        ("See the <b>the</b> pool.", "a.html", "display"),
        ("See the<!-- old --> the pool.", "a.html", "display"),
        ("See the <img src='a.png' alt=''> the pool.", "a.html", None),
        ("See the <svg><path d=''/></svg> the pool.", "a.html", None),
        ('See the <i class="icon"></i> the pool.', "a.html", None),
        ('See the <a href="#"></a> the pool.', "a.html", None),
        ("See the the pool <img src='a.png'> and go.", "a.html", "safe"),
    ],
)
def test_what_stands_between_in_the_file(text: str, name: str, applicability: str | None) -> None:
    found = [v.fix and v.fix.applicability for v in violations(DOUBLED, text, name)]
    assert found == ([applicability] if applicability else [])


@pytest.mark.parametrize(
    "word",
    [
        *"hour honest heir honour apple uncle unusual umbrella unimportant uninhabited upstart owl Iraqi Obama".split(),
        *"MP FBI NGO NHS MRI SUV HIV RNC LGBT S&P R&B M&A X-ray F-16 L-shaped f-bomb x-ray iPhone eBay O'Brien".split(),
        *"8 11 18 80 8th 11th 18-metre 11-year-old 80,000 8-1 11,000 1832 NY1 A380".split(),
    ],
)
def test_spoken_with_a_vowel_first(word: str) -> None:
    assert vowel_sound(word) is True
    assert suggested(ARTICLE, f"It was a {word} thing.") == [f"an {word}"]
    assert excerpts(ARTICLE, f"It was an {word} thing.") == []


@pytest.mark.parametrize(
    "word",
    [
        *"union European one-off once-great university unit uniform unanimous user useful usual utility eulogy ewe".split(),
        *"UN UK US UFO USB BBC CIA NATO NASA U-turn B-52 Ukrainian house horse yellow British young wall".split(),
        *"1 2 10 12-year-old 100 118 1,200 911 1980s".split(),
    ],
)
def test_spoken_with_a_consonant_first(word: str) -> None:
    assert vowel_sound(word) is False
    assert suggested(ARTICLE, f"It was an {word} thing.") == [f"a {word}"]
    assert excerpts(ARTICLE, f"It was a {word} thing.") == []


@pytest.mark.parametrize(
    "word",
    "historic hotel herb hallucination Nguyen Mbappe 1,800 1,100 SAM UNRWA 0.5 rpm Øresund FOIA".split(),
)
def test_nothing_is_said_where_nobody_can_tell(word: str) -> None:
    assert excerpts(ARTICLE, f"It was a {word} thing, and an {word} thing.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Group A is out, Plan A and vitamin A in milk; hepatitis A or B.",
        "An Post, An Nguyen and an der Leine; a la carte, a in Latin.",
        "Type A, Unit A and blood group A individuals.",
        "A. Uncle Bob and an.",
    ],
)
def test_a_letter_or_a_name_is_no_article(text: str) -> None:
    assert excerpts(ARTICLE, text) == []


def test_the_article_before_a_quotation_is_put_right() -> None:
    assert mended(ARTICLE, "It is a “honest” thing.") == "It is an “honest” thing."


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("a 12 year-old boy", ["12-year-old"]),
        ("a 12-year old boy", ["12-year-old"]),
        ("a 12 year old boy", ["12-year-old"]),
        ("a 12 years old boy", ["12-year-old"]),
        ("she is 20-years-old", ["20 years old"]),
        ("two 10-year olds won", ["10-year-olds"]),
        ("the bloc's 27-member nations met", ["27 member nations"]),
        ("a five-years sentence", ["five-year"]),
        ("a five years sentence", ["five-year"]),
        ("it lasted 10-days", ["10 days"]),
        ("a 30-feet wall", ["30-foot"]),
        ("a two-third majority", ["two-thirds"]),
        ("a 5 mile-long queue", ["5-mile-long"]),
        ("a 30-mile long border", ["30-mile-long"]),
        ("a three-decades-long war", ["three-decade-long"]),
        ("a 12 month study", ["12-month"]),
        ("the seven member board", ["seven-member"]),
        ("a three judge panel", ["three-judge"]),
        ("12-people were hurt", ["12 people"]),
        ("three-police officers came", ["three police officers"]),
    ],
)
def test_hyphens_around_numbers(text: str, better: list[str]) -> None:
    assert suggested(COMPOUND, f"The harbour office said {text}.") == better


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old boy is 12 years old",
        "the bloc has 27 member states, the 27-member bloc met",
        "two 12-member juries and three 5-member teams met",
        "a two-thirds majority, about two-thirds of it, a two-family house",
        "the two second graders, the three point guards, the four foot soldiers",
        "one day it will be one year old; the one person who knew",
        "three hour-long talks, a 52-week high, a 40-yard long pass",
        "in 2015 year-old plans, a few years ago, 35-plus hours, the 20-somethings",
        "a 30-foot wall is 30 feet tall, 100 metres wide and 5 miles long",
        "it happened 10 days ago, for 5 minutes and 30 seconds",
        "a 5 percent cut, a $10 million deal, a 10 o'clock start",
    ],
)
def test_hyphens_that_are_right(text: str) -> None:
    assert excerpts(COMPOUND, f"The harbour office said {text}.") == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("The bridge is closed, The AP news reported.", ["the AP"]),
        ("The bridge is closed, reuters said, and the Xinhua reported it.", ["Reuters", "Xinhua"]),
        (
            "A Washington post reporter and Agence France Presse saw it.",
            ["Washington Post", "Agence France-Presse"],
        ),
        ("The AP reported it. See @reuters and reuters.example; in Washington post-war trade grew.", []),
        (
            "The Reuters report, the Xinhua news agency and the BBC say so. An associated press conference followed.",
            [],
        ),
    ],
)
def test_the_names_of_agencies(text: str, better: list[str]) -> None:
    assert suggested("names/agency", text) == better
