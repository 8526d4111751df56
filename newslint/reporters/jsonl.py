"""One violation a line, each a JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared import json_form as plain


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The lines."""
    urls = plain.urls(outcome)
    for v in outcome.violations:
        yield json.dumps(plain.violation(v, urls), ensure_ascii=False) + "\n"
