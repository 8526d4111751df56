"""What docs/fixes.md promises of safe fixes, over the whole list of misspellings and over texts made for it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import violations

from newslint.engine.report import Violation
from newslint.language.names.person_names import is_known
from newslint.language.tables.data_files import data_path

MISSPELLING = "typos/misspelling"
_PARTS = 8  # of the list, a test each
_A_TEXT = 200  # words in one text; what has many more is no copy, and is left alone


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    rows = data_path("misspellings.txt").read_text(encoding="utf-8").splitlines()
    return {
        wrong: tuple(right.split(", ")) for wrong, _, right in (row.partition("\t") for row in rows) if right
    }


@cache
def _words() -> list[str]:
    return sorted(_listed())


def _written(v: Violation) -> tuple[str, str, str]:
    """A violation's word, what its fix writes for it, and how far that may be trusted."""
    assert v.fix is not None
    (edit,) = v.fix.edits
    assert (edit.place, edit.old) == (v.place, v.excerpt)
    return edit.old, edit.content, v.fix.applicability


@pytest.mark.parametrize("part", range(_PARTS))
def test_a_safe_fix_writes_what_the_list_says(part: int) -> None:
    """Each word of the list in a sentence of its own; nearly all are mended, and none as the list does not say."""
    words = _words()[part::_PARTS]
    written = []
    for first in range(0, len(words), _A_TEXT):
        some = words[first : first + _A_TEXT]
        text = "\n\n".join(f"The clerk of the harbour spoke of {word} in the hall." for word in some)
        written += [_written(v) for v in violations(MISSPELLING, text)]
    safe = {old: content for old, content, applicability in written if applicability == "safe"}
    assert [old for old, content in safe.items() if _listed()[old] != (content,)] == []
    assert [old for old in safe if is_known(old.capitalize())] == []
    assert len(safe) > 0.9 * len(words)
    listed_first = [old for old, content, _ in written if old in _listed() and content in _listed()[old]]
    assert len(listed_first) > 0.997 * sum(old in _listed() for old, _, _ in written)


@settings(deadline=None)  # the first example opens the lists
@given(st.data())
def test_only_a_whole_word_in_small_letters_is_mended_unseen(data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(_words()))
    frame = data.draw(
        st.sampled_from(
            ["The {} was long.", "{} was long.", "It said “{}” once.", "A newly-{} clerk.", "A {}-like thing.",
             "The {}'s end.", "In {} Lane.", "The {} and the {} met.", "He wrote {}—and left.", "Its /{} page."]
        )
    )  # fmt: skip
    shown = data.draw(st.sampled_from([word, word.capitalize(), word.upper()]))
    text = frame.replace("{}", shown)
    for old, content, applicability in (_written(v) for v in violations(MISSPELLING, text) if v.fix):
        if applicability == "safe":
            assert old.islower()
            assert (content,) == _listed()[old]
            assert f"-{old}" not in text and f"{old}-" not in text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("She went tothe hall.", "to the"),
        ("They said that noone came.", "no one"),
        ("He waited upto two hours.", "up to"),
        ("It rained alot in May.", "a lot"),
    ],
)
def test_a_listed_correction_of_two_words(text: str, mended: str) -> None:
    (violation,) = violations(MISSPELLING, text)
    assert violation.suggestions[0] == mended
