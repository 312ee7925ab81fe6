"""Papers that are made to hurt: those of `test_hostile_documents`, and such as read well and hurt what comes after."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple

from tests.unit.test_hostile_documents import CASES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

HEAD = "文件种类: 实施方案\n项目编号: X\n编号: X-FA\n标题: 题\n状态: 起草中\n"
JSON_HEAD = {"kind": "implementation_plan", "dossier": "X", "id": "X-FA", "title": "题", "status": "drafting"}


class Paper(NamedTuple):
    """A file by its name, how it is made, the codes that it must end in, and whether it can be checked at all."""

    name: str
    make: Callable[[Path], object]
    codes: frozenset[str]
    readable: bool = False


def _text(name: str, text: str, *codes: str, readable: bool = False) -> Paper:
    return Paper(name, lambda path: path.write_text(text, "utf-8", newline=""), frozenset(codes), readable)


def _data(name: str, data: object, *codes: str, readable: bool = False) -> Paper:
    return _text(name, json.dumps(data, ensure_ascii=False), *codes, readable=readable)


def _bytes(name: str, data: bytes, *codes: str) -> Paper:
    return Paper(name, lambda path: path.write_bytes(data), frozenset(codes))


def _read_only() -> list[Paper]:
    """The cases of the readers, as files."""

    def text(begin: str, piece: str, times: int, end: str) -> str:
        return begin + ("".join(piece % n for n in range(times)) if "%x" in piece else piece * times) + end

    return [
        Paper(
            case.name,
            lambda path, case=case: path.write_text(  # type: ignore[misc]  # the case at hand
                text(case.begin, case.piece, case.times, case.end), "utf-8", newline=""
            ),
            frozenset(case.codes),
        )
        for case in CASES
    ]


_MANY = 40_000
_LONG = "湖" * 3_000_000

PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        *_read_only(),
        _text("keys.yaml", HEAD + "".join(f"键{n}: 1\n" for n in range(_MANY)),
              "schema.unknown-key", "schema.too-many-problems"),
        _data("keys.json", {**JSON_HEAD, **{f"k{n}": 1 for n in range(_MANY)}},
              "schema.unknown-key", "schema.too-many-problems"),
        _text("key-of-megabytes.yaml", f"{HEAD}? {_LONG}\n: 1\n", "schema.unknown-key", readable=True),
        _data("key-of-megabytes.json", {**JSON_HEAD, _LONG: 1}, "schema.unknown-key", readable=True),
        _text("keys-in-keys.yaml", HEAD + "".join(f"{' ' * n}授权期限:\n" for n in range(60)),
              "schema.unknown-key-near", readable=True),
        _text("text-of-megabytes.yaml", f"{HEAD}目标: {_LONG}\n", readable=True),
        _data("text-of-megabytes.json", {**JSON_HEAD, "goals": _LONG}, readable=True),
        _text("id-of-megabytes.yaml", HEAD.replace("X-FA", "X" * 9_000_000), "schema.name-too-long", readable=True),
        _text("list-of-words.yaml", f"{HEAD}数据资源:\n" + "- a\n" * 90_000,
              "schema.record-wanted", "schema.too-many-problems"),
        _data("list-of-words.json", {**JSON_HEAD, "resources": ["a"] * 90_000},
              "schema.record-wanted", "schema.too-many-problems"),
        _text("papers.yaml", "".join(f"---\n{HEAD}".replace("X-FA", f"X-{n}") for n in range(1000)),
              "input.too-many-documents", readable=True),
        _text("year-10000.yaml", f"{HEAD}授权期限:\n  起始日: 10000年1月1日\n  终止日: 99999-12-31\n",
              "schema.date-unreadable", readable=True),
        _data("year-10000.json", {**JSON_HEAD, "term": {"start": "10000-01-01", "end": "99999年1月"}},
              "schema.date-unreadable", readable=True),
        _text("numeral-of-a-million.yaml", f"{HEAD}授权期限:\n  期限: {'壹' * 1_000_000}年\n",
              readable=True),
        _bytes("cut-utf-8.yaml", f"{HEAD}目标: 湖北".encode()[:-1], "input.encoding"),
        _bytes("cut-gb18030.yaml", f"{HEAD}目标: 湖北".encode("gb18030")[:-1], "input.encoding"),
        _bytes("cut-utf-8.json", b'{"kind": "implementation_plan", "title": "\xe9', "input.encoding"),
        Paper("pipe.yaml", os.mkfifo, frozenset({"input.not-a-file"})),
        Paper("device.yaml", lambda path: path.symlink_to("/dev/zero"), frozenset({"input.not-a-file"})),
        Paper("itself.yaml", lambda path: path.symlink_to("itself.yaml"), frozenset({"input.unreadable"})),
        Paper("nothing.json", lambda path: path.symlink_to("gone"), frozenset({"input.not-found"})),
        _text("name\n\x1b[2J\u202e.yaml", "a: [", "input.yaml-open-bracket"),
    )
}  # fmt: skip
