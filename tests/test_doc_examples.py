"""What the documentation shows works as it stands there: the configuration, and the first house rule."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import Newslint

from newslint.checks import CHECKS
from newslint.rules import load_check

DOCS = Path(__file__).resolve().parent.parent / "docs"


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def house_rule() -> tuple[str, str]:
    """The rule of docs/house-rules.md: its path and its text."""
    rule = blocks("house-rules.md", "yaml")[0]
    return rule.splitlines()[0].removeprefix("# "), rule


def test_the_house_rule(newslint: Newslint) -> None:
    name, rule = house_rule()
    Path(name).parent.mkdir(parents=True)
    Path(name).write_text(rule, encoding="utf-8")
    assert newslint("test-rules", "house-rules").stdout == "1 rule: every example is as marked.\n"


def test_the_configuration(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    news = tmp_path / "news"
    name, rule = house_rule()
    (news / name).parent.mkdir(parents=True)
    (news / name).write_text(rule, encoding="utf-8")
    (news / "house-words.txt").write_text("floofer\n", encoding="utf-8")
    (news / "house-names.yml").write_text("- Ada Lund\n", encoding="utf-8")
    (news / "newslint.toml").write_text(blocks("configuration.md", "toml")[0], encoding="utf-8")
    (news / "a.adoc").write_text("The council met in in the hall.\n", encoding="utf-8")
    result = newslint("check", "--config", "news/newslint.toml", "news")
    assert "typos/doubled-word" in result.stdout, result.stderr
    assert result.exit_code == 1


def test_the_table_of_house_rules_names_what_the_checks_fill_in() -> None:
    text = (DOCS / "house-rules.md").read_text(encoding="utf-8")
    table = text.partition("## The kinds of checks\n")[2].partition("\n## ")[0]
    cell = r"((?:[^|\\]|\\.)*)"
    rows = re.findall(rf"^\| `([\w-]+)` \|{cell}\|{cell}\|{cell}\|$", table, re.MULTILINE)
    assert {name for name, *_ in rows} == {
        name for name, where in CHECKS.items() if where.startswith("style.")
    }
    for name, params, named, _ in rows:
        check = load_check(name)
        assert re.findall(r"`(\{[^`]+\})`", named) == check.placeholders[""].shown(), name
        assert set(re.findall(r"`(\w+)[`:]", params)) == set(check.params._fields), name


def test_the_parameters(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(blocks("configuration.md", "toml")[1], encoding="utf-8")
    text = "The two met met in Ardnish, where they had had a big boat prior to the storm.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    options = ["--output-format", "concise", "--select", "typos/doubled-word,house/say-not-utilise"]
    assert (
        newslint("check", *options).stdout
        == "a.txt:1:50: suggestion house/say-not-utilise: 'big boat': write 'ship'.\n"
    )
