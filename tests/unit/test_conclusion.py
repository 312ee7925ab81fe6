"""Counts become the concluding sentence and the exit code; findings become what they are known by."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.conclusion import LEVELS, Conclusion, conclusion, exit_code, gravest
from pdo_policy.findings import Finding, Severity, Verdict
from pdo_policy.fingerprints import distinct, fingerprint, order
from tests.asking import asked, asked_of_texts, rule
from tests.rulebooks import plan

if TYPE_CHECKING:
    from pdo_policy.report import Report

ANSWERS = {
    "satisfied": "应当 方案.标题 已载明",
    "violated": "应当 方案.目标 已载明",
    "undetermined": "应当 方案.目标 为 “甲”",
    "not_applicable": "当 方案.目标 已载明\n应当 方案.正文 已载明",
    "exempt": "应当 方案.目标 已载明\n除非 方案.标题 已载明",
    "not_adopted": "鼓励 方案.目标 已载明",
}


def reported(*bodies: str, **options: Any) -> Report:
    text = "".join(rule(body, name=f"T-{index}") for index, body in enumerate(bodies))
    return asked(text, plan(), **options).report


@pytest.mark.parametrize(
    ("verdicts", "status", "violated", "undetermined"),
    [
        (["satisfied"], "ready", 0, 0),
        (["satisfied", "not_applicable", "exempt", "not_adopted"], "ready", 0, 0),
        (["satisfied", "undetermined"], "ready_with_open", 0, 1),
        (["violated", "undetermined"], "not_ready", 1, 1),
    ],
)
def test_conclusions(verdicts: list[str], status: str, violated: int, undetermined: int) -> None:
    report = reported(*(ANSWERS[verdict] for verdict in verdicts))
    assert [row.verdict.value for row in report.coverage] == verdicts
    assert conclusion(report) == Conclusion(status, violated, undetermined)


def test_a_check_that_is_incomplete() -> None:
    nothing = reported(ANSWERS["violated"], law="draft")
    assert conclusion(nothing).status == "incomplete"
    unreadable = asked_of_texts(rule(ANSWERS["satisfied"]), "kind: plan\nid: P1", "kind: [").report
    assert conclusion(unreadable).status == "incomplete"
    failed = replace(reported(ANSWERS["satisfied"]), counts={**dict.fromkeys(Verdict, 0), Verdict.ERROR: 1})
    assert conclusion(failed).status == "incomplete"


def test_faults_of_form_count_as_violations() -> None:
    report = asked(rule(ANSWERS["satisfied"]), plan(乱写="甲", id=...)).report
    assert conclusion(report) == Conclusion("not_ready", 2, 0)


# ---------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("level", "codes"),
    [
        ("error", {("violated", "严重"): 1}),
        ("warning", {("violated", "严重"): 1, ("violated", "一般"): 1}),
        ("note", {("violated", "严重"): 1, ("violated", "一般"): 1, ("violated", "提示"): 1}),
        ("undetermined", {
            ("violated", "严重"): 1, ("violated", "一般"): 1, ("violated", "提示"): 1,
            ("undetermined", "严重"): 1, ("undetermined", "一般"): 1, ("undetermined", "提示"): 1,
        }),
        ("never", {}),
    ],
)  # fmt: skip
def test_exit_codes(level: str, codes: dict[tuple[str, str], int]) -> None:
    for verdict, body in ANSWERS.items():
        for severity in ("严重", "一般", "提示"):
            code = reported(f"严重度 {severity}\n{body}", fail_on=level).exit_code
            assert code == codes.get((verdict, severity), 0), (verdict, severity)


def test_the_levels_include_each_other() -> None:
    assert LEVELS == ("error", "warning", "note", "undetermined", "never")


CALLS: list[tuple[dict[str, bool], int]] = [
    ({"all_readable": True, "found": True}, 0),
    ({"all_readable": False, "found": True}, 3),
    ({"all_readable": True, "found": False}, 2),
    ({"all_readable": False, "found": False}, 2),
]


@pytest.mark.parametrize(("options", "code"), CALLS)
def test_what_could_not_be_read_or_found(options: dict[str, bool], code: int) -> None:
    rows = reported(ANSWERS["satisfied"]).coverage
    assert exit_code([], rows, fail_on="error", **options) == code


def test_what_was_never_asked_does_not_look_clean() -> None:
    assert exit_code([], [], fail_on="error", all_readable=True, found=True) == 2
    assert exit_code([], [], fail_on="error", all_readable=False, found=True) == 3


def test_a_rule_that_failed() -> None:
    (row,) = reported(ANSWERS["satisfied"]).coverage
    failed = replace(row, verdict=Verdict.ERROR)
    assert exit_code([], [failed], fail_on="never", all_readable=True, found=True) == 4
    assert exit_code([], [failed], fail_on="never", all_readable=False, found=True) == 4


def test_the_gravest_code_wins() -> None:
    assert gravest([]) == 0
    for codes in permutations((0, 1, 2, 3, 4, 5)):
        assert gravest(codes) == 5
    assert [gravest(pair) for pair in ((1, 0), (3, 1), (4, 3), (2, 4), (5, 2))] == [1, 3, 4, 2, 5]


# ---------------------------------------------------------------------- identity


def finding() -> Finding:
    return asked("应当 方案.目标 已载明", plan()).findings[0]


def test_a_fingerprint_hangs_on_each_of_its_parts() -> None:
    one = finding()
    other = replace(one.subject, id="P2")
    marks = [
        fingerprint("T-A", one.subject, ("a", "b"), ""),
        fingerprint("T-B", one.subject, ("a", "b"), ""),
        fingerprint("T-A", other, ("a", "b"), ""),
        fingerprint("T-A", one.subject, ("ab",), ""),
        fingerprint("T-A", one.subject, ("a",), "b"),
        fingerprint("T-A", one.subject, ("a", "b"), "1"),
    ]
    assert len(set(marks)) == len(marks)
    assert all(len(mark) == 32 and set(mark) <= set("0123456789abcdef") for mark in marks)
    assert fingerprint("T-A", replace(one.subject, dossier="D9", label="别的"), ("a", "b"), "") == marks[0]


def test_the_same_fingerprint_twice_is_numbered() -> None:
    one = finding()
    made = distinct([one, one, one])
    assert made[0].fingerprint == one.fingerprint
    assert len({each.fingerprint for each in made}) == len({each.location_fingerprint for each in made}) == 3
    assert distinct(made) == made


def test_one_finding_in_two_files_has_two_places() -> None:
    first, second = (asked_of_texts(rule("应当 方案.目标 已载明"), "\n" * n + "kind: plan\nid: P1") for n in (0, 1))
    renamed = replace(second.findings[0].locations[0].span.source, name="别的.yaml")
    place = second.findings[0].locations[0]
    moved = replace(
        second.findings[0], locations=(replace(place, span=renamed.span(place.span.start, place.span.end)),)
    )
    one, other = distinct([first.findings[0]]), distinct([moved])
    assert one[0].fingerprint == other[0].fingerprint
    assert one[0].location_fingerprint != other[0].location_fingerprint


def test_findings_are_sorted_by_file_place_and_rule() -> None:
    text = rule("应当 方案.目标 为 “乙”", name="T-B") + rule("应当 方案.目标 为 “丙” 且 方案.标题 为 “甲”")
    report = asked(text, plan(goal="甲"), plan(goal="甲", id="P2")).report
    keys = [order(each) for each in report.findings]
    assert keys == sorted(keys)
    assert [key[2] for key in keys] == ["T-A", "T-A", "T-B"] * 2
    assert all(each.severity is Severity.WARNING for each in report.findings)
