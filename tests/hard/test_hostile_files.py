"""Files of the call, and of a rulebook, that are made to hurt: told at once, with the exit code of what they are."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.hard.test_hostile_checks import COMMANDS, GOOD, cheap
from tests.hard.watched import ROOT, ran

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.hard

MANY = 100_000
_BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 30)
)
_ANSWER = "{结论: 是, 认定单位: 局, 认定日期: 2025-01-01}"


def text(written: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(written, "utf-8")


def content(written: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(written)


HURTFUL: dict[str, Callable[[Path], object]] = {
    "brackets": text("[" * MANY),
    "braces": text('{"a":' * MANY),
    "dashes": text("- " * MANY),
    "aliases": text(_BOMB),
    "a text of fifty megabytes": text("a: " + "湖" * 17_000_000),
    "a line of ten megabytes": text("x" * 10_000_000),
    "a million keys": text("".join(f"k{number}: 1\n" for number in range(1_000_000))),
    "forty thousand keys": text("".join(f"k{number}: 1\n" for number in range(40_000))),
    "a million lists": text("[" + "[]," * 1_000_000 + "[]]"),
    "a million digits": text("a: " + "1" * 1_000_000),
    "NULs": content(b"\0" * 1_000_000),
    "cut UTF-8": content("文件种类: 认".encode()[:-1]),
    "cut GB18030": content("文件种类: 认".encode("gb18030")[:-1]),
    "UTF-16 without a mark": content("文件种类: 认定\n".encode("utf-16-le")),
    "nothing": content(b""),
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a folder": lambda path: path.mkdir(),
}


class Door(NamedTuple):
    """Where such a file is given: its name, the call with it, and the exit code."""

    name: str
    call: tuple[str, ...]
    code: int


CHECK = ("check", "好.yaml", "--as-of", "2026-11-24")
DOORS = {
    "determinations": Door("答复.yaml", (*CHECK, "--findings-file", "答复.yaml"), 2),
    "determinations in JSON": Door("答复.json", (*CHECK, "--findings-file", "答复.json"), 2),
    "waivers": Door("豁免.yaml", (*CHECK, "--waivers", "豁免.yaml"), 2),
    "waivers in JSON": Door("豁免.json", (*CHECK, "--waivers", "豁免.json"), 2),
    "a baseline": Door("基线.json", (*CHECK, "--baseline", "基线.json"), 2),
    "a report to compare": Door("旧.json", (*CHECK, "--compare", "旧.json"), 2),
    "lines to carry over": Door("旧.ndjson", (*CHECK, "-f", "ndjson", "--changed-since", "旧.ndjson"), 2),
    "a configuration": Door("配置.toml", (*CHECK, "--config", "配置.toml"), 2),
    "an earlier report": Door("旧.json", ("packet", "create", "好.yaml", "-o", "包", "--compare", "旧.json"), 2),
    "rules": Door("规则/x.pdl", (*CHECK, "--rulebook", "规则"), 4),
    "a register": Door("规则/instruments/x.yaml", (*CHECK, "--rulebook", "规则"), 4),
    "a calendar": Door("规则/calendars/2025.yaml", (*CHECK, "--rulebook", "规则"), 4),
    "an overview": Door("规则/overview.yaml", (*CHECK, "--rulebook", "规则"), 4),
}
# An empty configuration says nothing.
# Of a rulebook a folder is no file, and nobody means it; of a call it is told. A manifest that is none is no rulebook.
NO_HARM = {
    ("a configuration", "nothing"),
    ("a calendar", "a folder"),
    ("an overview", "a folder"),
    ("a register", "a folder"),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("hurtful", HURTFUL)
def test_a_hostile_file_is_told(door: str, hurtful: str, tmp_path: Path) -> None:
    where = DOORS[door]
    shutil.copy(GOOD, tmp_path / "好.yaml")
    shutil.copytree(ROOT / "samples/rulebooks/starter", tmp_path / "规则")
    (tmp_path / "规则/calendars").mkdir()
    place = tmp_path / where.name
    HURTFUL[hurtful](place)
    done = ran(tmp_path, *where.call, environment={"PDO_POLICY_CACHE": str(tmp_path / "cache")})
    shutil.rmtree(place) if place.is_dir() and not place.is_symlink() else place.unlink()
    if (door, hurtful) not in NO_HARM:
        assert done.code == where.code, done.err[-1000:]
        assert "Traceback" not in done.err
        assert done.out == ""
        assert done.err.splitlines()[-1].startswith("pdo-policy: ")
    assert not COMMANDS.search(done.err)
    cheap(done)


@pytest.mark.parametrize("hurtful", HURTFUL)
def test_diff_takes_it_for_a_paper_or_tells_it(hurtful: str, tmp_path: Path) -> None:
    """What does not say that it is a report is a paper, and has the findings of one."""
    shutil.copy(GOOD, tmp_path / "好.yaml")
    HURTFUL[hurtful](tmp_path / "旧.json")
    done = ran(tmp_path, "diff", "旧.json", "好.yaml", "--as-of", "2026-11-24")
    assert done.code in {1, 2}, done.err[-1000:]
    assert "Traceback" not in done.err
    assert not COMMANDS.search(done.err + done.out)
    cheap(done)


@pytest.mark.parametrize("hurtful", HURTFUL)
def test_a_spoilt_cache_is_made_anew(hurtful: str, tmp_path: Path) -> None:
    shutil.copy(GOOD, tmp_path / "好.yaml")
    shutil.copytree(ROOT / "samples/rulebooks/starter", tmp_path / "规则")
    cache = tmp_path / "cache"
    call = (*CHECK, "--rulebook", "规则", "-f", "json")
    due = ran(tmp_path, *call, environment={"PDO_POLICY_CACHE": str(cache)})
    (kept,) = cache.iterdir()
    kept.unlink()
    HURTFUL[hurtful](kept)
    done = ran(tmp_path, *call, environment={"PDO_POLICY_CACHE": str(cache)})
    assert (done.code, done.out, done.err) == (due.code, due.out, due.err)
    cheap(done)


def test_an_answer_for_every_question_there_could_be_is_told(tmp_path: Path) -> None:
    shutil.copy(GOOD, tmp_path / "好.yaml")
    answers = "".join(f"  甲{number}: {_ANSWER}\n" for number in range(9_000))
    (tmp_path / "认定.yaml").write_text(f"文件种类: 认定\n项目编号: X\n认定:\n{answers}", "utf-8")
    done = ran(tmp_path, "check", ".", "--as-of", "2026-11-24")
    assert done.code == 2
    assert done.seconds < 12
    assert done.megabytes < 200
