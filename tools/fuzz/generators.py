"""Random inputs: from characters, from words, from templates of articles with markup, and mutated fixtures.

Every generator takes a `random.Random` and gives a file's suffix and text; the same seed gives the same input.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tools.fuzz import vocabulary as v

SUFFIXES = (".txt", ".md", ".html")
_ROOT = Path(__file__).resolve().parent.parent.parent
_MOST = 700  # characters of a fixture that are taken; shorter inputs are more of them in an hour


class Input(NamedTuple):
    """A file as newslint may meet it."""

    suffix: str
    text: str


def make(seed: int, number: int) -> Input:
    """The input with this number under a seed: each stands for itself, so one can be made without those before."""
    rng = Random(f"{seed}:{number}")
    suffix = rng.choice(SUFFIXES)
    generator: Callable[[Random, str], str] = rng.choice(
        (characters, words, articles, articles, mutated, mutated)
    )
    text = generator(rng, suffix)
    if suffix == ".md" and rng.random() < 0.2:
        text = front_matter(rng) + text
    return Input(suffix, text)


def characters(rng: Random, suffix: str) -> str:
    """Up to 120 characters, with odd ones among them."""
    pools: Sequence[Sequence[str]] = (v.LETTERS, v.LETTERS, v.DIGITS, v.SPACES, v.MARKS, v.ODD, v.QUOTES)
    return "".join(rng.choice(rng.choice(pools)) for _ in range(rng.randint(0, 120)))


def words(rng: Random, suffix: str) -> str:
    """Up to 80 words, names, numbers and quotation marks, with pieces of the format's markup, in any order."""
    markup = {".txt": v.QUOTES, ".md": v.MARKDOWN, ".html": v.HTML}[suffix]
    pools: Sequence[Sequence[str]] = (v.WORDS, v.WORDS, v.WORDS, v.NAMES, v.NUMBERS, v.QUOTES, markup, v.ODD)
    parts = []
    for _ in range(rng.randint(1, 80)):
        word = rng.choice(rng.choice(pools))
        if rng.random() < 0.15:
            word = rng.choice((str.upper, str.title, str.capitalize, str.lower))(word)
        parts += [word, rng.choice(v.SPACES) if rng.random() < 0.2 else " "]
        if rng.random() < 0.1:
            parts.insert(-1, rng.choice(".,;:?!"))
    return "".join(parts)


def sentence(rng: Random) -> str:
    """A sentence, or what looks like one."""
    name, other, number = rng.choice(v.NAMES), rng.choice(v.NAMES), rng.choice(v.NUMBERS)
    some = " ".join(rng.choice(v.WORDS) for _ in range(rng.randint(2, 9)))
    shapes = (
        "{name} {some}.",
        "The {some} of {name} {some} {number} {other}.",
        "“{some},” said {name}, {number} {some}.",
        '"{some}," {name} said. "{some} {number}."',
        "{name} said that {some} ({number}) {other}, and {some}",
        "{some} {number} {some} {number} {some}, according to {name}.",
        "{name}, {number}, {some}. {other} {some}!",
        "“{some} ‘{some}’ {some}",
        "{some} {some} {some}?",
    )
    text = rng.choice(shapes).format(name=name, other=other, number=number, some=some)
    return text[:1].upper() + text[1:] if rng.random() < 0.8 else text


def articles(rng: Random, suffix: str) -> str:
    """An article with headline, byline, captions and paragraphs in a format's markup, slightly broken."""
    make_one = {".txt": _plain_article, ".md": _markdown_article, ".html": _page}[suffix]
    text = make_one(rng)
    return _mutated(rng, text, suffix, rng.randint(0, 2))


def front_matter(rng: Random) -> str:
    """Front matter in YAML or TOML, right or nearly."""
    lines = [rng.choice(v.FRONT) for _ in range(rng.randint(0, 6))]
    filled = "\n".join(line.format(sentence(rng), sentence(rng)) for line in lines)
    if rng.random() < 0.2:
        return f"+++\n{filled.replace(': ', ' = ')}\n+++\n"
    return f"---\n{filled}\n{rng.choice(('---', '---', '---', '...', ''))}\n"


def mutated(rng: Random, suffix: str) -> str:
    """A stretch of a fixture or of a rule's example with a few mutations."""
    text = rng.choice(fixtures(suffix))
    if len(text) > _MOST:
        start = rng.randint(0, len(text) - _MOST)
        text = text[start : start + _MOST]
    return _mutated(rng, text, suffix, rng.randint(1, 6))


def _caption(rng: Random) -> str:
    return f"{sentence(rng)} ({rng.choice(('Reuters', 'AFP', 'Photo: Jo Bell', 'Jo Bell/AP', 'File'))})"


def _plain_article(rng: Random) -> str:
    parts = [" ".join(rng.choice(v.WORDS) for _ in range(rng.randint(3, 9))).capitalize()]
    if rng.random() < 0.5:
        parts.append(rng.choice(("By Jo Bell", "Jo Bell, Reporter", "By Jo Bell and Ada Brook")))
    caption = _caption(rng)
    for _ in range(rng.randint(1, 6)):
        kind = rng.random()
        if kind < 0.2:
            parts.append(caption if rng.random() < 0.5 else _caption(rng))
        elif kind < 0.3:
            parts.append(f"SUND, March 3 (Reuters) — {sentence(rng)}")
        elif kind < 0.4:
            parts.append("\n".join(f"{rng.choice('-*•')} {sentence(rng)}" for _ in range(3)))
        else:
            parts.append(" ".join(sentence(rng) for _ in range(rng.randint(1, 4))))
    return rng.choice(("\n\n", "\n\n", "\n", "\r\n\r\n")).join(parts) + rng.choice(("", "\n"))


def _markdown_article(rng: Random) -> str:
    parts = [f"# {sentence(rng)}"] if rng.random() < 0.6 else []
    for _ in range(rng.randint(1, 6)):
        text = sentence(rng)
        wrap = rng.choice(
            (
                "{}",
                "{}",
                "*{}*",
                "**{}**",
                "> {}",
                "- {}",
                "1. {}",
                "## {}",
                "`{}`",
                "[{}](http://sund.example)",
                "~~{}~~",
            )
        )
        kind = rng.random()
        if kind < 0.2:
            parts.append(f"![{text if rng.random() < 0.5 else ''}](a.jpg)\n*{_caption(rng)}*")
        elif kind < 0.3:
            parts.append('{{< figure src="a.jpg" caption="' + text + '" >}}')
        elif kind < 0.4:
            parts.append(f"| {text} | {sentence(rng)} |\n|---|---|\n| {sentence(rng)} | 2 |")
        else:
            inner = rng.choice(v.MARKDOWN) if rng.random() < 0.3 else " "
            parts.append(wrap.format(text) + inner + sentence(rng))
    return rng.choice(("\n\n", "\n\n", "\n")).join(parts)


def _page(rng: Random) -> str:
    def element(depth: int) -> str:
        kind = rng.random()
        if kind < 0.1:
            return f"<{rng.choice(v.VOID)}>"
        if kind < 0.2:
            return f"<figure><img src=a.jpg><figcaption>{_caption(rng)}</figcaption></figure>"
        tag = rng.choice(v.TAGS)
        inside = (
            [element(depth - 1) for _ in range(rng.randint(1, 3))]
            if depth and rng.random() < 0.6
            else [sentence(rng)]
        )
        closing = f"</{tag}>" if rng.random() < 0.93 else ""
        return f"<{tag}{rng.choice(v.ATTRIBUTES)}>{rng.choice(('', ' ', chr(10))).join(inside)}{closing}"

    body = "\n".join(rng.choice((f"<p>{sentence(rng)}</p>", element(3))) for _ in range(rng.randint(1, 6)))
    if rng.random() < 0.5:
        title = sentence(rng)
        body = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    return body


def _mutated(rng: Random, text: str, suffix: str, times: int) -> str:
    """The text with pieces dropped, doubled, moved, put in or changed."""
    markup = {".txt": v.MARKS, ".md": v.MARKDOWN, ".html": v.HTML}[suffix]
    pools: Sequence[Sequence[str]] = (v.WORDS, v.NAMES, v.NUMBERS, v.QUOTES, v.ODD, v.SPACES, markup)
    for _ in range(times):
        at = rng.randint(0, len(text))
        end = min(len(text), at + rng.randint(1, 40))
        kind = rng.randrange(7)
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:end] + text[at:end] + text[end:]
        elif kind == 2:
            other = rng.randint(0, len(text))
            text = text[:other] + text[at:end] + text[other:]
        elif kind == 3:
            text = text[:at] + rng.choice((str.upper, str.lower, str.title))(text[at:end]) + text[end:]
        elif kind == 4:
            text = text[:at] + rng.choice(v.SPACES) + text[at + 1 :]
        else:
            text = text[:at] + rng.choice(rng.choice(pools)) + text[at + kind - 5 :]
    return text


@cache
def fixtures(suffix: str) -> list[str]:
    """The texts to mutate: whole fixtures in a format, and every example of the shipped rules."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "fixtures").rglob("*.txt"))]
    if suffix == ".html":
        pages = [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "fixtures").rglob("*.html"))]
        texts = pages + [_as_page(text) for text in texts]
    return texts + [_as_page(text) if suffix == ".html" else text for text in _examples()]


def _as_page(text: str) -> str:
    return "".join(f"<p>{part}</p>\n" for part in text.split("\n\n"))


@cache
def _examples() -> list[str]:
    from newslint.packs.pack_files import rule_files
    from newslint.packs.rule_file import read_rule
    from newslint.rules import shipped_folder

    files = [read_rule(path) for _, path in rule_files(shipped_folder())]
    examples = [example for file in files for example in (*file.bad, *file.good)]
    return [example.text.replace("[[", "").replace("]]", "") for example in examples]
