"""Fixes the texts under some folders twice and says what the second time would still change.

    python benchmarks/fixes.py FOLDER [FOLDER ...]

For safe fixes and for all: how many files are changed, by how many fixes; how many a second run would change again; how
often advice turns back (a text that was just written is called wrong, and the old one suggested); and how many files
have other markup than before (tags, emphasis, addresses, without white space).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.article import readers
from newslint.engine.fix import Fixed
from newslint.engine.lint import lint
from newslint.engine.report import FixEdit, Violation
from newslint.engine.settings import Settings
from newslint.engine.settle import markup_of, settled
from newslint.files import Unreadable, decode, read_bytes
from newslint.packs.name_list_file import shipped_names
from newslint.packs.rule_file import load_pack
from newslint.rules import REGULAR, shipped_folder
from newslint.source import Source

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|\]\([^)\s]*\)|\{\{[^}]*\}\}")
SUFFIXES = (".txt", ".md", ".html")


def main(folders: list[str]) -> None:
    """Print the figures."""
    rules = [rule for rule in load_pack(shipped_folder()) if rule.level == REGULAR]
    settings = Settings(rules, names=shipped_names())
    figures: dict[str, Counter[str]] = {"safe": Counter(), "unsafe": Counter()}
    for source in _sources(folders):
        report = lint(source, settings)
        for least, count in figures.items():
            count["files"] += 1
            _tally(source, report.violations, settings, least, count)
    for least, count in figures.items():
        print(
            f"{least}: {count['files']:,} files, {count['fixes']:,} fixes in {count['changed']:,}; "
            f"changed again by a second run: {count['again']}; advice that turns back: {count['back']}; "
            f"other markup: {count['markup']}"
        )


def _sources(folders: list[str]) -> Iterator[Source]:
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and path.suffix in SUFFIXES:
                try:
                    yield decode(str(path), read_bytes(str(path)))
                except Unreadable as error:
                    print(f"{path}: {error}", file=sys.stderr)


def _tally(
    source: Source, found: list[Violation], settings: Settings, least: str, count: Counter[str]
) -> None:
    def check(text: Source) -> list[Violation]:
        return lint(text, settings).violations

    def markup(text: Source, edits: Sequence[FixEdit]) -> str:
        return markup_of(text, readers.read(text, settings.formats, tuple(settings.text_keys)), edits)

    first = settled(source, found, least, check, markup)
    if not first.applied:
        return
    after = Source(source.path, first.text, source.encoding, source.bom)
    left = check(after)
    second = settled(after, left, least, check, markup)
    back = list(_turned_back(first, left))
    count["changed"] += 1
    count["fixes"] += len(first.applied)
    count["again"] += second.text != first.text
    count["back"] += len(back)
    count["markup"] += _tags(first.text) != _tags(source.text)
    for v in [*second.applied, *back]:
        print(f"{least} {source.path}: {v.rule}: {v.excerpt!r} -> {v.suggestions[:1]}", file=sys.stderr)


def _tags(text: str) -> Counter[str]:
    """The tags and marks of a text, as they can be told without its reader, where no block of it is deleted."""
    return Counter(_TAG.findall(text))


def _turned_back(change: Fixed, left: list[Violation]) -> Iterator[Violation]:
    """Violations of the fixed text that suggest what a fix has just replaced."""
    written = {
        (edit.content, edit.old) for v in change.applied if v.fix for edit in v.fix.edits if edit.content
    }
    for v in left:
        if any((v.excerpt, suggestion) in written for suggestion in v.suggestions):
            yield v


if __name__ == "__main__":
    main(sys.argv[1:])
