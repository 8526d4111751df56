"""`newslint outline`: how newslint reads a file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from newslint.article.readers import read
from newslint.source import Source


@click.command()
@click.argument("path")
@click.option("--output-format", default="text")
@click.option("--attributions", is_flag=True)
def command(path: str, output_format: str, attributions: bool) -> None:
    """Show the blocks of a file's articles."""
    from newslint.language.analysis import Analysis

    source = Source(path, Path(path).read_bytes().decode("utf-8"))
    result = []
    for article in read(source):

        def place(span):
            return source.place(article.to_source(span))._asdict()

        entry = {
            "blocks": [{"kind": b.kind, "text": article.text_of(b), **place(b.span)} for b in article.blocks]
        }
        if attributions:
            entry["attributions"] = [
                {
                    "source": a.source and place(a.source),
                    "cue": a.cue and place(a.cue),
                    "content": [place(c) for c in a.content],
                }
                for a in Analysis(article).attributions
            ]
        result.append(entry)
    if output_format == "json":
        print(json.dumps({"articles": result}, ensure_ascii=False))
    else:
        for entry in result:
            for block in entry["blocks"]:
                print(f"{block['line']:5d} {block['kind']:10s} {block['text'][:100]}")
