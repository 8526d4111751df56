"""One file's text in, its violations and facts out: a pure function."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from newslint.article import Article, readers
from newslint.checks import Edit, Fact, FactFinding, Finding
from newslint.engine.settings import Settings
from newslint.engine.violations import Fix, FixEdit, RelatedPlace, Report, Violation
from newslint.language.analysis import Analysis
from newslint.language.house import House
from newslint.rules import Rule, check_module, params_of
from newslint.source import Source, Span

_SIC = re.compile(r"\s*[\[(]sic[\])]", re.IGNORECASE)
_SIC_FAMILIES = ("typos", "names")


def lint(source: Source, settings: Settings) -> Report:
    """Check one file's text with the settings' rules. Violations come in the order of their places."""
    report = Report(source.path)
    house = House(
        tuple(settings.words), tuple(settings.dictionaries), tuple(settings.names), settings.dialect
    )
    for number, article in enumerate(readers.read(source, settings.formats, tuple(settings.text_keys))):
        analysis = Analysis(article, house)
        report.articles += 1
        report.words += article.text.count(" ") + len(article.blocks)
        for block in article.blocks:
            if block.kind == "headline":
                line = source.position(article.to_source(block.span).start).line
                report.headlines.append((line, article.text_of(block)))
                break
        used: set[int] = set()
        for rule in settings.rules:
            _run(rule, analysis, number, report, used)
        _unused_suppressions(article, settings, used, report)
    report.violations = with_fingerprints(sorted(set(report.violations), key=lambda v: v.order))
    return report


def _run(rule: Rule, analysis: Analysis, number: int, report: Report, used: set[int]) -> None:
    """One rule over one article: its violations, or its facts, into the report."""
    module = check_module(rule.check)
    params = params_of(rule)
    article = analysis.article
    if hasattr(module, "collect"):
        facts = report.facts.setdefault(rule.name, [])
        for fact in module.collect(analysis, params):
            if not suppressed(rule, article, fact.span.start, used):
                facts.append(_mapped(fact, article, number))
        return
    for finding in module.check(analysis, params):
        if wanted(rule, analysis, finding) and not suppressed(rule, article, finding.start, used):
            report.violations.append(violation(rule, article, finding))


def wanted(rule: Rule, analysis: Analysis, finding: Finding) -> bool:
    """Whether the rule's scope, its stance on quotations and [sic] let the finding stand."""
    block = analysis.article.block_at(finding.start)
    if block is None or block.kind not in rule.scope:
        return False
    if rule.family in _SIC_FAMILIES and _SIC.match(analysis.text, finding.end):
        return False
    return not (rule.quotations == "skip" and analysis.in_quotation(finding.start))


def suppressed(rule: Rule, article: Article, offset: int, used: set[int]) -> bool:
    """Whether a suppression in the file covers the rule at this offset; notes which ones are used."""
    hit = False
    for index, wish in enumerate(article.suppressions):
        if wish.block is not None and wish.block != article.block_index(offset):
            continue
        if any(names(pattern, rule) for pattern in wish.rules):
            used.add(index)
            hit = True
    return hit


def names(pattern: str, rule: Rule) -> bool:
    """Whether a family or a rule's name, present or former, means the rule."""
    return pattern in (rule.name, rule.family, "all") or pattern in rule.formerly


def violation(rule: Rule, article: Article, finding: Finding) -> Violation:
    """The finding at its place in the file, in the rule's words."""
    source = article.source
    span = article.to_source(Span(finding.start, finding.end))
    values = {
        key: _Shown(value, article) if isinstance(value, Span) else value
        for key, value in finding.values.items()
    }
    return Violation(
        path=source.path,
        place=source.place(span),
        rule=rule.name,
        severity=rule.severity,
        message=rule.wording(finding.variant).format_map(values),
        excerpt=source.text[span.start : span.end],
        suggestions=tuple(finding.suggestions),
        fix=_fix(rule, article, finding),
        related=tuple(
            RelatedPlace(source.path, source.place(article.to_source(span)), message)
            for span, message in finding.related
        ),
    )


class _Shown:
    """A span among a message's values: {name} is its text, {name.line} its line."""

    def __init__(self, span: Span, article: Article) -> None:
        self.text = article.text[span.start : span.end]
        self.line, self.column = article.source.position(article.to_source(span).start)

    def __str__(self) -> str:
        return self.text


def _fix(rule: Rule, article: Article, finding: Finding) -> Fix | None:
    edits = finding.edits or _edits(rule, article, finding)
    if not rule.action or not edits:
        return None
    applicability = finding.applicability or rule.applicability
    mapped = []
    for edit in edits:
        span = article.to_source(Span(edit.start, edit.end))
        if not article.is_verbatim(Span(edit.start, edit.end)):
            applicability = "display"
        if rule.action == "delete-block":
            span = _whole_line(article.source, span)
        mapped.append(FixEdit(article.source.place(span), edit.content, span.start, span.end))
    return Fix(applicability, tuple(mapped))


def _edits(rule: Rule, article: Article, finding: Finding) -> list[Edit]:
    if rule.action == "replace" and finding.suggestions:
        return [Edit(finding.start, finding.end, finding.suggestions[0])]
    if rule.action == "delete":
        return [Edit(finding.start, finding.end, "")]
    if rule.action == "delete-block" and (block := article.block_at(finding.start)):
        return [Edit(block.start, block.end, "")]
    return []


def _whole_line(source: Source, span: Span) -> Span:
    """The span with its line break, where nothing else stands on its lines."""
    start = source.text.rfind("\n", 0, span.start) + 1
    end = source.text.find("\n", span.end)
    end = len(source.text) if end == -1 else end + 1
    alone = not source.text[start : span.start].strip() and not source.text[span.end : end].strip()
    return Span(start, end) if alone else span


def _mapped(fact: Fact, article: Article, number: int) -> Fact:
    span = article.to_source(fact.span)
    source = article.source
    return Fact(
        fact.key,
        fact.value,
        fact.text,
        span,
        source.path,
        source.place(span),
        number,
        source.text[span.start : span.end],
    )


def compare(rule: Rule, facts: Iterable[Fact]) -> list[Violation]:
    """A rule over many files: the violations between the facts of all of them."""
    module: Any = check_module(rule.check)
    found: list[FactFinding] = list(module.compare(list(facts), params_of(rule)))
    return [
        Violation(
            path=f.fact.path,
            place=f.fact.place,
            rule=rule.name,
            severity=rule.severity,
            message=rule.wording(f.variant).format_map(f.values),
            excerpt=f.fact.excerpt,
            related=tuple(RelatedPlace(other.path, other.place, message) for other, message in f.related),
        )
        for f in found
    ]


def _unused_suppressions(article: Article, settings: Settings, used: set[int], report: Report) -> None:
    rule = next((r for r in settings.rules if r.check == "unused-suppression"), None)
    if rule is None:
        return
    for index, wish in enumerate(article.suppressions):
        if index not in used:
            report.violations.append(
                Violation(
                    path=article.source.path,
                    place=article.source.place(wish.span),
                    rule=rule.name,
                    severity=rule.severity,
                    message=rule.message.format(rules=", ".join(wish.rules)),
                    excerpt=article.source.text[slice(*wish.span)],
                )
            )


def with_fingerprints(violations: list[Violation]) -> list[Violation]:
    """The violations with a fingerprint each: stable when lines move, different for two equal ones in a file."""
    seen: Counter[tuple[str, str, str]] = Counter()
    named = []
    for v in violations:
        key = (v.path, v.rule, " ".join(v.excerpt.split()))
        seen[key] += 1
        digest = hashlib.sha256(
            "\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")
        ).hexdigest()[:32]
        fields = {name: getattr(v, name) for name in v.__slots__}
        named.append(Violation(**{**fields, "fingerprint": digest}))
    return named
