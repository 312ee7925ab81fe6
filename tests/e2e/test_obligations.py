"""The obligations that a reviewer asks about by name: each is broken once in a compliant dossier, and `check` says so.

What two papers say of one thing is broken in one of them, and the finding shows both places; a paper that is missing is
named as the one to file.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from pdo_policy import cli

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[2] / "samples"
PLAN, AGREEMENT, REPORT = "implementation_plan", "agreement", "annual_report"
AS_OF = "2026-11-24"

Run = "Callable[[Path], dict[str, Any]]"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], dict[str, Any]]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")

    def running(folder: Path) -> dict[str, Any]:
        with pytest.raises(SystemExit):
            cli.main(["check", str(folder), "--as-of", AS_OF, "-f", "json"])
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        return told

    return running


class Fault(NamedTuple):
    """What is put in the place of what a paper says, the rule that sees it, and how it ends."""

    paper: str
    old: str
    new: str
    rule: str
    verdict: str = "violated"


def without(paper: str, block: str, rule: str, verdict: str = "violated") -> Fault:
    """A fault that takes lines away; `block` is a pattern of them."""
    return Fault(paper, block, "", rule, verdict)


FAULTS = {
    # chapter 1
    "a mode that no text knows is explained": Fault(
        PLAN, "authorization_mode: \\[overall\\]\n.*\n", "authorization_mode: [other]\n", "HB-PLAN-MODE-EXPLAINED"
    ),
    "an individual grant says which it is": Fault(
        PLAN,
        "authorization_mode: \\[overall\\]\n.*\n",
        "authorization_mode: [individual]\n",
        "HB-PLAN-INDIVIDUAL-MODE",
        "undetermined",
    ),
    "the body is designated by others than itself": Fault(
        PLAN, "designated_by: 示例市人民政府", "designated_by: 示例市数据局", "HB-PLAN-BODY-DESIGNATED"
    ),
    "the operator is a legal person": Fault(
        AGREEMENT, "legal_person_type: enterprise", "legal_person_type: unincorporated", "HB-AGREEMENT-LEGAL-PERSON"
    ),
    "coordination is named": without(PLAN, "coordination: .*\n", "HB-PLAN-COORDINATION", "undetermined"),
    "duties of departments are named": without(
        PLAN, "departments:\n(?:  .*\n)+", "HB-PLAN-DEPARTMENT-DUTIES", "undetermined"
    ),
    "principles are named": without(PLAN, "principles: .*\n", "HB-PLAN-PRINCIPLES", "undetermined"),
    # chapter 2
    "five aspects of feasibility, one by one": without(PLAN, "  market_size: .*\n", "HB-PLAN-FEASIBILITY"),
    "five kinds of conditions, one by one": without(PLAN, "  service: 提供.*\n", "HB-PLAN-OPERATOR-CONDITIONS"),
    "seven arrangements in one item": without(PLAN, "asset_management: .*\n", "HB-PLAN-ARRANGEMENTS"),
    "each resource has a frequency": without(PLAN, "    update_frequency: 每小时\n", "HB-PLAN-RESOURCE-FREQUENCY"),
    "shared data have consent": without(PLAN, "    consent:.*\n(?:      .*\n)+", "HB-PLAN-SHARED-DATA-CONSENT"),
    "two classes of products": without(PLAN, "  - id: P-03\n(?:    .*\n)+", "HB-PLAN-PRODUCT-CLASSES"),
    # chapter 3
    "selection is fair": Fault(AGREEMENT, "method: public_tender", "method: direct", "HB-SELECTION-METHOD"),
    "the plan is approved before the selection": Fault(
        AGREEMENT, "notice_on: 2025-07-02", "notice_on: 2025-06-02", "HB-SELECTION-AFTER-PLAN"
    ),
    "the steps of the selection follow each other": Fault(
        AGREEMENT, "evaluated_on: 2025-07-28", "evaluated_on: 2025-07-20", "HB-SELECTION-STEPS-ORDER"
    ),
    "the second decision is another one": Fault(
        AGREEMENT,
        "doc_no: 示数党纪〔2025〕11号",
        "doc_no: 示政纪〔2025〕35号",
        "HB-AGREEMENT-DECIDED-BY-BODY",
        "undetermined",
    ),
    "the second decision comes before signing": Fault(
        AGREEMENT, "  date: 2025-08-15\n", "  date: 2025-08-25\n", "HB-AGREEMENT-DECIDED-FIRST"
    ),
    "four things in item 3: the review of business": without(
        AGREEMENT, "compliance_review: .*\n", "HB-AGREEMENT-PRODUCTS"
    ),
    "four things in item 3: the security review": without(AGREEMENT, "security_review: .*\n", "HB-AGREEMENT-PRODUCTS"),
    "two things in item 5: who owns the products": without(
        AGREEMENT, "  products: 产品和服务的经营权.*\n", "HB-AGREEMENT-ASSETS"
    ),
    "two things in item 6: disclosure": without(
        AGREEMENT, "disclosure:\n(?:  .*\n)+", "HB-AGREEMENT-DISCLOSURE-REDEVELOPMENT"
    ),
    "two things in item 6: no re-development": without(
        AGREEMENT,
        "redevelopment:\n(?:  .*\n)+",
        "HB-AGREEMENT-DISCLOSURE-REDEVELOPMENT",
        "undetermined",
    ),
    "three things in item 7: the costs": without(AGREEMENT, "  cost: 按项目.*\n", "HB-AGREEMENT-ACCOUNTING"),
    "four things in item 8: watching for risks": without(
        AGREEMENT, "risk_monitoring:\n(?:  .*\n)+", "HB-AGREEMENT-SECURITY"
    ),
    "two things in item 9: renewal or exit": without(
        AGREEMENT, "renewal:\n(?:  .*\n)+exit:\n(?:  .*\n)+", "HB-EXIT-EVALUATION"
    ),
    "two things in item 12: when it ends": without(
        AGREEMENT, "termination_conditions: .*\n", "HB-EXIT-AMENDMENT-TERMINATION"
    ),
    "five years, in principle": Fault(
        AGREEMENT,
        "  duration: 3年\n  start: 2025-09-01\n  end: 2028-08-31\n(?:  .*\n)+?  note",
        "  duration: 6年\n  start: 2025-09-01\n  end: 2031-08-31\n  note",
        "HB-TERM-WITHIN-FIVE-YEARS",
    ),
    "five years, explained": Fault(
        AGREEMENT,
        "  duration: 3年\n  start: 2025-09-01\n  end: 2028-08-31\n(?:  .*\n)+?  note",
        "  duration: 6年\n  start: 2025-09-01\n  end: 2031-08-31\n  exceed_reason: 设备折旧期六年，见批复。\n  note",
        "HB-TERM-WITHIN-FIVE-YEARS",
        "exempt",
    ),
    "a longer agreement spans a renewal of the registration": Fault(
        AGREEMENT,
        "  duration: 3年\n  start: 2025-09-01\n  end: 2028-08-31\n(?:  .*\n)+?  note",
        "  duration: 5年\n  start: 2025-09-01\n  end: 2030-08-31\n  note",
        "HB-REGISTRATION-RENEWAL-PLAN",
        "undetermined",
    ),
    "franchise development shows its field, need and prudence": Fault(
        PLAN, "franchise:\n  不适用: .*\n", "franchise:\n  field: [气象]\n", "HB-FRANCHISE-GROUNDS"
    ),
    "an own platform connects to that of the province": Fault(
        PLAN,
        "  name: 湖北省公共数据授权运营平台\n  level: province\n  uses_provincial: true\n",
        "  name: 示例市数据运营平台\n  level: prefecture\n  uses_provincial: false\n  linked_to_provincial: false\n",
        "HB-PLATFORM-PROVINCIAL",
    ),
    "tenants on the platform of the province": Fault(
        AGREEMENT, "    used: true\n", "    used: false\n", "HB-PLATFORM-TENANT"
    ),
    "no clause that makes a monopoly": Fault(
        AGREEMENT, "  exclusive_clause: false", "  exclusive_clause: true", "HB-COMPETITION-NO-EXCLUSIVE"
    ),
    "nobody is told with whom to trade": Fault(
        AGREEMENT,
        "  designated_buyer_clause: false",
        "  designated_buyer_clause: true",
        "HB-COMPETITION-NO-DESIGNATED",
    ),
    "use within the grant alone": without(AGREEMENT, "  scope_limit: .*\n", "HB-USE-SCOPE-LIMIT", "undetermined"),
    # chapter 4
    "a scenario is reviewed before development": Fault(
        REPORT,
        "scenario_reviewed_on: 2025-09-19",
        "scenario_reviewed_on: 2025-10-19",
        "HB-PRODUCT-STEPS-IN-ORDER",
        "undetermined",
    ),
    "a product is reviewed before delivery": Fault(
        REPORT, "security_reviewed_on: 2025-10-31", "security_reviewed_on: 2025-11-30", "HB-PRODUCT-REVIEWED"
    ),
    "registration within twenty working days": Fault(
        REPORT, "application_date: 2025-09-29", "application_date: 2025-11-29", "HB-REGISTRATION-IN-TIME"
    ),
    "registration is valid for three years": Fault(
        REPORT, "valid_until: 2028-11-09", "valid_until: 2030-11-09", "HB-REGISTRATION-VALIDITY"
    ),
    "renewal within the last sixty days": Fault(
        REPORT,
        "      valid_until: 2028-11-09\n      renewal_plan: .*\n",
        "      valid_until: 2028-11-09\n      renewal_applied_on: 2026-01-09\n",
        "HB-REGISTRATION-RENEWAL-WINDOW",
    ),
    "public purpose is free": Fault(
        AGREEMENT,
        "    free: true .*\n    price:\n      regime: free\n      amount: 0元\n",
        "    free: false\n    price:\n      regime: government_guided\n      amount: 1元\n",
        "HB-PRICE-BY-PURPOSE",
    ),
    "a fee is within its ceiling": Fault(
        REPORT, "      amount: 0.5元\n", "      amount: 0.9元\n", "HB-PRICE-WITHIN-CEILING"
    ),
    "ten percent decide what is adjusted": Fault(
        REPORT,
        "  permitted_revenue:\n    不适用: .*\n  deviation:\n    不适用: .*\n",
        "  permitted_revenue:\n    amount: 50万元\n    doc_no: 鄂发改价〔2026〕1号\n"
        "  deviation:\n    actual_revenue: 62.4万元\n"
        "    permitted_revenue: 50万元\n    rate: 24.8%\n    response: specific\n",
        "HB-PRICE-DEVIATION",
    ),
    "prices are reviewed within three years": Fault(
        AGREEMENT, "  review_period: 3年", "  review_period: 5年", "HB-PRICE-REVIEW-PERIOD"
    ),
    "shares add up": Fault(AGREEMENT, "      share: 60%", "      share: 70%", "HB-REVENUE-SHARES-AGREED"),
    "what was distributed adds up": Fault(
        REPORT, "    amount: 2.76万元", "    amount: 3.76万元", "HB-REVENUE-DISTRIBUTED"
    ),
    "raw data stay": Fault(AGREEMENT, "  to_third_parties: false", "  to_third_parties: true", "HB-RAW-DATA-AGREED"),
    "no raw data are delivered": Fault(
        REPORT, "    form: \\[api, verification\\]", "    form: [raw_data]", "HB-RAW-DATA-DELIVERED"
    ),
    # chapter 5
    "contributions are evaluated": without(
        PLAN, "    indicators:\n(?:      .*\n)+", "HB-CONTRIBUTION-INDICATORS", "undetermined"
    ),
    "the evaluation is used": without(
        REPORT, "    reward: 提供两次数据清洗服务\n", "HB-CONTRIBUTION-REWARDED", "undetermined"
    ),
    "a recommendation is no designation": without(
        PLAN, "    negotiation: .*\n    not_designation: .*\n", "HB-RECOMMENDATION-OPEN", "undetermined"
    ),
    "social data are encouraged": without(PLAN, "  social_data:\n(?:    .*\n)+", "HB-SOCIAL-DATA", "not_adopted"),
    "tolerance needs proof": Fault(
        REPORT,
        "tolerance_cases:\n  不适用: .*\n",
        "tolerance_cases:\n  - matter: 产品未达预期\n    no_private_gain: true\n",
        "HB-TOLERANCE-CLAIM",
        "undetermined",
    ),
    # chapter 6
    "security is the operator's": without(
        AGREEMENT, "  responsibility: 乙方承担.*\n", "HB-SECURITY-RESPONSIBILITY", "undetermined"
    ),
    "logs are kept for six months": Fault(
        AGREEMENT, "    retention: 12个月 .*\n", "    retention: 3个月\n", "HB-SECURITY-LOGS"
    ),
    "a basis for personal information": Fault(
        PLAN, "  involved: false\n  measures: 三项", "  involved: true\n  measures: 三项", "HB-PI-BASIS", "undetermined"
    ),
    "assessed before signing": Fault(
        AGREEMENT,
        "personal_information_protection:\n  involved: false\n",
        "personal_information_protection:\n  involved: true\n"
        "  impact_assessment:\n    done: true\n    date: 2025-10-12\n",
        "HB-PI-ASSESSED",
    ),
    "separate consent for sensitive data": Fault(
        AGREEMENT,
        "personal_information_protection:\n  involved: false\n",
        "personal_information_protection:\n  involved: true\n  sensitive: true\n",
        "HB-PI-SENSITIVE",
        "undetermined",
    ),
    "what is de-identified is still personal": Fault(
        PLAN,
        "    contains_personal_information: false\n    source_type: own\n  - id: R-02",
        "    contains_personal_information: false\n    personal_information_status: deidentified\n"
        "    source_type: own\n  - id: R-02",
        "HB-PI-CONSISTENT",
    ),
    "incidents are reported": without(
        REPORT,
        "      reported_on: .*\n      report_hours: .*\n      reported_to: .*\n",
        "HB-INCIDENT-HANDLED",
        "undetermined",
    ),
    "incidents are counted": Fault(REPORT, "  incident_count: 1起", "  incident_count: 2起", "HB-INCIDENTS-RECONCILED"),
    "risk of aggregation": without(
        AGREEMENT, "aggregation_risk:.*\n(?:  .*\n)+", "HB-AGGREGATION-RISK", "undetermined"
    ),
    "financial risk": without(AGREEMENT, "financial_risk:.*\n(?:  .*\n)+", "HB-FINANCIAL-RISK", "undetermined"),
    "the report is the operator's": Fault(
        REPORT,
        "submitted_by:\n  name: .*\n  credit_code: .*\n",
        "submitted_by:\n  name: 示例市数据局\n  credit_code: 11429000MB9000015U\n",
        "HB-ANNUAL-REPORT-REPORTER",
        "undetermined",
    ),
    "calls add up": Fault(REPORT, "  calls_failed: 2800次", "  calls_failed: 2900次", "HB-FIGURES-CALLS"),
    "approvals do not exceed applications": Fault(
        REPORT, "  scenarios_approved: 3个", "  scenarios_approved: 5个", "HB-FIGURES-COUNTS", "undetermined"
    ),
    "costs and revenue add up": Fault(REPORT, "  profit: 4.6万元", "  profit: 6.6万元", "HB-FIGURES-ACCOUNTS"),
    "the authority evaluates every year": without(
        REPORT, "annual_evaluation:\n(?:  .*\n)+", "HB-OVERSIGHT-EVALUATION", "undetermined"
    ),
    "the body discloses by the end of March": Fault(
        REPORT, "    date: 2026-03-10\n", "    date: 2026-04-10\n", "HB-DISCLOSURE-IN-TIME"
    ),
    "the operator discloses by the end of March": Fault(
        REPORT, "    date: 2026-03-12\n", "    date: 2026-04-12\n", "HB-DISCLOSURE-IN-TIME"
    ),
    # chapter 7
    "franchise development says by what it is carried out": Fault(
        PLAN,
        "franchise:\n  不适用: .*\n",
        "franchise:\n  field: [气象]\n  necessity: 低空飞行需要短临预报\n  prudence: 一家、两年\n",
        "HB-PLAN-FRANCHISE-EXECUTION",
        "undetermined",
    ),
    "a plan is issued after its approval": Fault(
        PLAN, "issued_on: 2025-06-26", "issued_on: 2025-06-16", "HB-PLAN-ISSUED-AFTER-APPROVAL"
    ),
}

ACROSS = {
    "plan before agreement": Fault(PLAN, "  date: 2025-06-20\n", "  date: 2025-08-30\n", "HB-AGREEMENT-AFTER-PLAN"),
    "agreement before delivery": Fault(
        REPORT, "    provided_on: 2025-09-15", "    provided_on: 2025-08-15", "HB-DELIVERY-AFTER-SIGNING"
    ),
    "resources within the plan's": Fault(
        AGREEMENT,
        "  - id: R-03\n    name: 建筑业企业资质信息",
        "  - id: R-09\n    name: 不动产登记信息",
        "HB-AGREEMENT-RESOURCES-WITHIN-PLAN",
    ),
    "products within the plan's": Fault(
        AGREEMENT,
        "  - id: P-02\n    name: 物流气象风险提示服务",
        "  - id: P-09\n    name: 不动产核验服务",
        "HB-AGREEMENT-PRODUCTS-WITHIN-PLAN",
    ),
    "the term within the plan's": Fault(
        AGREEMENT,
        "  end: 2028-08-31\n  exceed",
        "  end: 2029-08-31\n  exceed",
        "HB-AGREEMENT-TERM-WITHIN-PLAN",
        "undetermined",
    ),
    "the mode is the plan's": Fault(
        AGREEMENT, "authorization_mode: \\[overall\\]", "authorization_mode: [sector]", "HB-AGREEMENT-MODE-WITHIN-PLAN"
    ),
    "the body is the plan's": Fault(
        PLAN,
        "implementing_body:\n  name: .*\n  credit_code: .*\n",
        "implementing_body:\n  name: 示例市政务服务局\n  credit_code: 11429000MB9000023N\n",
        "HB-AGREEMENT-PARTY-IS-BODY",
    ),
    "the conditions of the plan are checked": without(
        AGREEMENT, "    - topic: security\n(?:      .*\n)+", "HB-SELECTION-CONDITIONS-CHECKED", "undetermined"
    ),
    "the report's operator is the agreement's": Fault(
        REPORT,
        "operator:\n  name: 示例市数据集团有限公司\n  credit_code: 91429000MAC000017A\n",
        "operator:\n  name: 另一家数据有限公司\n  credit_code: 91429000MAC0000255\n",
        "HB-REPORT-OPERATOR-IS-PARTY",
    ),
    "the operator disclosed is the agreement's": Fault(
        REPORT,
        "  operator:\n    body:\n      name: .*\n      credit_code: .*\n",
        "  operator:\n    body:\n      name: 另一家数据有限公司\n      credit_code: 91429000MAC0000255\n",
        "HB-DISCLOSURE-BODIES-AS-AGREED",
    ),
    "an affiliate re-develops nothing": Fault(
        REPORT,
        "developers:\n  不适用: .*\n",
        "developers:\n  - name: 示例市数科技术服务有限公司\n    credit_code: 91429000MAC0000330\n",
        "HB-REDEVELOPMENT-DEVELOPERS",
    ),
    "a purpose is the agreement's": Fault(
        REPORT,
        "    purpose_class: industry\n    scenario: 干线物流",
        "    purpose_class: public\n    scenario: 干线物流",
        "HB-REPORT-PURPOSE-AS-AGREED",
    ),
    "a fee is within the ceiling agreed": Fault(
        REPORT,
        "      amount: 0.5元\n      ceiling: 0.8元",
        "      amount: 0.9元\n      ceiling: 1元",
        "HB-REPORT-FEE-WITHIN-AGREED-CEILING",
    ),
    "a changed fee is listed": Fault(
        REPORT, "      amount: 0.5元", "      amount: 0.4元", "HB-REPORT-FEE-CHANGE-LISTED"
    ),
    "shares are the agreement's": Fault(REPORT, "    share: 60%", "    share: 50%", "HB-REPORT-SHARES-AS-AGREED"),
    "the year within the term": Fault(
        AGREEMENT,
        "  start: 2025-09-01\n  end: 2028-08-31\n  exceed",
        "  start: 2026-09-01\n  end: 2029-08-31\n  exceed",
        "HB-REPORT-YEAR-WITHIN-TERM",
    ),
    "the term reported is the agreement's": Fault(
        REPORT,
        "  start: 2025-09-01\n  end: 2028-08-31\n",
        "  start: 2025-09-01\n  end: 2027-08-31\n",
        "HB-REPORT-TERM-AS-AGREED",
    ),
    "resources used within the grant": Fault(
        REPORT,
        "  - id: R-03\n    name: 建筑业企业资质信息",
        "  - id: R-09\n    name: 不动产登记信息",
        "HB-REPORT-RESOURCES-WITHIN-GRANT",
    ),
    "products offered within the list": Fault(
        REPORT,
        "  - id: P-02\n    name: 物流气象风险提示服务",
        "  - id: P-09\n    name: 不动产核验服务",
        "HB-REPORT-PRODUCTS-WITHIN-GRANT",
    ),
    "what is disclosed covers the grant": Fault(
        REPORT,
        "    content: 企业登记基本信息、自动气象站逐小时观测数据、建筑业企业资质信息三项资源。",
        "    content: 企业登记基本信息。",
        "HB-DISCLOSURE-COVERS-GRANT",
        "undetermined",
    ),
    "an incident within the hours agreed": Fault(
        REPORT, "      report_hours: 1.2 .*\n", "      report_hours: 8\n", "HB-INCIDENT-AGREED-HOURS"
    ),
    "the number of a registration is the same": Fault(
        AGREEMENT,
        "    registration:\n      status: planned\n      authority: 湖北省数据局\n",
        "    registration:\n      status: registered\n      code: DJ429000202511000099\n"
        "      authority: 湖北省数据局\n",
        "HB-REGISTRATION-CODE-SAME",
    ),
}


def broken(folder: Path, fault: Fault) -> Path:
    """The compliant dossier with a fault, once, at its first place."""
    shutil.copytree(SAMPLES / "compliant", folder)
    path = folder / f"{fault.paper}.yaml"
    text, times = re.subn(fault.old, lambda _: fault.new, path.read_text("utf-8"), count=1)
    assert times == 1
    path.write_text(text, "utf-8")
    return folder


def ends(told: dict[str, Any], rule: str) -> set[str]:
    """How a rule ended, by what was found of it or else by its verdicts."""
    found = {one["verdict"] for one in told["findings"] if one["rule_id"] == rule}
    return found or {row["verdict"] for row in told["coverage"] if row["rule_id"] == rule}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_an_obligation_that_is_broken_is_found(tmp_path: Path, run: Callable[..., Any], fault: Fault) -> None:
    told = run(broken(tmp_path / "dossier", fault))
    assert ends(told, fault.rule) == {fault.verdict}
    assert [one["rule_id"] for one in told["findings"] if not one["rule_id"].startswith("HB-")] == []


@pytest.mark.parametrize("fault", ACROSS.values(), ids=ACROSS)
def test_papers_that_contradict_each_other_are_both_shown(
    tmp_path: Path, run: Callable[..., Any], fault: Fault
) -> None:
    told = run(broken(tmp_path / "dossier", fault))
    assert ends(told, fault.rule) == {fault.verdict}
    found = [one for one in told["findings"] if one["rule_id"] == fault.rule]
    files = [{place["path"] for place in one["locations"]} for one in found]
    assert max(map(len, files)) >= 2


COUNTERPARTS = {PLAN: ("实施方案", 5), AGREEMENT: ("授权运营协议", 10)}


@pytest.mark.parametrize("missing", COUNTERPARTS)
def test_what_hangs_on_a_paper_that_is_missing_names_it(tmp_path: Path, run: Callable[..., Any], missing: str) -> None:
    shutil.copytree(SAMPLES / "compliant", tmp_path / "dossier")
    (tmp_path / "dossier" / f"{missing}.yaml").unlink()
    told = run(tmp_path / "dossier")
    label, least = COUNTERPARTS[missing]
    wanting = [one for one in told["findings"] if f"请把{label}一并提交，再检查一次" in one["text"]["details"]]
    assert {one["verdict"] for one in wanting} == {"undetermined"}
    assert len(wanting) >= least
