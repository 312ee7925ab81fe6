"""What kind of value an arithmetic operation gives; a table, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.rulebook.kinds import DATE, DECIMAL, INTEGER, RATIO, Kind, alike

if TYPE_CHECKING:
    from collections.abc import Mapping

_RESULTS: Mapping[tuple[str, str, str], Kind | str] = {
    **{(op, "integer", "integer"): INTEGER for op in "+-*"},
    **{(op, a, b): DECIMAL for op in "+-*/" for a in ("integer", "decimal") for b in ("integer", "decimal")
       if not (op != "/" and a == b == "integer")},
    **{(op, kind, kind): "left" for op in "+-" for kind in ("percentage", "money", "duration")},
    **{("*", kind, number): "left" for kind in ("percentage", "money", "duration") for number in ("integer", "decimal")
       if not (kind == "duration" and number == "decimal")},
    **{("*", number, kind): "right" for kind in ("percentage", "money") for number in ("integer", "decimal")},
    **{("/", kind, number): "left" for kind in ("percentage", "money") for number in ("integer", "decimal")},
    ("*", "money", "percentage"): "left",
    ("*", "percentage", "money"): "right",
    ("*", "percentage", "percentage"): "left",
    ("/", "money", "money"): RATIO,
    ("/", "percentage", "percentage"): RATIO,
    ("-", "date", "date"): INTEGER,
    ("+", "date", "duration"): DATE,
    ("-", "date", "duration"): DATE,
}  # fmt: skip


def partners(op: str, left: Kind) -> tuple[Kind, ...]:
    """The kinds that may stand on the right of an operation whose left side is of this kind."""
    return tuple(Kind(right) for operation, first, right in _RESULTS if (operation, first) == (op, left.name))


def result_kind(op: str, left: Kind, right: Kind) -> Kind | None:
    """The kind of `left op right`, or None where the operation means nothing.

    Working days cannot be added to a date with `+`, because the rest days must be seen (language.md 2.10).
    """
    found = _RESULTS.get((op, left.name, right.name))
    if found is None or (left.name == right.name and not alike(left, right)):
        return None
    if left.name == "date" and right == Kind("duration", unit="workday"):
        return None
    if isinstance(found, Kind):
        return found
    return left if found == "left" else right
