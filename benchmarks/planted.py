"""Errors of many kinds planted in articles, one at a time: how many newslint finds, and with the right word first.

usage: planted.py FOLDER [--files N] [--seed N] [--kind KIND] [--show]

Each article gets one error of each kind that it has a place for. Found: a violation that was not there before and that covers
the planted place, or names it among its related places.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newslint.engine.lint import lint
from newslint.engine.load_project import open_project
from newslint.engine.report import Violation
from newslint.engine.selection import RuleSelection, Selector
from newslint.engine.settings import Settings
from newslint.language.names.person_names import COMMON_GIVEN, kind_of
from newslint.source import Source

_WORD = re.compile(r"(?<![\w’'\-./@#])[a-z]{5,}(?![\w’'\-@])")
_ARTICLE = re.compile(r"\b(a|an) (?=[a-z]{3,})")
_HOMOPHONES = {
    "their": "there", "there": "their", "its": "it's", "it's": "its", "than": "then", "whose": "who's", "your": "you're",
    "principal": "principle", "led": "lead", "lose": "loose", "affect": "effect", "passed": "past",
}  # fmt: skip
_LEFT_OUT = re.compile(r"(?<=[a-z] )(?:to|of|be) (?=[a-z])")
_SOUNDS = [
    ("ph", "f"),
    ("ck", "k"),
    ("ie", "ei"),
    ("ei", "ie"),
    ("y", "i"),
    ("i", "y"),
    ("s", "z"),
    ("c", "k"),
    ("th", "t"),
]
_FULL = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]{4,})\b(?! [A-Z])")


@dataclass(frozen=True)
class Error:
    """A text with a planted error, the place of it, and what stood there."""

    text: str
    start: int
    end: int
    right: str


def main() -> None:
    """Plant, check and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="")
    parser.add_argument("--show", action="store_true", help="print what is missed")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    files = sorted(options.folder.rglob("*.txt"))
    files = rng.sample(files, min(options.files, len(files)))
    settings = _settings()
    counts = {kind: [0, 0, 0, 0] for kind in KINDS if options.kind in ("", kind)}
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        before = _found(text, settings)
        known = {(v.rule, v.excerpt) for v in before}
        for kind, count in counts.items():
            error = KINDS[kind](text, rng)
            if error is None:
                continue
            new = [v for v in _found(error.text, settings) if (v.rule, v.excerpt) not in known]
            hits = [v for v in new if _covers(v, error)]
            count[0] += 1
            count[1] += bool(hits)
            count[2] += any(_mends(v, error) for v in hits)
            count[3] += len(new) - len(hits)
            if options.show and not hits:
                print("missed", kind, repr(error.text[max(0, error.start - 40) : error.end + 40]))
    print("| error | planted | found | right word first | other new alarms |\n|---|---|---|---|---|")
    for kind, (planted, found, mended, other) in counts.items():
        share = f"{found / planted:.2f} | {mended / planted:.2f}" if planted else "- | -"
        print(f"| {kind} | {planted} | {share} | {other} |")


def _settings() -> Settings:
    project = open_project(None, Path.cwd())
    return Selector(project, RuleSelection((), (), "")).settings("article.txt")


def _found(text: str, settings: Settings) -> list[Violation]:
    return lint(Source("article.txt", text), settings).violations


def _covers(v: Violation, error: Error) -> bool:
    line = error.text.count("\n", 0, error.start) + 1
    column = error.start - (error.text.rfind("\n", 0, error.start) + 1) + 1
    places = [v.place, *(related.place for related in v.related)]
    return any(
        (place.line, place.column) <= (line, column + max(1, error.end - error.start))
        and (line, column) <= (place.end_line, place.end_column)
        for place in places
    )


def _mends(v: Violation, error: Error) -> bool:
    return bool(v.suggestions) and error.right.strip() in v.suggestions[0]


def _replaced(text: str, start: int, end: int, wrong: str) -> Error:
    return Error(text[:start] + wrong + text[end:], start, start + len(wrong), text[start:end])


def _choice(matches: Iterator[re.Match[str]], rng: random.Random) -> re.Match[str] | None:
    found = list(matches)
    return rng.choice(found) if found else None


def _slip(text: str, rng: random.Random) -> Error | None:
    if not (match := _choice(_WORD.finditer(text), rng)):
        return None
    word = match[0]
    at = rng.randrange(1, len(word) - 1)
    wrong = rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + rng.choice("aeinorst") + word[at + 1 :],
        ]
    )
    return None if wrong == word else _replaced(text, *match.span(), wrong)


def _doubled(text: str, rng: random.Random) -> Error | None:
    match = _choice(re.finditer(r"(?<= )[a-z]{2,} (?=[a-z])", text), rng)
    return _replaced(text, *match.span(), match[0] + match[0]) if match else None


def _wrong_article(text: str, rng: random.Random) -> Error | None:
    match = _choice(_ARTICLE.finditer(text), rng)
    return _replaced(text, *match.span(1), "an" if match[1] == "a" else "a") if match else None


def _homophone(text: str, rng: random.Random) -> Error | None:
    match = _choice(re.finditer(rf"(?<=[a-z] )(?:{'|'.join(_HOMOPHONES)})(?= [a-z])", text), rng)
    return _replaced(text, *match.span(), _HOMOPHONES[match[0]]) if match else None


def _left_out(text: str, rng: random.Random) -> Error | None:
    match = _choice(_LEFT_OUT.finditer(text), rng)
    return (
        Error(text[: match.start()] + text[match.end() :], match.start() - 1, match.start(), match[0])
        if match
        else None
    )


def _closing_mark(text: str, rng: random.Random) -> Error | None:
    match = _choice(re.finditer(r"(?<=[.,?!])”", text), rng)
    return _replaced(text, *match.span(), '"') if match else None


def _lost_mark(text: str, rng: random.Random) -> Error | None:
    match = _choice(re.finditer(r"(?<=[.,?!])”(?= [a-z])", text), rng)
    if not match:
        return None
    opening = text.rfind("“", 0, match.start())
    return Error(text[: match.start()] + text[match.end() :], opening, match.start(), match[0])


def _space(text: str, rng: random.Random) -> Error | None:
    match = _choice(re.finditer(r"(?<=[a-z])[.,](?= [A-Za-z])", text), rng)
    return _replaced(text, *match.span(), " " + match[0]) if match else None


def _surname(text: str, rng: random.Random) -> Error | None:
    names = [
        name
        for name in {m[2] for m in _FULL.finditer(text) if kind_of(m[1]) & COMMON_GIVEN}
        if len(re.findall(rf"\b{name}\b", text)) > 2
    ]
    pairs = [
        (name, name.replace(sound, other, 1))
        for name in sorted(names)
        for sound, other in _SOUNDS
        if sound in name[1:]
    ]
    if not pairs:
        return None
    name, wrong = rng.choice(pairs)
    place = rng.choice(list(re.finditer(rf"\b{name}\b", text))[1:])
    return _replaced(text, *place.span(), wrong)


def _paragraph(text: str, rng: random.Random) -> Error | None:
    match = _choice(re.finditer(r"(?<=\n\n)[^\n]{80,}(?=\n\n)", text), rng)
    return (
        Error(
            f"{text[: match.end()]}\n\n{match[0]}{text[match.end() :]}", match.end() + 2, match.end() + 40, ""
        )
        if match
        else None
    )


KINDS: dict[str, Callable[[str, random.Random], Error | None]] = {
    "a slip of the keyboard": _slip,
    "a word doubled": _doubled,
    "a for an, an for a": _wrong_article,
    "a word of the same sound": _homophone,
    "to, of or be left out": _left_out,
    "a straight closing mark": _closing_mark,
    "a closing mark left out": _lost_mark,
    "a space before a mark": _space,
    "a surname spelt otherwise": _surname,
    "a paragraph pasted twice": _paragraph,
}


if __name__ == "__main__":
    main()
