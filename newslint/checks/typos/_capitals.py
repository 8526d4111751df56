"""Words with a capital: is it a name, or is the capital there for the place only?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.article import HEADLINE
from newslint.checks.typos._surroundings import FOREIGN, opens_sentence
from newslint.language.names.person_names import is_known
from newslint.language.words.known_misspellings import known_misspelling

if TYPE_CHECKING:
    from newslint.language.analysis import Analysis

_SHORTEST_NAMELIKE = 7  # letters of a word with a capital that is no known misspelling
_SHORTEST_PROPER = 6  # letters of a known misspelling of a proper noun: "Febuary"
_LONGEST_ABBREVIATION = 6
_FUNCTION_WORD = (
    22  # the class of words that are too frequent for a name to be near them by chance: "Teh Council"
)
# What titles, offices and bodies are made of: a known misspelling of one is no name, capital or not.
OFFICE_WORDS = frozenset(
    """academy administration administrator affairs agency agricultural agriculture airport ambassador american army
    assembly assistant associate association attorney authority bishop archbishop british bureau business cabinet
    campaign cardinal cathedral central centre center chairman chairwoman chamber chancellor chapter charity chief
    church college colonel commander commerce commission commissioner committee commonwealth communication
    communications community company confederation conference congress congressional congressman congresswoman
    conservation conservative constitution constitutional construction corporation council councillor councilor
    culture cultural customs defence defense democratic democrat department deputy development director district
    division economic economics education embassy emergency employment energy engineering enterprise environment
    environmental european exchange executive federal federation finance financial foreign foundation general
    government governor guardian headquarters health heritage homeland hospital housing immigration independent
    industry information infrastructure inspector institute institution insurance intelligence international
    investigation judiciary justice kingdom laboratory labour labor leader league liberal library lieutenant manager
    management maritime mayor medical medicine member ministry minister municipal museum national newspaper office
    officer olympic operations organisation organization parliament parliamentary partnership police political
    president presidential primary prime prince princess professor programme program prosecutor protection province
    provincial public registrar representative representatives republic republican research reserve resources
    reverend royal school science sciences scientific secondary secretary security senate senator sergeant service
    services society southern northern eastern western spokesman spokeswoman stadium superintendent supreme technical
    technology theatre theater trade transport transportation treasurer treasury tribunal union united university
    veterans welfare workers""".split()
)


def capital_says_nothing(
    analysis: Analysis, start: int, word: str, listed: tuple[str, ...], beside: tuple[str, str], often: int
) -> bool:
    """Whether the word, which has a capital, is no name: the capital is there for the place only, at a sentence's
    start or in a headline, or a known misspelling stands for a word that titles and bodies have."""
    before, after = beside
    if not (word[1:].islower() or (word.isupper() and len(word) > _LONGEST_ABBREVIATION)):
        return False
    block = analysis.article.block_at(start)
    opens = block is None or block.kind == HEADLINE or opens_sentence(analysis.text, start, block.start)
    if listed and "'" in listed[0]:
        return after.islower() and (opens or not before[:1].isupper())  # "Im going", not "Im Kwon-taek"
    if is_known(word) or not {before.lower(), after.lower()}.isdisjoint(FOREIGN):
        return False
    if listed:
        if (
            opens and after[:1].isupper() and block is not None and block.kind != HEADLINE
        ):  # "Chuks Adeyemi drove"
            opens = listed[0].islower() and analysis.lexicon.frequency(listed[0]) >= _FUNCTION_WORD
        proper = listed[0][0].isupper() and len(word) >= _SHORTEST_PROPER and before[:1].islower()
        return opens or proper or listed[0] in OFFICE_WORDS
    if often > 1 or len(word) < _SHORTEST_NAMELIKE:
        return False
    return opens and (after.islower() or block is None or block.kind == HEADLINE)


def may_be_no_name(word: str) -> bool:
    """Whether a capitalised word that is unknown is worth a look at where it stands."""
    return (len(word) >= _SHORTEST_NAMELIKE and word[1:].islower()) or bool(known_misspelling(word.lower()))
