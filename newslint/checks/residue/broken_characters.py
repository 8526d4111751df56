"""Characters that a conversion broke: text decoded twice, entities left as they are, characters nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from newslint.checks.model import ArticleCheck, Edit, Finding, Related, fills
from newslint.language.analysis import Analysis
from newslint.lazy_pattern import lazy_pattern
from newslint.source import Span

# UTF-8 read as Windows-1252: a lead byte's letter, then characters that stand for the bytes 80 to BF. A later
# conversion may have taken letters and fractions apart, "Ã" into A and a tilde, "¼" into 1⁄4, "¨" into a space and dots.
_TRAIL = (
    "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[13]\u2044[24]| [\u0301\u0304\u0308\u0327]"
    "|(?<=[a-z]A\u0303)[oa](?=[a-z])|(?<=\u0083A\u0302)[oa]"
)
_MOJIBAKE = lazy_pattern(
    f"(?:(?![ÂÃÄÅ][’”](?:s?\\b|s?\\W))(?:[ÂÃÄÅ]|A[\u0302\u0303\u0308\u030a])(?:{_TRAIL})|(?:[âãå]|a[\u0302\u0303\u030a])(?:{_TRAIL}){{2}}"
    f"|ð(?:{_TRAIL}){{3}}|ï»¿|â€|(?<=Ã¢)€)+"
)
_APART = {"1\u20444": "¼", "1\u20442": "½", "3\u20444": "¾", " \u0301": "´", " \u0304": "¯", " \u0308": "¨"}
_APART |= {" \u0327": "¸", "Ão": "Ãº", "Âo": "Âº", "Ãa": "Ãª", "Âa": "Âª"}
_TWICE = 3  # times that a text may have gone through the wrong encoding
_STILL_BROKEN = lazy_pattern("[ÂÃâ\u0080-\u009f]")
# The same of UTF-8 read as Mac Roman and as Windows-1251.
_ELSEWHERE = (
    ("mac_roman", "‚√¬", re.compile("(?:‚Ä[^\\s\\d]|[√¬][^\\s\\w.,;:!?])+")),
    ("cp1251", "Ђ", re.compile("(?:вЂ[^\\s\\d])+")),
)
_ENTITY = lazy_pattern(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
# Zero-width and control characters. Joiners (200C, 200D) are left out: emoji and several scripts need them.
_HIDDEN = lazy_pattern("[\x01-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u200b\u2060\ufeff\ufff9-\ufffb]+")
_ANY = lazy_pattern(
    "[ÂÃÄÅâãåðï‚√¬Ђ&\u0302\u0303\ufffd\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufff9-\ufffb]"
)
_LONGEST_WORD = 40  # characters
_SHOWN = 20  # places that are shown of an article full of broken characters


class Params(NamedTuple):
    """`most`: from so many broken places on, an article has one finding that mends what can be mended."""

    most: int = 4


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Each broken stretch, with what it should be where that is certain."""
    text = analysis.text
    if (text.isascii() and "&" not in text) or not _ANY.search(text):
        return
    found = _by_word(text, sorted(_broken(text), key=lambda finding: finding.start))
    if len(found) < params.most:
        yield from found
        return
    first = found[0]
    yield Finding(
        first.start,
        first.end,
        {"count": len(found)},
        "many",
        related=[Related(Span(each.start, each.end), "here, too") for each in found[1:_SHOWN]],
        edits=[Edit(each.start, each.end, each.suggestions[0]) for each in found if each.suggestions],
    )


def _by_word(text: str, found: list[Finding]) -> list[Finding]:
    """The findings, those of one word joined where all of it can be mended: "rÃ©sumÃ©"."""
    joined: list[Finding] = []
    for finding in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.variant == finding.variant == "mojibake"
            and finding.start - last.start < _LONGEST_WORD
        ):
            between = text[last.end : finding.start]
            if (last.suggestions[0] + between + finding.suggestions[0]).isalpha() and between:
                broken, better = last.values["match"] + between, last.suggestions[0] + between
                broken, better = broken + finding.values["match"], better + finding.suggestions[0]
                values = {"match": broken, "better": better}
                joined[-1] = Finding(last.start, finding.end, values, "mojibake", [better])
                continue
        joined.append(finding)
    return joined


def _broken(text: str) -> Iterator[Finding]:
    covered: set[int] = set()
    for match in _MOJIBAKE.finditer(text):
        covered.update(range(*match.span()))
        yield from _mojibake(text, match)
    for encoding, signs, pattern in _ELSEWHERE:
        if any(sign in text for sign in signs):
            for match in pattern.finditer(text):
                repaired = _decoded(match.group(), encoding)
                if repaired is not None:
                    values = {"match": match.group(), "better": repaired}
                    yield Finding(match.start(), match.end(), values, "mojibake", [repaired])
    if "&" in text:
        yield from _entities(text)
    for match in _HIDDEN.finditer(text):
        if match.start() not in covered:
            codes = ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in match.group()))
            yield Finding(match.start(), match.end(), {"codes": codes}, "hidden", [""])
    for match in re.finditer("\ufffd+", text):
        yield _lost(text, *match.span())


def _mojibake(text: str, match: re.Match[str]) -> Iterator[Finding]:
    start, end = match.span()
    broken = match.group()
    repaired = _repaired(broken)
    if repaired is None and broken.endswith("â€"):  # the last byte of a closing mark is none in this encoding
        before = _repaired(broken[:-2]) if len(broken) > 2 else ""
        if before is not None and text[start - 1 : start].strip() and not text[end : end + 1].isalnum():
            repaired = before + "”"
    if repaired is not None and not _STILL_BROKEN.search(repaired):
        yield Finding(start, end, {"match": broken, "better": repaired}, "mojibake", [repaired])
    elif repaired is not None or "â€" in broken or "Ã¢€" in broken:
        yield _lost(text, start, end)


def _repaired(broken: str) -> str | None:
    """The text as it was before its UTF-8 was read as Windows-1252, once or more; None where it was not."""
    better = normalize("NFC", broken)
    for apart, whole in _APART.items():
        better = better.replace(apart, whole)
    found = None
    for _ in range(_TWICE):
        decoded = _decoded(better, "cp1252")
        if decoded is None:
            break
        found = better = decoded
        if not _STILL_BROKEN.search(better):
            break
    return found


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


def _entities(text: str) -> Iterator[Finding]:
    import html  # two thousand names, for the few articles with an entity left in them

    for match in _ENTITY.finditer(text):
        repaired = html.unescape(match.group())
        if repaired != match.group() and not repaired.endswith(";"):
            shown = "a space" if repaired.isspace() else f"'{repaired}'"
            better = " " if repaired == "\xa0" else repaired
            yield Finding(
                match.start(), match.end(), {"match": match.group(), "better": shown}, "entity", [better]
            )


def _lost(text: str, start: int, end: int) -> Finding:
    """What nobody can put right from the text alone, with the word around it."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Finding(start, end, {"match": text[start:end]}, "lost")


CHECK = ArticleCheck(
    params=Params,
    run=check,
    placeholders={
        "mojibake": fills("match", "better"),
        "entity": fills("match", "better"),
        "hidden": fills("codes"),
        "many": fills("count"),
        "lost": fills("match"),
    },
)
