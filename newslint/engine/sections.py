"""Very large plain text is checked section by section, so that memory grows with a section and not with the file.

A section ends at an empty line. What stands in two sections is not compared: no news copy is so long, only the dump of
an archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newslint.engine.report import Fix, Report, SuppressedViolation, Violation
from newslint.source import Place, Source, Span

_SECTION = 1_000_000  # characters
_EMPTY_LINE = re.compile(r"\n\r?\n|\r\r(?!\n)")


def is_very_large(source: Source) -> bool:
    """Whether a text is better checked in sections."""
    return len(source.text) > 2 * _SECTION


def sections(source: Source) -> Iterator[tuple[Source, int]]:
    """The sections of a text, each as a source of its own, with the characters before it."""
    text, start = source.text, 0
    while start < len(text):
        empty = _EMPTY_LINE.search(text, start + _SECTION)
        end = empty.end() if empty else len(text)
        yield replace(source, text=text[start:end]), start
        start = end


def add_section(whole: Report, part: Report, characters: int, lines: int) -> None:
    """Add a section's report to that of the whole text; so many characters and lines stand before the section."""
    whole.violations += [_moved(v, characters, lines) for v in part.violations]
    whole.silenced += [
        SuppressedViolation(_moved(each.violation, characters, lines), each.kind, each.reason)
        for each in part.silenced
    ]
    whole.headlines += [(line + lines, text) for line, text in part.headlines]
    for name, facts in part.facts.items():
        whole.facts.setdefault(name, []).extend(
            replace(
                fact,
                span=Span(fact.span.start + characters, fact.span.end + characters),
                place=_down(fact.place, lines),
                article=fact.article + whole.articles,
            )
            for fact in facts
        )
    whole.errors += [error for error in part.errors if error not in whole.errors]
    whole.articles += part.articles
    whole.words += part.words


def _moved(v: Violation, characters: int, lines: int) -> Violation:
    """The violation further down in the file."""
    fix = v.fix and Fix(
        v.fix.applicability,
        tuple(
            replace(
                edit, place=_down(edit.place, lines), start=edit.start + characters, end=edit.end + characters
            )
            for edit in v.fix.edits
        ),
    )
    related = tuple(replace(other, place=_down(other.place, lines)) for other in v.related)
    return replace(v, place=_down(v.place, lines), fix=fix, related=related)


def _down(place: Place, lines: int) -> Place:
    return Place(place.line + lines, place.column, place.end_line + lines, place.end_column)
