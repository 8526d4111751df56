"""Draws docs/images/article.svg and report.svg for the README: an article as it was, and the real report that it gets.

usage: build_pictures.py [ARTICLE]      (default: the README's article in fixtures/dirty)
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLE = "fixtures/dirty/readme.txt"
_COLUMNS, _WIDE, _HIGH = 96, 8.4, 18  # of a character cell, in SVG's pixels
_COLOURS = {"1": "#e6edf3", "2": "#8b949e", "31": "#ff7b72", "33": "#d29922", "36": "#39c5cf"}
_FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_CODE = re.compile(r"\x1b\[(\d*)m")


def main() -> None:
    """Write both pictures."""
    folder = ROOT / "docs/images"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pictures(sys.argv[1] if len(sys.argv) > 1 else ARTICLE).items():
        (folder / name).write_text(content, encoding="utf-8")


def pictures(article: str) -> dict[str, str]:
    """The article and its report, by file name."""
    text = (ROOT / article).read_text(encoding="utf-8")
    lines = [part for line in text.splitlines() for part in (textwrap.wrap(line, _COLUMNS) or [""])]
    run = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "--isolated", article],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "FORCE_COLOR": "1", "NO_COLOR": "", "COLUMNS": str(_COLUMNS)},
    )
    return {
        "article.svg": picture(article, lines),
        "report.svg": picture(f"newslint check {article}", run.stdout.splitlines()),
    }


def picture(title: str, lines: list[str]) -> str:
    """A window with a title and lines, which may hold ANSI colours."""
    wide = max([_COLUMNS, *(len(_CODE.sub("", line)) for line in lines)]) * _WIDE + 32
    high = len(lines) * _HIGH + 64
    body = "\n".join(
        f'<text x="16" y="{56 + number * _HIGH}" xml:space="preserve">{_spans(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" '
        f'font-family="{_FONTS}" font-size="14" fill="#c9d1d9">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n'
        f'<text x="16" y="26" fill="#8b949e" font-size="13">{escape(title)}</text>\n{body}\n</svg>\n'
    )


def _spans(line: str) -> str:
    parts, style, last = [], "", 0
    for code in _CODE.finditer(line):
        parts.append(_span(line[last : code.start()], style))
        style, last = code[1], code.end()
    return "".join([*parts, _span(line[last:], style)])


def _span(text: str, style: str) -> str:
    if not text:
        return ""
    colour = f' fill="{_COLOURS[style]}"' if style in _COLOURS else ""
    weight = ' font-weight="bold"' if style == "1" else ""
    return f"<tspan{colour}{weight}>{escape(text)}</tspan>"


if __name__ == "__main__":
    main()
