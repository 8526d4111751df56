"""Fixes: what is applied, in which order, and what is never touched."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Found, Newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.fix import OtherText, apply_edits, fixed
from newslint.engine.patch import patch
from newslint.engine.report import Fix, FixEdit, Violation
from newslint.source import Place, Source, Span

DOUBLED = "The council met in in the hall.\n"


def _violation(source: Source, rule: str, applicability: str, *edits: tuple[int, int, str]) -> Violation:
    made = tuple(FixEdit(source.place(Span(a, b)), text, a, b, source.text[a:b]) for a, b, text in edits)
    return Violation(source.path, Place(1, 1, 1, 2), rule, "error", "", "", (), Fix(applicability, made))


@pytest.mark.parametrize(
    ("fixes", "least", "text"),
    [
        ([("a", "safe", (0, 3, "one"))], "safe", "one def ghi"),
        ([("a", "unsafe", (0, 3, "one"))], "safe", "abc def ghi"),
        ([("a", "unsafe", (0, 3, "one"))], "unsafe", "one def ghi"),
        ([("a", "display", (0, 3, "one"))], "unsafe", "abc def ghi"),
        ([("a", "safe", (0, 3, "1")), ("b", "safe", (2, 5, "2"))], "safe", "1 def ghi"),  # the first wins
        ([("a", "unsafe", (0, 3, "1")), ("b", "safe", (0, 3, "2"))], "unsafe", "2 def ghi"),  # the safe wins
        ([("a", "safe", (0, 3, "1"), (8, 11, "3")), ("b", "safe", (9, 10, "x"))], "safe", "1 def 3"),
        ([("a", "safe", (0, 3, "1")), ("b", "safe", (3, 4, "_"))], "safe", "1_def ghi"),  # neighbours
        ([("a", "safe", (4, 4, "+"))], "safe", "abc +def ghi"),
        ([("a", "safe", (4, 4, "+")), ("b", "safe", (4, 4, "-"))], "safe", "abc +def ghi"),
    ],
)
def test_which_fixes_go_together(fixes: list[tuple[object, ...]], least: str, text: str) -> None:
    source = Source("a.txt", "abc def ghi")
    violations = [_violation(source, *fix) for fix in fixes]  # type: ignore[arg-type]
    assert fixed(source, violations, least).text == text
    assert fixed(source, reversed(violations), least).text == text


@given(st.data())
def test_no_fix_touches_what_is_beside_it(data: st.DataObject) -> None:
    source = Source("a.txt", "".join(map(str, range(10))) * 3)
    spans = data.draw(st.lists(st.tuples(st.integers(0, 29), st.integers(0, 5)), max_size=8))
    violations = [
        _violation(source, f"r{n}", "safe", (a, min(30, a + b), "x")) for n, (a, b) in enumerate(spans)
    ]
    change = fixed(source, violations, "safe")
    kept = [e for v in change.applied if v.fix for e in v.fix.edits]
    for one in kept:
        assert not any(o is not one and one.start < o.end and o.start < one.end for o in kept)
    removed = sum(e.end - e.start for e in kept)
    assert len(change.text) == 30 - removed + len(kept)


def test_fix_keeps_mode_and_newlines(newslint: Newslint, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + DOUBLED.replace("\n", "\r\n").encode() * 2 + b"No end")
    file.chmod(0o640)
    assert newslint("check", "--fix", "--select", "typos/", "a.txt").exit_code == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + b"The council met in the hall.\r\n" * 2 + b"No end"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_fix_follows_links(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(DOUBLED, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    newslint("check", "--fix", "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert "in in" not in (tmp_path / "real.txt").read_text(encoding="utf-8")


def test_words_of_others_are_not_touched(found: Found, newslint: Newslint, tmp_path: Path) -> None:
    text = 'The mayor said: "We met in in the hall on Monday."\n'
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    newslint("check", "--fix", "--unsafe-fixes", "--select", "typos/doubled-word", "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == text


def test_standard_input(newslint: Newslint) -> None:
    result = newslint("check", "--fix", "-", stdin=DOUBLED)
    assert result.stdout == "The council met in the hall.\n"
    assert result.exit_code == 0
    result = newslint(
        "check", "-", "--stdin-filename", "desk/a.txt", "--output-format", "concise", stdin=DOUBLED
    )
    assert result.stdout.startswith("desk/a.txt:1:17: error")


@pytest.mark.parametrize(
    "text", [DOUBLED, DOUBLED.rstrip(), "One.\r\n" + DOUBLED.replace("\n", "\r\n"), "A\rb\n" + DOUBLED]
)
@pytest.mark.parametrize("name", ["a.txt", "with space.txt", "umlaut-ü.txt"])
def test_the_patch_applies(newslint: Newslint, tmp_path: Path, text: str, name: str) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / name).write_bytes(text.encode())
    result = newslint("check", "--diff", name)
    assert result.exit_code == 1
    assert (tmp_path / name).read_bytes() == text.encode()
    run = subprocess.run(
        ["git", "apply", "-"], cwd=tmp_path, input=result.stdout_bytes, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / name).read_bytes() == text.replace("in in", "in").encode()


def test_no_patch_where_nothing_is_to_be_done(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met.\n", encoding="utf-8")
    result = newslint("check", "--diff", "a.txt")
    assert (result.stdout, result.exit_code) == ("", 0)
    source = Source("a.txt", "x")
    assert patch(fixed(source, [], "safe")) == b""


def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    old, new = DOUBLED * 20, "The council met in the hall.\n" * 20
    script = (
        "import sys, pathlib\nfrom newslint.files import replace_file\n"
        "file = pathlib.Path(sys.argv[1])\nprint('ready', flush=True)\n"
        "while True:\n    for text in sys.argv[2:4]: replace_file(file, text.encode() * 50)\n"
    )
    file = tmp_path / "a.txt"
    for moment in range(200):
        if moment % 20 == 0:
            file.write_bytes(old.encode() * 50)
        process = subprocess.Popen([sys.executable, "-c", script, file, old, new], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.0003 * (moment % 20))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert file.read_bytes() in (old.encode() * 50, new.encode() * 50)


def test_a_file_saved_between_check_and_fix_is_left_alone(
    newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every way by which the report comes: checked now, from the cache, from a worker."""
    from newslint.cli import _fixing as mend

    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(DOUBLED, encoding="utf-8")
    first, saved = "A new first line.\n", tmp_path / "3.txt"
    reading = mend.source_of

    def source_of(path: str, configured: str) -> Source:
        if path == "3.txt":
            saved.write_text(first + DOUBLED, encoding="utf-8")
        return reading(path, configured)

    monkeypatch.setattr(mend, "source_of", source_of)
    for options in ([], [], ["--jobs", "2", "--no-cache"]):
        (tmp_path / "1.txt").write_text(DOUBLED, encoding="utf-8")
        saved.write_text(DOUBLED, encoding="utf-8")
        result = newslint("check", "--fix", *options)
        assert saved.read_text(encoding="utf-8") == first + DOUBLED
        assert (tmp_path / "1.txt").read_text(encoding="utf-8") == "The council met in the hall.\n"
        assert "3.txt: was saved while newslint checked it" in result.stderr
        assert result.exit_code == 2


def test_a_file_saved_while_it_is_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint import files
    from newslint.engine import fix

    file = tmp_path / "a.txt"
    file.write_text(DOUBLED, encoding="utf-8")
    source = fix.source_of(str(file), "")
    monkeypatch.setattr(files.os, "fsync", lambda _: file.write_text("Saved now.\n", encoding="utf-8"))
    with pytest.raises(fix.SavedMeanwhile):
        fix.write(fix.Fixed(source, "Fixed.\n", ()))
    assert file.read_text(encoding="utf-8") == "Saved now.\n"
    assert list(tmp_path.iterdir()) == [file]


def test_an_edit_is_made_only_where_its_old_text_stands() -> None:
    source = Source("a.txt", "abc def")
    with pytest.raises(OtherText):
        apply_edits("xyz def", [FixEdit(source.place(Span(0, 3)), "1", 0, 3, "abc")])


def test_edits_of_a_forged_cache_are_not_made(newslint: Newslint, tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.txt").write_text(DOUBLED, encoding="utf-8")
    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    newslint("check")
    for file in tmp_path.glob("**/results.sqlite"):
        with sqlite3.connect(file) as database:
            database.execute("UPDATE results SET report = replace(report, 'in in', 'xx xx')")
            database.execute("UPDATE results SET report = replace(report, '\" in\"', '\" zz\"')")
    newslint("check", "--fix")
    for name in "abcdef":
        assert (tmp_path / f"{name}.txt").read_text(encoding="utf-8") in (
            DOUBLED,
            DOUBLED.replace("in in", "in"),
        )


def test_what_a_killed_run_has_left_is_taken_away(tmp_path: Path) -> None:
    from newslint.files import replace_file

    left, fresh, other = (tmp_path / name for name in (".a.x.newslint-tmp", ".b.x.newslint-tmp", ".c.tmp"))
    for file in (left, fresh, other):
        file.write_text("half", encoding="utf-8")
    for file in (left, other):
        os.utime(file, (1, 1))
    replace_file(tmp_path / "a.txt", b"whole")
    assert sorted(file.name for file in tmp_path.iterdir()) == [fresh.name, other.name, "a.txt"]


@pytest.mark.parametrize("in_place", [True, False])
def test_an_editor_at_work_loses_no_file(newslint: Newslint, tmp_path: Path, in_place: bool) -> None:
    """Files that are saved again and again during the run end as one of the editor's texts, fixed or not."""
    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    files = [tmp_path / f"{number:02}.txt" for number in range(20)]
    fixed_text = DOUBLED.replace("in in", "in")

    def text(lines: int) -> str:
        return "A new first line.\n" * lines + DOUBLED

    for file in files:
        file.write_text(text(0), encoding="utf-8")
    script = (
        "import os, pathlib, sys\nprint('ready', flush=True)\n"
        "for lines in range(1, 150):\n"
        "    for name in sys.argv[3:]:\n"
        "        file = pathlib.Path(name)\n"
        "        new = file if sys.argv[1] == 'True' else file.with_suffix('.new')\n"
        "        new.write_text('A new first line.\\n' * lines + sys.argv[2])\n"
        "        new.replace(file)\n"
    )
    command = [sys.executable, "-c", script, str(in_place), DOUBLED, *map(str, files)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as editor:
        assert editor.stdout is not None
        editor.stdout.readline()
        while editor.poll() is None:
            newslint("check", "--fix", "--no-cache", "--select", "typos/doubled-word", "--jobs", "1")
    allowed = {text(lines) for lines in range(150)}
    allowed |= {each.replace(DOUBLED, fixed_text) for each in allowed}
    torn = [file.name for file in files if file.read_text(encoding="utf-8") not in allowed]
    assert torn == []
