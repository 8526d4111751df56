"""What the model of attribution knows of a word from the cues before and after it in its sentence."""

from __future__ import annotations

from newslint.language.attribution.passages import Passage, is_separator

_LINKS = frozenset(
    "that to who which but and while as after when if because since before although though with whether how what"
    " why where for about of on against or than whom whose until unless even".split()
)


_LISTED = ("", "1", "2")


Group = list[str]


def after_cue(p: Passage, first: int, end: int) -> list[tuple[Group, Group]]:
    """For each word of a sentence, what is known from the last cue before it: shared and own features."""
    found: list[tuple[Group, Group]] = []
    group: Group = ["lc=0", "lc0=" + cue_summary(p, first, end)]
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
                f"ld={frame}|{distance_bucket(i - at)}",
                f"lb={cue}|{distance_bucket(i - at)}",
                f"ljd={link}|{distance_bucket(i - link_at) if link else 0}|{_LISTED[min(separators, 2)]}",
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


def before_cue(p: Passage, first: int, end: int) -> list[tuple[Group, Group]]:
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
            own = [f"rd={frame}|{distance_bucket(at - i)}|{c}"]
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


def cue_summary(p: Passage, first: int, end: int) -> str:
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


def distance_bucket(distance: int) -> str:
    """A distance in words as one of few names: near ones are told apart, far ones are not."""
    if distance < 4:
        return str(distance)
    return "4" if distance < 7 else "7" if distance < 12 else "12" if distance < 20 else "20"
