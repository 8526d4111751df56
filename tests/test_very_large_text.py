"""A very large text is checked in sections; every place is that of the whole file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newslint.engine import sections
from newslint.engine.lint import lint
from newslint.engine.report import Report
from newslint.engine.settings import Settings
from newslint.packs.rule_file import load_pack
from newslint.rules import shipped_folder
from newslint.source import Position, Source

RULES = [
    rule for rule in load_pack(shipped_folder()) if rule.name in ("typos/doubled-word", "captions/reused")
]
PARAGRAPHS = [
    f"The council met in the the hall {number} on Monday, and it voted for a wall.\n\n(Photo: Ann Berg/{number})"
    for number in range(40)
]


def _places(report: Report) -> list[object]:
    facts = [replace(fact, article=0) for each in report.facts.values() for fact in each]
    return [report.violations, facts, report.words]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_whole_file(monkeypatch: pytest.MonkeyPatch, line_end: str) -> None:
    source = Source("a.txt", "\n\n".join(PARAGRAPHS).replace("\n", line_end))
    whole = lint(source, Settings(RULES))
    monkeypatch.setattr(sections, "_SECTION", 300)
    parts = [part for part, _ in sections.sections(source)]
    assert len(parts) > 5
    assert "".join(part.text for part in parts) == source.text
    in_parts = lint(source, Settings(RULES))
    assert _places(in_parts) == _places(whole)
    for violation in in_parts.violations:
        assert source.text[source.offset(Position(*violation.place[:2])) :].startswith(violation.excerpt)
        assert violation.fix is not None
        assert all(source.text[edit.start : edit.end].strip() == "the" for edit in violation.fix.edits)


def test_a_text_without_empty_lines_is_one_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "_SECTION", 100)
    source = Source("a.txt", "The council met in the the hall.\n" * 100)
    assert [part.text for part, _ in sections.sections(source)] == [source.text]
    assert len(lint(source, Settings(RULES)).violations) == 100
