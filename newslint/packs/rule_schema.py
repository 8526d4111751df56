"""The JSON schema of rule files: each check's parameters, and the placeholders that its messages may name."""

from __future__ import annotations

import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from newslint.checks import CHECKS
from newslint.checks.model import ANY_KIND, Declaration, Placeholders
from newslint.packs.rule_file import RuleFile
from newslint.packs.rule_params import params_model
from newslint.rules import load_check

_DIALECT = GenerateJsonSchema.schema_dialect


def rule_schema() -> dict[str, Any]:
    """The schema as plain data: the keys of every rule, and for each check what goes with it."""
    schema = RuleFile.model_json_schema()
    schema["properties"]["check"] = {"enum": sorted(CHECKS), "description": "the kind of check"}
    for key in ("bad", "good"):
        items = schema["properties"][key]["items"]
        schema["properties"][key]["items"] = {"anyOf": [{"type": "string"}, items]}
    definitions = schema.setdefault("$defs", {})
    branches = []
    for name in sorted(CHECKS):
        check = load_check(name)
        params = params_model(check).model_json_schema(ref_template="#/$defs/{model}")
        definitions |= params.pop("$defs", {})
        params["title"] = f"parameters of {name}"
        then: dict[str, Any] = {"properties": {"params": params, **_messages(check)}}
        if params.get("required"):
            then["required"] = ["params"]
        condition = {"properties": {"check": {"const": name}}, "required": ["check"]}
        branches.append({"if": condition, "then": then})
    return {"$schema": _DIALECT, **schema, "title": "a rule of newslint", "allOf": branches}


def _messages(check: Declaration[Any]) -> dict[str, Any]:
    """What a rule's `message` and `messages` may be. The pattern check's groups are known to the pattern alone."""
    if check.named_by is not None:
        return {}
    kinds = check.placeholders
    main = kinds.get("", Placeholders())
    own = {kind: _message(filled) for kind, filled in kinds.items() if kind not in ("", ANY_KIND)}
    messages: dict[str, Any] = {"type": "object", "properties": own}
    messages["additionalProperties"] = _message(kinds[ANY_KIND]) if ANY_KIND in kinds else False
    return {"message": _message(main) if "" in kinds else {}, "messages": messages}


def _message(filled: Placeholders) -> dict[str, Any]:
    shown = filled.shown()
    named = "|".join(re.escape(name[1:-1]) for name in shown)
    field = rf"|\{{(?:{named})\}}" if named else ""
    return {
        "type": "string",
        "description": f"may name {', '.join(shown)}" if shown else "names nothing",
        "pattern": rf"^(?:[^{{}}]|\{{\{{|\}}\}}{field})*$",
    }
