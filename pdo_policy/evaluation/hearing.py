"""A version of a rule is heard on one subject: whether it applies and is met, and what explains that."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.beside import placed
from pdo_policy.evaluation.blame import Unit, blame
from pdo_policy.evaluation.machine import in_force
from pdo_policy.evaluation.run import Note, Run
from pdo_policy.evaluation.verdicts import Judgement, Plea, both, judge
from pdo_policy.findings import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.machine import Machine, Ready
    from pdo_policy.evaluation.run import Environment, Read
    from pdo_policy.rulebook import ir
    from pdo_policy.rulebook.compiled import Norm


class Asked(NamedTuple):
    """A rule and what it is asked under.

    Attributes:
        machine: for exceptions and parameters.
        versions: the versions of the rule.
        as_of: the date of the check.
        idle: ids of the exceptions, and of the rules' own 除非, that rest on clauses of which none counts.
        cause: whether the rules that entail this one are violated; True where there are none.
    """

    machine: Machine
    versions: Sequence[Ready]
    as_of: date
    idle: Collection[str]
    cause: bool | None


class Answer(NamedTuple):
    """What asking a rule gave.

    Attributes:
        ready: the version that was asked; None where no version could be chosen.
        judgement: the verdict and what it hangs on.
        units: what decided, for verdicts that are not in order.
        slots: the environment before anything was evaluated.
        pleas: the exceptions as evaluated, by id.
        grounds: for a verdict of 豁免 or 不适用, what was read that made it so.
        violation: the message of the requirement that was not met.
        unverified: names of the parameters it read whose text nobody verified.
        causes: ids of the rules whose violation makes it apply.
        proofs: for each exception whose proof would change the verdict, what is open about it.
    """

    ready: Ready | None
    judgement: Judgement
    units: list[Unit]
    slots: tuple[object, ...]
    pleas: dict[str, Plea]
    grounds: list[Unit]
    violation: ir.Template | None
    unverified: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    proofs: Mapping[str, Sequence[Unit]] = MappingProxyType({})


def undated(ready: Ready, slots: Sequence[object]) -> Unit:
    """The unit that tells that the governing date is open, placed at what was read for it."""
    run, governed = slots[0], ready.governed_on
    assert isinstance(run, Run), "the first slot holds the surroundings"
    assert governed is not None, "the date of the check is never open"
    reads: list[Read] = []
    run.reads = reads
    governed(list(slots))
    run.reads = None
    return Unit((*dict.fromkeys(reads), Note("version", "")), (), "", None, (), tuple(slots), True)


class Hearing:
    """A version of a rule, asked on a day.

    Args:
        asked: the rule and what it is asked under.
        ready: the version.
        day: the governing date.
        slots: the environment before anything is evaluated.
        unverified: names of the parameters whose text nobody verified.
    """

    def __init__(
        self, asked: Asked, ready: Ready, day: Datum, slots: tuple[object, ...], unverified: Collection[str]
    ) -> None:
        self.asked, self.ready, self.day, self.slots, self.parameters = asked, ready, day, slots, ready.parameters
        self.unverified = tuple(name for name in ready.parameters if name in unverified) if unverified else ()
        self.env: Environment = list(slots)
        self.exceptions = asked.machine.exceptions
        self._decision: tuple[bool | None, bool | None] | None = None
        self._answers: dict[int, bool | None] = {}

    def applies(self) -> bool | None:
        """Whether its own conditions of application are met, whatever the rules say that entail it."""
        if self.ready.applies is None:
            return True
        answer = self.ready.applies(self.env)
        self._know(answer)
        return answer

    def _know(self, applies: bool | None) -> None:
        rule = self.ready.rule
        if rule.applies is not None and rule.norm.exercise is None:
            self._answers[id(rule.applies)] = applies

    def required(self) -> bool | None:
        """Whether its requirement is met."""
        answer = self.ready.required(self.env)
        self._know_required(answer)
        return answer

    def _know_required(self, required: bool | None) -> None:
        norm = self.ready.rule.norm
        if norm.requirement is not None:
            is_contrary = norm.op == "must_not" and required is not None
            self._answers[id(norm.requirement)] = not required if is_contrary else required

    def considered(self) -> Sequence[str]:
        """The ids of the exceptions against it and of all that attack these, without its own 除非."""
        return self.ready.pleaded

    def direct(self, pleas: Iterable[str]) -> list[str]:
        """Those of the exceptions that are against the rule itself."""
        return [name for name in pleas if "/" in name or name in self.ready.rule.exceptions]

    def judgement(self, pleas: Mapping[str, Plea]) -> Judgement:
        """The judgement; what is required of nobody here is not looked at.

        Raises:
            ConflictError: replacements contradict each other.
        """
        if self._decision is None:
            applies = both(self.applies(), self.asked.cause)
            self._decision = applies, None if applies is False else self.required()
        return judge(*self._decision, self.direct(pleas), pleas)

    def decide(self, applies: bool | None, required: bool | None) -> None:
        """Take on what is known already of a rule without exceptions that no other entails.

        Args:
            applies: the answer of `ready.applies`.
            required: that of `ready.required`; None where it does not apply.
        """
        self._decision = applies, required
        self._know(applies)
        if applies is not False:
            self._know_required(required)

    def answer(self) -> Answer:
        """The judgement and its explanation.

        Raises:
            ConflictError: replacements contradict each other.
        """
        ready, rule = self.ready, self.ready.rule
        pleas = self.pleas()
        judgement = self.judgement(pleas)
        norm, violation = rule.norm, rule.texts.violation
        if judgement.replacement:
            item = self.exceptions[judgement.replacement].exception
            norm, violation = item.replacement or norm, item.violation or violation
        if norm.op == "encourage" and judgement.verdict is Verdict.VIOLATED:
            judgement = judgement._replace(verdict=Verdict.NOT_ADOPTED)
        beside = (norm.requirement, rule.applies)
        units = [
            placed(unit, beside, self.slots, self.asked.machine.made)
            for unit in self._units(norm, judgement.verdict, pleas)
        ]
        grounds = self._grounds(judgement)
        causes = self.asked.machine.causes.get(rule.id, ())
        proofs = {name: self._blamed(self._condition(name), None) for name in judgement.flips}
        return Answer(ready, judgement, units, self.slots, pleas, grounds, violation, self.unverified, causes, proofs)

    def pleas(self) -> dict[str, Plea]:
        """The exceptions as evaluated, by id; its own 除非 are `RULE/1` and so on."""
        rule = self.ready.rule
        found: dict[str, Plea] = {}
        for number, (test, written) in enumerate(zip(self.ready.unless, rule.unless, strict=True), 1):
            name = f"{rule.id}/{number}"
            holds = False if name in self.asked.idle else test(self.env)
            found[name] = Plea(name, "", holds, written.unproven == "fails")
        for name in self.considered():
            item, holds_, required, _ = self.exceptions[name]
            holds = holds_(self.env) if holds_ is not None else True
            counts = False if name in self.asked.idle else in_force(item.first, item.last, self.day)
            found[name] = Plea(
                name,
                item.title,
                both(counts, holds),
                item.unproven == "fails",
                item.attackers,
                required(self.env) if required is not None else None,
                item.replacement is not None,
                item.over,
            )
        return found

    def _blamed(self, condition: ir.Condition | None, value: bool | None) -> list[Unit]:
        """What made a condition this value; nothing where it has another."""
        made = self.asked.machine.made
        if condition is None:
            return []
        name = id(condition)
        if name not in self._answers:
            self._answers[name] = made(condition)(self.env)
        if self._answers[name] is not value:
            return []
        return blame(condition, self.slots, value, made)

    def _units(self, norm: Norm, verdict: Verdict, pleas: Collection[str]) -> list[Unit]:
        if verdict in (Verdict.VIOLATED, Verdict.NOT_ADOPTED):
            return self._blamed(norm.requirement, norm.op == "must_not")
        if verdict is not Verdict.UNDETERMINED:
            return []
        for condition in self._whatever_may_be_open(norm, pleas):
            units = [unit for unit in self._blamed(condition, None) if unit.open]
            if units:
                return units
        return [self._open_without_condition()]

    def _whatever_may_be_open(self, norm: Norm, pleas: Collection[str]) -> Iterator[ir.Condition | None]:
        """The requirement; else whether the rule applies, or an exception holds that need not be proven."""
        rule = self.ready.rule
        yield from (norm.requirement, rule.applies, rule.norm.exercise, norm.exercise)
        yield from (part.condition for part in rule.unless if part.unproven != "fails")
        items = [self.exceptions[name].exception for name in pleas if name in self.exceptions]
        for item in items:
            if item.unproven != "fails":
                yield item.condition
        for item in items:
            if item.replacement is not None:
                yield from (item.replacement.exercise, item.replacement.requirement)

    def _open_without_condition(self) -> Unit:
        """The verdict hangs on another rule, or on the date that would tell whether an exception is in force."""
        if self.asked.cause is None:
            causes = "、".join(self.asked.machine.causes[self.ready.rule.id])
            return Unit((Note("consequence", causes),), (), "", None, (), self.slots, True)
        return undated(self.ready, self.slots)

    def _grounds(self, judgement: Judgement) -> list[Unit]:
        rule = self.ready.rule
        conditions: list[tuple[ir.Condition | None, bool]] = []
        if judgement.verdict is Verdict.NOT_APPLICABLE:
            conditions = [(rule.applies, False), (rule.norm.exercise, False)]
        elif judgement.verdict is Verdict.EXEMPT:
            conditions = [(self._condition(judgement.exempting[0]), True)]
        for condition, value in conditions:
            units = [unit for unit in self._blamed(condition, value) if not unit.open]
            if units:
                return units
        return []

    def _condition(self, name: str) -> ir.Condition | None:
        if "/" in name:
            return self.ready.rule.unless[int(name.rpartition("/")[2]) - 1].condition
        return self.exceptions[name].exception.condition
