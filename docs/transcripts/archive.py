"""Makes an archive of 200 dirty articles out of those in fixtures/dirty, with other towns, people and numbers.

usage: archive.py FOLDER
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

DIRTY = Path(__file__).resolve().parent.parent.parent / "fixtures/dirty"
NAMES = "Varnik Osterby Belmont Melnik Ardnish Karsund Dunmore Torvale Skarholm Lindal Harrow Vessby Quarn".split()


def main() -> None:
    """Write the articles, a folder a year."""
    rng = random.Random(7)
    sources = sorted(DIRTY.glob("*.txt"))
    for number in range(200):
        source = sources[number % len(sources)]
        text = source.read_text(encoding="utf-8")
        used = [name for name in NAMES if name in text]
        for name, other in zip(used, rng.sample(NAMES, len(used)), strict=True):
            text = re.sub(rf"\b{name}\b", f"<{other}>", text)
        text = text.replace("<", "").replace(">", "")
        text = re.sub(r"(?<=\d),\d{3}\b", lambda _: f",{rng.randrange(1, 10)}00", text)
        folder = Path(sys.argv[1], str(2016 + number % 10))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{source.stem}-{number:03}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
