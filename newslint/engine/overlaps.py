"""One defect, one alarm: of two rules that mark the same place the one says it that says it better.

Which that is stands in the rules' files (`yields_to`). A rule yields to all that the other has found in the article,
whatever becomes of that later, so that neither the order of the rules nor a suppression brings another alarm up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from newslint.checks.model import Finding
from newslint.rules import Rule
from newslint.source import Span


def stronger_rules(rule: Rule, rules: Iterable[Rule]) -> list[str]:
    """The names of those of the rules to which one yields."""
    if not rule.yields_to:
        return []
    return [
        other.name
        for other in rules
        if other is not rule and any(other.called(name) for name in rule.yields_to)
    ]


class Places:
    """Where some findings' defects lie: answers whether a span touches one of them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        spans = sorted(span for each in findings for span in each.defects or [Span(each.start, each.end)])
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))  # the furthest end so far

    def touch(self, finding: Finding) -> bool:
        """Whether one of them overlaps the finding's own place."""
        at = bisect_left(self._starts, finding.end)
        return at > 0 and self._ends[at - 1] > finding.start


def without_said_better(
    found: Mapping[str, Sequence[Finding]], rules: Sequence[Rule]
) -> dict[str, list[Finding]]:
    """The findings of each rule, without those where a rule speaks to which it yields."""
    kept = {}
    for rule in rules:
        findings = list(found.get(rule.name, ()))
        if findings and (names := stronger_rules(rule, rules)):
            better = Places(each for name in names for each in found.get(name, ()))
            findings = [finding for finding in findings if not better.touch(finding)]
        kept[rule.name] = findings
    return kept
