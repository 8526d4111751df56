"""What a reader copies and replaces leads back to the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.article.builder import Builder
from newslint.source import Source, Span

CHUNK = st.tuples(
    st.sampled_from(["copy", "replace", "skip"]), st.text(alphabet="abc é😀", min_size=1, max_size=6)
)


@given(st.lists(st.lists(CHUNK, min_size=1, max_size=6), min_size=1, max_size=5))
def test_every_copied_character_maps_to_itself(blocks: list[list[tuple[str, str]]]) -> None:
    text = "".join(chunk for block in blocks for _, chunk in block)
    source = Source("a.txt", text)
    builder, at = Builder(source), 0
    for block in blocks:
        builder.begin("paragraph")
        for how, chunk in block:
            if how == "copy":
                builder.copy(at, at + len(chunk))
            elif how == "replace":
                builder.replace(at, at + len(chunk), "&")
            at += len(chunk)
        builder.end()
    article = builder.build()
    for number, char in enumerate(article.text):
        span = article.to_source(Span(number, number + 1))
        if char not in "&\n":
            assert text[slice(*span)] == char
    for block_ in article.blocks:
        shown = article.text_of(block_)
        assert shown == shown.strip() or shown.startswith("&") or shown.endswith("&")
        assert article.block_at(block_.start) is block_
        assert article.block_at(block_.end) is not block_


def test_a_span_over_a_replacement_takes_in_all_of_it() -> None:
    source = Source("a.html", "Tom &amp; Ann")
    builder = Builder(source)
    builder.begin("paragraph")
    builder.copy(0, 4)
    builder.replace(4, 9, "&")
    builder.copy(9, 13)
    builder.end()
    article = builder.build()
    assert article.text == "Tom & Ann"
    assert article.to_source(Span(4, 5)) == (4, 9)
    assert article.to_source(Span(0, 9)) == (0, 13)
    assert article.is_verbatim(Span(6, 9))
    assert not article.is_verbatim(Span(4, 5))


def test_a_block_of_white_space_is_none() -> None:
    source = Source("a.txt", "  \n ")
    builder = Builder(source)
    assert builder.add("paragraph", 0, 4) is None
    assert not builder
