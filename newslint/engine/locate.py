"""From a finding in an article's text to a violation at its place in the file."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from newslint.article import BYLINE, CREDIT, Article, Block
from newslint.checks.model import Edit, Fact, FactFinding, Finding, ProjectCheck
from newslint.engine.report import Fix, FixEdit, RelatedPlace, Violation
from newslint.engine.rule_failures import require_filled
from newslint.language.analysis import Analysis
from newslint.packs.message_template import PlaceValue, fill
from newslint.rules import SEVERITIES, Rule, load_check, params_of
from newslint.source import Place, Source, Span, with_line_feeds

_BEFORE, _AFTER = 160, 400  # characters of a line that are kept around a span, however long the line
_LETTERS = re.compile(r"[\W_]+")


def violation(rule: Rule, analysis: Analysis, finding: Finding) -> Violation:
    """The finding at its place in the file, in the rule's words."""
    article = analysis.article
    source = article.source
    span = article.to_source(Span(finding.start, finding.end))
    values = {
        key: _place_value(value, article) if isinstance(value, Span) else value
        for key, value in finding.values.items()
    }
    wording = rule.wording(finding.variant)
    require_filled(rule, wording, values)
    place = source.place(span)
    context, context_column = shown_line(source, span, place)
    return Violation(
        path=source.path,
        place=place,
        rule=rule.name,
        severity=_milder(rule.severity, finding.severity),
        message=fill(wording, values),
        excerpt=source.text[span.start : span.end],
        suggestions=tuple(finding.suggestions),
        fix=_fix(rule, analysis, finding),
        related=tuple(
            RelatedPlace(source.path, source.place(article.to_source(where)), message)
            for where, message in finding.related
        ),
        context=context,
        context_column=context_column,
    )


def _milder(severity: str, other: str) -> str:
    """The milder of a rule's severity and a finding's own, if it has one."""
    return min(severity, other, key=SEVERITIES.index) if other else severity


def shown_line(source: Source, span: Span, place: Place) -> tuple[str, int]:
    """The first line of a span as far as it can be shown, and the column at which that begins."""
    line_start = span.start - place.column + 1
    start = max(line_start, span.start - _BEFORE)
    line = with_line_feeds(source.text[start : span.start + _AFTER]).split("\n", 1)[0]
    return line.rstrip("\r"), start - line_start + 1


def mapped(fact: Fact, article: Article, number: int) -> Fact:
    """A fact at its place in the file."""
    span = article.to_source(fact.span)
    source = article.source
    return replace(
        fact,
        span=span,
        path=source.path,
        place=source.place(span),
        article=number,
        excerpt=source.text[span.start : span.end],
        context=shown_line(source, span, source.place(span)),
    )


def compare(rule: Rule, facts: Iterable[Fact]) -> list[Violation]:
    """A rule over many files: the violations between the facts of all of them."""
    check = load_check(rule.check)
    if not isinstance(check, ProjectCheck):
        return []
    return [
        Violation(
            path=each.fact.path,
            place=each.fact.place,
            rule=rule.name,
            severity=rule.severity,
            message=_filled(rule, each),
            excerpt=each.fact.excerpt,
            context=each.fact.context[0],
            context_column=each.fact.context[1],
            related=tuple(RelatedPlace(other.path, other.place, message) for other, message in each.related),
        )
        for each in check.compare(list(facts), params_of(rule))
    ]


def _filled(rule: Rule, each: FactFinding) -> str:
    wording = rule.wording(each.variant)
    require_filled(rule, wording, each.values)
    return fill(wording, each.values)


def with_fingerprints(violations: list[Violation]) -> list[Violation]:
    """The violations with a fingerprint each: stable when lines move, different for two equal ones in a file."""
    seen: Counter[tuple[str, str, str]] = Counter()
    named = []
    for v in violations:
        key = (v.path.replace("\\", "/"), v.rule, " ".join(v.excerpt.split()))
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        named.append(replace(v, fingerprint=digest))
    return named


def _place_value(span: Span, article: Article) -> PlaceValue:
    """A span of the article as a message shows it."""
    line, _ = article.source.position(article.to_source(span).start)
    return PlaceValue(article.text[span.start : span.end], line)


def _fix(rule: Rule, analysis: Analysis, finding: Finding) -> Fix | None:
    article = analysis.article
    edits = finding.edits or _edits(rule, article, finding)
    if not rule.action or not edits:
        return None
    applicability = finding.applicability or rule.applicability
    placed = []
    for edit in edits:
        block = article.block_at(edit.start)
        if not _may_touch(rule, analysis, edit, block):
            applicability = "display"
        # An empty span has no characters of its own to map: it stands before the one at its start.
        span = article.to_source(Span(edit.start, max(edit.end, edit.start + 1)))
        if edit.end == edit.start:
            span = Span(span.start, span.start)
        elif rule.action == "delete-block":
            span = _whole_line(article.source, span)
        old = article.source.text[span.start : span.end]
        placed.append(FixEdit(article.source.place(span), edit.content, *span, old))
    return Fix(applicability, tuple(placed))


def _edits(rule: Rule, article: Article, finding: Finding) -> list[Edit]:
    if rule.action == "replace" and finding.suggestions:
        return [Edit(finding.start, finding.end, finding.suggestions[0])]
    if rule.action == "delete":
        return [Edit(finding.start, finding.end, "")]
    if rule.action == "delete-block" and (block := article.block_at(finding.start)):
        return [Edit(block.start, block.end, "")]
    return []


def _may_touch(rule: Rule, analysis: Analysis, edit: Edit, block: Block | None) -> bool:
    """Whether a fix may be applied there: only what stands verbatim in the file, and nobody's words or name.

    Marks and spaces inside a quotation may be put right; its words may not.
    """
    article = analysis.article
    if edit.end > edit.start and not article.is_verbatim(Span(edit.start, edit.end)):
        return False
    if rule.action == "delete-block" or block is None:
        return block is not None
    old = article.text[edit.start : edit.end]
    if _LETTERS.sub("", old) == _LETTERS.sub("", edit.content):
        return True
    in_credit = block.credit is not None and block.credit.start <= edit.start < block.credit.end
    return not (block.kind in (BYLINE, CREDIT) or in_credit or analysis.in_quotation(edit.start))


def _whole_line(source: Source, span: Span) -> Span:
    """The span with its line break, where nothing else stands on its lines."""
    starts = source.line_starts
    start = starts[source.position(span.start).line - 1]
    last = source.position(span.end).line
    end = starts[last] if last < len(starts) else len(source.text)
    before, after = source.text[start : span.start].strip(), source.text[span.end : end].strip()
    alone = before == after[::-1] and not before.strip(
        "*_"
    )  # marks of emphasis stand for the whole line, too
    return Span(start, end) if alone else span
