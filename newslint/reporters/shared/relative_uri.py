"""Paths as relative URIs, for formats that want those."""

from __future__ import annotations

import os
from urllib.parse import quote


def relative_uri(path: str) -> str:
    """The path with forward slashes, escaped as a URI wants; neither a root nor steps upward lead out of its base."""
    steps = path.replace(os.sep, "/").split("/")
    plain = "/".join(step for step in steps if step not in ("", ".", ".."))
    try:
        return quote(os.fsencode(plain))
    except UnicodeEncodeError:  # a name that no file on this machine can have
        return quote(plain.encode("utf-8", "backslashreplace"))
