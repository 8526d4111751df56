"""The writer's suppressions: what they cover, and what the rules about suppressions say of them."""

from __future__ import annotations

from newslint.article.model import Article, Suppression
from newslint.checks.model import Silencing, SourceFinding, SuppressionCheck
from newslint.engine.locate import shown_line
from newslint.engine.report import Violation
from newslint.engine.settings import Settings
from newslint.packs.message_template import fill
from newslint.rules import Rule, called


def suppressor(rule: Rule, article: Article, offset: int, used: set[int]) -> Suppression | None:
    """The suppression in the file that covers the rule at this offset, if any; notes which ones are used."""
    found = None
    for index, wish in enumerate(article.suppressions):
        if wish.block is not None and wish.block != article.block_index(offset):
            continue
        if any(rule.called(name) for name in wish.rules):
            used.add(index)
            found = wish
    return found


def on_suppressions(article: Article, settings: Settings, used: set[int]) -> list[Violation]:
    """What the rules about suppressions find, now that it is known which ones were used."""
    if not article.suppressions:
        return []
    names = frozenset(called(settings.rules))
    silencing = Silencing(article, frozenset(used), names, names.union(settings.known))
    found = []
    for rule in settings.rules:
        check, params = settings.prepared(rule)
        if isinstance(check, SuppressionCheck):
            found += [_violation(rule, article, each) for each in check.run(silencing, params)]
    return found


def _violation(rule: Rule, article: Article, finding: SourceFinding) -> Violation:
    source = article.source
    place = source.place(finding.span)
    context, context_column = shown_line(source, finding.span, place)
    return Violation(
        path=source.path,
        place=place,
        rule=rule.name,
        severity=rule.severity,
        message=fill(rule.wording(finding.variant), finding.values),
        excerpt=source.text[slice(*finding.span)],
        context=context,
        context_column=context_column,
    )
