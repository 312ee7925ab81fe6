"""What changed between two checks: exactly what was planted, however files are called and laid out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest

from pdo_policy.api import check_with_fields, load_rulebook, render
from pdo_policy.disposition.changes import changes
from pdo_policy.disposition.fields import field_changes
from pdo_policy.disposition.snapshots import report_in, snapshot, snapshot_of_data
from pdo_policy.errors import UsageError
from pdo_policy.reporters.accepting import change_groups, is_empty
from tests.accepting import AS_OF, RESOURCES, TERM, checked, plan

if TYPE_CHECKING:
    from pdo_policy.dispositions import Changes
    from pdo_policy.source import Source

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/changes.schema.json").read_text("utf-8"))
SOUND = TERM.replace("2026年8月31日", "2029年8月31日")


def compared(before: list[Source], after: list[Source]) -> Changes:
    sides = []
    for papers in (before, after):
        report, fields = check_with_fields(
            *papers, as_of=AS_OF, rulebook=load_rulebook(), law="default", determinations=(), lang="zh"
        )
        sides.append((snapshot(report, papers[0].name, "zh"), fields))
    (first, first_fields), (second, second_fields) = sides
    return changes(first, second, field_changes(first_fields, second_fields))


def test_a_solved_fault_is_told_with_the_field_that_was_changed() -> None:
    found = compared([plan(TERM)], [plan(SOUND)])
    assert [one.rule for one in found.solved] == ["HB-PLAN-TERM-ORDER"]
    assert found.new == ()
    (field,) = found.fields
    assert (field.trail, field.before, field.after) == ("授权期限 → 终止日", "2026年8月31日", "2029年8月31日")
    changed = {one.rule: (one.before, one.after, one.fields) for one in found.verdicts}
    assert changed["HB-PLAN-TERM-ORDER"] == ("violated", "satisfied", (field,))
    back = compared([plan(SOUND)], [plan(TERM)])
    assert [one.rule for one in back.new] == ["HB-PLAN-TERM-ORDER"]
    assert {one.rule: one.fields != () for one in back.verdicts}["HB-PLAN-TERM-ORDER"]


def test_layout_order_and_names_of_files_are_no_change() -> None:
    turned = "数据资源: [{名称: 不动产登记信息}, {\"名称\": '医保结算数据'}]\n" + TERM
    found = compared([plan(TERM + RESOURCES)], [plan(turned, path="第二次/方案（改）.yaml")])
    assert is_empty(found)
    assert len(found.remaining) > 1


def test_a_paper_that_comes_or_goes_is_told_once() -> None:
    found = compared([plan()], [plan(), plan("", name="FA-2", path="二.yaml")])
    assert (found.papers_gone, found.papers_new) == ((), ("实施方案 FA-2",))
    assert {one.paper for one in found.verdicts} <= {"实施方案 FA-1"}
    back = compared([plan(), plan("", name="FA-2", path="二.yaml")], [plan()])
    assert back.papers_gone == ("实施方案 FA-2",)
    assert back.solved == ()
    assert {one.paper for one in back.unasked} == {"实施方案 FA-2"}


def test_what_is_only_open_now_is_not_solved() -> None:
    """Somebody who writes 待定 over a fault has not mended it."""
    found = compared([plan(TERM)], [plan(TERM.replace("2026年8月31日", "null"))])
    assert "HB-PLAN-TERM-ORDER" not in [one.rule for one in found.solved]
    assert "HB-PLAN-TERM-ORDER" in [one.rule for one in (*found.unasked, *found.remaining)]


def test_a_report_as_json_says_the_same_as_the_report() -> None:
    report = checked(plan(TERM + RESOURCES))
    data = report_in(render(report, "json"), "r.json")
    assert data is not None
    assert snapshot_of_data(data, "r") == snapshot(report, "r", "zh")


def test_what_makes_two_checks_hard_to_compare_is_told() -> None:
    before, after = snapshot(checked(plan()), "甲", "zh"), snapshot(checked(plan(), law="in-force"), "乙", "zh")
    assert changes(before, after).caution == ("law",)
    groups = dict(change_groups(changes(before, after), "zh"))
    assert groups["说明"] == ["两次的依据范围不同，差别不一定来自材料"]


def test_changes_fit_their_schema() -> None:
    report = checked(plan())
    found = compared([plan(TERM)], [plan(SOUND + RESOURCES)])
    data = json.loads(render(replace(report, changes=found), "json"))
    jsonschema_rs.validator_for(SCHEMA).validate(data["changes"])
    whole = json.loads((Path(__file__).parents[2] / "schemas/report.schema.json").read_text("utf-8"))
    jsonschema_rs.validator_for(whole).validate(data)


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_people_are_told_what_changed(output: str) -> None:
    found = compared([plan(TERM)], [plan(SOUND)])
    said = render(replace(checked(plan(SOUND)), changes=found), output).replace("\\", "")
    assert "已解决 1 项，新增 0 项" in said
    assert "授权期限 → 终止日：2026年8月31日 → 2029年8月31日" in said


@pytest.mark.parametrize(
    "text",
    [
        '{"report_version": "1.0"',
        '{"report_version": "2.0"}',
        '{"report_version": "1.0", "findings": 3}',
        '{"report_version": "1.0", "findings": [{}], "coverage": []}',
        '{"report_version": "1.0", "findings": ' + "[" * 100_000,
    ],
    ids=["cut", "another version", "no list", "no finding", "deep"],
)
def test_a_report_that_is_none_is_told(text: str) -> None:
    with pytest.raises(UsageError):
        snapshot_of_data(report_in(text, "r.json") or {}, "r.json")


@pytest.mark.parametrize("text", ["", "kind: implementation_plan\n", '{"kind": "implementation_plan"}', "[1]"])
def test_a_paper_is_no_report(text: str) -> None:
    assert report_in(text, "p") is None
