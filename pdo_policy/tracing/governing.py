"""The date that governs a rule becomes a record: what it is, and which version of the rule it gives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pdo_policy.evaluation.blame import read_by
from pdo_policy.evaluation.machine import in_force
from pdo_policy.evaluation.run import UNKNOWN, Gap
from pdo_policy.traces import Governing, Period
from pdo_policy.tracing.nodes import tried
from pdo_policy.tracing.spelling import Wording
from pdo_policy.values.display import display

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.hearing import Asked
    from pdo_policy.evaluation.run import Run
    from pdo_policy.schema.bound import Bound
    from pdo_policy.traces import Read
    from pdo_policy.tracing.nodes import RuleTexts
    from pdo_policy.tracing.reading import Reader


def governing(
    texts: RuleTexts, reader: Reader, asked: Asked, run: Run, roots: Sequence[Bound | Gap]
) -> tuple[Governing, Datum]:
    """Which version of a rule is asked, and the date by which that is decided; UNKNOWN where the papers do not tell."""
    first = asked.versions[0]
    rule, governed = first.rule, first.governed_on
    day: Datum = asked.as_of
    text = ""
    reads: tuple[Read, ...] = ()
    if rule.timepoint is not None and governed is not None:
        root = roots[0]
        assert not isinstance(root, Gap), "a rule is asked of a document that is there"
        env = [run, *roots, *[Gap(root, "absent", ())] * rule.slots]
        day, failed = tried(partial(governed, env))
        day = UNKNOWN if failed else day
        found = () if failed else read_by(governed, env, keep_open=True)
        reads = tuple(reader.record(one, {}) for one in found)
        text = Wording(texts.span(rule.file, rule.at).text, lambda _condition: "").spelled(rule.timepoint)
    versions = tuple(period(ready.rule.first, ready.rule.last, day) for ready in asked.versions)
    chosen = next((number for number, one in enumerate(versions) if one.in_force), None)
    return Governing(text, "" if day is UNKNOWN else display(day, "date"), reads, versions, chosen), day


def period(first: date | None, last: date | None, day: Datum) -> Period:
    """Days in force, and whether a day is one of them; None where it may be."""
    return Period(first, last, in_force(first, last, day))
