"""A rule and one combination of its subjects become a trace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.asking import hearing
from pdo_policy.evaluation.citations import is_topic_only
from pdo_policy.evaluation.hearing import Hearing
from pdo_policy.evaluation.machine import in_force
from pdo_policy.evaluation.messages import shown
from pdo_policy.evaluation.run import UNDATED
from pdo_policy.evaluation.verdicts import both, effects_of
from pdo_policy.findings import Severity, Verdict
from pdo_policy.traces import Applicability, Considered, Parameter, Requirement, Trace
from pdo_policy.tracing.changes import Matter, changes
from pdo_policy.tracing.governing import governing, period
from pdo_policy.tracing.nodes import RuleTexts, Walker, tried
from pdo_policy.wording import worded
from pdo_policy.wording.evaluation import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.evaluation.hearing import Asked
    from pdo_policy.evaluation.question import Question
    from pdo_policy.evaluation.run import Gap, Run
    from pdo_policy.evaluation.verdicts import Plea
    from pdo_policy.findings import CoverageRow, Finding
    from pdo_policy.rulebook import ir
    from pdo_policy.rulebook.compiled import Norm
    from pdo_policy.schema.bound import Bound
    from pdo_policy.traces import Change, Governing, Node, Premise, Truth
    from pdo_policy.tracing.reading import Reader


class Surroundings(NamedTuple):
    """What a trace is made with.

    Attributes:
        question: what is evaluated.
        texts: the rule files.
        kinds: the kinds of the parameters by name.
        reader: makes records of what was read.
        idle: ids of the exceptions that rest on clauses of which none counts.
    """

    question: Question
    texts: RuleTexts
    kinds: Mapping[str, str]
    reader: Reader
    idle: frozenset[str]


def trace_of(
    around: Surroundings,
    found: tuple[CoverageRow, Sequence[Finding]],
    premises: tuple[Premise, ...],
    asked: tuple[Asked, Run],
    roots: Sequence[Bound | Gap],
) -> Trace:
    """The trace of a rule and its subjects.

    Args:
        around: what it is made with.
        found: the row of the coverage and the findings.
        premises: the rules that entail it.
        asked: what the rule is asked under, and in which surroundings.
        roots: the subjects.
    """
    (row, findings), (under, run) = found, asked
    heard, _ = tried(partial(hearing, under, run, roots))
    governed, day = governing(around.texts, around.reader, under, run, roots)
    if isinstance(heard, Hearing):
        assert heard.day == day, "both ask the same date"
        remedy = next((one.text.fix for one in findings if one.verdict is row.verdict), "")
        return _Heard(around, heard, run, row, premises).trace(governed, remedy)
    value = False if row.verdict is Verdict.NOT_APPLICABLE else None
    rule = under.versions[0].rule
    return Trace(
        rule.title, around.texts.span(rule.file, rule.at), Severity(rule.severity), row.citations, row.subject,
        row.verdict, row.firm, row.reason, (), governed, Applicability(value, (), premises), (), None, (), (), "",
    )  # fmt: skip


class _Heard:
    """A hearing, asked once more for all that it hangs on."""

    def __init__(
        self, around: Surroundings, heard: Hearing, run: Run, row: CoverageRow, premises: tuple[Premise, ...]
    ) -> None:
        self.around, self.heard, self.run, self.row, self.premises = around, heard, run, row, premises
        self.rule = heard.ready.rule
        self.walker = Walker(around.texts, around.reader, heard.slots, around.kinds)
        self.applies: Truth = tried(heard.applies)[0]
        self.required: Truth = tried(heard.required)[0]
        pleas, failed = tried(heard.pleas)
        self.pleas: Mapping[str, Plea] = {} if failed else pleas
        answer, failed = tried(heard.answer)
        self.replacement: str = "" if failed else answer.judgement.replacement

    def trace(self, governed: Governing, remedy: str) -> Trace:
        """The trace."""
        exceptions = tuple(self._exceptions())
        return Trace(
            title=self.rule.title,
            span=self.around.texts.span(self.rule.file, self.rule.at),
            severity=Severity(self.rule.severity),
            citations=self.row.citations,
            subject=self.row.subject,
            verdict=self.row.verdict,
            firm=self.row.firm,
            reason=self.row.reason,
            notes=tuple(self._notes()),
            governing=governed,
            applicability=self._applicability(),
            exceptions=exceptions,
            requirement=self._requirement(),
            parameters=tuple(self._parameters()),
            changes=self._changes(exceptions) if self.row.citations else (),
            remedy=remedy if self.row.verdict in (Verdict.VIOLATED, Verdict.NOT_ADOPTED) else "",
        )

    def _node(self, condition: ir.Condition | None, file: str) -> Node | None:
        return None if condition is None else self.walker.node(condition, file)

    def _applicability(self) -> Applicability:
        nodes = (self._node(part, self.rule.file) for part in (self.rule.applies, self.rule.norm.exercise))
        value = both(self.applies, self.heard.asked.cause)
        return Applicability(value, tuple(node for node in nodes if node is not None), self.premises)

    def _requirement(self) -> Requirement:
        if self.replacement:
            item = self.heard.exceptions[self.replacement].exception
            assert item.replacement is not None, "a replacement puts a norm in place"
            return self._demand(item.replacement, item.file, self.pleas[item.id].replaces, item.id)
        return self._demand(self.rule.norm._replace(exercise=None), self.rule.file, self.required, "")

    def _demand(self, norm: Norm, file: str, value: Truth, replaced_by: str) -> Requirement:
        return Requirement(
            norm.op, value, self._node(norm.requirement, file), self._node(norm.exercise, file), replaced_by
        )

    # ------------------------------------------------------------------ exceptions

    def _exceptions(self) -> Iterator[Considered]:
        effects = effects_of(self.pleas)
        for number, part in enumerate(self.rule.unless, 1):
            name = f"{self.rule.id}/{number}"
            plea = self.pleas.get(name)
            yield Considered(
                name, "", self.around.texts.span(self.rule.file, part.condition.at), "exempt",
                name not in self.around.idle, period(None, None, self.heard.day),
                self._node(part.condition, self.rule.file), plea and plea.holds, part.unproven, effects.get(name),
                (), (), None,
            )  # fmt: skip
        for name in self.heard.considered():
            item, plea = self.heard.exceptions[name].exception, self.pleas.get(name)
            norm = item.replacement
            yield Considered(
                name, item.title, self.around.texts.span(item.file, item.at), "replace" if norm else "exempt",
                name not in self.around.idle, period(item.first, item.last, self.heard.day),
                self._node(item.condition, item.file), plea.holds if plea else None, item.unproven, effects.get(name),
                item.attackers, item.over,
                self._demand(norm, item.file, plea.replaces if plea else None, name) if norm else None,
            )  # fmt: skip

    # ------------------------------------------------------------------ what it hangs on

    def _changes(self, exceptions: Sequence[Considered]) -> tuple[Change, ...]:
        norms = {"": self.rule.norm, **{one.id: self._norm_of(one.id) for one in exceptions if one.effect == "replace"}}
        norm = norms[self.replacement]
        matter = Matter(
            self.applies,
            self.heard.asked.cause,
            self.required,
            self.heard.direct(self.pleas),
            self.pleas,
            frozenset(one.id for one in exceptions if not one.counts or one.period.in_force is False),
            self.replacement,
            {name: one.op == "encourage" for name, one in norms.items()},
            norm.requirement is not None,
            self._topic_only(),
        )
        return changes(matter, self.row.verdict)

    def _norm_of(self, name: str) -> Norm:
        norm = self.heard.exceptions[name].exception.replacement
        assert norm is not None, "a replacement puts a norm in place"
        return norm

    def _topic_only(self) -> bool:
        return bool(self.row.citations) and is_topic_only(self.around.question, self.row.citations)

    def _notes(self) -> Iterator[str]:
        codes = [("topic", "")] if self._topic_only() else []
        codes += [("provisional", name) for name in self.heard.unverified]
        for code, where in codes:
            yield worded(MESSAGES, code, {"where": where}, self.around.question.lang).headline

    def _parameters(self) -> Iterator[Parameter]:
        known = self.run.parameters
        for name in self.heard.parameters:
            value = known.get(name, UNDATED)
            shown_ = "" if value is UNDATED else shown(value, self.around.kinds.get(name, ""), "")
            values = self.around.question.machine.parameters.get(name, ())
            status = next((one.status for one in values if in_force(one.first, one.last, self.heard.day)), "")
            yield Parameter(name, shown_, status)
