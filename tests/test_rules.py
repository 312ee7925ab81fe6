"""The shipped rules keep their promises: every case, a case for every verdict, and words an official would sign."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from pdo_policy import bundled, check, load_rulebook
from pdo_policy.evaluation.machine import machine
from pdo_policy.findings import Verdict
from pdo_policy.law.coverage import gaps, matrix
from pdo_policy.linting.lint import linted
from pdo_policy.rulebook import ir
from pdo_policy.source import Source
from pdo_policy.testing import case_files, pointer, reachable, read_cases, run_case
from pdo_policy.testing.coverage import covered
from pdo_policy.testing.running import answer, filed, part_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pdo_policy.report import Report
    from pdo_policy.rulebook.compiled import Question, Rule
    from pdo_policy.testing import Case

FOLDER = bundled.rulebook_folder()
BOOK = load_rulebook()
RULES = BOOK.program.rules
FILES = case_files(FOLDER)
CASES = [case for path in FILES for case in read_cases(path)]
DAY = date(2026, 6, 1)


def named(value: object) -> str:
    return getattr(value, "id", "") or getattr(value, "name", "")


def of(rule: Rule) -> list[Case]:
    return [case for case in CASES if case.rule == rule.id]


# ---------------------------------------------------------------------- the cases


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_cases_of_a_rule(rule: Rule) -> None:
    program = machine(part_on(BOOK.program, {rule.id}))
    results = [answer(filed(case, BOOK), BOOK, program) for case in of(rule)]
    assert {result.case.name: result.failure for result in results if result.failure} == {}


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_has_a_case_for_every_verdict_it_can_reach(rule: Rule) -> None:
    shown = {case.expect for case in of(rule)} - {"not_run"}
    assert shown == {verdict.value for verdict in reachable(rule, BOOK)}


@pytest.mark.parametrize("rule", RULES, ids=named)
@pytest.mark.parametrize("verdict", [Verdict.VIOLATED, Verdict.UNDETERMINED], ids=lambda verdict: verdict.value)
def test_where_a_finding_is_and_what_it_says_is_in_a_case(rule: Rule, verdict: Verdict) -> None:
    if verdict in reachable(rule, BOOK):
        assert any(case.expect == verdict.value and case.at and case.message for case in of(rule))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_cases_stand_beside_their_rules(path: Path) -> None:
    beside = path.with_name(path.name.replace(".cases.yaml", ".pdl")).relative_to(FOLDER).as_posix()
    homes = {rule.id: rule.file for rule in RULES}
    assert {homes.get(case.rule) for case in read_cases(path)} == {beside}


def test_every_topic_file_has_its_cases() -> None:
    topics = {path.with_suffix("").name for path in FOLDER.rglob("*.pdl")}
    assert {path.name.removesuffix(".cases.yaml") for path in FILES} == topics


def test_a_case_is_named_once_and_briefly() -> None:
    names = Counter((case.rule, case.name) for case in CASES)
    assert [name for name, times in names.items() if times > 1] == []
    assert [case.name for case in CASES if len(case.name) > 30 or re.search(r"[。,;:?!()]", case.name)] == []


@pytest.mark.parametrize("question", BOOK.program.questions, ids=lambda question: question.name)
def test_a_determination_is_answered_both_ways(question: Question) -> None:
    answers = {case.determinations.get(question.name) for case in CASES}
    assert answers == {True, False, None}


MOST_UNSHOWN = 0.05
"""The share of conditions, and of items, that no case need show: some cannot be both, such as 否则 方案.目标 已载明."""


@pytest.mark.slow
def test_the_cases_show_what_the_rules_say() -> None:
    """Every verdict, and nearly every condition and item; what is not shown is listed by `rules test`."""
    _, coverage = covered(BOOK, CASES, whole=True)
    assert [one for one in coverage.unshown if one.what == "no-verdict"] == []
    for count in (coverage.conditions, coverage.items):
        assert count.total - count.shown <= count.total * MOST_UNSHOWN


# ---------------------------------------------------------------------- each item decides alone


class Listed(NamedTuple):
    """An item of an enumeration of a rule's requirement."""

    rule: Rule
    whole: ir.Enumeration
    item: ir.Item

    @property
    def name(self) -> str:
        return f"{self.rule.id}-{self.item.number}"


def enumerations(record: object) -> Iterator[ir.Enumeration]:
    if isinstance(record, ir.Enumeration):
        yield record
    if isinstance(record, tuple):
        for part in record:
            yield from enumerations(part)


LISTED = [
    Listed(rule, whole, item) for rule in RULES for whole in enumerations(rule.norm.requirement) for item in whole.items
]


def without(record: Any, item: ir.Item) -> Any:
    """A record with an item taken out of its enumeration, or met for good where it is the only one."""
    if isinstance(record, ir.Enumeration) and any(found is item for found in record.items):
        rest = tuple(found for found in record.items if found is not item)
        if not rest:
            return ir.Truth(ir.Const("flag", True), record.at)
        return record._replace(items=rest, least=min(record.least, len(rest)))
    if isinstance(record, tuple):
        parts = [without(part, item) for part in record]
        return type(record)(*parts) if hasattr(record, "_fields") else tuple(parts)
    return record


@pytest.mark.slow
@pytest.mark.parametrize("listed", LISTED, ids=named)
def test_an_item_decides_alone(listed: Listed) -> None:
    """Without the item some case of the rule is no longer met, so the item alone decides there."""
    norm = listed.rule.norm._replace(requirement=without(listed.rule.norm.requirement, listed.item))
    mutant = replace(BOOK, program=BOOK.program._replace(rules=(listed.rule._replace(norm=norm),)))
    assert any(run_case(case, mutant).failure for case in of(listed.rule))


WORST_FIRST = (Verdict.VIOLATED, Verdict.NOT_ADOPTED, Verdict.UNDETERMINED)
"""What a rule that is not met comes to: 不符合; of an encouragement 未采纳; of a topic whose text is unseen 待核实."""


@pytest.mark.parametrize("listed", [listed for listed in LISTED if listed.item.message], ids=named)
def test_an_item_says_what_is_missing(listed: Listed) -> None:
    assert listed.item.message is not None
    pattern = "".join(re.escape(part) if isinstance(part, str) else ".+" for part in listed.item.message.parts)
    reached = reachable(listed.rule, BOOK)
    worst = next(verdict.value for verdict in WORST_FIRST if verdict in reached)
    results = [run_case(case, BOOK) for case in of(listed.rule) if case.expect == worst]
    # Where a rule compares two papers of a kind, the other may have a finding of its own.
    headlines = [finding.text.headline for result in results for finding in result.findings]
    assert any(re.fullmatch(pattern, headline) for headline in headlines)


# ---------------------------------------------------------------------- the words, and the law


def test_the_linter_has_nothing_to_say() -> None:
    """Titles, messages, reasons, remedies and questions an official would sign; thresholds of texts that were seen."""
    assert [(problem.code, problem.within) for problem in linted(BOOK)] == []


def test_every_clause_is_classed_as_the_rules_check_it() -> None:
    assert gaps(matrix(BOOK.manifest.instruments, BOOK.rules_by_clause)) == ()


# ---------------------------------------------------------------------- whole papers


def base(**changes: str) -> Report:
    """The report on the documents that all cases start from, with lines of the text changed."""
    text = (FOLDER / "base.yaml").read_text("utf-8")
    for old, new in changes.items():
        pattern = re.compile(rf"^{old}:.*\n(?:[ ]+.*\n)*", re.MULTILINE)
        assert pattern.search(text), old
        text = pattern.sub(new, text, count=1)
    return check(Source("base.yaml", text), as_of=DAY, rulebook=BOOK)


def found(report: Report) -> list[tuple[str, str, str]]:
    return [(finding.rule_id, finding.verdict.value, pointer(finding)) for finding in report.findings]


def test_the_documents_of_the_cases_are_in_order() -> None:
    report = base()
    assert found(report) == []
    assert report.exit_code == 0
    assert {row.verdict for row in report.coverage} == {Verdict.SATISFIED, Verdict.NOT_APPLICABLE}
    assert report.not_run == ()


COMPARED_WITH_NO_LISTS = [
    ("HB-AGREEMENT-RESOURCES-WITHIN-PLAN", "undetermined", "/resources"),
    ("HB-AGREEMENT-PRODUCTS-WITHIN-PLAN", "undetermined", "/products"),
]
"""The agreement's lists, each asked about once, where the plan has no lists to compare them with."""


def test_a_goals_and_tasks_notice_gets_one_finding() -> None:
    heads = [
        "feasibility",
        "operator_conditions",
        "authorization_mode",
        "data_scope",
        "term",
        "construction",
        "technical_support",
        "schedule",
        "evaluation_criteria",
        "exit",
        "asset_management",
        "products",
        "accounting",
        "revenue_sharing",
        "data_security",
        "personal_information_protection",
        "emergency",
        "rights_duties",
        "supervision",
        "assessment",
    ]
    fields = BOOK.types["implementation_plan"].root.fields
    report = base(form="goals: 到2027年建成授权运营体系\n", resources="", **dict.fromkeys(heads, ""))
    assert found(report) == [("HB-PLAN-NOTICE-HEADS", "violated", "/goals"), *COMPARED_WITH_NO_LISTS]
    lacking = "、".join(fields[key].label for key in heads)
    assert report.findings[0].text.headline == f"本方案是目标任务式通知，未见{lacking}"


@pytest.mark.parametrize("status", ["drafting", "consultation", "deliberated"])
def test_a_draft_without_approval_is_open_and_nothing_worse(status: str) -> None:
    report = base(status=f"status: {status}\n", approval="", filing="")
    assert found(report) == [
        ("HB-PLAN-APPROVED", "undetermined", "/approval/result"),
        ("HB-AGREEMENT-AFTER-PLAN", "undetermined", "/signed_on"),
        ("HB-SELECTION-AFTER-PLAN", "undetermined", "/selection/notice_on"),
    ]
    assert report.exit_code == 0


def test_a_plan_whose_lists_are_annexed_is_open_in_each_list_once() -> None:
    report = base(resources="resource_catalog: 见附件1\n", products="annexes:\n  - {id: 附件2, name: 产品清单}\n")
    assert found(report) == [
        ("HB-PLAN-RESOURCE-LIST", "undetermined", "/resource_catalog"),
        ("HB-PLAN-PRODUCT-LIST", "undetermined", "/annexes/0"),
        *COMPARED_WITH_NO_LISTS,
    ]
