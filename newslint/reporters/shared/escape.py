"""Text for a terminal or a log: control and bidirectional characters are shown, not sent, and nothing is a command.

CI services carry out what they find in a log: GitHub `::name` at a line's start and `##[name]` anywhere
(https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), Azure `##vso[` and TeamCity `##teamcity[`.
"""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, and what reverses the direction of text.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)


_COMMAND = re.compile(r"#(?=#(?:\w{1,20})?\[)")


def escape_control_characters(text: str) -> str:
    """The text with each hidden character as an escape, a tab as one space; what begins a command in it is escaped too."""
    shown = _HIDDEN.sub(_escape, text)
    return _COMMAND.sub(_escape, shown) if "##" in shown else shown


def visible_path(path: str) -> str:
    """A path that begins a line: one that would be read as a command gets ./ in front, by which it is still found."""
    shown = escape_control_characters(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def visible_line(text: str) -> str:
    """Text that is a line of its own, made visible already: as a command, it gets its first colon escaped."""
    shown = _COMMAND.sub(_escape, text)
    start = len(shown) - len(shown.lstrip())
    return f"{shown[:start]}\\x3a{shown[start + 1 :]}" if shown.startswith("::", start) else shown


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\t":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
