"""The calendars of rules/hubei agree with two public packages on every day, and are kept in order."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chinese_calendar
import holidays
import pytest
import yaml

from pdo_policy.law.years import read_calendar
from pdo_policy.values.calendars import Calendar

if TYPE_CHECKING:
    from pdo_policy.errors import Problem

FOLDER = Path(__file__).parents[2] / "rules" / "hubei" / "calendars"
YEARS = range(2015, 2027)
SATURDAY = 5
NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Anti-Fascist 70th Day": "抗日战争胜利70周年纪念日",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
}


def calendar(year: int) -> dict[str, Any]:
    """The file of a year, every scalar as text."""
    data: dict[str, Any] = yaml.load((FOLDER / f"{year}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
    return data


def days(first: str, last: str) -> list[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [start + timedelta(days=offset) for offset in range((end - start).days + 1)]


def days_off(data: dict[str, Any]) -> dict[date, str]:
    return {day: holiday["name"] for holiday in data["days_off"] for day in days(holiday["from"], holiday["to"])}


def working_weekends(data: dict[str, Any]) -> list[date]:
    return [date.fromisoformat(text) for text in data["working_weekends"]]


def working_days(year: int) -> list[date]:
    """The days of a year that a calendar of its file alone calls working days."""
    data = calendar(year)
    known = Calendar(frozenset({year}), frozenset(days_off(data)), frozenset(working_weekends(data)))
    return [day for day in days(f"{year}-01-01", f"{year}-12-31") if known.is_working(day)]


def test_every_year_has_its_file() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [f"{year}.yaml" for year in YEARS]


def test_the_rulebook_reads_the_files_as_they_are() -> None:
    problems: list[Problem] = []
    read = read_calendar(FOLDER, "calendars", problems)
    off = {day for year in YEARS for day in days_off(calendar(year))}
    worked = {day for year in YEARS for day in working_weekends(calendar(year))}
    assert problems == []
    assert read == Calendar(frozenset(YEARS), frozenset(off), frozenset(worked))


@pytest.mark.parametrize("year", YEARS)
def test_working_days_are_those_of_chinese_calendar(year: int) -> None:
    expected = [day for day in days(f"{year}-01-01", f"{year}-12-31") if chinese_calendar.is_workday(day)]
    assert working_days(year) == expected


@pytest.mark.parametrize("year", YEARS)
def test_working_days_are_those_of_holidays(year: int) -> None:
    china = holidays.country_holidays("CN", years=year)
    expected = [day for day in days(f"{year}-01-01", f"{year}-12-31") if china.is_working_day(day)]
    assert working_days(year) == expected


@pytest.mark.parametrize("year", YEARS)
def test_a_holiday_has_its_name(year: int) -> None:
    for day, name in days_off(calendar(year)).items():
        _, found = chinese_calendar.get_holiday_detail(day)
        # A weekend at the end of a holiday has no name of its own in the package; a year's notice may join two.
        assert found is None or NAMES[found] in name.split("、"), day


@pytest.mark.parametrize("year", YEARS)
def test_holidays_lie_in_the_year_in_order_and_apart(year: int) -> None:
    ends = [end for holiday in calendar(year)["days_off"] for end in (holiday["from"], holiday["to"])]
    assert ends == sorted(ends)
    listed = [day for holiday in calendar(year)["days_off"] for day in days(holiday["from"], holiday["to"])]
    assert len(set(listed)) == len(listed)
    assert {day.year for day in listed} == {year}


@pytest.mark.parametrize("year", YEARS)
def test_worked_weekends_are_weekends_outside_of_holidays_in_order(year: int) -> None:
    data = calendar(year)
    worked = working_weekends(data)
    assert worked == sorted(set(worked))
    assert {day.year for day in worked} == {year}
    assert [day for day in worked if day.weekday() < SATURDAY or day in days_off(data)] == []


@pytest.mark.parametrize("year", YEARS)
def test_the_remark_beside_a_worked_weekend_is_true(year: int) -> None:
    lines = (FOLDER / f"{year}.yaml").read_text("utf-8").split("working_weekends:\n")[1].splitlines()
    for line in lines:
        match = re.fullmatch(r"  - (\d{4}-\d\d-\d\d)   # (星期六|星期日)，(.+)调休", line)
        assert match, line
        day = date.fromisoformat(match[1])
        assert match[2] == ("星期六" if day.weekday() == SATURDAY else "星期日"), line
        assert NAMES[chinese_calendar.get_holiday_detail(day)[1] or ""] == match[3], line


@pytest.mark.parametrize("year", YEARS)
def test_a_year_names_its_notice(year: int) -> None:
    data = calendar(year)
    assert data["year"] == str(year)
    assert data["title"] == f"国务院办公厅关于{year}年部分节假日安排的通知"
    assert re.fullmatch(rf"国办发明电〔{year - 1}〕\d+号", data["notice"])
    for further in data["also"]:
        assert re.fullmatch(rf"国(?:办)?发明电〔{year}〕\d+号", further["notice"])
        assert re.fullmatch(r"国务院(?:办公厅)?关于.+的通知", further["title"])
