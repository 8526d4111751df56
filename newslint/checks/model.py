"""What a check is: a module here with `Params`, a dataclass, and `check(analysis, params)`, which yields findings.

A rule names the module by its file name with hyphens ("near-duplicate" is near_duplicate.py). A check
knows no file, output or configuration and holds no state. `Params` is a frozen, slotted standard
dataclass of plain types (str, int, float, bool, list, dict, other such dataclasses), so that it can be validated by pydantic when a
rule is loaded and made from JSON in a run that loads nothing.

A check over many files has instead `collect(analysis, params)`, which yields facts, and
`compare(facts, params)`, which yields findings between them. A check that works by phrases has
`phrases(params)` and `check_hits(analysis, params, hits)`: the engine finds all phrases in one shared pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from newslint.language.analysis import Analysis
from newslint.source import Place, Span

_NOWHERE = Place(1, 1, 1, 2)  # until the engine has mapped a fact to its file


class Edit(NamedTuple):
    """Replace the text from `start` to `end` (offsets in the article's text) by `content`."""

    start: int
    end: int
    content: str


class Hit(NamedTuple):
    """A phrase that the shared pass found: its span in the text, and the phrase as the rule gives it."""

    start: int
    end: int
    phrase: str


class Related(NamedTuple):
    """Another span of the article that explains a finding, and what it is."""

    span: Span
    message: str


@dataclass(slots=True)
class Finding:
    """What a check yields: a span in the article's text, and what to say.

    `values` fill the placeholders of the rule's message; a Span among them can be asked for its
    `{name.line}` and `{name.text}`. `variant` picks one of the rule's `messages`. `suggestions` are
    replacements of the span, best first. `edits` are given only where a fix is more than the first
    suggestion; `applicability` only where it differs from the rule's.
    """

    start: int
    end: int
    values: dict[str, Any] = field(default_factory=dict)
    variant: str = ""
    suggestions: list[str] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    applicability: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one file contributes to questions over many files: `value` of `key`, at a place of the file."""

    key: str
    value: str
    text: str
    span: Span  # in the article's text while collected, in the source once the engine has mapped it
    path: str = ""
    place: Place = _NOWHERE
    article: int = 0
    excerpt: str = ""
    context: tuple[str, int] = ("", 1)


@dataclass(frozen=True, slots=True)
class FactFinding:
    """What a rule over many files yields: the fact that is wrong, what to say, and the facts that explain it."""

    fact: Fact
    values: dict[str, Any] = field(default_factory=dict)
    related: tuple[tuple[Fact, str], ...] = ()
    variant: str = ""


class Check(Protocol):
    """The module of a check of one article."""

    Params: type[Any]

    def check(self, analysis: Analysis, params: Any) -> Iterator[Finding]: ...


class PhraseCheck(Protocol):
    """The module of a check by phrases."""

    Params: type[Any]

    def phrases(self, params: Any) -> Sequence[str]: ...

    def check_hits(self, analysis: Analysis, params: Any, hits: Sequence[Hit]) -> Iterator[Finding]: ...


class ProjectCheck(Protocol):
    """The module of a check over many files."""

    Params: type[Any]

    def collect(self, analysis: Analysis, params: Any) -> Iterator[Fact]: ...

    def compare(self, facts: Iterable[Fact], params: Any) -> Iterator[FactFinding]: ...
