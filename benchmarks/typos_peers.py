"""Misspellings planted in articles: newslint beside codespell and typos, in one table.

usage: python benchmarks/typos_peers.py TEXT_FOLDER PAIRS.tsv [--files N] [--seed N]

PAIRS.tsv holds wrong TAB right. Planted are human misspellings from the pairs ("unlisted": those in none of newslint's
lists) and keyboard slips, one word in about eighty each. The peers are taken from the PATH: pip install codespell typos.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from newslint.language.words.known_misspellings import known_misspelling

WORD = re.compile(r"(?<![\w’'\-./@#])[a-z]{4,}(?![\w’'\-@])")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in ROWS for at, key in enumerate(row)}
KINDS = ("listed", "unlisted", "slip")
Flags = dict[tuple[str, int, str], list[str]]  # file, line, word: suggestions


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    files = sorted(options.folder.glob("*.txt"))
    files = rng.sample(files, min(options.files, len(files)))
    texts = {path.name: path.read_text(encoding="utf-8", errors="replace") for path in files}
    with tempfile.TemporaryDirectory() as temporary:
        clean, dirty = Path(temporary, "clean"), Path(temporary, "dirty")
        planted = plant(texts, wrong_forms(options.pairs), clean, dirty, rng)
        words = sum(len(text.split()) for text in texts.values())
        counts = Counter(kind for _, _, _, _, kind in planted)
        print(f"{words:,} words in {len(texts)} files; planted: {dict(counts)}\n")
        head = " | ".join(f"{kind}: found, first right" for kind in KINDS)
        print(f"| tool | {head} | flags per 1,000 words as published | CPU, seconds |")
        print("|---" * 6 + "|")
        for name, tool in TOOLS.items():
            if shutil.which(name) or name == "newslint":
                print(row(name, tool, clean, dirty, planted, words))


def wrong_forms(path: Path) -> dict[str, list[str]]:
    forms = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        wrong, right = line.split("\t")[:2]
        for each in right.split(","):
            forms[each.strip()].append(wrong)
    return forms


def plant(
    texts: dict[str, str], forms: dict[str, list[str]], clean: Path, dirty: Path, rng: random.Random
) -> list[tuple[str, int, str, str, str]]:
    """Write the texts as they are and with misspellings; what was planted: file, line, wrong, right, kind."""
    clean.mkdir()
    dirty.mkdir()
    known = Counter(word for text in texts.values() for word in re.findall(r"[a-z]+", text.lower()))
    planted = []
    for name, text in texts.items():
        (clean / name).write_text(text, encoding="utf-8")
        out, last = [], 0
        for match in WORD.finditer(text):
            word, bad, kind = match.group(), "", ""
            if word in forms and rng.random() < 0.05:
                bad = rng.choice(forms[word])
                kind = "listed" if known_misspelling(bad) else "unlisted"
            elif known[word] > 2 and rng.random() < 1 / 80:
                bad, kind = slip(word, rng), "slip"
            if kind and not known[bad] and re.fullmatch("[a-z]{3,}", bad):
                out += [text[last : match.start()], bad]
                last = match.end()
                planted.append((name, text.count("\n", 0, last) + 1, bad, word, kind))
        (dirty / name).write_text("".join([*out, text[last:]]), encoding="utf-8")
    return planted


def slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word))
    kind = rng.choice("dropped doubled swapped beside".split())
    if kind == "dropped":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    if kind == "swapped" and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice(BESIDE[word[at]]) + word[at + 1 :]


def row(
    name: str,
    tool: Callable[[Path], Flags],
    clean: Path,
    dirty: Path,
    planted: list[tuple[str, int, str, str, str]],
    words: int,
) -> str:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = tool(dirty)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cells = []
    for kind in KINDS:
        wanted = [each for each in planted if each[4] == kind]
        hits = [(each, found[each[:3]]) for each in wanted if each[:3] in found]
        first = sum(suggestions[:1] == [each[3]] for each, suggestions in hits)
        cells.append(f"{len(hits) / max(1, len(wanted)):.3f}, {first / max(1, len(hits)):.3f}")
    flags = 1000 * len(tool(clean)) / words
    return f"| {name} | {' | '.join(cells)} | {flags:.3f} | {cpu:.1f} |"


def newslint(folder: Path) -> Flags:
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--no-cache", "--jobs", "1"]
    command += ["--select", "typos/misspelling", "--output-format", "json", str(folder)]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    return {
        (Path(v["path"]).name, v["line"], v["excerpt"]): [each.lower() for each in v["suggestions"]]
        for v in report["violations"]
    }


def codespell(folder: Path) -> Flags:
    output = subprocess.run(["codespell", str(folder)], capture_output=True, text=True).stdout
    rows = re.findall(r"^(.+?):(\d+): (\S+) ==> (.+)$", output, re.MULTILINE)
    return {(Path(path).name, int(line), word): right.split(", ") for path, line, word, right in rows}


def typos(folder: Path) -> Flags:
    command = ["typos", "--format", "json", "--no-ignore", "--isolated", "--threads", "1", str(folder)]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    found = [each for each in map(json.loads, lines) if each["type"] == "typo" and "line_num" in each]
    return {(Path(f["path"]).name, f["line_num"], f["typo"]): f["corrections"] for f in found}


TOOLS: dict[str, Callable[[Path], Flags]] = {"newslint": newslint, "codespell": codespell, "typos": typos}


if __name__ == "__main__":
    main()
