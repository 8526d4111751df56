"""Runs one shipped rule over a text, for tables of cases."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from newslint.engine.fix import fixed
from newslint.engine.lint import lint
from newslint.engine.report import Violation
from newslint.engine.settings import Settings
from newslint.packs.rule_file import compiled, read_rule
from newslint.rules import Rule, shipped_folder
from newslint.source import Source


@cache
def _rule(name: str) -> Rule:
    pack = shipped_folder()
    path = pack / f"{name}.yml"
    return replace(compiled(name, path, read_rule(path), pack), level="regular")


def violations(name: str, text: str, path: str = "article.txt") -> list[Violation]:
    """What the rule finds in the text."""
    return lint(Source(path, text), Settings([_rule(name)])).violations


def excerpts(name: str, text: str) -> list[str]:
    """The spans that the rule marks, as the file has them."""
    return [violation.excerpt for violation in violations(name, text)]


def suggested(name: str, text: str) -> list[str]:
    """The first suggestion of each violation."""
    return [violation.suggestions[0] for violation in violations(name, text)]


def mended(name: str, text: str) -> str:
    """The text with all fixes of the rule applied that a user may apply."""
    return fixed(Source("article.txt", text), violations(name, text), "unsafe").text
