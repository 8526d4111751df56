"""Writes docs/rules/ from the rules, a page each and an index. `--check` only says which pages are stale."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from newslint.packs.rule_file import Example, RuleFile, read_rule, rule_files  # noqa: E402
from newslint.rules import NAMED, REGULAR, STRICT  # noqa: E402


def main() -> int:
    """Write the pages, or with --check name the stale ones. Exit code 1: some are stale."""
    wanted = pages()
    folder = ROOT / "docs" / "rules"
    there = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}
    stale = sorted(path for path in wanted.keys() | there.keys() if wanted.get(path) != there.get(path))
    if "--check" in sys.argv:
        for path in stale:
            print(f"stale: {path.relative_to(ROOT)}; run 'make docs'")
        return int(bool(stale))
    for path in stale:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    print(f"{len(wanted)} pages, {len(stale)} changed")
    return 0


def pages() -> dict[Path, str]:
    """Every page as it should be, by its path."""
    files = [(name, read_rule(path)) for name, path in rule_files(ROOT / "rules")]
    folder = ROOT / "docs" / "rules"
    made = {folder / f"{name}.md": page(name, file) for name, file in files}
    made[folder / "README.md"] = index(files)
    return made


def page(name: str, file: RuleFile) -> str:
    """A rule's page."""
    level = {
        STRICT: "only with `--level strict`, or selected by name",
        NAMED: "only where it is switched on or selected",
    }.get(file.level, "on by default")
    quoted = "looks inside quotations" if file.quotations == "check" else "leaves quotations alone"
    parts = [
        f"# {name}",
        file.summary,
        f"*{file.severity}, {level}; {quoted}. Reads: {', '.join(file.scope)}.*",
    ]
    parts.append(file.explain.strip())
    for title, examples in (("Wrong", file.bad), ("Right", file.good)):
        parts.append(f"## {title}")
        parts += [_example(example) for example in examples]
    if file.fix:
        how = {
            "safe": "`newslint check --fix` mends it.",
            "unsafe": "`newslint check --fix --unsafe-fixes` mends it; read the change.",
            "display": "The report shows what to write; no command writes it.",
        }
        parts.append(f"## Mending\n\n{how[file.fix.applicability]}")
    parts.append(f'## Switching it off\n\n```toml\n[rules]\n"{name}" = "off"\n```')
    if file.formerly:
        parts.append(f"Formerly: {', '.join(f'`{old}`' for old in file.formerly)}.")
    if file.source:
        parts.append(f"Source: {file.source}")
    return "\n\n".join(parts) + "\n"


def index(files: list[tuple[str, RuleFile]]) -> str:
    """The table of all rules by family."""
    parts = ["# Rules", "Made from the files in `rules/`; `newslint rule NAME` shows the same."]
    for family, group in groupby(files, key=lambda item: item[0].partition("/")[0]):
        rows = [
            f"| [{name}]({name}.md) | {file.severity}{', ' + file.level if file.level != REGULAR else ''} | {file.summary} |"
            for name, file in group
        ]
        parts.append("\n".join([f"## {family}", "", "| rule | severity | finds |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _example(example: Example) -> str:
    texts = [example.text.strip(), *(f"{name}:\n{text.strip()}" for name, text in example.files.items())]
    return (
        "```"
        + {"text": "text", "markdown": "markdown", "html": "html"}[example.format]
        + "\n"
        + "\n\n".join(texts)
        + "\n```"
    )


if __name__ == "__main__":
    sys.exit(main())
