"""Recognises the credit of a picture: at the end of a caption, or as a line of its own."""

from __future__ import annotations

import re

from newslint.source import Span

# One to five capitalised words, initials and particles among them: a photographer or a house.
_WORD = r"(?:[A-Z][\w.'’\-]*|de|la|da|di|du|von|van|der|den|bin|al-\w+|al|el|of|the|and|for|&)"
_NAME = rf"[A-Z][\w.'’\-]*(?:,? {_WORD}){{0,6}}"
_AGENCY = (
    r"(?:AFP|AP|A\.P\.|Associated Press|Reuters|REUTERS|EPA(?:-EFE)?|EFE|PA(?: Wire| Media| Images)?|Getty(?: Images)?|"
    r"DPA|dpa|ANSA|ANI|PTI|IANS|TASS|Xinhua|Kyodo|Yonhap|Anadolu(?: Agency)?|AAP|Bloomberg|UPI|NurPhoto|ZUMA(?: Press)?|"
    r"Shutterstock|Alamy(?: Stock Photo)?|iStock|Rex(?: Features)?|Magnum|Press Association|Bernama|Antara|SPA|WAM|MENA)"
)
_LABEL = r"(?:[Pp]hoto(?:graph)?s?|PHOTO|[Pp]ictures?|[Ii]mages?|[Ii]llustration|[Cc]redits?|CREDIT|[Gg]raphic|[Pp]ic|[Ff]ile [Pp]hoto)"
_SLASHED = rf"(?:{_NAME}\s?/\s?)*{_NAME}(?:\s?/\s?(?:[Ff]ile|[Pp]ool|FILE)(?: [Pp]hoto)?)?"
_LABELLED = (
    rf"{_LABEL}(?: [Cc]redit| [Cc]ourtesy)?(?: ?[:/] ?(?:[Bb]y )?| [Bb]y | [Cc]ourtesy (?:of )?){_SLASHED}"
)
_COURTESY = (
    rf"(?:[Cc]ourtesy(?: of)?:? |[Hh]andout(?: via|/) ?|©\s?|\([Cc]\) ?|Copyright ){_SLASHED}(?: \d{{4}})?"
)
_NOTE = r"(?:[Ff]ile(?: [Pp]hoto| [Pp]icture)?|[Ss]upplied|[Hh]andout|[Ss]creengrab|[Pp]ool|[Aa]rchives?)"
_BY_AGENCY = (
    rf"{_AGENCY}(?: [Pp]hotos?| [Ff]ile(?: [Pp]hoto)?| [Pp]ic(?:ture)?)?(?:\s?/\s?{_SLASHED})?(?:,? [Ff]ile)?|"
    rf"(?:{_NAME}\s?/\s?)+(?:{_NAME} via )?{_AGENCY}(?: via {_AGENCY})?|{_NAME} via {_AGENCY}|{_AGENCY} via {_AGENCY}"
)
_ANY = rf"(?:{_LABELLED}|{_COURTESY}|{_BY_AGENCY})"

# Inside brackets more may stand, since nothing else in a caption looks so.
_BRACKETED = re.compile(
    rf"\s*(?:\((?:{_ANY}|{_NOTE}|(?:{_NAME}\s?/\s?)+{_NAME})(?:[,;/|] ?(?:{_ANY}|{_NOTE}))*\.?\)|\[(?:{_ANY})\])\.?$"
)
# After the end of a sentence or a bar; by the agency's name alone only after a dash or where it is slashed.
_TRAILING = re.compile(
    rf"(?<=[.!?…\"”’')|\]]) +(?:[|–—-] ?)?(?:{_LABELLED}|{_COURTESY}|{_BY_AGENCY})(?: ?[|,/;] ?(?:{_ANY}|{_NOTE}))*\.?$"
)
_OPEN_ENDED = re.compile(
    rf" (?:{_LABELLED}|(?:REUTERS|AP Photo|AFP|EPA(?:-EFE)?) ?/ ?{_SLASHED}|(?:{_NAME}\s?/\s?){_AGENCY}|©\s?{_SLASHED})\.?$"
)
_ALONE = re.compile(rf"\(?(?:{_LABELLED}|{_COURTESY}|{_BY_AGENCY})(?: ?[|,/;] ?(?:{_ANY}|{_NOTE}))*\)?\.?")

# What every credit holds one of, or ends with: the cheap test before the costly ones.
_HINTS = (
    *("/", "©", "(c)", "(C)", "hoto", "PHOTO", "redit", "CREDIT", "mage", "icture", "ic: ", "ic by "),
    *("llustration", "raphic", "ourtesy", "opyright", "andout", " via "),
)
_LAST_SMALL_WORDS = frozenset(
    "file pool photo photos picture pictures pic handout supplied archive archives screengrab dpa".split()
)
_LAST_WORDS = frozenset(
    """AFP AP A.P Press Reuters REUTERS EPA EPA-EFE EFE PA Wire Media Images Getty DPA dpa ANSA ANI PTI IANS TASS Xinhua
    Kyodo Yonhap Anadolu Agency AAP Bloomberg UPI NurPhoto ZUMA Shutterstock Alamy iStock Rex Features Magnum
    Association Bernama Antara SPA WAM MENA""".split()
)

_LONGEST = 200  # characters; no credit is longer, and longer text is not searched for one


def credit(text: str) -> Span | None:
    """The credit at the end of a caption's text with the space before it left out, or None."""
    start = max(0, len(text) - _LONGEST)
    tail = text[start:]
    if not _may_credit(tail):
        return None
    for pattern in (_BRACKETED, _TRAILING, _OPEN_ENDED):
        for match in pattern.finditer(tail):
            begin = match.start() + len(match.group()) - len(match.group().lstrip())
            if start + begin > 0:
                return Span(start + begin, len(text))
    return None


def is_credit(text: str) -> bool:
    """Whether a line is a credit and nothing else."""
    return len(text) <= _LONGEST and _may_credit(text) and _ALONE.fullmatch(text.strip()) is not None


def _may_credit(text: str) -> bool:
    """The cheap test: a credit ends in a name, and holds a mark or word that says that it is one."""
    end = text.rstrip(" .")
    last = end[end.rfind(" ") + 1 :]
    word = last[last.rfind("/") + 1 :].strip("()[]|")
    if not word or (word[0].islower() and word.lower() not in _LAST_SMALL_WORDS):
        return False
    if word in _LAST_WORDS or end[-1] in ")]":
        return True
    return any(hint in text for hint in _HINTS)


def without_credit(text: str) -> str:
    """The caption's words alone."""
    found = credit(text)
    return text[: found.start].rstrip(" |–—-") if found else text
