"""A time line becomes dots and arrows with places: steps go down, time goes to the right, a break goes back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.source import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pdo_policy.reporters.briefing.entries import Entry
    from pdo_policy.reporters.briefing.timeline import Order, Row, Timeline

WIDTH = 800
LEFT, RIGHT = 190, 560
"""Where the dates are drawn, between the names of the steps and the dates in words."""

HEIGHT = 34
"""Of a row."""

_TOP = 30
_LEAST, _MOST = 5, 45
_LABEL_ROOM = 54
_NAME_CELLS, _PAPER_CELLS = 27, 30
_TAIL = 6
_MOST_ENTRIES = 3


class Mark(NamedTuple):
    """A date in a row: where it begins and ends, which for a date down to the day is the same."""

    x: float
    x_end: float


class Lane(NamedTuple):
    """A row: its middle, its names cut to what fits, its dates, the first few entries, and whether there are more."""

    row: Row
    y: float
    name: str
    paper: str
    when: str
    dates: int
    marks: tuple[Mark, ...]
    entries: tuple[Entry, ...]
    more: bool


class Arrow(NamedTuple):
    """An order from its earlier to its later end, and the point in the middle."""

    order: Order
    x: float
    y: float
    x_end: float
    y_end: float

    @property
    def middle(self) -> tuple[float, float]:
        """Where a break has its cross."""
        return round((self.x + self.x_end) / 2, 1), round((self.y + self.y_end) / 2, 1)


class Tick(NamedTuple):
    """A month and where its first date is."""

    x: float
    label: str


class TimelinePicture(NamedTuple):
    """A time line with the places of all in it."""

    line: Timeline
    width: int
    height: int
    lanes: tuple[Lane, ...]
    arrows: tuple[Arrow, ...]
    ticks: tuple[Tick, ...]


def timeline_picture(line: Timeline) -> TimelinePicture:
    """The picture of a time line. Far between dates is drawn shorter than it is, so that order stays to be seen."""
    at = _places(line)
    lanes = tuple(_lane(row, number, at) for number, row in enumerate(line.rows))
    arrows = tuple(
        Arrow(order, at[order.begin], _middle(order.earlier), at[order.end], _middle(order.later))
        for order in line.orders
    )
    height = _TOP + HEIGHT * len(line.rows) + 6
    return TimelinePicture(line, WIDTH, height, lanes, arrows, tuple(_ticks(at)))


def _middle(row: int) -> float:
    return _TOP + HEIGHT * (row + 0.5)


def _places(line: Timeline) -> Mapping[date, float]:
    """Where each day is: in order, gaps between a least and a most width, all of it as wide as there is room."""
    days = sorted({day for row in line.rows for dot in row.dots for day in (dot.first, dot.last)})
    reached, raw = 0, {days[0]: 0}
    for before, day in pairwise(days):
        reached += min(max((day - before).days, _LEAST), _MOST)
        raw[day] = reached
    room = (RIGHT - LEFT) / (reached or 1)
    return {day: round(LEFT + place * room, 1) for day, place in raw.items()}


def _lane(row: Row, number: int, at: Mapping[date, float]) -> Lane:
    marks = tuple(Mark(at[dot.first], at[dot.last]) for dot in row.dots)
    when = row.dots[0].first.isoformat() if row.dots else row.dated
    shown = row.entries if len(row.entries) <= _MOST_ENTRIES else row.entries[: _MOST_ENTRIES - 1]
    return Lane(
        row,
        _middle(number),
        _fitting(row.label, _NAME_CELLS),
        _fitting(row.paper, _PAPER_CELLS),
        when,
        len(row.dots),
        marks,
        shown,
        more=len(shown) < len(row.entries),
    )


def _fitting(text: str, cells: int) -> str:
    """A text that takes no more cells than that; its end is kept, in which the ids of papers differ."""
    tail = text[-_TAIL:] if width(text) > cells else ""
    head = text[: len(text) - len(tail)]
    while tail and width(head) + width(tail) >= cells:
        head = head[:-1]
    return f"{head}…{tail}" if tail else text


def _ticks(at: Mapping[date, float]) -> Iterator[Tick]:
    """The months that have room for their label."""
    last, month = float("-inf"), ""
    for day, x in at.items():
        label = f"{day:%Y-%m}"
        if label != month and x - last >= _LABEL_ROOM:
            yield Tick(x, label)
            last, month = x, label
