"""Waivers: what they accept and for how long, and that they change no verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from pdo_policy.api import check, load_rulebook, render, why
from pdo_policy.conclusion import conclusion
from pdo_policy.disposition.waivers import read_waivers, template
from pdo_policy.dispositions import Acceptance
from pdo_policy.documents.files import File
from pdo_policy.errors import FormError
from pdo_policy.findings import Disposition, Verdict
from pdo_policy.source import Source
from tests.accepting import AS_OF, RESOURCES, TERM, checked, plan, read, waiver, waivers_file

if TYPE_CHECKING:
    from pdo_policy.dispositions import Waiver

RULE = "HB-PLAN-TERM-ORDER"
OF_RESOURCE = "HB-PLAN-RESOURCE-CLASSIFICATION"


def state(**changes: str) -> str:
    (use,) = checked(plan(TERM + RESOURCES), waivers=(waiver(**changes),)).waivers
    return use.state


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, "used", id="the place"),
        pytest.param({"where": "FA-1 → 授权期限 → 终止日"}, "used", id="the id of the paper"),
        pytest.param({"where": "FA-1→授权期限"}, "used", id="a place above"),
        pytest.param({"where": "FA-1"}, "used", id="the paper"),
        pytest.param({"where": "FA-1 → 授权期限 → 起始日"}, "unused", id="another place"),
        pytest.param({"where": "FA-2 → 授权期限"}, "elsewhere", id="another paper"),
        pytest.param({"rule": "HB-TERM-DURATION-PLANNED"}, "unused", id="another rule"),
        pytest.param({"created": "2026-11-25"}, "early", id="from tomorrow"),
        pytest.param({"created": "2026-11-24"}, "used", id="from today"),
        pytest.param({"expires": "2026-11-24"}, "used", id="until today"),
        pytest.param({"expires": "2026年11月23日"}, "expired", id="until yesterday"),
        pytest.param({"rule": "HB-RAW-DATA-PLANNED"}, "barred", id="a rule that nobody may waive"),
    ],
)
def test_what_becomes_of_a_waiver(changes: dict[str, str], expected: str) -> None:
    assert state(**changes) == expected


def test_a_waiver_changes_the_disposition_and_nothing_else() -> None:
    without, with_one = checked(plan()), checked(plan(), waivers=(waiver(),))
    (waived,) = [finding for finding in with_one.findings if finding.disposition is not Disposition.OPEN]
    assert (waived.rule_id, waived.disposition) == (RULE, Disposition.WAIVED)
    assert tuple(replace(one, disposition=Disposition.OPEN) for one in with_one.findings) == without.findings
    assert tuple(replace(one, disposition=Disposition.OPEN) for one in with_one.coverage) == without.coverage
    assert with_one.counts == without.counts
    assert conclusion(with_one) == conclusion(without)._replace(accepted=1)


def test_what_is_waived_does_not_fail() -> None:
    everything = tuple(
        waiver(rule=row.rule_id, where="FA-1") for row in checked(plan()).coverage if row.verdict is Verdict.VIOLATED
    )
    report = checked(plan(), waivers=everything)
    assert report.exit_code == 0
    assert conclusion(report).status == "not_ready"
    assert conclusion(report).accepted == conclusion(report).violated > 1
    assert checked(plan(), waivers=everything[1:]).exit_code == 1


def test_a_waiver_of_one_element_hides_no_other() -> None:
    """checkov#7647: a suppression of one subject must not swallow another of the same rule."""
    where = "FA-1 → 数据资源 → 医保结算数据"
    report = checked(plan(RESOURCES), waivers=(waiver(rule=OF_RESOURCE, where=where),))
    found = [
        (one.locations[0].breadcrumb[1], one.disposition.value) for one in report.findings if one.rule_id == OF_RESOURCE
    ]
    assert {way for place, way in found if "医保" in place} == {"waived"}
    assert {way for place, way in found if "不动产" in place} == {"open"}
    (row,) = [row for row in report.coverage if row.rule_id == OF_RESOURCE]
    assert row.disposition is Disposition.OPEN


def test_the_order_of_elements_and_the_layout_mean_nothing() -> None:
    where = "FA-1 → 第2项 不动产登记信息".replace("FA-1 →", "FA-1 → 数据资源 →")
    turned = "数据资源: [{名称: 不动产登记信息}, {名称: 医保结算数据}]\n"
    for text in (RESOURCES, turned):
        report = checked(plan(text, path="别的名字.yaml"), waivers=(waiver(rule=OF_RESOURCE, where=where),))
        waived = [one for one in report.findings if one.disposition is Disposition.WAIVED]
        assert {one.locations[0].breadcrumb[1][-7:] for one in waived} == {"不动产登记信息"}


@pytest.mark.parametrize(("days", "expiring"), [(0, True), (30, True), (31, False)])
def test_a_waiver_tells_that_it_ends_soon(days: int, expiring: bool) -> None:
    expires = (AS_OF + timedelta(days=days)).isoformat()
    (use,) = checked(plan(), waivers=(waiver(expires=expires),)).waivers
    assert (use.left, use.expiring) == (days, expiring)


def test_a_waiver_of_several_places_is_broad() -> None:
    (use,) = checked(plan(RESOURCES), waivers=(waiver(rule=OF_RESOURCE, where="FA-1"),)).waivers
    assert use.broad
    assert len(use.covers) > 1
    (narrow,) = checked(plan(), waivers=(waiver(where="FA-1"),)).waivers
    assert not narrow.broad


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"rule": "HB-PLAN-TERM-ORDERS"}, "WVR-F002", "HB-PLAN-TERM-ORDERS"),
        ({"reason": '"  "'}, "WVR-F003", '"  "'),
        ({"created": "去年"}, "WVR-F004", "去年"),
        ({"expires": "2026年10月"}, "WVR-F004", "2026年10月"),
        ({"expires": "2026-10-31"}, "WVR-F005", "2026-10-31"),
        ({"expires": "2027-11-02"}, "WVR-F006", "2027-11-02"),
        ({"expire": "2027-11-02"}, "LAW-F004", "expire"),
    ],
)
def test_a_fault_is_told_at_its_place(changes: dict[str, str], code: str, place: str) -> None:
    with pytest.raises(FormError) as raised:
        read(waiver(), waiver(**changes))
    (problem,) = raised.value.problems
    assert problem.span is not None
    assert (problem.code, problem.span.text) == (code, place)


def test_a_missing_field_and_a_missing_file_are_told() -> None:
    short = waiver()
    del short["approver"]
    with pytest.raises(FormError) as raised:
        read(short)
    assert [(one.code, one.facts["key"]) for one in raised.value.problems] == [("LAW-F003", "approver")]
    with pytest.raises(FormError) as raised:
        read_waivers([File("x.yaml", None, "", "", 0, None)], [])
    assert [one.code for one in raised.value.problems] == ["WVR-F001"]


def test_a_leap_day_and_a_year_are_twelve_months() -> None:
    assert read(waiver(created="2024-02-29", expires="2025-02-28"))[0].expires == date(2025, 2, 28)
    with pytest.raises(FormError):
        read(waiver(created="2024-02-29", expires="2025-03-01"))


def test_keys_may_be_chinese_or_english() -> None:
    zh = ("规则", "位置", "理由", "批准人", "依据", "登记日期", "到期日期")
    text = "版本: 1\n豁免登记:\n  -\n" + "".join(
        f"    {key}: {value}\n" for key, value in zip(zh, waiver().values(), strict=True)
    )
    (one,) = read_waivers([File("w", Source("w", text), "utf-8", "", 0, None)], [RULE])
    assert replace(one, span=read(waiver())[0].span) == read(waiver())[0]


def test_the_template_waives_nothing_and_holds_what_it_takes_to_waive() -> None:
    book, report = load_rulebook(), checked(plan())
    barred = book.manifest.not_waivable
    text = template(report.findings, AS_OF, barred, "pdo-waivers.yaml")
    assert read_text(text) == ()
    filled = text.replace("豁免登记: []", "豁免登记:")
    for before, after in (("理由:", "理由: x"), ("批准人:", "批准人: y"), ("到期日期:", "到期日期: 2026-12-31")):
        filled = filled.replace(f"#     {before}", f"#     {after}")
    filled = "\n".join(line.removeprefix("# ") if line.startswith("#   ") else line for line in filled.splitlines())
    waivers = read_text(filled)
    violated = [one for one in report.findings if one.verdict is Verdict.VIOLATED and one.citations]
    assert len(waivers) == len([one for one in violated if one.rule_id not in barred]) > 1
    used = check(plan(), as_of=AS_OF, acceptance=Acceptance(waivers)).waivers
    assert {use.state for use in used} == {"used"}


def read_text(text: str) -> tuple[Waiver, ...]:
    rules = [rule.id for rule in load_rulebook().program.rules]
    return read_waivers([File("w", Source("w", text), "utf-8", "", 0, None)], rules)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("output", ["text", "html", "markdown"])
def test_who_approved_it_and_why_stands_in_what_people_read(output: str, lang: str) -> None:
    report = checked(plan(), waivers=(waiver(), waiver(where="FA-2")))
    said = render(report, output, lang=lang).replace("\\", "")
    for part in ("等待批复", "李四（法务）", "会议纪要第3号", "2027-10-31"):
        assert part in said
    assert said.count("2027-10-31") >= 2


def test_only_rules_that_are_there_can_be_barred() -> None:
    book = load_rulebook()
    assert set(book.manifest.not_waivable) <= {rule.id for rule in book.program.rules}


def test_a_file_of_waivers_among_the_papers_is_not_taken_unasked() -> None:
    file = waivers_file(waiver())
    assert file.source is not None
    report = checked(plan(), file.source)
    assert report.set_aside == ("pdo-waivers.yaml",)
    assert {one.disposition for one in report.findings} == {Disposition.OPEN}
    assert [one.path for one in report.inputs] == ["方案.yaml"]
    assert "pdo-waivers.yaml" in render(report)


def test_an_explanation_does_not_take_waivers_for_a_paper() -> None:
    file = waivers_file(waiver())
    assert file.source is not None
    explained = why(RULE, plan(), file.source, as_of=AS_OF)
    assert explained == why(RULE, plan(), as_of=AS_OF)
