"""The HTML reader: what it finds, where it finds it, and that hostile markup costs no more than its length."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article
from newslint.article.html.reader import read
from newslint.article.html.tree import parse
from newslint.source import Source, Span

WORD = re.compile(r"\w+")


def article(text: str) -> Article:
    found = read(Source("page.html", text))
    assert len(found) == 1
    return found[0]


def blocks(text: str) -> list[tuple[str, str]]:
    return [(b.kind, a.text_of(b)) for a in read(Source("page.html", text)) for b in a.blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>Port opens</h1><p>Ships came.</p>", [("headline", "Port opens"), ("paragraph", "Ships came.")]),
        ("<P>Ships <B>c</B>ame.</P>", [("paragraph", "Ships came.")]),
        ("<p>One ship<p>Two ships", [("paragraph", "One ship"), ("paragraph", "Two ships")]),
        ("<ul><li>One ship<li>Two <i>ships</i></ul>", [("item", "One ship"), ("item", "Two ships")]),
        ("<p>A&amp;B &lt;3 &#8220;x&#x201d;</p>", [("paragraph", "A&B <3 “x”")]),
        (
            "<p>con&shy;tainer con\u00adtainer con<wbr>tainer</p>",
            [("paragraph", "container container container")],
        ),
        ("<p>One\n   line<br>after another</p>", [("paragraph", "One line after another")]),
        (
            "<p>First part.<br><br>Second part.</p>",
            [("paragraph", "First part."), ("paragraph", "Second part.")],
        ),
        ("<p>He said <q>no</q>.</p>", [("paragraph", "He said “no”.")]),
        ("<p>Run <code>make</code> now.</p>", [("paragraph", "Run \ufffc now.")]),
        ("<p>a<script>var x = '<p>no</p>';</script>b</p>", [("paragraph", "ab")]),
        ("<p>a <!-- no --> b</p><style>p { x }</style>", [("paragraph", "a b")]),
        ("<p>5 < 6 and AT&T</p>", [("paragraph", "5 < 6 and AT&T")]),
        ("<p title='a > b' data-x=\"<p>\">Ships</p>", [("paragraph", "Ships")]),
        (
            "<p hidden>No</p><nav>No</nav><p class='sr-only'>No</p><p>Yes it is</p>",
            [("paragraph", "Yes it is")],
        ),
        ("<p>Water is H<sub>2</sub>O.<sup><a href=#1>1</a></sup></p>", [("paragraph", "Water is H2O.")]),
        ("<p>Dear {{ name }}, hello.</p>{% include x %}", [("paragraph", "Dear \ufffc, hello.")]),
        ("<div>Loose text here.</div>", [("paragraph", "Loose text here.")]),
        ("<table><tr><td>Votes<td>12</table>", [("other", "Votes"), ("other", "12")]),
        ("", []),
        ("<", [("paragraph", "<")]),
    ],
)
def test_fragments(markup: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(markup) == expected


FIGURE = "<figure><img src='{}.jpg' alt='{}'><figcaption>{}</figcaption></figure>"


@pytest.mark.parametrize(
    ("markup", "captions"),
    [
        (FIGURE.format("a", "Ships lie in the port", "Ships wait in the port."), ["Ships wait in the port."]),
        ("<img src=a.jpg alt='Ships wait in the port.'>", ["Ships wait in the port."]),
        ("<img src=a.jpg title='Ships wait in the port.'>", ["Ships wait in the port."]),
        ("<img src=a.jpg alt='logo'>", []),
        ("<figure><img src=a.jpg><p>Ships wait.</p></figure>", ["Ships wait."]),
        ("<div class='photo'><img src=a.jpg><p class='photo-caption'>Ships wait.</p></div>", ["Ships wait."]),
        (
            "<div class='wp-caption'><img src=a.jpg><p class='wp-caption-text'>Ships wait.</p></div>",
            ["Ships wait."],
        ),
        ("<p><img src=a.jpg><br><em>Ships wait.</em></p>", ["Ships wait."]),
        ("<div itemprop=caption>Ships wait.</div>", ["Ships wait."]),
        # The same caption under another picture is a repetition, under the same picture a rendition.
        (FIGURE.format("a", "", "Ships wait.") + FIGURE.format("b", "", "Ships wait."), ["Ships wait."] * 2),
        (
            FIGURE.format("a-300x200", "", "Ships wait.") + FIGURE.format("a-900x600", "", "Ships wait."),
            ["Ships wait."],
        ),
        ("<figure><figcaption>Ships wait.</figcaption></figure>" * 2, ["Ships wait."] * 2),
        ("<img src=a.jpg alt='Ships wait in port'>" * 2, ["Ships wait in port"]),
    ],
)
def test_a_picture_has_one_caption(markup: str, captions: list[str]) -> None:
    found = [
        text
        for kind, text in blocks(f"<article><h1>Port</h1><p>Text.</p>{markup}</article>")
        if kind == "caption"
    ]
    assert found == captions


@pytest.mark.parametrize(
    "inner",
    [
        "Ships wait. <span class='credit'>Jo Bell/Agency</span>",
        "Ships wait. <cite>Jo Bell</cite>",
        "<span>Ships wait.</span> <span>Photo: Jo Bell for the Port Press</span>",
    ],
)
def test_a_credit_in_an_element_of_its_own_is_no_part_of_the_caption(inner: str) -> None:
    found = blocks(f"<figure><img src=a.jpg><figcaption>{inner}</figcaption></figure>")
    assert found[0] == ("caption", "Ships wait.")
    assert [kind for kind, _ in found] == ["caption", "credit"]


def test_a_credit_inside_the_caption_is_marked() -> None:
    found = article("<figure><img src=a.jpg><figcaption>Ships wait in port. (Reuters)</figcaption></figure>")
    credit = found.blocks[0].credit
    assert credit is not None
    assert found.text[slice(*credit)] == "(Reuters)"


PROSE = "<p>The council met on Monday evening to hear the plan for the old harbour, {}.</p>"
PAGE = """<!doctype html><html><head><title>Port opens to ships | The Daily</title>
<meta property="og:title" content="Port opens to ships"><script type="application/ld+json">{{"headline": "x"}}</script>
</head><body class="has-sidebar">
<header><h1>The Daily</h1><nav><a href=/>Home</a></nav></header>
<div class="cookie-notice"><p>We use cookies to make this page better for you and for our partners, as you know.</p></div>
<main><article><h1>Port opens to ships</h1><p class="standfirst">First vessels in ten years</p>
<p class="byline">By Jo Bell</p><time>3 March</time>
<figure><img src=a.jpg><figcaption>Ships wait.</figcaption></figure>
<div class="article-body">{body}
<div class="related-stories"><p>Another story that is long enough to be taken for a paragraph of this one, it is.</p></div>
</div></article></main>
<aside><p>Sign up for our letters, which come every morning and tell you all that you need to know.</p></aside>
<div id="comments"><p>I think that this is a very good idea, and I have said so for many years, as you know.</p></div>
<footer><p>All rights reserved by the owners of this page, who live in the house by the old harbour.</p></footer>
</body></html>"""


def test_the_article_is_found_in_its_page() -> None:
    page = PAGE.format(
        body="".join(PROSE.format(word) for word in ("it said", "he said", "she said", "they said"))
    )
    found = blocks(page)
    assert [kind for kind, _ in found if kind != "other"] == [
        "headline", "standfirst", "byline", "caption", "paragraph", "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip
    assert found[0][1] == "Port opens to ships"
    assert all("council" in text for kind, text in found if kind == "paragraph")


def test_a_page_without_names_is_read_by_density() -> None:
    body = "".join(PROSE.format(word) for word in ("it said", "he said", "she said"))
    page = f"<html><body><div><a href=/>Home</a></div><div><h1>Port opens</h1><div>{body}</div></div><div>© 2031</div></body></html>"
    assert [kind for kind, _ in blocks(page)] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_lines_of_prose_outside_a_paragraph_element_are_paragraphs() -> None:
    one = "The council met on Monday evening to hear the plan."
    assert blocks(f"<div>{one}<br>{one}</div>") == [("paragraph", one)] * 2


def test_front_matter_is_read_as_in_markdown() -> None:
    text = "---\ntitle: Port opens\nnewslint: {off: [typos]}\n---\n<p>Ships came in.</p>\n"
    assert blocks(text) == [("headline", "Port opens"), ("paragraph", "Ships came in.")]
    assert [wish.block for wish in article(text).suppressions] == [None]


def test_articles_side_by_side_are_several() -> None:
    markup = "<article><h2>One</h2><p>Text.</p></article>\n<article><h2>Two</h2><p>Text.</p></article>"
    found = read(Source("x.html", markup))
    assert [[b.kind for b in each.blocks] for each in found] == [["headline", "paragraph"]] * 2


def test_a_comment_silences_rules_in_the_next_block() -> None:
    text = "<p>One.</p>\n<!-- newslint: off typos/doubled-word, names -- a quirk -->\n<p>Two two.</p>"
    (wish,) = article(text).suppressions
    assert wish.rules == ("typos/doubled-word", "names")
    assert (wish.reason, wish.block) == ("a quirk", 1)
    assert text[slice(*wish.span)].startswith("<!-- newslint")


def test_a_comment_inside_a_paragraph_does_not_cut_it() -> None:
    assert blocks("<p>One <!-- x -->two.</p>") == [("paragraph", "One two.")]


def test_places_are_those_of_the_file() -> None:
    text = "<p>Caf&eacute; &amp; <b>b</b>ar 😀 naïve</p>"
    found = article(text)
    for word, source in (("Café", "Caf&eacute;"), ("bar", "b</b>ar"), ("naïve", "naïve")):
        at = found.text.index(word)
        span = Span(at, at + len(word))
        assert text[slice(*found.to_source(span))] == source
        assert found.is_verbatim(span) == (word == source)


@given(st.text(alphabet="<>/ab =\"'!-&;#p\n{}%[]", max_size=200))
def test_any_markup_is_read_and_every_place_exists(markup: str) -> None:
    for each in read(Source("x.html", markup)):
        for block in each.blocks:
            start, end = each.to_source(block.span)
            assert 0 <= start < end <= len(markup)
            assert each.text_of(block).strip() == each.text_of(block) != ""


TEXT = st.lists(
    st.sampled_from(
        ["ship", "näïve", "e\u0301te\u0301", "😀", "A&amp;B", "&#8220;so&#8221;", "1&nbsp;000", "x<b>y</b>z"]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)
WRAPS = [
    "<p>{}</p>",
    "<ul><li>{}</ul>",
    "<blockquote><p>{}</p></blockquote>",
    "<div><em>{}</em></div>",
    "<h2>{}</h2>",
]


@given(
    st.lists(st.tuples(st.sampled_from(WRAPS), TEXT), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n", ""]),
)
def test_every_word_leads_back_to_its_place(content: list[tuple[str, str]], newline: str) -> None:
    markup = newline.join(wrap.format(text) for wrap, text in content)
    for each in read(Source("x.html", markup)):
        for match in WORD.finditer(each.text):
            start, end = each.to_source(Span(*match.span()))
            plain = re.sub(r"<[^>]*>", "", markup[start:end])
            assert plain == match.group()


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 30_000 + "words here",
        "<p>words<!-- " * 30_000,
        "<p>words " + "<" * 100_000,
        "<p>words " + '<a b="' * 50_000,
        "<p>words " + "&#" * 50_000,
        "<p>words <![CDATA[ " * 20_000,
        "<p>words <script>" + "a<b " * 50_000,
        "<ul>" + "<li>a" * 20_000,
        "<body>" + "<h1>a b c" * 20_000,
        "<i>" + "<b>" * 20_000 + "</i>" * 20_000,
    ],
)
def test_hostile_markup_ends(hostile: str) -> None:
    # Were any of this read in more than linear time, the tests would not end.
    assert len(read(Source("x.html", hostile))) <= 1


def test_an_inline_end_does_not_end_a_paragraph_opened_inside() -> None:
    tree = parse("<b>x<p>one</b> two</p>")
    (paragraph,) = [node for node in tree.walk() if node.tag == "p"]
    assert (paragraph.start, paragraph.end) == (4, 22)


def test_a_title_stands_in_for_a_missing_headline() -> None:
    body = "".join(PROSE.format(word) for word in ("it said", "he said", "she said"))
    page = f"<html><head><title>Port opens to big ships | The Daily</title></head><body>{body}</body></html>"
    assert blocks(page)[0] == ("headline", "Port opens to big ships")


PAGES = sorted((Path(__file__).resolve().parent.parent / "fixtures" / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_whole_pages_are_read_as_their_readers_see_them(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = blocks(path.read_text(encoding="utf-8"))
    assert {kind: [text for each, text in found if each == kind] for kind in expected} == expected


def test_a_slide_has_a_title_and_a_caption() -> None:
    page = (
        "<article><h1>Five gardens to see</h1><p>They are open until the end of October, and all of them are free.</p>"
        "<div class=slide><h2 class=slide-title-text>The rose garden is at its best in June.</h2>"
        "<figure><img src=rose.jpg><figcaption>Roses in the garden of Alder House.</figcaption></figure>"
        "<span class=caption>[1/5]</span><p>It was laid out in 1911 and has four hundred kinds of roses.</p></div></article>"
    )
    captions = [text for kind, text in blocks(page) if kind == "caption"]
    assert captions == ["Roses in the garden of Alder House."]


BODY = (
    "<p>The harbour was rebuilt after the storm of 1911, and the ferries have come to it ever since.</p>" * 3
)
PUBLISHED = (
    "<html><body><article><h1>Harbour opens</h1><div class=article-body>{}</div></article></body></html>"
)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (  # a credit in brackets and in an element of its own
            "<figure><img src=a.jpg><figcaption><p><span>A ferry leaves.</span> <span>(Harbour Board, Western District)</span>"
            "</p></figcaption></figure>",
            [("caption", "A ferry leaves."), ("credit", "(Harbour Board, Western District)")],
        ),
        (  # a note in brackets is no credit
            "<figure><img src=a.jpg><figcaption>A ferry leaves <i>(seen from the quay)</i></figcaption></figure>",
            [("caption", "A ferry leaves (seen from the quay)")],
        ),
        (  # not read aloud, yet seen
            "<aside aria-hidden=true class=image><img src=a.jpg><p class=caption>A ferry leaves.</p></aside>",
            [("caption", "A ferry leaves.")],
        ),
        (  # the card of another story
            "<div class=video><img src=a.jpg><div class=caption><h4><a href=x>Why ferries are late</a></h4>"
            "<p>The captain of the ferry explains why it is late on most days of the week.</p></div></div>",
            [],
        ),
        (  # a gallery's count and the offer to buy the picture
            "<div class=gallery><img src=a.jpg><div class=gallery__caption><b class=gallery__pagination>[1/5]</b><span>A ferry"
            " leaves. REUTERS/Ida Brandt <a class=caption__license href=x>Purchase licensing rights</a></span></div></div>",
            [("caption", "A ferry leaves. REUTERS/Ida Brandt")],
        ),
        (  # a product under its picture
            "<div class=product-embed><a aria-hidden=true href=x><img src=a.jpg></a><p class=credit>Photograph: Harbour Shop</p>"
            "<div class=product-embed__hed>Halm Oilskin 20</div><div class=cta><a href=x>$89 at Harbour Shop</a></div></div>",
            [("caption", "Halm Oilskin 20")],
        ),
        (  # a class that chance made
            "<figure class=kZoQA-D><img src=a.jpg><figcaption>A ferry leaves.</figcaption></figure>",
            [("caption", "A ferry leaves.")],
        ),
    ],
)
def test_captions_as_content_systems_set_them(figure: str, expected: list[tuple[str, str]]) -> None:
    found = blocks(PUBLISHED.format(BODY + figure + BODY))
    assert [(kind, text) for kind, text in found if kind in ("caption", "credit")] == expected
    assert "ferry explains" not in str([text for kind, text in found if kind == "paragraph"])


def test_paragraphs_between_headline_and_text_are_read() -> None:
    page = PUBLISHED.format(BODY).replace("</h1>", "</h1><div class=intro><p>The harbour is open.</p></div>")
    assert ("paragraph", "The harbour is open.") in blocks(page)


@pytest.mark.parametrize("source", ["A" * 58 + "!", "A " * 29 + "!", "A.A/" * 14 + "!", "(" + "Aa " * 40])
def test_no_image_source_costs_more_than_its_length(source: str) -> None:
    # Were names looked for in more than linear time, the test would not end.
    figure = f"<figure><img src=a.jpg><div>{source}</div><figcaption>A ferry. <span>{source}</span></figcaption></figure>"
    assert ("headline", "Harbour opens") in blocks(PUBLISHED.format(BODY + figure + BODY))
    assert blocks(f"<figure><img src=a.jpg><div class='caption credit'>{source}</div></figure>")
