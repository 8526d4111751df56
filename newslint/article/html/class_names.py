"""What the names in a page's markup say: the words of classes and ids, as content systems use them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from newslint.article.html.tree import Node

# Parts of a page that are never the article, whatever stands in them.
FURNITURE = frozenset(
    "ad ads advert advertisement advertising adslot adunit alsolike author-bio authorbio banner bio breadcrumb"
    " breadcrumbs comment comments consent cookie cookies discussion dfp disclosure donate donation explore"
    " follow footer form gdpr hashtags keywords login masthead menu modal mostpopular mostread navbar navigation"
    " nav newsletter newsletters onward pager pagination paging podcast-promo poll popular popup promo promos"
    " promoted promotion quiz rail recirc recirculation recommend recommendation recommendations recommended"
    " related relatedcontent relatedlinks relatedstories respond share sharebar sharing sidebar signin signup"
    " skiplink social socials sponsor sponsored sponsors subscribe subscription subscribers survey tagcloud"
    " taglist tags toast toc toolbar tooltip topics trending upnext utility widget widgets".split()
)
_SHARING = frozenset(
    "ad ads advert advertisement share sharebar sharing social newsletter subscribe license licence licensing purchase"
    " pagination".split()
)
FURNITURE_TAGS = frozenset({"nav", "footer", "form", "dialog"})
# Their classes name the article's tags and topics.
_NEVER_FURNITURE = frozenset({"html", "body", "main", "article"})
# Words of which two stand together in the name of a list of other stories.
_MORE = re.compile(
    r"\b(?:read|see|more|also|next|prev|previous|latest|other|top|most|author|about|editors?)[-_ ]?"
    r"(?:also|next|stories|articles|news|posts?|read|viewed|shared|commented|popular|picks?|up|bio|author|box)\b"
)
_HIDDEN = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader hidden-accessible offscreen"
    " screen-reader-only a11y-hidden u-hidden-visually assistive-text".split()
)
_BODY = re.compile(
    r"(?:^|[\s_-])(?:article|story|entry|post|news|content)[-_]{0,2}(?:body|content|text)(?![a-z])"
    r"|(?:^|\s)(?:articlebody|storybody|body[-_]content|richtextbody|rich[-_]text)(?![a-z])"
)
_STANDFIRST = frozenset(
    "standfirst dek deck subtitle subheadline subhead subheading strapline summary tagline excerpt".split()
)
_BYLINE = frozenset("byline bylines author authors contributor contributors reporter writer".split())
_CREDIT = frozenset(
    "credit credits photocredit imagecredit copyright photographer attribution source provider agency courtesy".split()
)
_CAPTION = frozenset("caption captions captiontext cutline imgcap legend".split())
_ENDS_IN_CAPTION = re.compile(r"caption(?:text)?(?![a-z])")
_GALLERY = frozenset(
    "gallery carousel slide slides slider slideshow lightbox photogallery imagegallery photo photos figure image".split()
)
_DESCRIPTION = frozenset("description desc infodescription text".split())
_PULLQUOTE = frozenset("pullquote pull".split())
_EMBED = frozenset(
    "embed embedded oembed tweet twitter instagram tiktok facebook reddit bluesky mastodon threads".split()
)
_PRODUCT = frozenset("product products productcard".split())
_BREAK = frozenset("br break linebreak newline".split())
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|[0-9]+")
_LAYOUT = re.compile(r"^(?:has|no|not|with|without|is|js|page|single|template|category)[-_]")


@lru_cache(maxsize=4096)
def words_of(names: str) -> frozenset[str]:
    """The words of a class or id attribute in lower case; those of layout modifiers (has-, no-) left out."""
    words: set[str] = set()
    for name in names.split():
        if _LAYOUT.match(name) or ":" in name or "[" in name:
            continue
        parts = [part.lower() for part in _WORD.findall(name)]
        words.update(parts)
        words.update(a + b for a, b in pairwise(parts) if len(a) > 1 < len(b))
    return frozenset(words)


def names_of(node: Node) -> str:
    """An element's classes and id, as they stand."""
    if node.words is None:
        attributes = node.attributes
        node.words = (
            f"{node.get('class')} {node.get('id')}" if "class" in attributes or "id" in attributes else ""
        )
    return node.words


def is_furniture(node: Node) -> bool:
    """Whether an element is by its names or role a part of the page around the article."""
    if node.tag in FURNITURE_TAGS:
        return True
    attributes = node.attributes
    if not attributes or node.tag in _NEVER_FURNITURE:
        return False
    if "role" in attributes and node.get("role") in (
        "navigation",
        "complementary",
        "contentinfo",
        "dialog",
        "search",
        "banner",
        "alert",
    ):
        return True
    names = names_of(node)
    return bool(names) and (not FURNITURE.isdisjoint(words_of(names)) or bool(_MORE.search(names.lower())))


def is_hidden(node: Node) -> bool:
    """Whether readers never see an element, or only hear it."""
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    if "aria-hidden" in attributes and node.get("aria-hidden") == "true" and not _is_seen(node):
        return True
    if "style" in attributes and "display:none" in node.get("style").replace(" ", "").lower():
        return True
    return "class" in attributes and is_out_of_sight(node)


def _is_seen(node: Node) -> bool:
    """Whether an element that is not read aloud holds a picture for those who see: with its caption, or as a link."""
    if node.tag == "a":
        return any(inner.tag == "img" for inner in islice(node.walk(), 32))
    return node.tag in ("aside", "div", "figure") and any(
        inner.tag == "figcaption" or (not inner.is_bare and is_caption(inner))
        for inner in islice(node.walk(), 32)
    )


def is_out_of_sight(node: Node) -> bool:
    """Whether an element is there for those who listen to the page."""
    return "class" in node.attributes and not _HIDDEN.isdisjoint(node.get("class").lower().split())


def is_sharing(node: Node) -> bool:
    """Whether an element is by its names an advertisement, a row of buttons, an offer to buy the picture or a gallery's count."""
    return _named(node, _SHARING)


def is_body(node: Node) -> bool:
    """Whether an element says that it holds an article's text."""
    if node.get("itemprop") == "articleBody":
        return True
    names = names_of(node)
    return bool(names) and bool(_BODY.search(names.lower()))


def is_standfirst(node: Node) -> bool:
    """Whether an element is by its names the text under a headline."""
    return node.get("itemprop") in ("description", "alternativeHeadline") or _named(node, _STANDFIRST)


def is_byline(node: Node) -> bool:
    """Whether an element is by its names the line that says who wrote the article."""
    return node.get("itemprop") == "author" or node.get("rel") == "author" or _named(node, _BYLINE)


def is_caption(node: Node) -> bool:
    """Whether an element is by its names a picture's caption."""
    return (
        node.get("itemprop") == "caption"
        or _named(node, _CAPTION)
        or bool(_ENDS_IN_CAPTION.search(names_of(node).lower()))
    )


def is_credit(node: Node) -> bool:
    """Whether an element in a picture's caption is by its names the credit."""
    return node.get("itemprop") in ("copyrightHolder", "creditText") or _named(node, _CREDIT)


def is_gallery(node: Node) -> bool:
    """Whether an element is by its names a picture or one of a row of pictures."""
    return _named(node, _GALLERY)


def is_description(node: Node) -> bool:
    """Whether an element is by its names what is said of a picture."""
    return _named(node, _DESCRIPTION)


def is_pullquote(node: Node) -> bool:
    """Whether an element is by its names a sentence of the article set again to catch the eye."""
    return _named(node, _PULLQUOTE)


def is_embed(node: Node) -> bool:
    """Whether an element is by its names a message from elsewhere, shown in the article."""
    return _named(node, _EMBED) and not is_caption(node)


def is_product(node: Node) -> bool:
    """Whether an element is by its names the card of a thing to buy."""
    return _named(node, _PRODUCT)


def is_break(node: Node) -> bool:
    """Whether an empty element stands for the end of a line."""
    return not node.children and _named(node, _BREAK)


def _named(node: Node, words: frozenset[str]) -> bool:
    names = names_of(node)
    return bool(names) and not words.isdisjoint(words_of(names))
