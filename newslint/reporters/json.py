"""All of a run as one JSON object: the contract other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.engine.run import RunResult
from newslint.reporters import Style
from newslint.reporters.shared import json_form as plain
from newslint.version import __version__


def report(outcome: RunResult, style: Style) -> Iterator[str]:
    """The object, ended by a newline."""
    urls = plain.urls(outcome)
    yield json.dumps(
        {
            "version": __version__,
            "violations": [plain.violation(v, urls) for v in outcome.violations],
            "errors": [{"path": e.path, "message": e.message} for e in outcome.errors],
            "summary": {
                "files": outcome.files,
                "articles": outcome.articles,
                "violations": len(outcome.violations),
                "fixable": plain.fixable(outcome),
            },
        },
        ensure_ascii=False,
        indent=1,
    )
    yield "\n"
