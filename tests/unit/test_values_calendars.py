"""Ends of periods and working days: exact where the notices are known, and never outside the bounds where not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.values.calendars import (
    LONGEST_REST,
    MOST_REST_WEEKDAYS,
    MOST_WORKED_WEEKEND_DAYS,
    Calendar,
    add,
    due_day,
    working_days_between,
)
from pdo_policy.values.durations import Duration, Unit
from pdo_policy.values.interval import Interval

FIRST_YEAR, LAST_YEAR = 2004, 2026
DAYS = [
    date(FIRST_YEAR, 1, 1) + timedelta(days=index)
    for index in range((date(LAST_YEAR, 12, 31) - date(FIRST_YEAR, 1, 1)).days + 1)
]
WORKING = {day: bool(chinese_calendar.is_workday(day)) for day in DAYS}


def is_weekend(day: date) -> bool:
    return day.weekday() > 4


def without(*missing: int) -> Calendar:
    """The calendar of the years from 2004 to 2026 but those."""
    years = frozenset(range(FIRST_YEAR, LAST_YEAR + 1)) - set(missing)
    return Calendar(
        years,
        frozenset(day for day in DAYS if day.year in years and not WORKING[day] and not is_weekend(day)),
        frozenset(day for day in DAYS if day.year in years and WORKING[day] and is_weekend(day)),
    )


ALL = without()
NONE = Calendar(frozenset(), frozenset(), frozenset())


def months(number: int) -> Duration:
    return Duration(number, "month")


def days(number: int) -> Duration:
    return Duration(number, "day")


def workdays(number: int) -> Duration:
    return Duration(number, "workday")


def test_each_day_of_the_notices_is_as_they_say() -> None:
    assert {day: ALL.is_working(day) for day in DAYS} == WORKING


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 1, 26), True),  # a Sunday worked for the Spring Festival
        (date(2025, 1, 28), False),  # a Tuesday off
        (date(2025, 2, 8), True),
        (date(2025, 10, 8), False),
        (date(2025, 10, 11), True),
        (date(2025, 3, 1), False),
        (date(2025, 3, 3), True),
        (date(2027, 1, 1), None),
        (date(2003, 12, 31), None),
    ],
)
def test_a_day_is_working_or_not_or_not_known(day: date, expected: bool | None) -> None:
    assert ALL.is_working(day) is expected


def test_a_named_rest_day_may_be_on_a_weekend() -> None:
    calendar = Calendar(frozenset({2025}), frozenset({date(2025, 3, 1)}), frozenset())
    assert calendar.is_working(date(2025, 3, 1)) is False


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        (date(2025, 1, 31), months(1), date(2025, 2, 28)),
        (date(2024, 1, 31), months(1), date(2024, 2, 29)),
        (date(2025, 1, 30), months(1), date(2025, 2, 28)),
        (date(2025, 1, 28), months(1), date(2025, 2, 28)),
        (date(2025, 3, 31), months(1), date(2025, 4, 30)),
        (date(2024, 2, 29), months(12), date(2025, 2, 28)),
        (date(2024, 2, 29), months(48), date(2028, 2, 29)),
        (date(2025, 2, 28), months(12), date(2026, 2, 28)),
        (date(2025, 9, 1), months(36), date(2028, 9, 1)),
        (date(2025, 12, 15), months(1), date(2026, 1, 15)),
        (date(2025, 11, 30), months(3), date(2026, 2, 28)),
        (date(2025, 3, 31), months(0), date(2025, 3, 31)),
        (date(2025, 3, 31), months(-1), date(2025, 2, 28)),
        (date(2025, 1, 31), months(-1), date(2024, 12, 31)),
        (date(2025, 1, 15), months(-13), date(2023, 12, 15)),
        (date(9999, 11, 30), months(1), date(9999, 12, 30)),
        (date(1, 2, 1), months(-1), date(1, 1, 1)),
        (date(2025, 2, 28), days(1), date(2025, 3, 1)),
        (date(2024, 2, 28), days(1), date(2024, 2, 29)),
        (date(2025, 12, 31), days(1), date(2026, 1, 1)),
        (date(2025, 3, 1), days(30), date(2025, 3, 31)),
        (date(2025, 3, 1), days(-1), date(2025, 2, 28)),
        (date(2025, 3, 1), days(0), date(2025, 3, 1)),
    ],
)
def test_a_period_leads_to_its_corresponding_day(start: date, period: Duration, expected: date) -> None:
    assert add(start, period) == expected


@pytest.mark.parametrize(
    ("start", "period"),
    [
        (date(9999, 12, 1), months(1)),
        (date(1, 1, 1), months(-1)),
        (date(2025, 1, 1), months(10**30)),
        (date(9999, 12, 31), days(1)),
        (date(2025, 1, 1), days(10**30)),
    ],
)
def test_a_day_beyond_all_years_overflows(start: date, period: Duration) -> None:
    with pytest.raises(OverflowError):
        add(start, period)
    if period.number > 0:
        with pytest.raises(OverflowError):
            due_day(ALL, start, period)


def test_working_days_are_not_added_without_a_calendar() -> None:
    with pytest.raises(ValueError, match="working days"):
        add(date(2025, 3, 1), workdays(1))


@pytest.mark.parametrize("unit", ["month", "day", "workday"])
def test_a_negative_period_has_no_last_day(unit: Unit) -> None:
    with pytest.raises(OverflowError):
        due_day(ALL, date(2025, 3, 1), Duration(-1, unit))


def test_endless_working_days_overflow() -> None:
    with pytest.raises(OverflowError):
        due_day(ALL, date(2025, 3, 1), workdays(10**30))


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        # months: the corresponding day, put off where it is a rest day
        (date(2025, 2, 3), months(1), date(2025, 3, 3)),
        (date(2025, 2, 1), months(1), date(2025, 3, 3)),  # 1 March is a Saturday
        (date(2024, 12, 28), months(1), date(2025, 2, 5)),  # the Spring Festival, 28 January to 4 February
        (date(2025, 9, 1), months(1), date(2025, 10, 9)),  # National Day, 1 to 8 October
        (date(2024, 12, 26), months(1), date(2025, 1, 26)),  # a Sunday that is worked
        (date(2025, 1, 31), months(1), date(2025, 2, 28)),
        (date(2024, 1, 31), months(1), date(2024, 2, 29)),
        (date(2023, 1, 24), months(12), date(2024, 1, 24)),
        (date(2021, 1, 6), months(60), date(2026, 1, 6)),
        # days: the start is not counted
        (date(2025, 3, 3), days(1), date(2025, 3, 4)),
        (date(2025, 3, 3), days(5), date(2025, 3, 10)),
        (date(2025, 3, 3), days(30), date(2025, 4, 2)),
        (date(2025, 3, 5), days(30), date(2025, 4, 7)),  # 4 April is 清明, then a weekend
        (date(2025, 4, 26), days(1), date(2025, 4, 27)),  # a Sunday that is worked
        (date(2025, 3, 1), days(0), date(2025, 3, 3)),
        # working days: counted, so never put off
        (date(2025, 3, 3), workdays(1), date(2025, 3, 4)),
        (date(2025, 3, 7), workdays(1), date(2025, 3, 10)),
        (date(2025, 3, 3), workdays(10), date(2025, 3, 17)),
        (date(2025, 1, 24), workdays(1), date(2025, 1, 26)),
        (date(2025, 1, 27), workdays(1), date(2025, 2, 5)),
        (date(2025, 9, 26), workdays(5), date(2025, 10, 10)),
        (date(2025, 9, 26), workdays(6), date(2025, 10, 11)),
        (date(2025, 3, 1), workdays(0), date(2025, 3, 1)),
        (date(2024, 12, 31), workdays(1), date(2025, 1, 2)),
        # what is not known
        (date(2026, 12, 1), months(1), Interval(date(2027, 1, 1), date(2027, 1, 16))),
        (date(2025, 1, 6), months(60), Interval(date(2030, 1, 6), date(2030, 1, 21))),
        (date(2026, 12, 31), days(1), Interval(date(2027, 1, 1), date(2027, 1, 16))),
        (date(2003, 12, 30), days(1), Interval(date(2003, 12, 31), date(2004, 1, 15))),
        # from 1 January on: ten days at the earliest, and 45 weekdays at the latest
        (date(2026, 12, 31), workdays(10), Interval(date(2027, 1, 10), date(2027, 3, 4))),
        (date(2026, 12, 30), workdays(11), Interval(date(2027, 1, 10), date(2027, 3, 4))),
    ],
)
def test_a_period_ends_on_its_due_day(start: date, period: Duration, expected: date | Interval) -> None:
    assert due_day(ALL, start, period) == expected


def test_a_rest_period_into_an_unknown_year_leaves_the_day_open() -> None:
    calendar = Calendar(frozenset({2022}), frozenset(), frozenset())
    expected = Interval(date(2023, 1, 1), date(2023, 1, 16))
    assert due_day(calendar, date(2022, 11, 30), days(31)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2025, 3, 3), date(2025, 3, 3), 0),
        (date(2025, 3, 3), date(2025, 3, 4), 1),
        (date(2025, 2, 28), date(2025, 3, 2), 0),
        (date(2025, 2, 28), date(2025, 3, 3), 1),
        (date(2025, 1, 24), date(2025, 1, 26), 1),
        (date(2025, 1, 27), date(2025, 2, 5), 1),
        (date(2024, 12, 31), date(2025, 12, 31), 248),
        (date(2025, 3, 4), date(2025, 3, 3), -1),
        (date(2025, 2, 5), date(2025, 1, 27), -1),
        (date(2027, 3, 1), date(2027, 3, 1), 0),
        (date(2026, 12, 31), date(2027, 1, 1), Interval(0, 1)),
        (date(2026, 12, 30), date(2027, 1, 3), Interval(1, 4)),
        (date(2026, 12, 31), date(2027, 12, 31), Interval(226, 273)),
        (date(2027, 1, 1), date(2026, 12, 31), Interval(-1, 0)),
        (date(9999, 12, 31), date(9999, 12, 31), 0),
    ],
)
def test_working_days_between_two_days(start: date, end: date, expected: int | Interval) -> None:
    assert working_days_between(ALL, start, end) == expected


def ends(value: date | int | Interval) -> tuple[object, object]:
    return (value.lo, value.hi) if isinstance(value, Interval) else (value, value)


within = st.dates(date(2006, 1, 1), date(2024, 12, 31))
gaps = st.sets(st.integers(FIRST_YEAR, LAST_YEAR), min_size=1)


@given(within, st.integers(0, 260))
def test_working_days_are_counted_one_by_one(start: date, number: int) -> None:
    day = start
    left = number
    while left:
        day += timedelta(days=1)
        left -= WORKING[day]
    assert due_day(ALL, start, workdays(number)) == day
    assert working_days_between(ALL, start, day) == number
    assert working_days_between(ALL, day, start) == -number


@given(within, st.integers(0, 400), st.sampled_from(["month", "day"]))
def test_a_period_ends_on_the_first_working_day_from_its_corresponding_day(
    start: date, number: int, unit: Unit
) -> None:
    period = Duration(number % 24 if unit == "month" else number, unit)
    expected = add(start, period)
    while not WORKING[expected]:
        expected += timedelta(days=1)
    assert due_day(ALL, start, period) == expected


@given(within, st.integers(0, 260), st.sampled_from(["month", "day", "workday"]), gaps)
def test_what_is_not_known_lies_within_the_bounds(start: date, number: int, unit: Unit, missing: set[int]) -> None:
    period = Duration(number % 24 if unit == "month" else number, unit)
    truth = cast("date", due_day(ALL, start, period))
    low, high = ends(due_day(without(*missing), start, period))
    assert cast("date", low) <= truth <= cast("date", high)


@given(within, within, gaps)
def test_a_count_that_is_not_known_lies_within_the_bounds(start: date, end: date, missing: set[int]) -> None:
    truth = cast("int", working_days_between(ALL, start, end))
    low, high = ends(working_days_between(without(*missing), start, end))
    assert cast("int", low) <= truth <= cast("int", high)


@given(within, st.integers(0, 260), st.sampled_from(["month", "day", "workday"]))
def test_a_later_start_ends_no_earlier(start: date, number: int, unit: Unit) -> None:
    period = Duration(number % 24 if unit == "month" else number, unit)
    first = cast("date", due_day(ALL, start, period))
    assert first <= cast("date", due_day(ALL, start + timedelta(days=1), period))


def test_the_bounds_hold_in_every_year_that_is_known() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        of_year = [day for day in DAYS if day.year == year]
        assert sum(not WORKING[day] and not is_weekend(day) for day in of_year) <= MOST_REST_WEEKDAYS
        assert sum(WORKING[day] and is_weekend(day) for day in of_year) <= MOST_WORKED_WEEKEND_DAYS
    rests = "".join("x" if WORKING[day] else "." for day in DAYS).split("x")
    assert max(map(len, rests)) <= LONGEST_REST


def counted(start: date, number: int, extra: int) -> date:
    """The first day by which the weekdays after a start, with so many more or less for each year, come to a number."""
    day, weekdays, reached = start, 0, 0
    while reached < number:
        day += timedelta(days=1)
        weekdays += not is_weekend(day)
        reached = min(weekdays + extra * (day.year - start.year + 1), (day - start).days)
    return day


@given(st.integers(1, 800))
def test_without_a_notice_working_days_end_between_two_counts(number: int) -> None:
    start = date(2024, 5, 20)
    earliest = counted(start, number, MOST_WORKED_WEEKEND_DAYS)
    latest = counted(start, number, -MOST_REST_WEEKDAYS)
    assert due_day(NONE, start, workdays(number)) == Interval(earliest, latest)
