"""What the model of attribution looks at: the features of each word of a passage, in groups that words share."""

from __future__ import annotations

from newslint.language.attribution.passages import Passage, is_separator

_LINKS = frozenset(
    "that to who which but and while as after when if because since before although though with whether how what"
    " why where for about of on against or than whom whose until unless even".split()
)
_LISTED = ("", "1", "2")

Group = list[str]


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
        summary = _summary(p, first, end)
        inside: dict[str, Group] = {}
        left = _left(p, first, end)
        right = _right(p, first, end)
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
            own.append(f"pos={_bucket(i - first)}|{summary}")
            own.append(f"fs={p.forms[first]}|{_bucket(i - first)}")
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
    summary = _summary(p, *p.sentences[-1])
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


def _bucket(distance: int) -> str:
    if distance < 4:
        return str(distance)
    return "4" if distance < 7 else "7" if distance < 12 else "12" if distance < 20 else "20"


def _summary(p: Passage, first: int, end: int) -> str:
    """Whether a sentence has a cue, a verb of saying, "according", a quotation."""
    cue = says = quoted = according = False
    for i in range(first, end):
        if p.quoted[i]:
            quoted = True
        elif p.cues[i]:
            cue = True
            says = says or "say" in p.cues[i]
            according = according or p.lower[i] == "according"
    return ("A" if according else "") + ("S" if says else "c" if cue else "n") + ("q" if quoted else "")


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


def _left(p: Passage, first: int, end: int) -> list[tuple[Group, Group]]:
    """For each word of a sentence, what is known from the last cue before it: shared and own features."""
    found: list[tuple[Group, Group]] = []
    group: Group = ["lc=0", "lc0=" + _summary(p, first, end)]
    cue, frame, at, separators, link, link_at, follower, count = "", "", 0, 0, "", 0, "", 0
    quoted = earlier = earlier_frame = ""
    stale = False
    for i in range(first, end):
        if cue and (stale or p.quoted[i] != quoted):
            quoted = p.quoted[i]
            c = _LISTED[min(separators, 2)]
            q = "q" if quoted else ""
            group = [
                "lc=" + cue,
                f"lk={frame}|{c}|{q}",
                f"ln={frame}|{follower}",
                f"lnc={follower}|{c}|{link}",
                f"lj={frame}|{link}|{c}",
                f"nc={count}",
                f"l2={earlier}|{cue}",
                f"lz={earlier_frame}|{frame}|{link}",
                f"lw={cue}|{p.forms[at - 1] if at else '<'}",
            ]
            stale = False
        own = []
        if cue:
            own = [
                f"ld={frame}|{_bucket(i - at)}",
                f"lb={cue}|{_bucket(i - at)}",
                f"ljd={link}|{_bucket(i - link_at) if link else 0}|{_LISTED[min(separators, 2)]}",
            ]
        found.append((group, own))
        word = p.lower[i]
        if p.cues[i] and not (p.quoted[i] and cue and not p.quoted[at]):
            earlier, earlier_frame = cue, frame
            cue, frame, at, separators, link, follower = word, p.cues[i], i, 0, "", ""
            count = min(count + 1, 4)
            stale = True
        elif cue:
            if not follower:
                follower = '"' if p.quoted[i] else p.forms[i]
                stale = True
            if is_separator(word):
                separators += 1
                stale = True
            elif word in _LINKS:
                link, link_at = word, i
                stale = True
    return found


def _right(p: Passage, first: int, end: int) -> list[tuple[Group, Group]]:
    """For each word of a sentence, what is known from the next cue after it: shared and own features."""
    found: list[tuple[Group, Group]] = []
    group: Group = ["rc=0"]
    cue, frame, at, separators = "", "", 0, 0
    frame_left = _frames_before(p, first, end)
    stale: int | str = 0
    for i in range(end - 1, first - 1, -1):
        own = []
        if cue:
            c = _LISTED[min(separators, 2)]
            key = f"{frame_left[i - first]}|{c}"
            if stale != key:
                group = ["rc=" + cue, f"rl={frame}|{key}"]
                stale = key
            own = [f"rd={frame}|{_bucket(at - i)}|{c}"]
        found.append((group, own))
        if p.cues[i] and not p.quoted[i]:
            cue, frame, at, separators, stale = p.lower[i], p.cues[i], i, 0, 0
        elif cue and is_separator(p.words[i]):
            separators += 1
    found.reverse()
    return found


def _frames_before(p: Passage, first: int, end: int) -> list[str]:
    found = []
    at = -1
    for i in range(first, end):
        found.append(p.cues[at] if at >= 0 else "")
        if p.cues[i] and not (p.quoted[i] and at >= 0 and not p.quoted[at]):
            at = i
    return found
