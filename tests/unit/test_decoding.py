"""Bytes become text by their mark, else UTF-8, else GB18030, and are never guessed."""

from __future__ import annotations

import codecs

import pytest

from pdo_policy.documents.decoding import Decoded, decode
from pdo_policy.documents.node import InputProblem

TEXT = "名称: 湖北 𠮷\r\n备注: é\n"


def problem(code: str, **facts: str) -> InputProblem:
    return InputProblem(code, facts, 0, 0, fatal=True)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Decoded("", "utf-8")),
        (b"a: 1\n", Decoded("a: 1\n", "utf-8")),
        (TEXT.encode(), Decoded(TEXT, "utf-8")),
        (codecs.BOM_UTF8 + TEXT.encode(), Decoded(TEXT, "utf-8-sig")),
        (codecs.BOM_UTF8, Decoded("", "utf-8-sig")),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), Decoded(TEXT, "utf-16")),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), Decoded(TEXT, "utf-16")),
        (TEXT.encode("gb18030"), Decoded(TEXT, "gb18030")),
        ("名称: 湖北".encode("gbk"), Decoded("名称: 湖北", "gb18030")),
        ("\ufeff名称".encode("gb18030"), Decoded("名称", "gb18030")),
        # A second mark is a character like any other.
        ("\ufeff\ufeffa".encode(), Decoded("\ufeffa", "utf-8-sig")),
        # Text that only begins like a file of another kind.
        (b"PK: 1\n", Decoded("PK: 1\n", "utf-8")),
        (b"Rar!: 1\n", Decoded("Rar!: 1\n", "utf-8")),
    ],
    ids=lambda value: value.encoding if isinstance(value, Decoded) else value[:6].hex(),
)
def test_texts_are_decoded_without_their_mark(data: bytes, expected: Decoded) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "docx/xlsx/wps/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "doc/xls/wps/et"),
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1", "rtf"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"\x89PNG\r\n", "png"),
        (b"Rar!\x1a\x07\x01\x00", "rar"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"\x1f\x8b\x08", "gz"),
    ],
)
def test_files_of_other_kinds_are_told_by_name(data: bytes, kind: str) -> None:
    assert decode(data) == problem("input.not-text", kind=kind)


def utf16(text: str) -> bytes:
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\r\nb: \xff\n", problem("input.encoding", byte="0xFF", tried="UTF-8 / GB18030", offset="9", line="2")),
        # The encoding that got further tells the place.
        (
            "湖北\n武汉\n".encode() + b"\xff",
            problem("input.encoding", byte="0xFF", tried="UTF-8 / GB18030", offset="14", line="3"),
        ),
        (
            "湖北湖北\n".encode("gb18030") + b"\xff",
            problem("input.encoding", byte="0xFF", tried="UTF-8 / GB18030", offset="9", line="2"),
        ),
        (codecs.BOM_UTF8 + b"a\n\xe6\xb9", problem("input.encoding", byte="0xE6", tried="UTF-8", offset="5", line="2")),
        (codecs.BOM_UTF32_LE + b"rest", problem("input.encoding", byte="0xFF", tried="UTF-32", offset="0", line="1")),
        (codecs.BOM_UTF32_BE + b"rest", problem("input.encoding", byte="0x00", tried="UTF-32", offset="0", line="1")),
        # 上 is 0A 4E in UTF-16: its bytes are no line ends, and CR LF is one.
        (
            utf16("上上\r\n上") + b"\x00\xd8",
            problem("input.encoding", byte="0x00", tried="UTF-16", offset="12", line="2"),
        ),
        (utf16("上") + b"\x61", problem("input.encoding", byte="0x61", tried="UTF-16", offset="4", line="1")),
        (b"a: 1\r\nb: \x00", problem("input.nul-byte", offset="9", line="2")),
        ("a: 1\n".encode("utf-16-le"), problem("input.nul-byte", offset="1", line="1")),
    ],
    ids=[
        "either",
        "utf-8",
        "gb18030",
        "utf-8-sig",
        "utf-32-le",
        "utf-32-be",
        "utf-16",
        "utf-16-odd",
        "nul",
        "utf-16-unmarked",
    ],
)
def test_bytes_that_are_not_text_are_told_with_their_place(data: bytes, expected: InputProblem) -> None:
    assert decode(data) == expected
