"""A fix stays fixed: a second run changes nothing, no advice turns back, and markup stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import readers
from newslint.engine.fix import Fixed
from newslint.engine.lint import lint
from newslint.engine.report import Fix, FixEdit, Violation
from newslint.engine.settings import Settings
from newslint.engine.settle import markup_of, settled
from newslint.packs.rule_file import load_pack
from newslint.rules import REGULAR, shipped_folder
from newslint.source import Place, Source, Span

# Pieces of which fixes are made that uncover, or undo, one another, and of markup that they may break.
PIECES = [
    "The council met ", "in in ", "the the ", "teh ", "recieve ", " .", " , ", "said.The ", "“", "”", '"', "‘", "’", "(", ")", "**",
    "*", "_", "\n", "\n\n", "![]()", "![the pool](a.jpg)", "[a link](b)", "<b>", "</b>", "&quot;", "&quot", "`", "<!-- x -->", "{{< icon >}}",
    "a engineer ", "rite of passage ", "lived to tell the tale", "would lead to ", "on Monday.", "He  said ", "- ", "> ", "# ", "1. ", "\\",
    "A man walks home today. ", "A man walks home today.", "Nobody was hurt.",
]  # fmt: skip


@cache
def _settings() -> Settings:
    return Settings([rule for rule in load_pack(shipped_folder()) if rule.level == REGULAR])


def _check(source: Source) -> list[Violation]:
    return lint(source, _settings()).violations


def _markup(source: Source, edits: Sequence[FixEdit] = ()) -> str:
    return markup_of(source, readers.read(source, {}, ()), edits)


def _settled(text: str, path: str, least: str) -> Fixed:
    source = Source(path, text)
    return settled(source, _check(source), least, _check, _markup)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
    st.sampled_from(["safe", "unsafe"]),
)
def test_a_second_run_changes_nothing(text: str, path: str, least: str) -> None:
    once = _settled(text, path, least)
    assert _settled(once.text, path, least).text == once.text
    edits = [edit for v in once.applied if v.fix for edit in v.fix.edits]
    if all(
        edit.content or edit.old.isspace() or edit.old.strip().isalpha() for edit in edits
    ):  # no block is deleted
        assert _markup(Source(path, once.text)) == _markup(Source(path, text))


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It fell on Monday.**Nobody was hurt.**\n", None),
        ("![](a.jpg)\n*A man walks\nhome today. *\n", None),
        ("The **council** met in in the **hall** .\n", "The **council** met in the **hall**.\n"),
        ("She said.The *end* is near , he said.\n", "She said. The *end* is near, he said.\n"),
        (
            "They met at [the the harbour office](a.html) on *Monday*.\n",
            "They met at [the harbour office](a.html) on *Monday*.\n",
        ),
    ],
)
def test_markup_is_left_as_it_was(text: str, fixed: str | None) -> None:
    assert _settled(text, "a.md", "unsafe").text == (fixed or text)


def _violation(source: Source, rule: str, start: int, end: int, content: str) -> Violation:
    edit = FixEdit(source.place(Span(start, end)), content, start, end, source.text[start:end])
    return Violation(source.path, Place(1, 1, 1, 2), rule, "error", "", edit.old, fix=Fix("safe", (edit,)))


def _replacing(**changes: str) -> object:
    """A check by which each word is to be another."""

    def check(source: Source) -> list[Violation]:
        found = []
        for wrong, right in changes.items():
            at = source.text.find(wrong)
            if at >= 0:
                found.append(_violation(source, f"{wrong}-{right}", at, at + len(wrong), right))
        return found

    return check


@pytest.mark.parametrize(
    ("changes", "text", "fixed"),
    [
        ({"one": "two", "two": "three"}, "one", "three"),  # one uncovers the other
        ({"rite": "right", "right": "rite"}, "a rite", "a rite"),  # they take each other back
        ({"a": "b", "b": "c", "c": "a"}, "a", "a"),
        (
            {"x": "y", "rite": "right", "right": "rite"},
            "x rite",
            "y rite",
        ),  # the others are made all the same
        ({"o": "oo"}, "no", "no"),  # it never ends
    ],
)
def test_what_goes_round_in_circles_is_left_as_it_was(changes: dict[str, str], text: str, fixed: str) -> None:
    check = _replacing(**changes)
    source = Source("a.txt", text)
    change = settled(source, check(source), "safe", check, lambda *_: "")  # type: ignore[operator, arg-type]
    assert change.text == fixed
    again = settled(Source("a.txt", fixed), check(Source("a.txt", fixed)), "safe", check, lambda *_: "")  # type: ignore[operator, arg-type]
    assert again.text == fixed


def test_a_space_before_a_mark_is_mended_unseen() -> None:
    text = "She left .It was late. “Yes” , he said . The pool was open; the file is .net and odds are .22.\n"
    fixed = "She left. It was late. “Yes”, he said. The pool was open; the file is .net and odds are .22.\n"
    assert _settled(text, "a.txt", "safe").text == fixed
