"""Packs of a newsroom's own: every mistake in a rule is named with its place, and every change is seen at once."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import jsonschema
import pytest
from conftest import Found, Newslint

from newslint.article import readers
from newslint.checks import CHECKS
from newslint.checks.model import ANY_KIND, Declaration
from newslint.checks.style import conditional
from newslint.engine import lint as lint_module
from newslint.engine.load_project import open_project
from newslint.engine.locate import violation
from newslint.engine.rule_examples import failures
from newslint.language.analysis import Analysis
from newslint.packs.message_template import PlaceValue, fields, fill
from newslint.packs.messages import placeholders_of
from newslint.packs.rule_file import load_pack, rule_files
from newslint.packs.strict_yaml import read_yaml
from newslint.rules import RuleError, load_check, params_of, shipped_folder
from newslint.source import Source, Span

RULE = """\
summary: A word.
check: {check}
message: "{message}"
params: {params}
explain: Why.
bad: ["A [[ferry]] there."]
good: ["A boat there."]
"""


def _pack(
    folder: Path, check: str = "existence", message: str = "no", params: str = "{phrases: [ferry]}"
) -> Path:
    path = folder / "pack/house/word.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(check=check, message=message, params=params), encoding="utf-8")
    (folder / "newslint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    (folder / "a.txt").write_text("A ferry there.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_declares_what_it_is(check: str) -> None:
    declared = load_check(check)
    assert isinstance(declared, Declaration)
    assert type(declared) is not Declaration
    assert check.replace("-", "_") == CHECKS[check].rpartition(".")[2]


@pytest.mark.parametrize(
    "name", ["captions", "caption-words", "timed", "model", "style", "_timed_regex", "../x"]
)
def test_only_what_is_registered_is_a_check(newslint: Newslint, tmp_path: Path, name: str) -> None:
    _pack(tmp_path, check=name)
    for arguments in (["check"], ["test-rules", "pack"]):
        result = newslint(*arguments)
        assert result.exit_code == 2
        assert f"word.yml:2: check: there is no check named '{name}'" in result.stderr


@pytest.mark.parametrize(
    ("check", "params", "message", "said"),
    [
        ("existence", "{phrases: [ferry]}", "{mach}", ":3: message: there is no placeholder {mach} (did you mean {match}?); existence has {match}"),
        ("consistency", "{forms: [[a, b]]}", "{other}", "consistency has {match}, {better}, {first}, {first.line}, {first.text}"),
        ("existence", "{phrases: [ferry]}", "{match.line}", "no placeholder {match.line}"),
        ("existence", "{phrases: [ferry]}", "{match:>900000000}", "no placeholder {match:>900000000}"),
        ("existence", "{phrases: [ferry]}", "{match!r}", "no placeholder {match!r}"),
        ("consistency", "{forms: [[a, b]]}", "{first.__init__.__globals__[re]}", "no placeholder {first.__init__"),
        ("existence", "{phrases: [ferry]}", "{}", "no placeholder {}"),
        ("existence", "{phrases: [ferry]}", "a { b", ":3: message: '{' at column 3 has no partner"),
        ("no-credit", "{}", "{match}", "no placeholder {match}; no-credit has none"),
        ("arithmetic", "{}", "{sum}", "no placeholder {sum}"),
        ("pattern", "{pattern: '(unclosed'}", "x", ":4: params.pattern: not a regular expression: missing ) at column 10"),
        ("pattern", "{pattern: 'a', suggest: '\\9'}", "x", ":4: params.suggest: there is no group for \\9; the pattern has none"),
        ("pattern", "{pattern: '(a)', suggest: '\\g<b>'}", "x", "there is no group for \\g<b>; the pattern has 1"),
        ("pattern", "{pattern: '(?P<word>a)'}", "{wrd}", "did you mean {word}?"),
        ("pattern", "{pattern: '(?:(?:(?:(?:x?){50}){50}){50}){50}y'}", "x", "params.pattern: this repeats too much"),
        ("pattern", "{pattern: '(?R)'}", "x", "params.pattern: a pattern can't call itself"),
        ("conditional", "{first: '[', needs: 'x'}", "x", "params.first: not a regular expression"),
        ("conditional", "{first: 'x', needs: '({match}'}", "x", "params.needs: not a regular expression"),
        ("garbled", "{list: none.txt}", "x", ":4: params.list: there is no list 'none.txt'"),
        ("garbled", "{list: ../house/word.yml}", "x", ":4: params.list: '../house/word.yml' lies outside"),
        ("duplicate", "{kinds: caption}", "x", ":4: params.kinds: 'caption' is not valid; write a list"),
        ("reused", "{words: many}", "x", "params.words: 'many' is not valid; write a whole number"),
        ("reused", "{wrds: 3}", "x", "params.wrds: unknown key; did you mean 'words'?"),
        ("existence", "{phrase: [ferry]}", "x", "params.phrases: is missing"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_rule_is_named_with_its_line(
    newslint: Newslint, tmp_path: Path, check: str, params: str, message: str, said: str
) -> None:
    _pack(tmp_path, check, message, params)
    for arguments in (["check"], ["test-rules", "pack"]):
        result = newslint(*arguments)
        assert result.exit_code == 2
        assert "word.yml:" in result.stderr
        assert said in result.stderr
        assert "mistake in newslint" not in result.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 3000, "nest"),
        ("a: &a [x]\n" + "".join(f"b: &a [{', '.join(['*a'] * 9)}]\n" for _ in range(9)), "too many values"),
        ("a: &a [*a]\n", "too many values"),
        ("summary: x\nsummary: y\n", ":2: not valid YAML: 'summary' stands twice"),
        ("? [a]\n: b\n", "not valid YAML"),
        ("\x00", "not valid YAML"),
    ],
)  # fmt: skip
def test_yaml_that_no_rule_is(tmp_path: Path, text: str, said: str) -> None:
    _pack(tmp_path).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=r"word\.yml") as caught:
        load_pack(tmp_path / "pack")
    assert said in str(caught.value)


def test_a_file_that_is_no_text(newslint: Newslint, tmp_path: Path) -> None:
    _pack(tmp_path).write_bytes(b"summary: A word.\ncheck: \xff\n")
    result = newslint("check")
    assert result.exit_code == 2
    assert "word.yml:2: is not UTF-8 text; save it as UTF-8" in result.stderr


def test_a_broken_link_is_named(newslint: Newslint, tmp_path: Path) -> None:
    _pack(tmp_path)
    (tmp_path / "pack/house/gone.yml").symlink_to("nowhere.yml")
    assert "gone.yml: can't be read" in newslint("check").stderr


def test_a_folder_named_like_a_rule_holds_rules(found: Found, tmp_path: Path) -> None:
    path = _pack(tmp_path)
    (tmp_path / "pack/z.yml").mkdir()
    path.rename(tmp_path / "pack/z.yml/word.yml")
    assert [v["rule"] for v in found("a.txt")] == ["z.yml/word"]


def test_every_mistake_is_told_at_once(newslint: Newslint, tmp_path: Path) -> None:
    path = _pack(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8")
        .replace("summary", "sumary")
        .replace("explain: Why.", "severity: loud"),
        encoding="utf-8",
    )
    said = newslint("check").stderr
    assert "word.yml:1: sumary: unknown key; did you mean 'summary'?" in said
    assert "severity: 'loud' is not valid; write error, warning or suggestion" in said
    assert "explain: is missing" in said


def test_all_rules_that_are_wrong_are_named(newslint: Newslint, tmp_path: Path) -> None:
    path = _pack(tmp_path, message="{mach}")
    other = path.with_name("boat.yml")
    other.write_text(path.read_text(encoding="utf-8").replace("{mach}", "{bettr}"), encoding="utf-8")
    good = path.with_name("tram.yml")
    good.write_text(
        path.read_text(encoding="utf-8").replace("{mach}", "no").replace("A boat", "A ferry"),
        encoding="utf-8",
    )
    for arguments in (["check"], ["test-rules", "pack"]):
        said = newslint(*arguments).stderr
        assert "boat.yml:3: message: there is no placeholder {bettr}" in said
        assert "word.yml:3: message: there is no placeholder {mach}" in said
    assert "good example 1: found, but not marked: 'ferry'" in newslint("test-rules", "pack").stdout


def test_one_rule_has_two_seconds_whatever_it_looks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    times = itertools.count(step=0.5)
    monkeypatch.setattr("newslint.checks.style._timed_regex.monotonic", lambda: next(times))
    params = conditional.Params(first="[A-Z]{2}", needs=r"\({match}\)")
    source = Source("a.txt", "We saw AB and CD and EF and GH and IJ and KL.\n")
    (article,) = readers.read(source, {}, ())
    with pytest.raises(TimeoutError):
        list(conditional.check(Analysis(article), params))


def test_a_rule_that_fails_on_an_example_says_so(
    newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pack(tmp_path, "pattern", "no", "{pattern: '(?:f|fe|e|r|er|ry|y)+$'}")
    monkeypatch.setattr("newslint.checks.style._timed_regex._SECONDS", 0.0)
    result = newslint("test-rules", "pack")
    assert result.exit_code == 1
    assert "bad example 1: the rule house/word took too long here" in result.stdout
    assert "not found" not in result.stdout


def test_a_pattern_that_an_article_makes_too_large(newslint: Newslint, tmp_path: Path) -> None:
    _pack(tmp_path, "conditional", "no", "{first: '[a-z]{5}', needs: '(?:{match}){50000}'}")
    result = newslint("check", "a.txt")
    assert result.exit_code == 2
    assert "the rule house/word can't be applied here: params.needs: this repeats too much" in result.stderr
    assert "mistake in newslint" not in result.stderr


def test_a_list_that_is_edited_is_seen_at_once(newslint: Newslint, tmp_path: Path) -> None:
    _pack(tmp_path, "garbled", "'{words}' is wrong.", "{list: own.txt}")
    own = tmp_path / "pack/lists/own.txt"
    own.parent.mkdir()
    own.write_text("ferry > order: _ there\n", encoding="utf-8")
    config = tmp_path / "newslint.toml"
    before = open_project(config, tmp_path).digest
    assert open_project(config, tmp_path).digest == before
    own.write_text("boat > order: _ there\n", encoding="utf-8")
    assert open_project(config, tmp_path).digest != before  # which is in the key of every report that is kept
    own.write_text("boat > order: $none _\n", encoding="utf-8")
    said = newslint("check", "a.txt").stderr
    assert "word.yml:4: params.list: " in said
    assert "own.txt: line 1: '$none' is neither a set of this list nor a class of words" in said


@pytest.mark.parametrize("place", ["house/lists", "house/lists/deep", "lists-of-ours"])
def test_a_rule_at_any_depth_is_seen_when_it_changes(found: Found, tmp_path: Path, place: str) -> None:
    path = _pack(tmp_path)
    assert len(found("a.txt")) == 1
    deep = tmp_path / "pack" / place / "boat.yml"
    deep.parent.mkdir(parents=True)
    text = path.read_text(encoding="utf-8").replace("ferry", "boat").replace("A boat there", "A tram there")
    deep.write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("A boat there, and a tram.\n", encoding="utf-8")
    assert [v["excerpt"] for v in found("a.txt")] == ["boat"]
    deep.write_text(
        text.replace("boat", "tram")
        .replace('A tram there."]\n', 'A bus there."]\n')
        .replace("[[tram", "[[tram"),
        encoding="utf-8",
    )
    assert [v["excerpt"] for v in found("a.txt")] == ["tram"]


@pytest.mark.parametrize(("name", "path"), rule_files(shipped_folder()), ids=lambda value: str(value))
def test_checks_yield_what_they_declare(name: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message may only name what the check declares, so it must yield all of that."""
    wrong = []

    def seen(rule, analysis, finding):  # type: ignore[no-untyped-def]
        kinds = placeholders_of(load_check(rule.check), params_of(rule))
        declared = kinds.get(finding.variant) or kinds.get(ANY_KIND)
        spans = {key for key, value in finding.values.items() if isinstance(value, Span)}
        if declared is None or not (
            spans.issuperset(declared.places) and finding.values.keys() >= set(declared.texts)
        ):
            wrong.append((finding.variant, finding.values))
        return violation(rule, analysis, finding)

    monkeypatch.setattr(lint_module, "violation", seen)
    failures(path, name, shipped_folder())
    assert wrong == []


def test_the_schema_of_rules_accepts_every_rule(newslint: Newslint) -> None:
    schema = json.loads(newslint("schema", "--rules").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for name, path in rule_files(shipped_folder()):
        data, _ = read_yaml(path)
        assert [error.message for error in validator.iter_errors(data)] == [], name


@pytest.mark.parametrize(
    "change",
    [
        {"check": "existense"},
        {"message": "{mach}"},
        {"message": "{match.line}"},
        {"message": "{match:>9}"},
        {"messages": {"more": "x"}},
        {"params": {}},
        {"params": {"phrases": 3}},
        {"params": {"phrases": ["a"], "phrase": ["b"]}},
        {"severity": "warn"},
        {"sumary": "x"},
    ],
)
def test_the_schema_of_rules_refuses_what_does_not_load(
    newslint: Newslint, change: dict[str, object]
) -> None:
    schema = json.loads(newslint("schema", "--rules").stdout)
    rule = {
        "summary": "A word.", "check": "existence", "message": "{match} {{x}}", "params": {"phrases": ["ferry"]},
        "explain": "Why.", "bad": ["A [[ferry]]."], "good": [{"text": "A boat."}],
    }  # fmt: skip
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(rule)
    assert not validator.is_valid({**rule, **change})


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("'{match}' on line {first.line}: {first.text}, {first}", "'x' on line 7: there, there"),
        ("{{match}} {{{match}}}", "{match} {x}"),
        ("{first.__class__} {first.line.real} {match.line} {match[0]} {match:>9} {unknown}",
         "{first.__class__} {first.line.real} {match.line} {match[0]} {match:>9} {unknown}"),
    ],
)  # fmt: skip
def test_a_message_fills_names_lines_and_texts_only(template: str, filled: str) -> None:
    assert fill(template, {"match": "x", "first": PlaceValue("there", 7)}) == filled


def test_the_fields_of_a_message() -> None:
    assert fields("{a} {{b}} {c.line}") == ["a", "c.line"]
