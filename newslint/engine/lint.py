"""One file's text in, its violations and facts out: a pure function."""

from __future__ import annotations

import os
import re

from newslint.article import HEADLINE, Article, Suppression, readers
from newslint.checks.model import Finding, Hit
from newslint.engine.mapping import compare, mapped, violation, with_fingerprints
from newslint.engine.settings import Settings
from newslint.engine.shared_pass import phrase_hits
from newslint.engine.violations import FileError, Report, Silenced, Violation
from newslint.language.analysis import Analysis
from newslint.language.vocabulary import House
from newslint.rules import Rule
from newslint.source import Source

__all__ = ["compare", "lint", "with_fingerprints"]

_SIC = re.compile(r"\s*[\[(]sic[\])]", re.IGNORECASE)
_SIC_FAMILIES = ("typos", "names")


def lint(source: Source, settings: Settings) -> Report:
    """Check one file's text with the settings' rules. Violations come in the order of their places."""
    report = Report(source.path, digest=source.digest)
    house = House(
        tuple(settings.words), tuple(settings.dictionaries), tuple(settings.names), settings.dialect
    )
    found: set[Violation] = set()
    for number, article in enumerate(_articles(source, settings, report)):
        analysis = Analysis(article, house)
        report.articles += 1
        report.words += article.text.count(" ") + len(article.blocks)
        _note_headline(article, report)
        hits = phrase_hits(analysis, settings)
        used: set[int] = set()
        for rule in settings.rules:
            try:
                found.update(_run(rule, analysis, settings, hits.get(rule.name, []), number, report, used))
            except RuleFailure as failure:
                report.errors.append(FileError(source.path, str(failure)))
            except Exception as error:
                if os.environ.get("NEWSLINT_DEBUG"):
                    raise
                report.errors.append(FileError(source.path, _bug(rule, error)))
        found.update(_unused_suppressions(article, settings, used))
    report.violations = with_fingerprints(sorted(found, key=lambda v: v.order))
    return report


def _articles(source: Source, settings: Settings, report: Report) -> list[Article]:
    try:
        return readers.read(source, settings.formats, tuple(settings.text_keys))
    except Exception as error:
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        report.errors.append(
            FileError(source.path, f"could not be read as news ({_what(error)}); please report it")
        )
        return []


class RuleFailure(Exception):
    """A rule that can't be applied to a file, in words that name the rule and the remedy."""


def _run(
    rule: Rule,
    analysis: Analysis,
    settings: Settings,
    hits: list[Hit],
    number: int,
    report: Report,
    used: set[int],
) -> list[Violation]:
    """One rule over one article: its violations; facts go into the report."""
    module, params = settings.prepared(rule)
    article = analysis.article
    if hasattr(module, "collect"):
        facts = report.facts.setdefault(rule.name, [])
        for fact in module.collect(analysis, params):
            if _suppressor(rule, article, fact.span.start, used) is None:
                facts.append(mapped(fact, article, number))
        return []
    try:
        findings: list[Finding] = list(
            module.check_hits(analysis, params, hits)
            if hasattr(module, "check_hits")
            else module.check(analysis, params)
        )
    except TimeoutError as error:
        raise RuleFailure(
            f"the rule {rule.name} took too long here and was left out; simplify its pattern, or give it 'anchors'"
        ) from error
    kept = []
    for finding in findings:
        if _wanted(rule, analysis, finding):
            wish = _suppressor(rule, article, finding.start, used)
            if wish is None:
                kept.append(violation(rule, analysis, finding))
            else:
                report.silenced.append(Silenced(violation(rule, analysis, finding), "inSource", wish.reason))
    return kept


def _wanted(rule: Rule, analysis: Analysis, finding: Finding) -> bool:
    """Whether the rule's scope, its stance on quotations and [sic] let the finding stand."""
    block = analysis.article.block_at(finding.start)
    if block is None or block.kind not in rule.scope:
        return False
    if rule.family in _SIC_FAMILIES and _SIC.match(analysis.text, finding.end):
        return False
    return not (rule.quotations == "skip" and analysis.in_quotation(finding.start))


def _suppressor(rule: Rule, article: Article, offset: int, used: set[int]) -> Suppression | None:
    """The suppression in the file that covers the rule at this offset, if any; notes which ones are used."""
    found = None
    for index, wish in enumerate(article.suppressions):
        if wish.block is not None and wish.block != article.block_index(offset):
            continue
        if any(rule.called(name) for name in wish.rules):
            used.add(index)
            found = wish
    return found


def _unused_suppressions(article: Article, settings: Settings, used: set[int]) -> list[Violation]:
    """A violation for each suppression that silenced nothing, unless its rules did not run."""
    rule = next((r for r in settings.rules if r.check == "unused-suppression"), None)
    if rule is None:
        return []
    source = article.source
    idle = [wish for index, wish in enumerate(article.suppressions) if index not in used]
    return [
        Violation(
            path=source.path,
            place=source.place(wish.span),
            rule=rule.name,
            severity=rule.severity,
            message=rule.message.format(rules=", ".join(wish.rules)),
            excerpt=source.text[slice(*wish.span)],
        )
        for wish in idle
        if all(any(r.called(name) for r in settings.rules) for name in wish.rules)
    ]


def _note_headline(article: Article, report: Report) -> None:
    block = next((b for b in article.blocks if b.kind == HEADLINE), None)
    if block is not None:
        line = article.source.position(article.to_source(block.span).start).line
        report.headlines.append((line, article.text_of(block)))


def _bug(rule: Rule, error: Exception) -> str:
    return (
        f"the rule {rule.name} could not be applied ({_what(error)}); this is a mistake in newslint: please report it, "
        f"and switch the rule off until then"
    )


def _what(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
