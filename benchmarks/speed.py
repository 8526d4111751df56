"""newslint's CPU time and memory beside its peers', in alternation, over the same files in the same run.

usage: speed.py NEWS_DIR [--rounds N] [--scale] [--npm] [--svg FILE]

NEWS_DIR holds articles as .txt; they are cut into 1,000 files of 4 KB in a folder with a newslint.toml. codespell and
proselint are taken from beside this Python or from PATH; with --npm, cspell and textlint (with the rules write-good and
common-misspellings) are installed from the npm registry into a temporary folder. --scale shows how the cost grows with
the number of files and with the size of one. --svg draws the tables.
Figures are CPU seconds (user and system, children included), the median of the rounds, and peak memory in MB.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path

import newslint

FILES, SIZE = 1000, 4000
BESIDE = Path(sys.executable).parent


@dataclass
class Task:
    """A named command, run in a folder after `before` has prepared it."""

    name: str
    command: list[str]
    before: Callable[[], None]


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("news", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", action="store_true")
    parser.add_argument("--npm", action="store_true")
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    compile_dir(Path(newslint.__file__).parent, quiet=1)  # as pip does when it installs the peers
    text = "\n\n".join(
        path.read_bytes().decode("utf-8", "replace") for path in sorted(options.news.rglob("*.txt"))
    )
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _cut(text, folder / "content", FILES)
        (folder / "newslint.toml").write_text("", encoding="utf-8")
        npm = _installed(folder / "npm") if options.npm else {}
        rows = []
        for title, tasks in _comparisons(folder, text, npm):
            print(f"\n{title}")
            rows.append((title, _compared(tasks, folder, options.rounds)))
        if options.scale:
            _scaled(folder, text)
        if options.svg:
            options.svg.write_text(_svg(rows), encoding="utf-8")


def _comparisons(folder: Path, text: str, npm: dict[str, list[str]]) -> Iterator[tuple[str, list[Task]]]:
    program = [_tool("newslint"), "check", "--exit-zero", "--output-format", "concise"]
    one, everything = "content/00500.txt", "content"
    content = folder / one
    counter = iter(range(1_000_000))

    def change() -> None:
        content.write_text(text[:SIZE] + f"\nA line {next(counter)}.\n", encoding="utf-8")

    def nothing() -> None:
        return None

    def warm() -> None:
        subprocess.run([*program, everything], cwd=folder, stdout=subprocess.DEVNULL, check=False)

    def warm_and_change() -> None:
        warm()
        change()

    codespell, proselint = [_tool("codespell")], [_tool("proselint"), "check"]
    yield (
        "One changed file",
        [
            Task("codespell", [*codespell, one], change),
            Task("newslint", [*program, one], change),
            Task("newslint, typos only", [*program, "--select", "typos", one], change),
            Task("newslint -", [*program, "-", "--stdin-filename", one], change),
            *(Task(name, [*command, one], change) for name, command in npm.items()),
        ],
    )
    yield (
        f"{FILES:,} files of {SIZE // 1000} KB",
        [
            Task("codespell", [*codespell, everything], nothing),
            Task("proselint", [*proselint, everything], nothing),
            Task(
                "newslint, no cache, one process",
                [*program, "--no-cache", "--jobs", "1", everything],
                nothing,
            ),
            Task("newslint, no cache", [*program, "--no-cache", everything], nothing),
            Task("newslint, cached", [*program, everything], warm),
            Task("newslint, one file changed", [*program, everything], warm_and_change),
            *(Task(name, [*command, f"{everything}/*.txt"], nothing) for name, command in npm.items()),
        ],
    )


def _compared(tasks: list[Task], folder: Path, rounds: int) -> list[tuple[str, float, float]]:
    results: dict[str, list[tuple[float, float]]] = {task.name: [] for task in tasks}
    for _ in range(rounds):
        for task in tasks:
            task.before()
            results[task.name].append(_measured(task.command, folder))
    medians = [
        (name, statistics.median(cpu for cpu, _ in runs), max(memory for _, memory in runs))
        for name, runs in results.items()
    ]
    base = medians[0][1]
    print(f"{'':34}{'CPU s':>8}{'MB':>7}{'of ' + medians[0][0]:>14}")
    for name, cpu, memory in medians:
        print(f"{name:34}{cpu:8.2f}{memory:7.0f}{cpu / base:14.2f}")
    return medians


def _scaled(folder: Path, text: str) -> None:
    command = [
        _tool("newslint"),
        "check",
        "--exit-zero",
        "--no-cache",
        "--jobs",
        "1",
        "--output-format",
        "concise",
    ]
    print("\nBy number of files of 400 characters (no cache, one process)")
    for count in (1_000, 10_000, 100_000):
        _cut(text, folder / "many", count, 400)
        cpu, memory = _measured([*command, "many"], folder)
        print(f"{count:>10,} files {cpu:8.2f} s {1e6 * cpu / count:8.0f} µs a file {memory:7.0f} MB")
        shutil.rmtree(folder / "many")
    print("\nBy size of one file")
    for size in (1, 10, 100):
        big = folder / "big.txt"
        big.write_text((text * (size * 1_000_000 // len(text) + 1))[: size * 1_000_000], encoding="utf-8")
        cpu, memory = _measured([*command, "big.txt"], folder)
        print(f"{size:>10} MB    {cpu:8.2f} s {cpu / size:8.2f} s a MB   {memory:7.0f} MB")
        big.unlink()


def _measured(command: list[str], folder: Path) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of a command and its children."""
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=(folder / "content/00500.txt").open("rb"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _cut(text: str, folder: Path, count: int, size: int = SIZE) -> None:
    folder.mkdir(parents=True)
    room = len(text) - size
    for number in range(count):
        at = number * size % room
        (folder / f"{number:05}.txt").write_text(text[at : at + size], encoding="utf-8", newline="")


def _tool(name: str) -> str:
    beside = BESIDE / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        sys.exit(f"{name} is not installed; pip install {name}")
    return found


def _installed(folder: Path) -> dict[str, list[str]]:
    """cspell and textlint from the npm registry, ready to run."""
    folder.mkdir()
    packages = ["cspell", "textlint", "textlint-rule-write-good", "textlint-rule-common-misspellings"]
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *packages], check=True
    )
    rules = [
        "--rule",
        "write-good",
        "--rule",
        "common-misspellings",
        "--rules-base-directory",
        str(folder / "node_modules"),
    ]
    binaries = folder / "node_modules/.bin"
    return {
        "cspell": [str(binaries / "cspell"), "--no-progress", "--no-summary", "--quiet"],
        "textlint": [str(binaries / "textlint"), *rules],
    }


def _svg(tables: list[tuple[str, list[tuple[str, float, float]]]]) -> str:
    """Bars of CPU seconds on a logarithmic scale, a panel a table."""
    from math import log10

    parts, y = [], 20
    for title, rows in tables:
        parts.append(
            f'<text x="10" y="{y + 12}" font-weight="bold">{title}: CPU seconds (logarithmic scale)</text>'
        )
        y += 26
        for name, cpu, _ in rows:
            wide = max(2.0, (log10(max(cpu, 0.01)) + 2) * 110)
            colour = "#2a6" if name.startswith("newslint") else "#999"
            parts.append(f'<text x="10" y="{y + 12}">{name}</text>')
            parts.append(f'<rect x="250" y="{y}" width="{wide:.0f}" height="15" fill="{colour}"/>')
            parts.append(f'<text x="{256 + wide:.0f}" y="{y + 12}">{cpu:.2f}</text>')
            y += 22
        y += 16
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="760" height="{y}" font-family="sans-serif" font-size="13">'
    return head + f'<rect width="760" height="{y}" fill="white"/>' + "".join(parts) + "</svg>\n"


if __name__ == "__main__":
    main()
