"""Files that are not UTF-8: what they say of themselves and what the configuration says is obeyed, also when writing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from conftest import Newslint

from newslint.encodings import declared_encoding, known_encoding
from newslint.files import Unwritable, decode, encode
from newslint.source import Source

TEXT = "Café opens\n\nThe “old” council met in in the café, said Ms Müller.\n"
PAGE = (
    "<html><head>{}<title>x</title></head><body><article><h1>Café opens</h1>"
    "<p>The “old” council met in in the café, said Ms Müller.</p></article></body></html>"
)


def _check(newslint: Newslint, name: str, *options: str) -> str:
    result = newslint(
        "check", "--select", "typos/doubled-word,residue", "--output-format", "concise", name, *options
    )
    assert result.exit_code in (0, 1), result.stderr
    return result.stdout


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1252">',
        "<META CHARSET=windows-1252>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        "<meta content='text/html;charset=ISO-8859-1' http-equiv='content-type'>",  # as browsers read it
        '<!-- <meta charset="utf-8"> --><meta name="x" content="charset=koi8-r"><meta charset="cp1252"/>',
    ],
)
def test_a_page_says_what_it_is(newslint: Newslint, tmp_path: Path, head: str) -> None:
    data = PAGE.format(head).encode("cp1252")
    (tmp_path / "a.html").write_bytes(data)
    assert "typos/doubled-word" in _check(newslint, "a.html")
    assert _check(newslint, "a.html", "--fix") == ""
    assert (tmp_path / "a.html").read_bytes() == data.replace(b"in in", b"in")


def test_an_xml_declaration_says_what_it_is(newslint: Newslint, tmp_path: Path) -> None:
    data = (
        ('<?xml version="1.0" encoding="iso-8859-15"?>\n' + PAGE.format(""))
        .replace("“", "€")
        .replace("”", "€")
    )
    (tmp_path / "a.xhtml").write_bytes(data.encode("iso-8859-15"))
    assert "typos/doubled-word" in _check(newslint, "a.xhtml")


@pytest.mark.parametrize("name", ["old/a.txt", "old/a.md", "old/a.html"])
@pytest.mark.parametrize(
    "configuration",
    ["encoding = 'cp1252'\n", "[[overrides]]\npaths = ['old/']\nencoding = 'Windows-1252'\n"],
    ids=["project", "override"],
)
def test_the_configuration_says_what_files_are(
    newslint: Newslint, tmp_path: Path, name: str, configuration: str
) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "newslint.toml").write_text(configuration, encoding="utf-8")
    data = (PAGE.format("") if name.endswith("html") else TEXT).encode("cp1252")
    (tmp_path / name).write_bytes(data)
    assert "typos/doubled-word" in _check(newslint, name)
    assert newslint("outline", name).stdout.count("é") >= 2
    diff = newslint("check", "--select", "typos", "--diff", name).stdout_bytes
    assert b"-" in diff
    assert b"caf\xe9" in diff
    assert _check(newslint, name, "--fix") == ""
    assert (tmp_path / name).read_bytes() == data.replace(b"in in", b"in")


def test_an_override_goes_before_the_project(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "mac").mkdir()
    (tmp_path / "newslint.toml").write_text(
        "encoding = 'cp1252'\n[[overrides]]\npaths = ['mac/']\nencoding = 'macintosh'\n", encoding="utf-8"
    )
    for name, encoding in (("a.txt", "cp1252"), ("mac/b.txt", "mac_roman"), ("c.txt", "utf-8")):
        (tmp_path / name).write_bytes(TEXT.encode(encoding))
        assert "Café opens" in newslint("outline", name).stdout


def test_utf_16_without_a_mark(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("encoding = 'utf-16-le'\n", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-16-le"))
    assert "typos/doubled-word" in _check(newslint, "a.txt")


def test_what_reads_as_utf_8_is_that_whatever_is_said(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("encoding = 'cp1252'\n", encoding="utf-8")
    data = PAGE.format('<meta charset="iso-8859-1">').encode()
    (tmp_path / "a.html").write_bytes(data)
    assert "residue" not in _check(newslint, "a.html", "--fix")
    assert (tmp_path / "a.html").read_bytes() == data.replace(b"in in", b"in")


def test_what_is_written_into_plain_letters_is_as_the_page_says() -> None:
    source = decode("a.html", b'<meta charset="windows-1252"><p>Cafe</p>')
    assert encode(source, source.text.replace("Cafe", "Café")).endswith(b"<p>Caf\xe9</p>")
    with pytest.raises(Unwritable, match="cp1252 has no 'ő'"):
        encode(source, "ő")
    assert encode(Source("a.txt", "", "utf-16-le", True), "é") == b"\xff\xfe\xe9\x00"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"Caf\xe9.\n",
            "line 1, column 4: not UTF-8 text (byte 0xE9); save the file as UTF-8, or say in newslint.toml",
        ),
        (
            b'<meta charset="cp1252">\n<p>\x81</p>',
            "line 2, column 4: not CP1252 text (byte 0x81); save the file as UTF-8",
        ),
        (b'<meta charset="no-such">\r\r<p>\xe9</p>', "line 3, column 4: not UTF-8 text (byte 0xE9)"),
    ],
)
def test_what_cannot_be_read_is_an_error_of_its_own(
    newslint: Newslint, tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "bad.html").write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    result = newslint("check", "--output-format", "json", ".")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert [e["path"] for e in report["errors"]] == ["bad.html"]
    assert report["errors"][0]["message"].startswith(said)
    assert {v["path"] for v in report["violations"]} == {"good.txt"}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "cp1252"), ("ISO-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("iso-8859-15", "iso8859-15"),
        ("x-mac-roman", "mac-roman"), ("utf8", "utf-8"), ("utf-16", "utf-16-le"), ("koi8-r", "koi8-r"),
        ("utf-7", ""), ("hex", ""), ("rot13", ""), ("unicode_escape", ""), ("idna", ""), ("", ""), ("a\0b", ""),
        ("cp1525", ""), ("é", ""),
    ],
)  # fmt: skip
def test_names_of_encodings(label: str, name: str) -> None:
    assert known_encoding(label) == name


def test_declarations_that_say_nothing() -> None:
    assert declared_encoding(b"Set <meta charset=koi8-r> in the page.") == ""  # no page: it begins with text
    assert declared_encoding(b"<p><!-- <meta charset=koi8-r>") == ""
    assert declared_encoding(b'<meta charset="utf-16le">') == "utf-8"
    assert declared_encoding(b"<p>" + b" " * 5000 + b"<meta charset=koi8-r>") == ""


def test_a_wrong_name_in_the_configuration(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("encoding = 'cp1525'\n", encoding="utf-8")
    result = newslint("check")
    assert result.exit_code == 2
    assert "encoding" in result.stderr
    assert "'cp1525'" in result.stderr
    assert "cp1252" in result.stderr


def test_byte_columns_are_those_of_utf_8(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("encoding = 'cp1252'\n", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes("Café: it met in in the hall.\n".encode("cp1252"))
    assert _check(newslint, "a.txt", "--columns", "bytes").startswith("a.txt:1:15:")
    text = (tmp_path / "a.txt").read_bytes()
    result = newslint("check", "-", "--stdin-filename", "b.txt", "--output-format", "rdjsonl", stdin=text)
    assert json.loads(result.stdout)["location"]["range"]["start"]["column"] == 15


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_git_applies_the_patch(newslint: Newslint, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "newslint.toml").write_text("encoding = 'cp1252'\n", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes("The café met in in the hall.\n".encode(encoding))
    result = newslint("check", "--select", "typos/doubled-word", "--diff", "a.txt")
    assert result.stderr == ""
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=result.stdout_bytes, check=True)
    assert (tmp_path / "a.txt").read_bytes() == "The café met in the hall.\n".encode(encoding)


def test_git_takes_utf_16_for_binary_and_that_is_said(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffIt met in in the hall.\n".encode("utf-16-le"))
    result = newslint("check", "--select", "typos/doubled-word", "--diff", "a.txt")
    assert "+\ufeffIt met in the hall." in result.stdout
    assert "a.txt is UTF-16, which git takes for binary" in result.stderr
