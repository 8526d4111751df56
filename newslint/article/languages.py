"""What a file says of its languages: `lang` attributes of HTML, alone or in Markdown, and `lang:` in front matter."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_LANG = re.compile(r"<([a-zA-Z][\w-]*)(?=\s)[^<>]*?\s(?:xml:)?lang\s*=\s*[\"']?([a-zA-Z]{2,3})\b[^<>]*>")
_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^(?:lang|language|locale)[ \t]*[:=][ \t]*[\"']?([a-zA-Z]{2,3})\b", re.MULTILINE)
_ENGLISH = "en"
_MOST = 500  # elements that are looked at: a page with more of them is no article


class Stretch(NamedTuple):
    """A stretch of a source, in offsets of the source, of which the file says whether it is English."""

    start: int
    end: int
    english: bool


def stretches(text: str) -> list[Stretch]:
    """The stretches of which the file names the language, an outer one before those inside it."""
    found = []
    front = _FRONT_MATTER.match(text)
    key = _KEY.search(front.group(2)) if front else None
    if key:
        found.append(Stretch(0, len(text), key.group(1).lower() == _ENGLISH))
    if "lang" in text and "<" in text:
        for match in islice(_LANG.finditer(text), _MOST):
            tag, language = match.groups()
            found.append(
                Stretch(match.start(), _end_of(text, tag, match.end()), language.lower() == _ENGLISH)
            )
    return found


def is_other_language(found: list[Stretch], at: int) -> bool:
    """Whether the innermost stretch that holds an offset is one of another language."""
    return next((not each.english for each in reversed(found) if each.start <= at < each.end), False)


def _end_of(text: str, tag: str, at: int) -> int:
    """Where the element ends whose start tag ends at an offset; where nothing closes it, the text's end."""
    depth = 1
    for match in re.compile(rf"<(/?){re.escape(tag)}\b[^<>]*>", re.IGNORECASE).finditer(text, at):
        depth += -1 if match.group(1) else 1
        if not depth:
            return match.end()
    return len(text)
