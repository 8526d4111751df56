"""The forms of irregular verbs whose forms do not show that they belong together."""

from __future__ import annotations

from functools import cache

_VERBS = """am is are was were be been being|has have had having|do does did done doing|go goes went gone going|
become became|begin began begun|bite bit bitten|blow blew blown|break broke broken|bring brought|build built|buy bought|
catch caught|choose chose chosen|come came|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|
eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|grow grew grown|
hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|lie lay lain|
lose lost|make made|mean meant|meet met|overcome overcame|oversee oversaw overseen|overtake overtook overtaken|pay paid|
ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|
shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|
speak spoke spoken|spend spent|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck stricken|
strive strove striven|swear swore sworn|swim swam swum|take took taken|teach taught|tear tore torn|tell told|think thought|
throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken|wake woke woken|
wear wore worn|weave wove woven|win won|withdraw withdrew withdrawn|write wrote written|
man men|woman women|child children|this these|that those"""


def same_verb(one: str, other: str) -> bool:
    """Whether two lower-case words are irregular forms of one word."""
    groups = _groups()
    return one in groups and groups[one] == groups.get(other)


@cache
def _groups() -> dict[str, int]:
    lines = _VERBS.replace("\n", "").split("|")
    return {word: number for number, line in enumerate(lines) for word in line.split()}
