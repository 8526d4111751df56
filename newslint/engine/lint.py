"""One file's text in, its violations and facts out: a pure function."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import Any

from newslint.article import HEADLINE, Article, readers
from newslint.checks.model import (
    ArticleCheck,
    Declaration,
    Finding,
    Hit,
    ParamError,
    PhraseCheck,
    ProjectCheck,
)
from newslint.engine.locate import mapped, violation, with_fingerprints
from newslint.engine.overlaps import without_said_better
from newslint.engine.phrase_search import phrase_hits
from newslint.engine.report import FileError, Report, SuppressedViolation
from newslint.engine.rule_failures import RuleFailure, error_in_words, failure_message
from newslint.engine.sections import add_section, is_very_large, sections
from newslint.engine.settings import Settings
from newslint.engine.suppress import on_suppressions, suppressor
from newslint.language.analysis import Analysis
from newslint.rules import Rule
from newslint.source import Source

_SIC = re.compile(r"\s*[\[(]sic[\])]", re.IGNORECASE)
_SIC_FAMILIES = ("typos", "names")
# So many violations of a rule are shown for an article, and more for a long one: what has more is no news copy, or the
# rule does not suit the house, and neither is told better by a million lines.
_FEW, _CHARACTERS_A_FINDING = 1000, 40
_SIDE_BY_SIDE = 16  # articles: a rule's code and words are fetched once for so many
_MORE = " ({rule} has more than {most:,} violations here; the others are not shown.)"


def lint(source: Source, settings: Settings) -> Report:
    """Check one file's text with the settings' rules. Violations come in the order of their places."""
    return lint_all([source], settings)[0]


def lint_all(sources: Sequence[Source], settings: Settings) -> list[Report]:
    """The reports of several files, in their order: what `lint` says of each, in five sixths of the time, as a rule
    goes through some articles before the next one's code and words are fetched."""
    large = [_is_large_text(source, settings) for source in sources]
    if any(large):
        return [
            _in_sections(source, settings) if is_large else _side_by_side([source], settings)[0]
            for source, is_large in zip(sources, large, strict=True)
        ]
    return _side_by_side(sources, settings)


def _is_large_text(source: Source, settings: Settings) -> bool:
    return is_very_large(source) and readers.format_of(source.path, settings.formats) == "text"


def _in_sections(source: Source, settings: Settings) -> Report:
    """The report of a very large text, made of those of its sections."""
    whole = _side_by_side([replace(source, text="")], settings)[0]  # what belongs to the file and no text
    lines = 0
    for part, characters in sections(source):
        add_section(whole, _side_by_side([part], settings)[0], characters, lines)
        lines += len(part.line_starts) - 1
    whole.violations = with_fingerprints(whole.violations)
    return whole


def _side_by_side(sources: Sequence[Source], settings: Settings) -> list[Report]:
    reports = [Report(source.path, digest=source.digest) for source in sources]
    articles = (
        _Article(Analysis(article, settings.newsroom), number, report)
        for source, report in zip(sources, reports, strict=True)
        for number, article in enumerate(_articles(source, settings, report))
    )
    while some := list(islice(articles, _SIDE_BY_SIDE)):
        _check(some, settings)
    for report in reports:
        report.violations = with_fingerprints(sorted(set(report.violations), key=lambda v: v.order))
        report.silenced.sort(key=lambda each: each.violation.order)
        report.errors.sort(key=lambda error: error.message)
    return reports


def _check(articles: list[_Article], settings: Settings) -> None:
    """All rules over some articles: first what they find, then what is said of it."""
    for each in articles:
        each.hits = phrase_hits(each.analysis, settings)
    for rule in settings.rules:
        check, params = settings.prepared(rule)
        for each in articles:
            with _guarded(rule, each.report):
                _find(rule, check, params, each)
    for each in articles:
        kept = without_said_better(each.found, settings.rules)
        for rule in settings.rules:
            if kept[rule.name]:
                with _guarded(rule, each.report):
                    _tell(rule, kept[rule.name], each)
        each.report.violations += on_suppressions(each.analysis.article, settings, each.used)


class _Article:
    """An article under way: which of its file's it is, the phrases in it, and which suppressions are `used`."""

    def __init__(self, analysis: Analysis, number: int, report: Report) -> None:
        self.analysis = analysis
        self.number = number
        self.report = report
        self.hits: dict[str, list[Hit]] = {}
        self.found: dict[str, list[Finding]] = {}  # by rule
        self.cut: set[str] = set()  # rules that would have found more
        self.used: set[int] = set()
        report.articles += 1
        report.words += analysis.text.count(" ") + len(analysis.article.blocks)
        _note_headline(analysis.article, report)


def _articles(source: Source, settings: Settings, report: Report) -> list[Article]:
    try:
        return readers.read(source, settings.formats, tuple(settings.text_keys))
    except Exception as error:
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        report.errors.append(
            FileError(source.path, f"could not be read as news ({error_in_words(error)}); please report it")
        )
        return []


@contextmanager
def _guarded(rule: Rule, report: Report) -> Iterator[None]:
    """A step of a rule over an article; a rule that fails is an error of the file."""
    try:
        yield
    except RuleFailure as failure:
        report.errors.append(FileError(report.path, str(failure)))
    except Exception as error:
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        report.errors.append(FileError(report.path, failure_message(rule, error)))


def _find(rule: Rule, check: Declaration[Any], params: Any, each: _Article) -> None:
    """What one rule finds in one article; facts go into the report."""
    analysis, article = each.analysis, each.analysis.article
    if isinstance(check, ProjectCheck):
        facts = each.report.facts.setdefault(rule.name, [])
        for fact in check.collect(analysis, params):
            if suppressor(rule, article, fact.span.start, each.used) is None:
                facts.append(mapped(fact, article, each.number))
        return
    findings = _findings(check, analysis, params, each.hits.get(rule.name, ()))
    wanted = (finding for finding in findings if _wanted(rule, analysis, finding))
    try:
        each.found[rule.name] = list(islice(wanted, _most(article)))
        if each.found[rule.name] and next(wanted, None) is not None:
            each.cut.add(rule.name)
    except TimeoutError as error:
        raise RuleFailure(
            f"the rule {rule.name} took too long here and was left out; simplify its pattern, or give it 'anchors'"
        ) from error
    except ParamError as error:
        raise RuleFailure(
            f"the rule {rule.name} can't be applied here: params.{error.key}: {error}"
        ) from error


def _tell(rule: Rule, findings: list[Finding], each: _Article) -> None:
    """What is said of a rule's findings: violations, and what the writer has silenced."""
    article, kept = each.analysis.article, []
    for finding in findings:
        wish = suppressor(rule, article, finding.start, each.used)
        made = violation(rule, each.analysis, finding)
        if wish is None:
            kept.append(made)
        else:
            each.report.silenced.append(SuppressedViolation(made, "inSource", wish.reason))
    if kept and rule.name in each.cut:
        more = _MORE.format(rule=rule.name, most=_most(article))
        kept[-1] = replace(kept[-1], message=kept[-1].message + more)
    each.report.violations += kept


def _most(article: Article) -> int:
    return max(_FEW, len(article.text) // _CHARACTERS_A_FINDING)


def _findings(
    check: Declaration[Any], analysis: Analysis, params: Any, hits: Sequence[Hit]
) -> Iterable[Finding]:
    if isinstance(check, PhraseCheck):
        return check.run(analysis, params, hits)
    return check.run(analysis, params) if isinstance(check, ArticleCheck) else ()


def _wanted(rule: Rule, analysis: Analysis, finding: Finding) -> bool:
    """Whether the rule's scope, its stance on quotations and [sic] let the finding stand."""
    block = analysis.article.block_at(finding.start)
    if block is None or block.kind not in rule.scope:
        return False
    if rule.family in _SIC_FAMILIES and _SIC.match(analysis.text, finding.end):
        return False
    return not (rule.quotations == "skip" and analysis.in_quotation(finding.start))


def _note_headline(article: Article, report: Report) -> None:
    block = next((b for b in article.blocks if b.kind == HEADLINE), None)
    if block is not None:
        line = article.source.position(article.to_source(block.span).start).line
        report.headlines.append((line, article.text_of(block)))
