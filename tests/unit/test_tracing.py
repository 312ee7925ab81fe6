"""`why` as text and as JSON: held to golden files and a schema; what a trace tells beside what a reader is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from pdo_policy import api
from pdo_policy.documents.read import read
from pdo_policy.dossier import dossiers_of
from pdo_policy.evaluation.machine import machine
from pdo_policy.evaluation.question import Question
from pdo_policy.findings import Verdict
from pdo_policy.report import RulebookInfo
from pdo_policy.reporters.trace_as_json import trace_data
from pdo_policy.reporters.trace_as_text import MOST_LINES, render_trace_text
from pdo_policy.rulebook import ir
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from pdo_policy.source import Source
from pdo_policy.tracing.explaining import explained as explained_under
from tests.asking import book_of, rule
from tests.causes import CAUSES
from tests.golden import traces
from tests.rulebooks import agreement, plan, report
from tests.tracing import AS_OF, explained, sources, told

if TYPE_CHECKING:
    from pdo_policy.traces import Explanation, Node, Trace

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/trace.schema.json").read_text("utf-8"))
VERDICTS = {
    "satisfied", "violated", "undetermined", "not-applicable", "exempt", "not-adopted", "error",
    "nearly", "no-clause", "no-paper",
}  # fmt: skip


def faults(explanation: Explanation) -> list[str]:
    """What of its JSON does not fit the schema."""
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(trace_data(explanation, "zh"))]


def only(explanation: Explanation) -> Trace:
    (trace,) = explanation.traces
    return trace


def required(trace: Trace) -> Node:
    assert trace.requirement is not None
    assert trace.requirement.node is not None
    return trace.requirement.node


# ---------------------------------------------------------------------- golden files, schema


def test_explanations_are_as_agreed() -> None:
    made = traces.produced()
    written = {path.name for path in traces.FOLDER.iterdir() if path.suffix in (".txt", ".json")}
    assert set(made) == written
    assert {name.removesuffix(".txt") for name in written if name.endswith(".txt") and "-en." not in name} == VERDICTS
    for name, text in made.items():
        assert text == (traces.FOLDER / name).read_text("utf-8"), f"{name}: if this is right, run `make fix`"


def test_the_schema_allows_nothing_else() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    objects = [one for one in (SCHEMA, *SCHEMA["$defs"].values()) if one["type"] == "object"]
    assert all(one["additionalProperties"] is False for one in objects)
    assert all(set(one["required"]) == set(one["properties"]) for one in objects)


@pytest.mark.parametrize("name", CAUSES)
def test_the_json_fits_its_schema(name: str) -> None:
    cause = CAUSES[name]
    assert faults(explained(cause.rules, *cause.papers)) == []


# ---------------------------------------------------------------------- what a trace tells


def test_a_condition_has_its_words_its_place_and_its_answer() -> None:
    trace = only(explained("应当 方案.目标 已载明 且\n  方案.期限 不超过 5 年  # 五年", plan(goal="有", term="6年")))
    node = required(trace)
    assert (node.form, node.text, node.value) == ("and", "方案.目标 已载明 且 方案.期限 不超过 5 年", False)
    assert [(part.form, part.op, part.value) for part in node.parts] == [
        ("present", "stated", True),
        ("compare", "le", False),
    ]
    place = node.parts[1].span.first
    assert (node.parts[1].span.source.name, place.line, place.column) == ("rules.pdl", 5, 3)
    (read,) = node.parts[1].reads
    assert (read.name, read.state, read.value, read.said) == ("期限", "present", "6年", "")
    assert read.location is not None
    assert read.location.pointer == ("term",)


OPERANDS = [
    # condition, the sides as they are told
    ("方案.期限 不超过 5 年", [("方案.期限", "3年")]),
    ("方案.自有资金 不少于 方案.投资 * 20%", [("方案.自有资金", "1万元"), ("方案.投资 * 20%", "2万元")]),
    ("方案.自有资金 / 方案.投资 为 20% 以上", [("方案.自有资金 / 方案.投资", "10%")]),
    ("（方案.自有资金 + 方案.投资） / 2 为 1 元 以上", [("（方案.自有资金 + 方案.投资） / 2", "5.5万元")]),
    ("-（方案.自有资金 + 方案.投资） 不满 0 元", [("-（方案.自有资金 + 方案.投资）", "-11万元")]),
    ("年度（方案.施行日期） 为 2025", [("年度（方案.施行日期）", "2025")]),
    ("数量（方案.领域） 为 2", [("数量（方案.领域）", "2")]),
    ("唯一（源 于 方案.数据资源 取 源.编号）", [("唯一（源 于 方案.数据资源 取 源.编号）", "是")]),
    (
        "数量（源 于 方案.数据资源 满足 源.是否共享） 不少于 1",
        [("数量（源 于 方案.数据资源 满足 源.是否共享）", "1")],
    ),
    ("方案.目标 属于 方案.领域", [("方案.目标", "交通")]),
    ("方案.目标 包含 “交”", [("方案.目标", "交通")]),
    ("方案.目标 符合格式 “^交”", [("方案.目标", "交通")]),
    ("方案.施行日期 在 方案.编制日期 起 1 个月 内", [
        ("方案.施行日期", "2025年7月1日"), ("方案.编制日期", "2025年6月3日"),
        ("届满日（方案.编制日期，1个月）", "2025年7月3日"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "expected"), OPERANDS, ids=[row[0] for row in OPERANDS])
def test_what_is_compared_is_told_with_its_value(condition: str, expected: list[tuple[str, str]]) -> None:
    paper = plan(
        term="3年", own_funds="1万元", budget="10万元", starts_on="2025-07-01", drafted_on="2025-06-03", goal="交通",
        domains=["交通", "气象"], resources=[{"id": "R1", "shared": True}, {"id": "R2", "shared": False}],
    )  # fmt: skip
    node = required(only(explained(f"应当 {condition}", paper)))
    assert [(one.text, one.value) for one in node.operands] == expected


def test_an_english_rule_is_told_in_its_own_words() -> None:
    text = (
        'rule T-A "Enough resources"\n  per 《实施规范》第八条\n  subject plan\n'
        "  must count(it of plan.resources satisfies it.shared) at_least 1\nend\n"
    )
    node = required(only(explained(text, plan(resources=[]))))
    assert [one.text for one in node.operands] == ["count(it of plan.resources satisfies it.shared)"]


def test_elements_that_tell_are_shown_and_the_rest_counted() -> None:
    many = plan(resources=[{"id": f"R{n}", "frequency": "每日"} if n % 2 else {"id": f"R{n}"} for n in range(100)])
    node = required(only(explained("应当 每个 源 于 方案.数据资源 满足 源.更新频率 已载明", many)))
    assert (node.count, len(node.parts), node.left_out) == (100, 20, 30)
    assert {part.value for part in node.parts} == {False}
    assert node.parts[1].label == "数据资源 → 第3项 R2"


def test_a_quantifier_in_another_shows_less() -> None:
    columns = [f"列{n}" for n in range(9)]
    condition = "每个 源 于 方案.数据资源 满足 （每个 列 于 源.数据项 满足 列 为 “无”）"
    node = required(only(explained(f"应当 {condition}", plan(resources=[{"id": "R1", "columns": columns}]))))
    (element,) = node.parts
    (inner,) = element.parts
    assert (inner.count, len(inner.parts), inner.left_out) == (9, 5, 4)


def test_parameters_are_told_with_their_status() -> None:
    text = "参数 最长 := 5 年 依据 《实施规范》第八条\n" + rule("应当 方案.期限 不超过 最长")
    trace = only(explained(text, plan(term="3年")))
    assert [(one.name, one.value, one.status) for one in trace.parameters] == [("最长", "5年", "待核")]
    assert trace.notes == ("读取了待核的参数“最长”，结论待核",)


def test_a_premise_on_other_papers_was_not_asked() -> None:
    text = rule("应当 年报.收入合计 已载明\n后果 T-A", subject="年报", name="T-B") + rule("应当 方案.目标 已载明")
    found = explained(text, plan(), report())
    assert [(one.rule_id, one.verdict) for one in only(found).applicability.premises] == [("T-B", None)]
    assert "前提规则 T-B：没有检查" in render_trace_text(found, "zh")


def test_every_subject_has_its_trace() -> None:
    text = rule("应当 协议.签订日期 不早于 方案.审议.审议日期", subject="协议，方案")
    found = explained(text, agreement(signed_on="2025-01-01"), plan(review={"reviewed_on": "2025-02-01"}),
                      {**agreement(signed_on="2025-03-01"), "id": "A2"})  # fmt: skip
    assert [(trace.subject.label, trace.verdict.value) for trace in found.traces] == [
        ("授权运营协议 A1、实施方案 P1", "violated"),
        ("授权运营协议 A2、实施方案 P1", "satisfied"),
    ]
    blocks = render_trace_text(found, "zh").split("\n\n")
    assert len(blocks) == 2
    assert "实施方案 P1：审议 → 审议日期：2025年2月1日  2.json" in blocks[0]


# ---------------------------------------------------------------------- what would change it

EXEMPTING = "例外 T-X “甲” 对 T-A\n依据 《实施规范》第十五条\n当 方案.正文 已载明\n{}效果 豁免\n完\n"
GOAL = "应当 方案.目标 已载明"
CHANGES: list[tuple[str, dict[str, Any], list[tuple[str, str, str | None, str | None]]]] = [
    # rules, the paper, what would change the verdict: what, id, if it held, if it did not
    (GOAL, plan(), [("applicability", "", None, "not_applicable"), ("requirement", "", "satisfied", None)]),
    (GOAL, plan(goal=None), [
        ("applicability", "", None, "not_applicable"), ("requirement", "", "satisfied", "violated"),
    ]),
    (f"当 方案.是否备案\n{GOAL}", plan(filed=False), [("applicability", "", "violated", None)]),
    (f"当 方案.是否备案\n{GOAL}", plan(), [
        ("applicability", "", "violated", "not_applicable"), ("requirement", "", "satisfied", None),
    ]),
    ("可以 方案.目标 已载明", plan(), [("applicability", "", "satisfied", None)]),
    (f"鼓励 {GOAL.removeprefix('应当 ')}", plan(goal="有"), [
        ("applicability", "", None, "not_applicable"), ("requirement", "", None, "not_adopted"),
    ]),
    (rule(GOAL) + EXEMPTING.format(""), plan(), [
        ("applicability", "", None, "not_applicable"), ("requirement", "", "satisfied", None),
        ("exception", "T-X", "exempt", None),
    ]),
    (rule(GOAL) + EXEMPTING.format(""), plan(body="有"), [
        ("applicability", "", None, "not_applicable"), ("exception", "T-X", None, "violated"),
    ]),
    (rule(GOAL) + EXEMPTING.format("未证时 存疑\n"), plan(body=None), [
        ("applicability", "", None, "not_applicable"), ("requirement", "", "satisfied", None),
        ("exception", "T-X", "exempt", "violated"),
    ]),
    (rule(GOAL) + EXEMPTING.format("生效 2030-01-01 起\n"), plan(), [
        ("applicability", "", None, "not_applicable"), ("requirement", "", "satisfied", None),
    ]),
    (rule(GOAL, cite="《管理办法》第二章要点2"), plan(), [
        ("applicability", "", None, "not_applicable"), ("requirement", "", "satisfied", None),
    ]),
    # Only the version asked has these 除非: the earlier has none.
    (
        rule(f"生效 2024-01-01 至 2024-12-31\n{GOAL}")
        + rule(f"生效 2025-01-01 起\n{GOAL}\n除非 方案.正文 已载明\n除非 方案.是否备案"),
        plan(),
        [
            ("applicability", "", None, "not_applicable"), ("requirement", "", "satisfied", None),
            ("exception", "T-A/1", "exempt", None), ("exception", "T-A/2", "exempt", None),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "paper", "expected"), CHANGES)
def test_what_would_change_the_verdict(rules: str, paper: dict[str, Any], expected: list[Any]) -> None:
    trace = only(explained(rules, paper))
    assert [(one.what, one.id, one.if_true, one.if_false) for one in trace.changes] == expected


FILINGS = [
    # condition, fields, what to file
    ("方案.目标 已载明", {}, "写明“目标”"),
    ("方案.目标 已载明 且 方案.正文 已载明", {}, "写明“目标”、写明“正文”"),
    ("方案.目标 已载明 或 方案.正文 已载明", {}, "写明“目标”或“正文”"),
    ("方案.目标 已载明 且 方案.期限 不超过 3 年", {"term": "4年"}, "写明“目标”、改变其余所写的情况"),
    ("方案.期限 不超过 3 年", {"term": "4年"}, "改变所写的情况"),
    ("方案.期限 不超过 3 年", {"term": None}, "写明“期限”的实际情况"),
    ("方案.期限 不超过 3 年", {"term": "若干"}, "改正“期限”的写法"),
    ("方案.投资 / 方案.自有资金 超过 1", {"budget": "1元", "own_funds": "0元"}, "除数不为零"),
    ("下列全部 （一）方案.目标 已载明 （二）方案.正文 已载明 （三）方案.期限 已载明 （四）方案.页数 已载明", {},
     "写明“目标”、写明“正文”、写明“期限”等多处"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "fields", "expected"), FILINGS, ids=[row[0] + str(row[1]) for row in FILINGS])
def test_what_to_file(condition: str, fields: dict[str, Any], expected: str) -> None:
    lines = told(f"应当 {condition}", plan(**fields)).splitlines()
    assert [line for line in lines if line.startswith(f"  要改变结论：{expected}；满足要求则为符合")], lines


def test_the_words_of_the_rule_say_what_to_do() -> None:
    text = told("应当 方案.期限 不超过 3 年\n整改 “缩短期限”", plan(term="4年"))
    assert "要改变结论：缩短期限；满足要求则为符合" in text


# ---------------------------------------------------------------------- fifteen lines, and hostile papers


def test_what_is_too_much_is_counted() -> None:
    many = plan(resources=[{"id": f"R{number}"} for number in range(300)])
    text = told("应当 每个 源 于 方案.数据资源 满足 （源.更新频率 已载明 且 源.类别 已载明）", many)
    assert len(text.splitlines()) == MOST_LINES
    assert "--json 看全部" in text
    assert text.splitlines()[-1].startswith("  要改变结论：写明")


def test_a_paper_cannot_disturb_the_terminal() -> None:
    paper = Source("方案\u001b[31m.json", json.dumps(plan(goal="甲\n乙")))
    found = api.why("T-A", paper, as_of=AS_OF, rulebook=book_of(rule("应当 方案.目标 为 “乙”")))
    assert "目标：甲 乙  方案·[31m.json:1:" in render_trace_text(found, "zh")


def test_a_fault_of_ours_is_told_where_it_is() -> None:
    book = book_of(rule("应当 方案.目标 已载明 且 方案.页数 超过 3"))
    (one,) = book.program.rules
    requirement = one.norm.requirement
    assert isinstance(requirement, ir.And)
    nonsense = ir.Compare("lt", ir.Const("text", "甲"), ir.Const("integer", 1), requirement.parts[1].at)
    broken = one._replace(
        norm=one.norm._replace(requirement=requirement._replace(parts=(requirement.parts[0], nonsense)))
    )
    program = book.program._replace(rules=(broken,))
    question = Question(replace(book, program=program), machine(program), AS_OF, "default", {}, "zh")
    (source,) = sources(plan(goal="有"))
    (document,) = read(source)
    bound = bind_document(document, book.types)
    assert isinstance(bound, BoundDocument)
    dossiers = dossiers_of([bound], book.manifest.documents, book.manifest.relations)
    found = explained_under(question, dossiers, "T-A", (), RulebookInfo("", "", "", "0" * 64, ""))
    assert only(found).verdict is Verdict.ERROR
    assert required(only(found)).parts[1].failed
    assert faults(found) == []
    text = render_trace_text(found, "zh")
    assert "规则内部出错：T-A" in text
    assert "方案.页数 超过 3（出错）" in text
