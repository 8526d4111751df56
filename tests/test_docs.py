"""The rule pages are those of the rules, and every address leads to one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from conftest import Newslint

from newslint.packs.rule_file import load_pack
from newslint.reporters import FORMATS
from newslint.rules import REGULAR, REPOSITORY_URL, shipped_folder

ROOT = Path(__file__).parent.parent
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def test_rule_pages_are_fresh() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "tools/build_docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert run.stdout == "", run.stdout + run.stderr
    assert run.returncode == 0


def test_every_url_leads_to_a_page_of_the_repository(newslint: Newslint, tmp_path: Path) -> None:
    before = f"{REPOSITORY_URL}/blob/main/"
    for rule in load_pack(shipped_folder()):
        assert rule.url.startswith(before)
        assert (ROOT / rule.url.removeprefix(before)).is_file(), rule.url
    (tmp_path / "a.txt").write_text("It met in in the hall.\n", encoding="utf-8")
    for name in FORMATS:
        for url in re.findall(
            r"https?://[^\s\"<>`]+", newslint("check", "--output-format", name, "a.txt").stdout
        ):
            page = url.removeprefix(before)
            assert page != url or url in (REPOSITORY_URL, SARIF_SCHEMA), url
            assert page == url or (ROOT / page).is_file(), url


def test_a_rule_of_ones_own_has_no_page(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "house/words").mkdir(parents=True)
    (tmp_path / "house/words/plonk.yml").write_text(
        "summary: A word.\ncheck: existence\nmessage: '{match}'\nparams: {phrases: [plonk]}\nexplain: So.\n"
        "bad: ['A [[plonk]].']\ngood: ['A wine.']\n",
        encoding="utf-8",
    )
    (tmp_path / "newslint.toml").write_text("packs = ['house']\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("They drank plonk.\n", encoding="utf-8")
    report = ("check", "--select", "words/plonk", "a.txt", "--output-format")
    assert json.loads(newslint(*report, "jsonl").stdout)["url"] == ""
    (rule,) = json.loads(newslint(*report, "sarif").stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert "helpUri" not in rule


def test_the_projects_own_addresses_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"]["Source"] == REPOSITORY_URL
    for url in project["urls"].values():
        assert url.startswith(REPOSITORY_URL), url
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\](?:\(|: )(?!https://)\S*", readme) == []  # PyPI shows it far from the other files


def test_the_tables_of_the_families_agree_with_the_rules() -> None:
    """Each rule that is no example has a row, which says its severity, or that it is strict."""
    rules = {rule.name: rule for rule in load_pack(shipped_folder())}
    row = re.compile(r"^\| \[(?P<rule>[a-z-]+/[a-z-]+)\]\([^)]*\) \| (?P<says>[^|]*) \|", re.MULTILINE)
    says = {
        found["rule"]: found["says"]
        for page in (ROOT / "docs/families").glob("*.md")
        for found in row.finditer(page.read_text(encoding="utf-8"))
    }
    assert says == {
        name: rule.severity if rule.level == REGULAR else rule.level
        for name, rule in rules.items()
        if not name.startswith(("house/", "suppressions/"))
    }
