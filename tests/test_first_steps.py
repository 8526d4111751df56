"""What a newcomer stumbles over: each slip is answered with what to write instead."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import Newslint

from newslint import rules
from newslint.checks.model import ArticleCheck, Fact, FactFinding, Finding, ProjectCheck, fills
from newslint.source import Span

DOUBLED = "The council met in in the hall.\n"
RULE = """\
summary: A word.
check: {check}
message: "{message}"
explain: Why.
bad:
  - A [[ferry]] there.
good: ["A boat there."]
"""


class Params(NamedTuple):
    """None."""


def _miscounted(analysis: Any, params: Params) -> Iterator[Finding]:
    if (at := analysis.text.find("ferry")) >= 0:
        yield Finding(at, at + 5, {"cnt": 1})


def _failing(analysis: Any, params: Params) -> Iterator[Finding]:
    yield Finding(0, analysis.text.index("ferry"), {"count": int(analysis.text)})


def _facts(analysis: Any, params: Params) -> Iterator[Fact]:
    if (at := analysis.text.find("ferry")) >= 0:
        yield Fact("ferry", "ferry", "ferry", Span(at, at + 5))


def _miscompared(facts: Any, params: Params) -> Iterator[FactFinding]:
    yield from (FactFinding(fact, {"cnt": 1}) for fact in facts)


COUNTS = {"": fills("count")}
CHECKS = {
    "miscounted": ArticleCheck(_miscounted, Params, placeholders=COUNTS),
    "failing": ArticleCheck(_failing, Params, placeholders=COUNTS),
    "miscompared": ProjectCheck(_facts, _miscompared, Params, placeholders=COUNTS),
}


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Checks that an installed package brings; and newslint as users run it, without NEWSLINT_DEBUG."""

    class Entry(NamedTuple):
        name: str
        value: str
        module: str
        load: Callable[[], Any]

    entries = {
        name: Entry(name, f"ours:{name}", __name__, lambda check=check: check)  # type: ignore[misc]
        for name, check in CHECKS.items()
    }
    monkeypatch.delenv("NEWSLINT_DEBUG")
    for module in ("newslint.rules", "newslint.packs.rule_file"):
        monkeypatch.setattr(f"{module}.plugin_checks", lambda: entries)
    rules.load_check.cache_clear()
    yield
    rules.load_check.cache_clear()


def _pack(folder: Path, check: str, message: str = "There are {count}.") -> Path:
    path = folder / "pack/house/word.yml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE.format(check=check, message=message), encoding="utf-8")
    (folder / "newslint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    (folder / "a.txt").write_text("A ferry there.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("check", ["miscounted", "miscompared"])
def test_a_placeholder_that_a_check_does_not_fill_is_shown_to_nobody(
    newslint: Newslint, tmp_path: Path, plugins: None, check: str
) -> None:
    _pack(tmp_path, check)
    tested, checked = newslint("test-rules", "pack"), newslint("check", "a.txt")
    said = f"the rule house/word can't say what it found: the check did not fill {{count}}; mend the check '{check}'"
    assert (tested.exit_code, checked.exit_code) == (1, 2)
    assert f"word.yml:6: bad example 1: {said}" in tested.stdout
    assert said in checked.stderr
    assert "{count}" not in checked.stdout


def test_an_exception_of_a_plug_in_is_placed_in_its_file(
    newslint: Newslint, tmp_path: Path, plugins: None
) -> None:
    _pack(tmp_path, "failing")
    line = next(
        n for n, text in enumerate(Path(__file__).read_text().splitlines(), 1) if "int(analysis" in text
    )
    for result in (newslint("test-rules", "pack"), newslint("check", "a.txt")):
        assert f"its check 'failing' failed at {__file__}:{line} (ValueError: " in result.output
        assert "mistake in newslint" not in result.output


def test_an_exception_of_a_shipped_check_is_to_be_reported(
    newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSLINT_DEBUG")
    (tmp_path / "a.txt").write_text(DOUBLED, encoding="utf-8")

    def broken(*_: object) -> None:
        raise KeyError("slip")

    monkeypatch.setattr(rules.load_check("ordinal"), "run", broken)
    said = newslint("check", "a.txt").stderr
    assert "could not be applied (KeyError: 'slip'" in said
    assert "this is a mistake in newslint: please report it" in said


@pytest.mark.parametrize(
    ("only", "said"),
    [
        ("word", "no rule here begins with 'word'; there is house/word (--only takes the family as well)"),
        ("huose", "no rule here begins with 'huose'; there is house/word"),
    ],
)
def test_only_takes_the_family_as_well(newslint: Newslint, tmp_path: Path, only: str, said: str) -> None:
    _pack(tmp_path, "existence")
    result = newslint("test-rules", "pack", "--only", only)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "family included" in newslint("test-rules", "--help").stdout


def test_a_rule_of_another_suffix_is_not_passed_over(newslint: Newslint, tmp_path: Path) -> None:
    path = _pack(tmp_path, "existence", "no")
    path.write_text(path.read_text() + "params: {phrases: [ferry]}\n", encoding="utf-8")
    assert newslint("check").exit_code == 0
    path.with_name("boat.yaml").write_text("summary: A boat.\n", encoding="utf-8")
    for arguments in (["check"], ["test-rules", "pack"]):
        result = newslint(*arguments)
        assert result.exit_code == 2
        assert "boat.yaml: a rule's file ends in .yml; rename it to boat.yml" in result.stderr


def test_a_rule_in_no_family_is_named(newslint: Newslint, tmp_path: Path) -> None:
    path = _pack(tmp_path, "existence", "no")
    path.write_text(path.read_text() + "params: {phrases: [ferry]}\n", encoding="utf-8")
    path.rename(tmp_path / "pack/word.yml")
    said = "word.yml: a rule lies in the folder of its family; move it to pack/FAMILY/word.yml"
    checked, tested = newslint("check"), newslint("test-rules", "pack")
    assert (checked.exit_code, tested.exit_code) == (2, 0)  # the folder may be a family of a pack
    assert said in checked.stderr
    assert said in tested.stderr


def test_a_failure_of_an_example_names_its_line_and_both_texts(newslint: Newslint, tmp_path: Path) -> None:
    path = _pack(tmp_path, "substitution", "Write '{better}'.")
    path.write_text(
        path.read_text().replace(
            "  - A [[ferry]] there.\n", "  - text: A [[ferry]] there.\n    fixed: A ship there.\n"
        )
        + "params: {pairs: {ferry: boat}}\nfix: {action: replace}\n",
        encoding="utf-8",
    )
    said = newslint("test-rules", "pack").stdout
    assert "word.yml:6: bad example 1: the fixed text is 'A boat there.', not 'A ship there.'" in said
