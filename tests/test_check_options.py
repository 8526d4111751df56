"""The options of `newslint check` that say what is run, what is shown and how a run ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Newslint

from newslint.engine.own_reports import is_own_report
from newslint.reporters import FORMATS

DOUBLED = "The council met in in the hall.\n"
QUOTES = "“It rained,' she said.\n"


@pytest.fixture
def folder(newslint: Newslint, tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "drafts/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(DOUBLED, encoding="utf-8")
    return tmp_path


def _rules(newslint: Newslint, *options: str) -> set[str]:
    report = json.loads(newslint("check", "--output-format", "json", *options).stdout)
    return {v["rule"] for v in report["violations"]}


def test_quiet_shows_violations_and_errors_only(newslint: Newslint, folder: Path) -> None:
    (folder / "newslint.toml").write_text(
        "[[ignore]]\npath = 'b.txt'\nrule = 'typos'\ntext = 'nothing'\nreason = 'a note'\n", encoding="utf-8"
    )
    loud, quiet = newslint("check"), newslint("check", "--quiet")
    assert "Checked 3 articles" in loud.stdout
    assert loud.stderr
    assert "Checked" not in quiet.stdout
    assert quiet.stdout.count("typos/doubled-word") == 3
    assert quiet.stderr == ""
    assert quiet.exit_code == 1
    assert "nowhere.txt" in newslint("check", "-q", "nowhere.txt").stderr


def test_colour_is_as_asked(newslint: Newslint, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[31m" not in newslint("check", "a.txt").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" in newslint("check", "--color", "always", "a.txt").output
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m" not in newslint("check", "--color", "never", "a.txt").output


def test_exclude_adds_to_the_configuration(newslint: Newslint, folder: Path) -> None:
    (folder / "newslint.toml").write_text("exclude = ['b.txt']\n", encoding="utf-8")
    assert newslint("check", "--show-files").stdout.split() == ["a.txt", "drafts/c.md"]
    assert newslint("check", "--show-files", "--exclude", "drafts/", ".").stdout.split() == ["a.txt"]
    named = newslint("check", "--exclude", "a.*", "--exclude", "*.md", "a.txt", "drafts/c.md")
    assert (named.exit_code, named.stdout) == (0, "Checked nothing: there was no file to check.\n")


def test_extend_select_adds_rules(newslint: Newslint, folder: Path) -> None:
    (folder / "a.txt").write_text(DOUBLED + '\n"It\'s wet," she said. “It is,” he said.\n', encoding="utf-8")
    strict = "punctuation/mixed-quote-style"
    assert strict not in _rules(newslint, "a.txt")
    assert {strict, "typos/doubled-word"} <= _rules(newslint, "--extend-select", strict, "a.txt")
    assert _rules(newslint, "--select", strict, "--extend-select", "typos/doubled-word", "a.txt") == {
        strict,
        "typos/doubled-word",
    }
    assert strict not in _rules(newslint, "--extend-select", strict, "--ignore", "punctuation", "a.txt")
    assert newslint("check", "--extend-select", "no/such", "a.txt").exit_code == 2


@pytest.mark.parametrize(("most", "code"), [("3", 0), ("2", 1), ("0", 1)])
def test_more_warnings_than_allowed_fail(newslint: Newslint, folder: Path, most: str, code: int) -> None:
    (folder / "newslint.toml").write_text("[rules]\n'typos/doubled-word' = 'warning'\n", encoding="utf-8")
    assert newslint("check").exit_code == 0
    result = newslint("check", "--max-warnings", most)
    assert result.exit_code == code
    assert ("too many warnings: 3; --max-warnings allows" in result.stderr) == bool(code)
    assert newslint("check", "--max-warnings", most, "--exit-zero").exit_code == 0


def test_show_files_says_what_would_be_checked(newslint: Newslint, folder: Path) -> None:
    assert newslint("check", "--show-files", "b.txt", "drafts").stdout == "b.txt\ndrafts/c.md\n"
    missing = newslint("check", "--show-files", "a.txt", "nowhere")
    assert (missing.exit_code, missing.stdout) == (2, "a.txt\n")


def test_show_settings_says_how_the_first_file_would_be_checked(newslint: Newslint, folder: Path) -> None:
    (folder / "newslint.toml").write_text(
        "dialect = 'gb'\nencoding = 'cp1252'\n[[overrides]]\npaths = ['drafts/']\n"
        "rules = {'typos/doubled-word' = 'warning', 'captions' = 'off'}\n",
        encoding="utf-8",
    )
    shown = json.loads(newslint("check", "--show-settings", "drafts").stdout)
    assert (shown["path"], shown["format"], shown["configuration"]) == (
        "drafts/c.md",
        "markdown",
        "newslint.toml",
    )
    assert (shown["dialect"], shown["encoding"]) == ("gb", "cp1252")
    assert shown["rules"]["typos/doubled-word"]["severity"] == "warning"
    assert "captions/duplicate" not in shown["rules"]
    shown = json.loads(newslint("check", "--show-settings", "--isolated", "-", stdin="Text.").stdout)
    assert (shown["path"], shown["configuration"]) == ("<stdin>", None)


@pytest.mark.parametrize("name", ["text", "concise", "markdown"])
@pytest.mark.parametrize(
    "text", [DOUBLED, "The council met.\n", "Harbour to open\n\n" + DOUBLED + "\nIt rained.\n"]
)
def test_an_earlier_report_is_no_article(newslint: Newslint, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    newslint("check", "--statistics", "--output-format", name, "-o", "report.txt", "a.txt")
    if name == "concise" and "in in" not in text:
        return  # such a report is empty
    report = json.loads(newslint("check", "--output-format", "json", ".").stdout)
    assert report["summary"]["articles"] == 1
    assert is_own_report((tmp_path / "report.txt").read_text(encoding="utf-8"))


def test_an_article_about_checks_is_one() -> None:
    assert not is_own_report("Checked bags cost more\n\nChecked 2 articles in 1 file: no problems found.\n")
    assert not is_own_report("## newslint\n\nA linter.\n")
    assert not is_own_report("At 3:15: error upon error, the coach said.\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_goes_into_folders_that_are_there(newslint: Newslint, folder: Path, name: str) -> None:
    result = newslint("check", "--output-format", name, "-o", "no/such/report", "a.txt")
    assert result.exit_code == 2
    assert "no/such/report: there is no folder no/such" in result.stderr
    assert not (folder / "no").exists()
