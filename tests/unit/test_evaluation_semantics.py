"""The tables of docs/semantics.md that are about papers and rules: every row goes through the whole line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pdo_policy.evaluation.verdicts import Plea, judge
from pdo_policy.findings import Verdict
from tests.asking import asked, asked_of_texts, rule, truth_of_text
from tests.rulebooks import agreement, plan
from tests.semantics import TRUTH, rows, written

HEADER = "kind: plan\ndossier: D1\nid: P1\ntitle: 标题\nstatus: 已印发\n"


@pytest.mark.parametrize("row", rows("presence"), ids=" ".join)
def test_presence(row: tuple[str, ...]) -> None:
    text = written(row[1])
    negated = {"T": "F", "F": "T", "U": "U"}
    assert truth_of_text("方案.期限 已载明", text) == row[2]
    assert truth_of_text("方案.期限 未载明", text) == negated[row[2]]
    assert truth_of_text("方案.期限 已提供", text) == row[3]
    assert truth_of_text("方案.期限 未提供", text) == negated[row[3]]
    assert truth_of_text("方案.期限 为 3 年", text) == row[4]
    assert truth_of_text("方案.期限 注明不适用", text) == row[5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("审议: {不适用: 另行审议}", "T"),
        ("审议: null", "U"),
        ("审议: 有", "U"),
        ("审议: {}", "F"),
        ("", "F"),
        ("审议: {纪要文号: {不适用: 没有会议}}", "T"),
        ("审议: {审议日期: 2025-08-20}", "F"),
    ],
)
def test_what_does_not_apply_as_a_whole_does_not_in_its_parts(text: str, expected: str) -> None:
    assert truth_of_text("方案.审议.纪要文号 注明不适用", text) == expected
    rule_on = rule("当 方案.审议 已载明 且 非 方案.审议 注明不适用\n应当 方案.审议.纪要文号 已载明")
    if text == "审议: {不适用: 另行审议}":
        assert asked_of_texts(rule_on, HEADER + text).verdict == "not_applicable"


@pytest.mark.parametrize("row", [*rows("wholes"), *rows("ways")], ids=" ".join)
def test_presence_of_wholes_and_on_the_way(row: tuple[str, ...]) -> None:
    assert truth_of_text(f"{row[1]} 已载明", written(row[0])) == row[2]


@pytest.mark.parametrize("row", rows("presumptions"), ids=" ".join)
def test_presumptions(row: tuple[str, ...]) -> None:
    text = HEADER + written(row[0])
    presumed = rule("推定 方案.是否备案 为 否\n应当 方案.是否备案 为 否")
    assert TRUTH_BY_VERDICT[asked_of_texts(presumed, text).verdict] == row[1]
    stated = asked_of_texts(rule("推定 方案.是否备案 为 否\n应当 方案.是否备案 未载明"), text)
    assert stated.verdict == asked_of_texts(rule("应当 方案.是否备案 未载明"), text).verdict


def test_nothing_is_presumed_of_what_is_on_an_unknown_way() -> None:
    presuming = rule("推定 方案.审议.是否通过 为 是\n应当 方案.审议.是否通过")
    found = {
        text: asked_of_texts(presuming, HEADER + text).verdict for text in ("", "审议: {}", "审议: null", "审议: 有")
    }
    assert list(found.values()) == ["satisfied", "satisfied", "undetermined", "undetermined"]
    elsewhere = rule("推定 协议.方案.是否备案 为 是\n应当 协议.方案.是否备案", subject="协议")
    assert asked(elsewhere, agreement(), plan()).verdict == "satisfied"
    assert asked(elsewhere, agreement()).verdict == "undetermined"


TRUTH_BY_VERDICT = {"satisfied": "T", "violated": "F", "undetermined": "U"}


@pytest.mark.parametrize("row", rows("consequences"), ids=" ".join)
def test_consequences(row: tuple[str, ...]) -> None:
    rules = {
        "violated": "应当 方案.标题 为 “别的”",
        "satisfied": "应当 方案.标题 为 “标题”",
        "not_applicable": "当 方案.标题 为 “别的”\n应当 方案.标题 为 “别的”",
        "exempt": "应当 方案.标题 为 “别的”\n除非 方案.标题 已载明",
        "not_adopted": "鼓励 方案.标题 为 “别的”",
        "undetermined": "应当 方案.目标 为 “别的”",
        "error": "应当 方案.标题 为 “别的”",
        "没有检查": "应当 方案.标题 为 “别的”",
    }
    cite = "《管理办法》第二章要点1" if row[0] == "没有检查" else "《实施规范》第八条"
    text = rule(rules[row[0]] + "\n后果 T-B", cite=cite) + rule("应当 方案.标题 为 “别的”", name="T-B")
    if row[0] == "error":
        text += exception("T-X", "T-A", "应当 方案.标题 为 “甲”") + exception("T-Y", "T-A", "应当 方案.标题 为 “标题”")
    law = "in-force" if row[0] == "没有检查" else "default"
    assert asked(text, plan(), law=law).verdict == {"没有检查": "not_run"}.get(row[0], row[0])
    expected = {"T": "violated", "F": "not_applicable", "U": "undetermined"}
    assert asked(text, plan(), law=law, name="T-B").verdict == expected[row[1]]


def exception(name: str, target: str, replacement: str) -> str:
    return f"例外 {name} “题{name}” 对 {target}\n依据 《实施规范》第八条\n效果 改为 {replacement}\n完\n"


# ---------------------------------------------------------------------- exceptions


def choices(cells: tuple[str, ...]) -> list[tuple[bool | None, ...]]:
    found: list[tuple[bool | None, ...]] = [()]
    for cell in cells:
        values = tuple(TRUTH.values()) if cell == "-" else (TRUTH[cell],)
        found = [(*before, value) for before in found for value in values]
    return found


@pytest.mark.parametrize("row", rows("attacks"), ids=" ".join)
def test_attacks(row: tuple[str, ...]) -> None:
    expected = {"T": Verdict.EXEMPT, "F": Verdict.VIOLATED, "U": Verdict.UNDETERMINED}[row[3]]
    for holds in choices(row[:3]):
        pleas = {
            "e": Plea("e", "", holds[0], False, attackers=("a",)),
            "a": Plea("a", "", holds[1], False, attackers=("b",)),
            "b": Plea("b", "", holds[2], False),
        }
        assert judge(True, False, ["e"], pleas).verdict is expected


def state(cell: str) -> Any:
    return {"T": "是", "F": "否", "U": None}[cell]


ATTACK = """规则 T-A “题”
依据 《实施规范》第八条
对象 方案
应当 方案.标题 为 “别的”
完
例外 T-E “题” 对 T-A
依据 《实施规范》第八条
当 方案.是否备案
未证时 存疑
效果 豁免
完
例外 T-F “题” 对 T-E
依据 《实施规范》第八条
当 方案.是否涉及个人信息
未证时 存疑
效果 豁免
完
例外 T-G “题” 对 T-F
依据 《实施规范》第八条
当 方案.审议.是否通过
未证时 存疑
效果 豁免
完
"""


@pytest.mark.parametrize("row", rows("attacks"), ids=" ".join)
def test_attacks_in_a_rulebook(row: tuple[str, ...]) -> None:
    cells = [cell if cell != "-" else "T" for cell in row[:3]]
    paper = plan(filed=state(cells[0]), has_personal=state(cells[1]), review={"passed": state(cells[2])})
    assert asked(ATTACK, paper).verdict == {"T": "exempt", "F": "violated", "U": "undetermined"}[row[3]]


def replacing(over: str) -> str:
    text = rule("应当 方案.是否备案")
    parts = (
        ("T-E", over, "方案.是否涉及个人信息", "方案.审议.是否通过"),
        ("T-F", "", "方案.目标 为 “甲”", "方案.正文 为 “甲”"),
    )
    for name, before, when, required in parts:
        text += (
            f"例外 {name} “题” 对 T-A{before}\n依据 《实施规范》第八条\n当 {when}\n"
            f"未证时 存疑\n效果 改为 应当 {required}\n完\n"
        )
    return text


@pytest.mark.parametrize("row", rows("replacements"), ids=" ".join)
def test_replacements(row: tuple[str, ...]) -> None:
    word = {"T": "甲", "F": "乙", "U": None}
    paper = plan(
        has_personal=state(row[0]),
        review={"passed": state(row[1])},
        goal=word[row[2]],
        body=word[row[3]],
        filed=state(row[4]),
    )
    assert asked(replacing(""), paper).verdict == row[5]
    assert asked(replacing(" 优先于 T-F"), paper).verdict == row[6]


# ---------------------------------------------------------------------- versions and papers

VERSIONS = (
    rule("时点 方案.编制日期\n生效 2025-01-01 至 2025-06-30\n应当 方案.标题 已载明")
    + rule("时点 方案.编制日期\n生效 2025-07-01 至 2025-12-31\n应当 方案.标题 未载明")
)  # fmt: skip


@pytest.mark.parametrize("row", rows("versions"), ids=" ".join)
def test_versions(row: tuple[str, ...]) -> None:
    paper = plan(drafted_on=row[0] or ...)
    assert asked(VERSIONS, paper).verdict == row[1]


@pytest.mark.parametrize("row", [row for row in rows("versions") if len(row[0]) == 10], ids=" ".join)
def test_versions_by_the_date_of_the_check(row: tuple[str, ...]) -> None:
    text = VERSIONS.replace("时点 方案.编制日期\n", "").replace("《实施规范》第八条", "《管理办法》第二章要点1")
    assert asked(text, plan(), as_of=date.fromisoformat(row[0])).verdict == row[1]


@pytest.mark.parametrize("row", rows("links"), ids=" ".join)
def test_links(row: tuple[str, ...]) -> None:
    header = "kind: agreement\ndossier: D1\nid: A1\ntitle: 标题\nstatus: 已印发\n"
    others = [HEADER.replace("P1", name) + f"目标: {name}\n" for name in row[1].split()]
    text = rule("应当 协议.方案.目标 为 “P1”", subject="协议")
    answer = asked_of_texts(text, header + written(row[0]), *others)
    reasons = {
        "未见": "同一项目中未见实施方案",
        "几份": "同一项目中有几份实施方案，看不出指哪一份",
        "未知": "“方案编号”注明为未知",
        "不适用": "“方案编号”注明不适用：理由",
        "无法识别": "“方案编号”的内容无法识别",
    }
    if row[2] == "P1":
        assert answer.verdict == "satisfied"
    else:
        assert (answer.verdict, answer.reason) == ("undetermined", f"无法判断：{reasons[row[2]]}")


def test_a_paper_that_is_there_is_stated() -> None:
    assert asked("应当 协议.方案 已载明 且 协议.方案 已提供", agreement(), plan()).verdict == "satisfied"
    assert asked("应当 协议.方案 未载明 且 协议.方案 未提供", agreement(), plan()).verdict == "violated"
    assert asked("应当 协议.方案 已载明", agreement()).verdict == "undetermined"
    assert asked("应当 协议.方案 未载明", agreement()).verdict == "undetermined"
