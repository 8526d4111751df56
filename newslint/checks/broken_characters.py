"""Characters that a conversion broke: text decoded twice, entities left as they are, characters nobody sees."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks import Finding
from newslint.language.analysis import Analysis

# UTF-8 read as Windows-1252: a lead byte's letter, then characters that stand for the bytes 80 to BF.
_TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"(?:[ÂÃÄÅ][{_TRAIL}]|[âãå][{_TRAIL}]{{2}}|ð[{_TRAIL}]{{3}}|ï»¿|â€)+")
# The same of UTF-8 read as Mac Roman and as Windows-1251.
_ELSEWHERE = (
    ("mac_roman", re.compile("(?:‚Ä[^\\s\\d]|[√¬][^\\s\\w.,;:!?])+")),
    ("cp1251", re.compile("(?:вЂ[^\\s\\d])+")),
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
# Zero-width and control characters. Joiners (200C, 200D) are left out: emoji and several scripts need them.
_HIDDEN = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u200b\u2060\ufeff\ufff9-\ufffb]+")
_ANY = re.compile("[ÂÃÄÅâãåðï‚√¬Ђ&\ufffd\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufff9-\ufffb]")


class Params(NamedTuple):
    """None."""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each broken stretch, with what it should be where that is certain."""
    text = analysis.text
    if (text.isascii() and "&" not in text) or not _ANY.search(text):
        return
    for encoding, pattern in (("cp1252", _MOJIBAKE), *_ELSEWHERE):
        for match in pattern.finditer(text):
            repaired = _decoded(match.group(), encoding)
            if repaired is not None:
                values = {"match": match.group(), "better": repaired}
                yield Finding(match.start(), match.end(), values, "mojibake", [repaired])
    for match in _ENTITY.finditer(text):
        repaired = html.unescape(match.group())
        if repaired != match.group() and not repaired.endswith(";"):
            shown = "a space" if repaired.isspace() else f"'{repaired}'"
            better = " " if repaired == "\xa0" else repaired
            yield Finding(
                match.start(), match.end(), {"match": match.group(), "better": shown}, "entity", [better]
            )
    for match in _HIDDEN.finditer(text):
        codes = ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in match.group()))
        yield Finding(match.start(), match.end(), {"codes": codes}, "hidden", [""])
    for match in re.finditer("\ufffd+", text):
        start, end = match.span()
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        yield Finding(start, end, {"match": text[start:end]}, "lost")


def _decoded(text: str, encoding: str) -> str | None:
    """The text as it was before its UTF-8 was read in another encoding, or None where it was not."""
    data = bytearray()
    for char in text:
        try:
            data += char.encode(encoding)
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return None
            data.append(ord(char))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
