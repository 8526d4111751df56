"""What the model of attribution looks at: the features of each word of a passage, in groups that words share."""

from __future__ import annotations

from newslint.language.attribution.cue_features import (
    Group,
    after_cue,
    before_cue,
    cue_summary,
    distance_bucket,
)
from newslint.language.attribution.passages import Passage


def features(p: Passage, before: str, index: int) -> list[tuple[Group, ...]]:
    """For each word its groups of features; `before` is the state at the end of the paragraph before.

    A group that several words share is one list, so that its weights need be summed only once.
    """
    kinds = [_kind(p, first, end) for first, end in p.segments]
    segment_groups = _segment_groups(p, kinds)
    long_quotation = any(p.quoted[first] == "l" for first, _ in p.quotations)
    speaks = any("say" in cue and not quoted for cue, quoted in zip(p.cues, p.quoted, strict=True))
    quote_groups = [_quote_group(p, n, long_quotation, speaks) for n in range(len(p.quotations))]
    none: Group = []
    found: list[tuple[Group, ...]] = []
    state = "start|" + before
    segment = 0
    for first, end in p.sentences:
        summary = cue_summary(p, first, end)
        inside: dict[str, Group] = {}
        left = after_cue(p, first, end)
        right = before_cue(p, first, end)
        for i in range(first, end):
            while p.segments[segment][1] <= i:
                segment += 1
            quoted = p.quoted[i]
            shared = inside.get(quoted)
            if shared is None:
                shared = inside[quoted] = [
                    "b",
                    "q=" + quoted,
                    f"qs={quoted}{summary}",
                    f"ps={state}|{quoted}",
                    f"pi={min(index, 2)}|{summary}",
                ]
            left_group, left_own = left[i - first]
            right_group, right_own = right[i - first]
            own = _own(p, i)
            own.append(f"pos={distance_bucket(i - first)}|{summary}")
            own.append(f"fs={p.forms[first]}|{distance_bucket(i - first)}")
            own += left_own
            own += right_own
            found.append(
                (
                    shared,
                    segment_groups[segment],
                    quote_groups[p.quotation_of[i]] if quoted else none,
                    left_group,
                    right_group,
                    own,
                )
            )
        state = summary + (kinds[segment] if p.segments else "")
    return found


def state_after(p: Passage) -> str:
    """What the next paragraph needs to know of this one."""
    if not p.words:
        return "none"
    summary = cue_summary(p, *p.sentences[-1])
    quoted = any(p.quoted[first] == "l" for first, _ in p.quotations)
    return ("open" if p.open_end else "") + summary + ("Q" if quoted else "")


def _own(p: Passage, i: int) -> Group:
    forms = p.forms
    last = len(forms) - 1
    word = forms[i]
    before = forms[i - 1] if i else "<"
    after = forms[i + 1] if i < last else ">"
    return [
        "w=" + word,
        "v=" + before,
        "x=" + after,
        "u=" + (forms[i - 2] if i > 1 else "<"),
        "y=" + (forms[i + 2] if i < last - 1 else ">"),
        f"vw={before} {word}",
        f"wx={word} {after}",
        f"vx={before} {after}",
    ]


def _kind(p: Passage, first: int, end: int) -> str:
    """The kind of a segment: quotation, speech tag, "according to", with a cue or without."""
    words = [i for i in range(first, end) if p.words[i][0].isalnum()]
    if not words:
        return "e"
    start = words[0]
    if p.quoted[start]:
        return "Q" + p.quoted[start]
    if p.lower[start] == "according":
        return "ACC"
    cued = [i for i in words if p.cues[i]]
    saying = [i for i in cued if "say" in p.cues[i]]
    if saying and saying[0] == start:
        return "say0"
    if saying and saying[-1] == words[-1]:
        return "say$"
    if p.cues[start]:
        return "c0"
    if cued and cued[-1] == words[-1]:
        return "c$"
    if saying:
        return "say"
    return "c" if cued else "ns" if len(words) <= 3 else "nm" if len(words) < 8 else "nl"


def _segment_groups(p: Passage, kinds: list[str]) -> list[Group]:
    sentence_of = []
    sentence = 0
    for first, _ in p.segments:
        while p.sentences[sentence][1] <= first:
            sentence += 1
        sentence_of.append(sentence)
    spans: dict[int, tuple[int, int]] = {}
    for number, sentence in enumerate(sentence_of):
        spans[sentence] = (spans.get(sentence, (number, 0))[0], number)
    groups = []
    for number, kind in enumerate(kinds):
        first, last = spans[sentence_of[number]]
        before = kinds[number - 1] if number > first else "<"
        after = kinds[number + 1] if number < last else ">"
        opening = next((k for k in kinds[first : last + 1] if k != "e"), "e")
        closing = next((k for k in reversed(kinds[first : last + 1]) if k != "e"), "e")
        group = [
            "st=" + kind,
            f"sp={kind}|{before}",
            f"sn={kind}|{after}",
            f"spn={before}|{kind}|{after}",
            f"sl={kind}|{closing}",
            f"sf={kind}|{opening}|{min(number - first, 3)}",
            f"sw={kind}|{p.forms[p.segments[number][0]]}",
        ]
        if number < last:
            group.append(f"sx={after}|{p.forms[p.segments[number + 1][0]]}")
        if number > first:
            group.append(f"sv={before}|{p.forms[p.segments[number - 1][0]]}")
        groups.append(group)
    return groups


def _quote_group(p: Passage, number: int, long_quotation: bool, speaks: bool) -> Group:
    first, last = p.quotations[number]
    size = p.quoted[first]
    before = p.forms[first - 1] if first else "<"
    after = p.forms[last + 1] if last + 1 < len(p.forms) else ">"
    stopped = "." if last and p.words[last - 1] in ",.?!" else ""
    return [
        f"qb={size}{before}",
        f"qa={size}{after}",
        f"qp={size}{stopped}{'P' if long_quotation else ''}{'O' if speaks else ''}",
    ]
