"""`newslint check`: check files and report what is wrong. (First form; options follow.)"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from newslint.engine.lint import compare, lint, with_fingerprints
from newslint.engine.settings import Settings
from newslint.rules import shipped
from newslint.source import Source


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--select", default="")
@click.option("--ignore", default="")
@click.option("--level", default="regular")
@click.option("--output-format", default="concise")
@click.option("--isolated", is_flag=True)
@click.option("--no-cache", is_flag=True)
def command(
    paths: tuple[str, ...],
    select: str,
    ignore: str,
    level: str,
    output_format: str,
    isolated: bool,
    no_cache: bool,
) -> None:
    """Check article files."""
    rules = [r for r in shipped() if r.level == "regular" or level == "strict"]
    if select:
        wanted = select.split(",")
        rules = [
            r
            for r in shipped()
            if r.name in wanted or (r.family in wanted and (r.level == "regular" or level == "strict"))
        ]
    settings = Settings(rules)
    files = [
        f
        for p in paths
        for f in (
            sorted(q for q in Path(p).rglob("*") if q.suffix in {".txt", ".md", ".html"})
            if Path(p).is_dir()
            else [Path(p)]
        )
    ]
    found, facts, articles = [], {}, 0
    for f in files:
        report = lint(Source(str(f), f.read_bytes().decode("utf-8")), settings)
        found += report.violations
        articles += report.articles
        for name, more in report.facts.items():
            facts.setdefault(name, []).extend(more)
    for rule in rules:
        if rule.name in facts:
            found += compare(rule, facts[rule.name])
    found = with_fingerprints(sorted(found, key=lambda v: v.order))
    if output_format == "json":

        def place(p, **more):
            return dict(line=p.line, column=p.column, end_line=p.end_line, end_column=p.end_column, **more)

        print(
            json.dumps(
                {
                    "version": "0",
                    "violations": [
                        {
                            "path": v.path,
                            **place(v.place),
                            "rule": v.rule,
                            "severity": v.severity,
                            "message": v.message,
                            "excerpt": v.excerpt,
                            "suggestions": list(v.suggestions),
                            "fix": None,
                            "related": [place(r.place, path=r.path, message=r.message) for r in v.related],
                            "fingerprint": v.fingerprint,
                            "url": "",
                        }
                        for v in found
                    ],
                    "errors": [],
                    "summary": {
                        "files": len(files),
                        "articles": articles,
                        "violations": len(found),
                        "fixable": 0,
                    },
                }
            )
        )
    else:
        for v in found:
            print(f"{v.path}:{v.place.line}:{v.place.column}: {v.severity} {v.rule}: {v.message}")
    sys.exit(any(v.severity == "error" for v in found))
