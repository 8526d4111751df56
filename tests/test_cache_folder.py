"""What lies in a checkout is not believed: results are kept in a folder of the user's that nobody else may write to."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import Newslint

from newslint.engine.cache_folder import base_folder, cache_folder, read_json, write_json

DOUBLED = "The council met in in the hall.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of five files with an error each, and a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home/.cache"))
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(DOUBLED, encoding="utf-8")
    (folder / "newslint.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def _commit(folder: Path, *names: str) -> None:
    subprocess.run(["git", "init", "-q", folder], check=True)
    subprocess.run(["git", "-C", folder, "add", "-f", "--", *names], check=True)


def _empty_all(folder: Path) -> None:
    """Poison a cache: every rule off, nothing found in any file."""
    import sqlite3

    from newslint.engine.cache import kept_digest

    for file in folder.rglob("project-*.json"):
        kept = read_json(file)
        assert kept
        kept["project"]["rules"] = []
        write_json(file, kept)
    for file in folder.rglob("results.sqlite"):
        with sqlite3.connect(file) as database:
            empty = "[[],{},1,6,[],[]]"
            for (key,) in database.execute("SELECT key FROM results").fetchall():
                row = (empty, kept_digest(key, empty), key)
                database.execute("UPDATE results SET report = ?, digest = ? WHERE key = ?", row)


def test_nothing_is_kept_in_the_checkout(newslint: Newslint, project: Path) -> None:
    os.chdir(project)
    assert newslint("check").exit_code == 1
    assert {path.name for path in project.iterdir()} == {*(f"{n}.txt" for n in range(5)), "newslint.toml"}
    kept = cache_folder(project / "newslint.toml").path
    assert kept
    assert kept.stat().st_mode & 0o777 == 0o700
    assert (kept / "results.sqlite").is_file()


@pytest.mark.parametrize("place", [".newslint_cache", ".cache/newslint"])
def test_a_committed_cache_hides_nothing(newslint: Newslint, project: Path, place: str) -> None:
    """Also where the cache is asked for inside the checkout, as some CI services want it."""
    os.chdir(project)
    options = ["--cache-dir", ".cache/newslint"]
    assert newslint("check", *options).exit_code == 1
    kept = cache_folder(project / "newslint.toml", ".cache/newslint").path
    assert kept
    _empty_all(project)
    assert newslint("check", *options).exit_code == 0  # so it does hide, where it is believed
    poison = project / place
    if place == ".newslint_cache":
        shutil.copytree(kept, poison)
        options = []
    _commit(project, place)
    result = newslint("check", *options)
    assert result.exit_code == 1
    assert result.stdout.count("typos/doubled-word") == 5
    assert ("its files are committed" in result.stderr) == bool(options)


@pytest.mark.parametrize(("mode", "said"), [(0o770, "others may write"), (0o707, "others may write")])
@pytest.mark.parametrize("inner", [True, False])
def test_a_folder_that_others_may_write_to(
    newslint: Newslint, project: Path, mode: int, said: str, inner: bool
) -> None:
    os.chdir(project)
    assert newslint("check").exit_code == 1
    base = base_folder()
    kept = cache_folder(project / "newslint.toml").path
    assert base and kept
    _empty_all(kept)
    (kept if inner else base).chmod(mode)
    result = newslint("check")
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_folder_of_another_user(newslint: Newslint, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chdir(project)
    newslint("check")
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    result = newslint("check")
    assert result.exit_code == 1
    assert "belongs to another user" in result.stderr


@pytest.mark.parametrize(
    "obstacle", ["a file", "a link", "no rights", "a file that was asked for", "no home"]
)
def test_no_cache_folder_is_no_harm(
    newslint: Newslint, project: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    os.chdir(project)
    base = base_folder()
    assert base
    base.parent.mkdir(parents=True)
    options: list[str] = []
    if obstacle == "a file":
        base.write_text("a file stands in the way", encoding="utf-8")
    elif obstacle == "a link":
        base.symlink_to(base)
    elif obstacle == "no rights":
        base.mkdir(mode=0)
        real = os.access
        monkeypatch.setattr(
            os, "access", lambda path, *rest, **more: path != base and real(path, *rest, **more)
        )
    elif obstacle == "no home":
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setattr(Path, "expanduser", _no_home)
    else:
        options = ["--cache-dir", "newslint.toml"]
    result = newslint("check", *options)
    assert result.exit_code == 1
    assert result.stdout.count("typos/doubled-word") == 5
    noted = obstacle in ("no rights", "a file that was asked for")
    assert bool(result.stderr) == noted, result.stderr


def _no_home(path: Path) -> Path:
    raise RuntimeError("Could not determine home directory.")


@pytest.mark.parametrize(
    "poison",
    [
        {"depends": 5},
        {"depends": {}},
        {"depends": ["a"]},
        {"project": {}},
        {"project": 5},
        {"rules": [{}]},
        {"rules": [5]},
        {"severity": "BOGUS"},
        {"applicability": "sure"},
        {"overrides": [5]},
        {"names": [["a"]]},
        {"ignores": [{"what": 5}]},
    ],
    ids=str,
)
def test_a_stored_configuration_that_is_none_counts_as_absent(
    newslint: Newslint, project: Path, poison: dict[str, Any]
) -> None:
    os.chdir(project)
    plain = newslint("check", "--no-cache")
    (file,) = (cache_folder(project / "newslint.toml").path or Path()).glob("project-*.json")
    kept = read_json(file)
    assert kept
    for key, value in poison.items():
        if key in kept:
            kept[key] = value
        elif key in kept["project"]:
            kept["project"][key] = value
        else:
            kept["project"]["rules"][0][key] = value
    write_json(file, kept)
    again = newslint("check", "--no-cache")
    assert (again.exit_code, again.stdout) == (plain.exit_code, plain.stdout)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"{}", b"[" * 200_000, b"[]", b"5", b'{"a": ' + b"9" * 5000 + b"}"]
)
def test_a_stored_file_that_is_damaged_counts_as_absent(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "kept.json"
    file.write_bytes(data)
    assert read_json(file) is None
    file.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
    assert read_json(file) in (None, {})
    file.unlink()
    os.mkfifo(file)
    assert read_json(file) is None


def test_a_stored_configuration_never_waits_for_a_pipe(newslint: Newslint, project: Path) -> None:
    os.chdir(project)
    newslint("check")
    (file,) = (cache_folder(project / "newslint.toml").path or Path()).glob("project-*.json")
    kept = read_json(file)
    assert kept
    os.mkfifo(project / "pipe")
    kept["depends"][str(project / "pipe")] = ""
    write_json(file, kept)
    assert newslint("check").exit_code == 1


def test_clean_removes_what_is_kept_of_one_project(newslint: Newslint, project: Path, tmp_path: Path) -> None:
    os.chdir(project)
    other = tmp_path / "other"
    shutil.copytree(project, other)
    (project / ".newslint_cache").mkdir()  # as earlier versions left it
    for folder in (project, other):
        os.chdir(folder)
        newslint("check")
    kept = [cache_folder(folder / "newslint.toml").path for folder in (project, other)]
    assert kept[0] and kept[1]
    foreign = kept[0].parent / "0123456789abcdef"
    foreign.mkdir()
    (foreign / "notes.txt").write_text("not newslint's", encoding="utf-8")
    os.chdir(project)
    result = newslint("clean")
    assert result.stdout.splitlines() == [f"Removed {kept[0]}", f"Removed {project / '.newslint_cache'}"]
    assert not kept[0].exists() and kept[1].is_dir()
    assert newslint("clean").stdout == "Nothing is kept.\n"
    assert newslint("clean", "--all").stdout == f"Removed {kept[1]}\n"
    assert foreign.is_dir()


def test_a_project_that_nobody_has_checked_for_long_is_forgotten(newslint: Newslint, project: Path) -> None:
    os.chdir(project)
    newslint("check")
    kept = cache_folder(project / "newslint.toml").path
    assert kept
    os.utime(kept, (0, 0))
    assert cache_folder(project / "another.toml").path
    assert not kept.exists()


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, "home/.cache/newslint"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "home/.cache/newslint"),
        ("darwin", {}, "home/Library/Caches/newslint"),
        ("win32", {}, "home/AppData/Local/newslint"),
        ("win32", {"LOCALAPPDATA": "TMP/local"}, "local/newslint"),
        ("darwin", {"XDG_CACHE_HOME": "TMP/xdg"}, "xdg/newslint"),
    ],
)
def test_where_each_platform_keeps_caches(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    environment: dict[str, str],
    expected: str,
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value.replace("TMP", str(tmp_path)))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.platform", platform)
    assert base_folder() == (tmp_path / expected).resolve()


def test_the_environment_names_the_folder(newslint: Newslint, project: Path, tmp_path: Path) -> None:
    os.chdir(project)
    os.environ["NEWSLINT_CACHE_DIR"] = str(tmp_path / "ci")
    try:
        newslint("check")
    finally:
        del os.environ["NEWSLINT_CACHE_DIR"]
    kept = cache_folder(project / "newslint.toml", str(tmp_path / "ci")).path
    assert kept and (kept / "results.sqlite").is_file()
    assert json.loads(newslint("check", "--output-format", "json").stdout)["summary"]["violations"] == 5
