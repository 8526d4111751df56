"""Mutants that a review made by hand: (module, what stands there, what is put in its place, what it is about).

What stands there occurs once in its module; where a module is rewritten, its mutants are rewritten with it.
"""

from __future__ import annotations

_CHECKS, _LANGUAGE = "newslint/checks", "newslint/language"

KNOWN = (
    (f"{_CHECKS}/captions/near_duplicate.py", "len(details) <= 1", "len(details) <= 2", "two sorts of details make another picture"),
    (f"{_CHECKS}/captions/near_duplicate.py", "length - 2)", "length - 4)", "short captions share all but two words"),
    (f"{_CHECKS}/captions/near_duplicate.py", "int(word) <= 31", "int(word) <= 310", "a day goes with its weekday, a count does not"),
    (f"{_CHECKS}/captions/near_duplicate.py", "_ADDED = 5", "_ADDED = 50", "one version has few words more"),
    (f"{_CHECKS}/captions/_captions.py", 'count(" ") > 1', 'count(" ") > 4', "the shortest caption has three words"),
    (f"{_CHECKS}/captions/duplicate.py", "_LIVE = 3", "_LIVE = 30", "three times of day make a live blog"),
    (f"{_CHECKS}/typos/repeated_word.py", "before.endswith(plain) or after", "after", "a third time before the two"),
    (f"{_CHECKS}/typos/repeated_word.py", "or after.startswith(plain)", "", "a third time behind the two"),
    (f"{_CHECKS}/figures/conversion.py", "return 1.6 +", "return 3.6 +", "by how many degrees a conversion may be off"),
    (f"{_CHECKS}/figures/conversion.py", "len(between) > 24", "len(between) > 8", "how far a measure and its conversion stand apart"),
    (f"{_CHECKS}/figures/conversion.py", "_OVEN = 90.0", "_OVEN = 9.0", "from which degrees an oven is set in steps"),
    (f"{_CHECKS}/figures/weekday.py", "year < _GREGORIAN or", "", "dates from before all of Europe had one calendar"),
    (f"{_CHECKS}/figures/unattributed.py", ">= 10 * least", ">= least", "how large a bare number is that goes on counting"),
    (f"{_CHECKS}/figures/unattributed.py", "_LINE = 120", "_LINE = 40", "how long a line may be that heads the text below"),
    (f"{_CHECKS}/figures/unsourced.py", "figure.value >= params.long", "figure.value > params.long", "the shortest duration that is a figure"),
    (f"{_CHECKS}/figures/_changes.py", "_TIMES_OFF = 0.12", "_TIMES_OFF = 0.6", "how roughly a figure may be doubled"),
    (f"{_CHECKS}/figures/arithmetic.py", "total > 103", "total > 130", "how much more than all the shares of a poll may be"),
    (f"{_CHECKS}/figures/impossible_figure.py", "_OLDEST = 123", "_OLDEST = 150", "how old people get"),
    (f"{_CHECKS}/punctuation/spacing.py", "len(first) > 2 and len(tail) > 2", "len(first) > 2", "short words behind a comma may be a code"),
    (f"{_CHECKS}/punctuation/mismatched_quotes.py", ">= params.most", "> params.most", "how many mismatched quotations are told as one"),
    (f"{_CHECKS}/punctuation/space_inside_quotes.py", "_SHORT = 60", "_SHORT = 20", "how long a quotation is that is marked whole"),
    (f"{_LANGUAGE}/segmentation/sentences.py", "return bool(closing) or not first.isdigit()", "return not first.isdigit()", "an abbreviation quoted"),
    (f"{_LANGUAGE}/segmentation/sentences.py", "return len(word) == _LONGEST or _ends_behind", "return _ends_behind", "a word too long for an abbreviation"),
    (f"{_LANGUAGE}/segmentation/number_words.py", "(?<![\\w’'-])", "", "a number word that stands inside another word"),
    (f"{_LANGUAGE}/words/edit_distance.py", "len(two) < 9", "len(two) < 5", "how long a name is that may hold two slips"),
    ("newslint/archive/name_counts.py", '("s", "n", "an")', '("s", "n")', "an adjective is no rival spelling"),
)  # fmt: skip
