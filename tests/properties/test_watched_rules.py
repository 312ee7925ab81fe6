"""Rules that are watched, or altered, answer as rules do: watching changes nothing, and a slip breaks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pdo_policy.rulebook import ir
from pdo_policy.testing.conditions import conditions, place, rewritten, way_to
from pdo_policy.testing.mutants import mutants, mutated
from pdo_policy.testing.running import exceptions_to, part_on
from pdo_policy.testing.watching import Watch
from tests.properties.test_evaluation import (
    check_that_every_pair_has_one_verdict,
    dossiers,
    evaluated,
    files,
    programs,
    question,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.rulebook.compiled import Program, Rule, RuleException

some = settings(max_examples=settings().max_examples * 3 // 5)


def ids(program: Program) -> list[str]:
    return list(dict.fromkeys(rule.id for rule in program.rules))


def decisive(program: Program, rules: Sequence[Rule]) -> tuple[Rule | RuleException, ...]:
    return (*rules, *exceptions_to(program, rules))


def of(rule: str, found: Any) -> tuple[Any, ...]:
    rows = tuple((row.subject, row.verdict, row.reason) for row in found.coverage if row.rule_id == rule)
    return rows, tuple(finding for finding in found.findings if finding.rule_id == rule)


@some
@given(programs(), dossiers())
def test_a_rule_alone_answers_as_among_all(program: Program, papers: list[Any]) -> None:
    whole = evaluated(question(program), files(papers))
    for rule in ids(program):
        alone = evaluated(question(part_on(program, {rule})), files(papers))
        assert [row[:2] for row in of(rule, alone)[0]] == [row[:2] for row in of(rule, whole)[0]]


@some
@given(programs(), dossiers())
def test_watching_changes_no_answer(program: Program, papers: list[Any]) -> None:
    for rule in ids(program):
        part = part_on(program, {rule})
        plain = question(part)
        watched = plain._replace(machine=Watch().machine(part, rule))
        assert of(rule, evaluated(watched, files(papers))) == of(rule, evaluated(plain, files(papers)))


@some
@given(programs(), dossiers())
def test_what_is_seen_is_what_is_counted(program: Program, papers: list[Any]) -> None:
    for rule in ids(program):
        part, watch = part_on(program, {rule}), Watch()
        evaluated(question(part)._replace(machine=watch.machine(part, rule)), files(papers))
        versions = [version for version in part.rules if version.id == rule]
        found = [pair for item in decisive(part, versions) for pair in conditions(item, way_to(item))]
        items = {place(item, way) for whole, way in found if isinstance(whole, ir.Enumeration) for item in whole.items}
        assert {where for where, _ in watch.answers} <= {place(condition, way) for condition, way in found}
        assert {where for where, _ in watch.alone} <= items


@given(programs())
def test_rewriting_nothing_gives_the_same(program: Program) -> None:
    for item in decisive(program, program.rules):
        assert rewritten(item, way_to(item), lambda _condition, _way: None) is item


@some
@given(programs(), dossiers(), st.data())
def test_a_slip_breaks_nothing(program: Program, papers: list[Any], data: st.DataObject) -> None:
    texts = {item.file: "规则" for item in decisive(program, program.rules)} | {"": "规则", "rules.pdl": "判定"}
    found = mutants(program, texts)
    if found:
        mutant = data.draw(st.sampled_from(found))
        altered = mutated(program, mutant.slip)
        assert repr(altered) != repr(program)
        check_that_every_pair_has_one_verdict(altered, papers, evaluated(question(altered), files(papers)))
