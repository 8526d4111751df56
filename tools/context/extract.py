"""Plain paragraphs for the context encoder: one a line, documents parted by an empty line.

usage: extract.py [--papers] MIRROR OUT.txt

MIRROR is the git directory of a clone: WikiExtractor's files (data/AA/wiki_00 ...) or, with --papers, Markdown files with
front matter.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

_WIKI = re.compile(r"data/A\w/wiki_\d\d")
_DOCUMENT = re.compile(r"<doc [^>]*>\n(.*?)</doc>", re.DOTALL)
_NO_PROSE = re.compile(r"[\u0370-\u1fff\u2c00-\uffff]|\\|\{|\}|&lt;|&gt;|http|=|\|")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ENDS = '.!?"”'
_SHORTEST = 60  # characters of a paragraph
_REPAIRS = (  # what taking markup out leaves behind
    (re.compile(r"\(\s*[;,]\s*"), "("),
    (re.compile(r"\(\s*\)"), ""),
    (re.compile(r"\s+([.,;:!?)])"), r"\1"),
    (re.compile(r"\s{2,}"), " "),
)
_PLAIN = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def main() -> None:
    """Write the paragraphs of a mirror."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", action="store_true")
    parser.add_argument("mirror", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    documents = paper_documents(given.mirror) if given.papers else wiki_documents(given.mirror)
    with given.out.open("w", encoding="utf-8") as out:
        for paragraphs in documents:
            if paragraphs:
                out.write("\n".join(paragraphs) + "\n\n")


def wiki_documents(mirror: Path) -> Iterator[list[str]]:
    """The paragraphs of each article in WikiExtractor's files; the first line, its title, left out."""
    for text in _files(mirror, _WIKI):
        for document in _DOCUMENT.findall(text):
            yield [_tidy(line) for line in document.split("\n")[1:] if _is_prose(line.strip())]


def paper_documents(mirror: Path) -> Iterator[list[str]]:
    """The paragraphs of each Markdown file, without front matter, links and marks."""
    for text in _files(mirror, re.compile(r".*\.md")):
        body = text.split("\n---\n", 1)[-1]
        lines = (_LINK.sub(r"\1", " ".join(part.split())) for part in re.split(r"\n\s*\n", body))
        plain = (line.replace("**", "").replace("\\", "") for line in lines)
        yield [_tidy(line) for line in plain if _is_prose(line)]


def _files(mirror: Path, wanted: re.Pattern[str]) -> Iterator[str]:
    """The text of each file of a mirror's newest commit whose path matches."""
    git = ["git", f"--git-dir={mirror}"]
    names = subprocess.run(
        [*git, "ls-tree", "-r", "--name-only", "HEAD"], capture_output=True, text=True, check=True
    )
    with subprocess.Popen(
        [*git, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as batch:
        assert batch.stdin is not None and batch.stdout is not None
        for name in filter(wanted.fullmatch, names.stdout.splitlines()):
            batch.stdin.write(f"HEAD:{name}\n".encode())
            batch.stdin.flush()
            size = int(batch.stdout.readline().split()[2])
            yield batch.stdout.read(size + 1)[:-1].decode("utf-8", "replace")
        batch.stdin.close()


def _is_prose(line: str) -> bool:
    return len(line) >= _SHORTEST and line[-1] in _ENDS and not _NO_PROSE.search(line)


def _tidy(line: str) -> str:
    line = line.strip().translate(_PLAIN).replace("…", "...")
    for pattern, by in _REPAIRS:
        line = pattern.sub(by, line)
    return line


if __name__ == "__main__":
    main()
