"""Relations, dates and periods, aggregates and arithmetic over papers: conditions in, T, F or U out."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, localcontext
from typing import Any

import pytest

from pdo_policy.evaluation.comparing import compared
from pdo_policy.evaluation.functions import OpenError, arithmetic, call, negative
from pdo_policy.values.calendars import Calendar
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from pdo_policy.values.money import Money
from tests.asking import asked, rule, truth
from tests.rulebooks import agreement, plan, report

Fields = dict[str, Any]

RELATIONS: list[tuple[str, Fields, str]] = [
    # text, choice, flag
    ("方案.目标 为 “甲”", {"goal": "甲"}, "T"),
    ("方案.目标 不为 “甲”", {"goal": "甲"}, "F"),
    ("方案.目标 不为 “甲”", {}, "U"),
    ("方案.目标 包含 “数据”", {"goal": "公共数据"}, "T"),
    ("方案.目标 包含 “数据”", {"goal": "公共"}, "F"),
    ("方案.目标 包含 “数据”", {"goal": None}, "U"),
    ("方案.目标 包含 方案.标题", {"goal": "有标题的目标"}, "T"),
    ("方案.目标 符合格式 “^[A-Z]{2}$”", {"goal": "AB"}, "T"),
    ("方案.目标 符合格式 “^[A-Z]{2}$”", {"goal": "ABC"}, "F"),
    ("方案.目标 符合格式 “^[A-Z]{2}$”", {}, "U"),
    ("方案.授权模式 为 整体授权", {"mode": "整体授权"}, "T"),
    ("方案.授权模式 为 整体授权", {"mode": "by_field"}, "F"),
    ("方案.授权模式 属于 【整体授权、其他】", {"mode": "whole"}, "T"),
    ("方案.授权模式 不属于 【整体授权、其他】", {"mode": "whole"}, "F"),
    ("方案.授权模式 不属于 【整体授权、其他】", {"mode": "随便"}, "U"),
    ("方案.是否备案", {"filed": "是"}, "T"),
    ("非 方案.是否备案", {"filed": True}, "F"),
    ("方案.是否备案", {"filed": "待定"}, "U"),
    # lists
    ("“交通” 属于 方案.领域", {"domains": ["医疗", "交通"]}, "T"),
    ("“交通” 属于 方案.领域", {"domains": ["医疗", None]}, "U"),
    ("“交通” 不属于 方案.领域", {"domains": ["医疗", None]}, "U"),
    ("“交通” 不属于 方案.领域", {"domains": [None, "交通"]}, "F"),
    ("“交通” 不属于 方案.领域", {"domains": []}, "T"),
    ("“交通” 不属于 方案.领域", {}, "U"),
    ("“交通” 不属于 方案.领域", {"domains": None}, "U"),
    ("“交通” 不属于 方案.领域", {"domains": {"不适用": "理由"}}, "U"),
    ("方案.领域 包含 “交通”", {"domains": ["交通"]}, "T"),
    ("方案.产品形态 包含 接口", {"forms": ["接口", "报告"]}, "T"),
    ("方案.产品形态 包含 模型", {"forms": ["接口", "报告"]}, "F"),
    ("方案.目标 属于 【“甲”、方案.标题】", {"goal": "标题"}, "T"),
    ("方案.目标 属于 【“甲”、方案.正文】", {"goal": "乙"}, "U"),
    # numbers and amounts, inclusive and exclusive
    ("方案.页数 不少于 3", {"pages": 3}, "T"),
    ("方案.页数 超过 3", {"pages": 3}, "F"),
    ("方案.页数 不超过 3", {"pages": 3}, "T"),
    ("方案.页数 不满 3", {"pages": 3}, "F"),
    ("方案.页数 为 3 以上", {"pages": 3}, "T"),
    ("方案.页数 为 3 以下", {"pages": 4}, "F"),
    ("方案.投资 不少于 100 万元", {"budget": "1,000,000元"}, "T"),
    ("方案.投资 不少于 100 万元", {"budget": "100万美元"}, "U"),
    ("方案.投资 为 方案.自有资金", {"budget": "1万元", "own_funds": "10000元"}, "T"),
    ("方案.自有比例 不低于 20%", {"share": "两成"}, "T"),
    ("方案.自有比例 不低于 20%", {"share": "20"}, "U"),
    ("方案.期限 不超过 5 年", {"term": "60个月"}, "T"),
    ("方案.期限 不超过 5 年", {"term": "61个月"}, "F"),
    ("方案.期限 为 方案.试用期", {"term": "12个月", "trial": "1年"}, "T"),
    ("方案.期限 超过 方案.试用期", {"term": "1年", "trial": "30日"}, "U"),
    # dates, to the day and less
    ("方案.编制日期 早于 2025-03-01", {"drafted_on": "2025-02-28"}, "T"),
    ("方案.编制日期 早于 2025-03-01", {"drafted_on": "2025-03-01"}, "F"),
    ("方案.编制日期 不晚于 2025-03-01", {"drafted_on": "2025年3月1日"}, "T"),
    ("方案.编制日期 早于 2025-03-01", {"drafted_on": "2025年2月"}, "T"),
    ("方案.编制日期 早于 2025-03-01", {"drafted_on": "2025年3月"}, "F"),
    ("方案.编制日期 不晚于 2025-03-01", {"drafted_on": "2025年3月"}, "U"),
    ("方案.编制日期 不早于 2025-03-01", {"drafted_on": "2025年3月"}, "T"),
    ("方案.编制日期 为 2025-03-01", {"drafted_on": "2025年3月"}, "U"),
    ("方案.编制日期 为 2025-03-01", {"drafted_on": "2025年4月"}, "F"),
    ("方案.编制日期 不早于 2025-03-01", {"drafted_on": "2025年"}, "U"),
    ("方案.编制日期 早于 方案.施行日期", {"drafted_on": "2025年3月", "starts_on": "2025年4月"}, "T"),
    ("方案.编制日期 早于 方案.施行日期", {"drafted_on": "2025年3月", "starts_on": "2025年3月"}, "U"),
    ("方案.编制日期 晚于 方案.施行日期", {"drafted_on": "2025年3月", "starts_on": "2025-03-31"}, "F"),
    ("年度（方案.编制日期） 为 2025", {"drafted_on": "2025年3月"}, "T"),
    ("年度（方案.编制日期） 为 2025", {"drafted_on": "年底"}, "U"),
]


@pytest.mark.parametrize(("condition", "fields", "answer"), RELATIONS)
def test_relations(condition: str, fields: Fields, answer: str) -> None:
    assert truth(condition, plan(**fields)) == answer


# 2025-09-28 is a working Sunday, 2025-10-01 to 08 are off, 2025-10-11 is a working Saturday; 2027 has no notice.
WITHIN: list[tuple[str, str, str, str]] = [
    ("2025-03-03", "2025-03-03", "30 日", "T"),
    ("2025-03-02", "2025-03-03", "30 日", "F"),
    ("2025-04-02", "2025-03-03", "30 日", "T"),
    ("2025-04-03", "2025-03-03", "30 日", "F"),
    # 30 days end on Saturday 2025-05-03, a holiday until the 5th
    ("2025-05-06", "2025-04-03", "30 日", "T"),
    ("2025-05-07", "2025-04-03", "30 日", "F"),
    ("2025-02-28", "2025-01-31", "1 个月", "T"),
    ("2025-03-01", "2025-01-31", "1 个月", "F"),
    ("2025-10-09", "2025-09-30", "1 个工作日", "T"),
    ("2025-10-10", "2025-09-30", "1 个工作日", "F"),
    ("2025-10-11", "2025-09-30", "3 个工作日", "T"),
    ("2025-10-13", "2025-09-30", "3 个工作日", "F"),
    # the month or year alone
    ("2025年3月", "2025-03-01", "1 个月", "T"),
    ("2025年3月", "2025-03-02", "1 个月", "U"),
    ("2025年2月", "2025-03-01", "1 个月", "F"),
    ("2025年", "2025-03-01", "1 个月", "U"),
    ("2025-03-15", "2025年3月", "1 个月", "U"),
    ("2025-06-15", "2025年3月", "1 个月", "F"),
    ("2025-04-01", "2025年3月", "1 个月", "T"),
    # years without a notice
    ("2027-01-04", "2026-12-31", "1 个月", "T"),
    ("2027-02-03", "2026-12-31", "1 个月", "U"),
    ("2027-03-01", "2026-12-31", "1 个月", "F"),
    ("2027-01-04", "2026-12-31", "10 个工作日", "T"),
    ("2027-06-01", "2026-12-31", "10 个工作日", "F"),
    ("2026-12-30", "2026-12-31", "10 个工作日", "F"),
    # one side is not known
    ("待定", "2025-03-01", "1 个月", "U"),
    ("2025-03-01", "待定", "1 个月", "U"),
]


@pytest.mark.parametrize(("day", "begin", "period", "answer"), WITHIN)
def test_within(day: str, begin: str, period: str, answer: str) -> None:
    paper = plan(drafted_on=day, starts_on=begin)
    assert truth(f"方案.编制日期 在 方案.施行日期 起 {period} 内", paper) == answer


def test_within_an_unknown_period() -> None:
    condition = "方案.编制日期 在 方案.施行日期 起 方案.期限 内"
    assert truth(condition, plan(drafted_on="2025-02-01", starts_on="2025-03-01")) == "F"
    assert truth(condition, plan(drafted_on="2025-03-01", starts_on="2025-03-01")) == "U"
    assert truth(condition, plan(drafted_on="2025-03-15", starts_on="2025-03-01", term="20个工作日")) == "T"


def test_within_beyond_all_years() -> None:
    paper = plan(drafted_on="2999-12-31", starts_on="2999-12-31", term="999年")
    assert asked("应当 方案.编制日期 在 方案.施行日期 起 方案.期限 内", paper).verdict == "satisfied"
    for condition in (
        "方案.编制日期 + 方案.期限 * 10 晚于 2025-01-01",
        "方案.编制日期 在 方案.施行日期 起 方案.期限 * 10 内",
    ):
        answer = asked(f"应当 {condition}", paper)
        assert (answer.verdict, answer.reason) == ("undetermined", "无法判断：所写精度不足以比较")


@pytest.mark.parametrize(
    ("body", "fields", "reason"),
    [
        ("方案.编制日期 不晚于 2025-03-01", {"drafted_on": "2025年3月"}, "所写精度不足以比较"),
        ("方案.编制日期 在 2025-03-02 起 1 个月 内", {"drafted_on": "2025年3月"}, "所写精度不足以比较"),
        ("方案.编制日期 在 2025-03-03 起 1 个月 内", {"drafted_on": "2025年4月"}, "所写精度不足以比较"),
        ("方案.编制日期 在 2026-12-31 起 1 个月 内", {"drafted_on": "2027-02-03"}, "相关年份的放假安排尚未公布"),
        ("方案.编制日期 为 届满日（2026-12-31，1 个月）", {"drafted_on": "2027-02-03"}, "相关年份的放假安排尚未公布"),
        ("方案.投资 超过 方案.自有资金", {"budget": "1万元", "own_funds": "1USD"}, "币种不同，无法比较"),
        ("方案.投资 属于 【1 万元、2 万元】", {"budget": "1USD"}, "币种不同，无法比较"),
        ("方案.期限 超过 方案.试用期", {"term": "1年", "trial": "3日"}, "期间的单位不同（年月、日、工作日），无法换算"),
        ("方案.页数 / 方案.附件数 超过 1", {"pages": 3, "annexes": 0}, "除数为零"),
    ],
)  # fmt: skip
def test_why_a_comparison_is_open(body: str, fields: Fields, reason: str) -> None:
    answer = asked(f"应当 {body}", plan(**fields))
    assert (answer.verdict, answer.headlines, len(answer.findings)) == ("undetermined", [f"无法判断：{reason}"], 1)


# ---------------------------------------------------------------------- aggregates


def lines(*amounts: Any) -> Fields:
    """Lines of income; `...` for an amount that is not there."""
    rows = [{"product": f"P{i}", "amount": amount} for i, amount in enumerate(amounts)]
    return {"lines": [{key: value for key, value in row.items() if value is not ...} for row in rows]}


UNCERTAIN = {"incidents": [{"level": "重大"}, {"level": "一般"}, {"level": None}]}
GRAVE = "数量（件 于 年报.安全事件 满足 件.级别 为 重大）"
AGGREGATES: list[tuple[str, Fields, str]] = [
    ("数量（年报.安全事件） 为 3", UNCERTAIN, "T"),
    ("数量（件 于 年报.安全事件 满足 件.级别 为 重大） 不少于 1", UNCERTAIN, "T"),
    ("数量（件 于 年报.安全事件 满足 件.级别 为 重大） 不少于 2", UNCERTAIN, "U"),
    ("数量（件 于 年报.安全事件 满足 件.级别 为 重大） 不少于 3", UNCERTAIN, "F"),
    ("数量（年报.安全事件） 为 0", {"incidents": []}, "T"),
    ("数量（年报.安全事件） 为 0", {}, "U"),
    ("合计（行 于 年报.产品收入 取 行.金额） 为 年报.收入合计", {**lines("1万元", "2万元"), "total": "3万元"}, "T"),
    ("合计（行 于 年报.产品收入 取 行.金额） 为 年报.收入合计", {**lines("1万元", ...), "total": "3万元"}, "U"),
    ("合计（行 于 年报.产品收入 取 行.金额） 超过 1 元", lines("1万元", "1USD"), "U"),
    ("合计（行 于 年报.产品收入 满足 行.金额 超过 1 万元 取 行.金额） 为 2 万元", lines("1万元", "2万元"), "T"),
    # the sum of nothing is no amount in any currency
    ("合计（行 于 年报.产品收入 取 行.金额） 为 0 元", {"lines": []}, "T"),
    ("合计（行 于 年报.产品收入 取 行.金额） 不超过 年报.收入合计", {"lines": [], "total": "1USD"}, "T"),
    ("合计（行 于 年报.产品收入 取 行.金额） - 年报.收入合计 为 -1 元", {"lines": [], "total": "1元"}, "T"),
    ("年报.收入合计 / 合计（行 于 年报.产品收入 取 行.金额） 为 1", {"lines": [], "total": "1元"}, "U"),
    ("合计（行 于 年报.产品收入 取 行.金额） / 年报.收入合计 为 0", {"lines": [], "total": "1元"}, "T"),
    ("合计（行 于 年报.产品收入 取 行.金额） * 2 为 0 元", {"lines": []}, "T"),
    ("绝对值（-合计（行 于 年报.产品收入 取 行.金额）） 为 0 元", {"lines": []}, "T"),
    ("合计（行 于 年报.产品收入 取 行.金额） + 合计（行 于 年报.产品收入 取 行.金额） 为 0 元", {"lines": []}, "T"),
    ("合计（件 于 年报.安全事件 取 合计（行 于 年报.产品收入 取 行.金额）） 为 0 元",
     {"incidents": [{"level": "重大"}], "lines": []}, "T"),
    ("最大（行 于 年报.产品收入 取 合计（他 于 年报.产品收入 满足 他.金额 超过 行.金额 取 他.金额）） 为 2 元",
     lines("1元", "2元"), "T"),
    ("最小（行 于 年报.产品收入 取 合计（他 于 年报.产品收入 满足 他.金额 超过 行.金额 取 他.金额）） 为 0 元",
     lines("1元", "2元"), "T"),
    ("唯一（行 于 年报.产品收入 取 合计（他 于 年报.产品收入 满足 他.金额 超过 行.金额 取 他.金额））",
     lines("1元", "2元"), "T"),
    ("合计（行 于 年报.产品收入 取 合计（他 于 年报.产品收入 满足 他.金额 超过 行.金额 取 他.金额）） 为 2 元",
     lines("2元", "1元"), "T"),
    ("平均（行 于 年报.产品收入 取 行.金额） 为 1.5 万元", lines("1万元", "2万元"), "T"),
    ("最大（行 于 年报.产品收入 取 行.金额） 为 2 万元", lines("1万元", "2万元"), "T"),
    ("最小（行 于 年报.产品收入 取 行.金额） 为 1 万元", lines("1万元", "2万元"), "T"),
    ("最大（行 于 年报.产品收入 取 行.金额） 为 2 万元", lines("1万元", "2USD"), "U"),
    ("最大（行 于 年报.产品收入 取 行.金额） 为 2 万元", {"lines": []}, "U"),
    ("最大（件 于 年报.安全事件 取 件.发生日期） 早于 2026-01-01",
     {"incidents": [{"happened_on": "2025年3月"}, {"happened_on": "2025-04-01"}]}, "T"),
    ("最大（件 于 年报.安全事件 取 件.发生日期） 为 2025-03-31",
     {"incidents": [{"happened_on": "2025年3月"}, {"happened_on": "2025-02-01"}]}, "U"),
    ("唯一（行 于 年报.产品收入 取 行.产品编号）", lines("1元", "2元"), "T"),
    ("唯一（行 于 年报.产品收入 取 行.金额）", lines("1元", "1.00元"), "F"),
    ("唯一（行 于 年报.产品收入 取 行.金额）", lines("1元", "1USD"), "U"),
    ("唯一（行 于 年报.产品收入 取 行.金额）", lines("1元", None), "U"),
    ("唯一（行 于 年报.产品收入 取 行.金额）", lines("1元", "1元", None), "F"),
    ("唯一（件 于 年报.安全事件 取 件.发生日期）",
     {"incidents": [{"happened_on": "2025年3月"}, {"happened_on": "2025年3月"}]}, "U"),
    ("唯一（件 于 年报.安全事件 取 件.发生日期）",
     {"incidents": [{"happened_on": "2025年3月"}, {"happened_on": "2025-03-31"}]}, "U"),
    ("唯一（件 于 年报.安全事件 取 件.发生日期）",
     {"incidents": [{"happened_on": "2025年3月"}, {"happened_on": "2025-04-01"}]}, "T"),
    ("唯一（件 于 年报.安全事件 取 件.级别）", {"incidents": [{"level": "重大"}, {"level": "一般"}]}, "T"),
    # an uncertain number carries on
    (f"年报.收入合计 不少于 {GRAVE} * 1 万元", {**UNCERTAIN, "total": "2万元"}, "T"),
    (f"年报.收入合计 不少于 {GRAVE} * 1 万元", {**UNCERTAIN, "total": "1万元"}, "U"),
    (f"年报.收入合计 不少于 {GRAVE} * 1 万元", {**UNCERTAIN, "total": "1USD"}, "U"),
    (f"年报.收入合计 - {GRAVE} * 1 万元 不少于 -1 元", {**UNCERTAIN, "total": "2万元"}, "T"),
    (f"绝对值（年报.收入合计 - {GRAVE} * 2 万元） 不超过 1 万元",
     {**UNCERTAIN, "total": "3万元"}, "T"),
    (f"年报.提交日期 不晚于 届满日（年报.年度终了日，1 个月 * {GRAVE}）",
     {**UNCERTAIN, "year_end": "2025-12-31", "submitted_on": "2026-01-30"}, "T"),
    (f"年报.提交日期 不晚于 届满日（年报.年度终了日，1 个月 * {GRAVE}）",
     {**UNCERTAIN, "year_end": "2025-12-31", "submitted_on": "2026-02-10"}, "U"),
    (f"年报.提交日期 在 年报.年度终了日 起 1 个月 * {GRAVE} 内",
     {**UNCERTAIN, "year_end": "2025-12-31", "submitted_on": "2026-03-20"}, "F"),
    (f"1 / （{GRAVE} - 1） 超过 0", UNCERTAIN, "U"),
    (f"合计（行 于 年报.产品收入 取 {GRAVE} * 行.金额） 不少于 3 万元",
     {**UNCERTAIN, **lines("1万元", "2万元")}, "T"),
    (f"平均（行 于 年报.产品收入 取 {GRAVE} * 行.金额） 不超过 3 万元",
     {**UNCERTAIN, **lines("1万元", "2万元")}, "T"),
    (f"最大（行 于 年报.产品收入 取 {GRAVE} * 行.金额） 不超过 3 万元",
     {**UNCERTAIN, **lines("1万元", "2万元")}, "U"),
    (f"最大（行 于 年报.产品收入 取 {GRAVE} * 行.金额） 不超过 4 万元",
     {**UNCERTAIN, **lines("1万元", "2USD")}, "U"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "fields", "answer"), AGGREGATES)
def test_aggregates(condition: str, fields: Fields, answer: str) -> None:
    assert truth(condition, report(**fields)) == answer


def test_elements_in_elements() -> None:
    resources = [{"id": "1", "columns": ["甲", "乙"]}, {"id": "2", "columns": ["甲"]}, {"id": "3"}]
    condition = "每个 源 于 方案.数据资源 满足 （存在 项 于 源.数据项 满足 项 为 “甲”）"
    assert truth(condition, plan(resources=resources[:2])) == "T"
    assert truth(condition, plan(resources=resources)) == "U"
    assert truth("没有 源 于 方案.数据资源 满足 数量（源.数据项） 超过 2", plan(resources=resources[:2])) == "T"


# ---------------------------------------------------------------------- arithmetic

ARITHMETIC: list[tuple[str, Fields, str]] = [
    ("方案.页数 + 方案.附件数 为 5", {"pages": 3, "annexes": 2}, "T"),
    ("方案.页数 + 方案.附件数 为 5", {"pages": 3}, "U"),
    ("方案.页数 - 方案.附件数 * 2 为 -1", {"pages": 3, "annexes": 2}, "T"),
    ("方案.页数 / 方案.附件数 为 1.5", {"pages": 3, "annexes": 2}, "T"),
    ("方案.系数 * 3 为 0.3", {"factor": 0.1}, "T"),
    ("-方案.系数 为 -0.1", {"factor": 0.1}, "T"),
    ("绝对值（-方案.系数） 为 0.1", {"factor": 0.1}, "T"),
    ("绝对值（方案.投资 - 方案.自有资金） 为 1 万元", {"budget": "1万元", "own_funds": "2万元"}, "T"),
    ("-方案.投资 为 -1 万元", {"budget": "1万元"}, "T"),
    ("方案.投资 + 方案.自有资金 为 3 万元", {"budget": "1万元", "own_funds": "2万元"}, "T"),
    ("方案.投资 + 方案.自有资金 超过 1 元", {"budget": "1万元", "own_funds": "2USD"}, "U"),
    ("方案.投资 / 方案.自有资金 为 0.5", {"budget": "1万元", "own_funds": "2万元"}, "T"),
    ("方案.投资 / 方案.自有资金 为 0.5", {"budget": "1万元", "own_funds": "2USD"}, "U"),
    ("方案.投资 / 方案.自有资金 为 0.5", {"budget": "1万元", "own_funds": "0元"}, "U"),
    ("方案.投资 * 方案.自有比例 为 5000 元", {"budget": "1万元", "share": "50%"}, "T"),
    ("方案.自有比例 * 方案.投资 为 5000 元", {"budget": "1万元", "share": "50%"}, "T"),
    ("方案.投资 / 方案.附件数 为 5000 元", {"budget": "1万元", "annexes": 2}, "T"),
    ("方案.投资 / 方案.附件数 为 5000 元", {"budget": "1万元", "annexes": 0}, "U"),
    ("方案.投资 * 方案.系数 为 1000 元", {"budget": "1万元", "factor": 0.1}, "T"),
    ("方案.自有比例 + 方案.比例上限 为 100%", {"share": "30%", "ceiling": "七成"}, "T"),
    ("方案.自有比例 / 方案.比例上限 为 0.5", {"share": "30%", "ceiling": "60%"}, "T"),
    ("方案.自有比例 * 2 为 60%", {"share": "30%"}, "T"),
    ("方案.期限 + 方案.试用期 为 18 个月", {"term": "1年", "trial": "半年"}, "T"),
    ("方案.期限 - 方案.试用期 为 6 个月", {"term": "1年", "trial": "6个月"}, "T"),
    ("方案.期限 + 方案.试用期 为 18 个月", {"term": "1年", "trial": "3日"}, "U"),
    ("方案.期限 * 2 为 2 年", {"term": "1年"}, "T"),
    ("方案.期限 * （方案.附件数 + 1） 为 3 年", {"term": "1年", "annexes": 2}, "T"),
    ("方案.施行日期 - 方案.编制日期 为 28", {"drafted_on": "2025-02-01", "starts_on": "2025-03-01"}, "T"),
    ("方案.施行日期 - 方案.编制日期 不少于 1", {"drafted_on": "2025年2月", "starts_on": "2025-03-01"}, "T"),
    ("方案.施行日期 - 方案.编制日期 不少于 2", {"drafted_on": "2025年2月", "starts_on": "2025-03-01"}, "U"),
    ("方案.编制日期 + 1 个月 为 2025-02-28", {"drafted_on": "2025-01-31"}, "T"),
    ("方案.编制日期 - 1 个月 为 2025-02-28", {"drafted_on": "2025-03-31"}, "T"),
    ("方案.编制日期 + 1 个月 早于 2025-05-01", {"drafted_on": "2025年3月"}, "T"),
    ("方案.编制日期 + 方案.期限 早于 2025-05-01", {"drafted_on": "2025-03-01", "term": "3个工作日"}, "U"),
    ("方案.编制日期 + 9999 年 晚于 2025-05-01", {"drafted_on": "2025-03-01"}, "U"),
    ("工作日数（方案.编制日期，方案.施行日期） 为 1", {"drafted_on": "2025-09-30", "starts_on": "2025-10-09"}, "T"),
    ("工作日数（方案.编制日期，方案.施行日期） 为 0", {"drafted_on": "2025-10-01", "starts_on": "2025-10-08"}, "T"),
    ("工作日数（方案.编制日期，方案.施行日期） 为 -1", {"drafted_on": "2025-10-09", "starts_on": "2025-09-30"}, "T"),
    ("工作日数（方案.编制日期，方案.施行日期） 超过 5", {"drafted_on": "2025年9月", "starts_on": "2025-10-31"}, "T"),
    ("工作日数（方案.编制日期，方案.施行日期） 超过 18", {"drafted_on": "2025年9月", "starts_on": "2025-10-31"}, "U"),
    ("长度（方案.目标） 为 2", {"goal": "目标"}, "T"),
    ("长度（方案.目标） 为 2", {}, "U"),
]


@pytest.mark.parametrize(("condition", "fields", "answer"), ARITHMETIC)
def test_arithmetic(condition: str, fields: Fields, answer: str) -> None:
    assert truth(condition, plan(**fields)) == answer


def test_arithmetic_does_not_round_as_the_program_around_it_does() -> None:
    paper = agreement(split={"provider": "33.333333%", "operator": "33.333333%", "developer": "33.333334%"})
    condition = "协议.分成.提供单位 + 协议.分成.运营主体 + 协议.分成.开发商 为 100%"
    with localcontext(Context(prec=3)):
        assert truth(condition, paper) == "T"
        assert truth("-方案.系数 为 -1.2345678", plan(factor=1.2345678)) == "T"
        assert truth("绝对值（-方案.系数） 为 1.2345678", plan(factor=1.2345678)) == "T"


ONE, TWO, USD = Money(Decimal(1), "CNY"), Money(Decimal(2), "CNY"), Money(Decimal(1), "USD")


def test_values_between_two_ends_are_compared_by_number_and_scale() -> None:
    assert compared("lt", Interval(ONE, TWO), Money(Decimal(3), "CNY")) is True
    assert compared("eq", Interval(ONE, TWO), TWO) == "range"
    assert compared("eq", Interval(ONE, TWO), USD) == "currency"
    assert compared("ge", Interval(Duration(1, "month"), Duration(2, "month")), Duration(30, "day")) == "unit"
    assert compared("ge", Interval(Duration(1, "month"), Duration(2, "month")), Duration(1, "month")) is True


def test_what_reaches_over_zero() -> None:
    reach = Interval(Decimal(-1), Decimal(2))
    with pytest.raises(OpenError, match="division"):
        arithmetic("decimal/decimal", Decimal(1), reach)
    with pytest.raises(OpenError, match="division"):
        arithmetic("money/money", ONE, Interval(Money(Decimal(0), "CNY"), TWO))
    assert call("absolute", [reach], NO_DAYS) == Interval(0, 2)
    assert call("absolute", [Interval(negative(TWO), ONE)], NO_DAYS) == Interval(Money(Decimal(0), "CNY"), TWO)
    assert call("absolute", [Interval(-3, -1)], NO_DAYS) == Interval(1, 3)
    assert negative(Interval(ONE, TWO)) == Interval(negative(TWO), negative(ONE))


NO_DAYS = Calendar(frozenset(), frozenset(), frozenset())


def test_what_grows_beyond_every_number_is_open() -> None:
    with pytest.raises(OpenError, match="range"):
        arithmetic("decimal*decimal", Decimal("1e999999"), Decimal("1e999999"))
    with pytest.raises(OpenError, match="range"):
        arithmetic("date+duration", date(2025, 1, 1), Duration(10**9, "day"))


# ---------------------------------------------------------------------- parameters

PARAMETERS = (
    "参数 最长期限 := 3 年 依据 《实施规范》第八条 生效 2025-01-01 至 2025-06-30 状态 已核\n"
    "参数 最长期限 := 5 年 依据 《实施规范》第八条 生效 2025-07-01 起 状态 已核\n"
    "参数 容差 := 1 万元 状态 工程约定\n"
    "参数 下限 := 1 年 依据 《实施规范》第八条 状态 待核\n"
)


@pytest.mark.parametrize(
    ("drafted", "verdict", "reason"),
    [
        ("2024-12-31", "undetermined", "无法判断：参数“最长期限”在该日没有取值"),
        ("2025-01-01", "violated", "不符合要求：题T-A"),
        ("2025-06-30", "violated", "不符合要求：题T-A"),
        ("2025-07-01", "satisfied", ""),
        ("2030-01-01", "satisfied", ""),
        ("2025-06", "violated", "不符合要求：题T-A"),
        ("2025", "undetermined", "无法判断：适用日期未定，无法确定适用哪一版规定"),
        ("待定", "undetermined", "无法判断：适用日期未定，无法确定适用哪一版规定"),
    ],
)
def test_parameters_in_time(drafted: str, verdict: str, reason: str) -> None:
    text = PARAMETERS + rule("时点 方案.编制日期\n应当 方案.期限 不超过 最长期限")
    answer = asked(text, plan(drafted_on=drafted, term="4年"))
    assert (answer.verdict, answer.reason) == (verdict, reason)


def test_parameters_by_the_date_of_the_check() -> None:
    text = PARAMETERS + rule("应当 方案.期限 不超过 最长期限", cite="《管理办法》第二章要点1")
    assert asked(text, plan(term="4年"), as_of=date(2025, 6, 30)).verdict == "violated"
    assert asked(text, plan(term="4年"), as_of=date(2025, 7, 1)).verdict == "satisfied"


def test_a_parameter_without_periods_always_holds() -> None:
    text = PARAMETERS + rule("时点 方案.编制日期\n应当 方案.投资 不超过 容差")
    assert asked(text, plan(budget="1万元")).verdict == "satisfied"
    assert asked(text, plan(budget="1万元")).reason == ""


def test_what_reads_an_unverified_parameter_says_so() -> None:
    text = PARAMETERS + rule("应当 方案.期限 不少于 下限")
    note = "读取了待核的参数“下限”，结论待核"
    assert asked(text, plan(term="2年")).reason == note
    violated = asked(text, plan(term="1个月"))
    assert violated.findings[0].text.details == (note,)
    assert violated.reason == "不符合要求：题T-A"
    excused = (
        PARAMETERS
        + rule("应当 方案.目标 已载明")
        + ("例外 T-X “题” 对 T-A\n依据 《实施规范》第八条\n当 方案.期限 不少于 下限\n效果 豁免\n完\n")
    )
    assert asked(excused, plan(term="2年", goal="甲")).reason == "“题”成立；期限：2年；" + note
    assert asked(excused, plan(term="1个月")).findings[0].text.details == (note,)
