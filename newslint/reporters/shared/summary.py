"""The closing lines of a report, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared.json_form import fixable
from newslint.rules import SEVERITIES


def summary(outcome: RunResult, style: Style) -> Iterator[str]:
    """What was checked and what was found."""
    checked = f"Checked {_many(outcome.articles, 'article')} in {_many(outcome.files, 'file')}"
    if not outcome.files:
        yield "Checked nothing: there was no file to check.\n"
        return
    if outcome.errors and not outcome.violations and not outcome.articles:
        yield f"{checked}.\n"
    elif not outcome.violations:
        known = f"nothing new; the baseline accepts {_many(outcome.accepted, 'violation')}"
        clear = "no rule was run" if outcome.is_idle else "no problems found"
        yield f"{checked}: {known if outcome.accepted else clear}.\n"
    else:
        counts = Counter(v.severity for v in outcome.violations)
        parts = [_many(counts[name], name) for name in reversed(SEVERITIES) if counts[name]]
        known = f" The baseline accepts {outcome.accepted:,} more." if outcome.accepted else ""
        yield f"{checked}: {', '.join(parts)}.{known}\n"
    count = fixable(outcome)
    safe = sum(v.fix is not None and v.fix.applicability == "safe" for v in outcome.violations)
    if safe:
        yield f"{_many(safe, 'of them can', 'of them can')} be mended by 'newslint check --fix'"
        yield f", {count - safe} more by --unsafe-fixes.\n" if count > safe else ".\n"
    elif count:
        yield f"{count} of them can be mended by 'newslint check --fix --unsafe-fixes'; read the change.\n"
    if outcome.errors:
        yield f"{_many(len({error.path for error in outcome.errors}), 'file')} could not be checked; see above.\n"


def _many(count: int, noun: str, plural: str = "") -> str:
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
