"""Papers that are far too long end in findings that say so: what is not told is counted, what is not computed named."""

from __future__ import annotations

from typing import Any

import pytest

from pdo_policy.evaluation.blame import MOST_UNITS
from pdo_policy.evaluation.run import MOST_STEPS
from tests.asking import Asked, asked, asked_of_texts, rule
from tests.rulebooks import plan

HEADER = "kind: plan\ndossier: D1\nid: P1\ntitle: 标题\nstatus: 已印发\n"
NAMED = "应当 每个 源 于 方案.数据资源 满足 源.名称 已载明"
TWIN = "应当 每个 甲 于 方案.数据资源 满足 （存在 乙 于 方案.数据资源 满足 甲.名称 为 乙.编号）"


def resources(count: int, **fields: Any) -> list[dict[str, Any]]:
    return [{"id": f"R{number}", **fields} for number in range(count)]


# ---------------------------------------------------------------------- findings of one rule


def test_a_list_of_the_same_faults_is_told_up_to_a_number_and_then_counted() -> None:
    answer = asked(NAMED, plan(resources=resources(MOST_UNITS + 7)))
    assert len(answer.findings) == MOST_UNITS + 1
    assert answer.headlines[-1] == "另有 7 项同样不符合，没有逐条列出"
    assert answer.places[-1] == [f"1.json:resources.{MOST_UNITS}"]
    assert answer.verdict == "violated"
    assert len(asked(NAMED, plan(resources=resources(MOST_UNITS))).findings) == MOST_UNITS


def test_what_is_open_is_counted_as_open() -> None:
    answer = asked(NAMED, plan(resources=resources(MOST_UNITS + 2, name=None)))
    assert answer.headlines[-1] == "另有 2 项同样无法判断，没有逐条列出"
    assert {finding.verdict.value for finding in answer.findings} == {"undetermined"}


def test_what_is_counted_keeps_its_identity_while_its_number_changes() -> None:
    first, second = (asked(NAMED, plan(resources=resources(MOST_UNITS + more))).findings[-1] for more in (3, 9))
    assert first.fingerprint == second.fingerprint
    assert first.fingerprint not in {
        finding.fingerprint for finding in asked(NAMED, plan(resources=resources(MOST_UNITS))).findings
    }


def test_what_is_counted_is_told_in_english_too() -> None:
    answer = asked(NAMED, plan(resources=resources(MOST_UNITS + 7)), lang="en")
    assert answer.headlines[-1] == "7 more of the same are not listed one by one"


# ---------------------------------------------------------------------- steps of one rule


def cost(answer: Asked) -> tuple[str, str, int]:
    return answer.verdict, answer.reason, answer.report.exit_code


@pytest.mark.parametrize(
    "body",
    [
        TWIN,
        "应当 每个 甲 于 方案.数据资源 满足 （每个 乙 于 方案.数据资源 满足 甲.编号 不为 乙.名称）",
        "应当 每个 甲 于 方案.数据资源 满足 （数量（方案.数据资源） 不少于 5）",
    ],
)
def test_lists_against_lists_stop_by_count_and_not_by_time(body: str) -> None:
    answer = asked(body, plan(resources=resources(5000, name="甲")))
    assert cost(answer) == (
        "error",
        f"没有算完：各清单要逐项核对的次数超过 {MOST_STEPS:,} 次；把清单分到几份材料里，或改写这条规则",
        4,
    )
    assert answer.headlines == [answer.reason]


def test_a_rule_that_cannot_be_computed_touches_no_other() -> None:
    rules = rule(TWIN) + rule("应当 方案.目标 已载明", name="T-B")
    report = asked(rules, plan(resources=resources(5000, name="甲"))).report
    assert {row.rule_id: row.verdict.value for row in report.coverage} == {"T-A": "error", "T-B": "violated"}


def test_lists_that_papers_have_are_computed() -> None:
    answer = asked(TWIN, plan(resources=[{"id": f"R{n}", "name": f"R{n}"} for n in range(700)]))
    assert answer.verdict == "satisfied"


# ---------------------------------------------------------------------- form


def codes(answer: Asked) -> dict[str, int]:
    found = [finding.rule_id for finding in answer.report.findings if finding.rule_id.startswith("schema.")]
    return {code: found.count(code) for code in dict.fromkeys(found)}


def unknown(count: int) -> str:
    return HEADER + "".join(f"没有的{number}: 1\n" for number in range(count))


def test_flaws_of_form_are_told_up_to_a_number_and_then_counted() -> None:
    answer = asked_of_texts(rule("应当 方案.目标 已载明"), unknown(900))
    assert codes(answer) == {"schema.unknown-key": 200, "schema.more-problems": 1}
    (more,) = (one for one in answer.report.findings if one.rule_id == "schema.more-problems")
    assert more.text.headline == "至少另有 700 处格式问题未逐一列出"
    assert (answer.verdict, answer.report.exit_code) == ("violated", 1)


def test_a_paper_with_flaws_without_end_is_not_asked_about() -> None:
    rules = rule("应当 方案.目标 已载明")
    answer = asked_of_texts(rules, unknown(5000), HEADER.replace("P1", "P2"))
    assert codes(answer) == {"schema.unknown-key": 200, "schema.too-many-problems": 1}
    assert [row.subject.id for row in answer.rows] == ["P2"], "the other paper is asked about all the same"
    assert [record.readable for record in answer.report.inputs] == [False, True]
    assert answer.report.exit_code == 3


def test_a_header_that_is_missing_is_told_among_any_number_of_flaws() -> None:
    answer = asked_of_texts(rule("应当 方案.目标 已载明"), unknown(900).replace("id: P1\n", ""))
    assert codes(answer)["schema.missing-header"] == 1


@pytest.mark.parametrize(("field", "line"), [("标题", "title: "), ("编号", "id: "), ("项目编号", "dossier: ")])
def test_what_could_not_be_a_name_is_none(field: str, line: str) -> None:
    text = HEADER.replace(line, line + "X" * 200)
    answer = asked_of_texts(rule("应当 方案.目标 已载明"), text)
    (finding,) = (one for one in answer.report.findings if one.rule_id.startswith("schema."))
    assert (finding.rule_id, finding.text.headline) == (
        "schema.name-too-long",
        f"“{field}”超过 200 个字，没有采用",
    )
    assert "XXX" not in answer.report.inputs[0].id + answer.report.inputs[0].title
