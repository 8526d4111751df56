"""A carriage return alone ends a line, as a line feed does, in every reader and every report."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import Newslint

from newslint.reporters import FORMATS

TEXT = """\
Harbour to open

Dock workers load grain in Odesa. (AP Photo/Anna Berg)

The council met in in the hall on Monday
and voted for the plan.

It met again at at noon.
"""
FRONT = """\
---
title: Harbour to open
description: >
  The council
  met
image:
  caption: Dock workers load
    grain in Odesa.
newslint: {off: [repeats]}
---
"""
TOML = """\
+++
title = "Harbour to open"  # a comment
description = '''
The council met.
'''
[image]
caption = "Dock workers load grain in Odesa."
+++
"""
MARKDOWN = """\
# Harbour to open

The council met in in the hall[^1] on Monday
and voted for the *plan\\*
again*.

> It met at at noon.

- one
- two

<!-- newslint: off typos -->
It met in in the hall.

| a | b |
|---|---|
| c | d |

```
code code
```

:::note
It met in in the hall.
:::

$$
x x
$$
"""
PAGE = """\
<html><body><article><h1>Harbour to open</h1>
<!-- newslint: off typos
 -->
<p>It met in in the hall.</p>
<p>The council met in
in the hall<br>
on Monday.</p>
<figure><img src="a.jpg"><figcaption>Dock workers
load grain.</figcaption></figure>
{{ shortcode }}
</article></body></html>
"""
FILES = {
    "a.txt": TEXT,
    "yaml.md": FRONT + MARKDOWN,
    "toml.md": TOML + MARKDOWN,
    "plain.md": MARKDOWN,
    "page.html": PAGE,
    "front.md": FRONT + "It met in in the hall.\n",
    "mdx.mdx": 'import A from "a"\n\n' + MARKDOWN,
}


def _ended(text: str, end: str) -> bytes:
    return text.replace("\n", end).encode()


def _write(folder: Path, end: str) -> None:
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_bytes(_ended(text, end))


@pytest.mark.parametrize("end", ["\r", "\r\n"], ids=["CR", "CRLF"])
@pytest.mark.parametrize("name", FILES)
def test_every_reader_reads_the_same(newslint: Newslint, tmp_path: Path, name: str, end: str) -> None:
    outlines = []
    for ending in ("\n", end):
        (tmp_path / name).write_bytes(_ended(FILES[name], ending))
        outlines.append(json.loads(newslint("outline", "--output-format", "json", name).stdout))
    assert outlines[0] == outlines[1]


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_says_the_same(newslint: Newslint, tmp_path: Path, monkeypatch: Any, name: str) -> None:
    reports = []
    for number, end in enumerate(("\n", "\r")):
        _write(tmp_path / str(number), end)
        monkeypatch.chdir(tmp_path / str(number))
        columns = ("--columns", "bytes") if name == "concise" else ()
        result = newslint("check", "--level", "strict", "--output-format", name, *columns, ".")
        reports.append(result.stdout.replace("\\r", "\\n"))
    assert reports[0].replace("\r", "\n") == reports[1].replace("\r", "\n")
    assert len(reports[0]) > 500


def test_fixes_are_the_same(newslint: Newslint, tmp_path: Path, monkeypatch: Any) -> None:
    for number, end in enumerate(("\n", "\r")):
        _write(tmp_path / str(number), end)
        monkeypatch.chdir(tmp_path / str(number))
        newslint("check", "--fix", "--unsafe-fixes", ".")
    for name in FILES:
        one, other = (tmp_path / "0" / name).read_bytes(), (tmp_path / "1" / name).read_bytes()
        assert one.replace(b"\n", b"\r") == other, name
        assert b"\n" not in other


def test_a_deleted_block_takes_its_line_end_with_it(newslint: Newslint, tmp_path: Path) -> None:
    caption = "Dock workers load grain in Odesa. (Reuters)"
    (tmp_path / "a.txt").write_bytes(f"{caption}\r\r{caption}\r\rIt rained.\r".encode())
    newslint("check", "--select", "captions/duplicate", "--fix", "--unsafe-fixes", "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == f"{caption}\r\r\rIt rained.\r".encode()


def test_a_change_is_somewhere_in_what_git_calls_one_line(newslint: Newslint, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    git("init", "--quiet", "--initial-branch", "main")
    (tmp_path / "a.txt").write_bytes(b"It rained.\r\rIt met in the hall.\r")
    git("add", ".")
    git("commit", "--quiet", "-m", "one")
    (tmp_path / "a.txt").write_bytes(b"It rained.\r\rIt met in in the hall.\r")
    result = newslint("check", "--diff-base", "main", "--output-format", "concise", "a.txt")
    assert result.stdout.startswith("a.txt:3:8: error typos/doubled-word")
