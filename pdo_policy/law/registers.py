"""The file of an instrument becomes its record, or problems with their places."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pdo_policy.errors import Problem
from pdo_policy.law.clause_ids import Steps, display, order, steps_of
from pdo_policy.law.forms import Form, read_form
from pdo_policy.law.instruments import Clause, Instrument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LEVELS = {
    "articles": frozenset({"part", "chp", "sec", "art", "para", "point", "indent"}),
    "statements": frozenset({"chp", "stmt"}),
    "outline": frozenset({"outline", "outline2", "outline3", "para", "point"}),
}
_REQUIRED = {"manual": "question", "not_in_documents": "reason"}


def read_register(path: Path, name: str, problems: list[Problem]) -> Instrument | None:
    """The instrument of a register; None, and problems, where the file is not in form.

    Args:
        path: the file.
        name: how problems call it.
        problems: where problems are added.
    """
    form = read_form(path, name, "register", problems)
    if form is None:
        return None
    data = form.data
    effective = data.get("effective", {})
    first, last = (_day(form, ("effective", key), effective.get(key), problems) for key in ("from", "to"))
    if first is not None and last is not None and last < first:
        problems.append(Problem("LAW-I002", {}, form.span("effective")))
    instrument = Instrument(
        id=data["id"],
        title=data["title"],
        short=data["short"],
        names=tuple(data.get("names", ())),
        number=data["number"],
        issuer=data["issuer"],
        status=data["status"],
        issued=data.get("issued", ""),
        first=first,
        last=last,
        numbering=data["numbering"],
        seen=data["seen"],
        note=data.get("note", ""),
        clauses={},
    )
    clauses = {clause.id: clause for clause in _clauses(form, instrument, problems)}
    return Instrument(**{**vars(instrument), "clauses": clauses})


def _day(form: Form, path: tuple[str, ...], text: str | None, problems: list[Problem]) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        problems.append(Problem("LAW-F009", {"value": text}, form.span(*path)))
        return None


def _clauses(form: Form, instrument: Instrument, problems: list[Problem]) -> Iterator[Clause]:
    seen: dict[str, tuple[tuple[int, int, int], ...]] = {}
    last: tuple[tuple[int, int, int], ...] = ()
    for index, written in enumerate(form.data["clauses"]):
        steps = steps_of(written["id"])
        place = form.span("clauses", index, "id")
        facts = {"id": written["id"], "instrument": instrument.short}
        if steps is None or not {step.kind for step in steps} <= _LEVELS[instrument.numbering]:
            problems.append(Problem("LAW-C001", facts, place))
            continue
        if written["id"] in seen:
            problems.append(Problem("LAW-C002", facts, place))
            continue
        if order(steps) < last:
            problems.append(Problem("LAW-C003", facts, place))
        last = seen[written["id"]] = order(steps)
        needed = _REQUIRED.get(written["class"])
        if needed is not None and not written.get(needed):
            problems.append(Problem(f"LAW-C004-{needed}", facts, place))
        yield _clause(written, steps, instrument)


def _clause(written: dict[str, Any], steps: Steps, instrument: Instrument) -> Clause:
    name = display(steps)
    return Clause(
        instrument=instrument.id,
        id=written["id"],
        name=name,
        display=f"《{instrument.short}》{name}",
        summary=written["summary"],
        modality=written["modality"],
        addressee=written.get("addressee", ""),
        visibility=written["visibility"],
        check=written["class"],
        question=written.get("question", ""),
        reason=written.get("reason", ""),
        words=tuple(written.get("words", ())),
        source=written.get("source", ""),
        related=tuple(written.get("related", ())),
    )
