"""Reads an archive's articles for the names in them, and writes the house list that is proposed from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from newslint.archive.name_counts import Agreed, NameCount
from newslint.article import readers
from newslint.engine.discover import relative
from newslint.engine.report import FileError
from newslint.engine.selection import encoding_of
from newslint.engine.settings import Project
from newslint.files import Unreadable, decode, read_bytes, replace_file
from newslint.language.analysis import Analysis
from newslint.language.newsroom import Newsroom
from newslint.language.vocabulary import Vocabulary
from newslint.packs.name_list_file import read_entries

_PLAIN = re.compile(r"[^\W\d_][\w'’.\- ]*[\w.]")  # what YAML reads as text without quotation marks


@dataclass(slots=True)
class Proposal:
    """What an archive's articles propose for a list, and the files that could not be read."""

    articles: int = 0
    names: list[Agreed] = field(default_factory=list)
    disputed: list[Agreed] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)


def learn(
    files: Iterable[str], project: Project, least: int, tick: Callable[[], None] = lambda: None
) -> Proposal:
    """The names that `least` articles or more spell alike and that no list of the project holds yet."""
    proposal = Proposal()
    count = NameCount()
    newsroom = Newsroom(Vocabulary(tuple(project.words), tuple(project.dictionaries), (), project.dialect))
    for path in files:
        try:
            source = decode(path, read_bytes(path), encoding_of(relative(path, project.root), project))
        except Unreadable as error:
            proposal.errors.append(FileError(path, str(error)))
            continue
        for article in readers.read(source, project.formats, tuple(project.text_keys)):
            count.add(Analysis(article, newsroom))
        tick()
    known = {form for entry in project.names for form in (entry.name, *entry.also, *entry.never)}
    proposal.articles = count.articles
    agreed, disputed = count.agreed(least)
    proposal.names = [name for name in agreed if name.name not in known]
    proposal.disputed = [name for name in disputed if name.name not in known]
    return proposal


def as_yaml(proposal: Proposal) -> str:
    """The proposal as a name list: a line a name, with what speaks for it; what is not agreed stays a comment."""
    articles = f"{proposal.articles:,} {'article' if proposal.articles == 1 else 'articles'}"
    lines = [f"# Learnt from {articles} on {date.today().isoformat()}. Delete the lines that are not right."]
    lines += [f"- name: {_scalar(row.name)}  # {_evidence(row)}" for row in proposal.names]
    if proposal.disputed:
        lines.append(
            "# Not agreed. Take the sign # from the line that is right; from both where they are two names."
        )
        lines += [f"# - name: {_scalar(row.name)}  # {_evidence(row)}" for row in proposal.disputed]
    return "".join(f"{line}\n" for line in lines)


def write(path: Path, proposal: Proposal) -> Proposal:
    """Add the proposal to a list, whose own lines stay as they are; it is begun where there is none.

    Returns what was added. Raises RuleError where the list can't be read, OSError where it can't be written.
    """
    before = ""
    if path.exists():
        there = {form for entry in read_entries(path) for form in (entry.name, *entry.also, *entry.never)}
        before = path.read_text(encoding="utf-8")
        proposal = Proposal(
            proposal.articles,
            [row for row in proposal.names if row.name not in there],
            [
                row
                for row in proposal.disputed
                if row.name not in there and f"# - name: {_scalar(row.name)} " not in before
            ],
            proposal.errors,
        )
    if proposal.names or proposal.disputed:
        gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
        replace_file(path, (before + gap + as_yaml(proposal)).encode())
    return proposal


def _evidence(row: Agreed) -> str:
    said = f"{row.articles:,} {'article' if row.articles == 1 else 'articles'}"
    return "; ".join([said, *(f"'{name}' in {count:,}" for name, count in row.rivals)])


def _scalar(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
