"""Reports that newslint wrote earlier beside the articles (-o report.md): they are no articles."""

from __future__ import annotations

import re

MARKDOWN_HEADING = "## newslint\n\n"
CHECKED = "Checked"  # begins the summary in every report for people

_SEVERITY = "(?:error|warning|suggestion)"
_CHECKED = rf"{CHECKED} (?:nothing:|[\d,]+ articles? in [\d,]+ files?[.:])"
# How a report begins: with its heading, with a path (and a headline) before a first violation, or, where there is
# none, with the summary. Nothing inside a text makes it a report, or an article could switch the linter off.
_REPORT = re.compile(
    rf"{MARKDOWN_HEADING}{CHECKED}"
    rf"|[^\n]+\n(?:  [^\n]*\n)?[ ]+\d+:\d+  {_SEVERITY}  "
    rf"|[^\n]+:\d+:\d+: {_SEVERITY} [a-z-]+/[a-z-]+: "
    rf"|{_CHECKED}"
)


def is_own_report(text: str) -> bool:
    """Whether a text is a report in one of the formats for people."""
    return _REPORT.match(text[:2000]) is not None
