"""Builds the table of rare words (newslint/data/rare_words.bin): forms that look like slips and are in use all the same.

usage: python tools/build_rare_words.py [CACHE_FOLDER]     after tools/build_lexicon.py

scowl (Debian's package, SCOWL's licence): English of America, Australia, Britain and Canada up to size 80.
wordfreq (PyPI, its data CC BY-SA 4.0): how often a form is written on the web, in news, subtitles and Wikipedia.
msgpack (PyPI, Apache-2.0) reads wordfreq's file; nothing of it is shipped.

A form has a number of eight bits: how often it is written (from 1 to 31, in steps of 8 hundredths of a logarithm to
base 10; 0 where wordfreq lacks it), and whether SCOWL has it as a word or as a name. Only
forms that the lexicon lacks and that are near a word which may be suggested are kept: nobody asks about others.
"""

from __future__ import annotations

import gzip
import io
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from build_lexicon import added_misspellings  # type: ignore[import-not-found]

from newslint.language.tables.data_files import data_path
from newslint.language.tables.string_table import StringTable, write
from newslint.language.words.candidates import slip_cost
from newslint.language.words.deletion_index import near, spelled_variants
from newslint.language.words.rare_words import AS_NAME, IN_LIST, USE_BITS

PYPI = {"wordfreq": "3.1.1"}
LARGEST = 80  # of SCOWL's sizes: the next one holds many misspellings
LEAST_USE, STEP = 808, 8  # in hundredths of a logarithm below one: what wordfreq's rarest forms have
NEAR_COST = 3.2  # no word is suggested that is further away
FORM = re.compile(r"[a-z]{3,}")


def main(folder: Path) -> None:
    use, (listed, names) = fetched_use(folder), fetched_scowl(folder)
    listed -= added_misspellings().keys()  # "barbeque": a variant that this project calls wrong
    lexicon = StringTable(data_path("words.bin"))
    variants = {
        variant
        for word in data_path("words.txt").read_text(encoding="ascii").split()
        for variant in spelled_variants(word)
    }
    rare = {}
    for form in use.keys() | listed:
        if FORM.fullmatch(form) and not lexicon.get(form) and looks_like_slip(form, variants, form in listed):
            rare[form] = use.get(form, 0) | IN_LIST * (form in listed) | AS_NAME * (form in names)
    write(data_path("rare_words.bin"), rare, 1)
    print(f"{len(rare)} rare words")


def looks_like_slip(form: str, variants: set[str], heard: bool) -> bool:
    """Whether a word is near that may be suggested: one letter away or, for `heard`, alike in sound."""
    if not variants.isdisjoint(spelled_variants(form)):
        return True
    return heard and any(slip_cost(form, right) <= NEAR_COST for right in near(form))


def fetched_use(folder: Path) -> dict[str, int]:
    """How often each form is written, from 1 to 31."""
    if not list(folder.glob("wordfreq-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder)]
        subprocess.run([*command, *(f"{name}=={version}" for name, version in PYPI.items())], check=True)
    if not (folder / "python" / "msgpack").is_dir():
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--target",
            str(folder / "python"),
            "msgpack",
        ]
        subprocess.run(command, check=True)
    sys.path.insert(0, str(folder / "python"))
    import msgpack

    with zipfile.ZipFile(next(folder.glob("wordfreq-*.whl"))) as wheel:
        packed = gzip.decompress(wheel.read("wordfreq/data/large_en.msgpack.gz"))
    rows: list[Any] = msgpack.loads(packed)[
        1:
    ]  # the forms whose use is one in 10 to the power of (row / 100)
    return {
        form: max(1, min(USE_BITS, (LEAST_USE - row) // STEP))
        for row, forms in enumerate(rows)
        for form in forms
    }


def fetched_scowl(folder: Path) -> tuple[set[str], set[str]]:
    """The words of SCOWL, and its names and abbreviations in lower case."""
    if not list(folder.glob("scowl_*.deb")):
        subprocess.run(["apt-get", "download", "scowl"], check=True, cwd=folder)
    unpack = ["dpkg-deb", "--fsys-tarfile", str(next(folder.glob("scowl_*.deb")))]
    archive = subprocess.run(unpack, check=True, stdout=subprocess.PIPE).stdout
    words: set[str] = set()
    names: set[str] = set()
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            kind, _, size = member.name.rpartition("/")[2].rpartition(".")
            is_list = "/scowl/" in member.name and size.isdigit() and int(size) <= LARGEST
            content = files.extractfile(member) if is_list else None
            for word in content.read().decode("latin-1").split() if content else ():
                if word.islower():
                    words.add(word)
                elif kind.endswith(("names", "upper", "abbreviations")):
                    names.add(word.lower())
    return words, names


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(sys.argv[1] if len(sys.argv) > 1 else temporary).absolute())
