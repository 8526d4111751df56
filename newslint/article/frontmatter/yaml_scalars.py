"""Finds the scalars of YAML front matter with their places, without importing a YAML library.

The common forms are read here, since a hook starts hundreds of times a day; anything else (anchors,
tags, complex keys) goes to PyYAML, whose nodes carry places too. Both ways give the same scalars, so they stand side by side.
"""

from __future__ import annotations

import re

from newslint.article.frontmatter.scalars import DOUBLE, PLAIN, RAW, SINGLE, Scalar

_LINE = re.compile(r"[^\r\n]*(?:\r?\n|\r|$)")
_KEY = re.compile(
    r"""("[^"\n]*"|'[^'\n]*'|[^\s#&*!?{}\[\]|>@`"'%,:-][^\n:#]*?|-[^\s\n:][^\n:]*?)[ \t]*:(?=[ \t\r\n]|$)"""
)
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?(?=\r?\n|$)")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']|'')*+)'")
_COMMENT = re.compile(r"[ \t]+#")
_REST = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\r?\n|$)")
_FLOW = re.compile(
    r"""[\s]*(?:([\[\]{},])|"((?:[^"\\]|\\.)*+)"|'((?:[^']|'')*+)'|([^\s\[\]{},:"'#&*!][^\[\]{},:\n]*|:(?=\S)[^\[\]{},\n]*))""",
    re.DOTALL,
)
_DEPTH = 50
_COMPOSED_DEPTH = 20
_COLON = re.compile(r"\s*:(?=[\s,\[\]{}]|$)")


class _Odd(Exception):
    """YAML that the small reader does not know."""


class _TooDeep(Exception):
    """YAML nested deeper than any front matter, which no reader should follow."""


def scalars(text: str, start: int, end: int) -> list[Scalar]:
    """The scalars of the YAML between two offsets, in order."""
    reader = _Reader(text, start, end)
    try:
        return reader.read()
    except _Odd:
        return _composed(text, start, end)
    except _TooDeep:
        return reader.found


class _Reader:
    """Block mappings and sequences by indentation, and what stands in them on a line."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.at = start
        self.end = end
        self.found: list[Scalar] = []
        self.stack: list[tuple[int, str]] = []  # indentation and key of what is open
        self.counts: dict[tuple[str, ...], int] = {}

    def read(self) -> list[Scalar]:
        """All scalars."""
        while self.at < self.end:
            line = _LINE.match(self.text, self.at, self.end)
            assert line is not None
            content = line.group()
            stripped = content.strip()
            if not stripped or stripped.startswith("#"):
                self.at = line.end()
                continue
            indent = len(content) - len(content.lstrip(" "))
            if content[indent] == "\t":
                raise _Odd
            self.at += indent
            self._entry(indent)
        return self.found

    def _entry(self, indent: int) -> None:
        """One line's keys and dashes, and the value after them."""
        text = self.text
        while text.startswith("-", self.at) and (self.at + 1 >= self.end or text[self.at + 1] in " \r\n"):
            self._pop(indent, dash=True)
            if len(self.stack) > _DEPTH:
                raise _TooDeep
            path = self._path()
            number = self.counts[path] = self.counts.get(path, -1) + 1
            self.stack.append((indent, f"#{number}"))
            step = 1
            while text[self.at + step : self.at + step + 1] == " ":
                step += 1
            self.at += step
            indent += step
            if self._rest_is_empty():
                return
        key = _KEY.match(text, self.at, self.end)
        if key is None:
            if not self.stack or not self.stack[-1][1].startswith("#"):
                raise _Odd
            self._value(indent - 1)
            return
        self._pop(indent, dash=False)
        if len(self.stack) > _DEPTH:
            raise _TooDeep
        self.stack.append((indent, key.group(1).strip("\"'")))
        self.at = key.end()
        while text[self.at : self.at + 1] in (" ", "\t") and self.at < self.end:
            self.at += 1
        if not self._rest_is_empty():
            self._value(indent)

    def _value(self, indent: int) -> None:
        """The value that starts here; what belongs to it is indented deeper than `indent`."""
        text, at = self.text, self.at
        path = self._path()
        first = text[at]
        if first in "&*!%@`?":
            raise _Odd
        if first in "[{":
            self.at = self._flow(at, path)
        elif first in "\"'":
            quoted = (_DOUBLE if first == '"' else _SINGLE).match(text, at, self.end)
            if quoted is None:
                raise _Odd
            self.found.append(Scalar(path, *quoted.span(1), DOUBLE if first == '"' else SINGLE))
            self.at = quoted.end()
        elif block := _BLOCK_SCALAR.match(text, at, self.end):
            stop = self._deeper(block.end(), indent)
            self.found.append(Scalar(path, *self._trimmed(block.end(), stop), RAW))
            self.at = stop
            return
        else:
            stop = self._deeper(at, indent)
            comment = _COMMENT.search(text, at, stop)
            self.found.append(Scalar(path, *self._trimmed(at, comment.start() if comment else stop), PLAIN))
            self.at = stop
            return
        if not self._rest_is_empty():
            raise _Odd

    def _flow(self, at: int, path: tuple[str, ...]) -> int:
        """[a, b] and {a: b}, over several lines or one."""
        stack: list[tuple[str, int, str]] = []  # bracket, number of the item, key
        while True:
            token = _FLOW.match(self.text, at, self.end)
            if token is None:
                raise _Odd
            at = token.end()
            mark = token.group(1)
            if mark in ("[", "{"):
                if len(stack) > _DEPTH:
                    raise _TooDeep
                stack.append((mark, 0, ""))
            elif mark == ",":
                bracket, number, _ = stack[-1]
                stack[-1] = (bracket, number + 1, "")
            elif mark:
                stack.pop()
                if not stack:
                    return at
            else:
                bracket, number, key = stack[-1]
                group = token.lastindex or 4
                begin, stop = token.span(group)
                colon = _COLON.match(self.text, at, self.end)
                if bracket == "{" and not key and colon:
                    stack[-1] = (bracket, number, self.text[begin:stop].strip())
                    at = colon.end()
                    continue
                inner = tuple(key if kind == "{" else f"#{item}" for kind, item, key in stack)
                style = (DOUBLE, SINGLE, PLAIN)[group - 2]
                self.found.append(Scalar(path + inner, *self._trimmed(begin, stop), style))

    def _rest_is_empty(self) -> bool:
        """Whether nothing more stands in the line; if so, goes to the next."""
        rest = _REST.match(self.text, self.at, self.end)
        if rest is None:
            return False
        line = _LINE.match(self.text, rest.end(), self.end)
        self.at = line.end() if line else self.end
        return True

    def _deeper(self, at: int, indent: int) -> int:
        """The end of the lines from here on that are empty or indented deeper."""
        line = _LINE.match(self.text, at, self.end)
        stop = line.end() if line else self.end
        while stop < self.end:
            line = _LINE.match(self.text, stop, self.end)
            assert line is not None
            content = line.group()
            if content.strip() and len(content) - len(content.lstrip(" ")) <= indent:
                break
            stop = line.end()
        return stop

    def _trimmed(self, start: int, stop: int) -> tuple[int, int]:
        value = self.text[start:stop]
        left = len(value) - len(value.lstrip())
        return start + min(left, len(value)), max(start + min(left, len(value)), start + len(value.rstrip()))

    def _pop(self, indent: int, *, dash: bool) -> None:
        while self.stack and (
            self.stack[-1][0] > indent
            or (self.stack[-1][0] == indent and (not dash or self.stack[-1][1].startswith("#")))
        ):
            self.stack.pop()

    def _path(self) -> tuple[str, ...]:
        return tuple(key for _, key in self.stack)


def _composed(text: str, start: int, end: int) -> list[Scalar]:
    """The scalars as PyYAML finds them; none where it finds an error.

    What an alias repeats is read where it is written, once: it has no other place, and aliases of aliases multiply.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text[start:end], Loader=loader)
    except yaml.YAMLError:
        return []
    found: list[Scalar] = []
    styles = {"'": SINGLE, '"': DOUBLE, "|": RAW, ">": RAW}
    stack: list[tuple[tuple[str, ...], object]] = [((), root)]
    seen: set[int] = set()
    while stack:
        path, node = stack.pop()
        if len(path) > _COMPOSED_DEPTH or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            stack += [
                ((*path, key.value), value)
                for key, value in reversed(node.value)
                if isinstance(key, yaml.ScalarNode)
            ]
        elif isinstance(node, yaml.SequenceNode):
            stack += [((*path, f"#{i}"), value) for i, value in reversed(list(enumerate(node.value)))]
        elif isinstance(node, yaml.ScalarNode):
            begin, stop = start + node.start_mark.index, start + node.end_mark.index
            if node.style in ("|", ">"):
                begin = text.find("\n", begin, stop) + 1 or stop
            elif node.style:
                begin, stop = begin + 1, stop - 1
            value = text[begin:stop]
            begin += len(value) - len(value.lstrip())
            found.append(
                Scalar(
                    path,
                    begin,
                    max(begin, stop - len(value) + len(value.rstrip())),
                    styles.get(node.style or "", PLAIN),
                )
            )
    return sorted(found, key=lambda scalar: scalar.start)
