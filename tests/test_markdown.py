"""The Markdown reader: front matter, pictures and their captions, what is no prose, and exact places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article
from newslint.article.frontmatter.scalars import scalar_text
from newslint.article.frontmatter.toml_scalars import scalars as toml_scalars
from newslint.article.frontmatter.yaml_scalars import scalars as yaml_scalars
from newslint.article.markdown.reader import read
from newslint.source import Source, Span

WORD = re.compile(r"[^\W_]+")


def article(text: str, keys: tuple[str, ...] = ()) -> Article:
    (found,) = read(Source("article.md", text), keys)
    return found


def blocks(text: str, keys: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(b.kind, a.text_of(b)) for a in read(Source("article.md", text), keys) for b in a.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Port opens\n\nShips *came* in.\n", [("headline", "Port opens"), ("paragraph", "Ships came in.")]),
        ("Port opens\n===\n\nText.\n", [("headline", "Port opens"), ("paragraph", "Text.")]),
        (
            "## Port opens\n\nText.\n\n## Later\n",
            [("headline", "Port opens"), ("paragraph", "Text."), ("other", "Later")],
        ),
        ("One\nline.\n", [("paragraph", "One line.")]),
        ("One  \nline.\\\nmore\n", [("paragraph", "One line. more")]),
        ("A &amp; B, 5 \\* 3\n", [("paragraph", "A & B, 5 * 3")]),
        (
            "See [the plan](http://x.y/z_1 'title') and <http://x.y>.\n",
            [("paragraph", "See the plan and \ufffc.")],
        ),
        ("See [the plan][p].\n\n[p]: http://x.y 'Title words'\n", [("paragraph", "See the plan.")]),
        ("Run `make` now.\n\n```\ncode here\n```\n\n    more code\n", [("paragraph", "Run \ufffc now.")]),
        ("- one\n- two\n  - three\n", [("item", "one"), ("item", "two"), ("item", "three")]),
        ("1. one\n\n   more\n", [("item", "one"), ("item", "more")]),
        ("| a | b |\n|---|---|\n| c \\| d | e |\n", [("other", w) for w in ("a", "b", "c | d", "e")]),
        ("Text.[^1]\n\n[^1]: The note.\n", [("paragraph", "Text."), ("other", "The note.")]),
        ("Old ~~text~~.\n", [("paragraph", "Old \ufffc.")]),
        ("It costs $5 and $10.\n", [("paragraph", "It costs $5 and $10.")]),
        ("From $5–$10, or $a_1$.\n", [("paragraph", "From $5–$10, or \ufffc.")]),
        ("$$\nx = y\n$$\n\nText.\n", [("paragraph", "\ufffc"), ("paragraph", "Text.")]),
        ("{{< youtube id_1 >}}\n\nText {{ .Site }} here.\n", [("paragraph", "Text \ufffc here.")]),
        ("{% highlight go %}\nno prose\n{% endhighlight %}\n\nText.\n", [("paragraph", "Text.")]),
        ("Text{: .lead}\n\n::: note\nInside.\n:::\n", [("paragraph", "Text"), ("paragraph", "Inside.")]),
        ("He said <q>no</q><br>twice.\n", [("paragraph", "He said “no” twice.")]),
        (
            "<div>\n<p>In <b>H</b>TML.</p>\n</div>\n\nText.\n",
            [("paragraph", "In HTML."), ("paragraph", "Text.")],
        ),
        ("<!-- no -->\n\nText <!-- no -->here.\n", [("paragraph", "Text here.")]),
        (
            "KYIV, March 3 (XY) — Ships came in.\n",
            [("dateline", "KYIV, March 3 (XY) —"), ("paragraph", "Ships came in.")],
        ),
        ("import X from './x.js'\n\n{/* no */}\n\nText.\n", [("paragraph", "Text.")]),
        (
            "The port may import grain from 'Holm'.\n",
            [("paragraph", "The port may import grain from 'Holm'.")],
        ),
        ("", []),
    ],
)
def test_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected
    assert blocks(text.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("![](a.jpg)\n*Ships wait.*\n", ["Ships wait."]),
        ("![](a.jpg)\n\n_Ships wait._\n", ["Ships wait."]),
        ("![Ships lie in port](a.jpg)\n*Ships wait.*\n", ["Ships wait."]),
        ("![](a.jpg)\n*Ships wait. *\n", ["Ships wait."]),
        ("[![](a.jpg)](b)\nShips wait.\n", ["Ships wait."]),
        ('![logo](a.jpg "Ships wait.")\n', ["Ships wait."]),
        ('![Ships lie in port](a.jpg "Ships \\"wait\\".")\n', ['Ships "wait".']),
        ("![Ships lie in port](a.jpg)\n", ["Ships lie in port"]),
        ("![Ships *lie* in port](a.jpg)\n", ["Ships lie in port"]),
        ("![logo](a.jpg)\n", []),
        ("![](a.jpg)\n\nShips wait.\n", []),
        ('{{< figure src="a_b_c.jpg" title="T" caption="Ships wait." >}}\n', ["Ships wait."]),
        ('{{< figure src="a.jpg" alt="x"\n  caption="Ships wait." >}}\n', ["Ships wait."]),
        ("{% include figure.html caption='Ships wait.' %}\n", ["Ships wait."]),
        ("<figure>\n<img src=a.jpg alt='One two three four'>\n<figcaption>Ships wait.</figcaption>\n</figure>\n", ["Ships wait."]),
        ("<figure>\n\n![Ships lie in port](a.jpg)\n\n<figcaption>Ships wait.</figcaption>\n</figure>\n", ["Ships wait."]),
        ("<figcaption>\n\nShips *wait*.\n\n</figcaption>\n\nText.\n", ["Ships wait."]),
        ("<Figure src='a.jpg' alt='x' caption='Ships wait.' />\n", ["Ships wait."]),
        ("<img src=a.jpg alt='Ships lie in port'>\n", ["Ships lie in port"]),
        ("![](a.jpg)\n*Ships wait.*\n\n![](b.jpg)\n*Ships wait.*\n", ["Ships wait."] * 2),
        ("---\nimage:\n  src: a.jpg\n  caption: Ships wait.\n---\n", ["Ships wait."]),
        ("---\nimages:\n  - {src: a, caption: 'One''s.', alt: x}\n  - caption: Two.\n---\n", ["One's.", "Two."]),
        ("+++\n[[images]]\ncaption = 'One.'\n[[images]]\ncaption = \"T\\u0077o.\"\n+++\n", ["One.", "Two."]),
    ],
)  # fmt: skip
def test_a_picture_has_one_caption(text: str, captions: list[str]) -> None:
    for source in (text, text.replace("\n", "\r\n")):
        assert [shown for kind, shown in blocks(source) if kind == "caption"] == captions


def test_a_credit_in_a_shortcode_or_front_matter_is_a_credit() -> None:
    assert ("credit", "Jo Bell") in blocks('{{< figure src="a" caption="Ships." attr="Jo Bell" >}}\n')
    assert ("credit", "Jo Bell") in blocks("---\nimage:\n  caption: Ships wait.\n  credit: Jo Bell\n---\n")


def test_front_matter_gives_headline_standfirst_and_byline() -> None:
    text = (
        '---\ntitle: "The \\"big\\" plan"\ndescription: >\n  Ships\n  come.\n'
        "author:\n  - Jo Bell\n  - Al Roe\ndate: 2031-03-03\n---\n\nText.\n"
    )
    assert blocks(text) == [
        ("headline", 'The "big" plan'),
        ("standfirst", "Ships come."),
        ("byline", "Jo Bell"),
        ("byline", "Al Roe"),
        ("paragraph", "Text."),
    ]


def test_further_keys_are_read_as_text() -> None:
    text = "---\nteaser: Ships wait.\nbox:\n  note: More here.\n---\n"
    assert blocks(text) == []
    assert blocks(text, ("teaser", "box.note")) == [("other", "Ships wait."), ("other", "More here.")]


@pytest.mark.parametrize(
    "value", ["{off: [typos, names/listed]}", "\n  off:\n    - typos\n    - names/listed"]
)
def test_front_matter_silences_rules_in_the_file(value: str) -> None:
    wishes = article(f"---\ntitle: Port\nnewslint: {value}\n---\n").suppressions
    assert [(wish.rules, wish.block) for wish in wishes] == [(("typos",), None), (("names/listed",), None)]


def test_a_comment_silences_rules_in_the_next_block() -> None:
    text = (
        "One.\n\n<!-- newslint: off typos -- a quirk -->\nTwo <!-- newslint: off names --> two.\n\nThree.\n"
    )
    found = article(text)
    assert [(wish.rules, wish.block) for wish in found.suppressions] == [(("typos",), 1), (("names",), 2)]


def test_a_quotation_block_is_somebody_elses_words() -> None:
    found = article("> Ships\n> wait.\n\nText.\n")
    assert [(found.text_of(b), b.quoted) for b in found.blocks] == [("Ships wait.", True), ("Text.", False)]


YAML = """title: 'It''s  "so"'
summary: |-
  One
   two
tags: [a, "b c", {d: e}]
images:
- caption: Plain one
    goes on # not this
  credit: "x\\u0041\\ty"
- [p, q]
link: http://x.y:80/z
empty:
"""


def test_the_small_yaml_reader_agrees_with_the_library() -> None:
    from newslint.article.frontmatter.yaml_scalars import _composed

    small = [(s.path, scalar_text(YAML, s)) for s in yaml_scalars(YAML, 0, len(YAML))]
    library = [(s.path, scalar_text(YAML, s)) for s in _composed(YAML, 0, len(YAML)) if s.end > s.start]
    assert small == library


def test_odd_yaml_goes_to_the_library() -> None:
    text = "base: &x {caption: One}\nimage: *x\ntitle: !!str Port\n"
    assert ("title",) in [s.path for s in yaml_scalars(text, 0, len(text))]
    assert yaml_scalars("a: [", 0, 4) == []


def test_toml_strings_of_all_kinds() -> None:
    text = (
        'a = "x\\"y" # no\nb = \'c:\\d\'\nc.d = """\nOne\ntwo"""\ne = [1, "f", {g = \'h\'}]\n'
        "[t.\"u v\"]\nw = 2031-03-03\nz = '''k'''\n"
    )
    found = {s.path: scalar_text(text, s) for s in toml_scalars(text, 0, len(text))}
    assert found == {
        ("a",): 'x"y',
        ("b",): "c:\\d",
        ("c", "d"): "One two",
        ("e", "#1"): "f",
        ("e", "#2", "g"): "h",
        ("t", "u v", "z"): "k",
    }


TEXT = st.lists(
    st.sampled_from(
        ["ship", "näïve", "e\u0301te\u0301", "😀", "A&amp;B", "5\\*3", "**bold**", "*it*", "[li](u)", "`co`", "\\[x\\]", "“so”", "&mdash;"]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)  # fmt: skip
SHAPES = [
    "{}",
    "> {}\n> {}",
    "- {}\n- {}\n  - {}",
    "# {}",
    "| {} | {} |\n|---|---|\n| {} | x |",
    "1. {}\n\n   {}",
    "![](a)\n*{}*",
]


@given(
    st.lists(st.tuples(st.sampled_from(SHAPES), TEXT, TEXT, TEXT), min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_word_leads_back_to_its_place(content: list[tuple[str, str, str, str]], newline: str) -> None:
    text = "\n\n".join(shape.format(*texts) for shape, *texts in content).replace("\n", newline)
    for each in read(Source("x.md", text)):
        for match in WORD.finditer(each.text):
            start, end = each.to_source(Span(*match.span()))
            assert text[start:end] == match.group()


@given(st.text(alphabet="ab *_[]()!<>&;{}%`$\n\r-|:#\\\"'=é😀\x01", max_size=150))
def test_any_text_is_read_and_every_place_exists(text: str) -> None:
    for head in ("", "---\n", "+++\n"):
        source = head + text + ("\n" + head if head else "")
        for each in read(Source("x.md", source)):
            for block in each.blocks:
                start, end = each.to_source(block.span)
                assert 0 <= start < end <= len(source)


@pytest.mark.parametrize(
    "hostile",
    [
        "{{< " * 50_000,
        "{% highlight %} " * 20_000,
        "- " * 5_000 + "x",
        "![a](" * 20_000,
        "$a_" * 30_000,
        "---\na: " + "[" * 20_000 + "\n---\nx",
        "---\n" + "- " * 20_000 + "x\n---\nx",
        "<!-- \n\n" * 20_000,
    ],
)
def test_hostile_markup_ends(hostile: str) -> None:
    # Were any of this read in more than linear time, the tests would not end.
    assert len(read(Source("x.md", hostile))) <= 1
