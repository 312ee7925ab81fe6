"""The files of the years' holiday notices become one calendar of working days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pdo_policy.documents.screening import printable
from pdo_policy.errors import Problem
from pdo_policy.law.forms import Form, read_form
from pdo_policy.values.calendars import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SATURDAY = 5


def read_calendar(folder: Path, name: str, problems: list[Problem]) -> Calendar:
    """The calendar of a folder of `*.yaml`, one for each year; empty where there is no folder.

    Args:
        folder: the folder.
        name: how problems call it.
        problems: where problems are added.
    """
    years: dict[int, str] = {}
    off: set[date] = set()
    work: set[date] = set()
    for path in sorted(folder.glob("*.yaml")):
        form = read_form(path, f"{name}/{printable(path.name)}", "calendar", problems)
        if form is None:
            continue
        year = form.data["year"]
        if year in years:
            problems.append(Problem("LAW-K001", {"year": str(year), "file": years[year]}, form.span("year")))
            continue
        years[year] = path.name
        for index, period in enumerate(form.data["days_off"]):
            off.update(_days(form, year, ("days_off", index), (period["from"], period["to"]), problems))
        for index, text in enumerate(form.data["working_weekends"]):
            for day in _days(form, year, ("working_weekends", index), (text, text), problems):
                if day.weekday() < _SATURDAY:
                    problems.append(Problem("LAW-K003", {"value": text}, form.span("working_weekends", index)))
                work.add(day)
    return Calendar(frozenset(years), frozenset(off), frozenset(work))


def _days(
    form: Form, year: int, path: tuple[str | int, ...], ends: Sequence[str], problems: list[Problem]
) -> Iterator[date]:
    try:
        first, last = (date.fromisoformat(text) for text in ends)
    except ValueError:
        problems.append(Problem("LAW-F009", {"value": "、".join(dict.fromkeys(ends))}, form.span(*path)))
        return
    if not first.year == last.year == year or last < first:
        problems.append(Problem("LAW-K002", {"year": str(year)}, form.span(*path)))
        return
    while first <= last:
        yield first
        first += timedelta(days=1)
