"""How many alarms each rule raises on published articles, and, once a person has judged them, how many were right.

usage: alarms.py FOLDER [--files N] [--seed N] [--level regular|strict] [--rule RULE] [--write FILE.tsv | --judged FILE.tsv]

--write leaves one alarm a line: verdict (empty), rule, place, excerpt, message, and the line it stands on. Read them, put
"right", "wrong" or "either" into the first column, and run with --judged: it prints the share of right ones a rule.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[a-zA-Z/!][^>]*>", re.DOTALL)
_COLUMNS = ("verdict", "rule", "place", "excerpt", "message", "line")


def main() -> None:
    """Print the table, or write what is to be judged."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", default="regular")
    parser.add_argument("--rule", default="")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--judged", type=Path)
    options = parser.parse_args()
    files = sorted(path for path in options.folder.rglob("*") if path.suffix in {".txt", ".md", ".html"})
    if options.files:
        files = sorted(random.Random(options.seed).sample(files, min(options.files, len(files))))
    words = sum(
        len(_MARKUP.sub(" ", path.read_text(encoding="utf-8", errors="replace")).split()) for path in files
    )
    found = list(_alarms(files, options.level, options.rule))
    verdicts = _verdicts(options.judged) if options.judged else {}
    _print(found, words, len(files), verdicts)
    if options.write:
        with options.write.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerow(_COLUMNS)
            writer.writerows(["", *_row(violation)] for violation in found)


def _alarms(files: list[Path], level: str, rule: str) -> Iterable[dict[str, Any]]:
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--no-cache", "--exit-zero"]
    command += ["--output-format", "jsonl", "--level", level, *(["--select", rule] if rule else [])]
    for start in range(0, len(files), 500):
        batch = [str(path) for path in files[start : start + 500]]
        run = subprocess.run([*command, *batch], capture_output=True, check=False)
        yield from map(json.loads, run.stdout.decode("utf-8").splitlines())


def _row(violation: dict[str, Any]) -> list[str]:
    path = Path(violation["path"])
    line = path.read_bytes().decode("utf-8", "replace").split("\n")[violation["line"] - 1]
    place = f"{path.name}:{violation['line']}:{violation['column']}"
    return [
        violation["rule"],
        place,
        *(" ".join(violation[key].split()) for key in ("excerpt", "message")),
        line.strip(),
    ]


def _verdicts(judged: Path) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with judged.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["verdict"]:
                counts[row["rule"]][row["verdict"]] += 1
    return counts


def _print(found: list[dict[str, Any]], words: int, files: int, verdicts: dict[str, Counter[str]]) -> None:
    counts = Counter((violation["rule"], violation["severity"]) for violation in found)
    print(
        "| rule | severity | alarms | per 1,000 words |" + (" right | wrong | either |" if verdicts else "")
    )
    print("|---|---|---|---|" + ("---|---|---|" if verdicts else ""))
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        judged = verdicts.get(rule, Counter())
        share = (
            "".join(f" {judged[verdict]} |" for verdict in ("right", "wrong", "either")) if verdicts else ""
        )
        print(f"| {rule} | {severity} | {count} | {1000 * count / words:.3f} |{share}")
    print(
        f"\n{len(found):,} alarms in {files:,} articles, {words:,} words: {1000 * len(found) / words:.3f} per 1,000 words"
    )


if __name__ == "__main__":
    main()
