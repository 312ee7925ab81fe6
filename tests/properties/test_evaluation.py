"""Any rules on any papers end well: one row for each pair, no order that matters, and identities that last."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pdo_policy.documents.read import read
from pdo_policy.dossier import dossiers_of
from pdo_policy.evaluation.evaluate import Outcomes, evaluate
from pdo_policy.evaluation.machine import machine
from pdo_policy.evaluation.question import Question
from pdo_policy.findings import Verdict
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.compiled import Norm, ParameterValue, Program, Rule, RuleException, Texts, Unless
from pdo_policy.rulebook.compiled import Question as Determination
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from pdo_policy.source import Source
from pdo_policy.values.durations import Duration
from tests.arbitrary import AT, SCOPES, THE_AGREEMENT, Place, agreements, conditions, operands, plans, reports
from tests.asking import book_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdo_policy.schema.fields import Field
    from tests.arbitrary import Scope

BOOK = book_of("")
AS_OF = date(2025, 7, 1)
CITES = ("norm~art_8", "outline~outline_1", "draft~chp_2__stmt_1", "draft~chp_2__stmt_2")
PERIODS = ((None, None), (date(2025, 1, 1), date(2025, 2, 28)), (date(2025, 3, 1), None))
PAIR: Scope = (THE_AGREEMENT, Place(ir.Slot(2, "方案"), SCOPES["plan"][0].shape))
SLOTS = 12

some = settings(max_examples=settings().max_examples * 3 // 5)
"""Each example is a rulebook and a few papers, evaluated two to six times."""

Data = dict[str, Any]


# ---------------------------------------------------------------------- programs


def settled_or_not(scope: Scope, slot: int) -> st.SearchStrategy[ir.Condition]:
    """Conditions, of which many are settled whatever the papers say."""
    settled = st.booleans().map(lambda value: ir.Truth(ir.Const("flag", value), AT))
    return settled | conditions(scope, slot, 1)


@st.composite
def norms(draw: st.DrawFn, scope: Scope, slot: int) -> Norm:
    some = settled_or_not(scope, slot)
    if draw(st.integers(0, 3)):
        return Norm(draw(st.sampled_from(("must", "must", "must_not", "encourage"))), None, draw(some))
    return Norm("may", draw(some), draw(st.none() | some))


class _Asked(NamedTuple):
    subjects: tuple[str, ...]
    scope: Scope
    slot: int


SUBJECTS = (
    *(_Asked((kind,), scope, 2) for kind, scope in SCOPES.items()),
    _Asked(("agreement", "plan"), PAIR, 3),
    _Asked(("plan", "agreement"), tuple(place._replace(node=ir.Slot(3 - place.node.number, "")) for place in PAIR), 3),  # type: ignore[union-attr]  # both are slots
)


@st.composite
def exceptions(draw: st.DrawFn, name: str, asked: _Asked, targets: Sequence[str]) -> RuleException:
    first, last = draw(st.sampled_from(PERIODS))
    return RuleException(
        id=name, title=f"题{name}", file="", at=AT,
        clauses=draw(st.sampled_from(((), *((cite,) for cite in CITES)))),
        targets=tuple(targets), over=draw(st.sampled_from(((), tuple(targets)))), attackers=(),
        condition=draw(st.none() | settled_or_not(asked.scope, asked.slot)),
        unproven=draw(st.sampled_from(("fails", "undetermined"))),
        replacement=draw(st.none() | norms(asked.scope, asked.slot) | norms(asked.scope, asked.slot)),
        violation=None, first=first, last=last, slots=SLOTS,
    )  # fmt: skip


@st.composite
def rules(draw: st.DrawFn, name: str, asked: _Asked) -> tuple[list[Rule], list[RuleException]]:
    """The versions of a rule, and exceptions to it and to each other."""
    made: list[RuleException] = []
    for number in range(draw(st.integers(0, 3))):
        before = [item.id for item in made]
        targets = draw(st.lists(st.sampled_from([name, *before]), min_size=1, max_size=2, unique=True))
        made.append(draw(exceptions(f"{name}-X{number}", asked, targets)))
    attacked = {
        target: tuple(item.id for item in made if target in item.targets) for item in made for target in item.targets
    }
    made = [item._replace(attackers=attacked.get(item.id, ())) for item in made]
    timepoint = draw(st.none() | st.none() | operands("date", asked.scope, asked.slot, 1))
    periods = draw(st.sampled_from((PERIODS[:1], PERIODS[1:], PERIODS[2:])))
    versions = [
        draw(one_rule(name, asked))._replace(
            first=first, last=last, timepoint=timepoint, exceptions=attacked.get(name, ())
        )
        for first, last in periods
    ]
    return versions, made


@st.composite
def one_rule(draw: st.DrawFn, name: str, asked: _Asked) -> Rule:
    some = settled_or_not(asked.scope, asked.slot)
    unless = tuple(
        Unless(part, draw(st.sampled_from(((), CITES[2:3]))), draw(st.sampled_from(("fails", "undetermined"))))
        for part in draw(st.sampled_from((0, 0, 0, 1, 2)).flatmap(lambda n: st.lists(some, min_size=n, max_size=n)))
    )
    cites = draw(st.lists(st.sampled_from(CITES), min_size=1, max_size=2, unique=True))
    return Rule(
        id=name, title=f"题{name}", file="", at=AT, clauses=tuple(cites), subjects=asked.subjects,
        bearer="", severity=draw(st.sampled_from(("error", "warning", "note"))),
        first=None, last=None, timepoint=None,
        applies=draw(st.none() | st.none() | some), norm=draw(norms(asked.scope, asked.slot)),
        unless=unless, exceptions=(),
        texts=Texts(None, None, None, None, None), due=draw(st.sampled_from(("", "30日"))), entails=(), evidence=(),
        presence_only=draw(st.booleans()), slots=SLOTS,
    )  # fmt: skip


PARAMETERS = tuple(
    (f"{name} {kind}", values)
    for kind, value in (("duration", Duration(3, "month")), ("integer", 2))
    for name, values in (
        ("one", (ParameterValue(ir.Const(kind, value), kind, (), None, None, "待核"),)),
        ("several", (
            ParameterValue(ir.Const(kind, value), kind, (), None, date(2025, 2, 28), "已核"),
            ParameterValue(ir.Const(kind, value), kind, (), date(2025, 3, 1), None, "待核"),
        )),
    )
)  # fmt: skip
QUESTIONS = tuple(Determination(name, f"问{name}", "机关", ()) for name in ("yes", "no", "open"))


@st.composite
def programs(draw: st.DrawFn, *, entailing: bool = True) -> Program:
    made: list[Rule] = []
    attacks: list[RuleException] = []
    for number in range(draw(st.integers(1, 3))):
        versions, found = draw(rules(f"T-{number}", draw(st.sampled_from(SUBJECTS))))
        later = draw(st.lists(st.integers(number + 1, 3), max_size=1)) if entailing else []
        made += [version._replace(entails=tuple(f"T-{target}" for target in later)) for version in versions]
        attacks += found
    names = {rule.id for rule in made}
    made = [rule._replace(entails=tuple(name for name in rule.entails if name in names)) for rule in made]
    return Program(tuple(made), tuple(attacks), PARAMETERS, QUESTIONS, ())


def question(program: Program, law: str = "default") -> Question:
    book = replace(BOOK, program=program)
    return Question(book, machine(program), AS_OF, law, {"": {"yes": True, "no": False}}, "zh")


# ---------------------------------------------------------------------- papers


@st.composite
def dossiers(draw: st.DrawFn) -> list[Data]:
    """Papers of one project or two, some with the same name."""
    names = st.sampled_from(("P1", "P2"))
    kinds = (plans("P1"), names.flatmap(lambda name: agreements("A1", name)), plans("P2"), agreements("A2"), reports())
    wanted = [0, 1, *draw(st.lists(st.integers(0, 4), max_size=2))]
    found = []
    for number in wanted:
        paper = draw(kinds[number])
        chosen = draw(st.sampled_from((paper.told, paper.full)))
        found.append({**chosen, "dossier": draw(st.sampled_from(("D1", "D1", "D1", "D2", None)))})
    return found


class File(NamedTuple):
    name: str
    text: str


def files(papers: Iterable[Data]) -> list[File]:
    return [File(f"{number}.json", json.dumps(paper)) for number, paper in enumerate(papers)]


def evaluated(asked: Question, given_: Iterable[File]) -> Outcomes:
    bound = []
    for file in given_:
        (document,) = read(Source(file.name, file.text))
        found = bind_document(document, BOOK.types)
        assert isinstance(found, BoundDocument)
        bound.append(found)
    return evaluate(asked, dossiers_of(bound, BOOK.manifest.documents, BOOK.manifest.relations))


# ---------------------------------------------------------------------- the properties


@some
@given(programs(), dossiers(), st.sampled_from(("default", "default", "in-force", "draft", "norm")))
def test_every_pair_ends_well(program: Program, papers: list[Data], law: str) -> None:
    found = evaluated(question(program, law), files(papers))
    check_that_every_pair_has_one_verdict(program, papers, found)
    check_that_every_row_has_its_findings_or_its_reason(found)
    check_that_only_contradictions_fail(program, found)


def check_that_every_pair_has_one_verdict(program: Program, papers: list[Data], found: Outcomes) -> None:
    kinds = Counter(paper["kind"] for paper in papers)
    idle = {row.rule_id for row in found.not_run}
    for rule in program.rules:
        rows = [row for row in found.coverage if row.rule_id == rule.id]
        if rule.id in idle:
            assert not rows
        elif len(rule.subjects) == 1:
            assert len(rows) == kinds[rule.subjects[0]]
        else:
            assert len(rows) >= kinds[rule.subjects[0]]
    marks = [finding.fingerprint for finding in found.findings]
    assert len(set(marks)) == len(marks)
    assert Counter(marks) == Counter(mark for row in found.coverage for mark in row.findings)


TELLING = {Verdict.VIOLATED, Verdict.UNDETERMINED, Verdict.NOT_ADOPTED, Verdict.ERROR}


def check_that_every_row_has_its_findings_or_its_reason(found: Outcomes) -> None:
    by_mark = {finding.fingerprint: finding for finding in found.findings}
    for row in found.coverage:
        told = [by_mark[mark] for mark in row.findings]
        assert bool(told) == (row.verdict in TELLING)
        assert bool(row.reason) or row.verdict is Verdict.SATISFIED
        assert not told or any(finding.verdict is row.verdict for finding in told)
        assert all(finding.verdict in (row.verdict, Verdict.UNDETERMINED) for finding in told)
        assert all(finding.locations and finding.text.headline and finding.citations for finding in told)
        assert row.citations or row.verdict is Verdict.NOT_APPLICABLE


def check_that_only_contradictions_fail(program: Program, found: Outcomes) -> None:
    for row in found.coverage:
        if row.verdict is Verdict.ERROR:
            replacing = [item for item in program.exceptions if item.replacement and row.rule_id in item.targets]
            assert len(replacing) > 1
            assert "相互矛盾" in row.reason


@some
@given(programs(entailing=False), dossiers(), st.integers(0, 2))
def test_a_rule_that_fails_inside_touches_no_other(program: Program, papers: list[Data], which: int) -> None:
    nonsense = ir.Compare("lt", ir.Const("text", "甲"), ir.Const("integer", 1), AT)
    failing = f"T-{which}"
    broken = tuple(
        rule._replace(norm=Norm("must", None, nonsense), applies=None, exceptions=()) if rule.id == failing else rule
        for rule in program.rules
    )
    before, after = (
        evaluated(question(program._replace(rules=made)), files(papers)) for made in (program.rules, broken)
    )
    for row, other in zip(before.coverage, after.coverage, strict=True):
        if row.rule_id == failing:
            assert other.verdict in (Verdict.ERROR, Verdict.NOT_APPLICABLE, Verdict.UNDETERMINED)
        else:
            assert row == other


def known(found: Outcomes) -> Counter[Any]:
    rows = [(row.rule_id, row.subject, row.verdict, row.firm, frozenset(row.findings)) for row in found.coverage]
    return Counter([*rows, *((finding.rule_id, finding.fingerprint, finding.verdict) for finding in found.findings)])


@some
@given(programs(), dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_rules_and_papers_changes_nothing(program: Program, papers: list[Data], random: Any) -> None:
    before = files(papers)
    names = list(dict.fromkeys(rule.id for rule in program.rules))
    random.shuffle(names)
    turned = program._replace(
        rules=tuple(
            rule._replace(exceptions=rule.exceptions[::-1])
            for name in names for rule in program.rules if rule.id == name
        ),
        exceptions=tuple(item._replace(attackers=item.attackers[::-1]) for item in reversed(program.exceptions)),
    )  # fmt: skip
    after = random.sample(before, len(before))
    first, second = evaluated(question(program), before), evaluated(question(turned), after)
    assert known(first) == known(second)
    assert {finding.text.headline for finding in first.findings} == {f.text.headline for f in second.findings}
    assert Counter(first.not_run) == Counter(second.not_run)


def reordered(paper: Any, random: Any) -> Any:
    """The same with keys and list elements in another order."""
    if isinstance(paper, dict):
        items = [(key, reordered(value, random)) for key, value in paper.items()]
        return dict(random.sample(items, len(items)))
    if isinstance(paper, list):
        return random.sample([reordered(value, random) for value in paper], len(paper))
    return paper


@some
@given(programs(), dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_keys_and_elements_changes_nothing(program: Program, papers: list[Data], random: Any) -> None:
    asked = question(program)
    first = evaluated(asked, files(papers))
    assert known(first) == known(evaluated(asked, files(reordered(paper, random) for paper in papers)))


def in_chinese(value: Any, field: Field) -> Any:
    """The same with the labels of keys and choices."""
    if isinstance(value, dict) and field.kind == "record":
        return {
            field.fields[key].label if key in field.fields else key: in_chinese(
                below, field.fields.get(key, field)
            )
            for key, below in value.items()
        }  # fmt: skip
    if isinstance(value, list) and field.item is not None:
        return [in_chinese(below, field.item) for below in value]
    labels = {choice.value: choice.label for choice in field.choices}
    return labels.get(value, value) if isinstance(value, str) else value


@some
@given(programs(), dossiers())
def test_identities_are_free_of_the_way_of_writing(program: Program, papers: list[Data]) -> None:
    asked = question(program)
    found = evaluated(asked, files(papers))
    first = known(found)
    spaced = [File(f"{number}.json", json.dumps(paper, indent=3)) for number, paper in enumerate(papers)]
    as_yaml = [File(f"{n}.yaml", yaml.safe_dump(paper, allow_unicode=True)) for n, paper in enumerate(papers)]
    chinese = [in_chinese(paper, BOOK.types[paper["kind"]].root) for paper in papers]
    labelled = [File(f"{n}.yaml", yaml.safe_dump(paper, allow_unicode=True)) for n, paper in enumerate(chinese)]
    renamed = [File(f"别处/{number}.json", json.dumps(paper)) for number, paper in enumerate(papers)]
    for other in (spaced, as_yaml, labelled, renamed):
        assert known(evaluated(asked, other)) == first
    others = evaluated(asked, files({**paper, "id": paper["id"] + "乙"} for paper in papers))
    assert not {finding.fingerprint for finding in others.findings} & {
        finding.fingerprint for finding in found.findings
    }
