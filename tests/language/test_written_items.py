"""What is written as an item or a clause, and the record it becomes; one row for each alternative."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.language.shapes import clause, items, shape
from tests.language.test_written_conditions import A, B, name, number, path, text

Shape = Any


def message(*parts: Shape) -> Shape:
    return ("Template", parts)


def hole(expr: Shape, form: str = "") -> Shape:
    return ("Hole", expr, form)


def cite(book: str, clause: str = "") -> Shape:
    return ("CiteRef", book, clause)


def period(first: date, last: date | None = None) -> Shape:
    return ("Period", first, last)


FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)

CITATIONS = [
    ("《甲》第九条", [cite("甲", "第九条")]),
    ("《甲》", [cite("甲")]),
    ("《甲》第十二条第二款第三项第1目", [cite("甲", "第十二条第二款第三项第1目")]),
    ("《甲》第一百二十五条第（十一）项", [cite("甲", "第一百二十五条第（十一）项")]),
    ("《甲》第九条（五）", [cite("甲", "第九条（五）")]),
    ("《甲》第十条之一第二款", [cite("甲", "第十条之一第二款")]),
    ("《甲》第125条", [cite("甲", "第125条")]),
    ("《甲》第三章第二节", [cite("甲", "第三章第二节")]),
    ("《甲》第二章要点2", [cite("甲", "第二章要点2")]),
    ("《甲》第二章（起草说明要点2）", [cite("甲", "第二章（起草说明要点2）")]),
    ("《甲》第十条至第十二条", [cite("甲", "第十条至第十二条")]),
    ("《甲》第九条第一项至第三项", [cite("甲", "第九条第一项至第三项")]),
    ("《甲》要点2，要点3", [cite("甲", "要点2"), cite("", "要点3")]),
    ("《甲》二（三）", [cite("甲", "二（三）")]),
    ("《甲》二（三）1", [cite("甲", "二（三）1")]),
    ("《甲》二（三）第一款", [cite("甲", "二（三）第一款")]),
    ("《甲（试行）》第一编", [cite("甲（试行）", "第一编")]),
    (
        "《甲》第九条第五项，第六项、《乙》第三条",
        [cite("甲", "第九条第五项"), cite("", "第六项"), cite("乙", "第三条")],
    ),
]

CLAUSES = [
    ("原文 “三重一大”", "QUOTE", text("三重一大")),
    ("对象 方案", "SUBJECT", (name("方案"),)),
    ("subject 方案, 「协 议」", "SUBJECT", (name("方案"), name("协 议"))),
    ("主体 编制单位", "BEARER", name("编制单位")),
    ("时点 甲.子", "TIMEPOINT", A),
    ("governed_on 甲.子 + 3 日", "TIMEPOINT", ("Arithmetic", "+", A, ("Literal", "duration", (3, "day")))),
    ("生效 2024-01-01", "EFFECTIVE", period(FIRST)),
    ("生效 2024-01-01 起", "EFFECTIVE", period(FIRST)),
    ("生效 2024-01-01 至 2025-12-31", "EFFECTIVE", period(FIRST, LAST)),
    ("effective 2024年1月1日 from until 2025年12月31日", "EFFECTIVE", period(FIRST, LAST)),
    ("严重度 严重", "SEVERITY", name("严重")),
    ("推定 甲.子 为 否", "PRESUME", (A, ("Literal", "flag", False), ())),
    ("推定 甲.子 为 乙 〔《甲》第九条〕", "PRESUME", (A, B, (cite("甲", "第九条"),))),
    ("推定 甲.子 为 乙 @[《甲》第九条, 第十条]", "PRESUME", (A, B, (cite("甲", "第九条"), cite("", "第十条")))),
    ("当 甲.子", "WHEN", A),
    ("应当 甲.子", "MUST", A),
    ("必须 甲.子", "MUST", A),
    ("不得 甲.子", "MUSTNOT", A),
    ("禁止 甲.子", "MUSTNOT", A),
    ("鼓励 甲.子", "ENCOURAGE", A),
    ("可以 甲.子", "MAY", (A, None)),
    ("可以 甲.子 但应当 乙", "MAY", (A, B)),
    ("除非 甲.子", "UNLESS", (A, (), None)),
    ("除非 甲.子 〔《甲》第九条〕", "UNLESS", (A, (cite("甲", "第九条"),), None)),
    ("除非 甲.子 未证时 存疑", "UNLESS", (A, (), name("存疑"))),
    (
        "除非 甲.子 〔《甲》第九条，《乙》〕 未证时 不成立",
        "UNLESS",
        (A, (cite("甲", "第九条"), cite("乙")), name("不成立")),
    ),
    ("违反时 “甲”", "ON_VIOLATION", message("甲")),
    ("存疑时 “甲”", "ON_UNKNOWN", message("甲")),
    ("理由 “甲”", "REASON", message("甲")),
    ("整改 “甲”", "REMEDY", (message("甲"), None)),
    ("整改 “甲” 限期 30 日", "REMEDY", (message("甲"), (30, "day"))),
    ("提问 “甲？”", "QUESTION", message("甲？")),
    ("后果 T-B，T-C", "THEN_RULE", (name("T-B"), name("T-C"))),
    ("证据 甲.子，乙", "EVIDENCE", (A, B)),
    ("解释 “甲”", "NOTE", text("甲")),
]

EXCEPTION_CLAUSES = [
    ("当 甲.子", "WHEN", A),
    ("未证时 存疑", "UNPROVEN", name("存疑")),
    ("效果 豁免", "EXEMPT", None),
    ("效果 改为 应当 甲.子", "REPLACE", ("Clause", "MUST", A)),
    ("effect replace must_not 甲.子", "REPLACE", ("Clause", "MUSTNOT", A)),
    ("效果 改为 可以 甲.子 但应当 乙", "REPLACE", ("Clause", "MAY", (A, B))),
    ("违反时 “甲”", "ON_VIOLATION", message("甲")),
    ("原文 “甲”", "QUOTE", text("甲")),
    ("生效 2024-01-01 起", "EFFECTIVE", period(FIRST)),
    ("解释 “甲”", "NOTE", text("甲")),
    ("依据 《甲》第九条", "CITE", (cite("甲", "第九条"),)),
]

MESSAGES = [
    ("“没有目标”", message("没有目标")),
    ("“”", message()),
    ("“目标为{甲.子}”", message("目标为", hole(A))),
    ("“{甲.子}”", message(hole(A))),
    ("“{ 甲.子 | 年月日 }起”", message(hole(A, "年月日"), "起")),
    ("“{甲.子}和{乙}”", message(hole(A), "和", hole(B))),
    ("“{{甲}}”", message("{", "甲", "}")),
    ("“{{{甲.子}}}”", message("{", hole(A), "}")),
    ("“写明“目标”，现为“{甲.子}””", message("写明“目标”，现为“", hole(A), "”")),
    ("“共{数量（甲.子）}项”", message("共", hole(("Call", name("数量"), (A,))), "项")),
    ("“差{甲.子 - 乙|万元}”", message("差", hole(("Arithmetic", "-", A, B), "万元"))),
    ('"say \\"{甲.子}\\""', message('say "', hole(A), '"')),
    ("“为{「甲 乙」.子}”", message("为", hole(("Path", (name("甲 乙"), name("子")))))),
]

RULE, TITLE = name("T-A"), text("甲")

ITEMS = [
    ("规则 T-A “甲” 完", ("RuleItem", RULE, TITLE, ())),
    ("rule T-A “甲” must 甲.子 end", ("RuleItem", RULE, TITLE, (("Clause", "MUST", A),))),
    ("例外 T-A “甲” 对 T-B 完", ("ExceptionItem", RULE, TITLE, (name("T-B"),), (), ())),
    (
        "exception T-A “甲” against T-B, T-C over T-D-X1，T-E if_unproven 存疑 end",
        (
            "ExceptionItem", RULE, TITLE, (name("T-B"), name("T-C")), (name("T-D-X1"), name("T-E")),
            (("Clause", "UNPROVEN", name("存疑")),),
        ),
    ),
    ("判定 甲（） := 乙", ("PredicateItem", name("甲"), (), B, ())),
    (
        "判定 甲（方案.审议 子，日期 限） := 子 依据 《甲》第九条",
        (
            "PredicateItem", name("甲"), ((path("方案.审议"), name("子")), (path("日期"), name("限"))), path("子"),
            (cite("甲", "第九条"),),
        ),
    ),
    (
        "predicate 「甲 乙」（方案 子） ：= 子",
        ("PredicateItem", name("甲 乙"), ((path("方案"), name("子")),), path("子"), ()),
    ),
    ("认定 甲 “问？” 由 某机关", ("DeterminationItem", name("甲"), text("问？"), name("某机关"), ())),
    (
        "finding 甲 “问？” by 「某 机关」 per 《甲》第九条",
        ("DeterminationItem", name("甲"), text("问？"), name("某 机关"), (cite("甲", "第九条"),)),
    ),
    ("参数 甲 := 3", ("ParameterItem", name("甲"), number("3"), (), None, None)),
    (
        "参数 甲 := 3 依据 《甲》第九条 生效 2024-01-01 起 状态 已核",
        ("ParameterItem", name("甲"), number("3"), (cite("甲", "第九条"),), period(FIRST), name("已核")),
    ),
    ("parameter 甲 := 3 status verified", ("ParameterItem", name("甲"), number("3"), (), None, name("verified"))),
    (
        "参数 甲 := 3 生效 2024-01-01 至 2025-12-31",
        ("ParameterItem", name("甲"), number("3"), (), period(FIRST, LAST), None),
    ),
    ("术语 甲：“意思”", ("TermItem", name("甲"), text("意思"), ())),
    ("term 「甲 乙」: “意思” per 《甲》第九条", ("TermItem", name("甲 乙"), text("意思"), (cite("甲", "第九条"),))),
]  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), CITATIONS, ids=[row[0] for row in CITATIONS])
def test_citations(written: str, expected: list[Shape]) -> None:
    assert shape(clause(f"依据 {written}")) == ("Clause", "CITE", tuple(expected))


@pytest.mark.parametrize(("written", "token", "value"), CLAUSES, ids=[row[0] for row in CLAUSES])
def test_clauses_of_a_rule(written: str, token: str, value: Shape) -> None:
    assert shape(clause(written)) == ("Clause", token, value)


@pytest.mark.parametrize(("written", "token", "value"), EXCEPTION_CLAUSES, ids=[row[0] for row in EXCEPTION_CLAUSES])
def test_clauses_of_an_exception(written: str, token: str, value: Shape) -> None:
    assert shape(clause(written, exception=True)) == ("Clause", token, value)


@pytest.mark.parametrize(("written", "expected"), MESSAGES, ids=[row[0] for row in MESSAGES])
def test_messages(written: str, expected: Shape) -> None:
    assert shape(clause(f"违反时 {written}")) == ("Clause", "ON_VIOLATION", expected)


@pytest.mark.parametrize(("written", "expected"), ITEMS, ids=[row[0] for row in ITEMS])
def test_items(written: str, expected: Shape) -> None:
    assert shape(items(written)) == (expected,)


def test_items_come_in_their_order_with_clauses_in_theirs() -> None:
    found = items("参数 甲 := 3 规则 T-A “甲” 应当 甲.子 当 乙 完 术语 丙：“意思”")
    assert shape(found) == (
        ("ParameterItem", name("甲"), number("3"), (), None, None),
        ("RuleItem", RULE, TITLE, (("Clause", "MUST", A), ("Clause", "WHEN", B))),
        ("TermItem", name("丙"), text("意思"), ()),
    )


def test_a_percentage_is_exact() -> None:
    found = clause("应当 甲 为 33.3333333333333333333333%")
    assert found.value.right.value == Decimal("0.333333333333333333333333")
