"""Hatchling's build hook: compiles the rules into the wheel, so that a run needs neither yaml nor pydantic."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[misc]
    """Adds newslint/rules_shipped/compiled.json to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the rules, unless this is an editable install, whose rules may change at any time."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from newslint.packs.rule_file import load_pack
        from newslint.rules import to_plain

        rules = to_plain(load_pack(Path(self.root) / "rules"))
        for rule in rules:
            rule["pack"] = ""
        target = Path(self.directory) / "compiled.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(rules, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        build_data["force_include"][str(target)] = "newslint/rules_shipped/compiled.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave only the wheel in the folder it is built into."""
        Path(self.directory, "compiled.json").unlink(missing_ok=True)
