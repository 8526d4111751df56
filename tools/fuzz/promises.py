"""What must hold for every input: nothing raises, every place is right, fixes settle, and the same again gives the same."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple, NoReturn
from unittest.mock import patch

import numpy as np

from newslint.article import Article, readers
from newslint.engine import report_json
from newslint.engine.fix import fixed
from newslint.engine.lint import lint
from newslint.engine.report import Report, Violation
from newslint.engine.resolve_config import resolve
from newslint.engine.run import RunResult
from newslint.engine.selection import RuleSelection, Selector
from newslint.engine.settings import Settings
from newslint.files import Unreadable, decode
from newslint.language.context.encoder import Encoder, Probabilities
from newslint.language.context.rows import MISSING
from newslint.reporters import FORMATS, Style, render
from newslint.rules import STRICT
from newslint.source import Position, Source, Span
from tools.fuzz.generators import Input

LONGEST_S = 10  # CPU seconds for one small input; it takes some thousandths
os.environ["NEWSLINT_DEBUG"] = "1"  # what goes wrong in a rule is raised
_WIDTH = 192  # of a word's vector
_ROUNDS = 6  # of fixing, in which a text must come to rest
_RENDERED = 10  # of so many inputs one is rendered in every format
_READ = 40  # of so many inputs one is read by the context encoder, which takes ten times as long as all rules
_SHUFFLED = 4  # of so many inputs one is checked with the rules in another order


class Fault(NamedTuple):
    """A promise that an input breaks. Two faults of one `kind` are taken for one."""

    kind: str
    detail: str


@cache
def settings(*, every: bool = True) -> Settings:
    """All shipped rules at any level, or those that run by default; with the shipped names."""
    project, _ = resolve(None, Path(), ())
    return Selector(project, RuleSelection(level=STRICT if every else "")).settings("article.txt")


def fault(item: Input) -> Fault | None:
    """The first promise that an input breaks, or None."""
    path = f"article{item.suffix}"
    try:
        source = decode(path, item.text.encode("utf-8"))
    except (Unreadable, UnicodeEncodeError):
        return None  # as designed: no text
    try:
        with _limited(LONGEST_S), nullcontext() if len(item.text) % _READ == 0 else unread():
            return next(_faults(source), None)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        if isinstance(error, _TookTooLong):
            return Fault(
                "time", f"takes more than {LONGEST_S} CPU seconds, at {frame.filename}:{frame.lineno}"
            )
        where = f"{Path(frame.filename).name}:{frame.name}"
        return Fault(f"{type(error).__name__} in {where}", "".join(traceback.format_exception(error)[-4:]))


def violations_of(item: Input) -> list[Violation]:
    """What all rules find, for counting."""
    return lint(Source(f"article{item.suffix}", item.text), settings()).violations


def _faults(source: Source) -> Iterator[Fault]:
    for article in readers.read(source):
        yield from _misread(article)
    report = lint(source, settings())
    for error in report.errors:
        yield Fault(f"error: {error.message}", error.message)
    for violation in report.violations:
        yield from _misplaced(source, violation)
    if len(source.text) % _SHUFFLED == 0:
        yield from _differing(source, report)
    yield from _unsettled(source, report)
    if len(source.text) % _RENDERED == 0:
        outcome = RunResult(
            report.violations, rules=settings().rules, texts={source.path: source.text}, files=1
        )
        for name in FORMATS:
            "".join(render(name, outcome, Style())).encode("utf-8", "surrogatepass")


def _misread(article: Article) -> Iterator[Fault]:
    """Blocks that overlap or leave the text, pieces that lead back to what is not there."""
    end = 0
    for block in article.blocks:
        if not end <= block.start < block.end <= len(article.text):
            yield Fault("block", f"{block} behind {end}")
        end = block.end
    behind = [*[piece.text_start for piece in article.pieces[1:]], len(article.text)]
    for piece, stop in zip(article.pieces, behind, strict=True):
        if not 0 <= piece.source_start <= piece.source_end <= len(article.source.text):
            yield Fault("piece", f"{piece} is not in the source")
        stands = article.source.text[piece.source_start : piece.source_start + stop - piece.text_start]
        if piece.verbatim and stands != article.text[piece.text_start : stop]:
            yield Fault("piece", f"{piece} is not verbatim")


def _misplaced(source: Source, violation: Violation) -> Iterator[Fault]:
    """Places outside the text or empty, excerpts that stand elsewhere, edits that overlap."""
    rule, place = violation.rule, violation.place
    lines = len(source.line_starts)
    if not (1 <= place.line <= place.end_line <= lines):
        yield Fault(f"place of {rule}", str(violation))
        return
    start = source.offset(Position(place.line, place.column))
    end = source.offset(Position(place.end_line, place.end_column))
    if not 0 <= start < end <= len(source.text):
        yield Fault(f"place of {rule}", str(violation))
    if source.text[start:end] != violation.excerpt:
        yield Fault(f"excerpt of {rule}", str(violation))
    first = violation.excerpt.partition("\n")[0].rstrip("\r")
    at = place.column - violation.context_column
    if not violation.context[at:].startswith(first[: max(0, len(violation.context) - at)]):
        yield Fault(f"context of {rule}", str(violation))
    last = 0
    for edit in sorted(violation.fix.edits if violation.fix else (), key=lambda each: each.start):
        if not last <= edit.start <= edit.end <= len(source.text):
            yield Fault(f"edit of {rule}", str(violation))
        if edit.place != source.place(Span(edit.start, edit.end)):
            yield Fault(f"place of an edit of {rule}", str(violation))
        last = edit.end
    for related in violation.related:
        where = related.place
        if not 1 <= where.line <= where.end_line <= lines:
            yield Fault(f"related place of {rule}", str(violation))


def _differing(source: Source, report: Report) -> Iterator[Fault]:
    """The same text again, with the rules in another order; and the report stored and read."""
    rules = list(settings().rules)
    Random(len(source.text)).shuffle(rules)
    again = lint(Source(source.path, source.text), replace(settings(), rules=rules))
    if again.violations != report.violations:
        different = {v.rule for v in set(again.violations) ^ set(report.violations)}
        yield Fault(
            f"order of the rules: {', '.join(sorted(different))}", f"{report.violations}\n{again.violations}"
        )
    if {k: v for k, v in again.facts.items() if v} != {k: v for k, v in report.facts.items() if v}:
        yield Fault("facts", "the facts of a second run differ")
    if (
        not report.errors
        and report_json.loads(source.path, report_json.dumps(report)).violations != report.violations
    ):
        yield Fault("codec", "a stored report is not the same when it is read")


def _unsettled(source: Source, report: Report) -> Iterator[Fault]:
    """Fixes that never come to rest."""
    for least in ("safe", "unsafe"):
        seen = [source.text]
        violations: Sequence[Violation] = report.violations
        applied: set[str] = set()
        for _ in range(_ROUNDS):
            change = fixed(Source(source.path, seen[-1]), violations, least)
            if change.text == seen[-1]:
                break
            applied = {violation.rule for violation in change.applied}
            if change.text in seen:
                yield Fault(
                    f"{least} fixes turn back: {', '.join(sorted(applied))}", repr([*seen, change.text])
                )
                break
            seen.append(change.text)
            violations = lint(Source(source.path, change.text), settings()).violations
        else:
            yield Fault(f"{least} fixes do not settle: {', '.join(sorted(applied))}", repr(seen))


@contextmanager
def unread() -> Iterator[None]:
    """In the block the context encoder finds every word right without a look at it."""

    def all_right(self: Encoder, passages: Sequence[Sequence[int]]) -> list[Probabilities]:
        return [_right(len(passage)) for passage in passages]

    with patch.object(Encoder, "read", all_right):
        yield


def _right(words: int) -> Probabilities:
    word, gap = np.zeros((words, 3), np.float32), np.zeros((words, 1 + len(MISSING)), np.float32)
    word[:, 0] = gap[:, 0] = 1
    return Probabilities(word, gap, np.zeros((words, _WIDTH), np.float32))


class _TookTooLong(Exception):
    """More CPU time than an input may take."""


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raises _TookTooLong in the block after so many CPU seconds."""

    def stop(number: int, frame: object) -> NoReturn:
        raise _TookTooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
