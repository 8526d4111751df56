"""Reads files as text, says what to do about one that can't be read, and replaces files whole or not at all."""

from __future__ import annotations

import codecs
import hashlib
import os
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from newslint.encodings import encodings_to_try
from newslint.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_TEMPORARY = ".newslint-tmp"  # how the name of a file ends that is being written
_STALE_SECONDS = 60.0  # a file that nobody has written to for so long is what a killed run has left


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


class Unwritable(OSError):
    """A text that can't be written in the encoding of its file."""


def decode(path: str, data: bytes, configured: str = "") -> Source:
    """The text of a file, in the encoding that its byte order mark, the page itself or the configuration names,
    else UTF-8. Raises Unreadable."""
    bom, marked = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", ""))
    body = data[len(bom) :]
    text, encoding = _decoded(body, [marked] if marked else encodings_to_try(body, configured))
    nul = text.find("\0")
    if nul != -1:
        line = Source(path, text).position(nul).line
        raise Unreadable(
            f"line {line}: holds a NUL character, so it is no text file; "
            f"remove the character, or name the path in 'exclude'"
        )
    return Source(path, text, encoding, bool(bom), digest_of(data))


def digest_of(data: bytes) -> str:
    """A digest by which a file's bytes are known again."""
    return hashlib.sha256(data).hexdigest()


def encode(source: Source, text: str) -> bytes:
    """The bytes of a changed text, in the encoding and with the mark of the file it came from. Raises Unwritable."""
    bom = next((b for b, e in _BOMS if e == source.encoding), b"") if source.bom else b""
    try:
        return bom + text.encode(source.encoding)
    except UnicodeEncodeError as error:
        raise Unwritable(
            f"{source.encoding} has no {error.object[error.start]!r}; save the file as UTF-8"
        ) from error


def _decoded(data: bytes, encodings: list[str]) -> tuple[str, str]:
    """The text, and the first of the encodings in which it can be read. Raises Unreadable."""
    failures = []
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            failures.append((encoding, error.start))
    encoding, start = failures[1] if len(failures) > 1 else failures[0]  # what the file is said to be
    text = data[:start].decode(encoding, "replace")
    line, column = Source("", text).position(len(text))
    remedy = "save the file as UTF-8"
    if len(failures) == 1:
        remedy += ', or say in newslint.toml how it is written, such as encoding = "cp1252"'
    raise Unreadable(
        f"line {line}, column {column}: not {encoding.upper()} text (byte 0x{data[start]:02X}); {remedy}"
    )


def replace_file(
    path: Path, data: bytes, mode: int | None = None, may: Callable[[], bool] = lambda: True
) -> bool:
    """Replace a file's content whole or not at all. Raises OSError.

    `may` is asked at the last moment, when all is written but the name; where it says no, the file stays as it
    is, and the answer is False.
    """
    import tempfile  # the usual run writes nothing

    _remove_leftovers(path.parent)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=_TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        if not may():
            Path(temporary).unlink()
            return False
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


@lru_cache(maxsize=1024)
def _remove_leftovers(folder: Path) -> None:
    """Take away what a run that was killed while it wrote has left in a folder; looked for once in a process."""
    long_ago = time.time() - _STALE_SECONDS
    try:
        for file in folder.iterdir():
            if file.name.endswith(_TEMPORARY) and file.stat().st_mtime < long_ago:
                file.unlink()
    except OSError:
        return  # another process was sooner, or the folder can't be read: whoever writes there will say so


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
