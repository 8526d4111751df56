"""An article: plain text for the checks, and the way back to the file it was read from.

`model` says what an article and its blocks are, `builder` makes one, `readers` picks the format's folder: text/,
markdown/, html/. `recognise/` tells credits, labels and kinds of lines apart, `frontmatter/` reads what stands
before an article. Begin with `model`.
"""

from newslint.article.model import (
    BODY,
    BYLINE,
    CAPTION,
    CREDIT,
    DATELINE,
    HEADLINE,
    ITEM,
    KINDS,
    OBJECT,
    OTHER,
    PARAGRAPH,
    RESIDUE,
    SEPARATOR,
    STANDFIRST,
    Article,
    Block,
    Piece,
    Suppression,
)

__all__ = [
    "BODY",
    "BYLINE",
    "CAPTION",
    "CREDIT",
    "DATELINE",
    "HEADLINE",
    "ITEM",
    "KINDS",
    "OBJECT",
    "OTHER",
    "PARAGRAPH",
    "RESIDUE",
    "SEPARATOR",
    "STANDFIRST",
    "Article",
    "Block",
    "Piece",
    "Suppression",
]
