"""What a check is: a module with `Params`, a function, and `CHECK`, which declares what kind of check it is.

An `ArticleCheck` reads one article and yields findings. A `PhraseCheck` names phrases, which the engine finds for all
rules in one shared pass. A `ProjectCheck` collects facts from each article and compares those of all. A
`SuppressionCheck` is asked when all others are done, and told which suppressions were of use.

A check knows no file, output or configuration and holds no state. `Params` is a NamedTuple of plain types (str, int,
float, bool, lists and tables of them, `ListFile`), so that pydantic can validate it when a rule is loaded, and a run
that loads nothing can make it from JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, NewType, TypeVar

from newslint.article.model import Article
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
    suggestion; `applicability` only where it differs from the rule's. `defects` are the places of the article where
    the defect itself lies, where the span is more than that: a rule that yields to this one yields there. `severity` is
    given where the evidence is less sure than the rule's usually is: the milder of the two counts.
    """

    start: int
    end: int
    values: dict[str, Any] = field(default_factory=dict)
    variant: str = ""
    suggestions: list[str] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    applicability: str = ""
    defects: list[Span] = field(default_factory=list)
    severity: str = ""


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


class SourceFinding(NamedTuple):
    """What a check of suppressions yields: a span in the source, and what to say."""

    span: Span
    values: Mapping[str, Any]
    variant: str = ""


class Silencing(NamedTuple):
    """What became of an article's suppressions: the indexes of those that were `used`, what the rules that ran are
    `called` (names, families, former names), and what all rules that there are, are called (`known`)."""

    article: Article
    used: frozenset[int]
    called: frozenset[str]
    known: frozenset[str]


ListFile = NewType("ListFile", str)  # a file in `lists/` of the rule's pack; the check gets its path
P = TypeVar("P")
ANY_KIND = "*"  # among a check's placeholders: a kind of message that the rule's list names, not the check


class ParamError(ValueError):
    """A parameter that a check can't use: its name, and why."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class Placeholders(NamedTuple):
    """What a message may name: `texts` as {name}; `places`, parts of the article, also as {name.line}, {name.text}."""

    texts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def shown(self) -> list[str]:
        """Each placeholder as it is written in a message."""
        return [
            *(f"{{{name}}}" for name in (*self.texts, *self.places)),
            *(f"{{{name}.{part}}}" for name in self.places for part in ("line", "text")),
        ]


def fills(*texts: str, places: Sequence[str] = ()) -> Placeholders:
    """The placeholders of one message."""
    return Placeholders(texts, tuple(places))


class Declaration(Generic[P]):
    """What every check declares: its parameters, what its messages may name, and how the engine is to ask it.

    `placeholders`: what fills the rule's message (""), and each of its `messages` by their kind. `named_by` gives
    further ones that the parameters name. `verify` raises ParamError where the parameters can't be used together.
    `reads_names`: the check needs the newsroom's list of names.
    """

    def __init__(
        self,
        params: type[P],
        placeholders: Mapping[str, Placeholders] = MappingProxyType({"": Placeholders()}),
        named_by: Callable[[P], Iterable[str]] | None = None,
        verify: Callable[[P], None] | None = None,
        reads_names: bool = False,
    ) -> None:
        self.params = params
        self.placeholders = placeholders
        self.named_by = named_by
        self.verify = verify
        self.reads_names = reads_names


class ArticleCheck(Declaration[P]):
    """A check of one article."""

    def __init__(self, run: Callable[[Analysis, P], Iterable[Finding]], params: type[P], **more: Any) -> None:
        super().__init__(params, **more)
        self.run = run


class PhraseCheck(Declaration[P]):
    """A check by phrases: `phrases` are looked for, `run` is given those that were found."""

    def __init__(
        self,
        phrases: Callable[[P], Sequence[str]],
        run: Callable[[Analysis, P, Sequence[Hit]], Iterable[Finding]],
        params: type[P],
        **more: Any,
    ) -> None:
        super().__init__(params, **more)
        self.phrases = phrases
        self.run = run


class ProjectCheck(Declaration[P]):
    """A check over many files."""

    def __init__(
        self,
        collect: Callable[[Analysis, P], Iterable[Fact]],
        compare: Callable[[Iterable[Fact], P], Iterable[FactFinding]],
        params: type[P],
        **more: Any,
    ) -> None:
        super().__init__(params, **more)
        self.collect = collect
        self.compare = compare


class SuppressionCheck(Declaration[P]):
    """A check of the writer's suppressions, asked when all other rules have run."""

    def __init__(
        self, run: Callable[[Silencing, P], Iterable[SourceFinding]], params: type[P], **more: Any
    ) -> None:
        super().__init__(params, **more)
        self.run = run
