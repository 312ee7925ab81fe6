"""`overview.yaml`: chapters, steps and stages, every fault told at its place; what reports are given by it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy import render
from pdo_policy.errors import RulebookError
from pdo_policy.law.manifest import ChapterName, Stage, Step
from pdo_policy.report import Ordering, Standing
from pdo_policy.rulebook.cache import load_cached
from pdo_policy.rulebook.load import load
from tests.asking import rule
from tests.rulebooks import agreement, checked, plan, small

if TYPE_CHECKING:
    from pathlib import Path

    from pdo_policy.report import Report
    from pdo_policy.rulebook.compiled import Rulebook

STEPS = """
steps:
  - {document: plan, field: review.reviewed_on, label: 审议, label_en: reviewed}
  - {document: agreement, field: signed_on, label: 签订}
  - {document: agreement, field: products.reviewed_on, label: 审核}
  - {document: agreement, field: products.launched_on, label: 上架}
"""


def book(folder: Path, overview: str, rules: str = "") -> Rulebook:
    place = small(folder, rules or rule("应当 方案.目标 已载明"))
    (place / "overview.yaml").write_text(overview, "utf-8")
    return load(place)


def test_chapters_and_steps_are_read(tmp_path: Path) -> None:
    overview = book(tmp_path, "chapters:\n  - {folder: 1-general, label: 第一章}\n" + STEPS).manifest.overview
    assert overview.chapters == (ChapterName("1-general", "第一章", "第一章"),)
    assert overview.steps[0] == Step("plan", ("review", "reviewed_on"), "审议", "reviewed")
    assert overview.steps[2].field == ("products", "reviewed_on")


STAGES = """
stages:
  - {document: plan, status: drafting, label: 起草中, next: 送审}
  - {document: plan, status: adopted, label: 审定稿, next: 印发, label_en: adopted, next_en: issue}
"""


def test_stages_are_read(tmp_path: Path) -> None:
    overview = book(tmp_path, STAGES).manifest.overview
    assert overview.stages == (
        Stage("plan", "drafting", "起草中", "送审", "起草中", "送审"),
        Stage("plan", "adopted", "审定稿", "印发", "adopted", "issue"),
    )


def test_a_stage_of_an_unknown_paper_is_told_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as caught:
        book(tmp_path, STAGES.replace("document: plan, status: drafting", "document: plans, status: drafting"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.text if problem.span else "") == ("LAW-D003", "plans")


@pytest.mark.parametrize(
    ("status", "standings"),
    [
        ("drafting", (Standing("1.json", 0, "起草中", "送审"),)),
        ("adopted", (Standing("1.json", 0, "审定稿", "印发"),)),
        ("issued", ()),
    ],
)
def test_a_report_says_where_an_unfinished_paper_stands(
    tmp_path: Path, status: str, standings: tuple[Standing, ...]
) -> None:
    report = checked(book(tmp_path, STAGES), plan(status=status))
    assert report.standings == standings


def test_a_rulebook_needs_no_overview(tmp_path: Path) -> None:
    report = checked(load(small(tmp_path, rule("应当 方案.目标 已载明"))), plan())
    assert (report.chapters, report.events, report.orderings) == ((), (), ())
    assert {one.chapter for one in report.rules} == {""}


@pytest.mark.parametrize(
    ("step", "code", "place"),
    [
        ("{document: plans, field: starts_on, label: 甲}", "LAW-D003", "plans"),
        ("{document: plan, field: start, label: 甲}", "LAW-D005", "start"),
        ("{document: plan, field: goal, label: 甲}", "LAW-D005", "goal"),
        ("{document: plan, field: review, label: 甲}", "LAW-D005", "review"),
        ("{document: plan, field: goal.of, label: 甲}", "LAW-D005", "goal.of"),
        ("{document: plan, field: starts_on}", "LAW-F003", ""),
        ("{document: plan, field: 施行日期, label: 甲}", "LAW-F007", "施行日期"),
        ("{document: plan, field: starts_on, label: 甲, colour: red}", "LAW-F004", "colour"),
    ],
)
def test_a_fault_is_told_at_its_place(tmp_path: Path, step: str, code: str, place: str) -> None:
    with pytest.raises(RulebookError) as caught:
        book(tmp_path, f"steps:\n  - {step}\n")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.span is not None
    assert (problem.span.source.name, problem.span.first.line) == ("overview.yaml", 2)
    assert place in problem.span.text


ORDERED = (
    rule("应当 协议.签订日期 不早于 协议.方案.审议.审议日期", subject="协议", name="T-SIGNED")
    + "\n"
    + rule(
        "应当 若 协议.产品 已载明 则 每个 品 于 协议.产品 满足 品.审核日期 不晚于 品.上架日期",
        subject="协议",
        name="T-LISTED",
    )
    + "\n"
    + rule("应当 非 协议.签订日期 早于 协议.方案.审议.审议日期", subject="协议", name="T-NOT")
    + "\n"
    + rule("应当 协议.签订日期 不早于 协议.方案.审议.审议日期 + 3 日", subject="协议", name="T-PLUS")
)


def test_the_orders_that_rules_ask_for_are_read_from_their_conditions(tmp_path: Path) -> None:
    """A 非 and a date that is reckoned ask for no order of two steps that a picture could show."""
    program = book(tmp_path, STEPS, ORDERED).program
    assert [tuple(order) for order in program.orders] == [("T-SIGNED", 0, 1), ("T-LISTED", 2, 3)]


def test_a_cached_rulebook_has_the_same_overview(tmp_path: Path) -> None:
    fresh = book(tmp_path, STEPS, ORDERED)
    folder, cache = tmp_path / "rulebook", tmp_path / "cache"
    assert load_cached(folder, cache).manifest.overview == fresh.manifest.overview
    again = load_cached(folder, cache)
    assert (again.manifest.overview, again.program.orders) == (fresh.manifest.overview, fresh.program.orders)
    (folder / "overview.yaml").write_text("steps: []\n", "utf-8")
    assert load_cached(folder, cache).manifest.overview.steps == ()


def dated(folder: Path, *papers: dict[str, Any], lang: str = "zh") -> Report:
    return checked(book(folder, STEPS, ORDERED), *papers, lang=lang)


def test_events_are_the_dates_of_the_papers_in_the_order_of_the_steps(tmp_path: Path) -> None:
    products = [
        {"id": "A", "name": "甲", "reviewed_on": "2025年3月", "launched_on": "2025-05-01"},
        {"id": "B", "name": "乙", "launched_on": None},
    ]
    report = dated(
        tmp_path, plan(review={"reviewed_on": "2025-02-01"}), agreement(signed_on="2025-03-01", products=products)
    )
    assert [(one.step, one.label, one.first, one.last, one.shown, one.location.absent) for one in report.events] == [
        (0, "审议", date(2025, 2, 1), date(2025, 2, 1), "2025年2月1日", False),
        (1, "签订", date(2025, 3, 1), date(2025, 3, 1), "2025年3月1日", False),
        (2, "审核", date(2025, 3, 1), date(2025, 3, 31), "2025年3月", False),
        (2, "审核", None, None, "", True),
        (3, "上架", date(2025, 5, 1), date(2025, 5, 1), "2025年5月1日", False),
        (3, "上架", None, None, "", False),
    ]
    assert report.events[3].location.pointer == ("products", 1, "reviewed_on")
    assert report.orderings == (Ordering("T-SIGNED", 0, 1), Ordering("T-LISTED", 2, 3))


def test_a_step_is_named_in_the_language_of_the_report(tmp_path: Path) -> None:
    report = dated(tmp_path, plan(review={"reviewed_on": "2025-02-01"}), lang="en")
    assert [one.label for one in report.events] == ["reviewed"]


def test_what_is_missing_has_an_example_from_its_field(tmp_path: Path) -> None:
    from tests.rulebooks import SCHEMAS

    schema = {**SCHEMAS["plan"], "properties": dict(SCHEMAS["plan"]["properties"])}
    schema["properties"]["goal"] = {**schema["properties"]["goal"], "examples": ["支持普惠金融"]}
    schema["properties"]["domains"] = {**schema["properties"]["domains"], "examples": [["交通", "气象"]]}
    text = rule("应当 方案.目标 已载明", name="T-GOAL") + "\n" + rule("应当 方案.领域 已载明", name="T-DOMAINS")
    made = load(small(tmp_path, text, schemas={"plan": schema}))
    told = {one.rule_id: one.text.example for one in checked(made, plan()).findings}
    assert told == {"T-GOAL": "目标: 支持普惠金融", "T-DOMAINS": "领域: [交通, 气象]"}


LIMITED = [
    {"id": "art_1", "class": "manual", "question": "是否属实？"},
    {"id": "art_2", "class": "not_in_documents", "reason": "在政府内部进行"},
    {"id": "art_8", "class": "partial", "question": "写得是否充分？"},
    {"id": "art_9", "class": "partial", "question": "问到了吗？"},
    {"id": "art_10", "class": "automated"},
    {"id": "art_11", "class": "definition"},
]


def test_limits_are_the_clauses_that_are_left_to_people(tmp_path: Path) -> None:
    """A clause that rules answer in part counts where one of its rules was asked."""
    from tests.rulebooks import INSTRUMENTS

    clauses = [{"summary": f"{one['id']} 的摘要", "modality": "应当", "visibility": "full", **one} for one in LIMITED]
    norm = {**INSTRUMENTS["norm"], "clauses": clauses}
    text = rule("应当 方案.目标 已载明", name="T-GOAL")
    place = small(tmp_path, text, instruments={"norm": norm})
    report = checked(load(place), plan())
    assert [(one.citation.clause, one.check, one.told) for one in report.limits] == [
        ("art_1", "manual", "是否属实？"),
        ("art_2", "not_in_documents", "在政府内部进行"),
        ("art_8", "partial", "写得是否充分？"),
    ]


def test_the_text_report_says_where_an_unfinished_paper_stands_before_anything_else(tmp_path: Path) -> None:
    rulebook = book(tmp_path, STAGES)
    told = {lang: render(checked(rulebook, plan(status="adopted"), lang=lang), lang=lang) for lang in ("zh", "en")}
    assert told["zh"].splitlines()[3:5] == ["    现在是：审定稿", "    下一步：印发"]
    assert told["en"].splitlines()[3:5] == ["    now: adopted", "    next: issue"]
