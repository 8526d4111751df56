"""What other programs call: `import newslint`."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import newslint

DIRTY = "Harbour plan\n\nThe council met in in the hall, and it recieved them.\n"
FIXED = "Harbour plan\n\nThe council met in the hall, and it received them.\n"


def test_a_text_is_checked_where_no_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = newslint.lint(DIRTY)
    assert [(v.rule, v.line, v.column, v.excerpt) for v in found] == [
        ("typos/doubled-word", 3, 17, "in in"),
        ("typos/misspelling", 3, 40, "recieved"),
    ]
    assert found[1].suggestions[0] == "received"
    assert list(tmp_path.iterdir()) == []


def test_a_text_is_fixed_and_stays_fixed() -> None:
    assert newslint.fix(DIRTY) == FIXED
    assert newslint.fix(FIXED) == FIXED


def test_the_name_says_how_a_text_is_read() -> None:
    page = "<h1>Harbour plan</h1><p>The council met.</p>"
    ((headline, paragraph),) = newslint.outline(page, "a.html")
    assert (headline.kind, headline.text, headline.place.column) == ("headline", "Harbour plan", 5)
    assert (paragraph.kind, paragraph.text) == ("paragraph", "The council met.")


def test_a_caption_is_outlined_with_its_credit() -> None:
    page = "<h1>Plan</h1><figure><img src=a.jpg><figcaption>Boats at dawn. (Lund Pictures)</figcaption></figure><p>It met.</p>"
    (blocks,) = newslint.outline(page, "a.html")
    assert [block.credit for block in blocks if block.kind == "caption"] == ["(Lund Pictures)"]


def test_a_configuration_is_a_file_or_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('[rules]\ntypos = "off"\n', encoding="utf-8")
    assert newslint.lint(DIRTY, config=tmp_path / "newslint.toml") == []
    assert newslint.lint(DIRTY, config={"rules": {"typos": "off"}}) == []
    only = newslint.lint(DIRTY, config={"words": ["recieved"]})
    assert [v.rule for v in only] == ["typos/doubled-word"]


def test_a_changed_configuration_is_read_again(tmp_path: Path) -> None:
    config = tmp_path / "newslint.toml"
    config.write_text('words = ["recieved"]\n', encoding="utf-8")
    assert len(newslint.lint(DIRTY, config=config)) == 1
    config.write_text('words = ["tehran"]\n', encoding="utf-8")
    assert len(newslint.lint(DIRTY, config=config)) == 2


def test_a_linter_selects_as_the_command_line_does() -> None:
    assert [v.rule for v in newslint.Linter(select=["typos/misspelling"]).lint(DIRTY)] == [
        "typos/misspelling"
    ]
    assert newslint.Linter(ignore=["typos"]).lint(DIRTY) == []


def test_what_a_configuration_ignores_is_not_given() -> None:
    entry = {"path": "a.txt", "rule": "typos/misspelling", "reason": "a town"}
    linter = newslint.Linter({"ignore": [entry]})
    assert len(linter.lint(DIRTY, "a.txt")) == 1
    assert len(linter.lint(DIRTY, "b.txt")) == 2


@pytest.mark.parametrize("config", [{"wrods": ["recieved"]}, "/no/such/newslint.toml"])
def test_a_configuration_that_cannot_be_used_says_so(config: object) -> None:
    with pytest.raises(newslint.ConfigError, match=r"words|no such file"):
        newslint.Linter(config)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "select", ["typos/misspelling, captions", ["typos/misspelling"], ["typos/misspelling,captions"]]
)
def test_rules_are_given_in_a_list_or_in_one_text(select: str | list[str]) -> None:
    assert [v.rule for v in newslint.Linter(select=select).lint(DIRTY)] == ["typos/misspelling"]
    assert newslint.Linter(ignore="typos").lint(DIRTY) == []


def test_what_can_not_be_used_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(
        ValueError,
        match=r"^level: 'strikt' is not valid; write regular or strict \(did you mean 'strict'\?\)$",
    ):
        newslint.Linter(level="strikt")
    with pytest.raises(newslint.UnknownRule, match=r"'typoes'; did you mean 'typos'\?"):
        newslint.Linter(select="typoes")
    with pytest.raises(newslint.ConfigError, match=r"^config: wrods: unknown key; did you mean 'words'\?$"):
        newslint.Linter({"wrods": ["recieved"]})
    (tmp_path / "house").mkdir()
    (tmp_path / "house/word.yml").write_text("summary: A word.\n", encoding="utf-8")
    with pytest.raises(newslint.RuleError, match=r"word\.yml:"):
        newslint.Linter({"packs": [str(tmp_path)]})


@pytest.mark.parametrize("function", [newslint.lint, newslint.fix, newslint.outline])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "str, not NoneType"),
        (b"The council.", r"str, not bytes; decode it first: text\.decode\('utf-8'\)"),
    ],
)
def test_a_text_that_is_none(function: Callable[..., object], text: object, said: str) -> None:
    with pytest.raises(TypeError, match=f"the text of 'article.txt' is to be {said}"):
        function(text)


def test_a_violation_as_data_is_what_the_json_report_gives(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8", newline="")
    run = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "--isolated", "--output-format", "json", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    linter = newslint.Linter()
    assert [linter.as_dict(v) for v in linter.lint(DIRTY, "a.txt")] == json.loads(run.stdout)["violations"]


def test_threads_share_a_linter() -> None:
    linter = newslint.Linter()
    expected = linter.lint(DIRTY)
    found: list[object] = []

    def check() -> None:
        found.extend(linter.lint(DIRTY) == expected for _ in range(20))

    threads = [threading.Thread(target=check) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 160


def test_nothing_else_is_public() -> None:
    assert set(newslint.__all__) == {
        "ConfigError", "Fix", "FixEdit", "LintError", "Linter", "OutlineBlock", "RuleError", "UnknownRule", "Violation",
        "__version__", "fix", "lint", "outline",
    }  # fmt: skip
    with pytest.raises(AttributeError, match="lintt"):
        _ = newslint.lintt  # type: ignore[attr-defined]


PLUGIN = """
from typing import NamedTuple
from newslint.checks.model import ArticleCheck, Finding, fills

class Params(NamedTuple):
    word: str

def shouts(analysis, params):
    at = analysis.text.find(params.word.upper())
    if at >= 0:
        yield Finding(at, at + len(params.word), {"word": params.word})

CHECK = ArticleCheck(shouts, Params, placeholders={"": fills("word")})
NO_CHECK = 5
"""
RULE = """
summary: A word in capitals.
check: {check}
severity: warning
message: "Write '{{word}}' in small letters."
params: {{word: flood}}
explain: Capitals shout.
bad: ["The [[FLOOD]] came at night."]
good: ["The flood came at night."]
"""


def _installed(folder: Path) -> None:
    """A package as pip leaves it: a module, and metadata with its entry points."""
    (folder / "loud_news.py").write_text(PLUGIN, encoding="utf-8")
    info = folder / "loud_news-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loud-news\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[newslint.checks]\nshouts = loud_news:CHECK\nno-check = loud_news:NO_CHECK\n", encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("check", "code", "said"),
    [
        ("shouts", 0, "Write 'flood' in small letters."),
        ("shoutz", 2, "there is no check named 'shoutz'; did you mean 'shouts'?"),
        ("no-check", 2, "loud_news:NO_CHECK is no check"),
    ],
)
def test_a_package_brings_a_check_of_its_own(tmp_path: Path, check: str, code: int, said: str) -> None:
    _installed(tmp_path)
    (tmp_path / "pack/house").mkdir(parents=True)
    (tmp_path / "pack/house/loud.yml").write_text(RULE.format(check=check), encoding="utf-8")
    (tmp_path / "newslint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Plan\n\nThe FLOOD came at night.\n", encoding="utf-8")
    environment = {"PYTHONPATH": f"{tmp_path}:{Path(newslint.__file__).parents[1]}", "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "a.txt"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, said in run.stdout + run.stderr) == (code, True), run.stdout + run.stderr
