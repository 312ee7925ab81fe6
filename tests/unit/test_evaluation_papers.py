"""Rules over several papers of a dossier: what relations lead to, two subjects, and what is not there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.documents.read import read
from pdo_policy.dossier import Dossier, Link, dossiers_of
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from pdo_policy.source import Source
from tests.asking import asked, asked_of_texts, book_of, rule
from tests.rulebooks import agreement, plan, report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.schema.bound import Bound

Data = dict[str, Any]


def dossiers(*papers: Data) -> tuple[Dossier, ...]:
    book = book_of("")
    found = []
    for number, paper in enumerate(papers, 1):
        (document,) = read(Source(f"{number}.json", json.dumps(paper, ensure_ascii=False)))
        bound = bind_document(document, book.types)
        assert isinstance(bound, BoundDocument)
        found.append(bound)
    return dossiers_of(found, book.manifest.documents, book.manifest.relations)


def names(roots: Sequence[Bound]) -> list[str]:
    return [str(root.data["id"].data) for root in roots]


def link(relation: str, kind: str, *papers: Data) -> tuple[list[str], str, str]:
    """Where the first paper of a kind leads: ids, the key of the place, the reason."""
    (dossier,) = dossiers(*papers)
    first = next(paper.bound.root for paper in dossier.papers if paper.bound.kind == kind)
    found: Link = dossier.related(relation, first)
    return names(found.roots), str(found.at.step), found.reason


# ---------------------------------------------------------------------- dossiers


def test_papers_with_one_project_are_one_dossier() -> None:
    papers = [plan(), agreement(dossier=" D1 "), plan(id="P2", dossier="D2"), report(dossier="D1")]
    found = dossiers(*papers)
    assert [(dossier.id, [paper.subject.label for paper in dossier.papers]) for dossier in found] == [
        ("D1", ["实施方案 P1", "授权运营协议 A1", "年度报告 R1"]),
        ("D2", ["实施方案 P2"]),
    ]


@pytest.mark.parametrize("name", [..., "", None, {"不适用": "理由"}, ["D1"]])
def test_a_paper_that_names_no_project_stands_alone(name: Any) -> None:
    found = dossiers(agreement(dossier=name), agreement(dossier=name), plan())
    assert [(dossier.id, len(dossier.papers)) for dossier in found] == [("D1", 1), ("", 1), ("", 1)]


def test_a_paper_without_an_id() -> None:
    (dossier,) = dossiers(plan(id=...))
    assert dossier.papers[0].subject.label == "实施方案"
    assert dossier.papers[0].subject.id == ""


def test_the_source_of_a_value_is_that_of_its_paper() -> None:
    (dossier,) = dossiers(plan(resources=[{"name": "甲"}]), agreement())
    value = dossier.papers[0].bound.root.data["resources"].data[0].data["name"]
    assert dossier.source_of(value).name == "1.json"
    assert dossier.paper_of(dossier.papers[1].bound.root).subject.id == "A1"


# ---------------------------------------------------------------------- links

LINKS: dict[str, tuple[str, str, list[Data], tuple[list[str], str, str]]] = {
    "named": ("agreement-plan", "agreement", [plan(), plan(id="P2"), agreement()], (["P1"], "plan_id", "")),
    "named with blanks": ("agreement-plan", "agreement", [plan(), agreement(plan_id=" P1 ")], (["P1"], "plan_id", "")),
    "named and not there": (
        "agreement-plan", "agreement", [plan(id="P2"), agreement()], ([], "plan_id", "document"),
    ),
    "named twice": (
        "agreement-plan", "agreement", [plan(), plan(), agreement()], (["P1", "P1"], "plan_id", "several"),
    ),
    "not named, one": ("agreement-plan", "agreement", [plan(), agreement(plan_id=...)], (["P1"], "", "")),
    "not named, two": (
        "agreement-plan", "agreement", [plan(), plan(id="P2"), agreement(plan_id=...)], (["P1", "P2"], "", "several"),
    ),
    "not named, none": ("agreement-plan", "agreement", [agreement(plan_id=...)], ([], "", "document")),
    "blank, one": ("agreement-plan", "agreement", [plan(), agreement(plan_id="")], (["P1"], "", "")),
    "unknown": ("agreement-plan", "agreement", [plan(), agreement(plan_id=None)], ([], "plan_id", "null")),
    "not applicable": (
        "agreement-plan", "agreement", [plan(), agreement(plan_id={"不适用": "无"})], ([], "plan_id", "not_applicable"),
    ),
    "unreadable": ("agreement-plan", "agreement", [plan(), agreement(plan_id=["P1"])], ([], "plan_id", "invalid")),
    "back to none": ("agreement-plan-back", "plan", [plan()], ([], "", "document")),
    "back to all that lead here": (
        "agreement-plan-back", "plan",
        [plan(), plan(id="P2"), agreement(), agreement(id="A2"), agreement(id="A3", plan_id="P2")],
        (["A1", "A2"], "", ""),
    ),
    "back past one that leads nowhere": (
        "agreement-plan-back", "plan", [plan(), agreement(), agreement(id="A2", plan_id="P9")], (["A1"], "", ""),
    ),
    "back with one that may lead here": (
        "agreement-plan-back", "plan",
        [plan(), agreement(), agreement(id="A2", plan_id=None)],
        ([], "plan_id", "unlinked"),
    ),
    "back with one that leads to one of two": (
        "agreement-plan-back", "plan", [plan(), plan(id="P2"), agreement(plan_id=...)], ([], "", "unlinked"),
    ),
    "back to a name that stands twice": (
        "agreement-plan-back", "plan", [plan(), plan(), agreement()], ([], "plan_id", "unlinked"),
    ),
    "back past a doubt about others": (
        "agreement-plan-back", "plan",
        [plan(id="P3"), plan(), plan(), agreement(), agreement(id="A3", plan_id="P3")],
        (["A3"], "", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("relation", "kind", "papers", "found"), LINKS.values(), ids=LINKS)
def test_links(relation: str, kind: str, papers: list[Data], found: tuple[list[str], str, str]) -> None:
    assert link(relation, kind, *papers) == found


def test_papers_of_other_projects_are_never_met() -> None:
    found = dossiers(plan(dossier="D2"), agreement())
    assert found[1].related("agreement-plan", found[1].papers[0].bound.root).reason == "document"


def test_many_papers_are_linked_in_one_go() -> None:
    many = [agreement(id=f"A{number}", term="1年") for number in range(600)]
    text = rule("应当 每个 约 于 方案.协议清单 满足 约.期限 已载明") + rule(
        "应当 数量（协议.方案.协议清单） 为 600", subject="协议", name="T-B"
    )
    answer = asked(text, plan(), *many, name="T-B")
    assert {row.verdict.value for row in answer.rows} == {"satisfied"}


# ---------------------------------------------------------------------- rules over papers

SIGNED = rule(
    "应当 每个 约 于 方案.协议清单 满足 约.签订日期 晚于 方案.审议.审议日期\n"
    "违反时 “协议{约.编号}于{约.签订日期}签订，早于审议”"
)
REVIEWED = plan(review={"reviewed_on": "2025-03-01"})


def test_one_plan_many_agreements() -> None:
    agreements = [
        agreement(id="A1", signed_on="2025-04-01"),
        agreement(id="A2", signed_on="2025-02-01"),
        agreement(id="A3"),
        agreement(id="A4", signed_on="2025-01-01"),
    ]
    answer = asked(SIGNED, REVIEWED, *agreements)
    assert answer.verdict == "violated"
    assert [(finding.verdict.value, finding.text.headline) for finding in answer.findings] == [
        ("violated", "协议A2于2025年2月1日签订，早于审议"),
        ("undetermined", "无法判断：未见“签订日期”"),
        ("violated", "协议A4于2025年1月1日签订，早于审议"),
    ]
    assert answer.places == [
        ["1.json:review.reviewed_on", "3.json:signed_on"],
        ["1.json:review.reviewed_on", "4.json:signed_on?"],
        ["1.json:review.reviewed_on", "5.json:signed_on"],
    ]
    assert len({finding.fingerprint for finding in answer.findings}) == 3


def test_the_same_fault_in_two_papers_of_one_shape_is_told_twice() -> None:
    text = rule("应当 每个 约 于 方案.协议清单 满足 约.签订日期 已载明\n违反时 “没有签订日期”")
    answer = asked(text, plan(), agreement(id="A1"), agreement(id="A2"))
    assert answer.places == [["2.json:signed_on?"], ["3.json:signed_on?"]]
    assert len({finding.fingerprint for finding in answer.findings}) == 2


@pytest.mark.parametrize(
    "text", [SIGNED, SIGNED.replace("约.签订日期 晚于 方案.审议.审议日期", "方案.审议.审议日期 早于 约.签订日期")]
)
def test_the_order_of_papers_changes_no_fingerprint(text: str) -> None:
    papers = [agreement(id=f"A{number}", signed_on=f"2025-02-0{number}") for number in range(1, 5)]
    orders = (papers, papers[::-1], papers[1:])
    told = [
        {finding.text.headline: finding.fingerprint for finding in asked(text, REVIEWED, *order).findings}
        for order in orders
    ]
    assert told[0] == told[1]
    assert told[2].items() < told[0].items()
    assert len(set(told[0].values())) == 4


def test_what_is_missing_is_named() -> None:
    text = rule("应当 协议.方案.目标 已载明\n违反时 “方案没有目标”\n存疑时 “方案{协议.方案.目标}”", subject="协议")
    missing = asked(text, agreement())
    assert (missing.verdict, missing.headlines) == ("undetermined", ["方案〔未提交实施方案〕"])
    told = ("同一项目中未见实施方案", "请把实施方案一并提交，再检查一次")
    assert missing.findings[0].text.details == told
    assert missing.findings[0].locations[0].breadcrumb == ("方案编号", "实施方案", "目标")
    assert missing.findings[0].locations[0].span.text == '"P1"'
    unnamed = asked(text, agreement(plan_id=...))
    assert unnamed.places == [["1.json:?"]]
    assert asked(text, agreement(), plan(id="P2"), plan(id="P3")).headlines == ["方案〔未提交实施方案〕"]
    doubtful = asked(text, agreement(plan_id=...), plan(id="P2"), plan(id="P3"))
    assert doubtful.headlines == ["方案〔未知〕"]
    assert doubtful.findings[0].text.details == ("同一项目中有几份实施方案，看不出指哪一份",)


def test_a_list_of_papers_that_are_not_told() -> None:
    nobody = asked(SIGNED, REVIEWED)
    assert (nobody.verdict, nobody.headlines) == ("undetermined", ["无法判断：同一项目中未见授权运营协议"])
    lost = asked(SIGNED, REVIEWED, agreement(plan_id=None))
    assert lost.headlines == ["无法判断：同一项目中有一份授权运营协议，看不出与哪一份文件对应"]
    assert lost.places == [["2.json:plan_id?"]]


def test_a_way_over_two_relations() -> None:
    text = rule("应当 年报.协议.方案.目标 为 “甲”", subject="年报")
    assert asked(text, report(), agreement(), plan(goal="甲")).verdict == "satisfied"
    assert asked(text, report(), agreement(), plan(goal="乙")).places == [["3.json:goal"]]
    assert asked(text, report(), plan(goal="甲")).reason == "无法判断：同一项目中未见授权运营协议"
    assert asked(text, report(), agreement()).reason == "无法判断：同一项目中未见实施方案"
    assert asked(text, report(agreement_id=None), agreement(), plan()).reason == "无法判断：“协议编号”注明为未知"
    backwards = rule("应当 数量（年报.协议.年报清单） 为 2", subject="年报")
    assert asked(backwards, report(), report(id="R2"), agreement()).verdict == "satisfied satisfied"
    assert asked(backwards, report()).reason == "无法判断：同一项目中未见授权运营协议"


# ---------------------------------------------------------------------- two subjects

PAIRED = rule("应当 协议.期限 不超过 方案.期限\n违反时 “协议{协议.期限}，方案{方案.期限}”", subject="协议，方案")


def test_two_subjects_are_asked_in_related_pairs() -> None:
    papers = [
        plan(term="2年"),
        plan(id="P2", term="5年"),
        agreement(id="A1", term="3年"),
        agreement(id="A2", plan_id="P2", term="3年"),
        agreement(id="A3", plan_id="P3", term="3年"),
    ]
    answer = asked(PAIRED, *papers)
    assert [(row.subject.label, row.verdict.value, row.reason) for row in answer.rows] == [
        ("授权运营协议 A1、实施方案 P1", "violated", "协议3年，方案2年"),
        ("授权运营协议 A2、实施方案 P2", "satisfied", ""),
        ("授权运营协议 A3", "undetermined", "无法判断：同一项目中未见实施方案"),
    ]
    assert answer.places == [["3.json:term", "1.json:term"], ["5.json:plan_id?", "5.json:term"]]


def test_one_plan_with_each_of_its_agreements() -> None:
    text = rule("应当 协议.期限 不超过 方案.期限", subject="方案，协议")
    papers = [plan(term="2年"), agreement(term="3年"), agreement(id="A2", term="1年"), agreement(id="A3", term="4年")]
    answer = asked(text, *papers)
    assert [(row.subject.id, row.subject.label, row.verdict.value) for row in answer.rows] == [
        ("P1", "实施方案 P1、授权运营协议 A1", "violated"),
        ("P1", "实施方案 P1、授权运营协议 A2", "satisfied"),
        ("P1", "实施方案 P1、授权运营协议 A3", "violated"),
    ]
    assert answer.places == [["1.json:term", "2.json:term"], ["1.json:term", "4.json:term"]]
    marks = [finding.fingerprint for finding in answer.findings]
    assert len(set(marks)) == 2
    again = asked(text, papers[0], *papers[:0:-1])
    assert {row.subject.label: row.findings for row in again.rows} == {
        row.subject.label: row.findings for row in answer.rows
    }


def test_a_pair_that_was_mended_leaves_the_other_as_it_was() -> None:
    text = rule("应当 协议.期限 不超过 方案.期限", subject="方案，协议")
    second = agreement(id="A2", term="4年")
    before, after = (asked(text, plan(term="2年"), agreement(term=term), second) for term in ("3年", "1年"))
    assert before.findings[1].fingerprint == after.findings[0].fingerprint


def test_papers_that_are_read_together_are_read_in_the_order_of_their_ids() -> None:
    text = rule("应当 存在 约 于 方案.协议清单 满足 约.期限 为 9 年")
    papers = [agreement(id=f"A{number}", term="1年") for number in range(1, 4)]
    first, second = (asked(text, plan(), *order) for order in (papers, papers[::-1]))
    assert [finding.fingerprint for finding in first.findings] == [finding.fingerprint for finding in second.findings]
    assert first.places == [["2.json:term", "3.json:term", "4.json:term"]]


def test_a_pair_without_its_second_paper_hears_the_exceptions() -> None:
    text = PAIRED.replace("违反时", "除非 协议.超期理由 已载明\n违反时")
    assert asked(text, agreement(overrun_reason="理由")).verdict == "exempt"


def test_papers_in_one_file_are_papers() -> None:
    header = "kind: {}\ndossier: D1\nid: {}\ntitle: 标题\nstatus: 已印发\n"
    text = (
        header.format("plan", "P1") + "期限: 2年\n---\n" + header.format("agreement", "A1") + "plan_id: P1\n期限: 3年\n"
    )
    answer = asked_of_texts(PAIRED, text)
    assert (answer.verdict, answer.places) == ("violated", [["1.yaml:term", "1.yaml:term"]])
    lines = [place.span.first.line for place in answer.findings[0].locations]
    assert lines == [14, 6]
