"""What became of waivers and of the baseline, as plain data for the JSON report."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdo_policy.dispositions import BaselineEntry, BaselineUse, WaiverUse


def waiver_data(use: WaiverUse) -> dict[str, Any]:
    """A waiver, and what became of it."""
    waiver = use.waiver
    return {
        "rule": waiver.rule,
        "where": waiver.place,
        "reason": waiver.reason,
        "approver": waiver.approver,
        "basis": waiver.basis,
        "created": waiver.created.isoformat(),
        "expires": waiver.expires.isoformat(),
        "path": waiver.span.source.name,
        "line": waiver.span.first.line,
        "state": use.state,
        "covers": list(use.covers),
        "days_left": use.left,
        "expiring": use.expiring,
        "broad": use.broad,
    }


def baseline_data(use: BaselineUse) -> dict[str, Any]:
    """A baseline, and what became of its entries."""
    return {
        "path": use.path,
        "created": use.created.isoformat(),
        "met": [{**_entry(entry), "age": age} for entry, age in use.met],
        "stale": [_entry(entry) for entry in use.stale],
        "worse": [_entry(entry) for entry in use.worse],
        "elsewhere": use.elsewhere,
    }


def _entry(entry: BaselineEntry) -> dict[str, Any]:
    return {**asdict(entry), "first_seen": entry.first_seen.isoformat()}
