"""What is written as a condition or an operand, and the record it becomes; one row for each alternative."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.language.shapes import condition, shape

Shape = Any


def name(text: str) -> Shape:
    return ("Name", text)


def path(text: str) -> Shape:
    return ("Path", tuple(name(part) for part in text.split(".")))


def literal(kind: str, value: Any) -> Shape:
    return ("Literal", kind, value)


def text(value: str) -> Shape:
    return literal("text", value)


def number(value: str) -> Shape:
    return literal("number", Decimal(value))


A, B, C, D = path("甲.子"), path("乙"), path("丙"), path("丁")
YES, NO = literal("flag", True), literal("flag", False)

LITERALS = [
    ("“文字”", text("文字")),
    ('"文字"', text("文字")),
    ("“写明“名称”再报”", text("写明“名称”再报")),
    ('"a \\"b\\" \\\\ c"', text('a "b" \\ c')),
    ("“反斜杠\\n照写”", text("反斜杠\\n照写")),
    ("“”", text("")),
    ("“第三条 # 不是注释”", text("第三条 # 不是注释")),
    ("12", number("12")),
    ("1_000", number("1000")),
    ("3.50", number("3.50")),
    ("007", number("7")),
    ("20%", literal("percentage", Decimal("0.2"))),
    ("12.5 ％", literal("percentage", Decimal("0.125"))),
    ("5‰", literal("percentage", Decimal("0.005"))),
    ("100 元", literal("money", (Decimal(100), "CNY"))),
    ("1_000 万元", literal("money", (Decimal(10_000_000), "CNY"))),
    ("1.5亿元", literal("money", (Decimal(150_000_000), "CNY"))),
    ("¥5_000.50", literal("money", (Decimal("5000.50"), "CNY"))),
    ("¥ 3", literal("money", (Decimal(3), "CNY"))),
    ("100 CNY", literal("money", (Decimal(100), "CNY"))),
    ("100 USD", literal("money", (Decimal(100), "USD"))),
    ("7 EUR", literal("money", (Decimal(7), "EUR"))),
    ("7 HKD", literal("money", (Decimal(7), "HKD"))),
    ("2024-11-01", literal("date", date(2024, 11, 1))),
    ("2024-1-9", literal("date", date(2024, 1, 9))),
    ("2024年11月1日", literal("date", date(2024, 11, 1))),
    ("2024年02月29日", literal("date", date(2024, 2, 29))),
    ("5 年", literal("duration", (60, "month"))),
    ("1 year", literal("duration", (12, "month"))),
    ("2 years", literal("duration", (24, "month"))),
    ("6个月", literal("duration", (6, "month"))),
    ("1 month", literal("duration", (1, "month"))),
    ("6 months", literal("duration", (6, "month"))),
    ("30 日", literal("duration", (30, "day"))),
    ("30天", literal("duration", (30, "day"))),
    ("1 day", literal("duration", (1, "day"))),
    ("30 days", literal("duration", (30, "day"))),
    ("10 个工作日", literal("duration", (10, "workday"))),
    ("10工作日", literal("duration", (10, "workday"))),
    ("1 working_day", literal("duration", (1, "workday"))),
    ("10 working_days", literal("duration", (10, "workday"))),
    ("是", YES),
    ("false", NO),
]

OPERANDS = [
    ("甲", path("甲")),
    ("甲.子.孙", path("甲.子.孙")),
    ("「甲 乙」", ("Path", (name("甲 乙"),))),
    ("甲.「子 一」.孙", ("Path", (name("甲"), name("子 一"), name("孙")))),
    ("「甲.一」.子", ("Path", (name("甲.一"), name("子")))),
    ("plan.term", path("plan.term")),
    ("甲.为.是", path("甲.为.是")),
    ("年度（甲.子）", ("Call", name("年度"), (A,))),
    ("届满日(甲.子, 5 年)", ("Call", name("届满日"), (A, literal("duration", (60, "month"))))),
    ("总是（）", ("Call", name("总是"), ())),
    ("判断（甲.子 为 乙，非 丙）", ("Call", name("判断"), (("Compare", "eq", A, B), ("Not", C)))),
    ("数量（项 于 甲.子）", ("Call", name("数量"), (("Comprehension", name("项"), A, None, None),))),
    ("数量（项 于 甲.子 满足 乙）", ("Call", name("数量"), (("Comprehension", name("项"), A, B, None),))),
    ("合计（项 于 甲.子 取 丙）", ("Call", name("合计"), (("Comprehension", name("项"), A, None, C),))),
    ("sum(x of 甲.子 satisfies 乙 take 丙)", ("Call", name("sum"), (("Comprehension", name("x"), A, B, C),))),
    ("【】", ("ListOf", ())),
    ("【甲.子】", ("ListOf", (A,))),
    ("[甲.子, 乙，丙、“丁”]", ("ListOf", (A, B, C, text("丁")))),
    ("甲.子 + 乙", ("Arithmetic", "+", A, B)),
    ("甲.子 - 乙 - 丙", ("Arithmetic", "-", ("Arithmetic", "-", A, B), C)),
    ("甲.子 + 乙 * 丙", ("Arithmetic", "+", A, ("Arithmetic", "*", B, C))),
    ("甲.子 × 乙 ÷ 丙", ("Arithmetic", "/", ("Arithmetic", "*", A, B), C)),
    ("（甲.子 + 乙） / 丙", ("Arithmetic", "/", ("Arithmetic", "+", A, B), C)),
    ("-甲.子", ("Negative", A)),
    ("- -乙 * 丙", ("Arithmetic", "*", ("Negative", ("Negative", B)), C)),
]

RELATIONS = [
    (word, ("Compare", op, A, B))
    for op, words in {
        "eq": "为 is = ==", "ne": "不为 is_not != ≠",
        "ge": "不少于 不低于 at_least >= ≥", "le": "不超过 不高于 at_most <= ≤",
        "gt": "超过 高于 多于 more_than >", "lt": "不满 低于 少于 less_than <",
        "before": "早于 before", "not_before": "不早于 not_before",
        "after": "晚于 after", "not_after": "不晚于 not_after",
    }.items()
    for word in words.split()
]  # fmt: skip
RELATIONS += [
    (word, ("Member", op, A, B))
    for op, words in {"in": "属于 in", "not_in": "不属于 not_in", "contains": "包含 contains"}.items()
    for word in words.split()
]

PRESENCE = [
    (word, op)
    for op, words in {
        "stated": "已载明 stated", "not_stated": "未载明 not_stated", "supplied": "已提供 supplied",
        "not_supplied": "未提供 not_supplied", "inapplicable": "注明不适用 inapplicable",
    }.items()
    for word in words.split()
]  # fmt: skip


def item(number: int, marker: str, condition: Shape, label: str = "", message: str | None = None) -> Shape:
    said = None if message is None else ("Template", (message,))
    return ("Item", number, name(marker), label, condition, said)


CONDITIONS = [
    ("甲.子 为 3 以上", ("Compare", "ge", A, number("3"))),
    ("甲.子 is 3 or_less", ("Compare", "le", A, number("3"))),
    ("甲.子 不少于 3 以上", ("Compare", "ge+above", A, number("3"))),
    ("甲.子 超过 3 以下", ("Compare", "gt+below", A, number("3"))),
    ("甲.子 在 乙 起 丙 内", ("Within", A, B, C)),
    ("甲.子 at 乙 from 5 年 within", ("Within", A, B, literal("duration", (60, "month")))),
    ("甲.子 符合格式 “^[0-9]{4}$”", ("Matches", A, text("^[0-9]{4}$"))),
    ('甲.子 matches "a|b"', ("Matches", A, text("a|b"))),
    ("甲.子 且 乙 且 丙", ("Junction", "and", (A, B, C))),
    ("甲.子 or 乙 或者 丙", ("Junction", "or", (A, B, C))),
    ("（甲.子 且 乙） 或 丙", ("Junction", "or", (("Junction", "and", (A, B)), C))),
    ("非 甲.子", ("Not", A)),
    ("not 甲.子 为 乙 and 丙", ("Junction", "and", (("Not", ("Compare", "eq", A, B)), C))),
    ("非 （甲.子 或 乙）", ("Not", ("Junction", "or", (A, B)))),
    ("每个 项 于 甲.子 满足 乙", ("Quantifier", "every", name("项"), A, B)),
    ("some x of 甲.子 satisfies 乙", ("Quantifier", "some", name("x"), A, B)),
    ("没有 项 于 甲.子 满足 非 乙", ("Quantifier", "none", name("项"), A, ("Not", B))),
    (
        "每个 项 于 甲.子 满足 存在 件 于 乙 满足 丙 且 丁",
        ("Junction", "and", (("Quantifier", "every", name("项"), A, ("Quantifier", "some", name("件"), B, C)), D)),
    ),
    ("若 甲.子 则 乙", ("Conditional", A, B, None)),
    ("若 甲.子 且 乙 则 丙 否则 丁", ("Conditional", ("Junction", "and", (A, B)), C, D)),
    ("if 甲.子 then 乙 else (if 丙 then 丁)", ("Conditional", A, B, ("Conditional", C, D, None))),
    (
        "下列全部 （一）甲.子 （二）“名”：乙 报 “缺” (三)“丙”: 丙",
        (
            "Enumeration", "all", 0, 1,
            (item(1, "（一）", A), item(2, "（二）", B, "名", "缺"), item(3, "(三)", C, "丙")),
        ),
    ),
    ("any_of （一）甲.子", ("Enumeration", "any", 0, 1, (item(1, "（一）", A),))),
    (
        "下列均非 （一）甲.子 （二）下列之一 1. 乙 报 “乙缺” 2．丙",
        (
            "Enumeration", "none", 0, 1,
            (
                item(1, "（一）", A),
                item(2, "（二）", ("Enumeration", "any", 0, 2, (item(1, "1.", B, "", "乙缺"), item(2, "2．", C)))),
            ),
        ),
    ),
    (
        "下列至少 2 项 （一）甲.子 （二）乙",
        ("Enumeration", "at_least", 2, 1, (item(1, "（一）", A), item(2, "（二）", B))),
    ),
    ("at_least_1_of （一）甲.子", ("Enumeration", "at_least", 1, 1, (item(1, "（一）", A),))),
    ("（下列全部 （一）甲.子） 且 乙", ("Junction", "and", (("Enumeration", "all", 0, 1, (item(1, "（一）", A),)), B))),
    (
        "下列全部 （十一）甲.子 （二十）乙",
        ("Enumeration", "all", 0, 1, (item(11, "（十一）", A), item(20, "（二十）", B))),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), LITERALS, ids=[row[0] for row in LITERALS])
def test_literals(written: str, expected: Shape) -> None:
    assert shape(condition(f"甲 为 {written}")) == ("Compare", "eq", path("甲"), expected)


@pytest.mark.parametrize(("written", "expected"), OPERANDS, ids=[row[0] for row in OPERANDS])
def test_operands(written: str, expected: Shape) -> None:
    assert shape(condition(f"{written} 为 乙")) == ("Compare", "eq", expected, B)


@pytest.mark.parametrize(("word", "expected"), RELATIONS, ids=[row[0] for row in RELATIONS])
def test_relations(word: str, expected: Shape) -> None:
    assert shape(condition(f"甲.子 {word} 乙")) == expected


@pytest.mark.parametrize(("word", "op"), PRESENCE, ids=[row[0] for row in PRESENCE])
def test_presence(word: str, op: str) -> None:
    assert shape(condition(f"甲.子 {word}")) == ("Presence", op, A)


@pytest.mark.parametrize(("written", "expected"), CONDITIONS, ids=[row[0] for row in CONDITIONS])
def test_conditions(written: str, expected: Shape) -> None:
    assert shape(condition(written)) == expected


FULL_WIDTH = str.maketrans({"(": "（", ")": "）", ",": "，", "[": "【", "]": "】", ":": "：", "*": "×", "/": "÷"})


@pytest.mark.parametrize(
    "written",
    [
        "f(甲, 乙) 为 3",
        "[甲, 乙, 丙] 包含 丁",
        "(甲 + 乙) * 丙 / 丁 为 3",
        "下列全部 (一)“名”: 甲 (二)(乙 且 丙)",
        "(x 为 1 且 (y 为 2 或 z 为 3)) 或 非 (w)",
    ],
)
def test_half_and_full_width_punctuation_are_the_same(written: str) -> None:
    narrow, wide = condition(written), condition(written.translate(FULL_WIDTH))
    assert _markers_apart(shape(narrow)) == _markers_apart(shape(wide))


def _markers_apart(found: Shape) -> Shape:
    if isinstance(found, tuple) and found and found[0] == "Item":
        return ("Item", found[1], *(_markers_apart(part) for part in found[3:]))
    return tuple(_markers_apart(part) for part in found) if isinstance(found, tuple) else found


@pytest.mark.parametrize("between", ["\n", "\t", "\u3000", "  # 注释 “不成对\n", "\r\n    ", "\f"], ids=repr)
def test_layout_and_comments_mean_nothing(between: str) -> None:
    words = ["若", "甲.子", "为", "“x”", "则", "（", "乙", "）", "否则", "每个", "项", "于", "丙", "满足", "丁"]
    assert shape(condition(between.join(words))) == shape(condition(" ".join(words)))
