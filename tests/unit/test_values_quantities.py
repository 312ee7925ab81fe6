"""Percentages, counts, plain numbers and flags as people write them, and what cannot be told from what they wrote."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pdo_policy.values.misread import Misread
from pdo_policy.values.reading import read_value

PERCENTAGES = [
    ("30%", "0.3"),
    ("30 %", "0.3"),
    ("３０％", "0.3"),
    ("30.00%", "0.3"),
    ("12.5%", "0.125"),
    ("0%", "0"),
    ("100%", "1"),
    ("120%", "1.2"),
    ("1,200%", "12"),
    ("-5%", "-0.05"),
    ("三十%", "0.3"),
    ("5‰", "0.005"),
    ("百分之三十", "0.3"),
    ("百分之三点五", "0.035"),
    ("百分之0.5", "0.005"),
    ("负百分之五", "-0.05"),
    ("百分之百", "1"),
    ("百分百", "1"),
    ("百分之一百二十", "1.2"),
    ("千分之五", "0.005"),
    ("万分之五", "0.0005"),
    ("三成", "0.3"),
    ("3成", "0.3"),
    ("叁成", "0.3"),
    ("两成", "0.2"),
    ("三成五", "0.35"),
    ("3成5", "0.35"),
    ("三成半", "0.35"),
    ("十成", "1"),
    ("30%（百分之三十）", "0.3"),
]

NO_PERCENTAGES = [
    ("30", "no-sign"),
    ("0.3", "no-sign"),
    ("三十", "no-sign"),
    ("三分之一", "fraction"),
    ("1/3", "fraction"),
    ("一半", "fraction"),
    ("20-30%", "range"),
    ("20%至30%", "range"),
    ("二到三成", "range"),
    ("约三成", "about"),
    ("30%左右", "about"),
    ("三成多", "about"),
    ("三成以上", "bound"),
    ("不低于30%", "bound"),
    ("<5%", "bound"),
    ("百分之三五", "colloquial"),
    ("百%", "vague"),
    ("1,20%", "grouping"),
    ("9999999999999999999%", "too-large"),
    ("30%（含税）", "remark"),
    ("30%（35%）", "contradiction"),
    ("三点五成五", "unreadable"),
    ("%", "unreadable"),
    ("6:4", "unreadable"),
    ("八折", "unreadable"),
]

COUNTS = [
    ("0", 0),
    ("30", 30),
    ("30个", 30),
    ("30 个", 30),
    ("３０个", 30),
    ("1,200", 1200),
    ("三十", 30),
    ("三十家", 30),
    ("30万", 300_000),
    ("232家", 232),
    ("2589类", 2589),
    ("114.81亿条", 11_481_000_000),
    ("12.5万次", 125_000),
    ("35万人", 350_000),
    ("12万人次", 120_000),
    ("1起", 1),
    ("30.0", 30),
    ("两个", 2),
    ("30个（三十个）", 30),
]

NO_COUNTS = [
    ("-3", "negative"),
    ("负三个", "negative"),
    ("1.5个", "fraction"),
    ("0.00001万", "fraction"),
    ("4000多万次", "about"),
    ("30万余家", "about"),
    ("300个左右", "about"),
    ("几十家", "about"),
    ("数十家", "about"),
    ("十来个", "about"),
    ("若干", "about"),
    ("超百亿条", "bound"),
    ("5个以上", "bound"),
    ("不少于5个", "bound"),
    ("300+", "bound"),
    ("3-5个", "range"),
    ("三至五个", "range"),
    ("三五个", "colloquial"),
    ("两三家", "colloquial"),
    ("百亿条", "vague"),
    ("12,00个", "grouping"),
    ("9999999999999999999个", "too-large"),
    ("30G", "unknown-unit"),
    ("30天", "unknown-unit"),
    ("30个（含试点）", "remark"),
    ("30个（31个）", "contradiction"),
    ("很好", "unreadable"),
    ("个", "unreadable"),
]

NUMBERS = [("24", "24"), ("-3", "-3"), ("92.5", "92.5"), ("1,200.5", "1200.5"), ("三十", "30"), ("3.5万", "35000")]

NO_NUMBERS = [
    ("24小时", "unknown-unit"),
    ("30分钟", "unknown-unit"),
    ("24—48", "range"),
    ("约30", "about"),
    ("30以内", "bound"),
    ("二百五", "colloquial"),
    ("百", "vague"),
    ("1,20", "grouping"),
    ("1e400", "unreadable"),
    ("9999999999999999999", "too-large"),
    ("24（含节假日）", "remark"),
    ("24（25）", "contradiction"),
    ("很多", "about"),
    ("全部", "unreadable"),
]

FLAGS = [
    *((text, True) for text in ("是", "有", "√", "✓", "true", "True", "Y", "y", "yes", "YES", " 是 ", "是。")),
    *((text, False) for text in ("否", "无", "×", "✗", "false", "FALSE", "N", "n", "no", "No", "ｎｏ")),
]

NO_FLAGS = [
    ("是的", "unreadable"),
    ("不是", "unreadable"),
    ("1", "unreadable"),
    ("x", "unreadable"),
    ("on", "unreadable"),
    ("已备案", "unreadable"),
    ("是（已备案）", "remark"),
    ("是（否）", "contradiction"),
]

READ: list[tuple[str, str, Any]] = [
    *(("percentage", text, Decimal(value)) for text, value in PERCENTAGES),
    *(("count", text, value) for text, value in COUNTS),
    *(("number", text, Decimal(value)) for text, value in NUMBERS),
    *(("flag", text, value) for text, value in FLAGS),
]
FLAWED = [
    *(("percentage", text, what) for text, what in NO_PERCENTAGES),
    *(("count", text, what) for text, what in NO_COUNTS),
    *(("number", text, what) for text, what in NO_NUMBERS),
    *(("flag", text, what) for text, what in NO_FLAGS),
]


@pytest.mark.parametrize(("kind", "text", "value"), READ, ids=[f"{kind} {text!r}" for kind, text, _ in READ])
def test_a_value_is_read(kind: str, text: str, value: object) -> None:
    found = read_value(kind, text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("kind", "text", "what"), FLAWED, ids=[f"{kind} {text!r}" for kind, text, _ in FLAWED])
def test_what_is_no_value_is_told_apart(kind: str, text: str, what: str) -> None:
    found = read_value(kind, text)
    assert isinstance(found, Misread)
    assert found.code == f"schema.{kind}-{what}"


@pytest.mark.parametrize(
    ("kind", "text", "facts"),
    [
        ("count", "4000多万次", {"word": "多"}),
        ("count", "超百亿条", {"word": "超"}),
        ("count", "不少于5个", {"word": "不少于"}),
        ("count", "30天", {"unit": "天"}),
        ("number", "24小时", {"unit": "小时"}),
        ("flag", "是（已备案）", {"value": "是", "remark": "已备案"}),
    ],
)
def test_the_part_that_is_too_much_is_named(kind: str, text: str, facts: dict[str, str]) -> None:
    found = read_value(kind, text)
    assert isinstance(found, Misread)
    assert found.facts == {**facts, "text": text}
