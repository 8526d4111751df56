"""Whether the messages of a rule fit its check: only placeholders that the check fills, only kinds that it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newslint.checks.model import ANY_KIND, Declaration, Placeholders
from newslint.packs.message_template import TemplateError, fields
from newslint.packs.mistakes import Mistake
from newslint.wording import meant, nearest


def message_mistakes(
    check: Declaration[Any], name: str, message: str, messages: Mapping[str, str], params: Any
) -> Iterator[Mistake]:
    """What is wrong with the messages of a rule that uses the check of this name with these parameters."""
    kinds = placeholders_of(check, params)
    if ANY_KIND not in kinds:
        for kind in messages.keys() - (kinds.keys() - {""}):
            there = meant(kind, kinds.keys() - {""}) if kinds.keys() - {""} else "it has one message only"
            yield Mistake(("messages", kind), f"{name} has no message of this kind; {there}")
    for kind, filled in kinds.items():
        if kind not in messages:
            yield from _unknown(("message",), message, filled, name)
    for kind, text in messages.items():
        if kind in kinds or ANY_KIND in kinds:
            yield from _unknown(("messages", kind), text, kinds.get(kind) or kinds[ANY_KIND], name)


def placeholders_of(check: Declaration[Any], params: Any) -> dict[str, Placeholders]:
    """The placeholders of each kind of message, those that the parameters name included."""
    named = tuple(check.named_by(params)) if check.named_by else ()
    return {
        kind: Placeholders((*each.texts, *(name for name in named if name not in each.texts)), each.places)
        for kind, each in check.placeholders.items()
    }


def _unknown(keys: tuple[str, ...], text: str, filled: Placeholders, name: str) -> Iterator[Mistake]:
    known = filled.shown()
    try:
        written = fields(text)
    except TemplateError as error:
        yield Mistake(keys, str(error))
        return
    for field in written:
        if f"{{{field}}}" not in known:
            near = nearest(f"{{{field}}}", known)
            hint = f" (did you mean {near}?)" if near else ""
            has = f"{name} has {', '.join(known)}" if known else f"{name} has none"
            yield Mistake(keys, f"there is no placeholder {{{field}}}{hint}; {has}")
            return
