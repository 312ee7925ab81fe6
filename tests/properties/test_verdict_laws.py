"""Verdicts say as much as the papers allow, and no later paper takes them back (docs/semantics.md, 2, 6 and 7)."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pdo_policy.evaluation.conditions import test_over as answered_over
from pdo_policy.evaluation.verdicts import ConflictError, Plea, judge, standing
from pdo_policy.findings import Verdict
from pdo_policy.rulebook import ir
from tests.arbitrary import AT, Veiled, agreements, plans
from tests.properties.test_evaluation import evaluated, files, programs, question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.rulebook.compiled import Program

Truth = bool | None
TRUTHS: st.SearchStrategy[Truth] = st.sampled_from((True, False, None))

some = settings(max_examples=settings().max_examples * 3 // 5)


def completed(values: Sequence[Truth]) -> Iterator[tuple[bool, ...]]:
    """Every way in which what is open may turn out."""
    return product(*((True, False) if value is None else (value,) for value in values))


# ---------------------------------------------------------------------- conditions


def flag(number: int) -> ir.Condition:
    return ir.Truth(ir.Value(ir.Field(ir.Slot(1, "方案"), f"f{number}", "")), AT)


@st.composite
def read_once(draw: st.DrawFn, depth: int = 3) -> ir.Condition:
    """A condition of flags, each of which it asks once; those are numbered afterwards."""
    if not depth or draw(st.integers(0, 3)) == 0:
        return flag(0)
    parts = tuple(draw(st.lists(read_once(depth - 1), min_size=1, max_size=3)))
    way = draw(st.sampled_from(("and", "or", "not", "if", "list", "call")))
    if way in ("and", "or") and len(parts) > 1:
        return (ir.And if way == "and" else ir.Or)(parts, AT)
    if way == "if" and len(parts) > 1:
        return ir.If(parts[0], parts[1], parts[2] if len(parts) > 2 else None, AT)
    if way == "list":
        items = tuple(ir.Item(number, "", part, None, AT) for number, part in enumerate(parts, 1))
        op = draw(st.sampled_from(("all", "any", "none", "at_least")))
        return ir.Enumeration(op, draw(st.integers(1, len(parts))) if op == "at_least" else 0, 1, items, AT)
    return ir.Not(parts[0], AT) if way == "not" else ir.Predicate("够了", "rules.pdl", parts[0], AT)


def numbered(record: Any, counter: Iterator[int]) -> Any:
    """The same with a flag of its own at each place."""
    if isinstance(record, ir.Truth):
        return flag(next(counter))
    if not isinstance(record, tuple):
        return record
    parts = [numbered(part, counter) for part in record]
    return type(record)(*parts) if hasattr(record, "_fields") else tuple(parts)


def answer(condition: ir.Condition, values: Sequence[Truth]) -> Truth:
    """What the closures answer where the flags have these values."""
    settled = dict(enumerate(values))

    def test(part: ir.Condition) -> Any:
        match part:
            case ir.Truth(operand=ir.Value(node=ir.Field(key=key))):
                return lambda _env: settled[int(key[1:])]
            case _:
                return answered_over(part, test)

    return test(condition)([])  # type: ignore[no-any-return]  # a test gives a truth


@given(read_once().map(lambda made: numbered(made, iter(range(1000)))), st.data())
def test_a_condition_is_open_exactly_where_it_may_turn_out_either_way(condition: ir.Condition, data: Any) -> None:
    count = str(condition).count("key='f")
    values = data.draw(st.lists(TRUTHS, min_size=count, max_size=count))
    opened = [number for number, value in enumerate(values) if value is None]
    for number in opened[8:]:
        values[number] = True
    later = {answer(condition, full) for full in completed(values)}
    now = answer(condition, values)
    assert later == {now} if now is not None else later == {True, False}


# ---------------------------------------------------------------------- rules and their exceptions


@st.composite
def pleas(draw: st.DrawFn, *, replacing: int) -> dict[str, Plea]:
    """Exceptions against a rule and against each other, each against one thing; the burden is on nobody."""
    names = [f"X{number}" for number in range(draw(st.integers(0, 5)))]
    against: dict[str, list[str]] = {name: [] for name in ("rule", *names)}
    for number, name in enumerate(names):
        against[draw(st.sampled_from(["rule", *names[:number]]))].append(name)
    direct = against["rule"]
    replacements = draw(st.lists(st.sampled_from(direct), max_size=replacing, unique=True)) if direct else []
    found = {}
    for number, name in enumerate(names):
        is_replacement = name in replacements
        before = [other for other in replacements if other in names[:number]]
        found[name] = Plea(
            name, "", draw(TRUTHS), False, tuple(against[name]), draw(TRUTHS) if is_replacement else None,
            is_replacement, tuple(before) if is_replacement and draw(st.booleans()) else (),
        )  # fmt: skip
    return found


def direct_of(found: dict[str, Plea]) -> list[str]:
    return [name for name in found if not any(name in plea.attackers for plea in found.values())]


def classed(applies: Truth, required: Truth, found: dict[str, Plea]) -> str:
    try:
        return standing(judge(applies, required, direct_of(found), found).verdict)
    except ConflictError:
        return "contradiction"


def later_classes(applies: Truth, required: Truth, found: dict[str, Plea]) -> set[str]:
    replacing = [plea for plea in found.values() if plea.is_replacement]
    opened = [applies, required, *(plea.holds for plea in found.values()), *(plea.replaces for plea in replacing)]
    classes = set()
    for full in completed(opened):
        holds = dict(zip(found, full[2:], strict=False))
        replaces = dict(zip((plea.id for plea in replacing), full[2 + len(found) :], strict=True))
        known = {name: plea._replace(holds=holds[name], replaces=replaces.get(name)) for name, plea in found.items()}
        classes.add(classed(full[0], full[1], known))
    return classes


@given(TRUTHS, TRUTHS, pleas(replacing=1))
def test_a_verdict_is_open_exactly_where_it_may_turn_out_either_way(
    applies: Truth, required: Truth, found: dict[str, Plea]
) -> None:
    now, later = classed(applies, required, found), later_classes(applies, required, found)
    assert later == {now} if now != "open" else later == {"compliant", "violated"}


@given(TRUTHS, TRUTHS, pleas(replacing=3))
def test_no_proof_takes_back_a_verdict(applies: Truth, required: Truth, found: dict[str, Plea]) -> None:
    now = classed(applies, required, found)
    if now in ("compliant", "violated"):
        assert later_classes(applies, required, found) == {now}


# ---------------------------------------------------------------------- whole rulebooks


def cautious(record: Any) -> Any:
    """The same without the parts that later papers may turn: asking what is stated, and burdens of proof."""
    if isinstance(record, ir.Present):
        return ir.Determination("open", AT)
    if not isinstance(record, tuple):
        return record
    parts = [cautious(part) for part in record]
    made: Any = type(record)(*parts) if hasattr(record, "_fields") else tuple(parts)
    return made._replace(unproven="undetermined") if hasattr(made, "unproven") else made


DECIDED = frozenset({Verdict.SATISFIED, Verdict.NOT_APPLICABLE, Verdict.EXEMPT, Verdict.VIOLATED, Verdict.NOT_ADOPTED})


def settled(verdict: Verdict) -> str:
    return "not adopted" if verdict is Verdict.NOT_ADOPTED else standing(verdict)


@some
@given(programs(), plans(), agreements(), st.none() | agreements("A2"))
def test_no_further_paper_takes_back_a_verdict(
    program: Program, plan: Veiled, agreement: Veiled, another: Veiled | None
) -> None:
    asked = question(program._replace(rules=cautious(program.rules), exceptions=cautious(program.exceptions)))
    papers = [paper for paper in (plan, agreement, another) if paper is not None]
    single = {rule.id for rule in program.rules if len(rule.subjects) == 1}
    before = evaluated(asked, files(paper.told for paper in papers)).coverage
    after = {
        (row.rule_id, row.subject): row.verdict
        for row in evaluated(asked, files(paper.full for paper in papers)).coverage
    }
    for row in before:
        if row.rule_id in single and row.verdict in DECIDED:
            assert settled(after[row.rule_id, row.subject]) == settled(row.verdict)
