"""Periods as people write them: months, days or working days, or the reason why none of them."""

from __future__ import annotations

import pytest

from pdo_policy.values.durations import Duration
from pdo_policy.values.misread import Misread
from pdo_policy.values.reading import read_value

READ = [
    ("3年", Duration(36, "month")),
    ("3 年", Duration(36, "month")),
    ("３年", Duration(36, "month")),
    ("三年", Duration(36, "month")),
    ("叁年", Duration(36, "month")),
    ("两年", Duration(24, "month")),
    ("三周年", Duration(36, "month")),
    ("10年", Duration(120, "month")),
    ("十年", Duration(120, "month")),
    ("半年", Duration(6, "month")),
    ("一年半", Duration(18, "month")),
    ("1年半", Duration(18, "month")),
    ("1.5年", Duration(18, "month")),
    ("0.5年", Duration(6, "month")),
    ("三年零六个月", Duration(42, "month")),
    ("三年六个月", Duration(42, "month")),
    ("3年6个月", Duration(42, "month")),
    ("1年又6个月", Duration(18, "month")),
    ("36个月", Duration(36, "month")),
    ("六个月", Duration(6, "month")),
    ("十二个月", Duration(12, "month")),
    ("3 个 月", Duration(3, "month")),
    ("0个月", Duration(0, "month")),
    ("1000年", Duration(12_000, "month")),
    ("3年（36个月）", Duration(36, "month")),
    ("3 years", Duration(36, "month")),
    ("1 Year 6 Months", Duration(18, "month")),
    ("30日", Duration(30, "day")),
    ("30天", Duration(30, "day")),
    ("三十日", Duration(30, "day")),
    ("30个自然日", Duration(30, "day")),
    ("30自然日", Duration(30, "day")),
    ("15个日历日", Duration(15, "day")),
    ("15日历日", Duration(15, "day")),
    ("2星期", Duration(14, "day")),
    ("2周", Duration(14, "day")),
    ("两个星期", Duration(14, "day")),
    ("2周3天", Duration(17, "day")),
    ("1 year", Duration(12, "month")),
    ("1 month", Duration(1, "month")),
    ("2 weeks", Duration(14, "day")),
    ("1 week", Duration(7, "day")),
    ("30 days", Duration(30, "day")),
    ("1 day", Duration(1, "day")),
    ("0日", Duration(0, "day")),
    ("366000日", Duration(366_000, "day")),
    ("366000个工作日", Duration(366_000, "workday")),
    ("10个工作日", Duration(10, "workday")),
    ("10工作日", Duration(10, "workday")),
    ("十个工作日", Duration(10, "workday")),
    ("二十个工作日。", Duration(20, "workday")),
    ("10 working days", Duration(10, "workday")),
    ("1 working day", Duration(1, "workday")),
    ("10 workdays", Duration(10, "workday")),
    ("1 workday", Duration(1, "workday")),
]

FLAWED = [
    ("3", "no-unit"),
    ("三", "no-unit"),
    ("零", "no-unit"),
    ("2025", "no-unit"),
    ("24小时", "unknown-unit"),
    ("2个季度", "unknown-unit"),
    ("6月", "bare-month"),
    ("六月份", "bare-month"),
    ("3年6月", "bare-month"),
    ("1个月10日", "mixed"),
    ("三年零十天", "mixed"),
    ("1个月5个工作日", "mixed"),
    ("半个月", "fraction"),
    ("三个半月", "fraction"),
    ("1.5个月", "fraction"),
    ("1.3年", "fraction"),
    ("半天", "fraction"),
    ("2025年", "date"),
    ("二〇二五年", "date"),
    ("2025年9月", "date"),
    ("2025年9月1日", "date"),
    ("2025-09-01", "date"),
    ("-3年", "negative"),
    ("负三年", "negative"),
    ("9999年", "too-large"),
    ("1001年", "too-large"),
    ("366001日", "too-large"),
    ("366001个工作日", "too-large"),
    ("三五年", "colloquial"),
    ("两三年", "colloquial"),
    ("百日", "vague"),
    ("1,20年", "grouping"),
    ("2-3年", "range"),
    ("三至五年", "range"),
    ("30日到60日", "range"),
    ("大约3年", "about"),
    ("3年左右", "about"),
    ("十几年", "about"),
    ("3年多", "about"),
    ("3年以上", "bound"),
    ("不超过3年", "bound"),
    ("三年内", "bound"),
    ("满三年", "bound"),
    ("3年（含试用期）", "remark"),
    ("3年（35个月）", "contradiction"),
    ("约3年（含延期）", "about"),
    ("长期（3年）", "unreadable"),
    ("长期", "unreadable"),
    ("6个月1年", "unreadable"),
    ("1年2年", "unreadable"),
    ("1.5年6个月", "unreadable"),
    ("年", "unreadable"),
    ("约定三年", "unreadable"),
    ("未来三年", "unreadable"),
    ("三十来天", "about"),
    ("", "unreadable"),
    ("零1日" * 25 + "x", "unreadable"),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[repr(text) for text, _ in READ])
def test_a_period_is_read(text: str, expected: Duration) -> None:
    assert read_value("duration", text) == expected


@pytest.mark.parametrize(("text", "what"), FLAWED, ids=[repr(text) for text, _ in FLAWED])
def test_what_is_no_definite_period_is_told_apart(text: str, what: str) -> None:
    found = read_value("duration", text)
    assert isinstance(found, Misread)
    assert found.code == f"schema.duration-{what}"
