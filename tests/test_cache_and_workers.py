"""The cache and the worker processes change how long a run takes, never what it says."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Newslint

from newslint.packs.rule_file import load_pack
from newslint.rules import to_plain

RUN = [sys.executable, "-m", "newslint", "check", "--output-format", "json"]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    rng = random.Random(1)
    words = "the council met in in hall on Monday and voted for a new harbour wall".split()
    for number in range(60):
        text = "\n\n".join(" ".join(rng.choices(words, k=40)).capitalize() + "." for _ in range(8))
        (tmp_path / f"{number:03}.txt").write_text(text + "\n", encoding="utf-8")
    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    return tmp_path


def _report(folder: Path, *options: str) -> bytes:
    run = subprocess.run([*RUN, *options, "."], cwd=folder, capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


def test_same_report_with_and_without(archive: Path) -> None:
    plain = _report(archive, "--no-cache", "--jobs", "1")
    assert _report(archive, "--no-cache", "--jobs", "2") == plain
    assert _report(archive) == plain  # fills the cache
    assert _report(archive) == plain  # reads it
    assert (archive / ".newslint_cache/.gitignore").read_text(encoding="utf-8").endswith("*\n")


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


@pytest.mark.parametrize("damage", ["garbage", "empty", "folder", "text"])
def test_a_damaged_cache_is_no_harm(archive: Path, damage: str) -> None:
    plain = _report(archive)
    database = archive / ".newslint_cache/results.sqlite"
    for file in archive.glob(".newslint_cache/results.sqlite*"):
        file.unlink()
    if damage == "garbage":
        database.write_bytes(os.urandom(5000))
    elif damage == "empty":
        database.write_bytes(b"")
    elif damage == "folder":
        database.mkdir()
    else:
        for kept in archive.glob(".newslint_cache/*.json"):
            kept.write_text('{"version": 1', encoding="utf-8")
    assert _report(archive) == plain
    assert _report(archive) == plain


def test_a_folder_that_can_not_be_written(archive: Path) -> None:
    plain = _report(archive, "--no-cache")
    (archive / ".newslint_cache").unlink(missing_ok=True) if (archive / ".newslint_cache").is_file() else None
    shutil.rmtree(archive / ".newslint_cache", ignore_errors=True)
    (archive / ".newslint_cache").write_text("a file stands in the way", encoding="utf-8")
    assert _report(archive) == plain


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
            shutil.rmtree(archive / ".newslint_cache", ignore_errors=True)
    assert _report(archive) == plain


def test_two_at_once(archive: Path) -> None:
    plain = _report(archive, "--no-cache")
    processes = [subprocess.Popen([*RUN, "."], cwd=archive, stdout=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate()[0] for process in processes] == [plain] * 4


def test_clean(newslint: Newslint, archive: Path) -> None:
    _report(archive)
    assert (archive / ".newslint_cache").is_dir()
    assert "Removed" in newslint("clean").stdout
    assert not (archive / ".newslint_cache").exists()


def test_a_worker_that_is_killed_costs_one_file(archive: Path) -> None:
    script = (
        "import os, signal, sys\nimport newslint.engine.run as run\nplain = run.report_of\n"
        "def report_of(path, *rest):\n"
        "    if path.endswith('007.txt'): os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return plain(path, *rest)\n"
        "run.report_of = report_of\n"
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
    rules = [{**rule, "severity": "warning"} for rule in to_plain(load_pack(root / "rules"))]
    (other / "newslint/rules_shipped/compiled.json").write_text(json.dumps(rules), encoding="utf-8")

    def severities(**environment: str) -> set[str]:
        command = [*RUN, "--select", "typos/doubled-word", "000.txt"]
        run = subprocess.run(
            command, cwd=archive, env=os.environ | environment, capture_output=True, check=False
        )
        assert run.returncode in (0, 1), run.stderr
        return {violation["severity"] for violation in json.loads(run.stdout)["violations"]}

    assert severities(PYTHONPATH=str(other)) == {"warning"}
    assert severities() == {"error"}
    assert severities(PYTHONPATH=str(other)) == {"warning"}
