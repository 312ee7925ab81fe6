"""Documents meet their schema: states, values, canonical paths, and what is told of what does not fit."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pdo_policy.documents.read import read
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import Bound, BoundDocument, State, StructureProblem, breadcrumb, natural_path, path
from pdo_policy.schema.validate import compiled
from pdo_policy.source import Source
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from pdo_policy.wording import structure, values, worded

SCHEMAS = Path(__file__).parents[2] / "schemas"
KINDS = ("implementation_plan", "agreement", "annual_report")
TYPES = {kind: compiled(json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8"))) for kind in KINDS}
HEAD = "kind: implementation_plan\ndossier: D\nid: P\ntitle: 题\nstatus: 已印发\n"


def bound(text: str) -> BoundDocument:
    (document,) = read(Source("plan.yaml", HEAD + text))
    assert document.problems == ()
    found = bind_document(document, TYPES)
    assert isinstance(found, BoundDocument)
    return found


def at(document: BoundDocument, pointer: str) -> Bound:
    here = document.root
    for step in pointer.split("/"):
        here = here.data[int(step) if step.isdigit() else step]
    return here


@pytest.mark.parametrize(
    ("text", "pointer", "state", "value"),
    [
        ("necessity: 需要", "necessity", State.PRESENT, "需要"),
        ("必要性: 需要", "necessity", State.PRESENT, "需要"),
        ("必要性论证: 需要", "necessity", State.PRESENT, "需要"),
        ("goals: [其一, 其二]", "goals", State.PRESENT, "其一\n其二"),
        ("version: 1.10", "version", State.PRESENT, "1.10"),
        ("doc_no: 0123", "doc_no", State.PRESENT, "0123"),
        ("doc_no: true", "doc_no", State.PRESENT, "true"),
        ("version: 12:30", "version", State.PRESENT, "12:30"),
        ("issued_on: 2025-06-26", "issued_on", State.PRESENT, date(2025, 6, 26)),
        ("issued_on: 2025年6月26日", "issued_on", State.PRESENT, date(2025, 6, 26)),
        ("issued_on: 二〇二五年六月", "issued_on", State.PRESENT, Interval(date(2025, 6, 1), date(2025, 6, 30))),
        ("issued_on: 2025", "issued_on", State.PRESENT, Interval(date(2025, 1, 1), date(2025, 12, 31))),
        ("term: {duration: 叁年}", "term/duration", State.PRESENT, Duration(36, "month")),
        ("exclusive: false", "exclusive", State.PRESENT, False),
        ("是否排他: 否", "exclusive", State.PRESENT, False),
        ("authorization_mode: [整体授权, sector, 按场景]", "authorization_mode/0", State.PRESENT, "overall"),
        ("authorization_mode: 统一授权", "authorization_mode/0", State.PRESENT, "unified"),
        ("data_foundation: {records: 114}", "data_foundation/records", State.PRESENT, 114),
        ("data_foundation: {records: 1.0}", "data_foundation/records", State.PRESENT, 1),
        ("data_foundation: {providers: 232个}", "data_foundation/providers", State.PRESENT, 232),
        (
            "revenue_sharing: {shares: [{party: 甲, share: 三成}]}",
            "revenue_sharing/shares/0/share",
            State.PRESENT,
            Decimal("0.3"),
        ),
        ("necessity: null", "necessity", State.NULL, None),
        ("necessity:", "necessity", State.NULL, None),
        ("necessity: 待定", "necessity", State.NULL, None),
        ("term: null", "term", State.NULL, None),
        ("term: 待定", "term", State.NULL, None),
        ("resources: null", "resources", State.NULL, None),
        ("necessity: ''", "necessity", State.BLANK, None),
        ("necessity: ____", "necessity", State.BLANK, None),
        ("term: {}", "term", State.BLANK, {}),
        ("resources: []", "resources", State.BLANK, []),
        ("term: ''", "term", State.BLANK, None),
        ("franchise: {不适用: 没有特许开发}", "franchise", State.NOT_APPLICABLE, "没有特许开发"),
        ("necessity: {not_applicable: 另行论证}", "necessity", State.NOT_APPLICABLE, "另行论证"),
        ("resources: {不适用: 见附件}", "resources", State.NOT_APPLICABLE, "见附件"),
    ],
)
def test_states_and_values(text: str, pointer: str, state: State, value: object) -> None:
    document = bound(text)
    found = at(document, pointer)
    assert (found.state, found.data) == (state, value)
    assert document.problems == ()


def summary(problem: StructureProblem) -> tuple[str, str, int, int]:
    position = Source("", HEAD + problem.facts["_text"]).position(problem.start)
    return problem.code, "/".join(map(str, problem.path)), position.line - 5, position.column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("necesity: 需要", [("schema.unknown-key-near", "necesity", 1, 1)]),
        ("必要姓: 需要", [("schema.unknown-key-near", "必要姓", 1, 1)]),
        ("zzzz: 1", [("schema.unknown-key", "zzzz", 1, 1)]),
        ("更新频率: 每日", [("schema.unknown-key-elsewhere", "更新频率", 1, 1)]),
        ("resources:\n  - name: 甲\n    质量状况: 好", [("schema.unknown-key-near", "resources/0/质量状况", 3, 5)]),
        ("necessity: 甲\n必要性: 乙", [("schema.duplicate-key", "necessity", 2, 1)]),
        ("term: 3年", [("schema.record-wanted", "term", 1, 7)]),
        ("term: [3年]", [("schema.record-wanted", "term", 1, 7)]),
        ("resources: {name: 甲}", [("schema.list-wanted", "resources", 1, 12)]),
        ("resources: 见附件", [("schema.list-wanted", "resources", 1, 12)]),
        ("resources: [甲]", [("schema.record-wanted", "resources/0", 1, 13)]),
        ("issued_on: [2025-01-01]", [("schema.single-value-wanted", "issued_on", 1, 12)]),
        ("issued_on: {year: 2025}", [("schema.single-value-wanted", "issued_on", 1, 12)]),
        ("goals: [其一, [其二]]", [("schema.single-value-wanted", "goals", 1, 8)]),
        ("necessity: 不适用", [("schema.not-applicable-reason", "necessity", 1, 12)]),
        ("necessity: {不适用: ''}", [("schema.not-applicable-reason", "necessity", 1, 13)]),
        ("franchise: {不适用: 无, field: 气象}", [("schema.not-applicable-alone", "franchise", 1, 13)]),
        ("form: 目标任务式公告", [("schema.unknown-choice-near", "form", 1, 7)]),
        ("form: qqqq", [("schema.unknown-choice", "form", 1, 7)]),
        ("authorization_mode: [整体授权+分领域授权]", [("schema.several-choices", "authorization_mode/0", 1, 22)]),
        ("term: {duration: 30}", [("schema.duration-no-unit", "term/duration", 1, 18)]),
        ("data_foundation: {records: -1}", [("schema.count-negative", "data_foundation/records", 1, 28)]),
        (
            "implementing_body: {credit_code: 11429000MB9000015X}",
            [("schema.credit_code-check", "implementing_body/credit_code", 1, 34)],
        ),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(text: str, expected: list[tuple[str, str, int, int]]) -> None:
    document = bound(text)
    problems = [
        StructureProblem(**{**vars(problem), "facts": {**problem.facts, "_text": text}})
        for problem in document.problems
    ]
    assert [summary(problem) for problem in problems] == expected


@pytest.mark.parametrize("key", ["dossier", "id", "title", "status"])
def test_a_missing_header_field_is_told_at_the_kind(key: str) -> None:
    text = "\n".join(line for line in HEAD.splitlines() if not line.startswith(f"{key}:"))
    (document,) = read(Source("plan.yaml", text))
    found = bind_document(document, TYPES)
    assert isinstance(found, BoundDocument)
    (problem,) = found.problems
    assert (problem.code, problem.path, problem.absent) == ("schema.missing-header", (key,), True)
    assert text[problem.start : problem.end] == "kind: implementation_plan"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("- 甲", "schema.not-a-record", "-"),
        ("title: 甲", "schema.no-kind", "title"),
        ("kind:\ntitle: 甲", "schema.no-kind", ""),
        ("kind: 实施方按", "schema.unknown-kind", "实施方按"),
        ("kind: [agreement]", "schema.no-kind", "[agreement]"),
    ],
)
def test_a_document_of_no_known_kind_says_so(text: str, code: str, place: str) -> None:
    (document,) = read(Source("x.yaml", text))
    found = bind_document(document, TYPES)
    assert isinstance(found, StructureProblem)
    assert (found.code, text[found.start : found.end]) == (code, place)


@pytest.mark.parametrize("written", ["kind: agreement", "文件种类: 授权运营协议", "文书种类: agreement"])
def test_the_kind_may_be_written_in_either_language(written: str) -> None:
    (document,) = read(Source("x.yaml", f"{written}\ndossier: D\nid: A\ntitle: 题\nstatus: 起草中"))
    found = bind_document(document, TYPES)
    assert isinstance(found, BoundDocument)
    assert (found.kind, found.problems) == ("agreement", ())


def test_paths_in_three_forms() -> None:
    document = bound("数据资源:\n  - {编号: R-01, 名称: 甲}\n  - {名称: 乙, 质量情况: 好}\n")
    quality = at(document, "resources/1/quality")
    assert path(quality) == ("resources", 1, "quality")
    assert breadcrumb(quality) == ("数据资源", "第2项 乙", "质量情况")
    assert natural_path(quality) == ("resources", "[乙]", "quality")


def natural(lines: list[str]) -> dict[str, tuple[str, ...]]:
    document = bound("resources:\n" + "\n".join(f"  - {line}" for line in lines))
    return dict(zip(lines, map(natural_path, at(document, "resources").data), strict=True))


def test_natural_paths_do_not_depend_on_order() -> None:
    lines = ["{id: R-01}", "{id: R-02}", "{provider: 某局}", "{quality: 好, provider: 另一局}", "{}", "甲"]
    assert natural(lines) == natural(lines[::-1])
    assert len(set(natural(lines).values())) == len(lines)


def test_elements_that_cannot_be_told_apart_are_numbered() -> None:
    document = bound("resources: [{id: R}, {id: R}, {provider: 局}, {provider: 局}]")
    names = [natural_path(element)[1] for element in at(document, "resources").data]
    assert names[:2] == ["[R]", "[R]#2"]
    assert names[3] == f"{names[2]}#2"


def test_every_problem_has_words_in_both_languages() -> None:
    tables = {**structure.MESSAGES, **values.MESSAGES}
    facts: dict[str, Any] = dict.fromkeys(
        (
            "label",
            "path",
            "line",
            "key",
            "known",
            "value",
            "near",
            "first_line",
            "some",
            "where",
            "text",
            "field",
            "count",
            "keyword",
            "limit",
            "within",
            "kind",
        ),
        "甲",
    )
    for code in structure.MESSAGES:
        for lang in ("zh", "en"):
            words = worded(tables, code, facts, lang)
            assert words.headline, code
            assert words.fix, code


def test_a_schema_of_ones_own_is_told_by_its_keywords() -> None:
    schema = {
        "type": "object",
        "required": ["kind", "name"],
        "properties": {
            "kind": {"const": "note"},
            "name": {"type": "string", "maxLength": 3, "title": "名称"},
            "day": {"type": "string", "format": "date"},
            "count": {"type": "integer", "maximum": 5},
        },
    }
    own = {"note": compiled(schema)}
    (document,) = read(Source("x.yaml", "kind: note\nname: 一二三四\ncount: 9\nday: 2025年3月1日\nother: 1\n"))
    found = bind_document(document, own)
    assert isinstance(found, BoundDocument)
    assert [(p.code, p.path, p.facts["keyword"]) for p in found.problems] == [
        ("schema.too-long", ("name",), "maxLength"),
        ("schema.too-large", ("count",), "maximum"),
    ]
    assert found.root.data["day"].data == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("written", "value"), [("120毫秒", Decimal(120)), ("120", Decimal(120)), ("1.5 毫秒", Decimal("1.5"))]
)
def test_a_number_may_carry_the_unit_of_its_field(written: str, value: Decimal) -> None:
    schema = {
        "properties": {"kind": {"const": "note"}, "wait": {"x-kind": "number", "x-unit": "毫秒", "title": "时长"}}
    }
    (document,) = read(Source("x.yaml", f"kind: note\nwait: {written}\n"))
    found = bind_document(document, {"note": compiled(schema)})
    assert isinstance(found, BoundDocument)
    assert (found.root.data["wait"].data, found.problems) == (value, ())
