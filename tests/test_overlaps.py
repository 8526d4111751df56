"""One defect raises one alarm, and the order of the rules changes nothing."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.model import Finding
from newslint.engine.lint import lint
from newslint.engine.overlaps import Places, stronger_rules
from newslint.engine.report import Report
from newslint.engine.settings import Settings
from newslint.packs.name_list_file import shipped_names
from newslint.packs.rule_file import load_pack
from newslint.rules import REGULAR, Rule, shipped_folder
from newslint.source import Source, Span

TEXTS = [
    ("a.txt", "Notes\n\nBy Jo Bell\n\nThe minister would would not say when the vote was lead by them.\n"),
    ("b.txt", "Your vote matters, and your the only one who can cast it. He has went to to the the hall, teh mayor said.\n"),
    ("c.txt", "M&uuml;ller measured 80&deg;C at the quay, the the clerk said . It recieved a the prize.\n"),
    (
        "d.md",
        "# Ferry docks\n\n![](a.jpg)\n*Captain Ulla Varnick steers the ferry into Gothenburg harbour on Monday morning.*\n\n"
        "The ferry came in on Monday. Varnik said so in Gothenburg. She left Gothenburg later. <!-- newslint: off typos -->\n\n"
        "It was was late.\n\n![](b.jpg)\n"
        "*Captain Ulla Varnick steers the ferry into Gothenberg harbour on Monday morning.*\n",
    ),
]  # fmt: skip


@cache
def _rules() -> list[Rule]:
    return load_pack(shipped_folder())


def _linted(text: str, path: str, rules: list[Rule]) -> Report:
    return lint(Source(path, text), Settings(rules, names=shipped_names()))


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_the_order_of_the_rules_changes_nothing(data: st.DataObject) -> None:
    path, text = data.draw(st.sampled_from(TEXTS))
    shuffled = data.draw(st.permutations(_rules()))
    assert _linted(text, path, list(shuffled)) == _linted(text, path, _rules())


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The minister would would not say when.", ["typos/doubled-word"]),
        ("Your vote matters, and your the only one who can cast it.", ["typos/confused-word"]),
        ("M&uuml;ller came on Monday, the harbour office said.", ["residue/broken-characters"]),
        (
            "CAPTION: Captain Ulla Lund steers the ferry into Gothenburg harbour on Monday morning.\n\n"
            "The ferry came in on Monday.\n\n"
            "CAPTION: Captain Ulla Lund steers the ferry into Gothenberg harbour on Monday morning.",
            ["captions/near-duplicate"],
        ),
        (
            "CAPTION: Captain Ulla Varnick steers the ferry into the harbour on Monday morning.\n\n"
            "Ulla Varnick steered well, the town said. Varnick will steer again.\n\n"
            "CAPTION: Captain Ulla Varnik steers the ferry into the harbour on Monday morning.",
            ["captions/near-duplicate"],
        ),
    ],
)
def test_one_defect_raises_one_alarm(text: str, rules: list[str]) -> None:
    regular = [rule for rule in _rules() if rule.level == REGULAR]
    text = f"Ferry docks in the harbour\n\nBy Jo Bell\n\n{text}\n"
    assert [v.rule for v in _linted(text, "a.txt", regular).violations] == rules


def test_a_rule_that_yields_speaks_where_the_other_does_not_run() -> None:
    spacing = [rule for rule in _rules() if rule.name == "punctuation/spacing"]
    text = "M&uuml;ller came on Monday, the harbour office said.\n"
    assert [v.rule for v in _linted(text, "a.txt", spacing).violations] == ["punctuation/spacing"]


def test_what_is_silenced_brings_no_other_alarm_up() -> None:
    text = "<!-- newslint: off typos/doubled-word -->\n\nThe minister would would not say when.\n"
    report = _linted(text, "a.md", [rule for rule in _rules() if rule.family == "typos"])
    assert [v.rule for v in report.violations] == []
    assert [each.violation.rule for each in report.silenced] == ["typos/doubled-word"]


def test_rules_yield_to_rules_that_there_are_and_never_in_a_circle() -> None:
    rules = _rules()
    graph = {rule.name: stronger_rules(rule, rules) for rule in rules}
    for rule in rules:
        for name in rule.yields_to:
            assert any(other.called(name) for other in rules), f"{rule.name} yields to {name}"
    done: set[str] = set()
    while left := [name for name in graph if name not in done and done.issuperset(graph[name])]:
        done.update(left)
    assert done == set(graph)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6))), st.integers(0, 30), st.integers(1, 6))
def test_places_answer_as_a_comparison_of_all_would(
    spans: list[tuple[int, int]], at: int, length: int
) -> None:
    findings = [Finding(start, start + long) for start, long in spans]
    wanted = any(start < at + length and at < start + long for start, long in spans)
    assert Places(findings).touch(Finding(at, at + length)) == wanted
    within = [Finding(0, 40, defects=[Span(start, start + long)]) for start, long in spans]
    assert Places(within).touch(Finding(at, at + length)) == wanted
