"""Functions over the elements of a list, when some elements or some of their values are not known (language.md 3.3)."""

from __future__ import annotations

from functools import partial, reduce
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.comparing import between, ends, measured, with_currency
from pdo_policy.evaluation.functions import OpenError, arithmetic
from pdo_policy.evaluation.run import UNKNOWN
from pdo_policy.values.interval import Interval
from pdo_policy.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pdo_policy.evaluation.datum import Datum


class Member(NamedTuple):
    """An element: whether it certainly belongs, and its value, which may be unknown."""

    certain: bool
    value: Datum


def aggregate(function: str, members: Sequence[Member]) -> Datum:
    """The value of an aggregate over the elements that belong or may belong; UNKNOWN where they leave it open.

    Raises:
        OpenError: with the reason, where it is not a matter of unknown elements.
    """
    return _AGGREGATES[function](members)


def _count(members: Sequence[Member]) -> Datum:
    certain = sum(member.certain for member in members)
    return between(certain, len(members))


def _known(members: Sequence[Member]) -> list[Datum] | None:
    if all(member.certain and member.value is not UNKNOWN for member in members):
        return with_currency([member.value for member in members])
    return None


def _sum(members: Sequence[Member]) -> Datum:
    values = _known(members)
    if values is None:
        return UNKNOWN
    if not values:
        return 0
    kind = "money+money" if _is_money(values[0]) else "number+number"
    return reduce(partial(arithmetic, kind), values)


def _average(members: Sequence[Member]) -> Datum:
    total = _sum(members)
    if total is UNKNOWN or not members:
        return UNKNOWN
    return arithmetic("money/integer" if _is_money(total) else "number/number", total, len(members))


def _is_money(value: Datum) -> bool:
    return isinstance(ends(value)[0], Money)


def _extreme(pick: Callable[[list[Datum]], Datum]) -> Callable[[Sequence[Member]], Datum]:
    def extreme(members: Sequence[Member]) -> Datum:
        values = _known(members)
        if not values:
            return UNKNOWN
        if len({measured(value)[0] for value in values}) > 1:
            raise OpenError("currency")
        if any(isinstance(value, Interval) for value in values):
            return between(*(pick([ends(value)[side] for value in values]) for side in (0, 1)))
        return pick(values)

    return extreme


def _unique(members: Sequence[Member]) -> Datum:
    """Two values are the same, or different, as 为 has it; what is open about any two of them leaves it open."""
    certain = [member.value for member in members if member.certain and member.value is not UNKNOWN]
    scales: dict[str, list[tuple[Datum, Datum]]] = {}
    for scale, value in map(measured, with_currency(certain)):
        scales.setdefault(scale, []).append(ends(value))
    exact = [[low for low, high in spans if low == high] for spans in scales.values()]
    if any(len(set(found)) < len(found) for found in exact):
        return False
    if len(certain) < len(members) or len(scales) > 1:
        return UNKNOWN
    ranged = sum(map(len, exact)) < len(certain)
    return UNKNOWN if ranged and any(map(_overlap, scales.values())) else True


def _overlap(spans: list[tuple[Datum, Datum]]) -> bool:
    """Whether two of these ranges have a value in common; neighbours tell, once they are in order."""
    return any(high >= low for (_, high), (low, _) in pairwise(sorted(spans)))


_AGGREGATES: Mapping[str, Callable[[Sequence[Member]], Datum]] = {
    "count": _count,
    "sum": _sum,
    "average": _average,
    "largest": _extreme(max),
    "smallest": _extreme(min),
    "unique": _unique,
}
