"""Runs the commands of a page's console blocks, in a shell and an empty folder, and writes what they print into the page.

usage: build_transcripts.py [--check] PAGE.md ...      --check: change nothing, exit 1 if what is printed has changed

A command begins with "$ " and goes on in lines that begin with "> ". $NEWSLINT is this repository.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ .*\n(?:> .*\n|>\n)*", re.MULTILINE)
_DONE = "-- done --"
_BARE = "<!-- transcript: no newslint on the PATH -->"


def main() -> None:
    """Bring each page up to date."""
    pages = [Path(name) for name in sys.argv[1:] if name != "--check"]
    if not pages:
        sys.exit(__doc__)
    stale = []
    for page in pages:
        text = page.read_text(encoding="utf-8")
        fresh = run_page(text)
        if fresh != text:
            stale.append(str(page))
            if "--check" not in sys.argv:
                page.write_text(fresh, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"out of date: {', '.join(stale)}; run tools/build_transcripts.py")


def run_page(text: str) -> str:
    """The page with what its commands print today; all blocks run in one shell."""
    with tempfile.TemporaryDirectory() as temporary:
        shell = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=temporary,
            env=_environment(temporary, bare=text.startswith(_BARE)),
            text=True,
            encoding="utf-8",
        )

        def block(match: re.Match[str]) -> str:
            commands = _COMMAND.findall(match[0])
            return "".join(command + _output(shell, command, temporary) for command in commands)

        fresh = _BLOCK.sub(block, text)
        shell.communicate("exit\n")
    return fresh


def _output(shell: subprocess.Popen[str], command: str, home: str) -> str:
    """What a command prints."""
    assert shell.stdin and shell.stdout
    lines = [line[2:] for line in command.splitlines()]
    shell.stdin.write("\n".join(lines) + f"\n(s=$?; printf '%s\\n' '{_DONE}'; exit $s)\n")
    shell.stdin.flush()
    printed = []
    for line in shell.stdout:
        before, done, _ = line.partition(_DONE)
        if done:
            printed += [before + "\n"] if before else []
            break
        printed.append(line)
    return "".join(printed).replace(home, "/home/you")


def _environment(home: str, bare: bool) -> dict[str, str]:
    """The same dates, names and widths in each run, and this repository's newslint or none."""
    when = "2026-03-02T09:00:00+00:00"
    beside = str(Path(sys.executable).parent)
    path = [folder for folder in os.environ["PATH"].split(os.pathsep) if folder != beside]
    return {
        "PATH": os.pathsep.join(path if bare else [beside, *path]),
        "HOME": home,
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "PYTHON": sys.executable,
        "NEWSLINT": str(ROOT),
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "Desk",
        "GIT_COMMITTER_EMAIL": "desk@example.org",
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "init.defaultBranch",
        "GIT_CONFIG_VALUE_0": "main",
        "GIT_CONFIG_KEY_1": "advice.detachedHead",
        "GIT_CONFIG_VALUE_1": "false",
    }


if __name__ == "__main__":
    main()
