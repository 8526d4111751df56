"""Quotations: which words stand in quotation marks, and which marks are none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.article import Article, Block
from newslint.article.text.reader import read
from newslint.language.analysis import Analysis
from newslint.language.quotations.model import QuoteScan
from newslint.language.quotations.pairing import paired
from newslint.source import Source


def _scan(*paragraphs: str) -> tuple[str, QuoteScan]:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return text, paired(Article(Source("a.txt", text), text, blocks, []))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," he said.', ['"We go,"']),
        ("“We go,” he said, “now.”", ["“We go,”", "“now.”"]),
        ('“We go," he said.', ['“We go,"']),
        ("‘We go,’ he said.", ["‘We go,’"]),
        ("'We go,' he said. It's the '90s.", ["'We go,'"]),
        ("“He said ‘go away’ and left.”", ["“He said ‘go away’ and left.”", "‘go away’"]),
        ("\"He said, 'Go away.'\"", ["\"He said, 'Go away.'\"", "'Go away.'"]),
        ("“He said “no” to me.”", ["“He said “no” to me.”", "“no”"]),
        ("He said, 'the bosses' rights,' twice.", ["'the bosses' rights,'"]),
        ("‘The workers’ union is “old”,’ he said.", ["‘The workers’ union is “old”,’", "“old”"]),
        ("The workers' hall and the bosses' club.", []),
        ("’Tis the season of the ’90s, rock ’n’ roll, said 'em.", []),
        ("The ‘90s were good.", []),
        ("‘The ’90s were good,’ he said.", ["‘The ’90s were good,’"]),
        ("He is goin' home to ol' Ardnish, he said.", []),
        ('He is 6\'2" tall; the plank is 12" wide.', []),
        ("He’s like 6’2”, she said.", []),
        ('A "12" pipe" fell at 40°26\'46".', ['"12" pipe"']),
        ("„Ja“, said he. «Oui», said she. »Nein«, they said.", ["„Ja“", "«Oui»", "»Nein«"]),
        ("``We go,'' he said. ''Stay,'' she said.", ["``We go,''", "''Stay,''"]),
        ("found “ cracks ” in it", ["“ cracks ”"]),
        ('"No, "she said.', ['"No, "']),
        ("the “abhorrent“ film", ["“abhorrent“"]),
        ("(“No.”) [“Yes”]—“but”—", ["“No.”", "“Yes”", "“but”"]),
        ('The "Hamilton"-themed ball', ['"Hamilton"']),
        ('<a href="x" class="y">the link</a> says', []),
        ("‘Abd al-Rahman and the Hawai‘i board", []),
    ],
)
def test_what_stands_in_marks(text: str, expected: list[str]) -> None:
    whole, found = _scan(text)
    assert [whole[q.start : q.end] for q in found.quotations if q.closing] == expected
    assert found.unopened == []


def test_depth_counts_the_quotations_around() -> None:
    _, found = _scan("“She said ‘he said “no” twice’ again.”")
    assert [quotation.depth for quotation in found.quotations] == [0, 1, 2]


def test_a_quotation_may_run_over_paragraphs_that_open_again() -> None:
    _, found = _scan("“The wall is old.", "“It will fall.", "“It may not,” she said.")
    assert [(q.closing, q.continued) for q in found.quotations] == [("", True), ("", True), ("”", False)]


def test_a_picture_may_stand_between_the_paragraphs_of_a_quotation() -> None:
    text = "“The wall is old.\n\nA wall.\n\n“It will fall,” she said."
    blocks = [Block("paragraph", 0, 17), Block("caption", 19, 26), Block("paragraph", 28, len(text))]
    found = paired(Article(Source("a.txt", text), text, blocks, []))
    assert [q.continued for q in found.quotations] == [True, False]


def test_a_quotation_that_is_not_opened_again_is_one_with_its_late_end() -> None:
    text, found = _scan("“The wall is old.", "It will fall,” she said.")
    assert [(q.closing, q.continued) for q in found.quotations] == [("", False)]
    assert [(q.start, text[at]) for q, at in found.runs_on] == [(0, "”")]
    assert found.unopened == []


def test_marks_that_pair_with_none() -> None:
    text, found = _scan("The wall is safe,” she said.", "She said: “The wall")
    assert [text[at - 5 : at + 1] for at in found.unopened] == ["safe,”"]
    assert [(text[q.start : q.end], q.closing) for q in found.quotations] == [("“The wall", "")]


def test_matched_knows_the_partners() -> None:
    _, found = _scan('“a" \'b’ “c” "d" ‘e\' „f“ «g»')
    assert [q.matched for q in found.quotations] == [False, False, True, True, False, True, True]


def test_the_analysis_answers_for_every_offset() -> None:
    (article,) = read(Source("a.txt", "He said “it is ‘so’ here” and left.\n"))
    analysis = Analysis(article)
    inside = "".join(
        char if analysis.in_quotation(at) else "." for at, char in enumerate(analysis.text.rstrip())
    )
    assert inside == "........“it is ‘so’ here”.........."


@given(st.lists(st.text(alphabet="aB.,s \"“”‘’'—(", min_size=1, max_size=40), min_size=1, max_size=4))
def test_every_double_mark_opens_closes_or_stands_alone(paragraphs: list[str]) -> None:
    text, found = _scan(*paragraphs)
    roles = [quotation.start for quotation in found.quotations if quotation.opening in '“”"']
    roles += [quotation.end - 1 for quotation in found.quotations if quotation.closing in ("”", "“", '"')]
    roles += [*found.unopened, *(at for _, at in found.runs_on)]
    assert {at for at, char in enumerate(text) if char in '“”"'} <= set(roles)
    assert len(roles) == len(set(roles))


@pytest.mark.parametrize(
    "before", ["", "It’s the ’90s, 5’6”. "]
)  # plain marks, and such as need a closer look
@given(
    words=st.lists(
        st.sampled_from(["“Go,”", '"Go."', "she’s", "it’s", '“Go,"', "(so)"]), min_size=1, max_size=8
    )
)
def test_plain_marks_are_read_alike_beside_others(before: str, words: list[str]) -> None:
    _, found = _scan(before + " ".join(words))
    assert [q.opening + "Go" for q in found.quotations] == [word[:3] for word in words if "Go" in word]
    assert found.unopened == []


@example(['«“1.\'"1""'])
@given(st.lists(st.text(alphabet="ab.,s12 \"“”‘’'«»„`", min_size=1, max_size=40), min_size=1, max_size=4))
def test_quotations_lie_in_their_block_in_order(paragraphs: list[str]) -> None:
    text, found = _scan(*paragraphs)
    starts = [quotation.start for quotation in found.quotations]
    assert starts == sorted(starts)
    for quotation in found.quotations:
        assert text[quotation.start : quotation.end].startswith(quotation.opening)
        assert "\n\n" not in text[quotation.start : quotation.end]
        if quotation.closing:
            assert text[: quotation.end].endswith(quotation.closing)
            assert quotation.inner.start <= quotation.inner.end
        covered = [q for q in found.quotations if q.start <= quotation.start < q.end]
        assert quotation.depth <= len(covered) - 1
        assert found.covers(quotation.start)
