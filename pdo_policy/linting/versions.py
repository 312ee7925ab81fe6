"""Versions in time, and exceptions that meet: what never counts, what falls between two versions, what contradicts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from pdo_policy.linting.certainty import contradictory
from pdo_policy.linting.reading import seen_at_name
from pdo_policy.linting.walking import fields_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.language.declarations import RuleFileItem
    from pdo_policy.law.instruments import Instrument
    from pdo_policy.linting.reading import Reading, Seen
    from pdo_policy.rulebook.compiled import RuleException


def outside_its_law(reading: Reading) -> Iterator[Seen]:
    """PDL-L034-period: a version whose 生效 lies wholly outside the time in which any text it cites is in force."""
    instruments = {one.id: one for one in reading.book.manifest.instruments}
    for item, made in reading.compiled:
        cited = [instruments[name.partition("~")[0]] for name in made.clauses]
        if cited and not any(_meets(made.first, made.last, one) for one in cited):
            yield seen_at_name(item, id=made.id, book="、".join(dict.fromkeys(f"《{one.short}》" for one in cited)))


def _meets(first: date | None, last: date | None, instrument: Instrument) -> bool:
    begins = instrument.first or date.min
    ends = instrument.last or date.max
    return (first or date.min) <= ends and begins <= (last or date.max)


def gap_between_versions(reading: Reading) -> Iterator[Seen]:
    """PDL-L036: days between two versions of a rule or parameter on which neither counts."""
    spans: dict[str, list[tuple[date | None, date | None, RuleFileItem]]] = defaultdict(list)
    for item, rule in reading.rules:
        spans[rule.id].append((rule.first, rule.last, item))
    for parameter in reading.parameters:
        period = parameter.period
        first, last = (period.first, period.last) if period is not None else (None, None)
        spans[parameter.name.text].append((first, last, parameter))
    for name, versions in spans.items():
        versions.sort(key=lambda version: version[0] or date.min)
        for (_, last, _), (first, _, later) in pairwise(versions):
            if last is not None and first is not None and first > last + timedelta(days=1):
                yield seen_at_name(later, name=name, last=last.isoformat(), first=first.isoformat())


def overlapping_replacements(reading: Reading) -> Iterator[Seen]:
    """PDL-L033: two exceptions that may replace (改为) one rule at once, and none goes before the other."""
    replacing: dict[str, list[tuple[RuleFileItem, RuleException]]] = defaultdict(list)
    for item, exception in reading.exceptions:
        for target in exception.targets if exception.replacement is not None else ():
            replacing[target].append((item, exception))
    for target, several in replacing.items():
        for (_, one), (again, other) in combinations(several, 2):
            if one.id in other.over or other.id in one.over or not _may_meet(reading, one, other):
                continue
            yield seen_at_name(again, id=other.id, other=one.id, target=target)


def _may_meet(reading: Reading, one: RuleException, other: RuleException) -> bool:
    if (one.last or date.max) < (other.first or date.min) or (other.last or date.max) < (one.first or date.min):
        return False
    conditions = [exception.condition for exception in (one, other) if exception.condition is not None]
    return not contradictory(conditions, fields_in(reading, one))
