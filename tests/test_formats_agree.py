"""One article set as text, Markdown and HTML gives the same violations, and two Markdown parsers agree."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article
from newslint.article.html import reader as html
from newslint.article.markdown import reader as markdown
from newslint.article.text import reader as text
from newslint.source import Source, Span

WORD = re.compile(r"[^\W_]+")
ROOT = Path(__file__).resolve().parent.parent


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


set_fixture = tool("set_fixture")

FIXTURE = """Council weighs plan for the old harbour

By Jo Bell

Ships wait outside the the port on Monday. (Reuters)

KYIV, March 3 (Reuters) — The council met on Monday evening to hear the plan.

"It is a *big* plan_for_all [of us] & nothing < more," she said, and left the the room at 5 o'clock.

Share

1999. That was the year in which the harbour was closed, he said; it cost $5 and #10.

Ships wait outside the the port on Monday. (Reuters)

The naïve 😀 sailor said that that was “all”.
"""


def violations(found: Any, name: str, content: str) -> list[tuple[str, str]]:
    Path(name).write_text(content, encoding="utf-8", newline="")
    return sorted(
        (each["rule"], re.sub(r"\\(?=\W)", "", each["excerpt"]).replace("&amp;", "&"))
        for each in found("--isolated", "--select", "captions,typos/doubled-word,residue,repeats", name)
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_same_violations_in_each_format(found: Any, newline: str) -> None:
    (article,) = text.read(Source("x.txt", FIXTURE))
    as_text = violations(found, "x.txt", FIXTURE.replace("\n", newline))
    as_markdown = violations(found, "x.md", set_fixture.markdown(article).replace("\n", newline))
    as_html = violations(found, "x.html", set_fixture.html(article).replace("\n", newline))
    assert as_text == as_markdown == as_html
    assert len(as_text) >= 3


def outline(articles: list[Article]) -> list[tuple[str, str]]:
    return [(block.kind, each.text_of(block)) for each in articles for block in each.blocks]


def test_the_same_blocks_in_each_format() -> None:
    articles = text.read(Source("x.txt", FIXTURE))
    as_text = outline(articles)
    assert sorted(outline(markdown.read(Source("x.md", set_fixture.markdown(articles[0]))))) == sorted(
        as_text
    )
    assert outline(html.read(Source("x.html", set_fixture.html(articles[0])))) == as_text


ODD_WORDS = (
    "Ships wait näïve e\u0301te\u0301 😀 a*b x_y_z [so] <b> R&D #1 `x` “q” \\ ~~ {x} | 5<6 &amp; $a_1$ !"
).split()
SENTENCES = st.lists(st.sampled_from(ODD_WORDS), min_size=3, max_size=12).map(
    lambda words: "Start " + " ".join(words) + " end."
)


@given(st.lists(SENTENCES, min_size=2, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_every_word_is_read_alike_and_at_its_place(sentences: list[str], newline: str) -> None:
    (article,) = text.read(Source("x.txt", "Port opens today\n\n" + "\n\n".join(sentences)))
    words = WORD.findall(article.text)
    for read, content in (
        (markdown.read, set_fixture.markdown(article)),
        (html.read, set_fixture.html(article)),
    ):
        source = Source("x", content.replace("\n", newline))
        (other,) = read(source)
        assert WORD.findall(other.text) == words
        for match in WORD.finditer(other.text):
            assert source.text[slice(*other.to_source(Span(*match.span())))] == match.group()


def second_opinion(content: str) -> set[tuple[int, str]]:
    """The words of the prose with their places, as tree-sitter's Markdown grammars see them."""
    tree_sitter = pytest.importorskip("tree_sitter")
    grammars = pytest.importorskip("tree_sitter_markdown")
    data = content.encode()
    block_parser = tree_sitter.Parser(tree_sitter.Language(grammars.language()))
    inline_parser = tree_sitter.Parser(tree_sitter.Language(grammars.inline_language()))
    hidden = set(
        "link_destination link_title link_label code_span html_tag uri_autolink email_autolink entity_reference"
        " numeric_character_reference latex_block block_continuation emphasis_delimiter".split()
    )
    words: set[tuple[int, str]] = set()

    def nodes(node: Any) -> Any:
        yield node
        for child in node.children:
            yield from nodes(child)

    for node in nodes(block_parser.parse(data).root_node):
        if node.type not in ("inline", "pipe_table_cell"):
            continue
        shown = bytearray(data[node.start_byte : node.end_byte])
        gaps = [child for child in nodes(node) if child.type == "block_continuation"]
        inline = inline_parser.parse(data[node.start_byte : node.end_byte])
        for start, end in [(g.start_byte - node.start_byte, g.end_byte - node.start_byte) for g in gaps] + [
            (h.start_byte, h.end_byte) for h in nodes(inline.root_node) if h.type in hidden
        ]:
            shown[start:end] = b" " * (end - start)
        before = len(data[: node.start_byte].decode())
        words |= {(before + match.start(), match.group()) for match in WORD.finditer(shown.decode())}
    return words


PHRASES = st.lists(
    st.sampled_from(["ship", "näïve", "😀", "**bold**", "*it*", "[li](http://u.v)", "`co`", "\\*", "&amp;", "“so”", "(a)", "5"]),
    min_size=1,
    max_size=7,
).map(lambda words: "So " + " ".join(words))  # fmt: skip
SHAPES = [
    "{}",
    "> {}\n> {}",
    "- {}\n- {}\n  - {}",
    "## {}",
    "| {} | {} |\n|---|---|\n| {} | x |",
    "1. {}\n\n   {}",
    "{}\n{}",
]


@given(st.lists(st.tuples(st.sampled_from(SHAPES), PHRASES, PHRASES, PHRASES), min_size=1, max_size=4))
def test_two_parsers_agree_on_what_is_prose_and_where(content: list[tuple[str, str, str, str]]) -> None:
    source = Source("x.md", "\n\n".join(shape.format(*texts) for shape, *texts in content) + "\n")
    (article,) = markdown.read(source)
    ours = {
        (article.to_source(Span(*match.span())).start, match.group()) for match in WORD.finditer(article.text)
    }
    assert ours == second_opinion(source.text)
