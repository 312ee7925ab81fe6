"""Bytes become text, by a fixed order of encodings and never by guessing."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from pdo_policy.documents.node import InputProblem

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32", "", ""),
    (codecs.BOM_UTF32_BE, "UTF-32", "", ""),
    (codecs.BOM_UTF8, "UTF-8", "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "GB18030", "gb18030", "gb18030"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "docx/xlsx/wps/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc/xls/wps/et"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG", "png"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")


class Decoded(NamedTuple):
    """A text without byte order mark, and the name of its encoding: utf-8, utf-8-sig, utf-16 or gb18030."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | InputProblem:
    """The text of a file's bytes: by its byte order mark, else strict UTF-8, else strict GB18030.

    Returns:
        A fatal problem where the bytes are not text: facts `offset` (byte, from 0) and `line` tell the place.
    """
    for beginning, kind in _OTHER_FILES:
        if data.startswith(beginning):
            return _problem("input.not-text", kind=kind)
    for mark, shown_name, codec, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, shown_name, codec, name)
    place = data.find(b"\0")
    if place >= 0:
        return _problem("input.nul-byte", **_place(data, place, "latin-1"))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        reached = error.start
    try:
        return Decoded(data.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        # The encoding that got further is the one the file was meant to be in.
        reached = max(reached, error.start)
    return _undecodable(data, reached, "latin-1", "UTF-8 / GB18030")


def _marked(data: bytes, mark: bytes, shown_name: str, codec: str, name: str) -> Decoded | InputProblem:
    if not codec:
        return _undecodable(data, 0, "latin-1", shown_name)
    try:
        return Decoded(data[len(mark) :].decode(codec), name)
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start + len(mark), codec, shown_name)


def _undecodable(data: bytes, place: int, codec: str, tried: str) -> InputProblem:
    return _problem("input.encoding", byte=f"0x{data[place]:02X}", tried=tried, **_place(data, place, codec))


def _place(data: bytes, offset: int, codec: str) -> dict[str, str]:
    """Facts of an offset; where line ends are single bytes, `latin-1` counts them in any encoding."""
    before = data[:offset].decode(codec, "replace")
    return {"offset": str(offset), "line": str(1 + sum(1 for _ in _LINE_END.finditer(before)))}


def _problem(code: str, **facts: str) -> InputProblem:
    return InputProblem(code, facts, 0, 0, fatal=True)
