"""What is said of a comment that is meant to silence a rule and can't, or has nothing left to silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Found, Newslint

WRONG = "They recieved it on Monday."


def _said(found: Found, folder: Path, text: str, name: str = "a.md") -> list[tuple[str, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    return [(v["rule"], v["message"]) for v in found(name) if v["rule"].startswith("suppressions/")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- newslint: off typos/nosuch -->", "There is no rule or family 'typos/nosuch'; 'newslint rules' lists them."),
        ("<!-- newslint: off typos/mispelling -->", "There is no rule or family 'typos/mispelling'; did you mean 'typos/misspelling'?"),
        ("<!-- newslint: off -->", "This comment names no rule; write <!-- newslint: off RULE --> with the rule or family to silence."),
        ("<!-- newslint: off -- two people -->", "This comment names no rule; write <!-- newslint: off RULE --> with the rule or family to silence."),
        *(
            (comment, "newslint doesn't understand this comment; write <!-- newslint: off typos --> on a line of its own before the paragraph.")
            for comment in (
                "<!-- newslint off typos -->",
                "<!-- newslint-disable typos -->",
                "<!-- newslint-disable-next-line typos -->",
                "<!-- newslint: disable typos -->",
                "<!-- newslint: ignore=typos -->",
                "<!-- Newslint: Off typos -->",
                "<!-- newslint noqa: typos -->",
            )
        ),
        ("<!-- newslint: on -->", "newslint doesn't understand this comment; write <!-- newslint: off RULE --> on a line of its own before the paragraph."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_comment_that_cannot_work(
    found: Found, tmp_path: Path, name: str, comment: str, message: str
) -> None:
    text = f"{comment}\n\n{WRONG}\n" if name == "a.md" else f"{comment}\n<p>{WRONG}</p>\n"
    assert _said(found, tmp_path, text, name) == [("suppressions/invalid", message)]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{off: [typo]}", "There is no rule or family 'typo'; did you mean 'typos'?"),
        ("{disable: [typos]}", "newslint doesn't understand this entry; write newslint: {off: [typos]}."),
        ("{ignore: true}", "newslint doesn't understand this entry; write newslint: {off: [RULE]}."),
        ("off", "newslint doesn't understand this entry; write newslint: {off: [RULE]}."),
        ("{off: ','}", "This entry names no rule; write newslint: {off: [RULE]} with the rule or family to silence."),
        ("{off: [figures], reason: a table}", "This front matter entry silences figures, but nothing is wrong in this file any more; remove it."),
    ],
)  # fmt: skip
def test_front_matter_that_cannot_work(found: Found, tmp_path: Path, entry: str, message: str) -> None:
    said = _said(found, tmp_path, f"---\ntitle: Port\nnewslint: {entry}\n---\n\n{WRONG}\n")
    assert [text for _, text in said] == [message]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"{WRONG} <!-- newslint: off typos -->\n\nThe ferry sailed.\n"),
        ("a.md", f"{WRONG} <!-- newslint: off typos -->\n"),
        ("a.html", f"<p>{WRONG} <!-- newslint: off typos --></p>\n<p>The ferry sailed.</p>\n"),
    ],
)
def test_a_comment_behind_its_text(found: Found, tmp_path: Path, name: str, text: str) -> None:
    said = (
        "This comment follows the text it should silence; put it on a line of its own before the paragraph."
    )
    assert _said(found, tmp_path, text, name) == [("suppressions/invalid", said)]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- newslint: off typos -- as printed -->\n\n{WRONG}\n",
        f"<!-- newslint:off typos/misspelling, names -->\n\n{WRONG}\n",
        f"---\nnewslint: {{off: [typos], reason: as printed}}\n---\n\n{WRONG}\n",
        f"<!-- the desk runs newslint on this page -->\n\n{WRONG}\n",
        f"<!-- newslint found this on Monday -->\n\n{WRONG}\n",
        f"<!-- newslint: off captions/reused -->\n\n{WRONG}\n",  # a rule that does not run at this level
    ],
)
def test_comments_of_which_nothing_is_said(found: Found, tmp_path: Path, text: str) -> None:
    assert _said(found, tmp_path, text) == []


def test_the_comment_itself_is_shown(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("<!-- newslint: off typos -->\n\nThe ferry sailed.\n", encoding="utf-8")
    lines = [line.strip(" │|") for line in newslint("check", "a.md").stdout.splitlines()]
    assert any(line.endswith("<!-- newslint: off typos -->") for line in lines)
    assert any(line.endswith("^" * len("<!-- newslint: off typos -->")) for line in lines)
