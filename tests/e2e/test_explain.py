"""`explain` as a person calls it: whatever has a name, what it is, where it stands, and an example."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from pdo_policy import api, cli
from tests.rulebooks import small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command line; exit code, output and errors."""

    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


KINDS = ("rules", "exceptions", "clauses", "fields", "items", "words", "codes")

# What is typed, what of each kind is found, and lines that are told of it.
THINGS = [
    (
        "HB-PLAN-NOTICE-HEADS",
        {"rules": 1},
        [
            "HB-PLAN-NOTICE-HEADS  ",
            "检查对象：实施方案",
            "例外：HB-PLAN-ITEMISED-ELSEWHERE  ",
            "（豁免）",
            "规则原文（2-implementation-plan/drafting.pdl 第 ",
            "规则 HB-PLAN-NOTICE-HEADS “",
            "例外 HB-PLAN-ITEMISED-ELSEWHERE “",
        ],
    ),
    (
        "hb-plan-itemised-elsewhere",
        {"exceptions": 1},
        ["针对：HB-PLAN-NOTICE-HEADS  ", "例外：豁免", "依据：《实施规范》", "效果 豁免"],
    ),
    (
        "27号第九条第五项",
        {"clauses": 1},
        ["《实施规范》第九条第（五）项〔art_9__point_5〕", "HB-PLAN-RESOURCE-FREQUENCY"],
    ),
    (
        "方案.数据资源.更新频率",
        {"fields": 1},
        [
            "更新频率  update_frequency  文本",
            "在：实施方案 → 数据资源 → 更新频率",
            "例：每日",
            "每个 x 于 方案.数据资源 满足 x.更新频率",
            "要求它的条款：《实施规范》第九条第（五）项",
            "读它的规则：HB-PLAN-RESOURCE-FREQUENCY",
        ],
    ),
    (
        "方案已经审议通过",
        {"items": 1},
        ["认定 方案已经审议通过 “", "用到它的规则：HB-PLAN-APPROVED", "approval.pdl 第 "],
    ),
    (
        "不满",
        {"words": 1},
        ["不满  关键字", "同义：低于、少于", "英文：less_than", "不包括本数", "不满 5 年", "docs/language.md"],
    ),
    ("大于等于", {"words": 1}, ["“大于等于”不是关键字，写作“不少于”。", "包括本数"]),
    ("工作日数", {"words": 1}, ["工作日数  函数", "英文：working_days", "两日之间的工作日"]),
    (
        "PDL-T002",
        {"codes": 1},
        [
            "PDL-T002  “…”没有字段“…”",
            "docs/contract.md",
            "错（第 4 行第 9 列）：",
            "应当 方案.目示 已载明",
            "对：",
            "应当 方案.目标 已载明",
        ],
    ),
    ("pdl-l051", {"codes": 1}, ["规则检查", "docs/lints.md", "方案是否写明授权模式"]),
    ("LAW-F003", {"codes": 1}, ["LAW-F003  … 缺少“…”", "提示：补写“…”"]),
    ("schema.date-no-such-day", {"codes": 1}, ["提交材料的问题", "日历上没有“…”"]),
    ("input.tab", {"codes": 1}, ["用了制表符，应为空格", "理由：YAML 的缩进只能用半角空格"]),
    ("文书", {"codes": 1}, ["PDL-E005  "]),
]
NAMES = [name for name, _, _ in THINGS]


@pytest.mark.parametrize(("name", "found", "told"), THINGS, ids=NAMES)
def test_a_thing_is_explained(
    run: Callable[..., tuple[int, str, str]], name: str, found: dict[str, int], told: list[str]
) -> None:
    code, out, err = run("explain", name)
    assert (code, err) == (0, "")
    assert [line for line in told if line not in out] == []
    data = json.loads(run("explain", name, "-f", "json")[1])
    assert tuple(data) == KINDS
    assert {kind: len(rows) for kind, rows in data.items() if rows} == found


@pytest.mark.parametrize("name", NAMES)
def test_the_words_around_it_are_english_in_english(run: Callable[..., tuple[int, str, str]], name: str) -> None:
    code, out, err = run("explain", name, "--lang", "en")
    assert (code, err) == (0, "")
    headings = re.findall(r"^    ([^\s“].*?[:：])", out, re.MULTILINE)
    assert [heading for heading in headings if re.search(r"[\u3400-\u9fff]", heading.partition(": ")[0])] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_and_exception_can_be_explained(run: Callable[..., tuple[int, str, str]], lang: str) -> None:
    program = api.load_rulebook(None).program
    names = [*(one.id for one in program.exceptions), *(one.id for one in program.rules[::8])]
    for name in dict.fromkeys(names):
        code, out, _ = run("explain", name, "--lang", lang)
        assert (code, out.splitlines()[0].split("  ")[0]) == (0, name)


def test_a_record_is_shown_as_it_is_written(run: Callable[..., tuple[int, str, str]]) -> None:
    """Never as Python would."""
    out = run("explain", "方案.授权期限")[1]
    assert "例：{期限: 3年, 起始日: 2025年9月1日, 终止日: 2028年8月31日}" in out
    every = "".join(run("explain", f"方案.{name}")[1] for name in ("数据资源", "是否排他", "授权模式", "产品和服务"))
    assert not re.search(r"\{'|\['|True|False|None", every)


def test_a_name_of_many_places_is_listed(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("explain", "名称")
    lines = out.splitlines()
    assert code == 0
    assert re.fullmatch(r"“名称”在 [0-9]+ 处：", lines[0])
    assert "    实施方案 → 数据资源 → 名称  文本" in lines


def test_a_code_is_explained_though_the_rulebook_is_broken(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    folder = small(tmp_path, "规则 T-A “甲” 应该 完")
    assert run("explain", "T-A", "--rulebook", folder)[0] == 4
    assert run("explain", "PDL-E002", "--rulebook", folder)[0] == 0


EXCEPTED = """
规则 T-GOAL “方案写明目标”
  依据 《实施规范》第九条第一项
  对象 方案
  应当 方案.目标 已载明
完

例外 T-TRIAL “试用的” 对 T-GOAL
  依据 《实施规范》第九条第二项
  当 方案.试用期 已载明
  效果 改为 应当 方案.正文 已载明
完

例外 T-TRIAL-LONG “试用期过长的” 对 T-TRIAL
  依据 《实施规范》第九条第二项
  当 方案.试用期 超过 1 年
  效果 豁免
完
"""


def test_exceptions_are_told_with_what_they_are_against(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    folder = small(tmp_path, EXCEPTED)
    rule = run("explain", "T-GOAL", "--rulebook", folder)[1]
    assert "    例外：T-TRIAL  试用的（改为另一个要求）" in rule.splitlines()
    exception = run("explain", "T-TRIAL", "--rulebook", folder)[1].splitlines()
    assert "    针对：T-GOAL  方案写明目标" in exception
    assert "    反对它的例外：T-TRIAL-LONG  试用期过长的" in exception
