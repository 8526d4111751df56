"""`newslint words`: the newsroom's own words."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import click

from newslint.cli._open_project import config_path, fail
from newslint.engine.cache_folder import replace_file

_NEW_FILE = "house-words.txt"
_KEY = re.compile(r"^#?[ \t]*dictionaries[ \t]*=.*\n?", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@click.group(short_help="Add words that are right in your newsroom.")
def command() -> None:
    """The words that are right in your newsroom and in no dictionary."""


@command.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option("--config", type=click.Path(), envvar="NEWSLINT_CONFIG", help="Use this configuration.")
def add(words: tuple[str, ...], config: str | None) -> None:
    """Add words to the dictionary that the configuration names; one is begun where there is none.

    The file is kept sorted, a word a line, each once; its comments stay at the top.
    """
    wanted = [word.strip() for word in words]
    for word in wanted:
        if not word or any(char.isspace() for char in word) or not any(map(str.isalpha, word)):
            fail(f"'{word}' is not a word; give words one by one")
    path = config_path({"config": config}) or Path("newslint.toml").absolute()
    try:
        dictionary = _dictionary(path)
        new = _added(dictionary, wanted)
    except OSError as error:
        fail(f"{error.filename or path}: can't be written: {error.strerror or error}")
    named = ", ".join(new) if new else "nothing: every word was there"
    click.echo(f"{os.path.relpath(dictionary)}: added {named}")


def _added(dictionary: Path, words: list[str]) -> list[str]:
    """Write the words into the file; those that were not there yet."""
    lines = dictionary.read_text(encoding="utf-8-sig").splitlines() if dictionary.exists() else []
    comments = [line for line in lines if line.lstrip().startswith("#")]
    kept = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    there = {line.partition("#")[0].strip() for line in kept}
    new = sorted(set(words) - there)
    if new:
        ordered = sorted({*kept, *new}, key=lambda word: (word.lower(), word))
        replace_file(dictionary, "".join(f"{line}\n" for line in [*comments, *ordered]).encode())
    return new


def _dictionary(config: Path) -> Path:
    """The first dictionary that a configuration names; where it names none, one is begun and named."""
    text = config.read_text(encoding="utf-8-sig") if config.exists() else ""
    named = _named(config, text)
    if named:
        return (config.parent / named[0]).resolve()
    if config.name == "pyproject.toml":
        fail(f'{config}: add dictionaries = ["{_NEW_FILE}"] to [tool.newslint], then run this again')
    line = f'dictionaries = ["{_NEW_FILE}"]\n'
    table = _TABLE.search(text)
    top = text[: table.start()] if table else text
    if _KEY.search(top):
        top = _KEY.sub(line, top, count=1)
    else:
        top += ("\n" if top and not top.endswith("\n") else "") + line + ("\n" if table else "")
    replace_file(config, (top + (text[table.start() :] if table else "")).encode())
    return config.parent / _NEW_FILE


def _named(config: Path, text: str) -> list[str]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fail(f"{config}: not valid TOML: {error}")
    if config.name == "pyproject.toml":
        table = table.get("tool", {}).get("newslint", {})
    named = table.get("dictionaries", [])
    return list(map(str, named)) if isinstance(named, list) else []
