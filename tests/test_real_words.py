"""Right words in the wrong place: a published set of slips and of sentences that look alike, and what the rules promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.article import PARAGRAPH
from newslint.article.builder import Builder
from newslint.checks.model import Finding
from newslint.checks.typos import confused_word, garbled, missing_word
from newslint.language.analysis import Analysis
from newslint.language.patterns.token_patterns import FrameList
from newslint.language.segmentation.word_sequence import WordSequence, form_memo
from newslint.language.words.parts_of_speech import NN, VB, classes, is_countable, main_class
from newslint.language.words.related_words import one_slip, related
from newslint.rules import shipped_folder
from newslint.source import Source

DATA = Path(__file__).parent / "data"
LISTS = shipped_folder() / "lists"
CHECKS = {
    "confused-word": lambda a: confused_word.check(a, confused_word.Params(str(LISTS / "confusions.txt"))),
    "missing-word": lambda a: missing_word.check(a, missing_word.Params(str(LISTS / "missing-words.txt"))),
    "garbled": lambda a: garbled.check(a, garbled.Params(str(LISTS / "garbled.txt"))),
}


def analysis(text: str) -> Analysis:
    """One paragraph a line."""
    builder = Builder(Source("article.txt", text))
    for line in re.finditer(r"[^\n]+", text):
        builder.add(PARAGRAPH, line.start(), line.end())
    return Analysis(builder.build())


def findings(text: str, *rules: str) -> list[Finding]:
    """What the rules find in a text, all three where none is named."""
    known = analysis(text)
    return [finding for rule in rules or CHECKS for finding in CHECKS[rule](known)]


def found(text: str, *rules: str) -> list[str]:
    """The words that are found wrong."""
    whole = analysis(text).text
    return [whole[f.start : f.end] for f in findings(text, *rules)]


def suggested(text: str, *rules: str) -> list[str]:
    """The first suggestion of each finding."""
    return [f.suggestions[0] for f in findings(text, *rules)]


def published(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def is_found(marked: str) -> bool:
    """Whether one of the marks of a line is met by a finding."""
    plain, marks = "", []
    for part in re.split(r"(\[\[.*?\]\])", marked):
        word = part.removeprefix("[[").removesuffix("]]")
        if word != part:
            marks.append((len(plain), len(plain) + len(word)))
        plain += word
    return any(f.start < end and start < f.end for f in findings(plain) for start, end in marks)


def test_of_the_published_slips_nearly_half_are_found_held_out_ones_too() -> None:
    slips = published("real_word_slips.txt")
    assert len(slips) > 100
    for part in (slips[::2], slips[1::2]):
        assert sum(map(is_found, part)) / len(part) > 0.45


@pytest.mark.parametrize("sentence", published("real_word_lookalikes.txt"))
def test_correct_sentences_that_look_alike_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "word", "meant"),
    [
        ("The deal was lead by two banks.", "lead", "led"),
        ("Wages rose more then expected last year.", "then", "than"),
        ("The union hired it's own guards for the march.", "it's", "its"),
        ("The union hired it’s own guards for the march.", "it’s", "its"),
        ("Their are no plans to close the school.", "Their", "There"),
        ("The minister refused to except the report.", "except", "accept"),
    ],
)
def test_a_confused_word_is_named_with_the_word_that_is_meant(sentence: str, word: str, meant: str) -> None:
    assert found(sentence, "confused-word")[:1] == [word]
    assert suggested(sentence, "confused-word")[:1] == [meant]


def test_what_the_article_says_elsewhere_decides_and_is_shown() -> None:
    article = "The bloc's ministers met, and the bloc will vote.\nBut the block is divided over the deal."
    (finding,) = findings(article, "confused-word")
    assert (finding.variant, finding.suggestions) == ("article", ["bloc"])
    assert article[slice(*finding.related[0].span)] == "bloc"
    assert found("But the block is divided over the deal.", "confused-word") == []


def test_a_pair_one_slip_from_a_pair_of_the_article_is_found() -> None:
    article = "Lorries with humanitarian aid waited.\nHe is the commissioner for humanitarian air and crises."
    assert found(article, "confused-word") == ["air"]
    assert suggested(article, "confused-word") == ["aid"]
    plural = "The foreign minister spoke.\nOther foreign ministers did not."
    assert found(plural, "confused-word") == []


@pytest.mark.parametrize(
    ("sentence", "around", "whole"),
    [
        ("They met after agreeing last week allow more food in.", "week allow", "week to allow"),
        ("According the mayor, nobody was hurt.", "According the", "According to the"),
        ("The flood killed dozens people.", "dozens people", "dozens of people"),
        ("She said she would able to run.", "would able", "would be able"),
        ("He is one the most popular singers in the town.", "one the", "one of the"),
    ],
)
def test_a_missing_word_is_shown_by_the_words_around_the_gap(sentence: str, around: str, whole: str) -> None:
    assert found(sentence, "missing-word") == [around]
    assert suggested(sentence, "missing-word") == [whole]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“We don’t know whether it we will know,” he said.", "it we"),
        ("He bought a the house.", "a the"),
        ("The guard said he did not knew the thief.", "not knew"),
        ("The club has never went to court.", "never went"),
        ("The top readings was at the old mill, with 65 millimetres.", "readings was"),
    ],
)
def test_orders_and_forms_that_english_does_not_have(sentence: str, words: str) -> None:
    assert found(sentence, "garbled") == [words]


def test_people_may_speak_as_they_do() -> None:
    assert found("The top readings was at the old mill, with 65 millimetres.", "garbled") == ["readings was"]
    assert found("“The top readings was at the old mill, with 65 millimetres.”", "garbled") == []


def test_a_name_is_no_word_of_a_frame() -> None:
    assert found("The refugees met Will Should in May.") == []
    assert found("They drove to Reign in Iowa.") == []


@example("...")
@example("a--b.. ....c")
@given(st.text(alphabet="aitsheor .,'’“”\nwnd", max_size=120))
def test_every_word_of_the_stream_is_where_its_span_says(text: str) -> None:
    article = analysis(text).article
    stream = WordSequence(article, form_memo())
    assert len(stream.words) == len(stream.chunks)
    for index, word in enumerate(stream.words):
        if word:
            span = stream.span(index)
            shown = article.text[span.start : span.end]
            if word == "—":  # so is each of the points and hyphens in a row read
                assert shown in tuple(".-–—")
                continue
            assert shown.replace("’", "'").lower() == word


@given(st.text(alphabet=" abTthe.itweo'\n", max_size=200))
def test_findings_lie_inside_the_text(text: str) -> None:
    for finding in findings(text):
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(
    ("frame", "sentence", "fits"),
    [
        ("cat: the _ sat|ran", "The cat ran.", True),
        ("cat: the _ sat|ran", "The cat, ran.", False),
        ("cat: the _ ?black sat", "The cat black sat down.", True),
        ("cat: !the|a _", "That cat sat.", True),
        ("cat: !the|a _", "The old cat.", True),
        ("cat: !the|a _", "The cat.", False),
        ("cat: _ .", "It was a cat, he said.", True),
        ("cat: _ .|sat", "The cat sat.", True),
        ("cat: . _", "A cat.", False),
        ("cat: <cap> _", "He has a Persian cat.", True),
        ("cat: _ <vbd!>~went", "The cat went.", False),
    ],
)
def test_frames_match_as_their_notation_says(tmp_path: Path, frame: str, sentence: str, fits: bool) -> None:
    path = tmp_path / "frames.txt"
    path.write_text(frame, encoding="utf-8")
    matches = list(FrameList(str(path)).matches(analysis(sentence).word_stream))
    assert bool(matches) is fits


def test_parts_of_speech() -> None:
    assert classes("resign") == VB
    assert main_class("minister") == NN
    assert classes("qwertyuiop") == 0
    assert is_countable("soldier")
    assert not is_countable("soldiers")


@pytest.mark.parametrize(
    ("a", "b", "one", "forms"),
    [
        ("aid", "air", True, False),
        ("form", "from", True, False),
        ("attack", "attacks", True, True),
        ("centre", "center", True, True),
        ("rats", "rates", True, False),
        ("bloc", "block", True, False),
        ("peace", "piece", False, False),
    ],
)
def test_one_slip_is_no_other_form_of_the_word(a: str, b: str, one: bool, forms: bool) -> None:
    assert one_slip(a, b) is one
    assert related(a, b) is forms


def test_the_sentence_decides() -> None:
    assert found("He would have won had he been fit.") == []
    assert found("Masks help prevent the spread of flu, and nurses are waiting their turn.") == []
