"""The plain text reader: what stands in a file, by its kind, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article
from newslint.article.text.reader import read
from newslint.source import Source

LONG = "The council met on Monday to hear the plan for the old harbour, which the mayor put forward in June."


def articles(text: str) -> list[Article]:
    return read(Source("article.txt", text))


def kinds(text: str) -> list[list[str]]:
    return [[block.kind for block in article.blocks] for article in articles(text)]


def blocks(text: str) -> list[tuple[str, str]]:
    return [(b.kind, a.text_of(b)) for a in articles(text) for b in a.blocks]


def test_an_article_from_headline_to_note() -> None:
    text = f"""Storm closes ports along the coast

Ferries cancelled until Thursday as winds reach 120 km/h

By Jan Smit and Ida Brandt

A wave breaks over the quay at Port Selby on Tuesday. (AP Photo/Lena Moss)

PORT SELBY, Norland (AP) — {LONG}

- Ports closed: nine
- Ferries cancelled: 41

Read more

PHOTO: Passengers wait in the terminal

Photo: Dana Wells
"""
    assert blocks(text) == [
        ("headline", "Storm closes ports along the coast"),
        ("standfirst", "Ferries cancelled until Thursday as winds reach 120 km/h"),
        ("byline", "By Jan Smit and Ida Brandt"),
        ("caption", "A wave breaks over the quay at Port Selby on Tuesday. (AP Photo/Lena Moss)"),
        ("dateline", "PORT SELBY, Norland (AP) —"),
        ("paragraph", LONG),
        ("item", "Ports closed: nine"),
        ("item", "Ferries cancelled: 41"),
        ("residue", "Read more"),
        ("caption", "Passengers wait in the terminal"),
        ("credit", "Photo: Dana Wells"),
    ]


def test_one_paragraph_a_line() -> None:
    text = (
        f"Storm closes ports\nBy Jan Smit\nVIENNA (Reuters) - {LONG}\n“Nothing like it,” said Karl Wenger.\n"
    )
    assert kinds(text) == [["headline", "byline", "dateline", "paragraph", "paragraph"]]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "STORM CLOSES PORTS\n\nThe storm closed all ports on Tuesday, officials said, and\n"
        "ferries were cancelled until Thursday. It was the third\nthis month.\n"
    )
    assert blocks(text)[1] == (
        "paragraph",
        "The storm closed all ports on Tuesday, officials said, and ferries were cancelled until Thursday. It was the third this month.",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"First headline here\n\n{LONG}\n\n\n\nSecond headline here\n\nA view of the quay. (AFP)\n\n{LONG}\n",
        f"First headline here\n\n{LONG}\n\n***\n\nSecond headline here\n\nBy Jan Smit\n\n{LONG}\n",
        f"First headline here\n\n{LONG}\n\nSecond headline here\n\nBy Jan Smit\n\n{LONG}\n",
        f"First headline here\n\n{LONG}\n\fSecond headline here\n\n{LONG}{LONG}\n",
        f"First headline here\r\n\r\n{LONG}\r\n\r\n\r\n\r\nSecond headline here\r\n\r\nBy Jan Smit\r\n\r\n{LONG}",
    ],
)
def test_two_articles_in_a_file(text: str) -> None:
    assert [found[0] for found in kinds(text)] == ["headline", "headline"]


@pytest.mark.parametrize(
    "text",
    [
        f"First headline here\n\n{LONG}\n\nWHAT HAPPENS NEXT\n\n{LONG}\n",
        f"First headline here\n\n{LONG}\n\n\n\n{LONG}\n",
        f"First headline here\n\n{LONG}\n\n***\n\n{LONG}\n",
        f"First headline here\n\n{LONG}\n\nLand and sea\n\nBy Land and Sea\n\n{LONG}",
    ],
)
def test_one_article_in_a_file(text: str) -> None:
    assert len(kinds(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n" * 1000, []),
        (" \t\r\n", []),
        ("One sentence stands here.", [["paragraph"]]),
        ("One sentence without a stop", [["paragraph"]]),
        ("Read more", [["paragraph"]]),
        ("A crane at dawn. (Reuters)\nA crane at dusk. (Reuters)\n", [["caption", "caption"]]),
        ("The council met. It was Monday.\n\nIt rained.", [["paragraph", "paragraph"]]),
        (f"A headline with a stop.\n\n{LONG}\n\n{LONG}x\n\n{LONG}y\n", [["headline"] + ["paragraph"] * 3]),
        ("A headline\r\rA paragraph follows.\r\rAnd one more.", [["headline", "paragraph", "paragraph"]]),
        (
            f"Same headline\n\nTT\n\nSAME  headline\n\n{LONG}",
            [["headline", "residue", "headline", "paragraph"]],
        ),
        (
            f"Headline\n\n{LONG}\n\n1. One\n2) Two\n(3) Three\na) Four\n• Five",
            [["paragraph"] * 2 + ["item"] * 5],
        ),
    ],
)
def test_small_files(text: str, expected: list[list[str]]) -> None:
    assert kinds(text) == expected


CAPTION = "Harbour workers load grain in Odesa"


@pytest.mark.parametrize(
    "credit",
    """. (AFP)|. (AP)|. (AP Photo/Geert Vanden Wijngaert)|. (AP Photo/Ida Brandt, File)| (AFP)|. REUTERS/Ida Brandt
. REUTERS/Ida Brandt/File Photo|. Photo: Dana Wells|. Photo by Dana Wells|. Omar Said/Getty Images|. Photo: Özgür Kaya
. Photograph: Eva Holm/The Guardian|. Photograph: Eva Holm for The Guardian| (Photo by Jan Smit / AFP)|. PA|. © AFP
. (Photo by Jan Smit/Getty Images)|. Jan Smit/Agence France-Presse — Getty Images|. Credit: Jan Smit/The New York Times
.Credit...Jan Smit for The New York Times|. (Image: Getty)| [Jan Smit/Reuters]| [Photo/Xinhua]|. © Jan Smit, AFP
. Courtesy of the Port Authority|. (Courtesy Port Authority)|. (Handout)|. (File photo)|. (Supplied)|. (dpa)|. (Jan Smit)
. (Jan Smit/The Washington Post)|. (Ukrainian Presidency via Reuters)|. (Press Service/Handout via REUTERS)|. Pic: PA
. EPA/Jan Smit|. EPA-EFE/JAN SMIT|. (Reuters/File)|. (Photo: Reuters)|. Picture: Jan Smit/AFP via Getty|. PHOTO: JAN SMIT
. (Asharq Al-Awsat)|. (Staff photo by Jan Smit)|. Jan Smit/The Globe and Mail|. (@portodesa/X)|. (Social media)
. Photograph: Jan Smit/AFP/Getty Images|. Photo courtesy of Jan Smit|. Photo / Dean Purcell|. (National Guard/Handout)""".replace(
        "\n", "|"
    ).split("|"),
)
def test_a_line_with_a_credit_is_a_caption(credit: str) -> None:
    (article,) = articles(f"{CAPTION}{credit}\n\n{LONG}\n")
    block = article.blocks[0]
    assert block.kind == "caption"
    assert block.credit is not None
    assert article.text[slice(*block.credit)] == credit.lstrip(". ")


@pytest.mark.parametrize(
    "line",
    [
        "CAPTION: Grain is loaded",
        "Caption: Grain is loaded",
        "CUTLINE: Grain is loaded",
        "Photo caption: Grain is loaded.",
        "PHOTO: Grain is loaded in Odesa",
        "Photo 2: Grain is loaded in Odesa",
        "FILE PHOTO: Grain is loaded in Odesa, June 3. REUTERS/Ida Brandt",
        "Image: Grain is loaded in Odesa",
        "Pictured: Grain is loaded in Odesa",
    ],
)
def test_a_line_that_says_so_is_a_caption_without_the_label(line: str) -> None:
    kind, text = blocks(f"{LONG}\n\n{line}\n\n{LONG}\n")[1]
    assert kind == "caption"
    assert text.startswith("Grain is loaded")


@pytest.mark.parametrize(
    "line",
    [
        "The council met on Monday (Reuters reported first).",
        "He spoke to the AP.",
        "The letter was signed by Smith and Jones (see page 4).",
        "The bill passed (48-46).",
        "Shares fell, according to Bloomberg.",
        "He is a member of the Social Democrats (SPD).",
        "The agency is known as the Saudi Press Agency (SPA).",
        "The Associated Press contributed to this report.",
        "Reporting by Jan Smit; editing by Ida Brandt",
        "He wants a better image. The Guardian said so.",
        "Image: what we want others to see",
        "Scores: Arden 3, Belmont 2 (AET)",
        "A spokesman told AFP: “We have seen the pictures.”",
        "NATO — the alliance — said on Monday that it had seen nothing.",
        "Sen. Ann Doe (D-Arden) — a former mayor — said so.",
        "New York — that is where it began.",
        "By Monday the water had gone.",
    ],
)
def test_what_only_looks_like_something_is_a_paragraph(line: str) -> None:
    assert blocks(f"Headline of it all\n\n{LONG}\n\n{line}\n\n{LONG}\n")[2] == ("paragraph", line)


@pytest.mark.parametrize(
    "line",
    """(Reuters)|Photo: Dana Wells|PHOTO: Dana Wells|AP Photo/Lena Moss|Getty Images|Photograph: Eva Holm/The Courier
Credit: Jan Smit|Credit...Jan Smit|REUTERS/Ida Brandt|(AP Photo/Lena Moss, File)|Photo courtesy of Jan Smit|Handout
[Jan Smit/Reuters]|© AFP|AFP/Getty Images|(Supplied)|PHOTO BY JAN SMIT|File photo""".replace("\n", "|").split(
        "|"
    ),
)
def test_a_credit_alone_is_no_caption(line: str) -> None:
    assert blocks(f"Headline of it all\n\n{LONG}\n\n{line}\n\n{LONG}\n")[2] == ("credit", line)


@pytest.mark.parametrize(
    "line",
    """By Jan Smit|By JAN SMIT|BY JAN SMIT|By Jan Smit, Ida Brandt and Tom Reid|By JAN SMIT, Associated Press|By AFP
By Jan Smit in Vienna|By Jan Smit, Political Editor|By our own correspondent|Jan Smit, staff writer|By The Associated Press
From our correspondent in Rome|By Sofía Álvarez-de la Cruz|By Jan Smit, health correspondent""".replace(
        "\n", "|"
    ).split("|"),
)
def test_bylines(line: str) -> None:
    assert blocks(f"Headline of it all\n\n{line}\n\n{LONG}\n\n{LONG}\n")[1] == ("byline", line)


@pytest.mark.parametrize(
    "dateline",
    """TRIPOLI, Libya (AP) —|VIENNA (Reuters) -|VIENNA —|WASHINGTON, July 3 (Reuters) -|Vienna (AFP) –|PARIS/BERLIN (Reuters) -
LONDON, 3 July 2025 (AFP) –|ST. PAUL, Minn. (AP) _|VIENNA --|(Reuters) -|AL-QA'IM, Iraq (AP) —|SÃO PAULO (AP) —""".replace(
        "\n", "|"
    ).split("|"),
)
def test_datelines(dateline: str) -> None:
    assert blocks(f"Headline of it all\n\n{dateline} {LONG}\n")[1:] == [
        ("dateline", dateline),
        ("paragraph", LONG),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n\n"])
def test_newlines_do_not_matter(newline: str, tail: str) -> None:
    text = f"Headline of it all\n\nBy Jan Smit\n\n{CAPTION}. (AFP)\n\n{LONG}\n\n😀 {LONG}{tail}"
    assert blocks(text.replace("\n", newline)) == blocks(text)


LINES = st.sampled_from(
    [
        *(
            "",
            "",
            "Storm closes ports",
            LONG,
            f"{CAPTION}. (AFP)",
            "CAPTION: Grain 😀 in Odesa",
            "By Jan Smit",
            "TT",
        ),
        *("***", "VIENNA (AP) — The storm 😀 goes on.", "- One", "  Indented é text. ", "(AFP)"),
        *("the harbour and the wall that was", "built in the year of the storm and"),
    ]
)


@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_block_stands_where_it_says(lines: list[str], newline: str) -> None:
    source = Source("a.txt", newline.join(lines))
    last = 0
    for article in read(source):
        for block in article.blocks:
            start, end = article.to_source(block.span)
            assert last <= start < end
            assert " ".join(source.text[start:end].split()) == " ".join(article.text_of(block).split())
            last = end
