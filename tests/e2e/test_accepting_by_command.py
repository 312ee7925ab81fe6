"""Baseline, waivers and comparison by their commands, as a pipeline calls them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.accepting import TERM, plan
from tests.e2e.test_guides import ran

if TYPE_CHECKING:
    from pathlib import Path

DAY = ["--as-of", "2026-11-24"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "方案.yaml").write_text(plan(TERM).text, "utf-8")
    return tmp_path


def test_a_dirty_repository_turns_green_and_stops_at_what_is_new(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check = ["check", "方案.yaml", "--baseline", "pdo-baseline.json", *DAY]
    assert ran(check) == 2
    assert "pdo-policy baseline create" in capsys.readouterr().err
    assert ran(["baseline", "create", "方案.yaml", "--reason", "存量", *DAY]) == 0
    assert "--accept-severe" in capsys.readouterr().out
    assert ran(check) == 1
    assert ran(["baseline", "create", "方案.yaml", "--reason", "存量", *DAY]) == 2
    assert ran(["baseline", "update", "方案.yaml", "--reason", "存量", "--accept-severe", *DAY]) == 0
    assert ran(check) == 0
    (folder / "方案.yaml").write_text(plan(TERM + "授权模式: 统一授权\n数据资源: [{名称: 甲}]\n").text, "utf-8")
    assert ran(check) == 1
    capsys.readouterr()
    assert ran(["baseline", "prune", "方案.yaml", *DAY]) == 0
    assert "新列入 0 项" in capsys.readouterr().out


def test_an_empty_reason_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(["baseline", "create", "方案.yaml", "--reason", " ", *DAY]) == 2
    assert "--reason" in capsys.readouterr().err
    assert not (folder / "pdo-baseline.json").exists()


def test_a_baseline_is_not_made_of_nothing(folder: Path) -> None:
    (folder / "空").mkdir()
    assert ran(["baseline", "create", "空", "--reason", "存量", *DAY]) == 2


def test_a_template_of_waivers_is_taken_as_it_stands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(["new", "waivers", "方案.yaml", "-o", "pdo-waivers.yaml", *DAY]) == 0
    assert "HB-PLAN-TERM-ORDER" in (folder / "pdo-waivers.yaml").read_text("utf-8")
    assert ran(["check", "方案.yaml", "--waivers", "pdo-waivers.yaml", *DAY]) == 1
    assert ran(["check", ".", *DAY]) == 1
    assert "没有采用的文件：pdo-waivers.yaml" in capsys.readouterr().out


def test_what_is_wrong_with_waivers_ends_in_two_with_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "w.yaml").write_text("版本: 1\n豁免登记:\n  - 规则: HB-PLAN-TERM-ORDER\n    位置: FA-1\n", "utf-8")
    assert ran(["check", "方案.yaml", "--waivers", "w.yaml", *DAY]) == 2
    said = capsys.readouterr().err
    assert re.search(r"w\.yaml:3:\d+ 错误 LAW-F003", said)
    assert "豁免登记有" in said


def test_comparing_says_what_is_solved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(["check", "方案.yaml", "-f", "json:上次.json", *DAY]) == 1
    (folder / "二.yaml").write_text(plan(TERM.replace("2026年8月", "2029年8月")).text, "utf-8")
    assert ran(["check", "二.yaml", "--compare", "上次.json", "-f", "json", *DAY]) == 1
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert [one["rule"] for one in changes["solved"]] == ["HB-PLAN-TERM-ORDER"]
    assert ran(["diff", "上次.json", "二.yaml", *DAY]) == 1
    assert "已解决 1 项" in capsys.readouterr().out
    assert ran(["diff", "方案.yaml", "方案.yaml", *DAY]) == 0
    for output in ("json", "markdown"):
        assert ran(["diff", "方案.yaml", "二.yaml", "-f", output, *DAY]) == 1
        assert "授权期限 → 终止日" in capsys.readouterr().out.replace("\\", "")
    assert ran(["check", "二.yaml", "--compare", "方案.yaml", *DAY]) == 2


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "UTC", "Pacific/Auckland"])
@pytest.mark.parametrize(("hour", "day"), [(15, "2026-11-24"), (16, "2026-11-25")])
def test_days_are_those_of_beijing_on_any_machine(folder: Path, zone: str, hour: int, day: str) -> None:
    at = int(datetime(2026, 11, 24, hour, 30, tzinfo=UTC).timestamp())
    environment = {**os.environ, "TZ": zone, "SOURCE_DATE_EPOCH": str(at)}
    command = [sys.executable, "-m", "pdo_policy", "check", "方案.yaml", "-f", "json"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert json.loads(done.stdout)["run"]["as_of"] == day
