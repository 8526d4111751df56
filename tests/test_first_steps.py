"""What a newcomer stumbles over: each slip is answered with what to write instead."""

from __future__ import annotations

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
        ("huose/word", "no rule here begins with 'huose/word'; there is house/word ("),
        ("zzz", "no rule here begins with 'zzz'; they begin with house/ ("),
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


SOURCE = "A source close to the board said so on Monday.\n"


def test_a_family_of_strict_rules_says_that_it_runs_none(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    note = "newslint: the rules of attribution are strict; add --level strict\n"
    alone = newslint("check", "--select", "attribution", "a.txt")
    assert (alone.exit_code, alone.stderr) == (0, note)
    assert alone.stdout == "Checked 1 article in 1 file: no rule was run.\n"
    both = newslint("check", "--select", "attribution,typos", "a.txt")
    assert (both.stdout, both.stderr) == ("Checked 1 article in 1 file: no problems found.\n", note)
    strict = newslint("check", "--select", "attribution", "--level", "strict", "a.txt")
    assert "attribution/anonymous" in strict.stdout
    for options in (["--level", "strict"], ["--quiet"], ["--ignore", "attribution"]):
        assert newslint("check", "--select", "attribution", *options, "a.txt").stderr == ""
    (tmp_path / "newslint.toml").write_text("[[overrides]]\npaths = ['a.txt']\nlevel = 'strict'\n")
    assert newslint("check", "--select", "attribution", "a.txt").stderr == ""


def test_without_any_rule_nothing_is_all_clear(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOUBLED, encoding="utf-8")
    said = newslint("check", "--ignore", "all", "a.txt").stdout
    assert said == "Checked 1 article in 1 file: no rule was run.\n"


def test_unsafe_fixes_alone_do_nothing_and_say_so(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met.\n", encoding="utf-8")
    note = "newslint: --unsafe-fixes does nothing alone; add --fix or --diff\n"
    assert newslint("check", "--unsafe-fixes", "a.txt").stderr == note
    for option in ("--fix", "--diff"):
        assert newslint("check", "--unsafe-fixes", option, "a.txt").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("outline", "content"), "content is a folder; outline reads one file"),
        (("rules", "--strict"), "Did you mean '--level strict'?"),
        (("check", "--strict"), "Did you mean '--level strict'?"),
    ],
)
def test_what_was_meant_is_said(
    newslint: Newslint, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "content").mkdir()
    result = newslint(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_init_counts_the_files_of_each_format(newslint: Newslint, tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.html", "d.html"):
        (tmp_path / name).write_text("The council met.\n", encoding="utf-8")
    assert "Wrote newslint.toml: 2 HTML files, 1 text file, 1 Markdown file\n" in newslint("init").stdout
    assert "# Found here: 2 HTML files, 1 text" in (tmp_path / "newslint.toml").read_text(encoding="utf-8")


def test_learning_from_too_few_articles_says_how_many_it_takes(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor, Marta Ellingson, opened the bridge.\n", encoding="utf-8")
    said = newslint("names", "learn", "a.txt").stderr
    assert said == "newslint: 1 article read; no new name stands in three or more of them\n"


def test_parameters_are_shown_as_a_rule_file_has_them(newslint: Newslint) -> None:
    assert "  pairs: {" in newslint("rule", "house/say-not-utilise").stdout
    assert "  phrases: [" in newslint("rule", "house/cliche").stdout


def test_word_and_name_lists_are_no_articles(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/newslint.toml").write_text(
        "dictionaries = ['../own/house-words.txt']\nnames = ['house-names.txt']\n", encoding="utf-8"
    )
    (tmp_path / "own").mkdir()
    (tmp_path / "own/house-words.txt").write_text("Ardnish\n", encoding="utf-8")
    (tmp_path / "desk/house-names.txt").write_text("- Ida Example\n", encoding="utf-8")
    for name in ("desk/a.txt", "own/a.txt", "desk/old-house-names.txt"):
        (tmp_path / name).write_text("The council met.\n", encoding="utf-8")
    config = ("--config", "desk/newslint.toml")
    shown = newslint("check", "--show-files", *config, ".").stdout.split()
    assert shown == ["desk/a.txt", "desk/old-house-names.txt", "own/a.txt"]
    named = newslint("check", *config, "own/house-words.txt")
    assert (named.exit_code, named.stdout) == (0, "Checked nothing: there was no file to check.\n")
    note = "own/house-words.txt: a word or name list of the configuration, not an article"
    assert named.stderr == f"newslint: {note}\n"
    assert "house-words" in newslint("check", "--show-files", "--isolated", "own").stdout


@pytest.mark.parametrize(
    ("path", "checked", "is_told"),
    [
        ("content/2024/poem.md", ["."], True),
        ("content/2024/poem.md", ["content"], True),
        ("content/2024/poem.md", ["content/2024"], True),
        ("content/2024/poem.md", ["other"], False),
        ("content/2024/poem.md", ["content/a.txt"], False),
        ("content/*/poem.md", ["content"], True),
        ("content/*/poem.md", ["content/2024"], False),
        ("poem.md", ["."], True),
        ("poem.md", ["content"], False),
        ("drafts/", ["."], False),  # there, but left out
        ("drafts/b.txt", ["."], False),
    ],
)
def test_an_ignore_entry_whose_file_is_gone(
    newslint: Newslint, tmp_path: Path, path: str, checked: list[str], is_told: bool
) -> None:
    entry = f"[[ignore]]\npath = '{path}'\nrule = 'typos'\nreason = 'a poem'\n"
    (tmp_path / "newslint.toml").write_text(f"exclude = ['drafts/']\n{entry}", encoding="utf-8")
    for name in ("content/a.txt", "content/2024/a.txt", "other/a.txt", "drafts/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The council met.\n", encoding="utf-8")
    said = newslint("check", *checked).stderr
    note = f"the [[ignore]] entry for typos in '{path}' covers nothing any more; remove it"
    assert said.count(note) == is_told


@pytest.mark.parametrize(
    "text", ['[rules]\ncaptions/duplicate = "off"\n', 'rules = {captions/duplicate = "off"}\n', "[rules.captions/duplicate]\n"]
)  # fmt: skip
def test_a_rule_without_quotation_marks_in_the_configuration(
    newslint: Newslint, tmp_path: Path, text: str
) -> None:
    (tmp_path / "newslint.toml").write_text(text, encoding="utf-8")
    said = newslint("check").stderr
    assert 'names with / stand in quotation marks: "captions/duplicate"' in said
    assert f"at line {text.count(chr(10), 0, text.index('/')) + 1}, column" in said
    (tmp_path / "newslint.toml").write_text("level = \nwords = ['a/b']\n", encoding="utf-8")
    assert "quotation marks" not in newslint("check").stderr
