"""`newslint outline`: how newslint reads a file, the first thing to look at when a rule surprises."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from newslint.article import CAPTION, Article
from newslint.article.readers import read
from newslint.cli._open_project import fail, opened, project_options
from newslint.engine.discover import STDIN_NAME, relative
from newslint.engine.outline import blocks_of, place_in_file
from newslint.engine.selection import encoding_of
from newslint.files import Unreadable, decode, read_bytes
from newslint.language.analysis import Analysis
from newslint.reporters.shared.escape import escape_control_characters
from newslint.reporters.shared.json_form import place
from newslint.source import Span


@click.command()
@click.argument("path")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--attributions", is_flag=True, help="Also show who says what: source, cue and content.")
@click.option("--stdin-filename", metavar="PATH", help="The name of what is read from '-'.")
@project_options
def command(path: str, output_format: str, attributions: bool, **options: Any) -> None:
    """Show the blocks that newslint reads in PATH ('-': standard input), each with its kind and line."""
    project = opened(options, [options["stdin_filename"] or path]).project
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
            name = options["stdin_filename"] or STDIN_NAME
            source = decode(name, data, encoding_of(relative(name, project.root), project))
        elif Path(path).is_dir():
            fail(f"{path} is a folder; outline reads one file")
        elif not Path(path).is_file():
            fail(f"{path}: no such file; outline reads one file")
        else:
            source = decode(path, read_bytes(path), encoding_of(relative(path, project.root), project))
    except Unreadable as error:
        fail(f"{path}: {error}")
    articles = read(source, project.formats, tuple(project.text_keys))
    if output_format == "json":
        plain = [_plain(article, attributions) for article in articles]
        click.echo(json.dumps({"articles": plain}, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        for number, article in enumerate(articles, 1):
            if len(articles) > 1:
                click.echo(f"Article {number}")
            _show(article, attributions)


def _plain(article: Article, attributions: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "blocks": [
            {"kind": block.kind, "text": block.text, **place(block.place)}
            | ({"credit": block.credit} if block.kind == CAPTION else {})
            for block in blocks_of(article)
        ]
    }
    if attributions:
        entry["attributions"] = [
            {
                "source": _place(article, each.source) if each.source else None,
                "cue": _place(article, each.cue) if each.cue else None,
                "content": [_place(article, span) for span in each.content],
            }
            for each in Analysis(article).attributions
        ]
    return entry


def _place(article: Article, span: Span) -> dict[str, int]:
    return place(place_in_file(article, span))


def _show(article: Article, attributions: bool) -> None:
    """A line a block; with attributions, each block's text with its sources, cues and contents marked."""
    marks = _marks(article) if attributions else []
    for block in article.blocks:
        line = article.source.position(article.to_source(block.span).start).line
        text = _marked(article.text, block.start, block.end, marks)
        click.echo(
            f"{line:6}  {block.kind:<10}  {escape_control_characters(text)}".encode(
                "utf-8", "backslashreplace"
            )
        )


def _marks(article: Article) -> list[tuple[int, str]]:
    """Where a mark goes, and the mark: [source: ...], [cue: ...], {content}."""
    marks: list[tuple[int, int, str]] = []
    for each in Analysis(article).attributions:
        for name, span in (("source", each.source), ("cue", each.cue)):
            if span:
                marks += [(span.start, 1, f"[{name}: "), (span.end, 0, "]")]
        for span in each.content:
            marks += [(span.start, 1, "{"), (span.end, 0, "}")]
    return [(at, text) for at, _, text in sorted(set(marks))]


def _marked(text: str, start: int, end: int, marks: list[tuple[int, str]]) -> str:
    parts, last = [], start
    for at, mark in marks:
        if start <= at <= end:
            parts += [text[last:at], mark]
            last = at
    return "".join([*parts, text[last:end]])
