"""What the checks that read a list of word patterns ask of it when a rule is loaded."""

from __future__ import annotations

from typing import Protocol

from newslint.checks.model import ListFile, ParamError
from newslint.language.patterns.token_patterns import list_mistake


class HasList(Protocol):
    """Parameters that name a list."""

    @property
    def list(self) -> ListFile: ...


def verify_list(params: HasList) -> None:
    """Raises ParamError with the list's first mistake."""
    if wrong := list_mistake(params.list):
        raise ParamError("list", f"{params.list}: {wrong}")
