"""The cache and the worker processes change how long a run takes, never what it says."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.engine.cache import Cache, kept_digest
from newslint.engine.cache_folder import cache_folder
from newslint.engine.report import Report
from newslint.packs.rule_file import load_pack
from newslint.rules import to_plain

RUN = [sys.executable, "-m", "newslint", "check", "--output-format", "json"]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    rng = random.Random(1)
    sentences = [
        "The council met in the the hall on Monday.",
        "It voted for a new harbour wall.",
        "The mayor said the the plan was sound.",
        "Work will begin in May, and the clerk recieved the bids.",
        "Nobody spoke against it.",
    ]
    for number in range(60):
        text = "\n\n".join(" ".join(rng.choices(sentences, k=5)) for _ in range(8))
        (tmp_path / f"{number:03}.txt").write_text(text + "\n", encoding="utf-8")
    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    return tmp_path


def _kept(folder: Path) -> Path:
    """Where the results of the project in this folder are kept."""
    kept = cache_folder(folder / "newslint.toml").path
    assert kept
    return kept


def _report(folder: Path, *options: str) -> bytes:
    run = subprocess.run([*RUN, *options, "."], cwd=folder, capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


def test_same_report_with_and_without(archive: Path) -> None:
    plain = _report(archive, "--no-cache", "--jobs", "1")
    assert _report(archive, "--no-cache", "--jobs", "2") == plain
    assert _report(archive) == plain  # fills the cache
    assert _report(archive) == plain  # reads it
    assert (_kept(archive) / "results.sqlite").is_file()
    assert [path for path in archive.iterdir() if path.suffix != ".txt"] == [archive / "newslint.toml"]


def test_what_is_cached_is_the_content(archive: Path) -> None:
    before = _report(archive)
    file = archive / "003.txt"
    stat = file.stat()
    changed = file.read_text(encoding="utf-8") + "The the end.\n"
    file.write_text(changed, encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    after = _report(archive)
    assert after != before
    assert after == _report(archive, "--no-cache")


def _endless(database: Path) -> None:
    """A view in the place of the table, which never ends."""
    with sqlite3.connect(database) as connection:
        connection.executescript(
            "CREATE VIEW results AS WITH RECURSIVE n(key, report, digest) AS "
            "(SELECT '', '', '' UNION ALL SELECT key, report, digest FROM n) SELECT * FROM n;"
        )


DAMAGES: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(os.urandom(5000)),
    "empty": lambda path: path.write_bytes(b""),
    "a folder": lambda path: path.mkdir(),
    "a link": lambda path: path.symlink_to(path.with_name("elsewhere")),
    "a pipe": lambda path: os.mkfifo(path),
    "an endless view": _endless,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_no_harm(archive: Path, damage: str) -> None:
    plain = _report(archive)
    for file in _kept(archive).glob("results.sqlite*"):
        file.unlink()
    DAMAGES[damage](_kept(archive) / "results.sqlite")
    assert _report(archive) == plain
    assert _report(archive) == plain


VIOLATION = [[1, 1, 1, 2], "a/b", "error", "", "", [], None, [], "", "", 1]
FACT = ["", "", "", [0, 1], [1, 1, 1, 2], 0, "", ["", 1]]


@pytest.mark.parametrize(
    "report",
    [
        "[" * 200_000,
        "",
        "null",
        "{}",
        "[[],[],0,0,[],[]]",
        "[[],{},1e400,0,[],[]]",
        "[[],{},-1,0,[],[]]",
        f"[[],{{}},{10**30},0,[],[]]",
        "[[],{},0,0,[[1]],[]]",
        "[[],{},0,0,[],[[[],0,0]]]",
        *(
            json.dumps([[[*VIOLATION[:at], wrong, *VIOLATION[at + 1 :]]], {}, 0, 0, [], []])
            for at, wrong in [
                (0, [1]),
                (1, 5),
                (2, "BOGUS"),
                (2, []),
                (5, [5]),
                (6, ["safe", [5]]),
                (6, 5),
                (10, ""),
            ]
        ),
        *(
            json.dumps([[], {"a/b": [[*FACT[:at], wrong, *FACT[at + 1 :]]]}, 0, 0, [], []])
            for at, wrong in [(0, 5), (3, [1]), (4, []), (5, None), (7, [5, 5])]
        ),
    ],
    ids=lambda text: text[:40],
)
def test_a_report_that_is_none_counts_as_absent(tmp_path: Path, report: str) -> None:
    cache = Cache(tmp_path, "")
    cache.put([("good", Report("a.txt", words=5)), ("bad", Report("b.txt"))])
    cache.close()
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        row = (report, kept_digest("bad", report))
        database.execute("UPDATE results SET report = ?, digest = ? WHERE key = 'bad'", row)
    cache = Cache(tmp_path, "")
    assert cache.get([("good", "a.txt"), ("bad", "b.txt")]) == {"good": Report("a.txt", words=5)}


def test_a_report_that_was_changed_counts_as_absent(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "")
    cache.put([("key", Report("a.txt", words=5))])
    cache.close()
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        database.execute("UPDATE results SET report = replace(report, '5', '6')")
    assert Cache(tmp_path, "").get([("key", "a.txt")]) == {}


def test_killed_at_any_moment(archive: Path) -> None:
    plain = _report(archive, "--no-cache")
    rng = random.Random(2)
    for _ in range(50):
        process = subprocess.Popen(
            [*RUN, "."], cwd=archive, stdout=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(rng.uniform(0.05, 0.4))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if rng.random() < 0.3:
            shutil.rmtree(_kept(archive), ignore_errors=True)
    assert _report(archive) == plain


def test_two_at_once(archive: Path) -> None:
    plain = _report(archive, "--no-cache")
    processes = [subprocess.Popen([*RUN, "."], cwd=archive, stdout=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate()[0] for process in processes] == [plain] * 4


def test_a_worker_that_is_killed_costs_one_file(archive: Path) -> None:
    script = (
        "import os, signal, sys\nimport newslint.engine.workers as run\nplain = run.reports_of\n"
        "def reports_of(paths, *rest):\n"
        "    if any(path.endswith('007.txt') for path in paths): os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return plain(paths, *rest)\n"
        "run.reports_of = reports_of\n"
        "from newslint.cli import main\n"
        "sys.argv = ['newslint', 'check', '--no-cache', '--jobs', '2', '--output-format', 'json', '.']\nmain()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=archive, capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 2
    assert "newslint: 007.txt: the process that checked this file was ended" in run.stderr
    assert '"files": 60' in run.stdout


def test_two_installations_do_not_mix_their_rules(archive: Path, tmp_path: Path) -> None:
    """A hook's environment and a checkout may have the same version, and other rules."""
    root = Path(__file__).parent.parent
    other = tmp_path / "other installation"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "newslint", other / "newslint", ignore=ignore)
    shutil.copytree(root / "rules", other / "newslint/rules_shipped", ignore=ignore)
    rules = [{**rule, "severity": "suggestion"} for rule in to_plain(load_pack(root / "rules"))]
    (other / "newslint/rules_shipped/compiled.json").write_text(json.dumps(rules), encoding="utf-8")

    def severities(**environment: str) -> set[str]:
        command = [*RUN, "--select", "typos/doubled-word", "000.txt"]
        run = subprocess.run(
            command, cwd=archive, env=os.environ | environment, capture_output=True, check=False
        )
        assert run.returncode in (0, 1), run.stderr
        return {violation["severity"] for violation in json.loads(run.stdout)["violations"]}

    assert severities(PYTHONPATH=str(other)) == {"suggestion"}
    assert "suggestion" not in severities()
    assert severities(PYTHONPATH=str(other)) == {"suggestion"}
