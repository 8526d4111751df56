"""What a user meets when a file, a path or a pipe is not as it should be: a clear word, never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Newslint

DOUBLED = b"The council met in in the hall.\n"
RUN = [sys.executable, "-m", "newslint"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9 is closed\n", "line 1, column 4: not UTF-8 text (byte 0xE9); save the file as UTF-8"),
        (b"\xef\xbb\xbfok\ncaf\xe9\n", "line 2, column 4: not UTF-8"),
        (b"one\ntwo \0 three\n", "line 2: holds a NUL character"),
        (b"\xff\xfea", "line 1, column 1: not UTF-16-LE text"),
    ],
)
def test_files_that_are_no_text(newslint: Newslint, tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_bytes(DOUBLED)
    result = newslint("check", "--output-format", "concise", ".")
    assert result.exit_code == 2
    assert f"newslint: bad.txt: {said}" in result.stderr
    assert "good.txt:1:17: error" in result.stdout  # the other files are still checked


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + DOUBLED,
        b"\xff\xfe" + DOUBLED.decode().encode("utf-16-le"),
        b"\xfe\xff" + DOUBLED.decode().encode("utf-16-be"),
        DOUBLED.replace(b"\n", b"\r\n"),
        DOUBLED.replace(b"\n", b"\r"),
        DOUBLED.rstrip(),
    ],
    ids=["utf-8 bom", "utf-16-le", "utf-16-be", "crlf", "cr", "no newline"],
)
def test_encodings_and_line_ends(newslint: Newslint, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    result = newslint("check", "--output-format", "concise", "a.txt")
    assert result.stdout.startswith("a.txt:1:17: error typos/doubled-word")
    fixed = newslint("check", "--fix", "a.txt")
    assert fixed.exit_code == 0
    changed = (tmp_path / "a.txt").read_bytes()
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            before, after = data.decode(encoding), changed.decode(encoding)
        except UnicodeDecodeError:
            continue
        assert after == before.replace("in in", "in")
        break
    assert changed[:2] == data[:2]


def test_a_path_that_does_not_exist(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DOUBLED)
    result = newslint("check", "--output-format", "json", "nowhere.txt", "a.txt")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert report["errors"] == [
        {"path": "nowhere.txt", "message": "no such file or folder; check the spelling"}
    ]
    assert len(report["violations"]) == 1


def test_a_folder_without_articles(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = newslint("check", "empty")
    assert result.exit_code == 0
    assert "empty: no articles here" in result.stderr


@pytest.mark.parametrize("data", [b"", b"\n", b"   \n\t\n", b"\n" * 100_000, b"\r\n" * 1000])
def test_nothing_to_read(newslint: Newslint, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    result = newslint("check", "a.txt")
    assert result.exit_code == 0
    assert result.stderr == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DOUBLED)
    (tmp_path / "a.txt").chmod(0)
    result = newslint("check", "a.txt")
    assert result.exit_code == 2
    assert "check the file's permissions" in result.stderr


def test_links(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_bytes(DOUBLED)
    (tmp_path / "news/again").symlink_to(tmp_path / "news")  # a loop
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    result = newslint("check", "--output-format", "concise", "news")
    assert result.stdout.count("news/a.txt") == 1
    result = newslint("check", "gone.txt")
    assert result.exit_code == 2
    assert "a link to a file that does not exist" in result.stderr


@pytest.mark.parametrize(
    "name", ["two words.txt", 'it\'s "so".txt', "café 😀.txt", "a\x1b[31mred.txt", "a\nb.txt", "-x.txt"]
)
def test_odd_names(newslint: Newslint, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(DOUBLED)
    result = newslint("check", "--output-format", "concise")
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert len(result.stdout.splitlines()) == 1
    assert json.loads(newslint("check", "--output-format", "json").stdout)["violations"][0]["path"] == name
    assert newslint("check", "--fix", "--", name).exit_code == 0
    assert (tmp_path / name).read_bytes() == b"The council met in the hall.\n"


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsencode(str(tmp_path)) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_bytes(DOUBLED)
    for form in ("text", "concise", "json", "github", "sarif", "junit", "markdown"):
        run = subprocess.run(
            [*RUN, "check", "--output-format", form, tmp_path], capture_output=True, check=False
        )
        assert run.returncode == 1, run.stderr
        run.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        "“Word " * 60_000,
        "<" * 200_000,
        "(" * 100_000,
        "A harbour scene on Monday. (Reuters)\n" * 10_000,
        "The the " * 20_000,
        "\u0301" * 100_000,
        "1,000 " * 100_000,
        "Anna Beispiel " * 50_000,
    ],
    ids=["5 MB line", "quotes", "angles", "brackets", "captions", "doubled", "combining", "figures", "names"],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_monsters_end(tmp_path: Path, text: str, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_text(text, encoding="utf-8")
    run = subprocess.run(
        [*RUN, "check", "--isolated", "--output-format", "jsonl", file],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert run.returncode in (0, 1), run.stderr[-500:]
    assert b"Traceback" not in run.stderr


def test_a_closed_pipe(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_bytes(DOUBLED * 50)
    command = f"'{sys.executable}' -m newslint check --output-format concise '{tmp_path}' | head -n 1"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert run.stdout.count("\n") == 1
    assert run.stderr == ""


def _heed_ctrl_c() -> None:
    """In a child: what is started in the background (`make test &`) inherits that the signal is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c(tmp_path: Path, jobs: str) -> None:
    for number in range(3000):
        (tmp_path / f"{number}.txt").write_bytes(DOUBLED * 100)
    process = subprocess.Popen(
        [*RUN, "check", "--no-cache", "--jobs", jobs, tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=_heed_ctrl_c,
    )
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=20)
    assert process.returncode == 130
    assert stderr.strip().endswith(b"newslint: stopped")
    assert b"Traceback" not in stderr


def test_a_pattern_that_explodes_has_a_time_limit(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "pack/house").mkdir(parents=True)
    (tmp_path / "pack/house/slow.yml").write_text(
        "summary: S.\ncheck: pattern\nmessage: M.\nexplain: E.\n"
        "params: {pattern: '(a|a|aa)+$'}\nbad: ['[[aaa]]']\ngood: ['b']\n",
        encoding="utf-8",
    )
    (tmp_path / "newslint.toml").write_text("packs = ['pack']\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(
        "a" * 60 + "b and more. The council met in in the hall.\n", encoding="utf-8"
    )
    result = newslint("check", "--output-format", "concise", "a.txt")
    assert result.exit_code == 2
    assert "a.txt: the rule house/slow took too long here" in result.stderr
    assert "typos/doubled-word" in result.stdout


def test_mistyped_options_and_commands(newslint: Newslint) -> None:
    result = newslint("check", "--levle", "strict")
    assert result.exit_code == 2
    assert "--level" in result.stderr
    result = newslint("chek")
    assert result.exit_code == 2
    assert "did you mean 'newslint check'?" in result.stderr
    assert "newslint check a.txt" in newslint("a.txt").stderr
    result = newslint("check", "--select", "typo/doubled-word")
    assert result.exit_code == 2
    assert "did you mean 'typos/doubled-word'?" in result.stderr
    assert "names what is read from '-'" in newslint("check", "--stdin-filename", "a.md").stderr


def test_one_fault_in_many_files_is_told_in_few_lines(newslint: Newslint, tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"b{number}.txt").write_bytes(b"\xff\xfe\x00\xd8")
    result = newslint("check", ".")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 4
    assert "the same in 6 more files" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no /dev/full")
def test_a_full_disk(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DOUBLED)
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*RUN, "check", "a.txt"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (run.returncode, run.stderr) == (
        2,
        b"newslint: the output can't be written: No space left on device\n",
    )
    result = newslint("check", "-o", "/dev/full", "a.txt")
    assert result.exit_code == 2
    assert "/dev/full: the report can't be written" in result.stderr
    assert Path("/dev/full").is_char_device()


def test_a_report_goes_into_a_pipe_or_through_a_link(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DOUBLED)
    (tmp_path / "report.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("report.txt")
    assert newslint("check", "--output-format", "concise", "-o", "link.txt", "a.txt").exit_code == 1
    assert (tmp_path / "link.txt").is_symlink()
    assert "doubled-word" in (tmp_path / "report.txt").read_text(encoding="utf-8")
    run = subprocess.run(
        [*RUN, "check", "--output-format", "concise", "-o", "/dev/stderr", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert b"doubled-word" in run.stderr


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("check a.txt >&-", 2, "newslint: the output can't be written: Bad file descriptor\n"),
        ("check -o report.txt a.txt >&-", 1, ""),
        ("check a.txt 2>&-", 1, ""),
        ("check none.txt 2>&-", 2, ""),
        ("check none.txt 2>/dev/full", 2, ""),
        ("nothing 2>&-", 2, ""),
        ("check - <&-", 2, "newslint: standard input can't be read: Bad file descriptor\n"),
        ("check a.txt <&-", 1, ""),
        ("check a.txt b.txt c.txt d.txt >&- <&- 2>&-", 2, ""),
        ("--version >&-", 2, "newslint: the output can't be written: Bad file descriptor\n"),
        ("check --fix a.txt >&-", 2, "newslint: the output can't be written: Bad file descriptor\n"),
    ],
)
def test_streams_that_are_closed(tmp_path: Path, command: str, code: int, said: str) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_bytes(DOUBLED)
    (tmp_path / "newslint.toml").write_bytes(b"")
    environment = {key: value for key, value in os.environ.items() if key != "NEWSLINT_DEBUG"}
    run = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m newslint {command}"],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (code, said)
    assert (tmp_path / "newslint.toml").read_bytes() == b""


@pytest.mark.parametrize("module", ["newslint.version", "click", "newslint.cli.check", "newslint.engine.run"])
def test_ctrl_c_while_it_starts(tmp_path: Path, module: str) -> None:
    """Interrupted while a module is being imported, whichever."""
    script = (
        "import os, signal, sys\nfrom newslint.__main__ import main\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "for name in [name for name in sys.modules if name.startswith('newslint.') and name != 'newslint.__main__']:\n"
        "    del sys.modules[name]\n"
        "sys.meta_path.insert(0, Finder())\nsys.argv = ['newslint', 'check', '-']\nmain()\n"
    )
    environment = {key: value for key, value in os.environ.items() if key != "NEWSLINT_DEBUG"}
    run = subprocess.run(
        [sys.executable, "-c", script],
        env=environment | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        preexec_fn=_heed_ctrl_c,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr.strip()) == (130, "newslint: stopped")
