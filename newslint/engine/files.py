"""Reads files as text, and says what to do about one that can't be read."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from newslint.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Unreadable(Exception):
    """A file that can't be checked, with the place and the remedy."""


def read_bytes(path: str) -> bytes:
    """A file's bytes. Raises Unreadable."""
    try:
        return Path(path).read_bytes()
    except PermissionError as error:
        raise Unreadable("may not be read; check the file's permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL character
        raise Unreadable(f"can't be read: {getattr(error, 'strerror', None) or error}") from error


def decode(path: str, data: bytes) -> Source:
    """The text of a file: UTF-8, or UTF-16 and UTF-32 with a byte order mark. Raises Unreadable."""
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[len(bom) :][: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode(encoding, "replace")) + 1
        byte = data[len(bom) + error.start]
        raise Unreadable(
            f"line {line}, column {column}: not {encoding.upper()} text (byte 0x{byte:02X}); save the file as UTF-8"
        ) from error
    nul = text.find("\0")
    if nul != -1:
        line = text.count("\n", 0, nul) + 1
        raise Unreadable(
            f"line {line}: holds a NUL character, so it is no text file; "
            f"remove the character, or name the path in 'exclude'"
        )
    return Source(path, text, encoding, bool(bom), digest_of(data))


def encode(source: Source, text: str) -> bytes:
    """The bytes of a changed text, in the encoding and with the mark of the file it came from."""
    bom = next((b for b, e in _BOMS if e == source.encoding), b"") if source.bom else b""
    return bom + text.encode(source.encoding)


def digest_of(data: bytes) -> str:
    """A digest by which a file's bytes are known again."""
    return hashlib.sha256(data).hexdigest()
