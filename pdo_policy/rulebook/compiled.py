"""A checked rulebook: what evaluation needs, and all that it needs."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.frozen import dataclass
from pdo_policy.rulebook.outlines import outlines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from pdo_policy.law.manifest import Manifest
    from pdo_policy.rulebook import ir
    from pdo_policy.rulebook.outlines import Outline
    from pdo_policy.schema.validate import Compiled


class Norm(NamedTuple):
    """What is demanded: `op` is must, must_not, may or encourage; of a bare 可以 the requirement is None."""

    op: str
    exercise: ir.Condition | None
    requirement: ir.Condition | None


class Unless(NamedTuple):
    """An inline exception, its clauses, and whether it holds open what is not proven (`undetermined`) or not."""

    condition: ir.Condition
    clauses: tuple[str, ...]
    unproven: str


class Texts(NamedTuple):
    """The words of a rule."""

    violation: ir.Template | None
    unknown: ir.Template | None
    reason: ir.Template | None
    remedy: ir.Template | None
    question: ir.Template | None


class Rule(NamedTuple):
    """One version of one rule.

    Attributes:
        id: stable for ever.
        title: as in reports.
        file: the rule file, as the rulebook's folder knows it.
        at: its place in the file.
        clauses: full ids of the clauses it rests on, in the order cited.
        subjects: kinds of document it is asked of; the first is the one it reports on.
        bearer: who bears the duty; may be empty.
        severity: error, warning or note.
        first: first day of its version; None for always.
        last: last day of its version; None for no end.
        timepoint: the date that governs it; None for the date of the check.
        applies: when it applies; None for always.
        norm: what it demands.
        unless: inline exceptions.
        exceptions: ids of the exceptions that attack it.
        texts: its words.
        due: period for the remedy, as words; may be empty.
        entails: ids of rules that apply only when this one is violated.
        evidence: nodes an officer should look at.
        presence_only: whether it tests nothing but presence, so that it may rest on clauses whose text nobody saw.
        slots: how many slots its environment needs.
    """

    id: str
    title: str
    file: str
    at: ir.At
    clauses: tuple[str, ...]
    subjects: tuple[str, ...]
    bearer: str
    severity: str
    first: date | None
    last: date | None
    timepoint: ir.Operand | None
    applies: ir.Condition | None
    norm: Norm
    unless: tuple[Unless, ...]
    exceptions: tuple[str, ...]
    texts: Texts
    due: str
    entails: tuple[str, ...]
    evidence: tuple[ir.Node, ...]
    presence_only: bool
    slots: int


class RuleException(NamedTuple):
    """An exception: its condition, who it attacks and is attacked by, and what it does when it holds."""

    id: str
    title: str
    file: str
    at: ir.At
    clauses: tuple[str, ...]
    targets: tuple[str, ...]
    over: tuple[str, ...]
    attackers: tuple[str, ...]
    condition: ir.Condition | None
    unproven: str
    replacement: Norm | None
    violation: ir.Template | None
    first: date | None
    last: date | None
    slots: int


class ParameterValue(NamedTuple):
    """One value of a parameter: clauses, period, how far its text was verified (`已核`, `待核`, `工程约定`), place."""

    value: ir.Operand
    kind: str
    clauses: tuple[str, ...]
    first: date | None
    last: date | None
    status: str
    file: str = ""
    at: ir.At = (0, 0)


class Question(NamedTuple):
    """A 认定: what is asked, and who may answer."""

    name: str
    question: str
    authority: str
    clauses: tuple[str, ...]


class StepOrder(NamedTuple):
    """That a rule asks a step of the overview not to be before another; the steps by their numbers, from 0."""

    rule: str
    earlier: int
    later: int


class Program(NamedTuple):
    """All rules in compiled form; plain data throughout.

    Attributes:
        rules: every version of every rule, by id and period.
        exceptions: by id.
        parameters: by name, each with its values in time.
        questions: by name.
        terms: name, meaning and clauses of each defined term.
        orders: of steps of the overview, as rules ask for them; they are shown, and decide nothing.
    """

    rules: Sequence[Rule]
    exceptions: tuple[RuleException, ...]
    parameters: tuple[tuple[str, tuple[ParameterValue, ...]], ...]
    questions: tuple[Question, ...]
    terms: tuple[tuple[str, str, tuple[str, ...]], ...]
    orders: tuple[StepOrder, ...] = ()


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Law, schemas and rules together, checked.

    Attributes:
        manifest: law, documents, relations, calendar.
        program: the compiled rules.
        types: the compiled schema of each kind of document.
        digest: sha256 over all files it was made from, hex.
        sources: text of each rule file by name, for excerpts and explanations.
        rules_by_clause: full clause id to the ids of the rules and exceptions that rest on it.
    """

    manifest: Manifest
    program: Program
    types: Mapping[str, Compiled]
    digest: str
    sources: Mapping[str, str]
    rules_by_clause: MappingProxyType[str, tuple[str, ...]]


def by_clause(program: Program) -> MappingProxyType[str, tuple[str, ...]]:
    """Full ids of clauses, and the ids of the rules and exceptions that rest on each."""
    found: dict[str, tuple[str, ...]] = {}
    citing: list[Rule | Outline | RuleException] = [*outlines_of(program.rules), *program.exceptions]
    for item in citing:
        for clause in item.clauses:
            if item.id not in found.get(clause, ()):
                found[clause] = (*found.get(clause, ()), item.id)
    return MappingProxyType(found)
