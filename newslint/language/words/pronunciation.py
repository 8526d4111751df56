"""Sounds: whether a word, number or abbreviation is spoken with a vowel at its beginning."""

from __future__ import annotations

from functools import cache

from newslint.language.tables.data_files import data_path
from newslint.lazy_pattern import lazy_pattern

_VOWEL_LETTERS = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel: "an F"
_TOLD = frozenset("aeiouhy")  # first letters that do not tell by themselves; the others are consonants
_SPELT = frozenset(  # abbreviations with a vowel in them that are spelt out all the same
    "FBI FDA FDIC FAA FCA FIA HIV HGV HMO HEC LA LAPD LAX LED LLC LSE MBA MBE MEP MI MIA MIT MMA MOT MP MPA MRI MSNBC "
    "NAACP NBA NCA NCAA NDA NEA NEC NGO NIH NRA NRL NSA NSAID NUJ NUS NUT NYPD NYU RAF RIAA RIBA ROI RSPCA RUC SAS "
    "SDLP SEC SEO SME SNCF SOE SUV SA SEIU XO MOU MOD LIV LNG LGA NHS".split()
)
_SPOKEN = frozenset(  # spoken as words
    "FEMA FIFA FARC FANY HAMAS HUD LASER LIBOR LIDAR MENSA MERS NAFTA NASA NASCAR NASDAQ NATO NICE NIMBY RADAR RICO ROTC "
    "SALT SARS SCOTUS SEAL SIM SNAP SPAC START SWAT SCUBA SIDS SAGE NOAA MASH MAGA HAZMAT LARP RAM ROM REM".split()
)
_HEARD_BOTH_WAYS = frozenset("SQL LOL FAQ ROFL".split())  # "sequel", or letter by letter
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_DIGITS = lazy_pattern(r"\d+(?:,\d{3})*")


def vowel_sound(word: str) -> bool | None:
    """Whether "an" stands before the word as it is spoken; None where both are heard or nobody can tell."""
    if word[0].isdigit():
        return _number(word)
    part = _LETTERS.match(word)
    if part is None:
        return None
    head = part.group()
    behind = word[len(head) : len(head) + 1]
    if len(head) == 1:
        return _single_letter(head, behind, word)
    capitals = sum(char.isupper() for char in head)
    if capitals > 1 and head[0].isupper():
        name = head.rstrip("s") if head[-1] == "s" else head
        return _abbreviation(name) if name.isupper() and len(name) <= 6 else None
    if capitals and head[0].islower():
        return head[0] in "aeimx" if head[1].isupper() else None  # iPhone, mRNA
    return _word(head.lower(), capital=head[0].isupper())


def _single_letter(letter: str, behind: str, word: str) -> bool | None:
    if letter.isupper() and (behind in ("", "&", ".", "+") or behind == "-" or behind.isdigit()):
        return letter in _VOWEL_LETTERS
    if letter.islower() and behind == "-":
        return letter.upper() in _VOWEL_LETTERS  # f-bomb, x-ray
    if letter == "O" and behind in ("'", "’") and len(word) > 2:
        return True  # O'Brien
    return None


def _number(word: str) -> bool | None:
    match = _DIGITS.match(word)
    digits = match.group() if match else word
    head, comma, _ = digits.partition(",")
    if head[0] == "8" or head in ("11", "18"):
        return True
    if head == "0" or (len(head) == 4 and head[:2] in ("11", "18") and head.endswith("00")):
        return None  # 1800: "eighteen hundred" or "one thousand eight hundred"
    if len(head) == 4 and not comma and head[:2] in ("11", "18"):
        return True if head[:2] == "18" and word == digits else None  # the year
    return None if head == "1" and comma and digits[2:5] in ("100", "800") else False


def _abbreviation(name: str) -> bool | None:
    first = name[0]
    if name in _HEARD_BOTH_WAYS:
        return None
    if first in "AEIO":
        return None if name in ("ONE", "EU", "EUR", "EURO", "OUI", "EUFOR") else True
    if first == "U":
        spoken = (
            len(name) > 3
            and name[1] not in "AEIOU"
            and name not in ("UNESCO", "UNICEF", "USAID", "USDA", "UCLA")
        )
        return None if spoken else False
    if first not in _VOWEL_LETTERS:
        return False
    if name in _SPELT or len(name) == 2 or not set(name[1:]) & set("AEIOUY"):
        return True
    return False if name in _SPOKEN else None


def _word(word: str, capital: bool) -> bool | None:
    """A word by the longest beginning that the list of sounds has; a name only by more than its first letters."""
    if not word.isascii():
        return None
    if word[0] not in _TOLD:
        pronounceable = word[1] in "aeiouy" or (word[1] in "hlrw" and not capital)
        return False if pronounceable or (not capital and set(word) & set("aeiouy")) else _cluster(word)
    sounds = _sounds()
    whole = word + "$"
    for length in range(len(whole), 0, -1):
        sound = sounds.get(whole[:length])
        if sound is not None:
            sure = not capital or length > 2 or (word[0] in "aeio" and word[1] not in "aeiouwy")
            return {"v": True, "c": False}.get(sound) if sure else None
    return None


def _cluster(word: str) -> bool | None:
    return False if word[1] in "hlrwnst" and set(word) & set("aeiouy") and word[0] not in "mn" else None


@cache
def _sounds() -> dict[str, str]:
    return dict(line.split(" ") for line in data_path("sounds.txt").read_text(encoding="utf-8").splitlines())
