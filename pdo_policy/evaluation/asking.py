"""One rule is asked of one subject: its version in force on the day that governs it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.evaluation.hearing import Answer, Hearing, undated
from pdo_policy.evaluation.machine import in_force
from pdo_policy.evaluation.run import Gap
from pdo_policy.evaluation.verdicts import Judgement
from pdo_policy.findings import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.hearing import Asked
    from pdo_policy.evaluation.machine import Ready
    from pdo_policy.evaluation.run import Run
    from pdo_policy.schema.bound import Bound


def ask(asked: Asked, run: Run, roots: Sequence[Bound | Gap]) -> Answer:
    """Ask a rule.

    Args:
        asked: the rule.
        run: the surroundings; its parameters are replaced by those of the governing date.
        roots: the subjects, in the order of the rule's 对象.

    Raises:
        ConflictError: replacements contradict each other.
    """
    found = hearing(asked, run, roots)
    return found.answer() if isinstance(found, Hearing) else found


def hearing(asked: Asked, run: Run, roots: Sequence[Bound | Gap]) -> Hearing | Answer:
    """The hearing of the version that is in force on the governing date; where there is none, the answer itself.

    The arguments are those of `ask`.
    """
    versions, first = asked.versions, roots[0]
    assert not isinstance(first, Gap), "a rule is asked of a document that is there"
    width = max(ready.slots for ready in versions)
    slots = (run, *roots, *[Gap(first, "absent", ())] * (width - len(roots)))
    chosen, day = _version(versions, slots, asked.as_of)
    if isinstance(chosen, bool):
        verdict = Verdict.UNDETERMINED if chosen else Verdict.NOT_APPLICABLE
        units = [undated(versions[0], slots)] if chosen else []
        return Answer(None, Judgement(verdict), units, slots, {}, [], None)
    known = asked.machine.on(day)
    run.parameters = known.values
    return Hearing(asked, chosen, day, slots, known.unverified)


def _version(versions: Sequence[Ready], slots: Sequence[object], as_of: date) -> tuple[Ready | bool, Datum]:
    """The version in force on the date that governs the rule, and that date; True where it is open, False for none."""
    if versions[0].timeless:
        return versions[0], as_of
    governed = versions[0].governed_on
    day: Datum = governed(list(slots)) if governed is not None else as_of
    answers = [in_force(ready.rule.first, ready.rule.last, day) for ready in versions]
    chosen = next((ready for ready, answer in zip(versions, answers, strict=True) if answer), None)
    return chosen or None in answers, day
