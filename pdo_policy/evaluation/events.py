"""Papers become the steps of an operation that they date, in the order in which these ought to follow each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pdo_policy.evaluation.places import location
from pdo_policy.evaluation.run import Gap
from pdo_policy.report import Event
from pdo_policy.schema.bound import State
from pdo_policy.values.display import display
from pdo_policy.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.dossier import Dossier, Paper
    from pdo_policy.law.manifest import Step
    from pdo_policy.schema.bound import Bound


def events_of(dossiers: Sequence[Dossier], steps: Sequence[Step], lang: str) -> tuple[Event, ...]:
    """The events of all papers by project, step and place; a date that is not written is an event without a date."""
    return tuple(
        event
        for dossier in dossiers
        for number, step in enumerate(steps)
        for paper in dossier.papers
        if paper.bound.kind == step.document
        for event in _events(dossier, paper, number, step, lang)
    )


def _events(dossier: Dossier, paper: Paper, number: int, step: Step, lang: str) -> Iterator[Event]:
    label = step.label_en if lang == "en" else step.label
    for read in _reached(paper.bound.root, step.field):
        place = location(read, dossier.source_of)
        first, last = _days(read)
        shown = "" if isinstance(read, Gap) or first is None else display(read.data, "date")
        yield Event(number, label, paper.subject, place, first, last, shown)


def _reached(at: Bound, keys: tuple[str, ...]) -> Iterator[Bound | Gap]:
    """What stands at the end of the way, in each element of the lists on it; or where the way ends before."""
    if at.state is State.PRESENT and isinstance(at.data, list):
        for element in at.data:
            yield from _reached(element, keys)
    elif not keys:
        yield at
    elif at.state is not State.PRESENT or not isinstance(at.data, dict):
        return
    elif keys[0] in at.data:
        yield from _reached(at.data[keys[0]], keys[1:])
    else:
        below = at.field.fields.get(keys[0])
        if below is not None and len(keys) == 1:
            yield Gap(at, "absent", ((keys[0], below.label),))


def _days(read: Bound | Gap) -> tuple[date | None, date | None]:
    if isinstance(read, Gap) or read.state is not State.PRESENT:
        return None, None
    match read.data:
        case date() as day:
            return day, day
        case Interval(lo=date() as first, hi=date() as last):
            return first, last
    return None, None
