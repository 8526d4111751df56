"""Keeps files' reports between runs, keyed on content, rules, configuration and version; never on time stamps.

SQLite does the hard part: two processes at once, and a process that is killed at any moment. Anything that goes
wrong with the file means only that a file is checked again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newslint.engine import report_json as codec
from newslint.engine.report import Report
from newslint.rules import shipped_compiled, shipped_folder
from newslint.version import __version__

_LARGEST = 64 * 1024 * 1024  # bytes of reports; beyond it those that have not been used for longest go
_CHUNK = 400  # keys in one question
_TABLE = (
    "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, report TEXT NOT NULL, digest BLOB NOT NULL)"
)


class Cache:
    """The reports of earlier runs in a folder. `base` names everything but the file that a report depends on."""

    def __init__(self, folder: Path, base: str) -> None:
        self._base = hashlib.sha256(f"{__version__}|{program_digest()}|{base}".encode()).digest()
        self._path = folder / "results.sqlite"
        self._database: sqlite3.Connection | None = None
        self._open()
        if self._database is None:  # what stood there was removed, where that was the reason
            self._open()

    def key(self, path: str, settings: str, data: bytes) -> str:
        """The key of one file's report."""
        digest = hashlib.sha256(self._base)
        digest.update(path.encode("utf-8", "surrogateescape") + b"\0" + settings.encode() + b"\0")
        digest.update(data)
        return digest.hexdigest()

    def get(self, wanted: Sequence[tuple[str, str]]) -> dict[str, Report]:
        """The reports that are known among pairs of key and path, by key."""
        paths = dict(wanted)
        found: dict[str, Report] = {}
        if self._database is None:
            return found
        keys = list(paths)
        try:
            for at in range(0, len(keys), _CHUNK):
                some = keys[at : at + _CHUNK]
                marks = ",".join("?" * len(some))
                rows = self._database.execute(
                    f"SELECT key, report, digest FROM results WHERE key IN ({marks})", some
                )
                for key, text, digest in rows:
                    report = _report(paths[key], key, text, digest)
                    if report is not None:
                        found[key] = report
        except sqlite3.Error as error:
            self._give_up(error)
        return found

    def put(self, reports: Iterable[tuple[str, Report]]) -> None:
        """Keep reports under their keys."""
        if self._database is None:
            return
        texts = ((key, codec.dumps(report)) for key, report in reports if not report.errors)
        try:
            with self._database:
                self._database.executemany(
                    "INSERT OR REPLACE INTO results (key, report, digest) VALUES (?, ?, ?)",
                    ((key, text, kept_digest(key, text)) for key, text in texts),
                )
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Drop the oldest reports beyond the bound, and let go of the file."""
        if self._database is None:
            return
        try:
            size = self._database.execute("SELECT total(length(report)) FROM results").fetchone()[0]
            if size > _LARGEST:
                with self._database:
                    self._database.execute(
                        "DELETE FROM results WHERE rowid IN (SELECT rowid FROM results ORDER BY rowid LIMIT"
                        " (SELECT count(*) / 2 FROM results))"
                    )
            self._database.close()
        except sqlite3.Error as error:
            self._give_up(error)

    def _open(self) -> None:
        """Open the database; what is damaged, or something else than newslint made, is removed."""
        try:
            if os.path.lexists(self._path) and not stat.S_ISREG(self._path.lstat().st_mode):
                self._remove()
            database = self._database = sqlite3.connect(self._path, timeout=2.0)
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute(_TABLE)
            made = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
            if made != [
                (_TABLE.replace("IF NOT EXISTS ", ""),)
            ]:  # such as a view that never ends, or a trigger
                raise sqlite3.DatabaseError("not the tables of this version")
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Go on without the cache. A file that is damaged goes; one that is in use or can't be written stays."""
        if self._database is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.close()
            self._database = None
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            self._remove()

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            for end in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + end).unlink(missing_ok=True)


def _report(path: str, key: str, text: Any, digest: Any) -> Report | None:
    """The report that was kept; None where it is damaged."""
    try:
        return codec.loads(path, text) if digest == kept_digest(key, text) else None
    except codec.DECODE_ERRORS:
        return None


def kept_digest(key: str, text: str) -> bytes:
    """What is kept beside a report, so that one that was damaged is known."""
    return hashlib.blake2b(f"{key} {text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def program_digest() -> str:
    """What of the program a report depends on beside its version: nothing once it is installed; in a checkout,
    whose code may change at any time, the code, the lists, and the size and ends of the larger data."""
    if shipped_compiled() is not None:
        return ""
    package = Path(__file__).parent.parent
    digest = hashlib.blake2b()
    for file in sorted([*package.rglob("*.py"), *(shipped_folder() / "lists").rglob("*")]):
        if file.is_file():
            digest.update(file.read_bytes())
    for file in sorted(filter(Path.is_file, (package / "data").iterdir())):
        with file.open("rb") as data:
            size = file.stat().st_size
            digest.update(f"{file.name} {size}".encode() + data.read(4096))
            data.seek(max(0, size - 4096))
            digest.update(data.read())
    return digest.hexdigest()
