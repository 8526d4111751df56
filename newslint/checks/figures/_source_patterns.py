"""Words that name a source, or show that somebody speaks; each pattern is compiled on first use."""

from __future__ import annotations

import re
from functools import cache


@cache
def named_in_sentence() -> re.Pattern[str]:
    """What names a source in the sentence of the fact itself."""
    return re.compile(
        r"\b(?:accord(?:ing|ance)|polls?|pollsters?|polling|survey\w*|stud(?:y|ies)|reports?|reported(?:ly)?|data|database"
        r"|census|bureau|figures|statistics?|estimates?|(?<!an )(?<!is )(?<!are )(?<!was )(?<!were )estimated"
        r"|records? (?:show|indicate|from|released|filed)|records"
        r"|filings?|documents?|analys[ei]s|audit|research\w*|tally|tallies|ranking|rankings|cit(?:ed|es|ing)|sa(?:id|ys|y)"
        r"|warn(?:ed|s)|claim(?:ed|s)|argu(?:ed|es)|confirm(?:ed|s)|told|tells"
        r"|wrote|writes|announced|nielsen|gallup|pew|quinnipiac|ons|transcripts?|officials|authorities|police"
        r"|regulator|ofcom|ofsted|ofgem|yougov|ipsos|coroner|ministry|department|institute|scientists?|economists?|analysts?|experts?|testified|reckons?|forecasters?"
        r"|shows?|showed|found|finds|suggests?|website|inspectors|prosecutors|agency|watchdog"
        r"|by (?:his|her|their|its|our|my|some|most|one|any|all) (?:own |\w+ )?(?:counts?|reckonings?|accounts?|tally)"
        r"|(?:markets?|traders|investors|bookmakers|futures|swaps)(?: now| then)? (?:put|pric|see|saw|expect|bet|impl)\w*)\b",
        re.IGNORECASE,
    )


@cache
def named_beside() -> re.Pattern[str]:
    """What names a source in a neighbouring sentence of the paragraph."""
    return re.compile(
        r"\b(?:according to|polls?|polling|surveys?|surveyed|stud(?:y|ies)|reports? (?:by|from|that|said|found|released)|data"
        r"|census|statistics|figures (?:from|show|released|published)|records|filings?|analysis|research|found that"
        r"|tally|rankings?|estimates?|ministry said|officials said|police said)\b",
        re.IGNORECASE,
    )


@cache
def named_far() -> re.Pattern[str]:
    """What names a source in the next sentence where that is in another paragraph."""
    return re.compile(r"\b(?:according to|survey|poll|study|census|figures from|data from)\b", re.IGNORECASE)


@cache
def poll() -> re.Pattern[str]:
    """A poll or the like, which covers the shares of the whole article."""
    return re.compile(r"\b(?:polls?|surveys?|surveyed|study|census)\b", re.IGNORECASE)


@cache
def report() -> re.Pattern[str]:
    """A report, paper or statistics office that figures after it come from."""
    return re.compile(
        r"\b(?:reports?|papers?|outlook|audit|review|filings?|figures|estimates?)"
        r" (?:on|about|by|from|of|in which|issued|released|published|found|finds|noted|said|shows?|showed|put)\b"
        r"|\b(?:new|recent|latest|annual|quarterly|monthly|the|a|another) (?:report|paper)\b"
        r"|\b(?:budget|statistics|statistical|census) (?:office|bureau|agency|authority)\b"
        r"|\b(?:office for|bureau of|office of) (?:[a-z]+ )?statistics\b",
        re.IGNORECASE,
    )


@cache
def link() -> re.Pattern[str]:
    """The end of a link in HTML, the middle of one in Markdown."""
    return re.compile(r"</a\s*>|\]\((?!\s)", re.IGNORECASE)


@cache
def share() -> re.Pattern[str]:
    """A part of a whole, in figures or words."""
    return re.compile(r"\b(?:per ?cent|a (?:third|quarter|fifth|tenth)|half|one in)\b|\d%", re.IGNORECASE)


@cache
def speaking() -> re.Pattern[str]:
    """What nearly every paragraph has in which somebody speaks: a cheap test before the layer is asked."""
    return re.compile(
        r"\b(?:sa(?:id|ys|ying)|t(?:old|ells)|according|added|wrote|f(?:ou|i)nds?|confirmed|announced|estimate[ds]|noted"
        r"|reported|warned|show(?:s|ed)|put|argue[ds]|insist(?:s|ed)|predict(?:s|ed)|claim(?:s|ed)|described|called|testified)\b",
        re.IGNORECASE,
    )


@cache
def said() -> re.Pattern[str]:
    """The plain verbs of saying."""
    return re.compile(r"\b(?:sa(?:id|ys|y)|told|according|confirmed)\b", re.IGNORECASE)
