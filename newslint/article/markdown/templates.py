"""Shortcodes, template tags and maths in Markdown: what is not prose, and the captions inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.article.frontmatter.scalars import DOUBLE, RAW, Scalar

FILLER = "\x01"  # stands for each hidden character, so that every place stays where it is

_OPENERS = re.compile(
    r"\{\{[<%]?|\{%|\{/\*|\{#(?=\s)|\{:|\$\$|^\\\[(?=[ \t]*$)|^:::|(?<=[)\]])\{(?=[.#:\w])", re.MULTILINE
)
_CLOSERS = {
    "{{<": ">}}",
    "{{%": "%}}",
    "{{": "}}",
    "{%": "%}",
    "{/*": "*/}",
    "{#": "#}",
    "{:": "}",
    "{": "}",
    "$$": "$$",
    "\\[": "\\]",
    ":::": "\n",
}
_ONE_LINE = frozenset({"{:", "{", ":::"})
_MODULE = re.compile(
    r"""^(?:import\s[^\n]{0,300}?["'][^"'\n]+["'];?|export\s+(?:const|default|function|let)\b[^\n]*)[ \t]*(?=\r?$)""",
    re.MULTILINE,
)
_INLINE_MATH = re.compile(r"(?<![\\$\w])\$(?=[^\s$])(?=[^$\n]*[\\^_={])[^$\n]{0,300}?[^\s$\\]\$(?![\d$])")
# Between these and their ends stands code.
_CODE = re.compile(
    r"\{[{%][<%]?-?\s*(highlight|code|comment|mermaid|chart|katex|math|plantuml|diagram|raw-?html|script)\b"
)
_NAME = re.compile(r"\{[{%][<%]?-?\s*/?\s*(?:include(?:_\w+)?\s+|render\s+|partial\s+)?[\"']?([\w./-]+)")
_SILENT = frozenset(
    "assign set else elif elsif when break continue increment decrement layout extends import".split()
)
_PICTURE = re.compile(r"fig|image|img|photo|picture|gallery|slide", re.IGNORECASE)
_VALUE = re.compile(
    r"""([A-Za-z][\w-]*)\s*[=:]\s*(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'|`([^`]*+)`)""", re.DOTALL
)
_CAPTIONS = ("caption", "figcaption", "cap", "legend")
_CREDITS = ("credit", "credits", "attr", "attribution", "photographer", "copyright", "byline")


@dataclass(slots=True)
class Hidden:
    """A stretch of the source that is no prose."""

    start: int
    end: int
    shown: bool = False  # it puts words where it stands: a variable, a formula
    is_picture: bool = False
    is_sign: bool = False  # it shows something that is no words: an icon
    captions: list[Scalar] = field(default_factory=list)
    credits: list[Scalar] = field(default_factory=list)


def hide(text: str, start: int) -> tuple[str, list[Hidden]]:
    """The text from `start` on with templates and maths filled out, and what was hidden, in order."""
    if not any(mark in text for mark in ("{", "$", "\\", ":::", "import ", "export ")):
        return text[start:], []
    found = list(_without_overlap(sorted(_stretches(text, start), key=lambda each: each.start)))
    parts, at = [], start
    for each in found:
        parts += [text[at : each.start], FILLER * (each.end - each.start)]
        at = each.end
    return "".join([*parts, text[at:]]), found


def _stretches(text: str, start: int) -> Iterator[Hidden]:
    dead: set[str] = set()  # openers that nothing closes any more
    at = start
    while opener := _OPENERS.search(text, at):
        mark = opener.group()
        at = opener.end()
        if mark in dead:
            continue
        close = _CLOSERS[mark]
        stop = text.find(close, at)
        if stop == -1:
            dead.add(mark)
            if mark != ":::":
                continue
            stop = len(text)
        elif mark in _ONE_LINE and "\n" in text[at : min(stop, at + 1000)]:
            continue
        end = min(stop + (0 if mark == ":::" else len(close)), len(text))
        code = _CODE.match(text, opener.start())
        if code and code.group(1) not in dead:
            stop = _end_of_code(text, code.group(1), end)
            if stop == end:
                dead.add(code.group(1))
            end = stop
        hidden = _described(text, opener.start(), end, mark)
        hidden.is_sign = mark in ("{{<", "{{%", "{%") and _is_sign(text, hidden)
        yield hidden
        at = end
    if "\nimport " in text or "\nexport " in text or text.startswith(("import ", "export ")):
        for match in _MODULE.finditer(text, start):
            yield Hidden(match.start(), match.end())
    if "$" in text:
        for match in _INLINE_MATH.finditer(text, start):
            yield Hidden(match.start(), match.end(), shown=True)


def _is_sign(text: str, hidden: Hidden) -> bool:
    """Whether a shortcode shows something where it stands: not one that opens or closes a stretch of prose, or sets a
    value."""
    name = _NAME.match(text, hidden.start, hidden.end)
    if name is None or "/" in text[hidden.start : name.start(1)]:
        return False
    word = name.group(1)
    if word in _SILENT or word.startswith("end"):
        return False
    return not re.search(rf"\{{[{{%][<%]?-?\s*(?:/\s*|end){re.escape(word)}\b", text)


def _end_of_code(text: str, name: str, at: int) -> int:
    ends = re.compile(rf"\{{[{{%][<%]?-?\s*(?:/\s*|end){name}\b[^}}]{{0,50}}\}}+")
    match = ends.search(text, at)
    return match.end() if match else at


def _described(text: str, start: int, end: int, mark: str) -> Hidden:
    hidden = Hidden(start, end, shown=mark in ("{{", "$$", "\\["))
    if mark not in ("{{<", "{{%", "{{", "{%"):
        return hidden
    name = _NAME.match(text, start, end)
    hidden.is_picture = bool(name and _PICTURE.search(name.group(1)))
    values: dict[str, Scalar] = {}
    for match in _VALUE.finditer(text, start, end):
        group = match.lastindex or 2
        key = match.group(1).lower()
        values.setdefault(key, Scalar((key,), *match.span(group), RAW if group == 4 else DOUBLE))
    wanted = (*_CAPTIONS, "title", "alt") if hidden.is_picture else _CAPTIONS
    hidden.captions = [
        values[key] for key in wanted if key in values and values[key].end > values[key].start
    ][:1]
    if hidden.captions or hidden.is_picture:
        hidden.credits = [values[key] for key in _CREDITS if key in values][:1]
        hidden.shown = False
    return hidden


def _without_overlap(found: list[Hidden]) -> Iterator[Hidden]:
    end = -1
    for each in found:
        if each.start >= end:
            yield each
            end = each.end
