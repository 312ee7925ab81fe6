"""Events and entries become time lines, one for each project: steps in order, what is asked of it, what breaks it."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Verdict
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.briefing import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pdo_policy.findings import Location, Subject
    from pdo_policy.report import Event, Ordering, Report
    from pdo_policy.reporters.briefing.entries import Entry

KEPT, BROKEN, OPEN = "kept", "broken", "open"
"""An order is kept, broken (不符合), or to be verified (待核实)."""


class Dot(NamedTuple):
    """A date of a step: its first and last possible day, and how it is shown."""

    first: date
    last: date
    shown: str


class Row(NamedTuple):
    """A step in one paper: its dates in order, what is shown of them, and the entries that touch it."""

    label: str
    paper: str
    dots: tuple[Dot, ...]
    dated: str
    entries: tuple[Entry, ...]


class Order(NamedTuple):
    """That one date is not to be after another.

    Attributes:
        earlier: index of the row that comes first.
        later: index of the other.
        begin: the date in the earlier row.
        end: the date in the later row.
        state: kept, broken or open.
        rule: id of the rule that asks for it.
        entry: what is wrong or open; None for an order that is kept.
    """

    earlier: int
    later: int
    begin: date
    end: date
    state: str
    rule: str
    entry: Entry | None


class Timeline(NamedTuple):
    """The time line of a project; without a project, that of one paper."""

    title: str
    rows: tuple[Row, ...]
    orders: tuple[Order, ...]


class _Event(NamedTuple):
    """An event, its row, and the entries that touch it."""

    event: Event
    row: int


def timelines(report: Report, numbered: Sequence[Entry], lang: str) -> tuple[Timeline, ...]:
    """The time lines of a report by project; a project with fewer than two dates has none."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in report.events:
        alone = "" if event.subject.dossier else event.subject.label
        groups.setdefault((event.subject.dossier, alone), []).append(event)
    touched = _touched(report, numbered)
    return tuple(
        _timeline(dossier, events, touched, report, lang)
        for (dossier, _), events in groups.items()
        if sum(event.first is not None for event in events) > 1
    )


_Place = tuple[str, tuple["str | int", ...], int]
"""File, path, and where it begins: a file may hold several papers, with the same paths in each."""

_Touched = dict[_Place, list[tuple["Entry", str]]]
"""Places to the entries of findings there, each with the finding's fingerprint."""


def _touched(report: Report, numbered: Sequence[Entry]) -> _Touched:
    of = {mark: entry for entry in numbered for point in entry.points for mark in point.fingerprints}
    found: _Touched = {}
    for finding in report.findings:
        entry = of.get(finding.fingerprint)
        if entry is not None:
            for location in finding.locations:
                found.setdefault(_place(location), []).append((entry, finding.fingerprint))
    return found


def _place(location: Location) -> _Place:
    return location.span.source.name, location.pointer, location.span.start


def _touching(event: Event, touched: _Touched) -> list[tuple[Entry, str]]:
    return touched.get(_place(event.location), [])


def _timeline(dossier: str, events: Sequence[Event], touched: _Touched, report: Report, lang: str) -> Timeline:
    grouped: dict[tuple[int, str], list[Event]] = {}
    for event in events:
        grouped.setdefault((event.step, event.subject.label), []).append(event)
    ordered = dict(sorted(grouped.items(), key=lambda item: item[0]))
    placed = [_Event(event, row) for row, those in enumerate(ordered.values()) for event in those]
    title = phrase("timeline_title", lang, dossier=dossier) if dossier else phrase("timeline_alone", lang)
    rows = tuple(_row(those, touched, lang) for those in ordered.values())
    broken = list(_broken(placed, touched, report))
    return Timeline(one_line(title), rows, (*dict.fromkeys(_kept(placed, report)), *broken))


def _row(events: Sequence[Event], touched: _Touched, lang: str) -> Row:
    dots = sorted(
        {
            Dot(one.first, one.last, one_line(one.shown))
            for one in events
            if one.first is not None and one.last is not None
        }
    )
    if not dots:
        dated = phrase("undated" if events[0].location.absent else "undateable", lang)
    elif len(dots) == 1:
        dated = dots[0].shown
    else:
        dated = phrase("several", lang, first=dots[0].shown, last=dots[-1].shown, count=len(dots))
    entries = {entry.number: entry for event in events for entry, _ in _touching(event, touched)}
    first = events[0]
    return Row(
        one_line(first.label),
        one_line(first.subject.label),
        tuple(dots),
        dated,
        tuple(entries[n] for n in sorted(entries)),
    )


def _broken(placed: Sequence[_Event], touched: _Touched, report: Report) -> Iterator[Order]:
    """Orders that a rule asks for and that a finding of it is about, where the dates are not in that order.

    A date known by its month alone is not in order where it may not be.
    """
    asked = {(order.rule_id, order.earlier, order.later) for order in report.orderings}
    ends: dict[str, tuple[Entry, list[_Event]]] = {}
    for one in placed:
        if one.event.first is not None:
            for entry, mark in _touching(one.event, touched):
                ends.setdefault(mark, (entry, []))[1].append(one)
    for entry, those in ends.values():
        state = OPEN if entry.verdict is Verdict.UNDETERMINED else BROKEN
        for begin, end in permutations(those, 2):
            ruled = (entry.rule, begin.event.step, end.event.step) in asked
            made = _order(begin, end, state, entry.rule, entry)
            if ruled and _last(begin) >= made.end:
                yield made


def _kept(placed: Sequence[_Event], report: Report) -> Iterator[Order]:
    """Orders of rules that are 符合 on a paper, where the project leaves no doubt which two dates they are about."""
    dated: dict[int, list[_Event]] = {}
    for one in placed:
        if one.event.first is not None:
            dated.setdefault(one.event.step, []).append(one)
    asked: dict[str, list[Ordering]] = {}
    for order in report.orderings:
        asked.setdefault(order.rule_id, []).append(order)
    subjects = {one.event.subject for one in placed}
    for row in report.coverage:
        if row.verdict is Verdict.SATISFIED and row.subject in subjects:
            for order in asked.get(row.rule_id, ()):
                begin, end = (_only(dated.get(step, ()), row.subject) for step in (order.earlier, order.later))
                made = _order(begin, end, KEPT, row.rule_id, None) if begin and end else None
                # A rule may be met in another way than by this order.
                if made is not None and made.begin <= made.end:
                    yield made


def _only(events: Sequence[_Event], subject: Subject) -> _Event | None:
    """The event of a step that a rule on a paper is about: its own, or where its kind has none, that of the project."""
    own = [one for one in events if one.event.subject == subject]
    of_kind = any(one.event.subject.role == subject.role for one in events)
    meant = own if of_kind else events
    return meant[0] if len(meant) == 1 else None


def _order(begin: _Event, end: _Event, state: str, rule: str, entry: Entry | None) -> Order:
    first, last = begin.event.first, end.event.first
    assert first is not None, "only what has a date is put in order"
    assert last is not None, "only what has a date is put in order"
    return Order(begin.row, end.row, first, last, state, rule, entry)


def _last(one: _Event) -> date:
    assert one.event.last is not None, "only what has a date is put in order"
    return one.event.last
