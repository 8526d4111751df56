"""Changes of files as patches that `git apply` takes."""

from __future__ import annotations

import os
from difflib import unified_diff

from newslint.engine.fix import Fixed
from newslint.files import encode


def patch(change: Fixed) -> bytes:
    """The change as a unified diff in the file's own encoding, its byte order mark included.

    Raises Unwritable where the encoding has no such character.
    """
    source = change.source
    encode(source, change.text)
    path = os.fsencode(source.path.replace(os.sep, "/"))
    mark = "\ufeff" if source.bom else ""
    body = list(unified_diff(_lines(mark + source.text), _lines(mark + change.text)))[2:]
    if not body:
        return b""
    ended = (piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in body)
    encoding = source.encoding if is_text_for_git(change) else "utf-8"
    return b"--- a/%b\n+++ b/%b\n" % (path, path) + "".join(ended).encode(encoding)


def is_text_for_git(change: Fixed) -> bool:
    """Whether git can apply a patch to the file: it takes UTF-16 and UTF-32 for binary files."""
    return "\n".encode(change.source.encoding) == b"\n"


def _lines(text: str) -> list[str]:
    """Lines with their LF or CRLF; a lone CR ends none, as in git."""
    lines = text.split("\n")
    ended = [line + "\n" for line in lines[:-1]]
    return [*ended, lines[-1]] if lines[-1] else ended
