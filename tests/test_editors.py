"""vim fills its quickfix list from newslint, as docs/editors.md says, and lands on the right byte."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINES = "Quiet.\n😀 “The council” met in in the hall.\n"
ERRORFORMAT = "%f:%l:%c: %m"

needs_vim = pytest.mark.skipif(
    not shutil.which("vim"), reason="needs vim: run 'make test' as root, or install it"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "two words.txt").write_text(LINES, encoding="utf-8")
    command = f"#!/bin/sh\nexec '{sys.executable}' -m newslint \"$@\"\n"
    (tmp_path / "newslint").write_text(command, encoding="utf-8")
    (tmp_path / "newslint").chmod(0o755)
    return tmp_path / "two words.txt"


def _vim(folder: Path, *commands: str) -> list[dict[str, object]]:
    """The quickfix list that the commands leave."""
    arguments = [item for command in commands for item in ("-c", command)]
    listed = "call writefile([json_encode(getqflist())], 'list.json')"
    start = [
        "vim",
        "-Nes",
        "-u",
        "NONE",
        "-i",
        "NONE",
        "--cmd",
        "set encoding=utf-8 shellpipe=>",
        "two words.txt",
    ]
    subprocess.run(
        [*start, *arguments, "-c", listed, "-c", "qa!"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    entries: list[dict[str, object]] = json.loads((folder / "list.json").read_text(encoding="utf-8"))
    return [entry for entry in entries if entry["valid"]]


@needs_vim
@pytest.mark.parametrize("way", ["makeprg", "standard input"])
def test_vim(article: Path, way: str) -> None:
    options = "--isolated --select typos/doubled-word --output-format concise --columns bytes"
    if way == "makeprg":
        program = f"./newslint check {options} %:S".replace(" ", "\\ ")
        commands = [
            f"set makeprg={program}",
            f"set errorformat={ERRORFORMAT.replace(' ', chr(92) + ' ')}",
            "silent make!",
        ]
    else:
        call = f"systemlist('./newslint check - {options} --stdin-filename '.shellescape(expand('%')), getline(1,'$'))"
        commands = [f"set errorformat={ERRORFORMAT.replace(' ', chr(92) + ' ')}", f"cgetexpr {call}"]
    (entry,) = _vim(article.parent, *commands)
    line = LINES.splitlines()[1].encode()
    assert entry["lnum"] == 2
    assert line[int(str(entry["col"])) - 1 :].startswith(b"in in")
    assert "typos/doubled-word" in str(entry["text"])


def test_the_documented_problem_matcher(article: Path) -> None:
    import re

    page = (Path(__file__).parent.parent / "docs/editors.md").read_text(encoding="utf-8")
    pattern = json.loads(f'"{re.search(r"regexp.: .(.*).,", page)[1]}"')  # type: ignore[index]
    run = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "--isolated", "--output-format", "concise", article.name],
        cwd=article.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.match(pattern, run.stdout)
    assert found
    assert found[1] == "two words.txt"
    assert found[5] == "typos/doubled-word"


@pytest.mark.skipif(not shutil.which("emacs"), reason="needs emacs: apt-get install emacs-nox")
def test_emacs(article: Path) -> None:
    page = (Path(__file__).parent.parent / "docs/editors.md").read_text(encoding="utf-8")
    folder = article.parent
    (folder / "newslint.el").write_text(page.split("```elisp\n")[1].split("```")[0], encoding="utf-8")
    (folder / "run.el").write_text(
        """
        (require 'flymake)
        (setq exec-path (cons default-directory exec-path))
        (load (expand-file-name "newslint.el"))
        (find-file "two words.txt")
        (flymake-start)
        (let ((tries 0))
          (while (and (< tries 100) (not (flymake-diagnostics)))
            (accept-process-output nil 0.1)
            (setq tries (1+ tries))))
        (dolist (each (flymake-diagnostics))
          (princ (format "%s|%s|%s\\n" (flymake-diagnostic-beg each)
                         (flymake-diagnostic-type each) (flymake-diagnostic-text each))))
        """,
        encoding="utf-8",
    )
    run = subprocess.run(
        ["emacs", "--batch", "-Q", "-l", "run.el"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    place = LINES.index("in in") + 1
    assert f"{place}|:error|typos/doubled-word: 'in' stands twice; once is enough." in run.stdout, run.stderr
