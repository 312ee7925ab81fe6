"""`rules lint` as its users call it: what it prints, and with which code it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import cli
from pdo_policy.cli.placing import placed
from pdo_policy.errors import Problem
from pdo_policy.source import Source
from tests.linting import folder_for
from tests.unit.test_linting import rule

if TYPE_CHECKING:
    from collections.abc import Callable

CLEAN = rule("应当 方案.目标 已载明")
ACCUSING = rule("应当 方案.正文 已载明", "T-PLAN-BODY", "方案写有正文", 违反时="方案违规")
UNREAD = rule("应当 方案.页数 已载明", "T-PLAN-PAGES", "方案写明页数", 提问="页数要写明")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main(["rules", "lint", *map(str, arguments)])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def test_a_clean_rulebook_ends_in_0(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    folder = folder_for(tmp_path, CLEAN)
    assert run("--rulebook", folder) == (0, "没有发现问题。\n", "")
    assert run("--rulebook", folder, "--lang", "en") == (0, "nothing found.\n", "")
    assert run() == (0, "没有发现问题。\n", ""), "the shipped rules"


FOUND = """\
{folder}/a/body.pdl:6:10 错误 PDL-L053 [T-PLAN-BODY]：“违反时”里有指责的词“违规”
    6 │   违反时 “方案违规”
      │               ^^^^
      = 提示：写没有做到什么，例如“未见”“缺少”“不一致”“不符合要求”

{folder}/b/pages.pdl:10:6 警告 PDL-L064 [T-PLAN-PAGES]：“提问”不是在问
   10 │   提问 “页数要写明”
      │        ^^^^^^^^^^^^
      = 提示：写成问句，以“？”结尾，或者以“请说明”“请提供”开头；不预设答案

错误 1 处，警告 1 处。
"""


def test_what_is_found_is_told_with_its_place_and_ends_in_1(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    folder = folder_for(tmp_path, {"a/body.pdl": ACCUSING, "b/pages.pdl": UNREAD, "c.pdl": CLEAN})
    assert run("--rulebook", folder) == (1, FOUND.format(folder=folder), "")


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("a/body.pdl", ["PDL-L053"]),
        ("a", ["PDL-L053"]),
        ("b", ["PDL-L064"]),
        ("c.pdl", []),
        (".", ["PDL-L053", "PDL-L064"]),
        ("..", ["PDL-L053", "PDL-L064"]),
    ],
)
def test_a_path_narrows_what_is_told(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, path: str, codes: list[str]
) -> None:
    folder = folder_for(tmp_path, {"a/body.pdl": ACCUSING, "b/pages.pdl": UNREAD, "c.pdl": CLEAN})
    for options in ([], ["--rulebook", folder]):
        code, out, err = run(folder / path, *options, "-f", "json")
        assert (code, err) == (1 if codes else 0, "")
        assert [row["code"] for row in json.loads(out)["problems"]] == codes


@pytest.mark.parametrize(
    ("here", "path", "named"),
    [
        (".", "细则", "细则/a/body.pdl"),
        (".", "./细则/", "细则/a/body.pdl"),
        (".", "细则/a/body.pdl", "细则/a/body.pdl"),
        ("细则", ".", "a/body.pdl"),
        ("细则/a", "body.pdl", "body.pdl"),
        ("细则/a", "..", "body.pdl"),
        ("材料", "..", "../细则/a/body.pdl"),
        (".", "别名", "别名/a/body.pdl"),
        (".", "body.pdl", "细则/a/body.pdl"),
    ],
)
def test_a_file_is_named_by_its_path_from_here(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: str,
    path: str,
    named: str,
) -> None:
    folder_for(tmp_path, {"a/body.pdl": ACCUSING, "c.pdl": CLEAN}).rename(tmp_path / "细则")
    (tmp_path / "材料").mkdir()
    (tmp_path / "别名").symlink_to("细则")
    (tmp_path / "body.pdl").symlink_to("细则/a/body.pdl")
    monkeypatch.chdir(tmp_path / here)
    code, out, _ = run(path)
    assert (code, out.splitlines()[0].split(":")[0]) == (1, named)
    assert json.loads(run(path, "-f", "json")[1])["problems"][0]["file"] == named


def test_what_does_not_compile_is_named_so_too(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_for(tmp_path, {"a/body.pdl": ACCUSING.replace("正文 已载明", "政文 已载明")}).rename(tmp_path / "细则")
    monkeypatch.chdir(tmp_path)
    for path in ("细则", "细则/a/body.pdl", "细则/a"):
        code, _, err = run(path)
        assert (code, err.split(":")[0]) == (4, "细则/a/body.pdl")
    assert run("--rulebook", "细则")[2].startswith("细则/a/body.pdl:")


def test_problems_of_one_file_share_its_lines() -> None:
    source = Source("a.pdl", "甲\n乙\n")
    first, second = placed([Problem("PDL-E001", {}, source.span(at, at + 1)) for at in (0, 2)], Path("细则"))
    assert first.span is not None
    assert second.span is not None
    assert first.span.source is second.span.source
    assert first.span.source == Source("细则/a.pdl", source.text)


def test_another_place_is_named_by_its_path_too(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    folder = folder_for(tmp_path, {"a.pdl": CLEAN, "b.pdl": CLEAN.replace("T-PLAN-GOAL", "T-PLAN-AIM")})
    assert f"{folder.as_posix()}/a.pdl 第 1 行的“T-PLAN-GOAL”" in run(folder)[1]
    (tmp_path / "twice").mkdir()
    twice = folder_for(tmp_path / "twice", {"a.pdl": CLEAN, "b.pdl": CLEAN})
    assert f"；{twice.as_posix()}/a.pdl 第 1 行已有" in run(twice)[2]


def test_the_data_has_places_and_words(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    folder = folder_for(tmp_path, rule("生效 2020-01-01 至 2023-12-31\n  应当 方案.目标 已载明"))
    _, out, _ = run("--rulebook", folder, "-f", "json", "--lang", "en")
    assert json.loads(out) == {
        "problems": [
            {
                "code": "PDL-L034",
                "severity": "error",
                "file": f"{folder.as_posix()}/rules.pdl",
                "start": {"line": 1, "column": 4},
                "end": {"line": 1, "column": 15},
                "rule": "T-PLAN-GOAL",
                "message": "“T-PLAN-GOAL” never applies: its period lies outside that of 《实施规范》",
                "fix": "check the period against the dates of the texts it cites",
            }
        ]
    }


def test_rules_that_do_not_compile_end_in_4(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    code, out, err = run("--rulebook", folder_for(tmp_path, CLEAN.replace("目标 已载明", "目示 已载明")))
    assert (code, out) == (4, "")
    assert "PDL-T002" in err


def test_a_wrong_call_ends_in_2(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    folder = folder_for(tmp_path, CLEAN)
    (tmp_path / "elsewhere").mkdir()
    for arguments, found in (
        ([tmp_path / "nowhere.pdl"], "读不到"),
        ([tmp_path / "elsewhere"], "不是规则库里的"),
        ([folder / "rulebook.yaml"], "不是规则库里的"),
        ([tmp_path / "elsewhere", "--rulebook", folder], "不是规则库里的"),
        (["--rulebook", tmp_path / "elsewhere"], "没有规则库"),
        (["--strict"], "没有选项"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert found in err
        assert err.count("\n") == 1
