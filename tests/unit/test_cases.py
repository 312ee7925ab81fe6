"""Case files: the notation, what a failing case says, and the verdicts a rule can reach by its form."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from pdo_policy import Source, bundled, check, load_rulebook
from pdo_policy.api import why
from pdo_policy.errors import FormError
from pdo_policy.reporters.problems import problem_text
from pdo_policy.reporters.trace_as_text import render_trace_text
from pdo_policy.testing import Case, case_files, pointer, reachable, read_cases, run_case
from pdo_policy.testing.running import explained
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from pathlib import Path

RULE = """
认定 已经公开 “是否已经公开” 由 测试机关
规则 T-GOAL “方案写明目标”
  依据 《实施规范》第八条
  对象 方案
  应当 方案.目标 已载明
  违反时 “没有写目标”
  存疑时 “目标尚待核实”
完
规则 T-RESOURCES “每项资源有名称”
  依据 《实施规范》第九条第一项
  对象 方案
  当 方案.数据资源 已载明
  应当 每个 源 于 方案.数据资源 满足 源.名称 已载明
  违反时 “资源没有名称”
完
"""
BASE = """
kind: plan
dossier: D1
id: P1
title: 方案
status: issued
goal: 目标
resources:
  - {id: R-1, name: 甲}
---
kind: agreement
dossier: D1
id: A1
title: 协议
status: issued
plan_id: P1
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small(tmp_path_factory.mktemp("cases"), RULE)
    (root / "base.yaml").write_text(BASE, "utf-8")
    return root


def written(folder: Path, text: str) -> Path:
    path = folder / "rules.cases.yaml"
    path.write_text(text, "utf-8")
    return path


def only(folder: Path, more: str = "", base: str = "base: base.yaml\n") -> Case:
    head = f"{base}cases:\n  - rule: T-GOAL\n    name: 情形\n    expect: violated\n"
    found = read_cases(written(folder, head + more))
    assert len(found) == 1
    return found[0]


# ---------------------------------------------------------------------- the notation


def test_a_case_has_its_defaults(folder: Path) -> None:
    case = only(folder)
    assert (case.rule, case.name, case.expect) == ("T-GOAL", "情形", "violated")
    assert (case.file, case.line) == ((folder / "rules.cases.yaml").as_posix(), 3)
    assert (case.at, case.message, case.count, case.as_of, case.law) == (None, None, None, date(2026, 6, 1), "default")
    assert case.determinations == {}
    assert list(case.documents) == ["plan", "agreement"]


@pytest.mark.parametrize(
    ("change", "kind", "expected"),
    [
        pytest.param("{/goal: 新目标}", "plan", {"goal": "新目标"}, id="a value"),
        pytest.param("{/goal: null}", "plan", {"goal": None}, id="an explicit unknown"),
        pytest.param("{/review/result: passed}", "plan", {"review": {"result": "passed"}}, id="a record is begun"),
        pytest.param(
            "{/resources/0/name: 乙}", "plan", {"resources": [{"id": "R-1", "name": "乙"}]}, id="in an element"
        ),
        pytest.param("{/resources/0: ~absent}", "plan", {"resources": []}, id="an element taken away"),
        pytest.param(
            "{/resources/-: {id: R-2}}", "plan", {"resources": [{"id": "R-1", "name": "甲"}, {"id": "R-2"}]}, id="added"
        ),
    ],
)
def test_a_change_is_of_one_place(folder: Path, change: str, kind: str, expected: dict[str, Any]) -> None:
    document = only(folder, f"    change: {{{kind}: {change}}}\n").documents[kind]
    untouched = only(folder).documents[kind]
    assert document == {**untouched, **expected}


def test_a_key_or_a_document_is_taken_away(folder: Path) -> None:
    assert "goal" not in only(folder, "    change: {plan: {/goal: ~absent}}\n").documents["plan"]
    assert list(only(folder, "    change: {plan: ~absent}\n").documents) == ["agreement"]


def test_a_whole_document_is_put_in_and_changed(folder: Path) -> None:
    whole = "{kind: annual_report, dossier: D1, id: R1, title: 年报, status: issued}"
    case = only(folder, f"    change: {{annual_report: {{/: {whole}, /year: 2025}}}}\n")
    assert case.documents["annual_report"]["id"] == "R1"
    assert str(case.documents["annual_report"]["year"]) == "2025"


def test_several_documents_of_a_kind_are_put_in_as_a_list(folder: Path) -> None:
    head = "{kind: plan, dossier: D1, title: 方案, status: issued, id: "
    change = f"    change: {{plan: {{/: [{head}P1, goal: 目标}}, {head}P2}}], /1/goal: 又一目标}}}}\n"
    case = only(folder, change)
    assert [document["id"] for document in case.documents["plan"]] == ["P1", "P2"]
    assert run_case(replace(case, expect="satisfied"), load(folder)).failure == ""
    unmet = only(folder, change.replace(", /1/goal: 又一目标", ""))
    assert run_case(unmet, load(folder)).actual == "satisfied、violated"
    turned = only(folder, change.replace("P1", "P3").replace(", /1/goal: 又一目标", ""))
    assert run_case(turned, load(folder)).actual == "violated、satisfied", "by the names of the papers"


def test_a_case_that_is_not_met_is_explained_as_why_does(folder: Path) -> None:
    book = load(folder)
    case = only(folder, "    change: {plan: {/goal: ~absent}}\n")
    given = why(
        "T-GOAL",
        *(
            Source(f"{kind}.json", json.dumps(one, ensure_ascii=False, indent=1))
            for kind, one in case.documents.items()
        ),
        as_of=case.as_of,
        rulebook=book,
    )
    assert explained(case, book) == render_trace_text(given, "zh")
    assert explained(replace(case, documents={}), book) == ""
    assert explained(replace(case, documents={"plan": []}), book) == ""


def test_cases_share_nothing(folder: Path) -> None:
    path = written(
        folder,
        "base: base.yaml\ncases:\n"
        "  - {rule: T-GOAL, name: 甲, expect: violated, change: {plan: {/resources/-: {id: R-2}}}}\n"
        "  - {rule: T-GOAL, name: 乙, expect: satisfied}\n",
    )
    first, second = read_cases(path)
    assert len(first.documents["plan"]["resources"]) == 2
    assert len(second.documents["plan"]["resources"]) == 1


def test_date_law_and_answers_are_read(folder: Path) -> None:
    case = only(
        folder, '    as_of: 2025-01-31\n    law: draft\n    findings: 2\n    determinations: {甲: 是, 乙: "否"}\n'
    )
    assert (case.as_of, case.law, case.count) == (date(2025, 1, 31), "draft", 2)
    assert case.determinations == {"甲": True, "乙": False}
    assert only(folder, "    determinations: {甲: true, 乙: false}\n").determinations == {"甲": True, "乙": False}


def test_case_files_are_found_below_a_folder(folder: Path) -> None:
    path = written(folder, "cases: []\n")
    assert case_files(folder) == [path]
    assert read_cases(path) == []


WRONG = [
    # what is written, the code, and the text of the place that is pointed at
    pytest.param("- 甲\n", "LAW-F005", "-", id="not a mapping"),
    pytest.param("a: 1\n---\nb: 2\n", "LAW-F008", "", id="two documents"),
    pytest.param("base: base.yaml\n", "LAW-F003", "b", id="no cases"),
    pytest.param("base: 没有.yaml\ncases: []\n", "CASE-001", "没有.yaml", id="no such base"),
    pytest.param("cases:\n  - {rule: T-GOAL, name: 甲}\n", "LAW-F003", "{", id="no expectation"),
    pytest.param(
        "cases:\n  - {rule: T, name: 甲, expect: satisfied, expected: y}\n", "LAW-F004", "expected", id="unknown key"
    ),
    pytest.param("cases:\n  - {rule: T, name: 甲, expect: 符合}\n", "LAW-F006", "符合", id="no such verdict"),
    pytest.param(
        "cases:\n  - {rule: T, name: 甲, expect: error, as_of: 2025-02-30}\n",
        "LAW-F009",
        "2025-02-30",
        id="no such day",
    ),
    pytest.param(
        "cases:\n  - {rule: T, name: 甲, expect: error, determinations: {乙: 也许}}\n",
        "LAW-F006",
        "也许",
        id="an answer",
    ),
    pytest.param(
        "cases:\n  - {rule: T, name: 甲, expect: error, change: {plan: 没有}}\n", "LAW-F007", "没有", id="no changes"
    ),
    pytest.param(
        "cases:\n  - {rule: T, name: 甲, expect: error, change: {plan: {goal: 1}}}\n", "LAW-F007", "{", id="no pointer"
    ),
    pytest.param(
        "cases:\n  - {rule: T, name: 甲, expect: error}\n  - {rule: T, name: 甲, expect: exempt}\n",
        "CASE-004",
        "甲",
        id="a name twice",
    ),
    pytest.param(
        "base: base.yaml\ncases:\n  - {rule: T, name: 甲, expect: error, change: {plan: {/goal/x: 1}}}\n",
        "CASE-005",
        "1",
        id="into a text",
    ),
    pytest.param(
        "base: base.yaml\ncases:\n  - {rule: T, name: 甲, expect: error, change: {plan: {/resources/5/name: 1}}}\n",
        "CASE-005",
        "1",
        id="beyond a list",
    ),
    pytest.param(
        "base: base.yaml\ncases:\n  - {rule: T, name: 甲, expect: error, change: {plan: {/resources/-1: {id: R-2}}}}\n",
        "CASE-005",
        "{",
        id="no number",
    ),
    pytest.param(
        "base: base.yaml\ncases:\n  - {rule: T, name: 甲, expect: error, change: {plan: {/resources/5: ~absent}}}\n",
        "CASE-006",
        "~absent",
        id="no such element",
    ),
    pytest.param(
        "base: base.yaml\ncases:\n  - {rule: T, name: 甲, expect: error, change: {plan: {/gaol: ~absent}}}\n",
        "CASE-006",
        "~absent",
        id="no such key",
    ),
    pytest.param(
        "base: base.yaml\ncases:\n  - {rule: T, name: 甲, expect: error, change: {plan: {/exit/method: ~absent}}}\n",
        "CASE-006",
        "~absent",
        id="no such record",
    ),
    pytest.param(
        "base: base.yaml\ncases:\n  - {rule: T, name: 甲, expect: error, change: {annual_report: ~absent}}\n",
        "CASE-006",
        "~absent",
        id="no such document",
    ),
]


@pytest.mark.parametrize(("text", "code", "place"), WRONG)
def test_what_is_not_in_the_notation_is_told_with_its_place(folder: Path, text: str, code: str, place: str) -> None:
    with pytest.raises(FormError) as caught:
        read_cases(written(folder, text))
    (problem,) = caught.value.problems
    assert problem.span is not None
    assert (problem.code, problem.span.text) == (code, place)
    assert problem.span.source.name == (folder / "rules.cases.yaml").as_posix()
    assert problem_text(problem, "zh") != problem_text(problem, "en")


def test_every_problem_of_a_file_is_told_at_once(folder: Path) -> None:
    text = (
        "base: base.yaml\ncases:\n"
        "  - {rule: T, name: 甲, expect: error, as_of: 2025-02-30, change: {plan: {/gaol: ~absent, /goal/x: 1}}}\n"
        "  - {rule: T, name: 甲, expect: error}\n"
    )
    with pytest.raises(FormError) as caught:
        read_cases(written(folder, text))
    assert sorted(problem.code for problem in caught.value.problems) == ["CASE-004", "CASE-005", "CASE-006", "LAW-F009"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("kind: plan\nid: 1\n---\nkind: plan\nid: 2\n", "CASE-003", id="twice"),
        pytest.param("goal: 目标\n", "CASE-002", id="no kind"),
        pytest.param("- kind\n", "CASE-002", id="a list"),
        pytest.param("kind: [\n", "LAW-F002", id="not YAML"),
    ],
)
def test_the_documents_of_a_base_are_of_different_kinds(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "base.yaml").write_text(text, "utf-8")
    with pytest.raises(FormError) as caught:
        read_cases(written(tmp_path, "base: base.yaml\ncases: []\n"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.span is not None and problem.span.source.name) == (
        code,
        (tmp_path / "base.yaml").as_posix(),
    )


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.cases.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormError) as caught:
        read_cases(path)
    assert [problem.code for problem in caught.value.problems] == ["LAW-F001"]


def test_the_published_schema_has_the_shipped_files_and_no_others() -> None:
    schema = json.loads((bundled.data("schemas") / "cases.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = case_files(bundled.rulebook_folder())
    contents = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in files]  # noqa: S506 - the loader that makes text of everything
    assert files
    for content in contents:
        for case in content["cases"]:
            case.update({key: int(case[key]) for key in ("findings",) if key in case})
        assert list(validator.iter_errors(content)) == []
    assert not validator.is_valid({"cases": [{"rule": "T", "name": "甲", "expect": "satisfied", "expected": "x"}]})


# ---------------------------------------------------------------------- running


MISSING = "    change: {plan: {/goal: ~absent}}\n"


def test_a_case_is_met(folder: Path) -> None:
    result = run_case(only(folder, f"{MISSING}    at: /goal\n    message: 没有写目标\n"), load(folder))
    assert (result.actual, result.failure) == ("violated", "")
    assert [pointer(finding) for finding in result.findings] == ["/goal"]


@pytest.mark.parametrize(
    ("more", "changed", "zh", "en"),
    [
        pytest.param("", {}, "期望 violated，得到 satisfied", "expected violated, got satisfied", id="verdict"),
        pytest.param(
            MISSING,
            {"at": "/body"},
            "期望位置 /body，得到 /goal",
            "expected at /body, got /goal",
            id="place",
        ),
        pytest.param(
            MISSING,
            {"at": "/goal", "count": 2},
            "期望 2 条发现，得到 1 条",
            "expected 2 findings, got 1",
            id="count",
        ),
        pytest.param(
            MISSING,
            {"message": "尚待核实"},
            "期望消息含“尚待核实”，得到“没有写目标”",
            "expected a message with “尚待核实”, got “没有写目标”",
            id="message",
        ),
        pytest.param("    law: draft\n", {}, "期望 violated，得到 not_run", None, id="not run"),
        pytest.param(
            "    change: {plan: {/goal: null}}\n",
            {},
            "期望 violated，得到 undetermined",
            None,
            id="an open verdict",
        ),
        pytest.param(
            "",
            {"expect": "satisfied", "at": "/goal"},
            "期望位置 /goal，得到 —",
            "expected at /goal, got —",
            id="no finding",
        ),
    ],
)
def test_a_failing_case_says_what_differs(
    folder: Path, more: str, changed: dict[str, Any], zh: str, en: str | None
) -> None:
    case, book = replace(only(folder, more), **changed), load(folder)
    assert run_case(case, book).failure == zh
    if en is not None:
        assert run_case(case, book, "en").failure == en


@pytest.mark.parametrize(
    ("more", "expect", "reasons"),
    [
        pytest.param(MISSING, "satisfied", ("/goal：没有写目标",), id="a finding and its place"),
        pytest.param("    change: {plan: {/goal: null}}\n", "violated", ("/goal：目标尚待核实",), id="an open one"),
        pytest.param("", "violated", (), id="nothing to tell"),
        pytest.param(MISSING, "violated", (), id="met"),
    ],
)
def test_a_failing_case_tells_why_the_rule_answered_so(
    folder: Path, more: str, expect: str, reasons: tuple[str, ...]
) -> None:
    assert run_case(replace(only(folder, more), expect=expect), load(folder)).reasons == reasons


def test_a_verdict_without_a_finding_has_its_reason(folder: Path) -> None:
    case = replace(only(folder, "    change: {plan: {/resources: ~absent}}\n"), rule="T-RESOURCES")
    (reason,) = run_case(case, load(folder)).reasons
    assert "未见“数据资源”" in reason


@pytest.mark.parametrize(
    ("more", "changed", "zh", "en"),
    [
        pytest.param(
            "",
            {"rule": "T-GAOL"},
            "规则库没有规则“T-GAOL”，最接近的是“T-GOAL”",
            "the rulebook has no rule “T-GAOL”; the nearest is “T-GOAL”",
            id="rule",
        ),
        pytest.param(
            "    determinations: {已经公布: 是}\n",
            {},
            "规则库没有名为“已经公布”的认定，最接近的是“已经公开”",
            "the rulebook has no determination “已经公布”; the nearest is “已经公开”",
            id="determination",
        ),
        pytest.param(
            "    law: drafts\n",
            {},
            "law 没有“drafts”这个值，最接近的是“draft”",
            "law has no value “drafts”; the nearest is “draft”",
            id="law",
        ),
        pytest.param(
            "    change: {plna: {/goal: 目标}}\n",
            {},
            "规则库没有“plna”这种文件，最接近的是“plan”",
            "the rulebook has no kind of document “plna”; the nearest is “plan”",
            id="kind of document",
        ),
    ],
)
def test_a_name_that_the_rulebook_does_not_know_fails_the_case(
    folder: Path, more: str, changed: dict[str, Any], zh: str, en: str
) -> None:
    case, book = replace(only(folder, more), **changed), load(folder)
    result = run_case(case, book)
    assert (result.actual, result.failure, run_case(case, book, "en").failure) == ("", zh, en)


def test_a_field_that_no_rule_can_read_fails_the_case(folder: Path) -> None:
    """Else a case with a misspelt field would show what the rule says of the document without the change."""
    case = replace(only(folder, "    change: {plan: {/gaol: 目标}}\n"), expect="satisfied")
    failure = run_case(case, load(folder)).failure
    assert failure.startswith("案例的材料里有规则读不到的字段：")
    assert "gaol" in failure


def test_a_case_answers_as_a_check_of_its_documents() -> None:
    """Running asks one rule only; that must not change what it says."""
    book = load_rulebook()
    cases = [case for path in case_files(bundled.rulebook_folder()) for case in read_cases(path)]
    for case in cases[::61]:
        sources = [
            Source(f"{kind}-{number}.json", json.dumps(paper, ensure_ascii=False, default=float))
            for kind, written in case.documents.items()
            for number, paper in enumerate(written if isinstance(written, list) else [written], 1)
        ]
        report = check(
            *sources, rulebook=book, as_of=case.as_of, law=case.law, determinations=dict(case.determinations)
        )
        result = run_case(case, book)
        verdicts = {row.verdict.value for row in report.coverage if row.rule_id == case.rule}
        assert set(result.actual.split("、")) == (verdicts or {"not_run"})
        told = [(finding.text, pointer(finding)) for finding in report.findings if finding.rule_id == case.rule]
        assert [(finding.text, pointer(finding)) for finding in result.findings] == told


def test_a_reason_counts_as_message_where_there_is_no_finding(folder: Path) -> None:
    case = replace(
        only(folder, "    change: {plan: {/resources: ~absent}}\n"), rule="T-RESOURCES", expect="not_applicable"
    )
    assert run_case(replace(case, message="未见“数据资源”"), load(folder)).failure == ""
    assert run_case(replace(case, message="别的"), load(folder)).failure.startswith("期望消息含“别的”")


TWO = "    change: {plan: {/resources: [{id: R-1}, {id: R-2}]}}\n"


@pytest.mark.parametrize(
    ("more", "failure"),
    [
        pytest.param("", "", id="nothing is said"),
        pytest.param("    findings: 2\n", "", id="two"),
        pytest.param("    findings: 1\n", "期望 1 条发现，得到 2 条", id="one, wherever"),
        pytest.param("    at: /resources/0/name\n", "期望 1 条发现，得到 2 条", id="a place is that of the only one"),
        pytest.param("    at: /resources/0/name\n    findings: 2\n", "", id="a place of two"),
    ],
)
def test_how_many_findings_there_are(folder: Path, more: str, failure: str) -> None:
    case = replace(only(folder, TWO + more), rule="T-RESOURCES")
    assert run_case(case, load(folder)).failure == failure


def test_a_message_is_of_the_finding_at_the_place(folder: Path) -> None:
    change = "    change: {plan: {/resources: [{id: R-1}, {id: R-2, name: null}]}}\n"
    case = replace(only(folder, change), rule="T-RESOURCES", count=2, at="/resources/1/name")
    assert run_case(replace(case, message="资源没有名称"), load(folder)).failure
    assert run_case(replace(case, at="/resources/0/name", message="资源没有名称"), load(folder)).failure == ""


# ---------------------------------------------------------------------- reachable verdicts


def verdicts(tmp_path: Path, body: str, more: str = "", cite: str = "《实施规范》第八条") -> set[str]:
    text = f"规则 T-A “甲”\n  依据 {cite}\n  对象 方案\n{body}\n完\n{more}"
    book = load(small(tmp_path, text))
    return {verdict.value for verdict in reachable(book.program.rules[0], book)}


EXCEPTION = "例外 T-X “乙” 对 T-A\n  依据 《实施规范》第十五条\n  当 方案.正文 已载明\n"
S, V, U, N, X = "satisfied", "violated", "undetermined", "not_applicable", "exempt"


@pytest.mark.parametrize(
    ("body", "more", "expected"),
    [
        pytest.param("应当 方案.目标 已载明", "", {S, V, U}, id="a plain norm"),
        pytest.param("不得 方案.目标 已载明", "", {S, V, U}, id="a ban"),
        pytest.param("当 方案.是否备案 为 是\n应当 方案.目标 已载明", "", {S, V, U, N}, id="with 当"),
        pytest.param("鼓励 方案.目标 已载明", "", {S, "not_adopted", U}, id="encouragement"),
        pytest.param("可以 方案.是否备案 为 是", "", {S, U, N}, id="bare permission"),
        pytest.param(
            "可以 方案.是否备案 为 是 但应当 方案.目标 已载明", "", {S, V, U, N}, id="permission with a proviso"
        ),
        pytest.param("应当 是", "", {S}, id="always met"),
        pytest.param("应当 否", "", {V}, id="never met"),
        pytest.param("不得 是", "", {V}, id="a ban of everything"),
        pytest.param("当 方案.目标 已载明\n应当 否", "", {V, U, N}, id="a ban by 当"),
        pytest.param("应当 已公开", "认定 已公开 “是否已公开” 由 机关\n", {S, V, U}, id="a determination"),
        pytest.param("应当 方案.目标 已载明\n除非 方案.正文 已载明", "", {S, V, U, X}, id="除非"),
        pytest.param(
            "应当 方案.目标 已载明",
            f"{EXCEPTION}  效果 豁免\n完\n",
            {S, V, U, X},
            id="an exemption",
        ),
        pytest.param(
            "应当 是",
            f"{EXCEPTION}  效果 改为 应当 方案.目标 已载明\n完\n",
            {S, V, U},
            id="a replacement",
        ),
        pytest.param(
            "应当 方案.目标 已载明",
            "规则 T-B “丙”\n  依据 《实施规范》第十五条\n  对象 方案\n  应当 方案.正文 已载明\n  后果 T-A\n完\n",
            {S, V, U, N},
            id="entailed by another",
        ),
    ],
)
def test_reachable_verdicts_follow_the_form(tmp_path: Path, body: str, more: str, expected: set[str]) -> None:
    assert verdicts(tmp_path, body, more) == expected


def test_a_rule_on_clauses_nobody_has_seen_cannot_be_violated(tmp_path: Path) -> None:
    assert verdicts(tmp_path, "应当 方案.目标 已载明", cite="《管理办法》第二章要点2") == {S, U}
