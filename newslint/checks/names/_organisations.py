"""Organisations that an article names in two ways: "the Nile Relief Fund", "the Nile Relief Foundation"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.checks.names._name_forms import Form
from newslint.language.analysis import Analysis

_OWN_WORDS = 2  # words before the last one that two names must share
# What organisations are, each line what is taken for one another.
_ALIKE = (
    "Fund Foundation Trust",
    "Institute Institution",
    "Association Organisation Organization Society",
    "Committee Commission Council",
    "Agency Authority Administration",
    "League Union Federation",
    "Alliance Coalition",
)
_SORT = {word: number for number, line in enumerate(_ALIKE) for word in line.split()}


def two_ways(analysis: Analysis) -> Iterator[tuple[Form, Form]]:
    """The organisations that are named in one way at least twice and once in another: both forms, the common one
    first. A fund that a foundation runs is named beside it, or more than once."""
    names: dict[tuple[tuple[str, ...], int], dict[str, Form]] = defaultdict(dict)
    for mention in analysis.mentions:
        words = mention.words
        if len(words) > _OWN_WORDS and words[-1] in _SORT and mention.text == " ".join(words):
            forms = names[words[:-1], _SORT[words[-1]]]
            forms.setdefault(mention.text, Form(mention.text)).places.append(mention.start)
    for forms in names.values():
        if len(forms) == 2:
            common, rare = sorted(forms.values(), key=lambda form: -len(form.places))
            if len(common.places) > len(rare.places) == 1 and not _together(analysis, common, rare):
                yield common, rare


def _together(analysis: Analysis, common: Form, rare: Form) -> bool:
    """Whether one sentence names both: then they are two."""
    index = analysis.sentence_index(rare.places[0])
    return any(analysis.sentence_index(at) == index for at in common.places)
