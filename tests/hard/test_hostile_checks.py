"""A hostile paper costs about a second and little memory, is told, and hides nothing of what is beside it."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.hard.papers import HEAD, PAPERS
from tests.hard.watched import ROOT, Ran, ran

pytestmark = pytest.mark.hard

# The aim is one second and 200 MB on an ordinary machine; the rest is for machines that are slow or busy.
SECONDS, MEGABYTES = 4.0, 200
GOOD = ROOT / "samples/drafting/implementation_plan.yaml"
ARGUMENTS = ("check", ".", "--as-of", "2026-11-24")
# Control characters, and what turns the direction of writing; a line end is none of these.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def findings(report: dict[str, Any], name: str) -> list[Any]:
    return [one for one in report["findings"] if one["locations"][0]["path"] == name]


@cache
def alone() -> str:
    with TemporaryDirectory() as folder:
        shutil.copy(GOOD, Path(folder) / "好.yaml")
        done = ran(Path(folder), *ARGUMENTS, "-f", "json")
    return json.dumps(findings(json.loads(done.out), "好.yaml"), ensure_ascii=False)


def cheap(done: Ran) -> None:
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES


@pytest.mark.parametrize("name", PAPERS, ids=ascii)
def test_a_hostile_paper_ends_in_a_finding(name: str, tmp_path: Path) -> None:
    paper = PAPERS[name]
    shutil.copy(GOOD, tmp_path / "好.yaml")
    paper.make(tmp_path / name)
    done = ran(tmp_path, *ARGUMENTS, "-f", "json", "-f", "text:报告.txt")
    text = (tmp_path / "报告.txt").read_text("utf-8")
    (tmp_path / name).unlink()
    report = json.loads(done.out)
    assert done.err == ""
    assert (
        done.code
        == report["run"]["exit_code"]
        == (3 if not paper.readable or "input.too-many-documents" in paper.codes else 1)
    )
    shown = name.replace("\n", "\ufffd").replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert paper.codes <= {one["rule_id"] for one in findings(report, shown)}
    assert json.dumps(findings(report, "好.yaml"), ensure_ascii=False) == alone()
    assert not COMMANDS.search(text)
    assert not COMMANDS.search(done.out)
    cheap(done)


@pytest.mark.parametrize("piece", ["\0", "- ", "[", "湖"])
def test_standard_input_without_end_is_read_no_further_than_a_file(piece: str, tmp_path: Path) -> None:
    done = ran(tmp_path, "check", "-", "-f", "json", stdin=piece.encode() * 30_000_000)
    assert done.code == 3
    assert [one["rule_id"] for one in json.loads(done.out)["findings"]] == ["input.too-large"]
    cheap(done)


def test_folders_in_a_circle_are_walked_once(tmp_path: Path) -> None:
    shutil.copy(GOOD, tmp_path / "好.yaml")
    for number in range(200):
        (tmp_path / f"圈{number}").symlink_to(".")
    done = ran(tmp_path, *ARGUMENTS, "-f", "json")
    report = json.loads(done.out)
    assert [record["path"] for record in report["inputs"]] == ["好.yaml"]
    cheap(done)


def test_the_largest_papers_that_are_checked_cost_seconds(tmp_path: Path) -> None:
    """What is accepted may cost more than what is refused; it grows with the paper and has an end."""
    entries = "".join(f"- {{名称: 甲{number}, 编号: R{number}}}\n" for number in range(16_000))
    (tmp_path / "大.yaml").write_text(f"{HEAD}数据资源:\n{entries}", "utf-8")
    done = ran(tmp_path, *ARGUMENTS, "-f", "json")
    assert done.code == 1
    assert done.seconds < 12
    assert done.megabytes < MEGABYTES
