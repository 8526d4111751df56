"""`newslint words`: the newsroom's own words."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from newslint.cli._open_project import config_path, fail
from newslint.files import replace_file
from newslint.wording import nearest

_NEW_FILE = "house-words.txt"
_KEY = re.compile(r"^#?[ \t]*dictionaries[ \t]*=.*\n?", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@click.group(short_help="Add, list and remove words that are right in your newsroom.")
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
        if not word.isprintable():  # bytes that are no UTF-8 arrive as lone surrogates
            fail(f"{word!a} holds bytes that are no text; type the word in UTF-8")
    path = config_path({"config": config}) or Path("newslint.toml").absolute()
    try:
        dictionary, changed = _dictionary(path)
        begun = not dictionary.exists()
        new = _added(dictionary, wanted)
        if changed is not None:
            _name_dictionary(path, changed, dictionary if begun else None)
    except OSError as error:
        fail(f"{error.filename or path}: can't be written: {error.strerror or error}")
    named = ", ".join(new) if new else "nothing: every word was there"
    click.echo(f"{os.path.relpath(dictionary)}: added {named}")


@command.command("list")
@click.option("--config", type=click.Path(), envvar="NEWSLINT_CONFIG", help="Use this configuration.")
def list_words(config: str | None) -> None:
    """List the words of the configuration and of every dictionary it names, one a line."""
    from newslint.config import ConfigError
    from newslint.config_file import load

    path = config_path({"config": config})
    try:
        found = load(path)[0] if path else None
    except ConfigError as error:
        fail(str(error))
    if found:
        words = {*found.words, *(word for name in found.dictionaries for word in _words(Path(name)))}
        click.echo("".join(f"{word}\n" for word in sorted(words, key=_order)), nl=False)


@command.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option("--config", type=click.Path(), envvar="NEWSLINT_CONFIG", help="Use this configuration.")
def remove(words: tuple[str, ...], config: str | None) -> None:
    """Remove words from the dictionaries that the configuration names. If one is in none of them, nothing is changed."""
    path = config_path({"config": config}) or Path("newslint.toml").absolute()
    dictionaries = [(path.parent / name).resolve() for name in _named(path, _text(path))]
    there = {word for dictionary in dictionaries for word in _words(dictionary)}
    for word in words:
        if word not in there:
            near = nearest(word, there)
            hint = f"did you mean '{near}'?" if near else "'newslint words list' lists them"
            fail(f"'{word}' is in no dictionary that {path.name} names; {hint}")
    for dictionary in dictionaries:
        if gone := sorted({*words} & set(_words(dictionary)), key=_order):
            lines = _text(dictionary).splitlines()
            kept = [line for line in lines if line.partition("#")[0].strip() not in gone]
            try:
                replace_file(dictionary, "".join(f"{line}\n" for line in kept).encode())
            except OSError as error:
                fail(f"{dictionary}: can't be written: {error.strerror or error}")
            click.echo(f"{os.path.relpath(dictionary)}: removed {', '.join(gone)}")


def _words(dictionary: Path) -> list[str]:
    """The words of a dictionary, without its comments."""
    return [word for line in _text(dictionary).splitlines() if (word := line.partition("#")[0].strip())]


def _order(word: str) -> tuple[str, str]:
    return word.lower(), word


def _added(dictionary: Path, words: list[str]) -> list[str]:
    """Write the words into the file; those that were not there yet."""
    lines = _text(dictionary).splitlines()
    comments = [line for line in lines if line.lstrip().startswith("#")]
    kept = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    new = sorted(set(words).difference(_words(dictionary)))
    if new:
        ordered = sorted({*kept, *new}, key=_order)
        replace_file(dictionary, "".join(f"{line}\n" for line in [*comments, *ordered]).encode())
    return new


def _name_dictionary(config: Path, text: str, begun: Path | None) -> None:
    """Write the configuration that names the dictionary; if that fails, there is no dictionary either."""
    try:
        replace_file(config, text.encode())
    except OSError:
        if begun:
            begun.unlink(missing_ok=True)
        raise


def _text(path: Path) -> str:
    """A file's text, "" where there is no file. Ends the program where it is none."""
    try:
        return path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except UnicodeDecodeError as error:
        fail(f"{path}: not UTF-8 text (byte {error.start + 1:,}); save the file as UTF-8")


def _dictionary(config: Path) -> tuple[Path, str | None]:
    """The first dictionary that a configuration names; where it names none, a new one, and the configuration
    that names it."""
    text = _text(config)
    named = _named(config, text)
    if named:
        return (config.parent / named[0]).resolve(), None
    if config.name == "pyproject.toml":
        fail(f'{config}: add dictionaries = ["{_NEW_FILE}"] to [tool.newslint], then run this again')
    line = f'dictionaries = ["{_NEW_FILE}"]\n'
    table = _TABLE.search(text)
    top = text[: table.start()] if table else text
    if _KEY.search(top):
        top = _KEY.sub(line, top, count=1)
    else:
        top += ("\n" if top and not top.endswith("\n") else "") + line + ("\n" if table else "")
    return config.parent / _NEW_FILE, top + (text[table.start() :] if table else "")


def _named(config: Path, text: str) -> list[str]:
    from newslint.config import ConfigError
    from newslint.config_file import read_table

    try:
        named = read_table(config).get("dictionaries", []) if text else []
    except ConfigError as error:
        fail(str(error))
    return list(map(str, named)) if isinstance(named, list) else []
