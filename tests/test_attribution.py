"""Who says what: source, cue and content, and the rules on sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article.readers import read
from newslint.language.analysis import Analysis
from newslint.language.attribution.cues import frames
from newslint.source import Source

Found = tuple[str | None, str | None, list[str]]


def _analysis(*paragraphs: str) -> Analysis:
    text = "\n\n".join(("Bridge stays shut for another year", *paragraphs))
    return Analysis(read(Source("article.txt", text))[0])


def _attributions(*paragraphs: str) -> list[Found]:
    analysis = _analysis(*paragraphs)
    text = analysis.text
    return [
        (
            text[slice(*each.source)] if each.source else None,
            text[slice(*each.cue)] if each.cue else None,
            [text[slice(*span)] for span in each.content],
        )
        for each in analysis.attributions
        if each.content[0].start >= analysis.article.blocks[1].start
    ]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The ministry said that the bridge would open in May.",
            "The ministry",
            "said",
            ["that the bridge would open in May"],
        ),
        (
            "The bridge will open in May, the ministry said.",
            "the ministry",
            "said",
            ["The bridge will open in May"],
        ),
        (
            "The bridge, the mayor said, was never safe.",
            "the mayor",
            "said",
            ["The bridge", "was never safe"],
        ),
        (
            "“The bridge will open in May,” Ada Brook said. “We are ready.”",
            "Ada Brook",
            "said",
            ["“The bridge will open in May,”", "“We are ready.”"],
        ),
        (
            "According to the council, the bridge cost twice as much as planned.",
            "the council",
            "According to",
            ["the bridge cost twice as much as planned"],
        ),
        (
            "The bridge cost twice as much as planned, according to the council.",
            "the council",
            "according to",
            ["The bridge cost twice as much as planned"],
        ),
        (
            "A survey by the university found that most riders want the tram back.",
            "A survey by the university",
            "found",
            ["that most riders want the tram back"],
        ),
        (
            "The bureau estimates that 2.3 million people live in the valley.",
            "The bureau",
            "estimates",
            ["that 2.3 million people live in the valley"],
        ),
        ("The mayor vowed to keep the tram.", "The mayor", "vowed", ["to keep the tram"]),
        (
            "He told reporters that the bridge was closed and that nobody had been hurt.",
            "He",
            "told",
            ["that the bridge was closed and that nobody had been hurt"],
        ),
        (
            "‘We were never told,’ said Mr Holm, whose shop stands by the bridge.",
            "Mr Holm, whose shop stands by the bridge",
            "said",
            ["‘We were never told,’"],
        ),
    ],
)
def test_source_cue_and_content(sentence: str, source: str, cue: str, content: list[str]) -> None:
    assert _attributions(sentence) == [(source, cue, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The tram left the depot at noon and crossed the river twice.",
        "It rained on the harbour all day. The market closed at four.",
    ],
)
def test_what_nobody_says(sentence: str) -> None:
    assert _attributions(sentence) == []


def test_a_long_quotation_is_content_in_each_paragraph() -> None:
    paragraphs = (
        "“The bridge was never safe,” Ada Brook said. “We knew it for years.",
        "“Nobody wanted to pay for it, and nobody wanted to close it.”",
    )
    analysis = _analysis(*paragraphs)
    at = analysis.text.index("Nobody wanted")
    assert analysis.attribution_layer.covers(at)


def test_one_paragraph_alone_reads_as_in_the_whole() -> None:
    analysis = _analysis("The mayor said she would go.", "The council says it will stay.")
    whole = [
        each for each in analysis.attributions if analysis.article.block_index(each.content[0].start) == 2
    ]
    assert (
        _analysis(
            "The mayor said she would go.", "The council says it will stay."
        ).attribution_layer.of_block(2)
        == whole
    )


@pytest.mark.parametrize(
    ("form", "frame"),
    [
        ("said", "say"),
        ("denies", "say"),
        ("told", "tell"),
        ("submitted", "say"),
        ("studies", "source"),
        ("vowing", "plan"),
    ],
)
def test_cues_have_all_their_forms(form: str, frame: str) -> None:
    assert frame in frames()[form].split("+")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“",
                "”",
                '"',
                "'",
                "’",
                ",",
                ".",
                "?",
                "said",
                "Mr",
                "Brook",
                "the",
                "2.3",
                "million",
                "that",
                "—",
                "(",
                ")",
                "\n\n",
                "''",
                "e\u0301",
            ]
        ),
        max_size=60,
    )
)
def test_spans_lie_in_one_block_and_in_order(words: list[str]) -> None:
    analysis = _analysis(" ".join(words), "The end said the mayor.")
    starts = [each.content[0].start for each in analysis.attributions]
    assert starts == sorted(starts)
    for each in analysis.attributions:
        for span in (*each.content, *filter(None, (each.source, each.cue))):
            block = analysis.article.block_at(span.start)
            assert block is not None
            assert block.start <= span.start < span.end <= block.end


def test_only_the_passages_that_are_asked_about_are_read_also_in_one_long_paragraph() -> None:
    sentence = "The ministry said that the bridge would open in May. Rain fell on the quay for days. "
    analysis = _analysis(sentence * 2000)
    layer = analysis.attribution_layer
    last = analysis.text.rindex("bridge would")
    assert layer.covers(last)
    assert len(layer._found) == 1
    assert all(len(analysis.text[slice(*span)]) <= 6000 for span in layer._spans)
