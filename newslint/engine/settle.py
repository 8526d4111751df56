"""Fixes a text until nothing is left to fix, so that a second run changes nothing.

A fix may uncover another, or two may be at odds: one writes what the other takes back. So the text is checked again
after each round; what goes round in circles is left as it was. What would change the markup (a space that ends an
emphasis) is left out as well: a fix is for the words.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence

from newslint.article import Article, readers
from newslint.engine.discover import STDIN, relative
from newslint.engine.fix import Fixed, fixed
from newslint.engine.lint_file import Input
from newslint.engine.report import FixEdit, Violation
from newslint.engine.run import RunOptions, run
from newslint.engine.selection import Selector
from newslint.engine.settings import Project
from newslint.source import Source

_MOST_ROUNDS = 10  # a chain of fixes, each uncovered by the one before, is two or three long
Check = Callable[[Source], Sequence[Violation]]
Markup = Callable[[Source, Sequence[FixEdit]], str]
_Change = tuple[str, tuple[tuple[str, str], ...]]  # a rule, and what it writes for what


def settled(
    source: Source, violations: Sequence[Violation], least: str, check: Check, markup: Markup
) -> Fixed:
    """The text with every fix at least as trusted as `least`, and with those that these uncover.

    `check` finds a text's violations, `markup` what of it is neither words nor replaced by some edits. Raises OtherText where the violations are
    those of another text.
    """
    restless: set[_Change] = set()
    for _ in range(_MOST_ROUNDS):
        change, circle = _rounds(source, violations, least, check, markup, restless)
        if not circle:
            return change
        restless |= circle
    return Fixed(source, source.text, ())


def recheck(project: Project, selector: Selector) -> tuple[Check, Markup]:
    """How a text is checked again as the run that found its violations has checked it, and how its markup is told."""

    def check(source: Source) -> Sequence[Violation]:
        again = RunOptions(stdin=Input(source.path, codecs.BOM_UTF8 + source.text.encode()))
        return run([STDIN], project, selector, again).violations

    def markup(source: Source, edits: Sequence[FixEdit]) -> str:
        settings = selector.settings(relative(source.path, project.root))
        return markup_of(source, readers.read(source, settings.formats, tuple(settings.text_keys)), edits)

    return check, markup


def markup_of(source: Source, articles: Iterable[Article], edits: Iterable[FixEdit] = ()) -> str:
    """What of a text is no article's words and is not replaced by an edit, without white space: tags, marks of emphasis,
    addresses, front matter."""
    words = [(edit.start, edit.end) for edit in edits]
    for article in articles:
        ends = [piece.text_start for piece in article.pieces[1:]] + [len(article.text)]
        words += [
            (piece.source_start, piece.source_start + end - piece.text_start)
            for piece, end in zip(article.pieces, ends, strict=True)
            if piece.verbatim
        ]
    parts, last = [], 0
    for start, end in sorted(words):
        parts.append(source.text[last:start])
        last = max(last, end)
    parts.append(source.text[last:])
    return "".join("".join(parts).split())


def _rounds(
    source: Source,
    violations: Sequence[Violation],
    least: str,
    check: Check,
    markup: Markup,
    without: set[_Change],
) -> tuple[Fixed, set[_Change]]:
    """The text once all is fixed, and the changes that never come to rest, where there are such."""
    current, found = source, violations
    texts, changes = [source.text], list[set[_Change]]()
    applied: list[Violation] = []
    for _ in range(_MOST_ROUNDS):
        wanted = [v for v in found if v.fix and _change(v) not in without]
        step = _leaving_markup(fixed(current, wanted, least), least, markup)
        if step.text == current.text:
            return Fixed(source, current.text, tuple(applied)), set()
        changes.append({_change(v) for v in step.applied})
        applied += step.applied
        if step.text in texts:
            return Fixed(source, source.text, ()), set().union(*changes[texts.index(step.text) :])
        texts.append(step.text)
        current = Source(source.path, step.text, source.encoding, source.bom)
        found = check(current)
    return Fixed(source, current.text, tuple(applied)), changes[-1]


def _change(v: Violation) -> _Change:
    assert v.fix is not None
    return v.rule, tuple((edit.old, edit.content) for edit in v.fix.edits)


def _leaving_markup(change: Fixed, least: str, markup: Markup) -> Fixed:
    """The change without those fixes that would make other markup of the text's."""
    if not change.applied:
        return change
    source = change.source

    def harmless(some: Sequence[Violation]) -> list[Violation]:
        after = Source(source.path, fixed(source, some, least).text, source.encoding, source.bom)
        edits = [edit for v in some if v.fix for edit in v.fix.edits]
        if markup(after, ()) == markup(source, edits):
            return list(some)
        half = len(some) // 2
        return harmless(some[:half]) + harmless(some[half:]) if half else []

    kept = harmless(change.applied)
    return change if len(kept) == len(change.applied) else fixed(source, harmless(kept), least)
