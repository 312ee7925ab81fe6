"""The lines of groups become the last line of their stream: what all of them come to together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.conclusion import BROKEN_RULES, FOUND, INTERNAL_FAULT, UNREADABLE, WRONG_CALL, concluded, gravest
from pdo_policy.findings import Verdict
from pdo_policy.reporters.as_ndjson import summary_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.report import Report

_BEST_FIRST = ("used", "barred", "expired", "early", "unused", "elsewhere")


class Brief(NamedTuple):
    """Of the line of a group, what counts in the end."""

    counts: Mapping[str, int]
    by_verdict: Mapping[str, int]
    by_severity: Mapping[str, int]
    exit_code: int
    asked: frozenset[str]
    waivers: tuple[tuple[int, str, int], ...]
    baseline: Mapping[str, int] | None


def brief(data: Mapping[str, Any]) -> Brief:
    """The brief of a line.

    Raises:
        KeyError, TypeError, AttributeError: it is not the line of a group.
    """
    summary = data["summary"]
    counts = {name: int(summary[name]) for name in ("violated", "undetermined", "accepted")}
    inputs = data["inputs"]
    counts["papers"] = len(inputs)
    counts["unreadable"] = sum(not record["readable"] for record in inputs)
    counts["dossiers"] = len(data["dossiers"])
    asked = {rule for of in data["coverage"] for rule in (*of["satisfied"], *(row["rule_id"] for row in of["rows"]))}
    waivers = tuple((use["number"], use["state"], use["covers"]) for use in data["waivers"])
    exit_code = int(data["exit_code"])
    return Brief(
        counts, summary["by_verdict"], summary["by_severity"], exit_code, frozenset(asked), waivers, data["baseline"]
    )


class Tally:
    """What groups come to, one after another."""

    def __init__(self, empty: Report) -> None:
        """Begin with the report of a check of nothing, which tells of every rule why it was not asked."""
        self._empty = empty
        self._groups = 0
        self._carried = 0
        self._counts: Counter[str] = Counter()
        self._verdicts: Counter[str] = Counter()
        self._severities: Counter[str] = Counter()
        self._codes: set[int] = set()
        self._asked: set[str] = set()
        self._waivers = [("elsewhere", 0) for _ in empty.waivers]
        self._baseline: Counter[str] = Counter()

    def add(self, one: Brief, *, carried: bool) -> None:
        """Take a group in."""
        self._groups += 1
        self._carried += carried
        self._counts.update(one.counts)
        self._verdicts.update(one.by_verdict)
        self._severities.update(one.by_severity)
        self._codes.add(one.exit_code)
        self._asked |= one.asked
        self._baseline.update(one.baseline or {})
        for number, state, covers in one.waivers:
            before, covered = self._waivers[number]
            self._waivers[number] = (_state(before, state), covered + covers)

    @property
    def exit_code(self) -> int:
        """As `conclusion.exit_code` has it, of all groups."""
        codes = self._codes & {INTERNAL_FAULT, BROKEN_RULES, UNREADABLE, FOUND}
        asked_nothing = not self._verdicts.total() and not self._counts["unreadable"]
        return gravest([*codes, WRONG_CALL] if asked_nothing else codes or [0])

    def end(self, lang: str) -> dict[str, Any]:
        """The last line."""
        counts, verdicts = self._counts, {verdict.value: self._verdicts[verdict.value] for verdict in Verdict}
        complete = not counts["unreadable"] and not verdicts[Verdict.ERROR.value] and bool(self._verdicts.total())
        outcome = concluded(counts["violated"], counts["undetermined"], counts["accepted"], complete=complete)
        severities = {name: self._severities[name] for name in ("error", "warning", "note")}
        return {
            "type": "end",
            "exit_code": self.exit_code,
            "summary": summary_data(outcome, verdicts, severities, lang),
            "groups": self._groups,
            "carried": self._carried,
            "dossiers": counts["dossiers"],
            "papers": counts["papers"],
            "unreadable": counts["unreadable"],
            "not_run": [
                {"rule_id": row.rule_id, "title": row.title, "reason": row.reason}
                for row in self._empty.not_run
                if row.rule_id not in self._asked
            ],
            "waivers": self._waiver_lines(),
            "baseline": self._baseline_line(),
        }

    def _waiver_lines(self) -> list[dict[str, Any]]:
        return [
            {"rule": use.waiver.rule, "where": use.waiver.place, "state": _state(use.state, state), "covers": covers}
            for use, (state, covers) in zip(self._empty.waivers, self._waivers, strict=True)
        ]

    def _baseline_line(self) -> dict[str, Any] | None:
        used = self._empty.baseline
        if used is None:
            return None
        found = {name: self._baseline[name] for name in ("met", "stale", "worse")}
        return {"path": used.path, **found, "elsewhere": used.elsewhere - sum(found.values())}


def _state(one: str, other: str) -> str:
    """What became of a waiver, where some papers say one thing and some another."""
    return min(one, other, key=_BEST_FIRST.index)
