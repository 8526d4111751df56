"""Encodings other than UTF-8: what a page says of itself, and the names that are understood."""

from __future__ import annotations

import codecs
import re

# Browsers look at 1,024 bytes; old content systems put a longer comment first.
_HEAD_BYTES = 4096
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]+)[\"']")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

# Names under which files say another encoding than browsers and editors read: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gbk",
    "utf-8-sig": "utf-8",
}
_MEANT |= {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}  # with a mark they are known by that
_NO_TEXT = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}
_WIDE = ("utf-16", "utf-32")


def known_encoding(label: str) -> str:
    """Python's name of an encoding; "" where there is none of this name or it is none for text."""
    for name in (label, label.lower().removeprefix("x-")):
        try:
            found = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        if found._is_text_encoding and found.name.replace("_", "-") not in _NO_TEXT:
            return _MEANT.get(found.name, found.name)
    return ""


def declared_encoding(data: bytes) -> str:
    """The encoding that a page or an XML file declares at its start, "" where it declares none that is known.

    The order is that of the HTML standard: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
    """
    head = data[:_HEAD_BYTES].lstrip()
    if not head.startswith(b"<"):
        return ""
    xml = _XML.match(head)
    label = xml[1] if xml else next(filter(None, map(_label, _META.findall(_COMMENT.sub(b"", head)))), b"")
    name = known_encoding(label.decode("ascii", "replace"))
    # Read as ASCII so far, it can be no encoding that takes two bytes for a letter.
    return "utf-8" if name.startswith(_WIDE) else name


def encodings_to_try(data: bytes, configured: str) -> list[str]:
    """The encodings that bytes without a byte order mark may be in, the likeliest first.

    What reads as UTF-8 beyond ASCII is UTF-8, whatever is said of it: no other text looks so by chance. Else what
    the page declares goes before what the configuration says of many files.
    """
    if configured.startswith(_WIDE):
        return [configured]
    said = [name for name in (declared_encoding(data), configured) if name]
    return [*said, "utf-8"] if data.isascii() else ["utf-8", *said]


def _label(attributes: bytes) -> bytes:
    """The charset of a <meta> by its attributes."""
    values: dict[bytes, bytes] = {}
    for name, *value in _ATTRIBUTE.findall(attributes):
        values.setdefault(name.lower(), b"".join(value))
    if b"charset" in values:
        return values[b"charset"].strip()
    if values.get(b"http-equiv", b"").lower() == b"content-type":
        match = _CHARSET.search(values.get(b"content", b""))
        return match[1] if match else b""
    return b""
