"""Captions: the same again, again but for a slip, two pictures; their credits; the same in two articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from caption_pairs import DIFFERENT, DUPLICATE, NEAR, PAIRS
from conftest import Newslint

from newslint.article.readers import read
from newslint.article.recognise import credits
from newslint.checks.captions import _captions as captions
from newslint.checks.captions import conflicting_credit, duplicate, near_duplicate
from newslint.engine.locate import mapped
from newslint.language.analysis import Analysis
from newslint.source import Source

Found = Callable[..., list[dict[str, Any]]]

TEXT = "Council weighs plan\n\nThe council met on Monday.\n\nCAPTION: {}\n\nIt sat for two hours.\n\nCAPTION: {}\n\nIt was late.\n"
MARKDOWN = "# Council weighs plan\n\nIt met.\n\n![](one.jpg)\n*{}*\n\nIt sat.\n\n![](two.jpg)\n*{}*\n\nIt was late.\n"
PAGE = (
    "<article><h1>Council weighs plan</h1><p>It met on Monday.</p><figure><img src=1.jpg><figcaption>{}</figcaption></figure>"
    "<p>It sat.</p><figure><img src=2.jpg><figcaption>{}</figcaption></figure><p>It was late.</p></article>"
)


def rules(path: str, text: str) -> set[str]:
    """The rules on repeated captions that find something in a file."""
    found = set()
    for number, article in enumerate(read(Source(path, text))):
        analysis = Analysis(article)
        if any(duplicate.check(analysis, duplicate.Params(["caption"], 3))):
            found.add("duplicate")
        if any(near_duplicate.check(analysis, near_duplicate.Params())):
            found.add("near")
        params = conflicting_credit.Params()
        facts = [mapped(fact, article, number) for fact in conflicting_credit.collect(analysis, params)]
        if any(conflicting_credit.compare(facts, params)):
            found.add("credit")
    return found


@pytest.mark.parametrize(("path", "page"), [("a.txt", TEXT), ("a.md", MARKDOWN), ("a.html", PAGE)])
def test_pairs(path: str, page: str) -> None:
    expected: dict[str, list[set[str]]] = {
        DUPLICATE: [{"duplicate"}],
        NEAR: [{"near"}, {"credit"}],
        DIFFERENT: [set()],
    }
    wrong = [
        (one, two)
        for relation, one, two in PAIRS
        if rules(path, page.format(one, two)) not in expected[relation]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("Karl Wenger visits the port of Varnik on Monday.", "Karl Wenger visits the port of Varnick on Monday.", "has 'Varnick' where that has 'Varnik'"),
        ("Karl Wenger visits the port of Varnik on Monday.", "Karl Wenger visits the port of Varnik on Tuesday.", "has 'Tuesday' where that has 'Monday'"),
        ("Karl Wenger visits the port of Varnik on Monday.", "Karl Wenger visits the old port of Varnik on Monday.", "with 'old' added"),
        ("Karl Wenger visits the old port of Varnik on Monday.", "Karl Wenger visits the port of Varnik on Monday.", "without 'old'"),
        ("Karl Wenger visits the port of Varnik. (AFP)", "Karl Wenger visits the port of Varnik.", "only one of the two has the credit 'AFP'"),
        ("Karl Wenger visits Varnik port. (AFP)", "Karl Wenger visits Varnik port. (Jan Smit/AFP)", "credited to 'Jan Smit/AFP' here and to 'AFP' there"),
    ],
)  # fmt: skip
def test_the_message_says_what_differs(found: Found, tmp_path: Path, one: str, two: str, said: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(one, two), encoding="utf-8")
    (violation,) = found("--select", "captions")
    assert violation["rule"] == "captions/near-duplicate"
    assert said in violation["message"]
    assert violation["excerpt"] == two
    assert violation["related"][0]["line"] == 5


def test_each_repetition_is_found_once_and_whole(found: Found, tmp_path: Path) -> None:
    caption = "A crane loads grain at Varnik 😀. (AFP)"
    text = f"Port opens\r\n\r\n{caption}\r\n{caption}\r\n\r\nThe port opened on Monday.\r\n\r\nCAPTION: {caption}\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    violations = found("--select", "captions,repeats")
    assert [(v["rule"], v["line"], v["excerpt"]) for v in violations] == [
        ("captions/duplicate", 4, caption),
        ("captions/duplicate", 8, caption),
    ]


def test_a_caption_again_without_its_credit(found: Found, tmp_path: Path) -> None:
    text = "Port opens\n\nA crane loads grain at Varnik. Photo: Jan Smit\n\nA crane loads grain at Varnik.\n\nIt was Monday.\n"
    (tmp_path / "a.txt").write_text(text)
    (violation,) = found("--select", "captions,repeats")
    assert violation["rule"] == "captions/near-duplicate"
    assert "only one of the two has the credit 'Jan Smit'" in violation["message"]


def test_ten_thousand_captions(found: Found, tmp_path: Path) -> None:
    (tmp_path / "same.txt").write_text("A crane loads grain at Varnik on Monday. (AFP)\n" * 10_000)
    (tmp_path / "alike.txt").write_text(
        "".join(f"Crane {n} loads grain at Varnik on Monday. (AFP)\n" for n in range(10_000))
    )
    violations = found("--select", "captions/duplicate,captions/near-duplicate", "--fail-on", "error")
    assert sum(v["path"] == "same.txt" for v in violations) == 9_999


def test_captions_of_two_articles(found: Found, tmp_path: Path) -> None:
    caption = "A crane loads grain at the port of Varnik on Monday."
    (tmp_path / "a.txt").write_text(f"Port opens\n\n{caption} (AFP)\n\nThe port opened on Monday.\n")
    (tmp_path / "b.txt").write_text(f"Port shuts\n\n{caption} (Reuters)\n\nThe port shut on Friday.\n")
    (tmp_path / "c.txt").write_text(f"Port burns\n\n{caption} (Jan Smit/AFP)\n\nThe port burnt on Sunday.\n")
    reused = found("--select", "captions/reused")
    assert [(v["path"], v["line"]) for v in reused] == [("b.txt", 3), ("c.txt", 3)]
    assert "a.txt, line 3" in reused[0]["message"]
    (conflict,) = found("--select", "captions/conflicting-credit")
    assert conflict["path"] == "b.txt"
    assert "credited to Reuters" in conflict["message"]
    assert "credited to AFP" in conflict["message"]


def test_strict_rules_are_silent_by_default(found: Found, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Port opens\n\nCAPTION: A crane at Varnik.\n\nThe port opened on Monday.\n"
    )
    assert found("--select", "captions") == []
    assert [v["rule"] for v in found("--select", "captions", "--level", "strict")] == ["captions/no-credit"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“Safe”, he says", '"Safe", he says.', True),
        ("the north stand – closed", "the north stand—closed", True),
        ("Karl’s  house…", "Karl's house...", True),
        ("Karl's house", "Karl's houses", False),
        ("5 people", "6 people", False),
        ("the President", "the president", False),
    ],
)
def test_what_makes_two_captions_the_same(one: str, other: str, same: bool) -> None:
    assert (captions.plain(one) == captions.plain(other)) is same


GALLERY = (
    "<html><body><article><h1>Ida Brandt's coats</h1><p>The singer wore a new coat on each evening of the festival.</p>"
    "<figure><img src={}.jpg><figcaption>Ida Brandt at the festival in Torvale. Jan Smit/Getty Images</figcaption></figure>"
    "<p>On Friday it was red, and on Saturday it was blue and had no sleeves at all, which many liked.</p>"
    "<figure><img src={}.jpg><figcaption>Ida Brandt at the festival in Torvale. {}/Getty Images</figcaption></figure>"
    "<p>On Sunday she wore the red coat again, the one that her mother had made for her in 1998.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("one", "other", "photographer"),
    [("red", "blue", "Jan Smit"), ("red", "blue", "Eva Holm"), ("red", "red", "Jan Smit")],
)
def test_pictures_of_a_published_page_may_have_one_caption(one: str, other: str, photographer: str) -> None:
    assert rules("page.html", GALLERY.format(one, other, photographer)) == set()


def test_one_picture_of_a_published_page_has_one_credit() -> None:
    page = GALLERY.format("red", "red", "Eva Holm").replace("Jan Smit/Getty Images", "Reuters")
    assert rules("page.html", page) == {"credit"}


@pytest.mark.parametrize(
    "label",
    [
        *(
            "Image Credits: {}",
            "Photo Credits: {}",
            "PHOTO CREDITS: {}",
            "IMAGES: {}",
            "Photos: {}",
            "Pictures by {}",
        ),
        *(
            "Photography by {}",
            "Photographs: {}",
            "Illustrations by {}",
            "Photo illustration: {}",
            "Graphics: {}",
        ),
        *("Video: {}", "Maps by {}", "Images courtesy of {}", "Credits: {}", "Pics: {}"),
    ],
)
def test_labels_of_credits(label: str) -> None:
    line = label.format("Ida Brandt")
    found = credits.credit(f"A ferry leaves Halm. {line}")
    assert found is not None
    assert (found.start, credits.is_credit(line)) == (21, True)
    assert captions.credit_key(line) == {"ida", "brandt"}


@pytest.mark.parametrize(
    "line",
    [
        "Video: Storm hits Halm",
        "Illustrations of the plan",
        "Maps by which they sailed",
        "Credits: how to pay",
    ],
)
def test_what_looks_like_the_label_of_a_credit(line: str) -> None:
    assert credits.credit(f"A ferry leaves Halm. {line}") is None


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_captions_in_brackets_are_read_without_them(newslint: Newslint, tmp_path: Path, name: str) -> None:
    lines = [
        "Harbour opens to grain ships again",
        "[PHOTO: Dock workers load grain in Odesa [southern Ukraine]. (AP Photo/Anna Berg)]",
        "[Caption: The council met on Monday.]",
        "[ Boats lie at the quay at dusk. (Reuters) ]",
        "[PHOTO: Dock workers load grain in Odesa [southern Ukraine]. (AP Photo/Anna Burg)]",
        "[Photo: A crane] lifted the last bag, the harbour master said on Friday evening.",
        "[They] met again on Friday, the mayor [Jo Bell] said.",
    ]
    (tmp_path / name).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    (article,) = json.loads(newslint("outline", "--output-format", "json", name).stdout)["articles"]
    read = [(block["kind"], block["text"]) for block in article["blocks"]][1:]
    assert read == [
        ("caption", "Dock workers load grain in Odesa [southern Ukraine]. (AP Photo/Anna Berg)"),
        ("caption", "The council met on Monday."),
        ("caption", "Boats lie at the quay at dusk. (Reuters)"),
        ("caption", "Dock workers load grain in Odesa [southern Ukraine]. (AP Photo/Anna Burg)"),
        ("paragraph", lines[5]),
        ("paragraph", lines[6]),
    ]
    report = newslint("check", "--output-format", "concise", name).stdout
    assert "unpaired-bracket" not in report
    assert "credited to 'AP Photo/Anna Burg' here" in report


def test_a_wrapped_caption_in_brackets(newslint: Newslint, tmp_path: Path) -> None:
    text = (
        "[PHOTO: Dock workers load grain into the hold of a ship in the harbour of\n"
        "Odesa, from which the first convoy sailed on Monday. (AP Photo/Anna Berg)]\n\nIt rained.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,) = json.loads(newslint("outline", "--output-format", "json", "a.txt").stdout)["articles"]
    block = article["blocks"][0]
    assert block["kind"] == "caption"
    assert block["text"].startswith("Dock workers")
    assert block["text"].endswith("Odesa, from which the first convoy sailed on Monday. (AP Photo/Anna Berg)")
    assert (block["line"], block["column"], block["end_line"]) == (1, 9, 2)
