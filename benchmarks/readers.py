"""How many megabytes each reader reads in a second of CPU time, alone, on an article of ordinary make.

usage: readers.py [FILE ...]      without files: an invented article, set in each format and repeated to 2 MB
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from newslint.article.readers import format_of, read
from newslint.source import Source

_PARAGRAPH = (
    "The council met on Monday evening to hear the plan for the old harbour, and the mayor said that it was "
    "“the best in years”. Ships that carry grain would pay $5 a tonne; residents spoke for two hours."
)
_SAMPLES = {
    "article.txt": f"{_PARAGRAPH}\n\n",
    "article.md": (
        f"{_PARAGRAPH.replace('grain', '*grain*')} See [the plan](https://example.org/plan).\n\n"
        "![](harbour.jpg)\n*Ships wait in the port. (Agency)*\n\n"
    ),
    "article.html": (
        f"<p>{_PARAGRAPH.replace('“', '&ldquo;').replace('grain', '<em>grain</em>')}"
        ' See <a href="https://example.org/plan" class="link">the plan</a>.</p>\n'
        '<figure class="image"><img src="harbour.jpg" alt="">\n<figcaption>Ships wait in the port. (Agency)</figcaption></figure>\n'
    ),
}
_SIZE = 2_000_000


def main() -> None:
    """Print a line for each file, or for each format's sample."""
    if len(sys.argv) > 1:
        sources = [Source(name, Path(name).read_bytes().decode("utf-8-sig")) for name in sys.argv[1:]]
    else:
        sources = [Source(name, text * (_SIZE // len(text))) for name, text in _SAMPLES.items()]
    for source in sources:
        best = min(_seconds(source) for _ in range(3))
        size = len(source.text.encode()) / 1e6
        print(f"{source.path}: {format_of(source.path)}, {size:.2f} MB, {size / best:.1f} MB/s")


def _seconds(source: Source) -> float:
    start = time.process_time()
    read(source)
    return time.process_time() - start


if __name__ == "__main__":
    main()
