"""Makes small mutations of thresholds and guards in checks/ and language/, and tells which of them no test notices.

usage: python -m tools.mutate [--seed N] [--count N] [MODULE ...]      random mutations, of these modules or of all
       python -m tools.mutate --known                                  a fixed set that a review made by hand

Works in a copy of the repository, never in it. A mutant is checked with the tests that name its module and with the
examples of the rules that use it; it survives where all of them pass. Exits 1 where a known mutant survives.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from newslint.checks import CHECKS
from newslint.packs.rule_file import load_pack
from newslint.rules import shipped_folder
from tools.known_mutants import KNOWN

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("newslint/checks", "newslint/language")
_COPIED = (
    "newslint",
    "rules",
    "fixtures",
    "tests",
    "tools",
    "docs",
    "pyproject.toml",
    "README.md",
    "action.yml",
)
_SECONDS = 300  # that the tests of a mutant may take
_SWAPPED = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
}
# Tests that take a rule only as an example of one, and those that run by themselves.
_OTHERS = frozenset(
    f"test_{name}.py"
    for name in "action architecture archive bad_input cache_and_workers cache_folder check_options ci_logs commands completion"
    " config dependencies doc_examples docs editors encodings hook links lone_cr odd_texts packs place_of_configuration"
    " random_inputs reporters rules service_paths suppressions thresholds transcripts".split()
)
_ALWAYS = "tests/test_thresholds.py"


class Mutant(NamedTuple):
    """A module (its path from the root), what is replaced in it (`start` and `end` as offsets) and by what."""

    module: str
    start: int
    end: int
    new: str
    about: str


def main() -> int:
    """Print the survivors and the score."""
    parser = argparse.ArgumentParser(
        "python -m tools.mutate", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("modules", nargs="*", help="paths from the top of the repository")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--known", action="store_true")
    options = parser.parse_args()
    mutants = list(known()) if options.known else chosen(options.modules, options.seed, options.count)
    survived = 0
    with tempfile.TemporaryDirectory(prefix="newslint-mutants-") as folder:
        copy = _copied(Path(folder))
        for mutant in mutants:
            tests = tuple(tests_of(mutant.module))
            lives = _lives(copy, mutant, [*tests, *_failing(copy, tests)])
            survived += lives
            print(f"{'SURVIVED' if lives else 'killed  '}  {mutant.module}: {mutant.about}", flush=True)
    print(f"{len(mutants) - survived} of {len(mutants)} mutants were killed")
    return int(options.known and survived > 0)


def known() -> Iterator[Mutant]:
    """The fixed set. Raises ValueError where what one replaces stands there no longer."""
    for module, old, new, about in KNOWN:
        text = (ROOT / module).read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise ValueError(
                f"{module}: {old!r} stands there {text.count(old)} times; mend tools/known_mutants.py"
            )
        start = text.index(old)
        yield Mutant(module, start, start + len(old), new, about)


def chosen(modules: list[str], seed: int, count: int) -> list[Mutant]:
    """Random mutants, the same for the same seed and the same source."""
    paths = modules or [
        str(path.relative_to(ROOT)) for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))
    ]
    every = [mutant for path in paths for mutant in mutants_of(path)]
    return Random(seed).sample(every, min(count, len(every)))


def mutants_of(module: str) -> list[Mutant]:
    """Every mutation of a module's numbers, comparisons and conditions."""
    text = (ROOT / module).read_text(encoding="utf-8")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    lines = text.splitlines(keepends=True)

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    def mutant(node: ast.expr, new: str) -> Mutant:
        start, end = (
            offset(node.lineno, node.col_offset),
            offset(node.end_lineno or 0, node.end_col_offset or 0),
        )
        old = " ".join(text[start:end].split())
        return Mutant(
            module, start, end, new, f"line {node.lineno}: {old[:60]} -> {' '.join(new.split())[:60]}"
        )

    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.expr) and not _is_in_text(node):
            found += [mutant(node, f"({new})") for new in _changed(node)]
    return sorted(set(found))


def tests_of(module: str) -> list[str]:
    """The tests that concern a module: those that name it or a rule that is it, the examples of the rules that use it,
    and the thresholds."""
    path = Path(module)
    rules = [rule.name for rule in load_pack(shipped_folder()) if _uses(rule.check, path)]
    package, dotted = ".".join(path.parent.parts), ".".join(path.with_suffix("").parts)
    patterns = [rf"{re.escape(dotted)}\b", rf"from {re.escape(package)} import .*\b{re.escape(path.stem)}\b"]
    if not path.name.startswith("_") and path.parts[1] == "checks":
        patterns += [rf"(?<![\w/-]){re.escape(name)}(?![\w/-])" for name in rules]
    names = re.compile("|".join(patterns))
    tests = [test for test in sorted((ROOT / "tests").glob("test_*.py")) if test.name not in _OTHERS]
    return [
        *(f"tests/{test.name}" for test in tests if names.search(test.read_text(encoding="utf-8"))),
        *(f"tests/test_rules.py::test_examples_are_as_marked[{name}]" for name in rules),
        _ALWAYS,
    ]


def _uses(check: str, module: Path) -> bool:
    """Whether a check is the module, or may lean on it: a helper of its family, or a layer of the language."""
    stands_in = Path("newslint/checks") / CHECKS[check].replace(".", "/")
    if module.parts[1] == "language":
        return True
    if module.name.startswith("_"):
        return stands_in.parent == module.parent
    return stands_in == module.with_suffix("")


def _changed(node: ast.expr) -> Iterator[str]:
    """What a number, a comparison or a condition is changed to."""
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
    ):
        yield from (repr(node.value + 1), repr(node.value * 3)) if node.value else ("1",)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SWAPPED:
        left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
        yield f"({left}) {_SWAPPED[type(node.ops[0])]} ({right})"
    elif isinstance(node, ast.BoolOp):
        word = " and " if isinstance(node.op, ast.And) else " or "
        for number in range(len(node.values)):
            kept = [f"({ast.unparse(value)})" for at, value in enumerate(node.values) if at != number]
            yield word.join(kept)


def _is_in_text(node: ast.expr) -> bool:
    """Whether a node may stand inside of an f-string, whose places Python 3.11 does not tell."""
    return isinstance(node, ast.JoinedStr | ast.FormattedValue)


def _copied(folder: Path) -> Path:
    """A copy of the repository without what tests do not need."""
    ignored = shutil.ignore_patterns("node_modules", "__pycache__", ".*cache", "compiled.json")
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        elif source.is_file():
            shutil.copy2(source, folder / name)
    return folder


@cache
def _failing(copy: Path, tests: tuple[str, ...]) -> list[str]:
    """Options that leave out the tests that fail without any mutation; each is told."""
    out = _run(copy, [*tests, "-rfE"]).stdout
    failing = re.findall(r"^(?:FAILED|ERROR) (tests/\S+\.py(?:::.*?)?)(?: - .*)?$", out, re.MULTILINE)
    for test in failing:
        print(f"left out, as it fails without a mutation: {test}", flush=True)
    return [f"--deselect={test}" for test in failing]


def _lives(copy: Path, mutant: Mutant, tests: list[str]) -> bool:
    path = copy / mutant.module
    text = path.read_text(encoding="utf-8")
    changed = text[: mutant.start] + mutant.new + text[mutant.end :]
    try:
        path.write_text(changed, encoding="utf-8")
        return _run(copy, [*tests, "-x"]).returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        path.write_text(text, encoding="utf-8")


def _run(copy: Path, tests: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "CI": "true"}
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, timeout=_SECONDS, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
