"""Instruments and rules become the matrix clause × how checked × rules, and the list of its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pdo_policy.law.instruments import Clause, Instrument


class Row(NamedTuple):
    """One clause, and the ids of the rules that rest on it."""

    instrument: Instrument
    clause: Clause
    rules: tuple[str, ...]


class Gap(NamedTuple):
    """A clause whose class and rules disagree: `code` tells how."""

    code: str
    clause: str
    rules: tuple[str, ...]


def matrix(instruments: Sequence[Instrument], rules_by_clause: Mapping[str, tuple[str, ...]]) -> tuple[Row, ...]:
    """A row for every clause of every instrument, in the order of the texts."""
    return tuple(
        Row(instrument, clause, rules_by_clause.get(clause.full_id, ()))
        for instrument in instruments
        for clause in instrument.clauses.values()
    )


def gaps(rows: Iterable[Row]) -> tuple[Gap, ...]:
    """Where a class promises rules that are not there, or denies rules that are (charter 2)."""
    found = []
    for row in rows:
        promised = row.clause.check in ("automated", "partial")
        if promised and not row.rules:
            found.append(Gap("no-rule", row.clause.full_id, ()))
        if row.rules and not promised:
            found.append(Gap("unpromised", row.clause.full_id, row.rules))
    return tuple(found)
