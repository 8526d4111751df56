"""Paths as relative URIs, for formats that want those."""

from __future__ import annotations

import os
from urllib.parse import quote


def relative_uri(path: str) -> str:
    """The path from the working directory, with forward slashes, escaped as a URI wants."""
    if os.path.isabs(path):  # noqa: PTH117
        inside = os.path.relpath(path)
        path = path if inside.startswith("..") else inside
    plain = path.replace(os.sep, "/").lstrip("/")
    try:
        return quote(os.fsencode(plain))
    except UnicodeEncodeError:  # a name that no file on this machine can have
        return quote(plain.encode("utf-8", "backslashreplace"))
