"""The context encoder: what it says of a place, that it costs nothing where nothing is asked, and where it is asked."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import PARAGRAPH
from newslint.article.builder import Builder
from newslint.language.analysis import Analysis
from newslint.language.context.defects import FORM, LEFT_OVER, MISSING_WORD, SMALL_WORD, errors
from newslint.language.context.odd_sequences import odd_places
from newslint.language.context.readings import NOTHING
from newslint.language.context.rows import CAPITAL, row, vocabulary, word_id
from newslint.source import Source


def analysis(text: str) -> Analysis:
    """One paragraph a line."""
    builder = Builder(Source("article.txt", text))
    for line in re.finditer(r"[^\n]+", text):
        builder.add(PARAGRAPH, line.start(), line.end())
    return Analysis(builder.build())


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("harbour", "harbour"), ("Harbour", "harbour"), ("Ardnish", "[NAME]"), ("Ardnish's", "[NAME's]"), ("ardnishing", "[rare-ing]"),
        ("NATO", "[ACR]"), ("THE", "the"), ("MAYOR", "[ACR]"), ("1987", "[year]"), ("7", "[1]"), ("42", "[00]"), ("4,200", "[0,000]"), ("4.5", "[0.0]"),
        ("9:30", "[0:00]"), ("21st", "[0th]"), ("†", "[mark]"), ("it's", "it's"),
    ],
)  # fmt: skip
def test_a_word_that_the_vocabulary_lacks_has_a_class(word: str, known: str) -> None:
    number = word_id(word)
    assert number & (CAPITAL - 1) == vocabulary()[known]
    assert bool(number & CAPITAL) is word[0].isupper()


@given(st.text(alphabet="aB’' -–—….,“”1é\u0301\ufffc\n", max_size=60))
def test_each_word_of_a_row_is_where_it_says(text: str) -> None:
    found = row(text, 0, len(text))
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)


@pytest.mark.parametrize(
    ("sentence", "place", "kind", "meant"),
    [
        ("The two sides agreed share the cost of repairs.", "agreed share", MISSING_WORD, "to"),
        ("The old mill has became a museum for the town.", "became", FORM, "become"),
        ("They argued that this was clear in a the study.", "a", LEFT_OVER, ""),
        ("The union hired there own guards for the march.", "there", SMALL_WORD, "their"),
    ],
)
def test_the_likeliest_error_of_a_sentence_is_named(sentence: str, place: str, kind: str, meant: str) -> None:
    known = analysis(sentence)
    reading = known.context.reading(0)
    assert reading is not None
    found = errors(reading, known.text, range(len(reading.row.ids)))
    likeliest = max(found, key=lambda defect: defect.probability)
    assert (likeliest.kind, likeliest.meant) == (kind, meant)
    assert known.text[likeliest.start : likeliest.end] == place


def test_good_english_is_hardly_doubted() -> None:
    text = "The council met in the old town hall on Monday, and its members voted to close the bridge."
    evidence = analysis(text).context.at(0, len(text))
    assert evidence.error < 0.1
    assert analysis(text).context.advantage(text.index("bridge"), len(text) - 1, "ridge") < 0


def test_a_place_outside_a_sentence_says_nothing() -> None:
    known = analysis("A wall.\n\nA quay.")
    assert known.context.at(8, 8) == NOTHING
    assert analysis("").context.reading(0) is None


def test_of_a_very_long_sentence_the_part_around_the_place_is_read() -> None:
    text = "The wall, " * 120 + "and the two firms agreed share the cost, " + "the quay, " * 120 + "are old."
    start = text.index("agreed share")
    known = analysis(text)
    assert known.context.at(start, start + 12).missing > 0.3
    assert next(known.context.whole(known.sentences)).row.starts[0] == 0


def test_readers_in_many_threads_get_the_same() -> None:
    text = "The two sides agreed share the cost of repairs, said a man of {}."
    texts = [text.format(name) for name in ("Oslo", "York", "Ullern", "Bergen")] * 4

    def missing(each: str) -> float:
        return analysis(each).context.at(14, 26).missing

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(missing, texts)) == [missing(each) for each in texts]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("They argued that this was clear in a the study.", True),
        ("The council met in the old town hall on Monday, and it voted to close the bridge.", False),
    ],
)
def test_it_is_asked_where_words_are_in_an_odd_order(text: str, odd: bool) -> None:
    assert bool(odd_places(analysis(text).word_stream.chunks)) is odd


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(["the", "a", "of", "is", "Ardnish", "—", "7,5", "“to", "mill.”", ""]), max_size=40
    )
)
def test_an_odd_place_is_one_of_the_article(words: list[str]) -> None:
    chunks = analysis(" ".join(words)).word_stream.chunks
    assert all(0 <= first <= last < len(chunks) for first, last in odd_places(chunks))


def test_text_that_is_odd_throughout_is_not_asked_about() -> None:
    assert analysis("the a of the is a the of a is the " * 40).defects == []


def test_copy_that_nothing_is_wrong_with_brings_no_numpy(tmp_path: Path) -> None:
    clean = tmp_path / "clean.txt"
    clean.write_text("The council met in the old town hall on Monday, and it voted to close the bridge.\n")
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "newslint",
        "check",
        "--isolated",
        "--no-cache",
        str(clean),
    ]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0
    assert "numpy" not in run.stderr
