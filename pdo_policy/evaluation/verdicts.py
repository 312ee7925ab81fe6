"""The verdict on one rule and one subject, from its conditions and exceptions; tables, no papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Truth = bool | None


def verdict_of(applies: Truth, exempt: Truth, required: Truth) -> Verdict:
    """The table of language.md 3.4; the first matching row wins."""
    if applies is False:
        return Verdict.NOT_APPLICABLE
    if exempt is True:
        return Verdict.EXEMPT
    if required is True:
        return Verdict.SATISFIED
    if applies is True and exempt is False and required is False:
        return Verdict.VIOLATED
    return Verdict.UNDETERMINED


COMPLIANT = frozenset({Verdict.SATISFIED, Verdict.NOT_APPLICABLE, Verdict.EXEMPT})


def standing(verdict: Verdict) -> str:
    """The class in which a verdict counts: compliant, violated, or open."""
    if verdict in COMPLIANT:
        return "compliant"
    return "violated" if verdict is Verdict.VIOLATED else "open"


class Plea(NamedTuple):
    """An exception as evaluated, by itself and before its attackers are heard.

    Attributes:
        id: the exception's id, or the rule's with the number of its 除非.
        title: how a reader knows it.
        holds: whether its own condition is met.
        presumed_to_fail: whether it counts as not met while it is not proven.
        attackers: ids of the exceptions against it.
        replaces: of a replacement, whether the requirement that it puts in place of the rule's is met.
        is_replacement: whether it replaces the requirement; else it exempts.
        over: ids of the replacements it goes before.
    """

    id: str
    title: str
    holds: Truth
    presumed_to_fail: bool
    attackers: tuple[str, ...] = ()
    replaces: Truth = None
    is_replacement: bool = False
    over: tuple[str, ...] = ()


class ConflictError(Exception):
    """Two replacements without an order hold at once and disagree."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first, second)
        self.first, self.second = first, second


class Judgement(NamedTuple):
    """A verdict with what it hangs on.

    Attributes:
        verdict: with unproven exceptions counted as their burden of proof says.
        firm: whether proof of an exception could not change its standing.
        flips: ids of the unproven exceptions whose proof would change it, each alone.
        exempting: ids of the exemptions that took effect.
        replacement: id of the replacement that took effect; empty for none.
    """

    verdict: Verdict
    firm: bool = True
    flips: tuple[str, ...] = ()
    exempting: tuple[str, ...] = ()
    replacement: str = ""


class _Matter(NamedTuple):
    """What is judged, whatever may be proven of the exceptions."""

    applies: Truth
    required: Truth
    direct: tuple[str, ...]
    pleas: Mapping[str, Plea]

    def replacements(self, effects: Mapping[str, Truth]) -> list[Plea]:
        """The replacements that no other goes before."""
        found = [self.pleas[name] for name in self.direct if self.pleas[name].is_replacement]
        beaten = {name for plea in found if effects[plea.id] is True for name in plea.over}
        return [plea for plea in found if plea.id not in beaten]

    def exemptions(self) -> list[str]:
        """The ids of the others."""
        return [name for name in self.direct if not self.pleas[name].is_replacement]


def judge(applies: Truth, required: Truth, direct: Sequence[str], pleas: Mapping[str, Plea]) -> Judgement:
    """The judgement on a rule.

    Args:
        applies: whether the rule applies.
        required: whether its requirement is met.
        direct: ids of the pleas against the rule itself.
        pleas: these and all their attackers, by id; the graph of attacks has no cycle.

    Raises:
        ConflictError: replacements contradict each other.
    """
    if all(plea.holds is False for plea in pleas.values()):
        # None of them takes effect, whatever it attacks.
        return Judgement(verdict_of(applies, False, required))
    matter = _Matter(applies, required, tuple(direct), pleas)
    strict = {plea.id: plea.holds for plea in pleas.values()}
    unproven = _unproven(pleas)
    default: dict[str, Truth] = {**strict, **dict.fromkeys(unproven, False)}
    effects = _effects(default, pleas)
    verdict = _verdict(matter, effects)
    reported = standing(verdict)
    flips = [name for name in unproven if _supposing(matter, {**default, name: True}) != reported]
    return Judgement(
        verdict,
        not unproven or _supposing(matter, strict) == reported,
        tuple(flips),
        tuple(name for name in matter.exemptions() if effects[name] is True),
        next((plea.id for plea in matter.replacements(effects) if effects[plea.id] is True), ""),
    )


def effects_of(pleas: Mapping[str, Plea]) -> dict[str, Truth]:
    """Which exceptions take effect, with unproven ones counted as their burden of proof says."""
    holds = {plea.id: plea.holds for plea in pleas.values()}
    return _effects({**holds, **dict.fromkeys(_unproven(pleas), False)}, pleas)


def _unproven(pleas: Mapping[str, Plea]) -> list[str]:
    return [plea.id for plea in pleas.values() if plea.holds is None and plea.presumed_to_fail]


def _supposing(matter: _Matter, holds: Mapping[str, Truth]) -> str:
    """The standing of the verdict if this is what holds; open where it would contradict itself."""
    try:
        return standing(_verdict(matter, _effects(holds, matter.pleas)))
    except ConflictError:
        return "open"


def _effects(holds: Mapping[str, Truth], pleas: Mapping[str, Plea]) -> dict[str, Truth]:
    """An exception takes effect when it holds and none of its attackers takes effect (language.md 3.5)."""
    effects: dict[str, Truth] = {}

    def effect(name: str) -> Truth:
        if name not in effects:
            attacked: Truth = False
            for attacker in pleas[name].attackers:
                attacked = either(attacked, effect(attacker))
            effects[name] = both(holds[name], None if attacked is None else not attacked)
        return effects[name]

    for name in pleas:
        effect(name)
    return effects


def _verdict(matter: _Matter, effects: Mapping[str, Truth]) -> Verdict:
    exempt: Truth = False
    for name in matter.exemptions():
        exempt = either(exempt, effects[name])
    if matter.applies is False or exempt is True:
        # Replacements of a requirement that nobody has to meet cannot contradict each other.
        return verdict_of(matter.applies, exempt, None)
    return verdict_of(matter.applies, exempt, _replaced(matter.required, matter.replacements(effects), effects))


def _replaced(required: Truth, replacements: list[Plea], effects: Mapping[str, Truth]) -> Truth:
    """What is required in the end: that of the replacements in effect, else the rule's own; open where they differ."""
    active = [plea for plea in replacements if effects[plea.id] is True]
    met = next((plea for plea in active if plea.replaces is True), None)
    unmet = next((plea for plea in active if plea.replaces is False), None)
    if met is not None and unmet is not None:
        first, second = sorted((met.id, unmet.id))
        raise ConflictError(first, second)
    possible = [plea.replaces for plea in active] or [required]
    possible += [plea.replaces for plea in replacements if effects[plea.id] is None]
    return possible[0] if len(set(possible)) == 1 else None


def both(a: Truth, b: Truth) -> Truth:
    """且."""
    if a is False or b is False:
        return False
    return None if a is None or b is None else True


def either(a: Truth, b: Truth) -> Truth:
    """或."""
    if a is True or b is True:
        return True
    return None if a is None or b is None else False
