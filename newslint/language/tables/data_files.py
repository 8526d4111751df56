"""The files of newslint/data: where they lie, and how a large one is opened without reading it."""

from __future__ import annotations

from mmap import ACCESS_READ, mmap
from pathlib import Path

_DATA = Path(__file__).parents[2] / "data"


def data_path(name: str) -> Path:
    """The path of a file in newslint/data."""
    return _DATA / name


def map_data(name: str) -> mmap:
    """A file of newslint/data, mapped into memory: what is not looked at is not read."""
    with data_path(name).open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
