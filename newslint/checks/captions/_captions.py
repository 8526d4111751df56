"""Captions as they are compared: their words, their credit, and a key that is the same for the same caption."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newslint.article import CAPTION, CREDIT, Article, Block
from newslint.lazy_pattern import lazy_pattern

WORD = lazy_pattern(r"[^\W_]+(?:['.,\-][^\W_]+)*")
_MARKS = str.maketrans({"’": "'", "‘": "'", "\xad": "", "\u200b": ""} | dict.fromkeys("‐‑‒–−", "-"))


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: `text` without its credit, the `credit`, and `key`, equal for captions that differ in marks only.
    `picture` is "" where the file does not say whose caption it is."""

    block: Block
    text: str
    credit: str
    key: str
    picture: str = ""

    def is_of_another(self, other: Caption) -> bool:
        """Whether the two are known to be captions of two pictures."""
        return bool(self.picture and other.picture) and self.picture != other.picture

    @property
    def words(self) -> list[str]:
        """Its words as written, apostrophes and hyphens made plain."""
        return self.key.split()


def captions(article: Article) -> list[Caption]:
    """The article's captions in order, those of less than three words left out: they describe nothing."""
    found = []
    for block, after in zip(article.blocks, [*article.blocks[1:], None], strict=True):
        if block.kind == CAPTION:
            end = block.credit.start if block.credit else block.end
            text = article.text[block.start : end]
            credit = article.text[end : block.end]
            if not credit and after is not None and after.kind == CREDIT:
                credit = article.text_of(after)
            if text.count(" ") > 1:
                found.append(Caption(block, text.strip(), credit, plain(text), block.picture))
    return found


def plain(text: str) -> str:
    """The text as it is compared: its words alone, whatever the marks and the space between them."""
    return " ".join(WORD.findall(text if text.isascii() else text.translate(_MARKS)))


def credit_name(credit: str) -> str:
    """Whom a credit names, as written, without brackets and the label in front ("Photo: ")."""
    name = credit.strip(" ()[].|–—-")
    label, mark, rest = name.partition(":")
    return rest.strip() if mark and rest and not credit_key(label) else name


def credit_key(credit: str) -> frozenset[str]:
    """The names and houses in a credit, without the words that only say that it is one."""
    words = re.findall(r"[^\W_]+", credit.casefold())
    return frozenset(words) - _CREDITWORDS


_CREDITWORDS = frozenset(
    "photo photos photograph photographs photography pic pics picture pictures image images illustration illustrations graphic"
    " graphics video videos map maps chart charts composite credit credits by file handout via courtesy of the pool"
    " supplied stock wire archive archives".split()
)
