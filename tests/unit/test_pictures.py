"""The pictures: a break of an order goes back in time and is linked, a kept order goes forward, a cell is one rule."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.api import check, render
from pdo_policy.findings import Verdict
from pdo_policy.reporters.briefing.contents import briefing
from pdo_policy.reporters.briefing.grid import Cell, Chapter
from pdo_policy.reporters.briefing.timeline import BROKEN, KEPT, OPEN, Dot, Order, Row, Timeline
from pdo_policy.reporters.html.grid_picture import grid_picture
from pdo_policy.reporters.html.timeline_picture import HEIGHT, LEFT, RIGHT, timeline_picture
from pdo_policy.source import Source, width
from tests.asking import rule
from tests.rulebooks import agreement, checked, load, plan, small

if TYPE_CHECKING:
    from pdo_policy.reporters.briefing.contents import Briefing
    from pdo_policy.rulebook.compiled import Rulebook

STEPS = """
steps:
  - {document: plan, field: review.reviewed_on, label: 审议}
  - {document: agreement, field: signed_on, label: 签订}
  - {document: agreement, field: starts_on, label: 起始}
  - {document: agreement, field: products.launched_on, label: 上架}
"""
RULES = rule("应当 协议.签订日期 不早于 协议.方案.审议.审议日期", subject="协议", name="T-SIGNED") + rule(
    "应当 协议.起始日 未载明 或 协议.起始日 不早于 协议.签订日期", subject="协议", name="T-STARTS"
)


@cache
def book() -> Rulebook:
    with TemporaryDirectory() as folder:
        place = small(Path(folder), RULES)
        (place / "overview.yaml").write_text(STEPS, "utf-8")
        return load(place)


def brief(*papers: dict[str, Any]) -> Briefing:
    return briefing(checked(book(), *papers), "zh")


def reviewed(on: str | None) -> dict[str, Any]:
    return plan(review={"reviewed_on": on})


# ---------------------------------------------------------------------- what is told


@pytest.mark.parametrize(
    ("on", "signed", "starts", "told"),
    [
        ("2025-02-01", "2025-03-01", "2025-03-01", [(0, 1, KEPT, 0), (1, 2, KEPT, 0)]),
        ("2025-03-02", "2025-03-01", "2025-03-01", [(1, 2, KEPT, 0), (0, 1, BROKEN, 1)]),
        ("2025-03-02", "2025-03-01", "2025-02-01", [(0, 1, BROKEN, 1), (1, 2, BROKEN, 2)]),
        ("2025年3月", "2025-03-15", "2025-03-15", [(1, 2, KEPT, 0), (0, 1, OPEN, 1)]),
    ],
    ids=["kept", "signed before the review", "started before that", "the month alone is known"],
)
def test_an_order_is_kept_broken_or_open(on: str, signed: str, starts: str, told: list[Any]) -> None:
    (line,) = brief(reviewed(on), agreement(signed_on=signed, starts_on=starts)).timelines
    found = [(one.earlier, one.later, one.state, one.entry.number if one.entry else 0) for one in line.orders]
    assert found == told


def test_the_orders_of_two_agreements_are_told_apart() -> None:
    papers = [reviewed("2025-02-01")]
    papers += [
        agreement(id=name, signed_on=on, starts_on=on) for name, on in (("A1", "2025-03-01"), ("A2", "2025-01-01"))
    ]
    (line,) = brief(*papers).timelines
    rows = [(row.label, row.paper[-2:]) for row in line.rows]
    assert rows == [("审议", "P1"), ("签订", "A1"), ("签订", "A2"), ("起始", "A1"), ("起始", "A2")]
    assert [(one.earlier, one.later, one.state) for one in line.orders] == [
        (0, 1, KEPT), (1, 3, KEPT), (2, 4, KEPT), (0, 2, BROKEN),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "starts", "orders"),
    [
        # A finding may name dates beside those that are wrong, and these may stand in any order.
        (
            "应当 协议.签订日期 不早于 协议.方案.审议.审议日期 或 协议.签订日期 为 协议.起始日",
            "2025-02-01",
            [(0, 1, BROKEN)],
        ),
        # It may be about two dates that are in the order asked for, and ought to be equal here.
        (
            "应当 若 协议.遴选方式 已载明 则 协议.起始日 不早于 协议.签订日期 否则 协议.起始日 为 协议.签订日期",
            "2025-04-01",
            [],
        ),
    ],
    ids=["dates beside", "in order and still wrong"],
)
def test_only_an_order_that_is_asked_for_and_not_kept_is_a_break(body: str, starts: str, orders: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        place = small(Path(folder), rule(body, subject="协议"))
        (place / "overview.yaml").write_text(STEPS, "utf-8")
        own = load(place)
    papers = (reviewed("2025-03-02"), agreement(signed_on="2025-03-01", starts_on=starts))
    (line,) = briefing(checked(own, *papers), "zh").timelines
    assert [len(row.entries) for row in line.rows[1:]] == [1, 1]
    assert [(one.earlier, one.later, one.state) for one in line.orders] == orders


def test_a_rule_that_is_met_in_another_way_shows_no_order_as_kept() -> None:
    body = "应当 协议.起始日 不早于 协议.签订日期 或 协议.遴选方式 已载明"
    with TemporaryDirectory() as folder:
        place = small(Path(folder), rule(body, subject="协议"))
        (place / "overview.yaml").write_text(STEPS, "utf-8")
        own = load(place)
    for starts, orders in (("2025-02-01", 0), ("2025-04-01", 1)):
        papers = agreement(signed_on="2025-03-01", starts_on=starts, method="公开招标")
        (line,) = briefing(checked(own, papers), "zh").timelines
        assert len(line.orders) == orders


def test_rows_are_the_steps_of_the_papers_with_what_touches_them() -> None:
    products = [{"name": "甲", "launched_on": "2025-05-01"}, {"name": "乙", "launched_on": "2025-04-01"}]
    papers = (reviewed("2025-03-02"), agreement(signed_on="2025-03-01", starts_on="明年", products=products))
    (line,) = brief(*papers).timelines
    assert [(row.label, row.paper, row.dated) for row in line.rows] == [
        ("审议", "实施方案 P1", "2025年3月2日"),
        ("签订", "授权运营协议 A1", "2025年3月1日"),
        ("起始", "授权运营协议 A1", "没有确定的日期"),
        ("上架", "授权运营协议 A1", "2025年4月1日 至 2025年5月1日，共 2 个"),
    ]
    assert [len(row.entries) for row in line.rows] == [1, 2, 2, 0]


def test_a_paper_that_is_named_like_another_of_its_file_keeps_its_own_findings() -> None:
    """A file may hold papers of two projects; paths are the same in both."""
    text = "\n---\n".join(
        f"kind: {kind}\ndossier: D{number}\nid: {kind}{number}\ntitle: 标题\nstatus: 已印发\n{rest}"
        for number, on in ((1, "2025-02-01"), (2, "2025-04-01"))
        for kind, rest in (
            ("plan", f"review: {{reviewed_on: {on}}}"),
            ("agreement", f"plan_id: plan{number}\nsigned_on: 2025-03-01"),
        )
    )
    report = check(Source("全部.yaml", text), rulebook=book(), as_of=date(2026, 1, 5))
    good, bad = briefing(report, "zh").timelines
    assert [one.state for one in good.orders] == [KEPT]
    assert [one.state for one in bad.orders] == [BROKEN]
    assert [len(row.entries) for row in good.rows] == [0, 0, 0]


def test_a_single_date_makes_no_time_line() -> None:
    assert brief(reviewed("2025-03-02")).timelines == ()
    assert "时间线" not in render(checked(book(), reviewed("2025-03-02")), "html")


# ---------------------------------------------------------------------- where it is drawn

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 400)), min_size=1, max_size=12))
def test_time_goes_to_the_right_and_stays_in_its_room(dates: list[tuple[date, int]]) -> None:
    dots = [Dot(first, first + timedelta(more), "甲") for first, more in dates]
    rows = tuple(Row("步骤", "材料", (dot,), "甲", ()) for dot in dots)
    picture = timeline_picture(Timeline("线", rows, ()))
    marks = [lane.marks[0] for lane in picture.lanes]
    assert all(LEFT <= mark.x <= mark.x_end <= RIGHT for mark in marks)
    for one, mark in zip(dots, marks, strict=True):
        for other, further in zip(dots, marks, strict=True):
            assert (one.first < other.first) == (mark.x < further.x)
    assert [lane.y for lane in picture.lanes] == [picture.lanes[0].y + HEIGHT * number for number in range(len(dots))]


def test_a_break_goes_back_and_down_with_its_cross_in_the_middle() -> None:
    early, late = date(2025, 1, 1), date(2025, 6, 1)
    rows = tuple(Row("步骤", "材料", (Dot(day, day, "甲"),), "甲", ()) for day in (late, early))
    (arrow,) = timeline_picture(Timeline("线", rows, (Order(0, 1, late, early, BROKEN, "T-A", None),))).arrows
    assert arrow.x_end < arrow.x
    assert arrow.y_end > arrow.y
    assert arrow.middle == ((arrow.x + arrow.x_end) / 2, (arrow.y + arrow.y_end) / 2)


@given(st.text(st.sampled_from("步甲aB1-"), max_size=60))
def test_names_are_cut_to_their_room_and_keep_their_end(text: str) -> None:
    rows = (Row(text, text, (), "没有写", ()), Row("甲", "乙", (Dot(date.min, date.min, "甲"),), "甲", ()))
    first, second = timeline_picture(Timeline("线", rows, ())).lanes
    for told, room in ((first.name, 27), (first.paper, 30)):
        assert width(told) <= room
        assert (told == text) == (width(text) <= room)
        assert told.endswith(text[-6:])
    assert (first.when, second.name, second.when) == ("没有写", "甲", "0001-01-01")


@given(st.lists(st.integers(0, 80), min_size=1, max_size=5))
def test_cells_stand_apart_and_inside(sizes: list[int]) -> None:
    chapters = tuple(
        Chapter(f"第{n}章", tuple(Cell(f"T-{k}", "题", "satisfied", "符合", "") for k in range(size)), (), {}, 0)
        for n, size in enumerate(sizes)
    )
    picture = grid_picture(chapters)
    places = [(one.x, one.y) for band in picture.bands for one in band.shapes]
    assert len(set(places)) == len(places) == sum(sizes)
    assert all(0 < x < picture.width and 0 < y < picture.height for x, y in places)
    assert [band.y for band in picture.bands] == sorted(band.y for band in picture.bands)


def test_a_cell_has_the_gravest_verdict_of_its_rule() -> None:
    papers = [
        reviewed("2025-03-02"),
        agreement(id="A1", signed_on="2025-04-01"),
        agreement(id="A2", signed_on="2025-03-01"),
    ]
    (chapter,) = brief(*papers).chapters
    assert [(cell.rule, cell.verdict, bool(cell.anchor)) for cell in chapter.cells] == [
        ("T-SIGNED", "violated", True),
        ("T-STARTS", "satisfied", False),
    ]
    assert (chapter.counts["violated"], chapter.counts["satisfied"]) == (1, 3)


def test_every_verdict_has_a_shape_of_its_own() -> None:
    """Who cannot tell the colours apart still can tell the verdicts apart."""
    template = (Path(__file__).parents[2] / "pdo_policy/reporters/html/pictures.html.jinja").read_text("utf-8")
    drawn = dict(re.findall(r'verdict == "(\w+)" %\}(.*?)\n', template))
    assert set(drawn) | {"not_run"} == {verdict.value for verdict in Verdict} | {"not_run"}
    outlines = [re.sub(r"<text[^>]*>", "", shape) for shape in drawn.values()]
    assert len(set(outlines)) == len(outlines)
