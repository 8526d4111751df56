"""Adopting newslint over an old archive: the baseline, and the lines that a branch changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from conftest import Found, Newslint

DOUBLED = "The council met in in the hall.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "newslint.toml").write_text(
        "[rules]\n'all' = 'off'\n'typos/doubled-word' = 'on'\n", encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text(DOUBLED * 2, encoding="utf-8")
    (tmp_path / "b.txt").write_text("A a ferry sank.\n\n" + DOUBLED, encoding="utf-8")
    return tmp_path


def _git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        [
            "git",
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@example.org",
            "-c",
            "init.defaultBranch=main",
            *arguments,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def _commit(folder: Path, message: str = "x") -> str:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", message)
    return _git(folder, "rev-parse", "HEAD")


class TestBaseline:
    def test_only_what_is_new(self, newslint: Newslint, found: Found, archive: Path) -> None:
        assert "4 violations accepted" in newslint("baseline").stdout
        clean = newslint("check")
        assert clean.exit_code == 0
        assert "nothing new; the baseline accepts 4 violations." in clean.stdout
        (archive / "c.txt").write_text(DOUBLED, encoding="utf-8")
        assert "1 error. The baseline accepts 4 more." in newslint("check").stdout
        assert [v["path"] for v in found(".")] == ["c.txt"]
        assert len(found("--no-baseline", ".")) == 5

    def test_no_configuration_is_needed(
        self, newslint: Newslint, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (archive / "newslint.toml").unlink()
        newslint("baseline")
        assert newslint("check").exit_code == 0
        assert newslint("check", "--isolated").exit_code == 1
        (archive / "news").mkdir()
        (archive / "news/c.txt").write_text(DOUBLED, encoding="utf-8")
        monkeypatch.chdir(archive / "news")
        assert newslint("check", "..").stdout.count("typos/doubled-word") == 1

    def test_moved_lines_and_edits_elsewhere(self, newslint: Newslint, found: Found, archive: Path) -> None:
        newslint("baseline")
        (archive / "b.txt").write_text(
            "A new top.\n\nA a ferry sank.\n\nMore.\n\n" + DOUBLED, encoding="utf-8"
        )
        assert found(".") == []

    def test_a_third_equal_one_is_new(self, newslint: Newslint, found: Found, archive: Path) -> None:
        newslint("baseline")
        (archive / "a.txt").write_text(DOUBLED * 3, encoding="utf-8")
        assert [(v["path"], v["line"]) for v in found(".")] == [("a.txt", 3)]

    def test_what_is_mended_is_said_and_taken_out(self, newslint: Newslint, archive: Path) -> None:
        newslint("baseline")
        (archive / "a.txt").write_text(DOUBLED, encoding="utf-8")
        (archive / "b.txt").unlink()
        result = newslint("check")
        assert result.exit_code == 0
        assert "3 entries of the baseline are mended" in result.stderr
        assert "3 mended and taken out, 1 left" in newslint("baseline", "--update").stdout
        assert "mended" not in newslint("check").stderr

    def test_update_adds_nothing(self, newslint: Newslint, found: Found, archive: Path) -> None:
        newslint("baseline")
        (archive / "c.txt").write_text(DOUBLED, encoding="utf-8")
        newslint("baseline", "--update")
        assert [v["path"] for v in found(".")] == ["c.txt"]

    def test_a_part_of_the_archive(self, newslint: Newslint, archive: Path) -> None:
        newslint("baseline")
        result = newslint("check", "a.txt")
        assert (result.exit_code, result.stderr) == (0, "")

    def test_a_renamed_rule(self, newslint: Newslint, found: Found, archive: Path) -> None:
        pack = archive / "pack/house"
        pack.mkdir(parents=True)
        rule = (
            "summary: S.\ncheck: existence\nmessage: M.\nexplain: E.\nparams: {phrases: [ferry]}\n"
            "bad: ['A [[ferry]].']\ngood: ['A boat.']\n"
        )
        (pack / "old.yml").write_text(rule, encoding="utf-8")
        (archive / "newslint.toml").write_text(
            "packs = ['pack']\n[rules]\nall = 'off'\nhouse = 'on'\n", encoding="utf-8"
        )
        newslint("baseline")
        (pack / "old.yml").rename(pack / "new.yml")
        assert [v["rule"] for v in found("--select", "house/new", ".")] == ["house/new"]
        (pack / "new.yml").write_text(rule + "formerly: [house/old]\n", encoding="utf-8")
        assert found("--select", "house/new", ".") == []

    def test_the_file_is_sorted_and_merges(self, newslint: Newslint, archive: Path) -> None:
        newslint("baseline")
        lines = (archive / "newslint-baseline.jsonl").read_text(encoding="utf-8").splitlines()
        assert lines == sorted(lines)
        assert lines[0] == '{"path": "a.txt", "rule": "typos/doubled-word", "text": "in in", "count": 2}'
        _git(archive, "init", "-q")
        _commit(archive)
        for branch, name in (("one", "0.txt"), ("two", "z.txt")):
            _git(archive, "checkout", "-qb", branch, "main" if branch == "two" else "HEAD")
            (archive / name).write_text(DOUBLED, encoding="utf-8")
            newslint("baseline")
            _commit(archive)
            _git(archive, "checkout", "-q", "main")
        _git(archive, "merge", "-q", "one")
        _git(archive, "merge", "-q", "-m", "m", "two")
        assert newslint("check").exit_code == 0

    @pytest.mark.parametrize(
        "line",
        [
            "<<<<<<< HEAD",
            "[" * 200_000,
            "5",
            "{}",
            '{"path": "a.txt", "rule": "typos/doubled-word", "text": 5}',
            '{"path": ["a.txt"], "rule": "typos/doubled-word", "text": "in in"}',
            *(
                f'{{"path": "a.txt", "rule": "typos/doubled-word", "text": "in in", "count": {count}}}'
                for count in ("1e400", "-1", "0", "1.5", "true", '"2"', "null", "9" * 5000, 10**12)
            ),
        ],
        ids=lambda line: line[:90],
    )
    def test_a_broken_baseline_hides_nothing(self, newslint: Newslint, archive: Path, line: str) -> None:
        """What was found is shown as without it, and the error names its line; it is never written over."""
        good = '{"path": "b.txt", "rule": "typos/doubled-word", "text": "in in"}\n'
        file = archive / "newslint-baseline.jsonl"
        file.write_text(good + line + "\n", encoding="utf-8")
        result = newslint("check")
        assert result.exit_code == 2
        assert (
            "newslint-baseline.jsonl: line 2: not a line of a baseline (a merge conflict?)" in result.stderr
        )
        assert "newslint baseline" in result.stderr
        assert result.stdout.count("typos/doubled-word") == 4
        assert newslint("baseline", "--update").exit_code == 2
        assert file.read_text(encoding="utf-8") == good + line + "\n"

    @pytest.mark.parametrize("path", ["*", "", ".", "../a.txt", "a" * 5000, "a\0.txt", "\ud800"])
    @pytest.mark.parametrize("rule", ["typos/doubled-word", "typos", "all", ""])
    def test_an_entry_accepts_what_it_names_and_nothing_else(
        self, newslint: Newslint, archive: Path, path: str, rule: str
    ) -> None:
        entry = json.dumps({"path": path, "rule": rule, "text": "in in", "count": 1000})
        (archive / "newslint-baseline.jsonl").write_text(entry + "\n", encoding="utf-8")
        assert newslint("check").stdout.count("typos/doubled-word") == 4

    def test_update_without_one(self, newslint: Newslint, archive: Path) -> None:
        assert newslint("baseline", "--update").exit_code == 2


class TestDiffBase:
    @pytest.fixture
    def repository(self, archive: Path) -> Path:
        _git(archive, "init", "-q")
        (archive / "a b “c”.txt").write_text(DOUBLED * 3, encoding="utf-8")
        _commit(archive)
        _git(archive, "checkout", "-qb", "work")
        return archive

    def _lines(self, found: Found, *arguments: str) -> list[tuple[str, int]]:
        return [(v["path"], v["line"]) for v in found("--diff-base", "main", *(arguments or (".",)))]

    def test_changed_lines_only(self, found: Found, repository: Path) -> None:
        assert self._lines(found) == []
        name = "a b “c”.txt"
        (repository / name).write_text(
            DOUBLED + "New.\n" + DOUBLED + "We met in in May.\n" + DOUBLED, encoding="utf-8"
        )
        (repository / "new.txt").write_text("Fine.\n" + DOUBLED, encoding="utf-8")
        wanted = [(name, 4), ("new.txt", 2)]
        assert self._lines(found) == wanted
        _commit(repository)
        assert self._lines(found) == wanted
        assert self._lines(found, "new.txt") == [("new.txt", 2)]

    def test_a_renamed_file(self, found: Found, repository: Path) -> None:
        (repository / "long.txt").write_text(
            "".join(f"Line {n}.\n" for n in range(30)) + DOUBLED, encoding="utf-8"
        )
        _commit(repository)
        _git(repository, "branch", "-f", "main")
        _git(repository, "mv", "long.txt", "moved.txt")
        assert self._lines(found) == []
        text = (repository / "moved.txt").read_text(encoding="utf-8")
        (repository / "moved.txt").write_text("A a new line.\n" + text, encoding="utf-8")
        assert self._lines(found) == [("moved.txt", 1)]

    def test_what_main_did_since_does_not_count(self, found: Found, repository: Path) -> None:
        _git(repository, "checkout", "-q", "main")
        (repository / "a.txt").write_text("Mended.\n", encoding="utf-8")
        _commit(repository)
        _git(repository, "checkout", "-q", "work")
        assert self._lines(found) == []

    def test_from_a_subfolder(self, found: Found, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (repository / "desk").mkdir()
        (repository / "desk/new.txt").write_text(DOUBLED, encoding="utf-8")
        monkeypatch.chdir(repository / "desk")
        assert self._lines(found) == [("new.txt", 1)]

    @pytest.mark.parametrize(
        ("base", "said"),
        [
            ("origin/main", "git knows no branch or commit 'origin/main' here; git fetch origin main"),
            ("gone", "git knows no branch or commit 'gone' here; check the name"),
            ("--help", "is no branch or commit"),
        ],
    )
    def test_an_unknown_base(self, newslint: Newslint, repository: Path, base: str, said: str) -> None:
        result = newslint("check", f"--diff-base={base}", ".")
        assert result.exit_code == 2
        assert said in result.stderr

    def test_no_common_commit(self, newslint: Newslint, repository: Path) -> None:
        _git(repository, "checkout", "-q", "--orphan", "island")
        _commit(repository, "a commit of its own")
        result = newslint("check", "--diff-base", "main", ".")
        assert result.exit_code == 2
        assert "have no commit in common; name a branch" in result.stderr

    def test_a_shallow_clone(
        self, newslint: Newslint, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _git(repository, "commit", "-q", "--allow-empty", "-m", "y")
        _git(repository, "checkout", "-q", "main")
        _git(repository, "commit", "-q", "--allow-empty", "-m", "z")
        clone = repository.parent / "clone"
        _git(
            repository.parent,
            "clone",
            "-q",
            "--depth",
            "1",
            "--no-single-branch",
            f"file://{repository}",
            str(clone),
        )
        _git(clone, "checkout", "-q", "-b", "work", "origin/work")
        monkeypatch.chdir(clone)
        result = newslint("check", "--diff-base", "origin/main", ".")
        assert result.exit_code == 2
        assert "this clone is shallow: git fetch --unshallow" in result.stderr

    def test_outside_a_repository(self, newslint: Newslint, archive: Path) -> None:
        result = newslint("check", "--diff-base", "main", "a.txt")
        assert result.exit_code == 2
        assert "needs a git repository, and a.txt is in none" in result.stderr
