"""What the documentation shows works as it stands there: the configuration, and the first house rule."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import Newslint

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
