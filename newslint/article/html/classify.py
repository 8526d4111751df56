"""What each run of a page is in its article."""

from __future__ import annotations

import re
from collections.abc import Callable

from newslint.article import (
    BYLINE,
    CAPTION,
    CREDIT,
    HEADLINE,
    ITEM,
    OTHER,
    PARAGRAPH,
    STANDFIRST,
)
from newslint.article.html.captions import captioned_figures, captions, card, is_credit_line, only
from newslint.article.html.class_names import is_byline, is_standfirst
from newslint.article.html.class_names import is_credit as names_credit
from newslint.article.html.extraction import ExtractedArticle
from newslint.article.html.inline_text import shown_text
from newslint.article.html.runs import Run
from newslint.article.html.tree import Node
from newslint.article.recognise.line_kinds import is_label

_SHORT = 1500  # characters of markup; a standfirst or byline is no longer
_LINE = 200  # characters; a byline or a credit is no longer
_CREDIT = 60  # characters; no credit alone is longer
_LABEL = 40  # characters; a link of its own this short is a label or a source
_SENTENCE_ENDS = tuple('.!?…”"')
_SIGNS = ("By", "BY", "Add", "Rep", "rep", "Wri", "wri", "Edi", "edi", "Com", "com")
_SIGNED = re.compile(
    r"(?:(?:Additional )?(?:[Rr]eport(?:ed|ing)|[Ww]rit(?:ten|ing)|[Ee]dit(?:ed|ing)|[Cc]ompiled)(?: and \w+)? )?"
    r"(?:By|BY|(?<=[dg] )by):? [A-Z](?!.*[a-z]{2}[.!?] [A-Z])"
)
_NAME = r"(?:[A-Z][\w.'’-]*|of|for|the|via|and|by|de|von|van)"
_NAMES = re.compile(rf"{_NAME}(?:[ /,]+{_NAME}){{0,7}}[ /,]*")


class Kinds:
    """Tells the kind of each run of an article; asked in the order of the page."""

    def __init__(self, text: str, found: ExtractedArticle) -> None:
        self._text = text
        self._found = found
        self._body_started = False
        self._captioned = captioned_figures(found.pieces)
        self.captions = captions(text, found.pieces, self._captioned)

    def of(self, run: Run) -> str | None:
        """The kind of a run; None where it is no part of the article."""
        kind = self._kind(run)
        if kind == PARAGRAPH:
            self._body_started = True
        return kind

    def _kind(self, run: Run) -> str | None:
        context, found = run.context, self._found
        inside = found.whole or found.root.start <= run.start < found.root.end
        captioned = run.start in self.captions
        if context.heading is not None and not captioned:
            return self._heading(run, inside)
        around = found.frame if captioned or context.credit is not None else found.scope
        if not inside and not around.start <= run.start < (
            found.root.end if around is found.scope else around.end
        ):
            return None
        if context.credit is not None:
            return CREDIT
        if captioned:
            shown = shown_text(self._text, run.parts)
            if not any(map(str.isalpha, shown)):
                return OTHER  # "[1/5]": a gallery counts its pictures
            return CREDIT if self._is_credit(shown, context.caption) else CAPTION
        if not self._body_started and self._near(context.holder, is_standfirst):
            return STANDFIRST
        if self._near(context.holder, is_byline) or self._is_signed(run) or _names_author(context.holder):
            return BYLINE
        if context.figure is not None and id(context.figure) in self._captioned and context.holder.tag != "p":
            return CREDIT if self._is_name(shown_text(self._text, run.parts)) else OTHER
        if not found.whole and self._is_button(run):
            return None
        return self._body_kind(run) if inside or self._is_lead(run) else None

    def _is_lead(self, run: Run) -> bool:
        """Whether a paragraph stands between the headline and the element that holds the text."""
        headline, context = self._found.headline, run.context
        return (
            context.holder.tag == "p"
            and headline is not None
            and headline.end <= run.start < self._found.root.start
            and not (context.item or context.quote or context.aside)
            and (context.figure is None or context.figure.tag != "figure")
            and run.length > 2 * run.linked
            and shown_text(self._text, run.parts).endswith(_SENTENCE_ENDS)
        )

    def _is_credit(self, shown: str, caption: Node | None) -> bool:
        """Whether a caption's whole text is a credit: by its words, or a name where the element allows it."""
        return is_credit_line(shown) or (
            caption is not None and names_credit(caption) and self._is_name(shown)
        )

    def _is_name(self, shown: str) -> bool:
        return len(shown) < _CREDIT and _NAMES.fullmatch(shown) is not None

    def _heading(self, run: Run, inside: bool) -> str | None:
        heading, found = run.context.heading, self._found
        assert heading is not None
        if heading is found.headline or (found.whole and heading.tag == "h1"):
            return HEADLINE
        if not self._body_started and heading.tag != "h1" and self._near(heading, is_standfirst):
            return STANDFIRST
        if not inside or (not found.whole and is_label(shown_text(self._text, run.parts))):
            return None  # "More on this story": a page's own, above links
        return OTHER

    def _body_kind(self, run: Run) -> str:
        context = run.context
        aside, root = context.aside, self._found.root
        beside = aside is not None and (self._found.whole or aside.start > root.start)
        if beside or only(self._text, context.holder, "time"):
            return OTHER
        linked = not self._found.whole and run.linked * 5 >= run.length * 4
        if linked and (run.length > _LABEL or context.item is not None or card(context.holder) is not None):
            return OTHER
        return ITEM if context.item is not None else PARAGRAPH

    def _is_signed(self, run: Run) -> bool:
        first = next((self._text[start:end] for start, end, what in run.parts if not what), "")
        if run.length > 5 * _LINE or not first.lstrip().startswith(_SIGNS):
            return False
        shown = shown_text(self._text, run.parts)
        return len(shown) < _LINE and _SIGNED.match(shown) is not None

    def _near(self, node: Node, test: Callable[[Node], bool]) -> bool:
        """Whether an element, or one close around it that does not hold the article, passes the test."""
        root = self._found.root
        at: Node | None = node
        for _ in range(4):
            if at is None or at.start <= root.start < at.end or at.end - at.start > _SHORT:
                return False
            if not at.is_bare and test(at):
                return True
            at = at.parent
        return False

    def _is_button(self, run: Run) -> bool:
        """Whether a line outside of paragraphs is one of the page's own labels ("Watch now")."""
        return (
            run.length < _LABEL
            and run.context.holder.tag not in ("p", "li")
            and is_label(shown_text(self._text, run.parts))
        )


def _names_author(node: Node) -> bool:
    """Whether a line begins with an inline element that says that it names the writer."""
    first = next((child for child in node.children if isinstance(child, Node)), None)
    return (
        first is not None
        and node.end - node.start < _SHORT
        and first.tag in ("span", "a", "b", "strong")
        and not first.is_bare
        and is_byline(first)
    )
