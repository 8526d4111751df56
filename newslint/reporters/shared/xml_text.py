"""Text for XML: escaped, without the characters that XML has no way to write."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """The text between tags."""
    return escape(_IMPOSSIBLE.sub("\ufffd", text))


def attribute(text: str) -> str:
    """The text as an attribute's value, with its quotation marks."""
    return quoteattr(_IMPOSSIBLE.sub("\ufffd", text))
