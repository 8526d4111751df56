"""Sets a plain text article as Markdown with front matter and figures, and as HTML with figure elements.

usage: set_fixture.py FILE.txt [OUTPUT_FOLDER]      writes FILE.md and FILE.html (FILE-2.md ... for further articles)
"""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path

from newslint.article import (
    BYLINE,
    CAPTION,
    DATELINE,
    HEADLINE,
    ITEM,
    PARAGRAPH,
    STANDFIRST,
    Article,
)
from newslint.article.text.reader import read
from newslint.source import Source

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&{}$])")
_LIST = re.compile(r"^(\s*\d+)([.)])|^(\s*)([-+=])")


def main() -> None:
    """Write the other two forms of a text file."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    path = Path(sys.argv[1])
    folder = Path(sys.argv[2]) if len(sys.argv) == 3 else path.parent
    text = path.read_bytes().decode("utf-8-sig")
    pages = []
    for number, article in enumerate(read(Source(str(path), text)), 1):
        stem = path.stem if number == 1 else f"{path.stem}-{number}"
        (folder / f"{stem}.md").write_text(markdown(article), encoding="utf-8", newline="")
        pages.append(html(article))
    (folder / f"{path.stem}.html").write_text("\n".join(pages), encoding="utf-8", newline="")


def markdown(article: Article) -> str:
    """The article as Markdown: headline, standfirst and byline in front matter, captions under images."""
    front: dict[str, str] = {}
    body: list[str] = []
    keys = {HEADLINE: "title", STANDFIRST: "standfirst", BYLINE: "author"}
    pictures = 0
    for kind, text in _blocks(article):
        if kind in keys and keys[kind] not in front:
            front[keys[kind]] = text
        elif kind == CAPTION:
            pictures += 1
            body.append(f"![](picture-{pictures}.jpg)\n*{_marked(text)}*")
        elif kind == ITEM:
            body.append(f"- {_marked(text)}")
        else:
            body.append(_marked(text))
    head = "".join(f"{key}: {_quoted(value)}\n" for key, value in front.items())
    return f"---\n{head}---\n\n" + "\n\n".join(body) + "\n"


def html(article: Article) -> str:
    """The article as an HTML element, captions in figures."""
    lines = []
    pictures = 0
    headline = False
    for kind, text in _blocks(article):
        words = escape(text, quote=False)
        if kind == HEADLINE and not headline:
            headline = True
            lines.append(f"<h1>{words}</h1>")
        elif kind == STANDFIRST:
            lines.append(f'<p class="standfirst">{words}</p>')
        elif kind == BYLINE:
            lines.append(f'<p class="byline">{words}</p>')
        elif kind == CAPTION:
            pictures += 1
            lines.append(
                f'<figure>\n<img src="picture-{pictures}.jpg" alt="">\n<figcaption>{words}</figcaption>\n</figure>'
            )
        elif kind == ITEM:
            lines.append(f"<ul><li>{words}</li></ul>")
        else:
            lines.append(f"<p>{words}</p>")
    return "<article>\n" + "\n".join(lines) + "\n</article>\n"


def _blocks(article: Article) -> list[tuple[str, str]]:
    """Kind and text of each block, white space folded; a dateline stands before its paragraph again."""
    found: list[tuple[str, str]] = []
    place = ""
    for block in article.blocks:
        text = re.sub(r"[ \t]*[\r\n]\s*", " ", article.text_of(block))
        if block.kind == DATELINE:
            place = text + " "
            continue
        found.append((block.kind, place + text if block.kind == PARAGRAPH else text))
        place = ""
    return found


def _marked(text: str) -> str:
    """Text in which nothing is Markdown."""
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"{m[3]}\\{m[4]}", _MARKS.sub(r"\\\1", text))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
