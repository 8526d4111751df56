"""Slips planted in the given names of people who are named in full: how many names/given-name finds.

usage: given_names.py TEXT_DIR [--seed N] [--show]    TEXT_DIR holds articles as .txt
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

from newslint.article.text.reader import read
from newslint.checks.names import given_name
from newslint.language.analysis import Analysis
from newslint.language.names.person_names import COMMON_GIVEN, kind_of
from newslint.source import Source

FULL = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{4,}) ([A-Z][a-z]{3,})\b(?! [A-Z])")


def main() -> None:
    """Plant one slip an article and print the share that is found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    planted = found = 0
    for path in sorted(options.texts.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        names = [m for m in FULL.finditer(text) if kind_of(m[1]) & COMMON_GIVEN]
        if not names:
            continue
        name = rng.choice(names)
        bad = _slip(name[1], rng)
        if bad == name[1] or kind_of(bad):
            continue
        dirty = text[: name.start()] + bad + text[name.end(1) :]
        planted += 1
        hit = any(
            finding.values["word"] == bad
            for article in read(Source(path.name, dirty))
            for finding in given_name.check(Analysis(article), given_name.Params())
        )
        found += hit
        if options.show and not hit:
            print("missed", bad, "=", name[0])
    print(f"given names: {found}/{planted} = {found / max(1, planted):.3f} found")


def _slip(name: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(name) - 1)
    kind = rng.choice(["swap", "drop", "double", "other"])
    if kind == "swap":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if kind == "drop":
        return name[:at] + name[at + 1 :]
    if kind == "double":
        return name[: at + 1] + name[at:]
    return name[:at] + rng.choice("aeioulnrst") + name[at + 1 :]


if __name__ == "__main__":
    main()
