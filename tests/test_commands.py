"""The commands beside `check`: what a user sees of rules, of how a file is read, and of newslint itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Newslint

from newslint.cli import COMMANDS
from newslint.files import replace_file
from newslint.packs.rule_file import load_pack
from newslint.reporters.shared.display_width import width
from newslint.rules import shipped_folder
from newslint.version import __version__

RULES = load_pack(shipped_folder())
ARTICLE = """\
Ferry Terminal Stays Open

The ferry crosses the bay. (AFP)

“It stays open,” Mayor Ada Lund said. According to the port, 900 people work there.
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(newslint: Newslint, name: str) -> None:
    result = newslint(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")
    assert len(result.stdout.splitlines()) > 4


def test_help_lists_every_command(newslint: Newslint) -> None:
    text = newslint("--help").stdout
    assert all(re.search(rf"^  {name} ", text, re.MULTILINE) for name in COMMANDS)


def test_version(newslint: Newslint) -> None:
    assert newslint("version").stdout.startswith(f"newslint {__version__} (Python 3.")
    assert __version__ in newslint("--version").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chekc", "a.txt"), "did you mean 'newslint check a.txt'?"),
        (("lint", "."), "did you mean 'newslint check .'?"),
        (("fix", "a b.txt"), "did you mean 'newslint check --fix 'a b.txt''?"),
        (("explain", "typos/compound"), "did you mean 'newslint rule typos/compound'?"),
        (("a.txt",), "to check files: newslint check a.txt"),
        (("xyzzy",), "'newslint --help' lists them"),
        (("check", "--selct", "typos"), "Did you mean '--select'?"),
        (("check", "--fail-on", "warn", "."), "Did you mean 'warning'?"),
        (("check", "--output-format", "srif", "."), "Did you mean 'sarif'?"),
        (("check", "--levle", "strict"), "--level"),
        (("check", "--select", "typoes", "."), "did you mean 'typos'?"),
        (("check", "--output-format", "jsno", "."), "'json'"),
        (("rule", "captions/duplicat"), "did you mean 'captions/duplicate'?"),
        (("rules", "caption"), "did you mean 'captions'?"),
        (("outline", "gone.txt"), "gone.txt: no such file"),
        (("check", "--stdin-filename", "a.md"), "give '-' as a path"),
    ],
)
def test_errors_of_use_say_what_to_write(newslint: Newslint, arguments: tuple[str, ...], said: str) -> None:
    result = newslint(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_explains_itself_in_80_columns(newslint: Newslint, rule: str) -> None:
    result = newslint("rule", rule)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{rule}\n")
    assert all(width(line) <= 80 for line in result.stdout.splitlines())
    for title in ("Wrong", "Right", "How to mend it", "How to switch it off"):
        assert f"\n{title}\n" in result.stdout


def test_rules_fit_the_terminal_and_can_be_filtered(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = newslint("rules").stdout.splitlines()
    assert len(lines) == len(RULES)
    assert max(map(width, lines)) <= 80
    errors = newslint("rules", "captions", "--severity", "error").stdout.splitlines()
    assert [line.split()[0] for line in errors] == ["captions/duplicate"]
    strict = json.loads(newslint("rules", "--level", "strict", "--output-format", "json").stdout)
    assert {rule["level"] for rule in strict} == {"strict"}
    assert (
        newslint("rules", "captions", "--level", "strict", "--severity", "error").stdout == "No rule fits.\n"
    )


def test_outline_shows_how_a_file_is_read(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    shown = [line.split(None, 2) for line in newslint("outline", "a.txt").stdout.splitlines()]
    assert [(line, kind) for line, kind, _ in shown] == [
        ("1", "headline"),
        ("3", "caption"),
        ("5", "paragraph"),
    ]
    plain = json.loads(newslint("outline", "--output-format", "json", "a.txt").stdout)
    block = plain["articles"][0]["blocks"][0]
    assert block == {
        "kind": "headline",
        "text": "Ferry Terminal Stays Open",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 26,
    }


def test_outline_of_standard_input(newslint: Newslint) -> None:
    result = newslint("outline", "-", "--stdin-filename", "a.md", stdin="# Ferry Stays\n\nIt stays.\n")
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["headline", "paragraph"]


def test_outline_shows_who_says_what(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    marked = newslint("outline", "--attributions", "a.txt").stdout
    assert "[source: Mayor Ada Lund] [cue: said]" in marked
    plain = json.loads(newslint("outline", "--attributions", "--output-format", "json", "a.txt").stdout)
    places = plain["articles"][0]["attributions"]
    lines = ARTICLE.splitlines()

    def words(place: dict[str, int]) -> str:
        return lines[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1]

    assert [words(each["cue"]) for each in places] == ["said", "According to"]
    assert words(places[0]["source"]) == "Mayor Ada Lund"


def test_outline_of_two_articles(newslint: Newslint, tmp_path: Path) -> None:
    body = (
        "The harbour board met on Monday and said that the ferry would go on as before, whatever it costs. "
        * 3
    )
    (tmp_path / "a.txt").write_text(
        f"Ferry Stays\n\n{body}\n\n\n\n\nBridge Closes\n\n{body}\n", encoding="utf-8"
    )
    assert newslint("outline", "a.txt").stdout.count("Article ") == 2


@pytest.mark.parametrize("settings", ["", "level = 'strict'\n", "dictionaries = ['own.txt']\n"])
@pytest.mark.parametrize("word", ["M\udcfcller", "a\x1bb", "a\u202eb"])
def test_a_word_that_is_no_text_changes_nothing(
    newslint: Newslint, tmp_path: Path, settings: str, word: str
) -> None:
    (tmp_path / "newslint.toml").write_text(settings, encoding="utf-8")
    result = newslint("words", "add", "Beispielstadt", word)
    assert result.exit_code == 2
    assert "holds bytes that are no text; type the word in UTF-8" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["newslint.toml"]
    assert (tmp_path / "newslint.toml").read_text(encoding="utf-8") == settings


@pytest.mark.parametrize("name", ["newslint.toml", "house-words.txt"])
def test_words_are_added_whole_or_not_at_all(
    newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "newslint.toml").write_text("level = 'strict'\n", encoding="utf-8")
    real = replace_file

    def failing(path: Path, *rest: bytes) -> None:
        if path.name == name:
            raise OSError(28, "No space left on device", str(path))
        real(path, *rest)

    monkeypatch.setattr("newslint.cli.words.replace_file", failing)
    result = newslint("words", "add", "Beispielstadt")
    assert result.exit_code == 2
    assert f"{name}: can't be written: No space left on device" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["newslint.toml"]
    assert (tmp_path / "newslint.toml").read_text(encoding="utf-8") == "level = 'strict'\n"


@pytest.mark.parametrize("name", ["newslint.toml", "own.txt"])
def test_words_beside_a_file_that_is_no_text(newslint: Newslint, tmp_path: Path, name: str) -> None:
    (tmp_path / "newslint.toml").write_text("dictionaries = ['own.txt']\n", encoding="utf-8")
    (tmp_path / name).write_bytes(b"# M\xfcller\n")
    result = newslint("words", "add", "Beispielstadt")
    assert result.exit_code == 2
    assert f"{name}: not UTF-8 text (byte 4); save the file as UTF-8" in result.stderr
    assert (tmp_path / name).read_bytes() == b"# M\xfcller\n"
