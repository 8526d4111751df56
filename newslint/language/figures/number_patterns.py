"""What stands before and behind a number, each compiled when a text first needs it."""

from __future__ import annotations

import re

from newslint.language.segmentation.number_words import DIGITS as _DIGITS
from newslint.lazy_pattern import lazy_pattern

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_NUMBER = rf"(?:{_DIGITS})"

DIGITS = lazy_pattern(_NUMBER)
SCALE = lazy_pattern(
    r"[ \u00a0-]?((?ai:hundred|thousand|million|billion|trillion|crore|lakh))(?![\w’'])|((?ai:mn|mln|bn|tn|trn|m|k))(?![\w’'])"
)
CURRENCY = lazy_pattern(r"(?:US\$|A\$|C\$|NZ\$|HK\$|S\$|[$£€¥₹]|\bRs\.?)\s?$")
MODIFIER = lazy_pattern(
    r"\b((?:just |slightly |well )?(?:more than|less than|fewer than|over|under|above|below)|at least|at most|up to|no (?:more|fewer|less) than"
    r"|as many as|as much as|as few as|about|around|nearly|almost|some|approximately|roughly|an estimated|estimated|close to|a total of|only|another"
    r"|a record)\s$",
    re.I,
)
RANGE = lazy_pattern(rf"\s?(?:–|—|-|to|or)\s?(?:[$£€])?({_NUMBER})")
BETWEEN = lazy_pattern(rf" and (?:[$£€])?({_NUMBER})")
PERCENT = lazy_pattern(r"\s?%|pc\b|[ -](?:percent|per cent|pct|pc)\b", re.I)
POINTS = lazy_pattern(r"(?:\s?%|[ -](?:percent(?:age)?|per cent))?[ -]points?\b", re.I)
HALF_POINTS = lazy_pattern(r"(?: of)?(?: a)? (?:percentage |per cent )?point\b")
MONTH_BEFORE = lazy_pattern(rf"\b{_MONTH}\s$")
MONTH_AFTER = lazy_pattern(rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}(?![\w])(?:,? \d{{4}})?")
YEAR_AFTER = lazy_pattern(r"(?:st|nd|rd|th)?(?:[-–]\d{1,2})?(?:,? \d{4}(?!\d))?")
CLOCK = lazy_pattern(
    r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s?(?:a\.?m\b\.?|p\.?m\b\.?|o['’]clock|GMT|hours? GMT)|\d{1,2}:\d{2}(?::\d{2})?",
    re.I,
)
STREET = lazy_pattern(
    r" (?:[A-Z][\w.’'-]* ){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Boulevard|Terrace)(?!\w)"
)
ORDINAL = lazy_pattern(r"(?:st|nd|rd|th)\b")
SCORE = lazy_pattern(r"\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?(?![\w-])")
AGE = lazy_pattern(r"(?:-| )years?(?:-| )old|-month-old|-week-old|-day-old", re.I)
AGED = lazy_pattern(r"\b(?:aged?|ages|age of)\s$", re.I)
NAMED_BEFORE = lazy_pattern(
    r"(?:[A-Za-z]-?|\b(?:No|Nos|Number|Route|Highway|Section|Article|Title|Chapter|Flight|Apartment|Channel|Room|Interstate|Unit|Resolution|Proposition|Amendment|Area|Boeing|Airbus|Super Bowl|World War|Formula|Windows|iPhone|Gate|Platform|Bay|Lot|Page|Pages|page|Verse|Psalm|Ward|District|Precinct|Pier|Level|Tier|Phase|Stage|Group|Class|Type|Model|Series|Volume|Part|Act|Scene|Line)\.?\s)$"
)
FRACTION = lazy_pattern(
    r"[ -](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?: of)?\b", re.I
)
IN = lazy_pattern(rf" (?:in|out of) (?:every )?({_NUMBER}|[a-z]+)\b")
DECADE = lazy_pattern(r"['’]?s\b")
FOLLOW = lazy_pattern(r"[ \u00a0-]([^\W\d_][\w’'/-]*)")
HALF = lazy_pattern(r"half(?: of| the| a)?\b", re.I)
