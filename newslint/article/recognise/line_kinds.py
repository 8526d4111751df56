"""The forms by which lines of news are known: captions, bylines, datelines, list items."""

from __future__ import annotations

from newslint.article.recognise.credits import credit, is_credit, may_credit
from newslint.article.recognise.widget_labels import is_label
from newslint.lazy_pattern import lazy_pattern

__all__ = [
    "caption_in_brackets",
    "caption_label",
    "dateline",
    "is_byline",
    "is_caption",
    "is_credit",
    "is_credit_line",
    "is_label",
    "item_mark",
]

_CAPTION_LABEL = lazy_pattern(
    r"\[?(?:(?i:photo |picture |image )?(?i:captions?|cutlines?|pictured)(?: \d+)?\s*[:—–]\s+|"
    r"(?i:file )?(?i:photo|picture|image|pic)(?: \d+)?\s*:\s+(?=[^\Wa-z]|[\"“‘']))"
)
_LABEL_LETTERS = frozenset("[cCfFiIpPİı")  # with which a caption's label begins, in any case
_LONGEST_CAPTION = 600  # characters; a longer text that ends in a credit is a paragraph
_NAME = r"[^\W\d_a-z][\w.'’\-]*"
_LINK = r"(?:,|\s+(?:and|&|in|at|of|for|de|van|von|bin|al|da|di|du|with|\|))"
_BYLINE = lazy_pattern(
    r"(?:[Bb]y|BY|Words by|Story by|Written by|Reported by|Report by|From)\s+"
    r"(?:(?:the|our)\s+(?:own\s+)?(?:staff|correspondents?|reporters?|political|foreign)\b[\w ]{0,60}|"
    rf"{_NAME}(?:{_LINK}{{0,2}}\s+(?:the\s+|la\s+|der\s+|den\s+)?{_NAME}){{0,14}}"
    r"(?:,?\s+(?:[a-z]+ ){0,2}(?:[Ss]taff [Ww]riter|[Cc]orrespondent|[Ee]ditor|[Rr]eporter)s?)?"
    r"(?:,?\s+\d{1,2}(?:,)?(?: [A-Z][a-z]+)?(?: \d{4})?)?)"
)
# "By Land and Sea", "By the Numbers": crossheads that look like bylines.
_NO_WRITERS = frozenset(
    "the land sea air popular all any no night day design law now then this that far contrast comparison numbers default"
    " order request invitation monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december summer winter spring noon midnight early late".split()
)
_NAMED_WRITER = lazy_pattern(
    r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){1,3}, (?:[A-Z]?[\w]+ ){0,2}"
    r"(?:[Ss]taff [Ww]riter|[Cc]orrespondent|[Rr]eporter|[Ee]ditor)s?"
)
_PLACE = r"[^\W\d_a-z][\w.’'\-]+(?:[ /][^\W\d_a-z][\w.’'\-]*){0,3}"
_REGION = r"(?:, [^\W\d_a-z][\w.]*(?: [^\W\d_a-z][\w.]*){0,2})?"
_DAY = r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?)?"
_AGENCY = r"\([A-Z][\w /.&\-]{1,30}\)"
_DATELINE = lazy_pattern(
    rf"({_PLACE}){_REGION}{_DAY}(?: ?({_AGENCY}) ?(?:—|–|--|-|_)\s*| ?(?:—|–|--|-|_)\s+)(?=\S)"
)
_WIRE = lazy_pattern(rf"{_AGENCY} ?(?:—|–|--|-)\s+(?=\S)")
_AGENCIES = frozenset(
    "AFP AP Reuters UPI dpa DPA Xinhua ANI PTI IANS TASS Bloomberg EFE ANSA Kyodo SPA WAM".split()
)
_NO_PLACES = frozenset(
    """AFP AP BBC CNN EU FBI CIA FIFA GDP GOP IMF ITV NASA NATO NBC NHS OPEC TV UEFA UK UN US USA WHO
    UPDATE NOTE VIDEO WATCH PICTURES EXCLUSIVE BREAKING OPINION ANALYSIS""".split()
)
_ITEM = lazy_pattern(r"(?:[-*•‣▪◦·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")


def may_show_picture(text: str) -> bool:
    """The cheap test before `is_caption` and `is_credit_line`: a label may begin it, or a credit end it."""
    return text[:1] in _LABEL_LETTERS or may_credit(text)


def is_caption(text: str) -> bool:
    """Whether a line is a caption: it says so, or it ends in a credit."""
    if len(text) < 8:
        return False
    length = caption_label(text)
    if length:
        return len(text) - length > 2 and not is_credit(text[length:])
    if len(text) > _LONGEST_CAPTION:
        return False
    found = credit(text)
    return found is not None and found.start > 12


def caption_label(text: str) -> int:
    """The length of a label in front of a caption ("CAPTION: "), 0 where there is none."""
    match = _CAPTION_LABEL.match(text)
    if match is None or is_credit(text) or (text[0] == "[" and "]" in text):
        return 0
    return match.end()


def caption_in_brackets(text: str) -> tuple[int, int] | None:
    """Where the caption of a line such as "[PHOTO: Boats at dusk. (AP Photo/Jo Bell)]" begins and ends inside the
    brackets, which are the line's own; None for any other line."""
    inner = text[1:-1]
    if text[:1] != "[" or text[-1:] != "]" or not _is_balanced(inner) or not is_caption(inner.strip()):
        return None
    return 1 + len(inner) - len(inner.lstrip()), 1 + len(inner.rstrip())


def _is_balanced(text: str) -> bool:
    """Whether every square bracket that closes in the text was opened in it."""
    depth = 0
    for char in text:
        depth += (char == "[") - (char == "]")
        if depth < 0:
            return False
    return depth == 0


def is_credit_line(text: str) -> bool:
    """Whether a line is a credit and nothing else, with or without a caption's label."""
    if is_credit(text):
        return True
    length = caption_label(text)
    return length > 0 and is_credit(text[length:])


def is_byline(text: str) -> bool:
    """Whether a line names who wrote the article, and nothing else."""
    line = text.strip()
    if len(line) > 140 or line[-1:] in ".!?:":
        return False
    if _BYLINE.fullmatch(line):
        return line.split()[1].lower() not in _NO_WRITERS or "orrespondent" in line or "Press" in line
    return _NAMED_WRITER.fullmatch(line) is not None


def dateline(text: str) -> int:
    """The length of a dateline ("TRIPOLI, Libya (AP) — ") with the space behind it, 0 where there is none."""
    start = text[:160]
    if not any(map(start.__contains__, "—–-_")):
        return 0
    if start[0] == "(":
        wire = _WIRE.match(start)
        return wire.end() if wire else 0
    if not start[0].isupper():
        return 0
    match = _DATELINE.match(start)
    if match is None:
        return 0
    place, agency = match.groups()
    if not place.isupper():  # "John Doe (R-Ohio) - a senator" has the same form
        return match.end() if agency and agency[1:-1] in _AGENCIES else 0
    if agency:
        return match.end()
    return (
        match.end() if place not in _NO_PLACES and len(place) > 2 and not text[match.end()].islower() else 0
    )


def item_mark(text: str) -> int:
    """The length of a list item's mark with the space behind it, 0 where there is none."""
    if text[0].isalpha() and text[1:2] != ")":
        return 0
    match = _ITEM.match(text[:8])
    return match.end() if match else 0
