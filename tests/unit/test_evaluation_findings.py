"""What decided a rule becomes findings: which parts, which places, which words, which clauses, which identity."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.api import check
from pdo_policy.evaluation.blame import MOST_UNITS
from pdo_policy.evaluation.outcomes import MOST_PLACES, MOST_TOLD
from pdo_policy.findings import Verdict
from tests.asking import Asked, asked, asked_of_texts, book_of, rule
from tests.rulebooks import INSTRUMENTS, checked, load, plan, report, small

if TYPE_CHECKING:
    from pathlib import Path

Data = dict[str, Any]


def told(answer: Asked) -> list[tuple[str, str, list[str]]]:
    return [
        (finding.verdict.value, finding.text.headline, [place.removeprefix("1.json:") for place in places])
        for finding, places in zip(answer.findings, answer.places, strict=True)
    ]


# ---------------------------------------------------------------------- which parts decided

ITEMS = """应当 下列全部
  （一）“目标”：方案.目标 已载明  报 “没有目标”
  （二）方案.正文 已载明
  （三）“期限”：下列全部
      1. 方案.期限 已载明  报 “没有期限”
      2. 方案.期限 不超过 5 年
  （四）下列之一
      1. 方案.投资 已载明
      2. 方案.自有资金 已载明
违反时 “内容不全”
"""

PARTS: dict[str, tuple[str, Data, list[tuple[str, str, list[str]]]]] = {
    "each item that failed": (
        ITEMS, {},
        [
            ("violated", "没有目标", ["goal?"]),
            ("violated", "内容不全", ["body?"]),
            ("violated", "没有期限", ["term?"]),
            ("violated", "内容不全", ["budget?", "own_funds?"]),
        ],
    ),
    "items open beside failed ones": (
        ITEMS, {"goal": None, "body": "甲", "term": "6年", "budget": None},
        [
            ("undetermined", "无法判断：“目标”注明为未知", ["goal"]),
            ("violated", "内容不全", ["term"]),
            ("undetermined", "无法判断：“投资”注明为未知", ["budget"]),
        ],
    ),
    "all items open": (
        ITEMS, {"goal": None, "body": "甲", "term": "6个月", "budget": None},
        [
            ("undetermined", "无法判断：“目标”注明为未知", ["goal"]),
            ("undetermined", "无法判断：“投资”注明为未知", ["budget"]),
        ],
    ),
    "one of the following, two of them open": (
        "应当 下列之一\n（一）方案.投资 已载明\n（二）方案.自有资金 已载明",
        {"budget": None, "own_funds": {"不适用": "无"}},
        [("undetermined", "无法判断：“投资”注明为未知；“自有资金”注明不适用：无", ["budget", "own_funds"])],
    ),
    "the only item": (
        "应当 下列全部\n（一）方案.目标 已载明 报 “没有目标”", {}, [("violated", "没有目标", ["goal?"])],
    ),
    "items within an item": (
        "应当 下列全部\n（一）（下列全部\n（一）方案.目标 已载明\n（二）方案.正文 已载明 报 “没有正文”\n）报 “外面”",
        {},
        [("violated", "外面", ["goal?"]), ("violated", "没有正文", ["body?"])],
    ),
    "a label for want of a message": (
        "应当 下列全部\n（一）“外”：下列全部\n1. 方案.目标 已载明\n2. 方案.正文 已载明", {},
        [("violated", "不符合要求：外", ["goal?"]), ("violated", "不符合要求：外", ["body?"])],
    ),
    "none of the following": (
        "应当 下列均非\n（一）方案.投资 已载明 报 “写了投资”\n（二）方案.自有资金 已载明\n（三）方案.目标 为 “甲”",
        {"budget": "1元", "goal": None},
        [("violated", "写了投资", ["budget"]), ("undetermined", "无法判断：“目标”注明为未知", ["goal"])],
    ),
    "at least": (
        "应当 下列至少 2 项\n（一）方案.投资 已载明\n（二）方案.自有资金 已载明\n（三）方案.目标 已载明",
        {"budget": "1元"}, [("violated", "不符合要求：题T-A", ["own_funds?", "goal?", "budget"])],
    ),
    "at least, open": (
        "应当 下列至少 2 项\n（一）方案.投资 已载明\n（二）方案.自有资金 已载明\n（三）方案.目标 已载明",
        {"budget": "1元", "goal": None},
        [("undetermined", "无法判断：未见“自有资金”；“目标”注明为未知", ["own_funds?", "goal", "budget"])],
    ),
    "and": (
        "应当 方案.目标 已载明 且 方案.正文 已载明", {},
        [("violated", "不符合要求：题T-A", ["goal?"]), ("violated", "不符合要求：题T-A", ["body?"])],
    ),
    "or": ("应当 方案.目标 已载明 或 方案.正文 已载明", {}, [("violated", "不符合要求：题T-A", ["goal?", "body?"])]),
    "a prohibition of several things together": (
        "不得 方案.目标 已载明 且 方案.正文 已载明", {"goal": "甲", "body": "乙"},
        [("violated", "不符合要求：题T-A", ["goal", "body"])],
    ),
    "a prohibition of any of them": (
        "不得 方案.目标 已载明 或 方案.正文 已载明", {"goal": "甲", "body": None},
        [("violated", "不符合要求：题T-A", ["goal"]), ("undetermined", "无法判断：“正文”注明为未知", ["body"])],
    ),
    "not": ("应当 非 方案.目标 已载明", {"goal": "甲"}, [("violated", "不符合要求：题T-A", ["goal"])]),
    "if, and so": (
        "应当 若 方案.是否备案 则 方案.目标 已载明 否则 方案.正文 已载明", {"filed": True},
        [("violated", "不符合要求：题T-A", ["goal?"])],
    ),
    "if, and not so": (
        "应当 若 方案.是否备案 则 方案.目标 已载明 否则 方案.正文 已载明", {"filed": False},
        [("violated", "不符合要求：题T-A", ["body?"])],
    ),
    "if, and open": (
        "应当 若 方案.是否备案 则 方案.目标 已载明 否则 方案.正文 已载明", {"filed": None, "goal": "甲"},
        [("undetermined", "无法判断：“是否备案”注明为未知", ["filed"])],
    ),
    "if, and the same both ways": (
        "应当 若 方案.是否备案 则 方案.目标 已载明 否则 方案.正文 已载明", {"filed": None},
        [("violated", "不符合要求：题T-A", ["filed", "goal?", "body?"])],
    ),
    "if, without else": (
        "不得 若 方案.是否备案 则 方案.目标 已载明", {"filed": False}, [("violated", "不符合要求：题T-A", ["filed"])],
    ),
    "a flag": ("应当 方案.是否备案", {"filed": False}, [("violated", "不符合要求：题T-A", ["filed"])]),
    "what is compared comes after what is missing": (
        "应当 方案.编制日期 早于 方案.施行日期", {"drafted_on": "2025-01-01", "starts_on": ""},
        [("undetermined", "无法判断：“施行日期”为空白", ["starts_on", "drafted_on"])],
    ),
    "a predicate": (
        "判定 完整（方案 案） := 案.目标 已载明 且 案.正文 已载明\n" + rule("应当 完整（方案）"), {"goal": "甲"},
        [("violated", "不符合要求：题T-A", ["body?"])],
    ),
    "the same fault twice": (
        "应当 方案.目标 为 “甲” 且 方案.目标 不为 “乙”", {"goal": "乙"}, [("violated", "不符合要求：题T-A", ["goal"])],
    ),
    "the requirement is not met, and whether it applies is open": (
        "当 方案.是否备案\n应当 方案.目标 已载明", {"filed": None},
        [("undetermined", "无法判断：“是否备案”注明为未知", ["filed"])],
    ),
    "one condition of several is open": (
        "当 方案.标题 已载明\n当 方案.是否备案\n应当 方案.目标 已载明", {"filed": None},
        [("undetermined", "无法判断：“是否备案”注明为未知", ["filed"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "fields", "findings"), PARTS.values(), ids=PARTS)
def test_the_parts_that_decided(body: str, fields: Data, findings: list[tuple[str, str, list[str]]]) -> None:
    assert sorted(told(asked(body, plan(**fields)))) == sorted(findings)


def test_an_item_narrows_the_clause(tmp_path: Path) -> None:
    norm = INSTRUMENTS["norm"]
    whole = {"id": "art_9", "summary": "摘要", "modality": "应当", "visibility": "full", "class": "automated"}
    kept = ("art_8", "art_9__point_1", "art_9__point_2", "art_9__point_3")
    clauses = [clause for clause in norm["clauses"] if clause["id"] in kept]
    instruments = {**INSTRUMENTS, "norm": {**norm, "clauses": [clauses[0], whole, *clauses[1:]]}}
    items = rule(ITEMS, cite="《实施规范》第九条，《实施规范》第八条，《管理办法》第二章要点1")
    findings = checked(load(small(tmp_path, items, instruments=instruments)), plan()).findings
    assert [[citation.clause for citation in finding.citations] for finding in findings] == [
        ["art_9__point_1", "art_8", "chp_2__stmt_1"],
        ["art_9__point_2", "art_8", "chp_2__stmt_1"],
        ["art_9__point_3", "art_8", "chp_2__stmt_1"],
        ["art_9", "art_8", "chp_2__stmt_1"],
    ]
    assert findings[0].citations[0].display == "《实施规范》第九条第（一）项"


# ---------------------------------------------------------------------- elements of lists

FREQUENCY = """应当 每个 源 于 方案.数据资源 满足 源.更新频率 已载明
违反时 “{源.名称}没有频率”
存疑时 “{源.名称}的频率待核实”
"""


def test_each_element_that_failed_or_is_open() -> None:
    resources = [
        {"id": "R1", "name": "甲"},
        {"id": "R2", "name": "乙", "frequency": None},
        {"id": "R3", "name": "丙", "frequency": "每日"},
        {"id": "R4", "frequency": "____"},
    ]
    assert told(asked(FREQUENCY, plan(resources=resources))) == [
        ("violated", "甲没有频率", ["resources.0.frequency?"]),
        ("undetermined", "乙的频率待核实", ["resources.1.frequency"]),
        ("violated", "第4项 R4没有频率", ["resources.3.frequency"]),
    ]


def test_a_list_that_is_not_there_has_no_element_to_name() -> None:
    assert told(asked(FREQUENCY, plan())) == [("undetermined", "〔未载明〕的频率待核实", ["resources?"])]
    assert told(asked(FREQUENCY, plan(resources=None))) == [("undetermined", "〔未载明〕的频率待核实", ["resources?"])]
    assert asked(FREQUENCY, plan(resources=[])).verdict == "satisfied"


def test_elements_of_elements() -> None:
    body = (
        "应当 每个 源 于 方案.数据资源 满足 （每个 项 于 源.数据项 满足 项 不为 “身份证号”）\n"
        "违反时 “{源.编号}含{项}”\n存疑时 “{源.编号}待核实”"
    )
    resources = [{"id": "R1", "columns": ["姓名", "身份证号", "身份证号"]}, {"id": "R2"}]
    answer = asked(body, plan(resources=resources))
    assert told(answer) == [
        ("violated", "R1含身份证号", ["resources.0.columns.1"]),
        ("violated", "R1含身份证号", ["resources.0.columns.2"]),
        ("undetermined", "R2待核实", ["resources.1.columns?"]),
    ]
    assert len({finding.fingerprint for finding in answer.findings}) == 3
    assert answer.rows[0].findings == tuple(finding.fingerprint for finding in answer.findings)


EXISTING = {
    "some, none of them": (
        "应当 存在 源 于 方案.数据资源 满足 源.是否共享",
        [{"id": "R1", "shared": False}, {"id": "R2", "shared": False}],
        [("violated", ["resources"])],
    ),
    "some, of none": ("应当 存在 源 于 方案.数据资源 满足 源.是否共享", [], [("violated", ["resources"])]),
    "some, one open": (
        "应当 存在 源 于 方案.数据资源 满足 源.是否共享",
        [{"id": "R1", "shared": False}, {"id": "R2"}],
        [("undetermined", ["resources.1.shared?"])],
    ),
    "some, two open": (
        "应当 存在 源 于 方案.数据资源 满足 源.是否共享",
        [{"id": "R1"}, {"id": "R2"}, {"id": "R3", "shared": False}],
        [("undetermined", ["resources.0.shared?", "resources.1.shared?", "resources"])],
    ),
    "none, but one is": (
        "应当 没有 源 于 方案.数据资源 满足 源.是否共享",
        [{"id": "R1", "shared": True}, {"id": "R2"}],
        [("violated", ["resources.0.shared"]), ("undetermined", ["resources.1.shared?"])],
    ),
    "none, two open": (
        "应当 没有 源 于 方案.数据资源 满足 源.是否共享",
        [{"id": "R1"}, {"id": "R2"}],
        [("undetermined", ["resources.0.shared?"]), ("undetermined", ["resources.1.shared?"])],
    ),
    "not every": (
        "不得 每个 源 于 方案.数据资源 满足 源.是否共享", [{"id": "R1", "shared": True}], [("violated", ["resources"])],
    ),
    "not some": (
        "不得 存在 源 于 方案.数据资源 满足 源.是否共享",
        [{"id": "R1", "shared": True}, {"id": "R2", "shared": False}],
        [("violated", ["resources.0.shared"])],
    ),
    "a number": (
        "应当 数量（源 于 方案.数据资源 满足 源.名称 已载明） 不少于 2",
        [{"id": "R1", "name": "甲"}, {"id": "R2"}], [("violated", ["resources"])],
    ),
    "a number, open": (
        "应当 数量（源 于 方案.数据资源 满足 源.名称 已载明） 不少于 2",
        [{"id": "R1", "name": "甲"}, {"id": "R2", "name": None}], [("undetermined", ["resources.1.name", "resources"])],
    ),
    "a member": (
        "应当 “甲” 属于 方案.领域", None, [("violated", ["domains"])],
    ),
    "an element by itself": (
        "应当 每个 域 于 方案.领域 满足 域 为 “甲”", None, [("violated", ["domains.0"]), ("violated", ["domains.1"])],
    ),
    "an element of which nothing was read": (
        "认定 必要 “是否必要” 由 主管部门\n" + rule("应当 每个 域 于 方案.领域 满足 必要"), None,
        [("undetermined", ["domains.0"]), ("undetermined", ["domains.1"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "resources", "findings"), EXISTING.values(), ids=EXISTING)
def test_lists_as_wholes(body: str, resources: Any, findings: list[tuple[str, list[str]]]) -> None:
    answer = asked(body, plan(resources=resources if resources is not None else ..., domains=["乙", "丙"]))
    assert [(verdict, places) for verdict, _, places in told(answer)] == findings


def test_the_order_of_elements_changes_no_fingerprint() -> None:
    bodies = [body for body, *_ in EXISTING.values()] + [FREQUENCY]
    resources = [
        {"id": "R1", "shared": True}, {"id": "R2", "name": "甲"}, {"name": "乙"}, {"shared": True, "name": None},
        {"shared": False}, {"id": "R2", "shared": True}, "坏", {"id": "R2", "shared": True},
    ]  # fmt: skip
    domains = ["乙", "丙", None, "", "乙"]
    for body in bodies:
        marks = [
            sorted((finding.fingerprint, finding.verdict) for finding in asked(body, paper).findings)
            for paper in (
                plan(resources=resources, domains=domains),
                plan(resources=resources[::-1], domains=domains[::-1]),
                plan(resources=resources[3:] + resources[:3], domains=domains[2:] + domains[:2]),
            )
        ]
        assert marks[0] == marks[1] == marks[2]
        assert len({mark for mark, _ in marks[0]}) == len(marks[0])


def test_a_finding_does_not_list_everything() -> None:
    resources = [{"id": f"R{number}"} for number in range(100)]
    answer = asked("应当 数量（源 于 方案.数据资源 满足 源.是否共享） 不少于 1", plan(resources=resources))
    (finding,) = answer.findings
    assert len(finding.locations) == MOST_PLACES
    assert finding.text.headline.count("未见") == MOST_TOLD
    assert finding.text.headline.endswith(f"；另有 {100 - MOST_TOLD} 处")


def test_a_long_list_costs_its_length() -> None:
    lengths = (500, 1000)
    lists: list[list[Data]] = [[{"id": f"R{number}"} for number in range(lengths[1])], [{}] * lengths[0]]
    for resources in lists:
        answer = asked(FREQUENCY, plan(resources=resources))
        assert len({finding.fingerprint for finding in answer.findings}) == len(answer.findings) == MOST_UNITS + 1


# ---------------------------------------------------------------------- places

PLAN_TEXT = """kind: plan
dossier: D1
id: P1
title: 标题
status: 已印发
审议:
  纪要文号: 12号
退出: null
数据资源:
  - 编号: R1
    更新频率: 每日
  - 名称: 甲
  - 完整率: 9成
    价格: 1元
  - {}
"""


@pytest.mark.parametrize(
    ("condition", "line", "text", "absent"),
    [
        ("方案.目标 已载明", 1, "kind: plan", True),
        ("方案.标题 为 “甲”", 4, "标题", False),
        ("方案.审议.审议日期 已载明", 6, "审议", True),
        ("方案.审议.纪要文号 为 “1”", 7, "12号", False),
        ("方案.退出.移交方 已载明", 8, "null", True),
        ("（存在 源 于 方案.数据资源 满足 （源.名称 已载明 且 源.编号 已载明））", 9, "数据资源", False),
        ("（每个 源 于 方案.数据资源 满足 源.是否共享 已载明）", 10, "R1", True),
        ("（每个 源 于 方案.数据资源 满足 源.是否共享 已载明）", 12, "甲", True),
        ("（每个 源 于 方案.数据资源 满足 源.是否共享 已载明）", 13, "完整率: 9成", True),
        ("（每个 源 于 方案.数据资源 满足 源.是否共享 已载明）", 15, "{}", True),
    ],
)
def test_places(condition: str, line: int, text: str, absent: bool) -> None:
    findings = asked_of_texts(rule(f"应当 {condition}"), PLAN_TEXT).findings
    places = [finding.locations[0] for finding in findings]
    found = [(place.span.first.line, place.span.text.splitlines()[0], place.absent) for place in places]
    assert (line, text, absent) in found


def test_places_of_what_stands_on_one_line() -> None:
    text = rule("应当 每个 源 于 方案.数据资源 满足 源.名称 已载明")
    paper = json.dumps(plan(resources=[{}, {"quality": "5%"}]), ensure_ascii=False)
    first, second = check_one(text, paper)
    assert (first.locations[0].span.text, second.locations[0].span.text) == ("{}", '{"quality": "5%"}')


def check_one(text: str, paper: str) -> tuple[Any, ...]:
    return asked_of_texts(text, paper).findings


# ---------------------------------------------------------------------- words

WORDS: list[tuple[str, Data, str]] = [
    ("{方案.目标}", {"goal": " 甲\n乙 "}, "甲 乙"),
    ("{方案.目标}", {"goal": "长" * 70}, "长" * 59 + "…"),
    ("{方案.目标}", {}, "〔未载明〕"),
    ("{方案.目标}", {"goal": "——"}, "〔未载明〕"),
    ("{方案.目标}", {"goal": "待定"}, "〔未知〕"),
    ("{方案.目标}", {"goal": {"不适用": "理由"}}, "〔不适用〕"),
    ("{方案.期限}", {"term": "18个月"}, "1年6个月"),
    ("{方案.期限}", {"term": "很久"}, "〔无法识别〕"),
    ("{方案.审议.审议日期}", {"review": None}, "〔未知〕"),
    ("{方案.审议.审议日期}", {"review": {}}, "〔未载明〕"),
    ("{方案.编制日期}", {"drafted_on": "2025-03-01"}, "2025年3月1日"),
    ("{方案.编制日期}", {"drafted_on": "2025-03"}, "2025年3月"),
    ("{方案.编制日期|年月日}", {"drafted_on": "2025-03-01"}, "2025年3月1日"),
    ("{方案.编制日期|年月}", {"drafted_on": "2025-03-01"}, "2025年3月"),
    ("{方案.编制日期|年月日}", {"drafted_on": "2025-03"}, "2025年3月"),
    ("{方案.投资}", {"budget": "15000元"}, "1.5万元"),
    ("{方案.投资|元}", {"budget": "1.5万元"}, "15000元"),
    ("{方案.投资|万元}", {"budget": "15000.50元"}, "1.50005万元"),
    ("{方案.投资|亿元}", {"budget": "2亿元"}, "2亿元"),
    ("{方案.自有比例}", {"share": "三成"}, "30%"),
    ("{方案.自有比例|百分比}", {"share": "三成"}, "30%"),
    ("{方案.系数|百分比}", {"factor": 0.125}, "12.5%"),
    ("{方案.页数}", {"pages": 3}, "3"),
    ("{方案.是否备案}", {"filed": False}, "否"),
    ("{方案.授权模式}", {"mode": "by_field"}, "分领域授权"),
    ("{方案.领域}", {"domains": ["甲", None, "乙"]}, "甲、乙"),
    ("{方案.产品形态}", {"forms": ["api", "报告"]}, "接口、报告"),
    ("{方案.数据资源}", {"resources": [{"id": "R1"}, {"name": "甲"}, {"shared": True}]}, "R1、甲、资源"),
    ("{方案.审议}", {"review": {"minutes": "12号"}}, "审议"),
    ("{方案}", {}, "实施方案"),
    ("{数量（方案.领域）}", {"domains": ["甲", "乙"]}, "2"),
    (
        "{数量（源 于 方案.数据资源 满足 源.是否共享）}",
        {"resources": [{"id": "1", "shared": True}, {"id": "2"}]},
        "1至2之间",
    ),
    ("{方案.页数 / 方案.附件数}", {"pages": 3, "annexes": 0}, "〔未知〕"),
    ("{方案.页数 + 方案.附件数}", {"pages": 3, "annexes": 4}, "7"),
    ("{方案.投资 * 2|万元}", {"budget": "1万元"}, "2万元"),
    ("{届满日（方案.编制日期，1 年）|年月日}", {"drafted_on": "2025-03-03"}, "2026年3月3日"),
    (
        "{缺项（方案.目标、方案.正文、方案.审议.审议日期、方案.标题、方案.期限）}",
        {"body": "", "term": None},
        "目标、正文、审议日期",
    ),
    ("{最长}", {}, "3年"),
    ("{【“甲”、方案.标题】}", {}, "甲、标题"),
]


@pytest.mark.parametrize(("hole", "fields", "words"), WORDS)
def test_words(hole: str, fields: Data, words: str) -> None:
    text = "参数 最长 := 3 年 状态 工程约定\n" + rule(f"应当 方案.标题 为 “别的”\n违反时 “有{hole}。”")
    assert asked(text, plan(**fields)).headlines == [f"有{words}。"]


def test_what_is_lacking_in_an_element_and_under_a_presumption() -> None:
    text = rule(
        "推定 方案.是否备案 为 否\n应当 每个 源 于 方案.数据资源 满足 （源.名称 已载明 且 方案.是否备案 为 否）\n"
        "违反时 “{源.编号}缺{缺项（源、源.名称、源.更新频率、方案.是否备案）}”"
    )
    resources = [{"id": "R1"}, {}]
    assert asked(text, plan(resources=resources)).headlines == [
        "R1缺名称、更新频率、是否备案",
        "〔未载明〕缺源、名称、更新频率、是否备案",
    ]


@pytest.mark.parametrize(
    "norm",
    [
        "当 存在 源 于 方案.数据资源 满足 源.编号 已载明\n应当 {}",
        "可以 （存在 源 于 方案.数据资源 满足 源.编号 已载明） 但应当 {}",
        "应当 {}\n除非 存在 源 于 方案.数据资源 满足 源.名称 为 “别的”",
    ],
    ids=["condition", "permission", "exception"],
)
def test_a_message_is_about_the_element_of_the_requirement(norm: str) -> None:
    """A variable of the same name elsewhere in the rule is another loop."""
    text = rule(f"{norm.format('每个 源 于 方案.数据资源 满足 源.名称 已载明')}\n违反时 “{{源.编号}}没有名称”")
    resources = [{"id": "R1", "name": "甲"}, {"id": "R2"}]
    assert asked(text, plan(resources=resources)).headlines == ["R2没有名称"]


def test_what_is_lacking_is_named_to_the_last() -> None:
    """However long the list: a value of a paper is cut, what a rule asks for is not."""
    fields = "、".join(["方案.审议.审议日期"] * 20)
    text = rule(f"应当 方案.标题 为 “别的”\n违反时 “未见{{缺项（{fields}）}}”")
    assert asked(text, plan()).headlines == [f"未见{'、'.join(['审议日期'] * 20)}"]


def test_the_words_of_a_rule() -> None:
    text = rule(
        "应当 方案.目标 已载明\n违反时 “没有目标”\n存疑时 “目标待核实”\n理由 “{方案.标题}要有目标”\n"
        "整改 “写明目标” 限期 30 日\n提问 “目标是什么？”"
    )
    (violated,) = asked(text, plan()).findings
    words = violated.text
    assert (words.headline, words.why, words.fix, words.question, words.details) == (
        "没有目标", "标题要有目标", "写明目标", "目标是什么？", ("整改期限：30日",),
    )  # fmt: skip
    (unknown,) = asked(text, plan(goal=None)).findings
    assert (unknown.text.headline, unknown.text.details) == ("目标待核实", ("“目标”注明为未知",))


def test_english_words() -> None:
    answer = asked("应当 方案.目标 为 “甲”", plan(), lang="en")
    assert answer.headlines == ["cannot be decided: “目标” was not found"]
    assert asked("鼓励 方案.目标 为 “甲”", plan(goal="乙"), lang="en").headlines == ["encouraged, not adopted: 题T-A"]
    text = rule("应当 方案.目标 为 “甲”\n违反时 “{方案.正文}”")
    assert asked(text, plan(goal="乙"), lang="en").headlines == ["[not stated]"]


def test_a_message_never_sees_what_another_part_was_at() -> None:
    """The variable of a quantifier that found no element is empty, whatever an exception has looked at since."""
    text = (
        rule("应当 每个 源 于 方案.数据资源 满足 源.名称 已载明\n违反时 “{源.名称}”\n存疑时 “资源{源.编号}”")
        + "例外 T-X “题” 对 T-A\n依据 《实施规范》第八条\n"
        + "当 存在 域 于 方案.领域 满足 域 为 “无”\n未证时 存疑\n效果 豁免\n完\n"
    )
    answer = asked(text, plan(domains=["甲"]))
    assert (answer.verdict, answer.headlines) == ("undetermined", ["资源〔未载明〕"])
    some = rule("应当 存在 源 于 方案.数据资源 满足 源.名称 已载明\n违反时 “没有{源.编号}”")
    assert asked(some, plan(resources=[{"id": "R1"}])).headlines == ["没有〔未载明〕"]


# ---------------------------------------------------------------------- identity

FIELDS: Data = {
    "goal": "甲",
    "resources": [{"id": "R1", "name": "一"}, {"name": "二", "shared": True}],
    "domains": ["甲", "乙"],
}
SEVERAL = rule("应当 方案.目标 为 “乙”") + rule(FREQUENCY, name="T-B") + rule(
    "应当 每个 域 于 方案.领域 满足 域 为 “丙”", name="T-C"
)  # fmt: skip


def marks(*texts: str, names: tuple[str, ...] = ("1.json",)) -> list[str]:
    from datetime import date

    from pdo_policy.source import Source

    sources = [Source(name, text) for name, text in zip(names, texts, strict=True)]
    report = check(*sources, rulebook=book_of(SEVERAL), as_of=date(2026, 1, 5))
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)
    assert len({finding.location_fingerprint for finding in report.findings}) == len(report.findings)
    found = sorted(finding.fingerprint for finding in report.findings if finding.citations)
    assert sorted(mark for row in report.coverage for mark in row.findings) == found
    return found


def test_a_fingerprint_is_free_of_the_way_it_is_written() -> None:
    paper = plan(**FIELDS)
    plain = json.dumps(paper, ensure_ascii=False)
    before = marks(plain)
    assert len(before) == 5
    turned = {**dict(reversed(paper.items())), "resources": FIELDS["resources"][::-1], "domains": ["乙", "甲"]}
    chinese = (
        "文件种类: 实施方案\n编号: P1\n项目编号: D1\n标题: 标题\n状态: issued\n\n目标: 甲 # 注\n领域: [乙, 甲]\n"
        "数据资源:\n- 名称: 二\n  是否共享: 是\n- 名称: 一\n  编号: R1\n"
    )
    assert marks(json.dumps(paper, indent=4)) == before
    assert marks(json.dumps(turned)) == before
    assert marks(plain, names=("别的.json",)) == before
    assert marks(chinese, names=("1.yaml",)) == before


def test_a_fingerprint_is_that_of_its_subject() -> None:
    first = marks(json.dumps(plan(**FIELDS)))
    second = marks(json.dumps(plan(id="P2", **FIELDS)))
    assert not set(first) & set(second)
    assert sorted((*first, *second)) == marks(
        json.dumps(plan(**FIELDS)), json.dumps(plan(id="P2", **FIELDS)), names=("1.json", "2.json")
    )


def test_twins_are_told_apart() -> None:
    text = json.dumps(plan(**FIELDS))
    assert len(marks(text, text, names=("1.json", "2.json"))) == 10
    assert len(marks(text, text, names=("1.json", "1.json"))) == 10


def test_what_was_mended_leaves_the_others_as_they_were() -> None:
    before = marks(json.dumps(plan(**FIELDS)))
    resources = [{**FIELDS["resources"][0], "frequency": "每日"}, FIELDS["resources"][1]]
    after = marks(json.dumps(plan(**{**FIELDS, "resources": resources})))
    assert len(after) == 4
    assert set(after) < set(before)


def test_every_verdict_has_its_findings_or_its_reason() -> None:
    text = rule("应当 年报.收入合计 为 合计（行 于 年报.产品收入 取 行.金额）", subject="年报")
    paper = report(total="3万元", lines=[{"product": "P1", "amount": "1万元"}, {"product": "P2", "amount": "1万元"}])
    (finding,) = asked(text, paper).findings
    assert finding.verdict is Verdict.VIOLATED
    assert [place.pointer for place in finding.locations] == [("total",), ("lines",)]
