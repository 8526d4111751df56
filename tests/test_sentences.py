"""Sentences end where readers of news see them end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article, Block
from newslint.language.segmentation.sentences import sentences
from newslint.source import Source

# The bar stands for the space between two sentences.
CASES = [
    "The council met on Monday.|It voted 7-2.",
    "Mr. Arne Holt and Dr. Lis Berg met Sen. Ann Cole.|They talked.",
    "Then-Sen. Ann Cole wrote to the former Rep. Tom Poe.|He did not answer.",
    "The U.S. Senate voted.|The bill goes to the U.S. House.",
    "He moved to the U.S.|She stayed.",
    "The U.N. Security Council met.|“We agree,” the U.S. ambassador said.",
    "Shares of Norhaven Inc. Chief Executive Ulla Dahl fell.|They rose later.",
    "She works for Norhaven Inc.|The firm is old.",
    "The meeting began at 5 p.m. Tuesday in Ardnish.|It ended at 7 p.m.|Nobody spoke.",
    "At 10 a.m. EST the siren rang.|It rang again at 9 p.m. Eastern.",
    "Police came at 6 a.m.|Officers found two men.",
    "Gov. J. K. Lund signed it.|George W. Holt did not.",
    "It cost $3.5 million.|It was No. 1 in May.",
    "Was it No. 10 that asked?|No.|He said so.",
    "“Why?” Berg asked.|“Because.”",
    "“Why?” Mayor Lis Berg asked.|“Go!”|The crowd went.",
    "“Go home!” the mayor shouted.|Nobody went.",
    "“We won.”|The crowd cheered.",
    '"We won," he said.|"We will win again."|The end.',
    "‘We won.’|The crowd cheered.",
    "It rose in Jan. 2015 and fell on Sept. 3.|It rose in Oct.|Police know why.",
    "iPhone sales fell.|eBay rose.|iPad sales did not.",
    "He paused ... and went on.|Then he left...|Nobody saw him.",
    "“No….”|He left.",
    "He came from Tampa, Fla., and went to Reno, Nev.|The bus was late.",
    "St. Louis is far from St. Paul.",
    "She lives on Main St.|The house is old.",
    "See p. 12 and pp. 14-16 of vol. 3.|It is there.",
    "The case Holt v. Berg is old.|It was Roe vs. Wade again.",
    "He owns cats, dogs, etc.|The neighbours complain.",
    "The firm, e.g. Norhaven, pays.|It must, i.e. it has to.",
    "Lt. Col. Ana Ruiz and Maj. Gen. Tom Poe spoke.|Sgt. Lee did not.",
    "He said (it was late.)|She left.",
    "1. The first item is long.|It goes on.",
    "Ph.D. students struck.|She has a Ph.D.|He has none.",
    "He knows J. Edgar Poe Jr.|The two met in 1950.",
    "Élodie came.|Åsa went.|Über all.",
    "He asked, “Who is there?” and left.|Nobody answered.",
    "It was the end of World War II.|He was 12.|About 40 percent voted.|60 percent did not.",
    "We need vitamin C.|It helps.",
    "The website ardnish.example is new.|Visit www.ardnish.example.|It works.",
]


def _article(text: str) -> Article:
    return Article(Source("a.txt", text), text, [Block("paragraph", 0, len(text))], [])


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_they_should(case: str) -> None:
    article = _article(case.replace("|", " "))
    assert [article.text[s.start : s.end] for s in sentences(article)] == case.split("|")


def test_no_sentence_crosses_a_block() -> None:
    text = "It is so\n\nand it goes on. Here too"
    article = Article(
        Source("a.txt", text), text, [Block("paragraph", 0, 8), Block("paragraph", 10, len(text))], []
    )
    assert [(text[s.start : s.end], s.block) for s in sentences(article)] == [
        ("It is so", 0),
        ("and it goes on.", 1),
        ("Here too", 1),
    ]


@given(st.text(alphabet="aB.?!… \n\"”’'()1é", min_size=1, max_size=60))
def test_sentences_hold_all_but_the_space_between_them(text: str) -> None:
    article = _article(text)
    found = sentences(article)
    ends = 0
    for sentence in found:
        assert sentence.start < sentence.end
        assert text[ends : sentence.start].strip() == ""
        ends = sentence.end
    assert text[ends:].strip() == ""
