"""Writes what newslint finds in each article of fixtures/dirty beside it, as NAME.expected; read the diff before you commit it.

usage: expect_fixtures.py
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

DIRTY = Path(__file__).parent.parent / "fixtures/dirty"


def main() -> None:
    """Write one file an article."""
    for article in sorted(DIRTY.glob("*.txt")):
        command = [sys.executable, "-m", "newslint", "check", "--isolated", "--output-format", "json", "-"]
        run = subprocess.run(
            command, input=article.read_bytes(), stdout=subprocess.PIPE, check=False, cwd=DIRTY
        )
        violations = json.loads(run.stdout)["violations"]
        article.with_suffix(".expected").write_text("".join(map(line, violations)), encoding="utf-8")


def line(violation: dict[str, Any]) -> str:
    """A violation as a line: place, severity, rule, and the words it points at."""
    excerpt = " ".join(violation["excerpt"].split())
    place = f"{violation['line']}:{violation['column']}"
    return f"{place} {violation['severity']} {violation['rule']}: {excerpt}\n"


if __name__ == "__main__":
    main()
