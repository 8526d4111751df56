"""Recognises the credit of a picture: at the end of a caption, or as a line of its own."""

from __future__ import annotations

import re
from functools import cache

from newslint.source import Span

# One to seven capitalised words, initials and particles among them: a photographer or a house.
_CAPITAL = r"[^\W\d_a-z]"
_WORD = rf"(?:{_CAPITAL}[\w.'’\-]*|de|la|da|di|du|von|van|der|den|bin|al-\w+|al|el|of|the|and|for|&)"
_NAME = rf"{_CAPITAL}[\w.'’\-]*(?:,? {_WORD}){{0,6}}"
_AGENCY = (
    r"(?:AFP|AP|A\.P\.|Agence France-Presse|Associated Press|Reuters|REUTERS|EPA(?:-EFE)?|EFE|PA(?: Wire| Media| Images)?|"
    r"Getty(?: Images)?|DPA|dpa|ANSA|ANI|PTI|IANS|TASS|Xinhua|Kyodo|Yonhap|Anadolu(?: Agency)?|AAP|Bloomberg|UPI|NurPhoto|"
    r"ZUMA(?: Press)?|Shutterstock|Alamy(?: Stock Photo)?|iStock|Rex(?: Features)?|Magnum|Press Association|Bernama|Antara|"
    r"SPA|WAM|MENA)"
)
_LABEL = (
    r"(?:(?:[Ss]taff |[Ff]ile |[Cc]ontributed )?(?:[Pp]hoto(?:graph)?s?|PHOTOS?|PHOTOGRAPHS?|"
    r"Photography|[Pp]ictures?|PICTURES?|[Ii]mages?|IMAGES?|[Pp]ics?|PIC)|Photo [Ii]llustrations?|"
    r"[Ii]llustration|Illustrations|[Cc]redits?|CREDITS?|[Gg]raphic|Graphics|Videos?|Composite)"
)
_SLASHED = rf"@?(?:{_NAME}\s?/\s?)*{_NAME}(?:\s?/\s?(?:[Ff]ile|[Pp]ool|FILE)(?: [Pp]hoto)?)?"
_LABELLED = (
    rf"{_LABEL}(?: [Cc]redits?| CREDITS?| [Cc]ourtesy)?"
    r"(?: ?[:/] ?(?:[Bb]y )?|(?:\.\.\.|…)| (?:[Bb]y|BY) | [Cc]ourtesy (?:of )?)"
    rf"(?:the )?{_SLASHED}|(?:Maps?|Charts?|Animation|Cartoon) [Bb]y {_SLASHED}"
)
_COURTESY = (
    rf"(?:[Cc]ourtesy(?: of)?:? (?:the )?|[Hh]andout(?: via|/) ?|©\s?|\([Cc]\) ?|Copyright )"
    rf"{_SLASHED}(?: \d{{4}})?"
)
_NOTE = r"(?:[Ff]ile(?: [Pp]hoto| [Pp]icture)?|[Ss]upplied|[Hh]andout|[Ss]creengrab|[Pp]ool|[Aa]rchives?)"
_BY_AGENCY = (
    rf"{_AGENCY}(?: [Pp]hotos?| [Ff]ile(?: [Pp]hoto)?| [Pp]ic(?:ture)?)?(?:\s?/\s?{_SLASHED})?(?:,? [Ff]ile)?|"
    rf"(?:{_NAME}\s?/\s?)+(?:{_NAME} via )?{_AGENCY}(?: via {_AGENCY})?|{_NAME} via {_AGENCY}|{_AGENCY} via {_AGENCY}"
)
_ANY = rf"(?:{_LABELLED}|{_COURTESY}|{_BY_AGENCY})"
_MORE = rf"(?: ?[|,/;—–] ?(?:{_ANY}|{_NOTE}))*"
_PLATFORM = r"(?:@\w+(?: ?/ ?\w+)?|X|Twitter|Facebook|Instagram|Telegram|TikTok|YouTube|[Ss]ocial [Mm]edia)"
_HOUSE = (
    r"(?!See |Page |Editor|Reporting|Additional|Emphasis|Writing |(?:Laugh|Applau|Cheer|Pause|Crosstalk|Inaudible|Sic)\w*\))"
    rf"{_CAPITAL}[\w.'’\-]*(?: {_WORD}){{0,5}}"
    r"(?: (?:office|press service|media office|website|account|television|archives?|library|collection))?"
)
_SENTENCE_END = r"(?<=[.!?…\"”’'|])"

# Inside brackets a house's or an agency's bare name is enough; but "the Saudi Press Agency (SPA)." only says what
# it is called, so a bare name with a full stop behind the bracket needs one before it, too.
_SURE = (
    rf"(?:{_LABELLED}|{_COURTESY}|(?:{_NAME}\s?/\s?)+{_NAME}|{_AGENCY} ?/ ?{_SLASHED}|{_NAME} via {_AGENCY})"
)
_BRACKETED = (
    rf"{_SENTENCE_END}\s*\((?:{_ANY}|{_NOTE}|{_SURE}|{_PLATFORM}|{_HOUSE})(?:[,;/|] ?(?:{_ANY}|{_NOTE}))*\.?\)\.?$|"
    rf"\s*\((?:{_SURE}|{_AGENCY} [Pp]hotos?)(?:[,;/|] ?(?:{_ANY}|{_NOTE}))*\.?\)\.?$|"
    rf"\s*\((?:{_ANY}|{_NOTE}|{_SURE})(?:[,;/|] ?(?:{_ANY}|{_NOTE}))*\.?\)$|"
    rf"\s*\[(?:{_ANY}|{_SURE})\](?:\.$|$)"
)
# Without brackets it stands behind the end of a sentence, or a bar.
_TRAILING = (
    rf"(?<=[.!?…\"”’')|\]])(?: +(?:[|–—-] ?)?|(?=[Cc]redit(?:\.\.\.|…)))"
    rf"(?:{_LABELLED}|{_COURTESY}|{_BY_AGENCY}|{_CAPITAL}[\w.'’\-]*(?: {_WORD}){{1,3}} ?/ ?{_NAME}){_MORE}\.?$"
)
_OPEN_ENDED = rf" (?:{_LABELLED}|(?:REUTERS|AP Photo|AFP|EPA(?:-EFE)?) ?/ ?{_SLASHED}|(?:{_NAME}\s?/\s?){_AGENCY}|©\s?{_SLASHED})\.?$"
_ALONE = (
    rf"[(\[]?(?:{_LABELLED}|{_COURTESY}|{_BY_AGENCY}){_MORE}[)\]]?\.?|"
    rf"[(\[]{_NOTE}[)\]]\.?|(?:[Ff]ile [Pp](?:hoto|icture)|[Hh]andout|[Ss]upplied|[Ss]creengrab)"
)

# What every credit holds one of, or ends with: the cheap test before the costly ones.
_HINTS = (
    *("/", "©", "(c)", "(C)", "hoto", "PHOTO", "redit", "CREDIT", "mage", "IMAGE", "icture", "PICTURE"),
    *("ic: ", "ic by ", "ics: ", "ics by "),
    *("llustration", "raphic", "Video", "omposite", "Map", "Chart", "Animation", "Cartoon"),
    *("ourtesy", "opyright", "andout", " via ", "upplied", "creengrab"),
)
_LAST_SMALL_WORDS = frozenset(
    "file pool photo photos picture pictures pic handout supplied archive archives screengrab dpa media"
    " office service website account television library collection".split()
)
_LAST_WORDS = frozenset(
    """AFP AP A.P Press Reuters REUTERS EPA EPA-EFE EFE PA Wire Media Images Getty DPA dpa ANSA ANI PTI IANS TASS Xinhua
    Kyodo Yonhap Anadolu Agency AAP Bloomberg UPI NurPhoto ZUMA Shutterstock Alamy iStock Rex Features Magnum
    Association Bernama Antara SPA WAM MENA""".split()
)

_LONGEST = 200  # characters; no credit is longer, and longer text is not searched for one


def credit(text: str) -> Span | None:
    """The credit at the end of a caption's text with the space before it left out, or None."""
    if not may_credit(text):
        return None
    start = max(0, len(text) - _LONGEST)
    tail = text[start:]
    for pattern in (_BRACKETED, _TRAILING, _OPEN_ENDED):
        match = _compiled(pattern).search(tail)
        if match is not None:
            begin = start + match.start() + len(match.group()) - len(match.group().lstrip())
            if begin > 0:
                return Span(begin, len(text))
    return None


def is_credit(text: str) -> bool:
    """Whether a line is a credit and nothing else."""
    return (
        len(text) <= _LONGEST and may_credit(text) and _compiled(_ALONE).fullmatch(text.strip()) is not None
    )


def may_credit(text: str) -> bool:
    """The cheap test: a credit ends in a name, and holds a mark or word that says that it is one."""
    text = text[-_LONGEST:]
    end = text.rstrip(" .")
    last = end[end.rfind(" ") + 1 :]
    word = last[last.rfind("/") + 1 :].strip("()[]|@")
    if not word or (word[0].islower() and word.lower() not in _LAST_SMALL_WORDS and "@" not in last):
        return False
    if word in _LAST_WORDS or end[-1] in ")]":
        return True
    return any(map(text.__contains__, _HINTS))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when a text first needs it: most runs meet no caption."""
    return re.compile(pattern)
