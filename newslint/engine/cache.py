"""Keeps files' reports between runs, keyed on content, rules, configuration and version; never on time stamps.

SQLite does the hard part: two processes at once, and a process that is killed at any moment. Anything that goes
wrong with the file means only that a file is checked again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from newslint.engine import report_json as codec
from newslint.engine.cache_folder import prepare
from newslint.engine.report import Report
from newslint.rules import shipped_compiled, shipped_folder
from newslint.version import __version__

_LARGEST = 64 * 1024 * 1024  # bytes of reports; beyond it those that have not been used for longest go
_CHUNK = 400  # keys in one question


class Cache:
    """The reports of earlier runs in a folder. `base` names everything but the file that a report depends on."""

    def __init__(self, folder: Path, base: str) -> None:
        self._base = hashlib.sha256(f"{__version__}|{program_digest()}|{base}".encode()).digest()
        self._path = folder / "results.sqlite"
        self._database: sqlite3.Connection | None = None
        try:
            prepare(folder)
            self._database = self._opened()
        except (OSError, sqlite3.Error):
            self._path.unlink(missing_ok=True) if self._path.is_file() else None

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
                rows = self._database.execute(f"SELECT key, report FROM results WHERE key IN ({marks})", some)
                for key, text in rows.fetchall():
                    found[key] = codec.loads(paths[key], text)
        except (sqlite3.Error, ValueError, TypeError, LookupError):
            return {}
        return found

    def put(self, reports: Iterable[tuple[str, Report]]) -> None:
        """Keep reports under their keys."""
        if self._database is None:
            return
        rows = [(key, codec.dumps(report)) for key, report in reports if not report.errors]
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO results (key, report) VALUES (?, ?)", rows)
        except sqlite3.Error:
            return

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
        except sqlite3.Error:
            return

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=2.0)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, report TEXT NOT NULL)")
        return database


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
