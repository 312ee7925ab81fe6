"""The items of a rulebook by name; names that stand for two things, and versions that overlap, are problems."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pdo_policy.errors import Problem
from pdo_policy.language import declarations as d

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pdo_policy.language.syntax import Name, Period


Item = TypeVar("Item", bound=d.RuleFileItem)


def name_of(item: d.RuleFileItem) -> Name:
    """The name or id of an item."""
    return item.id if isinstance(item, (d.RuleItem, d.ExceptionItem)) else item.name


def versions(
    items: Iterable[d.RuleFileItem], kind: type[Item], period: Callable[[Item], Period | None], problems: list[Problem]
) -> Mapping[str, list[Item]]:
    """Items of a kind that may stand several times with periods that do not overlap (R008)."""
    found = _grouped(items, kind)
    for name, several in found.items():
        several.sort(key=lambda item: _span(period(item))[0])
        for before, after in pairwise(several):
            if _span(period(before))[1] >= _span(period(after))[0]:
                without = period(before) is None and period(after) is None
                problems.append(_problem("PDL-R001" if without else "PDL-R008", after, before, name))
    return found


def single(items: Iterable[d.RuleFileItem], kind: type[Item], problems: list[Problem]) -> Mapping[str, Item]:
    """Items of a kind that stand once (R001)."""
    found = _grouped(items, kind)
    for name, several in found.items():
        problems.extend(_problem("PDL-R001", again, several[0], name) for again in several[1:])
    return {name: several[0] for name, several in found.items()}


def clashes(items: Iterable[d.RuleFileItem], reserved: Mapping[str, Reserved], problems: list[Problem]) -> None:
    """Report what has the name of a thing of another kind (R001), or of the language or the manifest (R001-taken).

    Rules and exceptions share their ids; predicates, parameters and determinations share their names.
    """
    first: dict[str, d.RuleFileItem] = {}
    for item in items:
        if isinstance(item, d.TermItem):
            continue
        name = name_of(item)
        before = first.setdefault(name.text, item)
        if type(before) is not type(item):
            problems.append(_problem("PDL-R001", item, before, name.text))
        elif name.text in reserved and before is item:
            facts = {"name": name.text, "what": reserved[name.text].zh, "what_en": reserved[name.text].en}
            problems.append(Problem("PDL-R001-taken", facts, item.source.span(name.start, name.end), name.text))


class Reserved(NamedTuple):
    """What a name stands for that no item may have, in both languages."""

    zh: str
    en: str


def _grouped(items: Iterable[d.RuleFileItem], kind: type[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if isinstance(item, kind):
            found[name_of(item).text].append(item)
    return dict(found)


def _span(period: Period | None) -> tuple[date, date]:
    if period is None:
        return date.min, date.max
    return period.first, period.last or date.max


def _problem(code: str, again: d.RuleFileItem, first: d.RuleFileItem, name: str) -> Problem:
    place, before = name_of(again), name_of(first)
    line = str(first.source.position(before.start).line)
    facts = {"name": name, "file": first.source.name, "line": line}
    return Problem(code, facts, again.source.span(place.start, place.end), name)


def check_periods(items: Iterable[d.RuleFileItem], problems: list[Problem]) -> None:
    """Report periods that end before they begin."""
    for item in items:
        written = [item.period] if isinstance(item, d.ParameterItem) else []
        if isinstance(item, (d.RuleItem, d.ExceptionItem)):
            written = [clause.value for clause in item.clauses if clause.keyword == "EFFECTIVE"]  # type: ignore[misc]  # periods, as items builds the clause
        for period in written:
            if period is not None and period.last is not None and period.last < period.first:
                place = item.source.span(period.start, period.end)
                problems.append(Problem("PDL-R008-order", {}, place, name_of(item).text))


def rule_period(item: d.RuleItem) -> Period | None:
    """The 生效 of a rule."""
    return next((clause.value for clause in item.clauses if clause.keyword == "EFFECTIVE"), None)  # type: ignore[return-value]  # a period, as items builds the clause
