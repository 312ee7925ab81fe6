"""Whatever the rules and the papers, a trace tells what a check tells, and what it says would change that, would."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pdo_policy.documents.read import read
from pdo_policy.dossier import dossiers_of
from pdo_policy.evaluation.evaluate import evaluate
from pdo_policy.findings import Verdict
from pdo_policy.report import RulebookInfo
from pdo_policy.reporters.deciding import decided
from pdo_policy.reporters.trace_as_json import trace_data
from pdo_policy.reporters.trace_as_text import MOST_LINES, render_trace_text
from pdo_policy.rulebook import ir
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from pdo_policy.source import Source
from pdo_policy.tracing.explaining import explained
from tests.arbitrary import AT
from tests.properties.test_evaluation import BOOK, dossiers, files, programs, question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.dossier import Dossier
    from pdo_policy.evaluation.question import Question
    from pdo_policy.rulebook.compiled import Norm, Program, Rule, RuleException
    from pdo_policy.traces import Change, Explanation, Node, Trace

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parents[2] / "schemas/trace.schema.json").read_text("utf-8")))
ABOUT = RulebookInfo("small", "小规则库", "1.0", "0" * 64, "测试")
LAWS = st.sampled_from(("default", "default", "in-force", "draft", "norm"))

some = settings(max_examples=settings().max_examples // 2)
"""Each example is a rulebook and a few papers, every rule of which is evaluated and traced."""


def taken_in(papers: Sequence[dict[str, Any]]) -> tuple[Dossier, ...]:
    bound = []
    for file in files(papers):
        (document,) = read(Source(file.name, file.text))
        found = bind_document(document, BOOK.types)
        assert isinstance(found, BoundDocument)
        bound.append(found)
    return dossiers_of(bound, BOOK.manifest.documents, BOOK.manifest.relations)


def all_explained(asked: Question, given_: Sequence[Dossier]) -> Iterator[Explanation]:
    # The conditions are made, not written; each says the same.
    asked = asked._replace(rulebook=replace(asked.rulebook, sources={"": "条"}))
    for name in asked.machine.rules:
        yield explained(asked, given_, name, (), ABOUT)


@some
@given(programs(), dossiers(), LAWS)
def test_a_trace_tells_what_a_check_tells(program: Program, papers: list[dict[str, Any]], law: str) -> None:
    asked, filed = question(program, law), taken_in(papers)
    outcomes = evaluate(asked, filed)
    not_run = {row.rule_id: row.reason for row in outcomes.not_run}
    for found in all_explained(asked, filed):
        rows = [row for row in outcomes.coverage if row.rule_id == found.rule_id]
        assert [(row.subject, row.verdict, row.firm, row.reason, row.citations) for row in rows] == [
            (trace.subject, trace.verdict, trace.firm, trace.reason, trace.citations) for trace in found.traces
        ]
        assert (found.idle.said if found.idle is not None else None) == not_run.get(found.rule_id)
        check_that_its_parts_agree(found)


def check_that_its_parts_agree(found: Explanation) -> None:
    for trace in found.traces:
        applies, requirement = trace.applicability.value, trace.requirement
        exempting = [one for one in trace.exceptions if one.effective is True and one.effect == "exempt"]
        if trace.verdict is Verdict.VIOLATED:
            assert requirement is not None
            assert (applies, requirement.value) == (True, False)
        if trace.verdict is Verdict.NOT_APPLICABLE and trace.citations:
            assert applies is False
        if trace.verdict is Verdict.EXEMPT:
            assert exempting
        if trace.verdict is Verdict.SATISFIED:
            assert requirement is not None
            assert requirement.value is True
        for node in nodes(trace):
            check_that_its_deciding_parts_are_conditions_in_it(node)


def nodes(trace: Trace) -> Iterator[Node]:
    yield from trace.applicability.nodes
    for one in trace.exceptions:
        if one.node is not None:
            yield one.node
    if trace.requirement is not None and trace.requirement.node is not None:
        yield trace.requirement.node


def check_that_its_deciding_parts_are_conditions_in_it(node: Node) -> None:
    within = set(map(id, inside(node)))
    found = decided(node)
    assert found
    assert {id(one.node) for one in found} <= within
    assert not node.failed
    if node.value is None:
        assert any(one.node.value is None for one in found)


def inside(node: Node) -> Iterator[Node]:
    yield node
    for part in node.parts:
        yield from inside(part)


@some
@given(programs(), dossiers(), LAWS)
def test_it_can_be_told_in_fifteen_lines_and_fits_its_schema(
    program: Program, papers: list[dict[str, Any]], law: str
) -> None:
    asked, filed = question(program, law), taken_in(papers)
    for found in all_explained(asked, filed):
        assert [error.message for error in SCHEMA.iter_errors(trace_data(found, "zh"))] == []
        for lang in ("zh", "en"):
            blocks = render_trace_text(found, lang).rstrip("\n").split("\n\n")
            assert len(blocks) == max(1, len(found.traces))
            for block in blocks:
                lines = block.split("\n")
                assert 2 <= len(lines) <= MOST_LINES
                assert all(line.strip() for line in lines)


# ---------------------------------------------------------------------- what would change it


def settled(value: bool) -> ir.Condition:
    return ir.Truth(ir.Const("flag", value), AT)


def met(norm: Norm, value: bool) -> Norm:
    """The norm with a requirement that is met, or is not."""
    return (
        norm if norm.requirement is None else norm._replace(requirement=settled(value is not (norm.op == "must_not")))
    )


def supposing(program: Program, rule_id: str, trace: Trace, change: Change, value: bool) -> Program:
    """The program in which what a change is about holds, or does not, whatever the papers say.

    A change is about the version that was asked: the others may have no such 除非.
    """
    assert trace.governing.chosen is not None
    asked = trace.governing.versions[trace.governing.chosen].first
    replaced_by = trace.requirement.replaced_by if trace.requirement is not None else ""

    def of_rule(rule: Rule) -> Rule:
        if (rule.id, rule.first) != (rule_id, asked):
            return rule
        if change.what == "applicability":
            exercise = settled(value) if rule.norm.exercise is not None else None
            return rule._replace(applies=settled(value), norm=rule.norm._replace(exercise=exercise))
        if change.what == "requirement" and not replaced_by:
            return rule._replace(norm=met(rule.norm, value))
        number = change.id.partition("/")[2]
        if change.what == "exception" and number:
            unless = list(rule.unless)
            unless[int(number) - 1] = unless[int(number) - 1]._replace(condition=settled(value))
            return rule._replace(unless=tuple(unless))
        return rule

    def of_exception(item: RuleException) -> RuleException:
        if change.what == "exception" and item.id == change.id:
            return item._replace(condition=settled(value))
        if change.what == "requirement" and item.id == replaced_by and item.replacement is not None:
            return item._replace(replacement=met(item.replacement._replace(exercise=None), value))
        return item

    return program._replace(
        rules=tuple(map(of_rule, program.rules)), exceptions=tuple(map(of_exception, program.exceptions))
    )


@some
@given(programs(entailing=False), dossiers(), LAWS)
def test_what_would_change_the_verdict_does(program: Program, papers: list[dict[str, Any]], law: str) -> None:
    asked, filed = question(program, law), taken_in(papers)
    for found in all_explained(asked, filed):
        for number, trace in enumerate(found.traces):
            held = {one.id: one for one in trace.exceptions}
            for change in trace.changes:
                if change.what == "exception" and held[change.id].period.in_force is None:
                    continue
                for value, expected in ((True, change.if_true), (False, change.if_false)):
                    other = supposing(program, found.rule_id, trace, change, value)
                    after = evaluate(question(other, law), filed)
                    rows = [row for row in after.coverage if row.rule_id == found.rule_id]
                    assert rows[number].verdict is (expected or trace.verdict)
