"""One missing paper or part is told once, with every rule that waits for it; nothing else is told otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import api
from pdo_policy.findings import Disposition, Verdict, Void
from pdo_policy.reporters.folding import causes
from pdo_policy.reporters.view import GROUPINGS, View
from pdo_policy.source import Source
from pdo_policy.templates import Blank, template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.report import Report

SAMPLES = Path(__file__).parents[2] / "samples"
DAY = date(2026, 11, 24)
UNFOLDED = View(fold=False)


@cache
def checked(*names: str) -> Report:
    sources = [Source(name, (SAMPLES / name).read_text("utf-8")) for name in names]
    return api.check(*sources, as_of=DAY)


@cache
def checked_text(text: str) -> Report:
    return api.check(Source("方案.yaml", text), as_of=DAY)


@cache
def spoilt(*words: str) -> Report:
    """The compliant papers with words exchanged in the plan."""
    names = ("implementation_plan", "agreement", "annual_report")
    texts = {f"{name}.yaml": (SAMPLES / f"compliant/{name}.yaml").read_text("utf-8") for name in names}
    for before, after in zip(words[::2], words[1::2], strict=True):
        assert before in texts["implementation_plan.yaml"]
        texts["implementation_plan.yaml"] = texts["implementation_plan.yaml"].replace(before, after)
    return api.check(*(Source(name, text) for name, text in texts.items()), as_of=DAY)


HEAD = "kind: implementation_plan\ndossier: D\nid: P\ntitle: 方案\nstatus: 已印发\n"
EMPTY = "kind: implementation_plan\ndossier: D\nid: P\ntitle: 方案\nstatus: 起草中\n" + "".join(
    f"{key}: null\n" for key in ("security", "supervision", "term", "resources", "products")
)
REPORTS: Mapping[str, Callable[[], Report]] = {
    "report alone": lambda: checked("compliant/annual_report.yaml"),
    "agreement alone": lambda: checked("compliant/agreement.yaml"),
    "draft": lambda: checked("drafting/implementation_plan.yaml"),
    "deficient": lambda: checked(*(f"deficient/{name}.yaml" for name in ("implementation_plan", "agreement"))),
    "a header": lambda: checked_text(HEAD),
    "nothing filled in": lambda: checked_text(EMPTY),
    "unreadable": lambda: spoilt("issued_on: 2025-06-26", "issued_on: 2025年6月某日"),
    "two unreadable": lambda: spoilt(
        "effective_on: 2025-07-01",
        "effective_on: 待定后再写",
        "operation_start: 2025-09-01",
        "operation_start: 13月1日",
    ),
}


@pytest.mark.parametrize(
    ("name", "paper", "named"),
    [
        ("report alone", "授权运营协议", "HB-2025-YC-001-XY"),
        ("agreement alone", "实施方案", "HB-2025-YC-001-FA"),
    ],
)
def test_a_missing_paper_is_told_once(name: str, paper: str, named: str) -> None:
    report = REPORTS[name]()
    (cause,) = causes(report)
    waiting = report.counts["undetermined"]
    assert (cause.void.kind, cause.void.labels, cause.void.named) == ("paper", (paper,), named)
    assert len(cause.rows) == len({row.rule_id for row in cause.rows}) == waiting > 10
    told = f"没有提交{paper}（编号 {named}），{waiting} 项规则无法判断"
    for output, times in (("text", 1), ("markdown", 2), ("html", 2)):
        # The pages name it in the overview too.
        text = api.render(report, output).replace("\\", "")
        assert text.count(told) == times, output
        assert all(row.rule_id in text for row in cause.rows)
        assert told not in api.render(report, output, view=UNFOLDED).replace("\\", "")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("group_by", ["", *GROUPINGS])
def test_folding_hides_nothing(name: str, group_by: str) -> None:
    report = REPORTS[name]()
    whole = api.render(report, "text", view=View(group_by=group_by, fold=False))
    short = api.render(report, "text", view=View(group_by=group_by))
    caused = {finding.fingerprint for cause in causes(report) for finding in cause.findings}
    for finding in report.findings:
        told = f"{finding.rule_id} .*{re.escape(' '.join(finding.text.headline.split()))}$"
        assert re.search(told, short, re.MULTILINE), finding.rule_id
        if finding.fingerprint not in caused:
            line = next(line for line in whole.splitlines() if re.search(told, line))
            assert line in short.splitlines()
    assert [line for line in whole.splitlines() if line.startswith(("结论", "义务检查", "另有", "── "))] == [
        line for line in short.splitlines() if line.startswith(("结论", "义务检查", "另有", "── "))
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_pages_have_the_same_entries_folded_or_not(name: str) -> None:
    report = REPORTS[name]()
    for output, anchor in (("html", r'id="n(\d+)"'), ("markdown", r'<a id="n(\d+)">')):
        folded = re.findall(anchor, api.render(report, output))
        whole = re.findall(anchor, api.render(report, output, view=UNFOLDED))
        assert folded == whole == [str(number) for number in range(1, len(whole) + 1)]
    page = api.render(report, "html")
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def voids(text: str, pointer: str) -> set[Void | None]:
    report = checked_text(HEAD + text)
    return {
        location.void
        for finding in report.findings
        if finding.citations
        for location in finding.locations
        if location.pointer[:1] == (pointer,)
    }


@pytest.mark.parametrize(
    ("text", "kind", "labels"),
    [
        ("", "absent", ("考核评价",)),
        ("assessment: null\n", "empty", ("考核评价",)),
        ("assessment: {}\n", "empty", ("考核评价",)),
        ("assessment: {indicators: null}\n", "empty", ("考核评价",)),
        ("assessment:\n  indicators: []\n  period: null\n", "empty", ("考核评价",)),
    ],
)
def test_the_widest_part_without_content_is_the_cause(text: str, kind: str, labels: tuple[str, ...]) -> None:
    found = {(void.kind, void.labels) for void in voids(text, "assessment") if void is not None}
    assert found == {(kind, labels)}


@pytest.mark.parametrize("text", ["term: 三年左右\n", "term: {不适用: 本项目不约定期限}\n"])
def test_what_says_something_is_no_void(text: str) -> None:
    assert {void for void in voids(text, "term") if void is not None} == set()


def test_what_was_decided_about_is_told_by_itself() -> None:
    report = checked("compliant/annual_report.yaml")
    waived = replace(report, findings=tuple(replace(one, disposition=Disposition.WAIVED) for one in report.findings))
    assert causes(report)
    assert causes(waived) == ()


def test_a_breach_that_rests_on_more_than_the_void_is_told_by_itself() -> None:
    for report in REPORTS.values():
        for cause in causes(report()):
            for finding in cause.findings:
                others = [location for location in finding.locations if location.void is None]
                assert finding.verdict is Verdict.UNDETERMINED or not others


def test_papers_in_one_file_do_not_share_their_gaps() -> None:
    one = HEAD + "assessment: null\n"
    report = api.check(Source("两份.yaml", f"{one}---\n{one.replace('id: P', 'id: Q')}"), as_of=DAY)
    for cause in causes(report):
        assert len({row.subject.id for row in cause.rows}) == 1


def test_a_template_is_told_by_its_parts() -> None:
    """A draft with little in it is not a wall: what is not begun is named part by part."""
    root = api.load_rulebook().types["implementation_plan"].root
    blank = Blank("实施方案", "样表.yaml", {"kind": "实施方案", "dossier": "D", "id": "P", "status": "起草中"})
    report = api.check(Source("样表.yaml", template(blank, root, str)), as_of=DAY)
    first = api.render(report, "text").splitlines()[:6]
    assert first[0].startswith("结论：")
    assert first[3].startswith("    现在是：起草中的实施方案")
    assert first[4].startswith("    下一步：")
    assert sum(len(cause.rows) for cause in causes(report)) > 20


UNREADABLE = """\
implementation_plan.yaml:15:12: 严重 schema.date-unreadable “印发日期”：“2025年6月某日”不是能识别的日期
   15 │ issued_on: 2025年6月某日
      │            ^^^^^^^^^^^^^
    位置：印发日期
    怎么改：请写确定的日期，例如“2025年3月1日”或“2025-03-01”。
    因此未能判断的规则 2 条（加 --no-fold 逐项展开）：
    待核实 HB-COMPETITION-REVIEWED 〔《公平竞争审查条例》第十四条，第十八条〕 \
方案是否需要公平竞争审查尚待核实，印发日期〔无法识别〕，审查日期2025年6月5日
    待核实 HB-PLAN-ISSUED-AFTER-APPROVAL \
〔《管理办法（征求意见稿）》第二章（起草说明要点2），《实施规范》第十一条第一款〕 \
印发日期或审议日期尚待核实，无法比较先后

"""


def test_rules_that_wait_for_a_value_nobody_can_read_are_told_below_it() -> None:
    report = REPORTS["unreadable"]()
    assert report.counts["undetermined"] == 2
    for group_by in ("", "file"):
        text = api.render(report, "text", view=View(group_by=group_by))
        assert UNREADABLE in text
        assert text.count("issued_on:") == 1
    assert "因此未能判断" not in api.render(report, "text", view=UNFOLDED)
    assert "could not be decided because of it: 2 (" in api.render(report, "text", lang="en")
    for output in ("html", "markdown"):
        assert "“印发日期”的内容无法识别，2 项规则无法判断" in api.render(report, output)


@pytest.mark.parametrize("group_by", ["clause", "severity"])
def test_what_stands_in_another_group_is_told_by_itself(group_by: str) -> None:
    report = REPORTS["unreadable"]()
    text = api.render(report, "text", view=View(group_by=group_by))
    assert text == api.render(report, "text", view=View(group_by=group_by, fold=False))


def test_a_rule_that_waits_for_more_than_one_value_is_told_by_itself() -> None:
    report = REPORTS["two unreadable"]()
    below = {cause.void.labels: {row.rule_id for row in cause.rows} for cause in causes(report)}
    assert below == {("授权运营开始日期",): {"HB-PLAN-START-WITHIN-TERM"}}
    open_ = {row.rule_id for row in report.coverage if row.verdict is Verdict.UNDETERMINED}
    assert {"HB-PLAN-START-AFTER-EFFECT", "HB-PLAN-TRANSITION"} <= open_


def test_formats_for_programs_tell_what_waits_for_an_unreadable_value() -> None:
    report = REPORTS["unreadable"]()
    for output in ("json", "sarif", "junit", "github", "gitlab", "rdjson"):
        text = api.render(report, output)
        for rule in ("HB-COMPETITION-REVIEWED", "HB-PLAN-ISSUED-AFTER-APPROVAL", "schema.date-unreadable"):
            assert rule in text, output


def test_a_fault_that_was_accepted_is_no_cause() -> None:
    report = REPORTS["unreadable"]()
    findings = tuple(
        one if one.citations else replace(one, disposition=Disposition.BASELINED) for one in report.findings
    )
    assert causes(report)
    assert causes(replace(report, findings=findings)) == ()
