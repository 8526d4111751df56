"""The rule pages are those of the rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_rule_pages_are_fresh() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "tools/build_docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert run.stdout == "", run.stdout + run.stderr
    assert run.returncode == 0
