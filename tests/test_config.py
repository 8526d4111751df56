"""The configuration: what it says, and what is said of a wrong one."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from conftest import Found, Newslint

DOUBLED = "The council met in in the hall.\n"


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("lvel = 'strict'\n", "lvel: unknown key; did you mean 'level'?"),
        ("level = 'hard'\n", "level: 'hard' is not valid; write regular or strict"),
        ("level = \n", "not valid TOML"),
        ("[rules]\n'typos/doubled-wrd' = 'off'\n", "did you mean 'typos/doubled-word'?"),
        ("[rules]\n'typos' = 'loud'\n", "rules.typos"),
        ("[rules.'typos/doubled-word'.params]\nalowed = ['x']\n", "params.alowed"),
        ("[[ignore]]\npath = 'a'\nrule = 'typos'\n", "[[ignore]] no. 1: reason: is missing"),
        ("[[ignore]]\npath = 'a'\nrule = 'tpos'\nreason = 'x'\n", "did you mean 'typos'?"),
        ("[[overrides]]\nlevel = 'strict'\n", "[[overrides]] no. 1: paths: is missing"),
        ("[[overrides]]\npaths = ['x']\nlevl = 'strict'\n", "did you mean 'level'?"),
        ("packs = ['nowhere']\n", "there is no folder"),
        ("dictionaries = ['nowhere.txt']\n", "there is no file"),
        ("extend = 'nowhere.toml'\n", "there is no such file"),
        ("extend = 'newslint.toml'\n", "leads back"),
        ("packs = ['https://example.org/pack']\n", "is not a local path"),
        ("[rules]\ncaptions = 'warn'\n", "rules.captions: 'warn' is not valid; write on, off, error, warning or suggestion (did you mean 'warning'?)"),
        ("[rules]\ncaptions = false\n", "rules.captions: false is not valid; write on, off, error, warning or suggestion"),
        ("[rules]\ncaptions = {severty = 'error'}\n", "rules.captions.severty: unknown key; did you mean 'severity'?"),
        ("[rules]\ncaptions = {severity = 'eror'}\n", "rules.captions.severity: 'eror' is not valid; write error, warning or suggestion (did"),
        ("[rules]\ncaptions = {scope = ['captions']}\n", "rules.captions.scope: 'captions' is not valid; write headline"),
        ("[rules]\n'repeats/paragraph' = {params = {words = 'ten'}}\n", "rules.repeats/paragraph.params.words: 'ten' is not valid; write a whole number"),
        ("[rules]\n'typos/doubled-word' = {params = {allowed.add = 'met'}}\n", "params.allowed.add: 'met' is not valid; write a list"),
        ("[rules]\n'typos/doubled-word' = {params = {allowed.add = 'met', alowed = []}}\n", "params.alowed: unknown key; did you mean 'allowed'?"),
        ("[rules]\n'typos/garbled' = {params = {list = 'none.txt'}}\n", "params.list: there is no list 'none.txt'"),
        ("[[overrides]]\npath = ['a']\nlevel = 'strict'\n", "[[overrides]] no. 1: paths: is missing; 'path' stands there instead"),
        ("[[overrides]]\npaths = ['a']\nrules = {typo = 'off'}\n", "[[overrides]] no. 1: rules: there is no rule or family 'typo'; did you mean 'typos'?"),
        ("exclude = 'drafts/'\n", "exclude: 'drafts/' is not valid; write a list, such as [\"a\", \"b\"]"),
        ("words = [3]\n", "words no. 1: 3 is not valid; write text in quotes"),
        ("level = true\n", "level: true is not valid; write regular or strict"),
        ("output-format = 'srif'\n", "output-format: 'srif' is not valid"),
        (f"words = {'[' * 3000}", "nested too deeply"),
        (f"level = {'9' * 5000}\n", "not valid TOML"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_ends_with_exit_2(
    newslint: Newslint, tmp_path: Path, config: str, said: str
) -> None:
    _write(tmp_path, "newslint.toml", config)
    _write(tmp_path, "a.txt", DOUBLED)
    result = newslint("check", "a.txt")
    assert result.exit_code == 2
    assert said in result.stderr
    assert ".toml" in result.stderr or "packs" in result.stderr


def test_every_mistake_is_told_at_once(newslint: Newslint, tmp_path: Path) -> None:
    _write(tmp_path, "newslint.toml", "lvel = 'strict'\nexclude = 3\n[rules]\ncaptions = 'warn'\n")
    said = newslint("check").stderr
    assert [line.split(": ")[2] for line in said.splitlines()] == ["exclude", "rules.captions", "lvel"]
    _write(
        tmp_path,
        "newslint.toml",
        "words = ['x']\npacks = ['p']\nnames = ['n']\n[rules]\ntpos = 'on'\ncaptins = 'on'\n",
    )
    assert len(newslint("check").stderr.splitlines()) == 4


@pytest.mark.parametrize("text", ["tool = 5\n", "[tool]\nnewslint = 5\n"])
def test_a_pyproject_whose_tool_is_no_table(newslint: Newslint, tmp_path: Path, text: str) -> None:
    _write(tmp_path, "pyproject.toml", text)
    for arguments in (["check"], ["words", "add", "Ardnish"]):
        result = newslint(*arguments, "--config", "pyproject.toml")
        assert result.exit_code == 2
        assert "5 is not valid; write a table" in result.stderr


def test_a_configuration_that_is_no_text(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_bytes(b"words = ['M\xfcller']\n")
    assert "is not UTF-8 text" in newslint("check").stderr


def test_extend_in_a_diamond_reads_each_file_once(found: Found, tmp_path: Path) -> None:
    for number in range(24):
        others = ", ".join([f"'{number + 1}.toml'"] * 3) if number < 23 else ""
        _write(tmp_path, f"{number}.toml", f"extend = [{others}]\nexclude = ['x{number}/']\n")
    _write(tmp_path, "newslint.toml", "extend = ['0.toml', '1.toml']\n")
    _write(tmp_path, "a.txt", DOUBLED)
    _write(tmp_path, "x23/b.txt", DOUBLED)
    assert [v["path"] for v in found(".")] == ["a.txt"]


def test_extend_in_a_long_row_ends_with_a_sentence(newslint: Newslint, tmp_path: Path) -> None:
    for number in range(1500):
        _write(tmp_path, f"{number}.toml", f"extend = '{number + 1}.toml'\n")
    result = newslint("check", "--config", "0.toml")
    assert result.exit_code == 2
    assert "leads through more than 30 files" in result.stderr


def test_the_nearest_configuration_wins(
    newslint: Newslint, found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, "newslint.toml", "[rules]\n'typos/doubled-word' = 'off'\n")
    _write(tmp_path, "desk/newslint.toml", "")
    _write(tmp_path, "desk/a.txt", DOUBLED)
    _write(tmp_path, "b.txt", DOUBLED)
    assert [v["rule"] for v in found("desk/a.txt")] == ["typos/doubled-word"]
    assert found("desk/a.txt", "b.txt") == found(".") == []  # one run, one configuration: of what all share
    monkeypatch.chdir(tmp_path / "desk")
    assert [v["rule"] for v in found("a.txt")] == ["typos/doubled-word"]


def test_pyproject(found: Found, tmp_path: Path) -> None:
    _write(tmp_path, "pyproject.toml", "[tool.newslint.rules]\n'typos/doubled-word' = 'suggestion'\n")
    _write(tmp_path, "a.txt", DOUBLED)
    assert [v["severity"] for v in found("a.txt")] == ["suggestion"]


def test_isolated_reads_none(found: Found, tmp_path: Path) -> None:
    _write(tmp_path, "newslint.toml", "[rules]\n'typos/doubled-word' = 'off'\n")
    _write(tmp_path, "a.txt", DOUBLED)
    assert found("a.txt") == []
    assert len(found("--isolated", "a.txt")) == 1


def test_extend(found: Found, tmp_path: Path) -> None:
    _write(tmp_path, "shared/base.toml", "exclude = ['old/']\n[rules]\n'typos' = 'suggestion'\n")
    _write(tmp_path, "newslint.toml", "extend = 'shared/base.toml'\nexclude = ['drafts/']\n")
    for name in ("a.txt", "old/b.txt", "drafts/c.txt"):
        _write(tmp_path, name, DOUBLED)
    assert [(v["path"], v["severity"]) for v in found(".")] == [("a.txt", "suggestion")]


def test_overrides(found: Found, tmp_path: Path) -> None:
    _write(
        tmp_path,
        "newslint.toml",
        "[[overrides]]\npaths = ['sport/']\nrules = {'typos/doubled-word' = 'off'}\n"
        "[[overrides]]\npaths = ['court/*.txt']\nrules = {'typos/doubled-word' = 'warning'}\n",
    )
    for name in ("a.txt", "sport/b.txt", "court/c.txt"):
        _write(tmp_path, name, DOUBLED)
    assert [(v["path"], v["severity"]) for v in found(".")] == [
        ("a.txt", "error"),
        ("court/c.txt", "warning"),
    ]


def test_parameters(found: Found, tmp_path: Path) -> None:
    table = "{severity = 'error', params = {phrases = ['nobody knows']}}"
    _write(tmp_path, "newslint.toml", f"[rules]\n'house/cliche' = {table}\n")
    _write(tmp_path, "a.txt", "Nobody knows where the ferry is.\n")
    violations = found("--select", "house", "a.txt")
    assert [(v["rule"], v["severity"], v["excerpt"]) for v in violations] == [
        ("house/cliche", "error", "Nobody knows")
    ]


PHRASES = "Only time will tell what nobody knows.\n\nThe mayor was at a loss for words.\n"


@pytest.mark.parametrize(
    ("params", "excerpts"),
    [
        ("{}", ["Only time will tell"]),
        ("{phrases = ['nobody knows']}", ["nobody knows"]),  # replaces what the rule has
        ("{phrases.add = ['nobody knows']}", ["Only time will tell", "nobody knows"]),
        ("{phrases = {remove = ['only time will tell'], add = ['at a loss']}}", ["at a loss"]),
    ],
)
def test_a_list_is_replaced_or_added_to(
    found: Found, tmp_path: Path, params: str, excerpts: list[str]
) -> None:
    _write(tmp_path, "newslint.toml", f"[rules.'house/cliche']\nparams = {params}\n")
    _write(tmp_path, "a.txt", PHRASES)
    assert [v["excerpt"] for v in found("--select", "house/cliche", "a.txt")] == excerpts


def test_a_table_of_parameters_is_added_to(found: Found, tmp_path: Path) -> None:
    change = "pairs = {add = {'big boat' = 'ship'}, remove = ['utilise']}"
    _write(tmp_path, "newslint.toml", f"[rules.'house/say-not-utilise']\nparams = {{{change}}}\n")
    _write(tmp_path, "a.txt", "They utilise a big boat and will commence work.\n")
    assert [v["excerpt"] for v in found("--select", "house", "a.txt")] == ["big boat", "commence"]


def test_an_override_adds_to_what_the_configuration_added(found: Found, tmp_path: Path) -> None:
    _write(
        tmp_path,
        "newslint.toml",
        "[rules.'house/cliche']\nparams = {phrases.remove = ['only time will tell']}\n"
        "[[overrides]]\npaths = ['sport/']\n"
        "rules = {'house/cliche' = {params = {phrases.add = ['nobody knows']}}}\n",
    )
    _write(tmp_path, "a.txt", PHRASES)
    _write(tmp_path, "sport/a.txt", PHRASES)
    found_there = [(v["path"], v["excerpt"]) for v in found("--select", "house/cliche", ".")]
    assert found_there == [("sport/a.txt", "nobody knows")]


def test_a_strict_rule_switched_on(found: Found, tmp_path: Path) -> None:
    _write(tmp_path, "newslint.toml", "[rules]\n'house/cliche' = 'on'\n")
    _write(tmp_path, "a.txt", "Only time will tell, the board said.\n")
    assert [v["rule"] for v in found("a.txt")] == ["house/cliche"]


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        ([], []),
        (["--level", "strict"], ["attribution/anonymous"]),
        (["--select", "attribution"], []),  # a family keeps the level
        (["--select", "attribution/anonymous"], ["attribution/anonymous"]),
        (["--select", "attribution", "--level", "strict"], ["attribution/anonymous"]),
        (["--level", "strict", "--ignore", "attribution"], []),
        (["--level", "strict", "--ignore", "typos, attribution/anonymous"], []),
        (["--select", "house"], ["house/cliche"]),  # of the level `named`: at no level unless asked for
        (
            ["--select", "house/cliche,attribution", "--level", "strict"],
            ["attribution/anonymous", "house/cliche"],
        ),
    ],
)
def test_selection(found: Found, tmp_path: Path, options: list[str], rules: list[str]) -> None:
    _write(tmp_path, "a.txt", "A source close to the board said on Monday that only time will tell.\n")
    names = [v["rule"] for v in found(*options, "a.txt") if v["rule"].startswith(("house/", "attribution/"))]
    assert names == rules


def test_a_family_switched_on_runs_what_is_only_run_where_asked_for(found: Found, tmp_path: Path) -> None:
    _write(tmp_path, "newslint.toml", "[rules]\nhouse = 'on'\n")
    _write(tmp_path, "a.txt", "Only time will tell, the board said.\n")
    assert [v["rule"] for v in found("a.txt")] == ["house/cliche"]


def test_ignore_entries(newslint: Newslint, found: Found, tmp_path: Path) -> None:
    entry = "[[ignore]]\npath = 'a.txt'\nrule = 'typos'\ntext = 'in in'\nreason = 'a quotation'\n"
    _write(tmp_path, "newslint.toml", entry)
    _write(tmp_path, "a.txt", DOUBLED)
    _write(tmp_path, "b.txt", DOUBLED)
    assert [v["path"] for v in found(".")] == ["b.txt"]
    _write(tmp_path, "a.txt", "The council met.\n")
    result = newslint("check")
    assert "covers nothing any more" in result.stderr


def test_environment(newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "a.txt", DOUBLED)
    monkeypatch.setenv("NEWSLINT_OUTPUT_FORMAT", "concise")
    monkeypatch.setenv("NEWSLINT_EXIT_ZERO", "1")
    result = newslint("check", "a.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("a.txt:1:17: error")


def test_a_changed_rule_or_configuration_is_seen_at_once(found: Found, tmp_path: Path) -> None:
    _write(tmp_path, "newslint.toml", "")
    for name in "abcdef":
        _write(tmp_path, f"{name}.txt", DOUBLED)
    assert len(found(".")) == 6
    assert len(found(".")) == 6
    _write(tmp_path, "newslint.toml", "[rules]\n'typos' = 'off'\n")
    assert found(".") == []


def test_the_schema_accepts_what_is_accepted(newslint: Newslint) -> None:
    schema = json.loads(newslint("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validate = jsonschema.Draft202012Validator(schema).is_valid
    assert validate({"level": "strict", "rules": {"typos": "off", "names": {"severity": "error"}}})
    assert validate({"rules": {"typos": "warning"}})
    assert not validate({"rules": {"typos": "warn"}})
    assert not validate({"lvel": "strict"})
    assert not validate({"ignore": [{"path": "a", "rule": "typos"}]})


def test_init(newslint: Newslint, tmp_path: Path) -> None:
    _write(tmp_path, "content/a.md", "# Ferry\n\nThe colour of the centre, the labour of defence.\n" * 8)
    _write(tmp_path, "README.md", "# Site\n")
    result = newslint("init")
    assert result.exit_code == 0
    text = (tmp_path / "newslint.toml").read_text(encoding="utf-8")
    assert 'exclude = ["/README.md"]' in text
    assert 'dialect = "gb"' in text
    assert newslint("check").exit_code in (0, 1)
    assert newslint("init").exit_code == 2
    assert newslint("init", "--force").exit_code == 0
