"""`newslint init`: a commented newslint.toml for what is found in the folder."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path, PurePath

import click

from newslint.article.readers import SUFFIXES, format_of
from newslint.cli._open_project import fail
from newslint.engine.discover import discover
from newslint.engine.settings import Project
from newslint.files import replace_file
from newslint.wording import counted

_FORMATS = {"markdown": "Markdown", "html": "HTML"}  # as they are written in a sentence
_SAMPLE = 200  # files that are read to see which English is written
_BRITISH = re.compile(
    r"\b(?:colour|centre|labour|defence|programme|organis|realis|favour|travelled|licence)", re.I
)
_AMERICAN = re.compile(
    r"\b(?:color|center|labor|defense|program\b|organiz|realiz|favor|traveled|license)", re.I
)


@click.command()
@click.option("--force", is_flag=True, help="Replace a newslint.toml that is there.")
def command(force: bool) -> None:
    """Look at this folder and write a newslint.toml for it. Asks nothing."""
    target = Path("newslint.toml")
    if target.exists() and not force:
        fail("newslint.toml is there already; --force replaces it")
    files = discover(["."], Project(root=str(Path.cwd()), config="", rules=[])).files
    formats = Counter(format_of(path) for path in files)
    folders = Counter(PurePath(path).parts[0] if len(PurePath(path).parts) > 1 else "." for path in files)
    dialect = _dialect(files[:_SAMPLE])
    text = _configuration(formats, folders, dialect)
    try:
        replace_file(target, text.encode())
    except OSError as error:
        fail(f"newslint.toml can't be written here: {error.strerror or error}")
    click.echo(f"Wrote newslint.toml: {_seen(formats, folders)}")
    click.echo("Next: newslint check")


def _dialect(files: list[str]) -> str:
    british = american = 0
    for path in files:
        try:
            text = Path(path).read_text(encoding="utf-8", errors="replace")[:20_000]
        except OSError:
            continue
        british += len(_BRITISH.findall(text))
        american += len(_AMERICAN.findall(text))
    if british + american < 20:
        return "any"
    if british > 9 * american:
        return "gb"
    return "us" if american > 9 * british else "any"


def _seen(formats: Counter[str], folders: Counter[str]) -> str:
    if not formats:
        return f"no articles found yet (looked for {', '.join(sorted(SUFFIXES))})"
    where = ", ".join(f"{name}{os.sep}" for name, _ in folders.most_common(3) if name != ".")
    return _counts(formats) + (f", most in {where}" if where else "")


def _counts(formats: Counter[str]) -> str:
    """How many files there are of each format: "1 text file, 2 Markdown files"."""
    return ", ".join(
        counted(count, f"{_FORMATS.get(name, name)} file") for name, count in formats.most_common()
    )


def _configuration(formats: Counter[str], folders: Counter[str], dialect: str) -> str:
    """The file. What differs from the default stands there, the rest as a comment."""
    found = _counts(formats)
    notes = [
        name
        for name in ("README.md", "CHANGELOG.md", "LICENSE.txt", "requirements.txt")
        if Path(name).exists()
    ]
    exclude = ", ".join(f'"/{name}"' for name in notes)
    written = {"us": "look American", "gb": "look British", "any": "leave that open"}[dialect]
    return f"""\
# newslint's configuration. All keys: newslint schema; all rules: newslint rules
# Found here: {found or "no articles yet"}.

# regular, or strict: also what is only worth saying when asked.
level = "regular"

# The mildest severity that ends a check with exit code 1: error, warning or suggestion.
fail-on = "error"

# Files that are not articles; patterns as in .gitignore.
exclude = [{exclude}]

# The English that is written here: us, gb or any. The articles found {written}.
dialect = "{dialect}"

# Words and names that are right here.
# words = ["Ardnish"]
# dictionaries = ["house-words.txt"]     # one word a line; newslint words add WORD
# names = ["house-names.yml"]            # newslint names learn content/

# Rules of your own: a folder of YAML files. newslint test-rules house-rules
# packs = ["house-rules"]

# Further suffixes, and front matter keys whose values are copy.
# formats = {{ ".adoc" = "text" }}
# text-keys = ["kicker", "pullquote"]

[rules]
# "figures/unattributed" = "on"          # a strict rule, switched on
# "typos/compound" = "off"
# "punctuation" = "suggestion"           # a family, made milder

# [[overrides]]                          # other settings for some paths
# paths = ["sport/"]
# rules = {{ "figures" = "off" }}

# [[ignore]]                             # one thing that is right as it stands
# path = "content/2024/poem.md"
# rule = "repeats/paragraph"
# reason = "a refrain"                   # must be given
"""
