"""Each report, read by a program that is made for it, on a line with an emoji and curly quotes before the violation."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import junitparser
import pytest
from conftest import Newslint

from newslint.engine.report import FileError, RelatedPlace, Report, Violation
from newslint.engine.run import RunResult
from newslint.reporters import FORMATS, Style, left_out, render
from newslint.reporters.shared.byte_columns import ByteColumns
from newslint.reporters.shared.display_width import clipped, width
from newslint.reporters.shared.escape import escape_control_characters
from newslint.source import Place

LINE = "😀 “The council” met in in the hall.\n"
CONSUMERS = Path(__file__).parent / "consumers/node_modules"
needs_consumers = pytest.mark.skipif(
    not (CONSUMERS / ".bin").is_dir() or not shutil.which("node"), reason="needs npm: run 'make test'"
)


@pytest.fixture
def output(newslint: Newslint, tmp_path: Path) -> Any:
    (tmp_path / "news desk").mkdir()
    (tmp_path / "news desk/a.txt").write_text(LINE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("The council met.\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")

    def report(name: str, *options: str) -> str:
        select = () if "--select" in options else ("--select", "typos/doubled-word")
        return newslint("check", *select, "--output-format", name, *options, ".").stdout

    return report


def test_json(output: Any) -> None:
    report = json.loads(output("json"))
    assert report["summary"] == {"files": 3, "articles": 2, "violations": 1, "fixable": 1}
    (v,) = report["violations"]
    assert (v["line"], v["column"], v["end_line"], v["end_column"]) == (1, 21, 1, 26)
    assert (v["path"], v["excerpt"], v["suggestions"]) == ("news desk/a.txt", "in in", ["in"])
    assert v["fix"]["applicability"] == "safe"
    assert v["fix"]["edits"] == [{"line": 1, "column": 24, "end_line": 1, "end_column": 27, "content": ""}]
    assert re.fullmatch("[0-9a-f]{32}", v["fingerprint"])
    assert [e["path"] for e in report["errors"]] == ["bad.txt"]
    assert json.loads(output("jsonl")) == v


def test_concise(output: Any) -> None:
    assert (
        output("concise")
        == "news desk/a.txt:1:21: error typos/doubled-word: 'in' stands twice; once is enough.\n"
    )


def test_github(output: Any) -> None:
    lines = output("github").splitlines()
    assert lines[0].startswith("::error file=bad.txt,title=newslint::")
    assert lines[1] == (
        "::error file=news desk/a.txt,line=1,endLine=1,col=21,endColumn=26,title=typos/doubled-word::'in' stands twice; once is enough."
    )


def test_github_says_what_it_hides_and_escapes() -> None:
    many = [
        Violation(f"a,{n}.txt", Place(1, 1, 1, 2), "typos/x", "warning", "50% is\nwrong: x", "")
        for n in range(12)
    ]
    gravest = Violation("z.txt", Place(1, 1, 2, 2), "typos/y", "error", "bad", "")
    lines = "".join(render("github", RunResult(violations=[*many, gravest], files=13), Style())).splitlines()
    assert lines[0] == "::error file=z.txt,line=1,endLine=2,title=typos/y::bad"
    assert "file=a%2C0.txt" in lines[1]
    assert "50%25 is" in lines[1]
    assert lines[-1].startswith("::notice title=newslint::2 more violations")


def test_sarif(output: Any, tmp_path: Path) -> None:
    log = json.loads(output("sarif"))
    (run,) = log["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert place["artifactLocation"] == {"uri": "news%20desk/a.txt", "uriBaseId": "%SRCROOT%"}
    assert place["region"]["startColumn"] == 21
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": ""}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "typos/doubled-word"


def test_sarif_lists_what_is_silenced_only_when_asked(output: Any, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(
        "[[ignore]]\npath = '*.txt'\nrule = 'typos'\nreason = 'as he said it'\n", encoding="utf-8"
    )
    assert json.loads(output("sarif"))["runs"][0]["results"] == []
    (result,) = json.loads(output("sarif", "--suppressed"))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "as he said it"}]


def test_sarif_lists_nothing_that_the_baseline_accepts(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    assert newslint("baseline", "a.txt").exit_code == 0

    def results(*options: str) -> list[Any]:
        log = json.loads(newslint("check", "--output-format", "sarif", *options, "a.txt").stdout)
        found: list[Any] = log["runs"][0]["results"]
        return found

    assert results() == []
    assert [r["suppressions"][0]["kind"] for r in results("--suppressed")] == ["external"]
    assert [r.get("suppressions") for r in results("--suppressed", "--no-baseline")] == [None]


def test_sarif_keeps_the_most_severe_of_more_than_github_takes() -> None:
    place = Place(1, 1, 1, 2)
    many = [Violation(f"{n}.txt", place, "typos/x", "warning", "m", "") for n in range(25_000)]
    last = [Violation(f"z{n}.txt", place, "typos/y", "error", "m", "") for n in range(2)]
    outcome = RunResult(violations=[*many, *last], files=25_002)
    (run,) = json.loads("".join(render("sarif", outcome, Style())))["runs"]
    assert len(run["results"]) == 25_000
    assert [r["level"] for r in run["results"][:3]] == ["error", "error", "warning"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "note"
    assert [note["message"]["text"]] == left_out("sarif", outcome)
    assert "25,000 most severe of 25,002" in note["message"]["text"]
    assert left_out("sarif", RunResult(violations=many)) == left_out("json", outcome) == []


def test_sarif_names_no_folder_of_the_authors_machine(output: Any, tmp_path: Path) -> None:
    for argument in (".", str(tmp_path)):
        text = output("sarif", argument)
        assert str(tmp_path) not in text
        assert "file:" not in text


@needs_consumers
def test_sarif_is_valid(output: Any, tmp_path: Path) -> None:
    text = output("sarif")
    folder = CONSUMERS / "@microsoft/jest-sarif/lib/schemas"
    schema = json.loads(next(folder.glob("*2.1.0*.json")).read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(text))
    (tmp_path / "log.sarif").write_text(text, encoding="utf-8")
    run = _consumer("sarif-multitool", "validate", "log.sarif", cwd=tmp_path)
    assert "error" not in run.stdout.lower(), run.stdout


def test_gitlab(output: Any, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("It met in in the hall. It met in in the hall.\n", encoding="utf-8")
    problems = json.loads(output("gitlab"))
    for problem in problems:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= problem.keys()
        assert problem["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not problem["location"]["path"].startswith("./")
        assert problem["location"]["positions"]["begin"]["line"] >= 1
    before = {p["fingerprint"] for p in problems}
    assert len(before) == len(problems) == 4
    (tmp_path / "b.txt").write_text(
        "New.\n\nIt met in in the hall. It met in in the hall.\n", encoding="utf-8"
    )
    assert {p["fingerprint"] for p in json.loads(output("gitlab"))} == before


def test_junit(output: Any, tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(output("junit"), encoding="utf-8")
    suites = junitparser.JUnitXml.fromfile(str(tmp_path / "report.xml"))
    assert (suites.tests, suites.failures, suites.errors) == (3, 1, 1)
    cases = {suite.name: list(suite) for suite in suites}
    assert cases["news desk/a.txt"][0].result[0].message == "'in' stands twice; once is enough."
    assert cases["clean.txt"][0].is_passed


def test_checkstyle(output: Any) -> None:
    root = ElementTree.fromstring(output("checkstyle"))
    errors = {file.attrib["name"]: [e.attrib for e in file] for file in root}
    assert errors["news desk/a.txt"] == [
        {
            "line": "1",
            "column": "21",
            "severity": "error",
            "message": "'in' stands twice; once is enough.",
            "source": "newslint.typos/doubled-word",
        }
    ]
    assert "bad.txt" in errors


def test_rdjsonl_counts_bytes(output: Any) -> None:
    found = json.loads(output("rdjsonl"))
    start, end = found["location"]["range"]["start"], found["location"]["range"]["end"]
    line = LINE.encode()
    assert line[start["column"] - 1 : end["column"] - 1] == b"in in"
    assert found["suggestions"][0]["text"] == ""


@needs_consumers
def test_rdjsonl_is_valid(output: Any, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(
        json.dumps({"diagnostics": [json.loads(output("rdjsonl"))]}), encoding="utf-8"
    )
    run = _consumer("rdformat-validator", "--strict", "one.json", cwd=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr


def test_markdown(output: Any) -> None:
    text = output("markdown")
    assert (
        "| `news desk/a.txt:1` | 🔴 error | 'in' stands twice; once is enough. | `typos/doubled-word` |"
        in text
    )
    assert "`bad.txt`" in text


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_stays_in_its_place(name: str) -> None:
    evil = "</script>\x1b[31m\u202e|`*_[x](y)\"'<&>%0A::error::\x00\ud800"
    v = Violation(
        evil,
        Place(1, 1, 1, 2),
        "typos/x",
        "error",
        evil,
        evil,
        (evil,),
        None,
        (RelatedPlace(evil, Place(1, 1, 1, 2), evil),),
        "f",
        evil,
        1,
    )
    outcome = RunResult(
        violations=[v], files=1, reports=[Report(evil)], paths=[evil], errors=[FileError(evil, evil)]
    )
    text = "".join(render(name, outcome, Style()))
    text.encode("utf-8", "backslashreplace")
    if name in ("text", "concise", "github", "markdown"):
        assert "\x1b" not in text
        assert "\u202e" not in text
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(text.encode("utf-8", "backslashreplace"))
    if name == "github":
        assert all(line.startswith("::") for line in text.splitlines())


def test_the_caret_stands_under_the_span(newslint: Newslint, tmp_path: Path) -> None:
    for text in (
        LINE,
        "e\u0301e\u0301 日本語 " + LINE,
        "some words " * 100 + LINE,
        "日本" * 100 + " " + LINE,
    ):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        report = newslint("check", "--select", "typos/doubled-word", "a.txt").stdout.splitlines()
        at = next(n for n, line in enumerate(report) if "^^^^^" in line)
        line, carets = report[at - 1], report[at]
        before = line[: line.index("in in")]
        assert carets.index("^") == width(before)
        assert carets.count("^") == 5
        assert width(line) <= 112


def test_colour(newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    assert "\x1b[" not in newslint("check", "a.txt").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m" in newslint("check", "a.txt").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in newslint("check", "a.txt").output


def test_output_file(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    missing = newslint("check", "--output-format", "json", "-o", "out/report.json", "a.txt")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "out/report.json: there is no folder out" in missing.stderr
    (tmp_path / "out").mkdir()
    result = newslint("check", "--output-format", "json", "-o", "out/report.json", "a.txt")
    assert result.stdout == ""
    assert result.exit_code == 1
    assert (
        json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))["summary"]["violations"] == 1
    )
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert newslint("check", "-o", "file/report.txt", "a.txt").exit_code == 2


def test_statistics(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE * 2, encoding="utf-8")
    text = newslint("check", "--statistics", "--select", "typos/doubled-word", "a.txt").stdout
    assert "     2  typos/doubled-word" in text
    assert "     2  a.txt" in text


def test_columns_in_bytes() -> None:
    line = "é😀a" * 1000
    columns = ByteColumns("ascii\n" + line)
    for column in (1, 2, 3, 4, 511, 512, 513, 1024, 2999, 3001):
        assert columns.column(2, column) == len(line[: column - 1].encode()) + 1
    assert columns.column(1, 3) == 3
    assert columns.column(9, 7) == 7


def test_widths() -> None:
    assert (width("abc"), width("日本"), width("e\u0301"), width("")) == (3, 4, 1, 0)
    assert clipped("日本語", 5) == "日本…"
    assert escape_control_characters("a\tb\x1b\u202e") == "a b\\x1b\\u202e"


def _consumer(name: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(CONSUMERS / ".bin" / name), *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
