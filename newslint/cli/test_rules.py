"""`newslint test-rules`: run the examples of a pack's rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.engine.examples import failures


@click.command("test-rules")
@click.argument("path", default="rules")
@click.option("--only", default="")
def command(path: str, only: str) -> None:
    """Run the examples of the rules under PATH."""
    wrong = []
    count = 0
    for file in sorted(Path(path).rglob("*.yml")):
        name = file.relative_to(path).with_suffix("").as_posix()
        if not name.startswith("lists/") and name.startswith(only):
            count += 1
            wrong += failures(file, name, Path(path))
    for line in wrong:
        print(line)
    print(f"{count} rules, {len(wrong)} failures")
    sys.exit(bool(wrong))
