"""A start and a period become the day on which the period ends, as far as the holiday notices tell."""

from __future__ import annotations

from bisect import bisect_left
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass
from pdo_policy.values.dates import last_of_month
from pdo_policy.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.values.durations import Duration

LONGEST_REST = 15
"""Days by which a rest period can put off the end of a period, where no notice tells.

The longest runs of rest days from 2004 to 2026 have ten days (2020, lengthened by decree) and nine (2026).
"""

MOST_REST_WEEKDAYS = 35
"""Weekdays of a year that are rest days at most; from 2004 to 2026 there were 16 to 23."""

MOST_WORKED_WEEKEND_DAYS = 12
"""Days of weekends that are worked in a year at most; from 2004 to 2026 there were 5 to 12."""

_DAY = timedelta(days=1)
_WEEK = 7
_SATURDAY = 5
_MONTHS = 12
_BEYOND = "the day is not within the years 1 to 9999"


@dataclass(frozen=True)
class Calendar:
    """Which days are working days, by the holiday notices of the State Council.

    Attributes:
        years: those whose notice is known; of any other year nothing is.
        off: the rest days that the notices name, on whatever day of the week.
        work: days of weekends that the notices make working days.
    """

    years: frozenset[int]
    off: frozenset[date]
    work: frozenset[date]

    def is_working(self, day: date) -> bool | None:
        """Whether a day is a working day; None in a year whose notice is not known."""
        if day.year not in self.years:
            return None
        return day not in self.off and (day.weekday() < _SATURDAY or day in self.work)


def add(start: date, period: Duration) -> date:
    """The corresponding day: months later, or at the end of that month where it has none; or days later.

    Raises:
        ValueError: the period is in working days, which need a calendar.
        OverflowError: the day is not within the years 1 to 9999.
    """
    if period.unit == "workday":
        message = "working days are counted by a calendar"
        raise ValueError(message)
    if period.unit == "day":
        return start + timedelta(days=period.number)
    year, month = divmod(start.year * _MONTHS + start.month - 1 + period.number, _MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(_BEYOND)
    last = last_of_month(year, month + 1)
    return last.replace(day=min(start.day, last.day))


def due_day(calendar: Calendar, start: date, period: Duration) -> date | Interval:
    """The last day of a period that begins on a day, which itself is not counted.

    Months end on the corresponding day or the end of the month, days on the n-th day after; a rest day at the end puts
    it off to the next working day. Working days are counted, and end on one. No working days at all end on the start.

    Source: 《民法典》第二百零一条至第二百零三条; for working days, that they are what is counted.

    Returns:
        The day; or, where it depends on a year whose notice is not known, the interval in which it lies, by the three
        bounds of this module.

    Raises:
        OverflowError: the day is not within the years 1 to 9999, or the period is negative.
    """
    if period.number < 0:
        message = "a negative period has no last day"
        raise OverflowError(message)
    if period.unit == "workday":
        return _counted(calendar, start, period.number)
    day = add(start, period)
    while calendar.is_working(day) is False:
        day += _DAY
    return day if calendar.is_working(day) else Interval(day, day + LONGEST_REST * _DAY)


def _counted(calendar: Calendar, start: date, number: int) -> date | Interval:
    day = start
    while number:
        day += _DAY
        working = calendar.is_working(day)
        if working is None:
            return _bounds(day, number)
        number -= working
    return day


def _bounds(first: date, number: int) -> Interval:
    """Where the day lies on which so many working days from `first` on, that day included, are over."""
    begin = first.toordinal()

    def most(day: int, years: int) -> int:
        return min(day - begin + 1, _weekdays(begin, day) + MOST_WORKED_WEEKEND_DAYS * years)

    def least(day: int, years: int) -> int:
        return _weekdays(begin, day) - MOST_REST_WEEKDAYS * years

    return Interval(_reached(first, number, most), _reached(first, number, least))


def _reached(first: date, number: int, bound: Callable[[int, int], int]) -> date:
    """The first day on which a bound, which never falls within a year, comes to a number.

    Args:
        first: where to begin.
        number: to reach.
        bound: of the working days up to a day, given as its ordinal, and of the years up to it.
    """
    for year in range(first.year, MAXYEAR + 1):
        years = year - first.year + 1
        last = date(year, 12, 31).toordinal()
        if bound(last, years) >= number:
            days = range(max(first, date(year, 1, 1)).toordinal(), last + 1)
            return date.fromordinal(days[bisect_left(days, number, key=lambda day: bound(day, years))])
    raise OverflowError(_BEYOND)


def _weekdays(first: int, last: int) -> int:
    """How many days of the working week there are from one ordinal to another, both included."""
    return _weekdays_to(last) - _weekdays_to(first - 1)


def _weekdays_to(ordinal: int) -> int:
    # Day 1, 0001-01-01, is a Monday.
    weeks, days = divmod(ordinal, _WEEK)
    return weeks * _SATURDAY + min(days, _SATURDAY)


def working_days_between(calendar: Calendar, start: date, end: date) -> int | Interval:
    """How many working days come after `start`, up to and including `end`.

    0 where both are the same day. Where `end` is the earlier: less than 0, by the working days after it up to `start`.

    Returns:
        The number; or, where a year between has no notice, its bounds: of the weekdays of that year 35 are rest days at
        most, of its weekend days 12 are worked at most.
    """
    if end < start:
        back = working_days_between(calendar, end, start)
        return Interval(-back.hi, -back.lo) if isinstance(back, Interval) else -back
    least = most = 0
    for year in range(start.year, end.year + 1):
        first = max(start.toordinal() + 1, date(year, 1, 1).toordinal())
        last = min(end, date(year, 12, 31)).toordinal()
        if year in calendar.years:
            known = sum(calendar.is_working(date.fromordinal(day)) is True for day in range(first, last + 1))
            least, most = least + known, most + known
        elif first <= last:
            weekdays = _weekdays(first, last)
            least += max(0, weekdays - MOST_REST_WEEKDAYS)
            most += weekdays + min(MOST_WORKED_WEEKEND_DAYS, last - first + 1 - weekdays)
    return least if least == most else Interval(least, most)
