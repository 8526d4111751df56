"""Every rule's examples, and what is said of a rule that can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Newslint

from newslint.engine.rule_examples import failures
from newslint.packs.rule_file import load_pack, read_rule, rule_files
from newslint.rules import RuleError, from_plain, shipped_folder, to_plain

ROOT = Path(__file__).parent.parent
RULES = rule_files(shipped_folder())

GOOD = """\
summary: A word.
check: existence
message: "'{match}' stands there."
params: {phrases: [ferry]}
explain: Why.
bad: ["A [[ferry]] there."]
good: ["A boat there."]
"""


@pytest.mark.parametrize(("name", "path"), RULES, ids=[name for name, _ in RULES])
def test_examples_are_as_marked(name: str, path: Path) -> None:
    assert failures(path, name, shipped_folder()) == []


def test_compiled_rules_are_the_same_rules() -> None:
    rules = load_pack(shipped_folder())
    back = from_plain(to_plain(rules))
    assert [rule.name for rule in back] == [rule.name for rule in rules]
    assert all(rule.pack == "" for rule in back)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("check: existence", "check: existense"),
            ":2: check: there is no check named 'existense'; did you mean 'existence'?",
        ),
        (("summary: A word.", "sumary: A word."), "summary"),
        (("params: {phrases: [ferry]}", "params: {phrases: 3}"), ":4: params.phrases"),
        (("params: {phrases: [ferry]}", "params: {phrase: [ferry]}"), ":4: params.phrase"),
        (('bad: ["A [[ferry]] there."]', 'bad: ["A ferry there."]'), ":6: bad: a bad example marks"),
        (('good: ["A boat there."]\n', ""), "good: is missing"),
        (("explain: Why.", "explain: Why.\nseverity: bad"), ":6: severity"),
        (
            ("explain: Why.", "explain: Why.\nscope: [body]"),
            ":6: scope: 'body' is not valid; write headline, standfirst",
        ),
        (("explain: Why.", "explain: [Why"), "not valid YAML"),
        ((GOOD, "- a\n"), "a rule is a table"),
    ],
)
def test_a_rule_that_does_not_validate_names_its_place(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    path = tmp_path / "house" / "word.yml"
    path.parent.mkdir()
    path.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_pack(tmp_path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


def test_strings_are_strings(tmp_path: Path) -> None:
    path = tmp_path / "word.yml"
    path.write_text(GOOD.replace("[ferry]", "[NO, on, 1_000, 2026-01-01]"), encoding="utf-8")
    assert read_rule(path).params["phrases"] == ["NO", "on", "1_000", "2026-01-01"]


def test_a_broken_rule_ends_with_exit_2(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "pack/house").mkdir(parents=True)
    (tmp_path / "pack/house/word.yml").write_text(GOOD.replace("explain: Why.\n", ""), encoding="utf-8")
    (tmp_path / "newslint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("A ferry there.\n", encoding="utf-8")
    result = newslint("check")
    assert result.exit_code == 2
    assert "word.yml" in result.stderr
    assert "explain: is missing" in result.stderr


def test_a_pack_of_ones_own(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "pack/house").mkdir(parents=True)
    (tmp_path / "pack/house/word.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "newslint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("A ferry there.\n", encoding="utf-8")
    assert newslint("test-rules", "pack").exit_code == 0
    result = newslint("check", "--output-format", "concise")
    assert result.stdout == "a.txt:1:3: warning house/word: 'ferry' stands there.\n"
    assert result.exit_code == 0
    assert newslint("check", "--fail-on", "warning").exit_code == 1


def test_a_false_example_fails(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house/word.yml").write_text(
        GOOD.replace("A boat there.", "A ferry there."), encoding="utf-8"
    )
    result = newslint("test-rules", str(tmp_path))
    assert result.exit_code == 1
    assert "good example 1: found, but not marked: 'ferry'" in result.stdout


@pytest.mark.parametrize("arguments", [["nowhere"], ["."]])
def test_test_rules_without_rules(newslint: Newslint, arguments: list[str]) -> None:
    assert newslint("test-rules", *arguments).exit_code == 2
