"""Norms, exceptions, consequences, determinations, and which law counts: rules in, verdicts and reasons out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pdo_policy.dossier import dossiers_of
from pdo_policy.evaluation.evaluate import evaluate
from pdo_policy.evaluation.machine import machine
from pdo_policy.evaluation.question import Question
from pdo_policy.rulebook import ir
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from tests.asking import asked, book_of, rule
from tests.rulebooks import agreement, plan

Fields = dict[str, Any]


def exception(name: str, target: str, *clauses: str, cite: str = "《实施规范》第八条") -> str:
    return "\n".join([f"例外 {name} “题{name}” 对 {target}", f"依据 {cite}", *clauses, "完\n"])


NORMS: list[tuple[str, Fields, str]] = [
    ("应当 方案.是否备案", {"filed": True}, "satisfied"),
    ("应当 方案.是否备案", {"filed": False}, "violated"),
    ("应当 方案.是否备案", {"filed": None}, "undetermined"),
    ("不得 方案.是否备案", {"filed": True}, "violated"),
    ("不得 方案.是否备案", {"filed": False}, "satisfied"),
    ("不得 方案.是否备案", {"filed": None}, "undetermined"),
    ("鼓励 方案.是否备案", {"filed": True}, "satisfied"),
    ("鼓励 方案.是否备案", {"filed": False}, "not_adopted"),
    ("鼓励 方案.是否备案", {"filed": None}, "undetermined"),
    ("可以 方案.是否备案", {"filed": True}, "satisfied"),
    ("可以 方案.是否备案", {"filed": False}, "not_applicable"),
    ("可以 方案.是否备案", {"filed": None}, "satisfied"),
    ("可以 方案.是否备案 但应当 方案.目标 已载明", {"filed": True}, "violated"),
    ("可以 方案.是否备案 但应当 方案.目标 已载明", {"filed": True, "goal": "甲"}, "satisfied"),
    ("可以 方案.是否备案 但应当 方案.目标 已载明", {"filed": False}, "not_applicable"),
    ("可以 方案.是否备案 但应当 方案.目标 已载明", {"filed": None}, "undetermined"),
    ("可以 方案.是否备案 但应当 方案.目标 已载明", {"filed": None, "goal": "甲"}, "satisfied"),
    ("当 方案.是否备案\n应当 方案.目标 已载明", {"filed": False}, "not_applicable"),
    ("当 方案.是否备案\n应当 方案.目标 已载明", {"filed": None}, "undetermined"),
    ("当 方案.是否备案\n当 方案.标题 为 “甲”\n应当 方案.目标 已载明", {"filed": None}, "not_applicable"),
    ("应当 方案.目标 已载明\n除非 方案.是否备案", {"filed": True}, "exempt"),
    ("应当 方案.目标 已载明\n除非 方案.是否备案", {"filed": False}, "violated"),
    ("应当 方案.目标 已载明\n除非 方案.是否备案", {"filed": None}, "violated"),
    ("应当 方案.目标 已载明\n除非 方案.是否备案 未证时 存疑", {"filed": None}, "undetermined"),
    ("应当 方案.目标 为 “甲”\n除非 方案.是否备案", {"filed": True}, "exempt"),
    ("当 方案.正文 为 “甲”\n应当 方案.目标 已载明\n除非 方案.是否备案", {"filed": True}, "exempt"),
]


@pytest.mark.parametrize(("body", "fields", "verdict"), NORMS)
def test_norms(body: str, fields: Fields, verdict: str) -> None:
    answer = asked(body, plan(**fields))
    assert answer.verdict == verdict
    assert bool(answer.findings) == (verdict in ("violated", "undetermined", "not_adopted"))
    assert answer.rows[0].findings == tuple(finding.fingerprint for finding in answer.findings)


REASONS: list[tuple[str, Fields, str]] = [
    ("当 方案.是否备案\n应当 方案.目标 已载明", {"filed": False}, "规则的适用条件不成立；是否备案：否"),
    ("可以 方案.是否备案", {"filed": False}, "规则的适用条件不成立；是否备案：否"),
    ("当 方案.标题 为 “标题”\n可以 方案.是否备案", {"filed": False}, "规则的适用条件不成立；是否备案：否"),
    ("当 方案.目标 已载明\n应当 方案.是否备案", {}, "规则的适用条件不成立；未见“目标”"),
    ("当 存在 源 于 方案.数据资源 满足 源.是否共享\n应当 方案.是否备案",
     {"resources": [{"id": "R1", "shared": False}, {"id": "R2", "shared": False}]},
     "规则的适用条件不成立；数据资源：R1、R2"),
    ("应当 方案.目标 已载明\n除非 方案.模式说明 已载明", {"mode_note": "理由充分"}, "“模式说明：理由充分”成立"),
    ("应当 方案.目标 已载明\n除非 方案.模式说明 已载明 且 方案.是否备案", {"mode_note": "理由", "filed": True},
     "“模式说明：理由”成立；是否备案：是"),
    ("应当 方案.目标 已载明\n除非 方案.正文 已载明\n除非 方案.是否备案", {"filed": True}, "“是否备案：是”成立"),
    ("鼓励 方案.是否备案", {"filed": False}, "未采纳鼓励事项：题T-A"),
    ("不得 方案.是否备案", {"filed": True}, "不符合要求：题T-A"),
    ("当 方案.是否备案\n应当 方案.目标 已载明", {"filed": None}, "无法判断：“是否备案”注明为未知"),
    ("应当 方案.目标 已载明\n除非 方案.是否备案 未证时 存疑", {"filed": None}, "无法判断：“是否备案”注明为未知"),
    ("可以 方案.是否备案 但应当 方案.目标 已载明", {"filed": {"不适用": "另有规定"}},
     "无法判断：“是否备案”注明不适用：另有规定"),
    ("应当 方案.目标 为 “甲”", {"goal": ""}, "无法判断：“目标”为空白"),
    ("应当 方案.期限 不超过 1 年", {"term": "长期"}, "无法判断：“期限”的内容无法识别"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "fields", "reason"), REASONS)
def test_reasons(body: str, fields: Fields, reason: str) -> None:
    assert asked(body, plan(**fields)).reason == reason


# ---------------------------------------------------------------------- exceptions


def test_an_exemption_that_holds_always() -> None:
    text = rule("应当 方案.目标 已载明") + exception("T-X", "T-A", "效果 豁免")
    assert asked(text, plan()).reason == "“题T-X”成立"


def test_an_exemption_tells_its_own_grounds_and_not_those_of_a_replacement() -> None:
    text = (
        rule("应当 方案.目标 已载明")
        + exception("T-B", "T-A", "当 方案.标题 已载明", "效果 改为 应当 方案.标题 为 “标题”")
        + exception("T-X", "T-A", "当 方案.是否备案", "效果 豁免")
    )
    assert asked(text, plan(filed=True)).reason == "“题T-X”成立；是否备案：是"
    assert asked(text, plan(filed=False)).verdict == "satisfied"


def test_an_exemption_by_determination_alone() -> None:
    text = "认定 容错 “是否容错” 由 主管部门\n" + rule("应当 方案.目标 已载明\n除非 容错")
    answer = asked(text, plan(), determinations={"容错": True})
    assert (answer.verdict, answer.reason) == ("exempt", "“第1项“除非””成立")


def test_what_proof_would_change() -> None:
    text = (
        rule("应当 方案.目标 已载明\n除非 方案.正文 为 “甲”\n除非 方案.是否备案")
        + exception("T-X", "T-A", "当 方案.是否涉及个人信息", "效果 豁免")
        + exception("T-Y", "T-X", "当 方案.审议.是否通过", "效果 豁免")
    )
    answer = asked(text, plan(filed=False))
    assert (answer.verdict, answer.rows[0].firm, answer.findings[0].firm) == ("violated", False, False)
    assert answer.findings[0].text.details == (
        "如能证明除外的情形，结论将改变：未见“正文”",
        "如能证明“题T-X”（例外 T-X），结论将改变",
    )
    settled = asked(text, plan(filed=False, body="乙", has_personal=False))
    assert (settled.verdict, settled.rows[0].firm, settled.findings[0].text.details) == ("violated", True, ())
    # The exemption holds, and would fall if the exception to it were proven.
    exempt = asked(text, plan(filed=False, body="乙", has_personal=True))
    assert (exempt.verdict, exempt.rows[0].firm) == ("exempt", False)
    assert exempt.reason == "“题T-X”成立；是否涉及个人信息：是；如能证明“题T-Y”（例外 T-Y），结论将改变"


@pytest.mark.parametrize(
    ("replacement", "fields", "verdict"),
    [
        ("应当 方案.是否备案", {"filed": False}, "violated"),
        ("应当 方案.是否备案", {"filed": None}, "undetermined"),
        ("不得 方案.是否备案", {"filed": True}, "violated"),
        ("不得 方案.是否备案", {"filed": False}, "satisfied"),
        ("鼓励 方案.是否备案", {"filed": False}, "not_adopted"),
        ("可以 方案.是否备案", {"filed": None}, "satisfied"),
        ("可以 方案.是否备案", {"filed": False}, "satisfied"),
        ("可以 方案.是否备案 但应当 方案.正文 已载明", {"filed": True}, "violated"),
        ("可以 方案.是否备案 但应当 方案.正文 已载明", {"filed": False}, "satisfied"),
        ("可以 方案.是否备案 但应当 方案.正文 已载明", {"filed": None}, "undetermined"),
    ],
)
def test_what_a_requirement_is_replaced_by(replacement: str, fields: Fields, verdict: str) -> None:
    text = rule("应当 方案.目标 已载明") + exception("T-X", "T-A", f"效果 改为 {replacement}")
    assert asked(text, plan(**fields)).verdict == verdict


def test_a_replacement_of_an_encouragement_is_a_duty() -> None:
    text = rule("鼓励 方案.目标 已载明\n违反时 “没有目标”") + exception(
        "T-X", "T-A", "当 方案.是否备案", "效果 改为 应当 方案.正文 已载明", "违反时 “没有正文”"
    )
    duty, encouraged = asked(text, plan(filed=True)), asked(text, plan(filed=False))
    assert (duty.verdict, duty.headlines, duty.places) == ("violated", ["没有正文"], [["1.json:body?"]])
    assert (encouraged.verdict, encouraged.headlines) == ("not_adopted", ["没有目标"])


def test_a_replacement_without_words_uses_the_rules() -> None:
    text = rule("应当 方案.目标 已载明\n违反时 “没有写”") + exception("T-X", "T-A", "效果 改为 应当 方案.正文 已载明")
    assert asked(text, plan(goal="甲")).headlines == ["没有写"]


def test_an_open_replacement_tells_what_is_open() -> None:
    text = rule("应当 方案.目标 已载明") + exception(
        "T-X", "T-A", "当 方案.是否备案", "未证时 存疑", "效果 改为 应当 方案.标题 已载明"
    )
    assert asked(text, plan(filed=None)).reason == "无法判断：“是否备案”注明为未知"
    text = rule("应当 方案.目标 已载明") + exception(
        "T-X", "T-A", "当 方案.标题 已载明", "效果 改为 应当 方案.正文 为 “甲”"
    )
    assert asked(text, plan(body=None)).reason == "无法判断：“正文”注明为未知"


def test_of_two_replacements_the_open_one_is_told() -> None:
    text = (
        rule("应当 方案.目标 已载明")
        + exception("T-X", "T-A", "效果 改为 应当 方案.标题 已载明")
        + exception("T-Y", "T-A", "效果 改为 应当 方案.正文 为 “甲”")
        + exception("T-Z", "T-A", "当 方案.是否备案", "效果 豁免")
    )
    answer = asked(text, plan(body=None))
    assert (answer.verdict, answer.reason) == ("undetermined", "无法判断：“正文”注明为未知")
    assert answer.findings[0].text.details == ("如能证明“题T-Z”（例外 T-Z），结论将改变",)


def test_an_exception_to_a_rule_and_to_an_exception() -> None:
    text = (
        rule("应当 方案.目标 已载明")
        + exception("T-X", "T-A", "当 方案.是否备案", "效果 豁免")
        + exception("T-Y", "T-A，T-X", "当 方案.是否涉及个人信息", "效果 改为 应当 方案.正文 已载明")
    )
    assert asked(text, plan(filed=True, has_personal=False)).verdict == "exempt"
    assert asked(text, plan(filed=True, has_personal=True, body="甲")).verdict == "satisfied"
    assert asked(text, plan(filed=True, has_personal=True)).places == [["1.json:body?"]]


CONFLICT = (
    rule("当 方案.是否备案\n应当 方案.目标 已载明\n除非 方案.模式说明 已载明")
    + exception("T-Z", "T-A", "效果 改为 应当 方案.标题 为 “标题”")
    + exception("T-X", "T-A", "效果 改为 应当 方案.标题 为 “甲”")
    + exception("T-Y", "T-A", "效果 改为 应当 方案.正文 为 “甲”")
    + rule("应当 方案.标题 已载明", name="T-B")
)


def test_replacements_that_contradict_each_other() -> None:
    answer = asked(CONFLICT, plan(filed=True))
    assert (answer.verdict, answer.reason) == ("error", "例外 T-X 与 T-Z 相互矛盾")
    (finding,) = answer.findings
    assert (finding.verdict.value, finding.text.headline, finding.text.details) == ("error", answer.reason, ())
    assert answer.places == [["1.json:?"]]
    assert answer.rows[0].findings == (finding.fingerprint,)
    assert answer.report.exit_code == 4
    assert asked(CONFLICT, plan(filed=True), name="T-B").verdict == "satisfied"


def test_nothing_contradicts_where_nothing_is_required() -> None:
    assert asked(CONFLICT, plan(filed=False)).verdict == "not_applicable"
    assert asked(CONFLICT, plan(filed=True, mode_note="理由")).verdict == "exempt"
    assert asked(CONFLICT, plan(filed=None)).verdict == "error"


def test_a_contradiction_that_is_only_supposed_is_none() -> None:
    text = (
        rule("应当 方案.目标 已载明")
        + exception("T-X", "T-A", "效果 改为 应当 方案.标题 为 “标题”")
        + exception("T-Y", "T-A", "当 方案.是否备案", "效果 改为 应当 方案.标题 为 “甲”")
    )
    answer = asked(text, plan(filed=None))
    assert (answer.verdict, answer.rows[0].firm) == ("satisfied", False)


def test_exceptions_have_their_time() -> None:
    text = rule("时点 方案.编制日期\n应当 方案.目标 已载明") + exception(
        "T-X", "T-A", "生效 2025-01-01 至 2025-06-30", "当 方案.标题 已载明", "效果 豁免"
    )
    days = {"2024-12-31": "violated", "2025-01-01": "exempt", "2025-06-30": "exempt", "2025-07-01": "violated"}
    assert {day: asked(text, plan(drafted_on=day)).verdict for day in days} == days
    # Not proven that it was in force: the burden is that of the exception.
    assert asked(text, plan(drafted_on="2025")).rows[0].firm is False
    doubtful = text.replace("当 方案.标题 已载明", "当 方案.标题 已载明\n未证时 存疑")
    answer = asked(doubtful, plan(drafted_on=None))
    assert (answer.verdict, answer.places) == ("undetermined", [["1.json:drafted_on"]])
    assert answer.reason == "无法判断：“编制日期”注明为未知；适用日期未定，无法确定适用哪一版规定"


def test_exceptions_that_rest_on_nothing_that_counts_do_not_hold() -> None:
    text = rule("应当 方案.目标 已载明\n除非 方案.是否备案 〔《管理办法》第二章要点1〕") + exception(
        "T-X", "T-A", "当 方案.是否涉及个人信息", "效果 豁免", cite="《管理办法》第二章要点1"
    )
    assert asked(text, plan(filed=True)).verdict == "exempt"
    assert asked(text, plan(filed=True), law="in-force").verdict == "violated"
    assert asked(text, plan(has_personal=True)).verdict == "exempt"
    assert asked(text, plan(has_personal=True), law="in-force").verdict == "violated"
    assert asked(text, plan(has_personal=None), law="in-force").rows[0].firm is True


def test_the_order_of_exceptions_changes_nothing() -> None:
    items = [
        exception("T-X", "T-A", "当 方案.是否备案", "未证时 存疑", "效果 豁免"),
        exception("T-Y", "T-A", "当 方案.是否涉及个人信息", "未证时 存疑", "效果 豁免"),
        exception("T-Z", "T-X", "当 方案.审议.是否通过", "未证时 存疑", "效果 豁免"),
    ]
    for paper in (plan(), plan(filed=None, has_personal=True), plan(filed=True, review={"passed": None})):
        first, second = (
            asked("".join([rule("应当 方案.目标 已载明"), *order]), paper) for order in (items, reversed(items))
        )
        assert (first.rows, first.findings) == (second.rows, second.findings)


def test_exceptions_are_told_in_the_order_of_their_ids() -> None:
    names = ["T-F", "T-B", "T-E", "T-A1", "T-D", "T-C"]
    text = rule("应当 方案.目标 已载明") + "".join(
        exception(name, "T-A", "当 方案.是否备案", "效果 豁免") for name in names
    )
    details = asked(text, plan(filed=None)).findings[0].text.details
    assert details == tuple(f"如能证明“题{name}”（例外 {name}），结论将改变" for name in sorted(names))


# ---------------------------------------------------------------------- consequences


def test_what_a_consequence_says() -> None:
    text = rule("应当 方案.目标 为 “甲”\n后果 T-B") + rule("应当 方案.正文 已载明", name="T-B")
    said = {word: asked(text, plan(goal=word), name="T-B").reason for word in ("甲", "乙", None)}
    assert said == {
        "甲": "前提规则 T-A 没有不符合",
        "乙": "不符合要求：题T-B",
        None: "无法判断：前提规则 T-A 的结论未定",
    }


def test_one_of_several_causes_is_enough() -> None:
    text = (
        rule("应当 方案.目标 为 “甲”\n后果 T-C")
        + rule("应当 方案.正文 为 “甲”\n后果 T-C", name="T-B")
        + rule("应当 方案.模式说明 已载明", name="T-C")
    )
    cases = {("甲", "甲"): "not_applicable", ("乙", None): "violated", ("甲", None): "undetermined"}
    for (goal, body), verdict in cases.items():
        assert asked(text, plan(goal=goal, body=body), name="T-C").verdict == verdict
    assert asked(text, plan(goal="甲", body=None), name="T-C").reason == "无法判断：前提规则 T-A、T-B 的结论未定"


def test_a_cause_on_topic_alone_is_open() -> None:
    text = rule("应当 方案.目标 已载明\n后果 T-B", cite="《管理办法》第二章要点2") + rule(
        "应当 方案.正文 已载明", name="T-B"
    )
    assert asked(text, plan()).verdict == "undetermined"
    assert asked(text, plan(), name="T-B").verdict == "undetermined"


def test_a_cause_on_other_papers_is_open() -> None:
    text = rule("应当 方案.目标 已载明\n后果 T-B") + rule("应当 协议.期限 已载明", name="T-B", subject="协议")
    assert asked(text, plan(goal="甲"), agreement(), name="T-B").verdict == "undetermined"


def test_only_the_version_in_force_has_consequences() -> None:
    old = rule("生效 2025-01-01 至 2025-06-30\n应当 方案.目标 已载明\n后果 T-B", cite="《管理办法》第二章要点1")
    new = rule("生效 2025-07-01 起\n应当 方案.目标 已载明", cite="《管理办法》第二章要点1")
    text = old + new + rule("应当 方案.正文 已载明", name="T-B", cite="《管理办法》第二章要点1")
    assert asked(text, plan(), name="T-B", as_of=date(2025, 6, 30)).verdict == "violated"
    assert asked(text, plan(), name="T-B", as_of=date(2025, 7, 1)).verdict == "not_applicable"
    entailing = text.replace("应当 方案.目标 已载明\n完", "应当 方案.目标 已载明\n后果 T-B\n完")
    answer = asked(entailing, plan(goal=None), name="T-B", as_of=date(2025, 7, 1))
    assert answer.reason == "无法判断：前提规则 T-A 的结论未定"


# ---------------------------------------------------------------------- determinations


ASKING = "认定 必要 “引入是否必要” 由 主管部门\n" + rule("应当 必要 且 方案.标题 已载明")


@pytest.mark.parametrize(("answer", "verdict"), [(True, "satisfied"), (False, "violated"), (None, "undetermined")])
def test_determinations(answer: bool | None, verdict: str) -> None:
    given = {} if answer is None else {"必要": answer}
    assert asked(ASKING, plan(), determinations=given).verdict == verdict


def test_a_missing_determination_says_who_must_answer_what() -> None:
    answer = asked(ASKING, plan())
    assert (answer.reason, answer.places) == ("无法判断：“必要”须由主管部门认定：引入是否必要", [["1.json:title"]])


def test_two_missing_determinations_are_two_findings_with_their_own_identity() -> None:
    text = "认定 稳慎 “是否稳慎” 由 主管部门\n" + ASKING.replace("方案.标题 已载明", "稳慎")
    both = asked(text, plan())
    one = asked(text, plan(), determinations={"必要": True})
    assert len({finding.fingerprint for finding in both.findings}) == 2
    assert one.findings[0].fingerprint == both.findings[1].fingerprint


# ---------------------------------------------------------------------- the law that counts


def test_citations_that_count() -> None:
    text = rule("应当 方案.目标 为 “甲”", cite="《管理办法》第二章要点1，《实施规范》第八条，《实施办法》二（一）")

    def cited(**options: Any) -> list[str]:
        (row,) = asked(text, plan(goal="甲"), **options).rows
        return [citation.instrument for citation in row.citations]

    assert cited() == ["draft", "norm", "outline"]
    assert cited(law="in-force") == ["norm", "outline"]
    assert cited(law="draft") == ["draft"]
    assert cited(law="outline") == ["outline"]
    assert cited(as_of=date(2025, 3, 1)) == ["draft", "norm"]
    assert cited(as_of=date(2025, 2, 28)) == ["draft"]


def test_a_rule_without_law_is_not_run_and_says_so() -> None:
    text = rule("应当 方案.目标 为 “甲”")
    answer = asked(text, plan(), law="draft")
    assert answer.verdict == "not_run"
    assert [(row.rule_id, row.title, row.reason) for row in answer.report.not_run] == [
        ("T-A", "题T-A", "所引条款在检查日或按 --law 不计入")
    ]
    assert answer.report.exit_code == 2
    assert asked(text, agreement()).report.not_run[0].reason == "没有可检查的实施方案"


def test_what_nobody_has_seen_carries_presence_only() -> None:
    text = rule("应当 方案.目标 已载明\n违反时 “没有目标”", cite="《管理办法》第二章要点2")
    missing = asked(text, plan())
    assert (missing.verdict, missing.headlines, missing.rows[0].firm) == ("undetermined", ["没有目标"], True)
    assert missing.findings[0].verdict.value == "undetermined"
    assert missing.findings[0].text.details == (
        "未见“目标”",
        "所依据的条文内容未公开，只核对是否写到；结论待条文核对",
    )
    assert asked(text, plan(goal=None)).headlines == ["无法判断：“目标”注明为未知"]
    assert asked(text, plan(goal="甲")).verdict == "satisfied"
    # Beside a clause that was seen it counts too, and the verdict is that clause's.
    text = rule("应当 方案.目标 已载明", cite="《管理办法》第二章要点2，《实施规范》第八条")
    assert asked(text, plan()).verdict == "violated"
    assert len(asked(text, plan()).rows[0].citations) == 2
    assert asked(text, plan(), law="draft").verdict == "undetermined"
    # A rule that tests more does not rest on it.
    text = rule("应当 方案.目标 为 “甲”", cite="《管理办法》第二章要点2，《实施规范》第八条")
    assert [citation.instrument for citation in asked(text, plan()).rows[0].citations] == ["norm"]
    assert asked(text, plan(), law="draft").verdict == "not_run"


# ---------------------------------------------------------------------- versions


def version(period: str, cite: str, required: str, title: str, extra: str = "") -> str:
    body = f"严重度 {extra or '一般'}\n时点 方案.编制日期\n生效 {period}\n应当 {required}"
    return rule(body, cite=cite).replace("题T-A", title)


VERSIONS = version("2025-01-01 至 2025-06-30", "《实施规范》第八条", "方案.目标 为 “甲”", "旧") + version(
    "2025-07-01 起", "《实施办法》二（一）", "方案.目标 为 “乙”", "新", "严重"
)


def test_a_version_brings_its_title_its_clauses_and_its_severity() -> None:
    old, new = (asked(VERSIONS, plan(goal="丙", drafted_on=day)) for day in ("2025-06-30", "2025-07-01"))
    for answer, title, instrument, severity in ((old, "旧", "norm", "warning"), (new, "新", "outline", "error")):
        (row,), (finding,) = answer.rows, answer.findings
        assert {row.title, finding.title} == {title}
        assert {row.severity.value, finding.severity.value} == {severity}
        assert [citation.instrument for citation in row.citations] == [instrument]
        assert finding.citations == row.citations


def test_without_a_version_all_clauses_are_named() -> None:
    for day in ("2024-12-31", "待定"):
        (row,) = asked(VERSIONS, plan(drafted_on=day)).rows
        assert [citation.instrument for citation in row.citations] == ["norm", "outline"]
    assert asked(VERSIONS, plan(drafted_on="2024-12-31")).reason == "该日没有生效的版本"


def test_an_open_version_is_placed_at_the_date_that_decides() -> None:
    answer = asked(VERSIONS, plan(drafted_on="待定"))
    assert answer.places == [["1.json:drafted_on"]]
    assert asked(VERSIONS, plan()).places == [["1.json:drafted_on?"]]


def test_a_version_whose_clauses_do_not_count_does_not_apply() -> None:
    old = asked(VERSIONS, plan(goal="丙", drafted_on="2025-06-30"), law="outline")
    new = asked(VERSIONS, plan(goal="丙", drafted_on="2025-07-01"), law="outline")
    assert (old.verdict, old.reason, old.findings) == ("not_applicable", "所引条款在检查日或按 --law 不计入", ())
    assert new.verdict == "violated"
    assert asked(VERSIONS, plan(), law="draft").verdict == "not_run"


def test_a_year_around_a_version_leaves_it_open() -> None:
    text = rule("时点 方案.编制日期\n生效 2025-03-01 至 2025-09-30\n应当 方案.目标 已载明")
    assert asked(text, plan(drafted_on="2025")).verdict == "undetermined"
    assert asked(text, plan(drafted_on="2025-03")).verdict == "violated"
    assert asked(text, plan(drafted_on="2025-10")).verdict == "not_applicable"


# ---------------------------------------------------------------------- failing inside


def broken(text: str) -> tuple[Question, Question]:
    """The rulebook as it is, and with its first rule asking what fails inside."""
    book = book_of(text)
    first = book.program.rules[0]
    nonsense = ir.Compare("lt", ir.Const("text", "甲"), ir.Const("integer", 1), (0, 1))
    failing = first._replace(norm=first.norm._replace(requirement=nonsense))
    program = book.program._replace(rules=(failing, *book.program.rules[1:]))
    made = [replace(book, program=each) for each in (book.program, program)]
    whole, part = (Question(each, machine(each.program), date(2026, 1, 5), "default", {}, "zh") for each in made)
    return whole, part


def test_a_rule_that_fails_inside_touches_no_other() -> None:
    import json

    from pdo_policy.documents.read import read
    from pdo_policy.source import Source

    text = rule("应当 方案.目标 已载明\n后果 T-C") + "".join(
        rule("应当 方案.目标 已载明", name=name) for name in ("T-B", "T-C", "T-D")
    )
    whole, part = broken(text)
    (document,) = read(Source("1.json", json.dumps(plan())))
    bound = bind_document(document, whole.rulebook.types)
    assert isinstance(bound, BoundDocument)
    manifest = whole.rulebook.manifest
    dossiers = dossiers_of([bound], manifest.documents, manifest.relations)
    before, after = evaluate(whole, dossiers), evaluate(part, dossiers)
    assert [row.verdict.value for row in before.coverage] == ["violated"] * 4
    assert [row.verdict.value for row in after.coverage] == ["error", "violated", "undetermined", "violated"]
    assert after.coverage[0].reason == "规则内部出错：T-A"
    assert after.coverage[1::2] == before.coverage[1::2]
    (failed,) = [finding for finding in after.findings if finding.rule_id == "T-A"]
    assert (failed.verdict.value, failed.text.headline) == ("error", "规则内部出错：T-A")
