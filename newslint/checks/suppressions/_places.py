"""What is known of where a suppression is written."""

from __future__ import annotations

from newslint.article.model import Article, Suppression

_OPENING = "<!--"


def is_comment(article: Article, wish: Suppression) -> bool:
    """Whether it is a comment; else it is an entry of the front matter."""
    return article.source.text.startswith(_OPENING, wish.span.start)


def is_behind_text(article: Article, wish: Suppression) -> bool:
    """Whether it is a comment that follows words on its line, and so belongs to the block after them."""
    text = article.source.text
    line = max(text.rfind("\n", 0, wish.span.start), text.rfind("\r", 0, wish.span.start)) + 1
    before = text[line : wish.span.start].rstrip()
    return is_comment(article, wish) and any(map(str.isalpha, before)) and not before.endswith((">", "}"))
