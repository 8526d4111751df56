"""What stands twice, and what content systems, templates and conversions leave in copy."""

from __future__ import annotations

import pytest

from newslint.article.readers import read
from newslint.checks.captions import duplicate
from newslint.checks.residue import broken_characters, placeholder, widget_label
from newslint.language.analysis import Analysis
from newslint.source import Source

PARAGRAPH = "The council voted on Monday to rebuild the harbour wall."
OTHER = "Work begins in May and will take two years, the mayor said."


def repeated(text: str, kind: str = "paragraph") -> list[int]:
    """The lines on which a block of this kind stands again."""
    kinds = ["paragraph", "item"] if kind == "paragraph" else [kind]
    params = duplicate.Params(kinds, 6 if kind == "paragraph" else 2, background=kind == "paragraph")
    source = Source("a.txt", text)
    return [
        source.position(article.to_source(article.blocks[article.block_index(finding.start)].span).start).line
        for article in read(source)
        for finding in duplicate.check(Analysis(article), params)
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{PARAGRAPH}\n\n{OTHER}\n\n{PARAGRAPH}\n", [5]),
        (f"{PARAGRAPH}\r\n\r\n{PARAGRAPH}\r\n\r\n{PARAGRAPH}", [3, 5]),
        ('“We win,” the mayor of Arden said.\n\nIt rained.\n\n"We win", the mayor of Arden said.\n', [5]),
        ("- The wall is rebuilt in stone.\n\nIt rained.\n\n- The wall is rebuilt in stone.\n", [5]),
        (f"{PARAGRAPH}\n\n{OTHER}\n", []),
        (f"{PARAGRAPH}\n\n{PARAGRAPH.replace('Monday', 'Tuesday')}\n", []),
        ("The vote was close.\n\nIt rained.\n\nThe vote was close.\n", []),  # short
    ],
)
def test_repeated_paragraphs(text: str, lines: list[int]) -> None:
    assert repeated(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        f"Correction: An earlier version gave the wrong length of the wall.\n\n{OTHER}\n\n"
        "Correction: An earlier version gave the wrong length of the wall.\n",
        "".join(
            f"{hour}.15 The ministers do something.\n\nThe talks follow three years of dispute.\n\n"
            for hour in (10, 11, 12)
        ),
        "".join(f"Verse {n} tells of a storm.\n\nRow, row, row the ferry home.\n\n" for n in range(4)),
    ],
    ids=["note", "live blog", "refrain"],
)
def test_lines_that_may_stand_again(text: str) -> None:
    assert repeated(text) == []


def test_a_line_pasted_twice_in_a_row_is_found_in_a_live_blog() -> None:
    text = (
        "".join(f"{h}.15 The ministers do something.\n\n" for h in (10, 11, 12))
        + f"{PARAGRAPH}\n\n{PARAGRAPH}\n"
    )
    assert repeated(text) == [9]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"Council votes for wall\n\nTT\n\nCouncil votes for wall\n\n{PARAGRAPH}\n\n{OTHER}\n", [5]),
        (f"Council votes for wall\n\nCOUNCIL VOTES FOR WALL\n\n{PARAGRAPH}\n\n{OTHER}\n", [3]),
        (f"Council votes for wall\n\nCouncil votes for wall were few.\n\n{PARAGRAPH}\n\n{OTHER}\n", []),
    ],
)
def test_repeated_headlines(text: str, lines: list[int]) -> None:
    assert repeated(text, "headline") == lines


def labels(text: str) -> list[str]:
    return [
        article.text[finding.start : finding.end]
        for article in read(Source("a.txt", text))
        for finding in widget_label.check(Analysis(article), widget_label.Params())
    ]


@pytest.mark.parametrize(
    "label",
    [
        "TT",
        "Aa",
        "Share",
        "Read more",
        "READ MORE:",
        "Advertisement",
        "Story continues below advertisement",
        "12 comments",
        "Share this article",
        "• Print",
        "Related stories",
        "3 min read",
        "Click to enlarge",
        "Sign up for our newsletter",
    ],
)
def test_labels_are_found(label: str) -> None:
    assert labels(f"Council votes for wall\n\n{PARAGRAPH}\n\n{label}\n\n{OTHER}\n") == [label]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Read more about the wall on page 4.",
        "What happens next",
        "Comment",
        "The AA said so.",
        "Related:",
        "Shares",
        "Q: Share what?",
        "The print run was 900.",
    ],
)
def test_copy_is_no_label(line: str) -> None:
    expected = [line] if line == "Related:" else []
    assert labels(f"Council votes for wall\n\n{PARAGRAPH}\n\n{line}\n\n{OTHER}\n") == expected


def test_a_label_alone_is_the_article() -> None:
    assert labels("Share") == []


def placeholders(text: str) -> list[str]:
    return [
        article.text[finding.start : finding.end]
        for article in read(Source("a.txt", text))
        for finding in placeholder.check(Analysis(article), placeholder.Params())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall will cost TK, the mayor said.", ["TK"]),
        ("The wall is TKTK long and TK TK high.", ["TKTK", "TK TK"]),
        ("Lorem ipsum dolor sit amet, they wrote.", ["Lorem ipsum dolor sit amet"]),
        ("The wall [insert length] was built [TBC].", ["[insert length]", "[TBC]"]),
        ("The headline goes here and IMG_4512.JPG there.", ["headline goes here", "IMG_4512.JPG"]),
        ("The wall is xxxx metres long.", ["xxxx"]),
        ("He earned ??? crowns a year.", ["???"]),
        ("Flight TK 1953 landed, and TK Maxx opened.", []),
        ("“Really???” he asked, and left.", []),
        ("Super Bowl XXX was played here.", []),
        ("He put the name here and the date there.", []),
    ],
)
def test_placeholders(text: str, expected: list[str]) -> None:
    assert placeholders(text) == expected


def broken(text: str) -> list[tuple[str, list[str]]]:
    return [
        (article.text[finding.start : finding.end], finding.suggestions)
        for article in read(Source("a.txt", text))
        for finding in broken_characters.check(Analysis(article), broken_characters.Params())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayorâ€™s plan for the cafÃ© was good.", [("â€™", ["’"]), ("Ã©", ["é"])]),
        ("The mayor‚Äôs plan for the caf√© was good.", [("‚Äô", ["’"]), ("√©", ["é"])]),
        ("The mayorвЂ™s plan was good.", [("вЂ™", ["’"])]),
        (
            "Fish &amp; chips cost 4&nbsp;crowns, &#8220;or so.",
            [("&amp;", ["&"]), ("&nbsp;", [" "]), ("&#8220;", ["“"])],
        ),
        ("The pla\u200bn was\u0083 adopted.", [("\u200b", [""]), ("\u0083", [""])]),
        ("The caf\ufffd was closed.", [("caf\ufffd", [])]),
        ("She called it â€œa reliefâ€, she said.", [("â€œ", ["“"]), ("â€", ["”"])]),
        ("A long â€ and donâ€t.", [("donâ€t", []), ("â€", [])]),
        # Taken apart by a later conversion, or broken twice.
        ("JimA\u0303\xa9nez met GA\u03031\u20444nter.", [("A\u0303\xa9", ["é"]), ("A\u03031\u20444", ["ü"])]),
        ("SaA\u0303\x83A\u0302ol met JesA\u0303os.", [("A\u0303\x83A\u0302o", ["ú"]), ("A\u0303o", ["ú"])]),
        ("The rÃ©sumÃ© was long.", [("Ã©sumÃ©", ["ésumé"])]),
        ("JOA\u0303O, SA\u0303o and Å’s “Ã”.", []),
        ("Âge, Ålesund, SÃO PAULO, Århus: «Naïve» café — it’s 5 °C, √2 and ¬p.", []),
        ("AT&T and R&D; fish & chips; a family 👨\u200d👩\u200d👧 and می\u200cخواهم.", []),
        ("Die Straße, “Çağla” and ‚low‘ quotes in Київ.", []),
    ],
)
def test_broken_characters(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert sorted(broken(text)) == sorted(expected)


def test_an_article_full_of_broken_characters_has_one_finding_that_mends_them() -> None:
    (article,) = read(Source("a.txt", "The mayorâ€™s cafÃ© in MÃ¼nster is a â€œreliefâ€ for all, she said."))
    (finding,) = broken_characters.check(Analysis(article), broken_characters.Params())
    assert finding.values == {"count": 5}
    assert [edit.content for edit in finding.edits] == ["’", "é", "ü", "“", "”"]
