"""The baseline: what it holds, what it accepts, and that what is grave never comes in unasked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import jsonschema_rs
import pytest

from pdo_policy.api import load_rulebook, render
from pdo_policy.disposition.baseline import made, pruned, read_baseline, text_of
from pdo_policy.dispositions import Baseline
from pdo_policy.documents.files import File
from pdo_policy.errors import FormError
from pdo_policy.findings import Disposition, Severity, Verdict
from pdo_policy.source import Source
from tests.accepting import AS_OF, RESOURCES, TERM, checked, plan

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/baseline.schema.json").read_text("utf-8"))
RULES = [rule.id for rule in load_rulebook().program.rules]


def reread(text: str) -> Baseline:
    return read_baseline(File("pdo-baseline.json", Source("pdo-baseline.json", text), "utf-8", "", 0, None), RULES)


def all_of(*papers: Source) -> Baseline:
    return made(checked(*papers), None, reason="存量", severe=True).baseline


def test_a_baseline_accepts_what_it_was_made_from() -> None:
    baseline = all_of(plan())
    report = checked(plan(), baseline=baseline)
    assert report.exit_code == 0
    assert report.counts == checked(plan()).counts
    assert {one.disposition for one in report.findings if one.verdict is Verdict.VIOLATED} == {Disposition.BASELINED}
    assert report.baseline is not None
    assert len(report.baseline.met) == len(baseline.entries)
    assert (report.baseline.stale, report.baseline.worse, report.baseline.elsewhere) == ((), (), 0)


def test_a_new_fault_still_fails() -> None:
    report = checked(plan(TERM), baseline=all_of(plan("")))
    assert report.exit_code == 1
    open_ = [
        one.rule_id
        for one in report.findings
        if one.disposition is Disposition.OPEN and one.verdict is Verdict.VIOLATED
    ]
    assert open_ == ["HB-PLAN-TERM-ORDER"]


def test_what_is_grave_comes_in_only_when_asked_for_and_is_told_each_time() -> None:
    report = checked(plan())
    grave = {
        one.fingerprint for one in report.findings if (one.severity, one.verdict) == (Severity.ERROR, Verdict.VIOLATED)
    }
    careful = made(report, None, reason="存量", severe=False)
    assert {one.fingerprint for one in careful.grave} == grave
    assert not grave & {entry.fingerprint for entry in careful.baseline.entries}
    accepted = checked(plan(), baseline=all_of(plan()))
    assert accepted.baseline is not None
    assert accepted.baseline.grave == len(grave) > 0
    assert f"其中 {len(grave)} 项是严重的不符合" in render(accepted)


def test_another_verdict_is_not_accepted() -> None:
    baseline = all_of(plan())
    entries = tuple(
        replace(one, verdict="undetermined") if one.rule == "HB-PLAN-TERM-ORDER" else one for one in baseline.entries
    )
    report = checked(plan(), baseline=replace(baseline, entries=entries))
    assert report.exit_code == 1
    assert report.baseline is not None
    assert [entry.rule for entry in report.baseline.worse] == ["HB-PLAN-TERM-ORDER"]


def test_what_is_solved_is_told_and_pruned_and_what_is_elsewhere_is_kept() -> None:
    baseline = all_of(plan(), plan(name="FA-2", path="二.yaml"))
    report = checked(plan(""), baseline=baseline)
    assert report.baseline is not None
    assert [entry.rule for entry in report.baseline.stale] == ["HB-PLAN-TERM-ORDER"]
    assert report.baseline.elsewhere == sum(1 for entry in baseline.entries if entry.paper_id == "FA-2")
    cleaned = pruned(checked(plan("")), baseline)
    assert (cleaned.added, cleaned.removed) == (0, 1)
    assert {one.fingerprint for one in baseline.entries} - {one.fingerprint for one in cleaned.baseline.entries} == {
        report.baseline.stale[0].fingerprint
    }
    assert "baseline prune" in render(report)


def test_an_update_keeps_the_day_and_the_reason_of_what_was_there() -> None:
    before = made(checked(plan(""), as_of=AS_OF - timedelta(days=10)), None, reason="旧", severe=True).baseline
    after = made(checked(plan(TERM)), before, reason="新", severe=True)
    assert after.added == 1
    seen = {entry.rule: (entry.first_seen, entry.reason) for entry in after.baseline.entries}
    assert seen["HB-PLAN-TERM-ORDER"] == (AS_OF, "新")
    assert {told for rule, told in seen.items() if rule != "HB-PLAN-TERM-ORDER"} == {(AS_OF - timedelta(days=10), "旧")}
    report = checked(plan(TERM), baseline=after.baseline, as_of=AS_OF + timedelta(days=1))
    assert report.baseline is not None
    assert {age for _, age in report.baseline.met} == {1, 11}


def test_its_file_fits_the_schema_and_reads_back() -> None:
    baseline = all_of(plan(TERM + RESOURCES))
    text = text_of(baseline, "hubei")
    jsonschema_rs.validator_for(SCHEMA).validate(json.loads(text))
    assert replace(reread(text), path="") == baseline
    assert text_of(reread(text), "hubei") == text


def test_layout_order_and_names_of_files_mean_nothing() -> None:
    turned = "数据资源: [{名称: 不动产登记信息}, {名称: 医保结算数据}]\n"
    report = checked(plan(turned, path="别的.yaml"), baseline=all_of(plan(RESOURCES)))
    assert report.exit_code == 0
    assert report.baseline is not None
    assert report.baseline.stale == ()


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (('"HB-PLAN-TERM-ORDER"', '"HB-PLAN-TERM-ORDERS"'), "BSL-F002", '"HB-PLAN-TERM-ORDERS"'),
        (('"first_seen": "2026-11-24"', '"first_seen": "2026-11-31"'), "LAW-F009", '"2026-11-31"'),
        (('"version": 1', '"version": 2'), "LAW-F007", "2"),
        (('"created"', '"create"'), "LAW-F004", '"create"'),
        (("{", "["), "LAW-F002", None),
    ],
)
def test_a_fault_is_told_at_its_place(change: tuple[str, str], code: str, place: str | None) -> None:
    text = text_of(
        Baseline("", AS_OF, tuple(one for one in all_of(plan()).entries if one.rule == "HB-PLAN-TERM-ORDER")), "hubei"
    )
    with pytest.raises(FormError) as raised:
        reread(text.replace(*change, 1))
    first = next(one for one in raised.value.problems if one.code == code)
    assert first.span is not None
    assert place is None or first.span.text == place


def test_a_baseline_that_cannot_be_read_is_told() -> None:
    with pytest.raises(FormError) as raised:
        read_baseline(File("x.json", None, "", "", 0, None), [])
    assert [one.code for one in raised.value.problems] == ["BSL-F001"]


def test_a_baseline_from_the_future_has_no_age_below_zero() -> None:
    report = checked(plan(), baseline=all_of(plan()), as_of=date(2026, 11, 1))
    assert report.baseline is not None
    assert {age for _, age in report.baseline.met} == {0}
